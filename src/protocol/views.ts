import type { ChoiceId, Instant, Lang, Letter, NodeId, RoundId } from './identity.ts';
import type { LiveChat } from './live-chat.ts';
import type { Arms, DecidedBy, Released } from './released.ts';
import type { DrawingName, Emotion, Light, Person, Place, Playhead, Pose, SceneView } from './scene.ts';

export interface ChoiceView {
  id: ChoiceId;
  letter: Letter;
  text: string;
  short: string;
}
export interface VoteView {
  round: RoundId;
  node: NodeId;
  /** "Jij bent Yara", or null where the whole class decides. */
  as: { person: Person; emotion: Emotion; text: string } | null;
  question: string;
  /** A line under the question. */
  context: string | null;
  drawing: DrawingName | null;
  /** The result is kept for later. */
  held: boolean;
  choices: ChoiceView[];
  /** What was decided on this question before, where a vote asks it again or another path is looked at. */
  before: ChoiceView | null;
}
/** A result that was kept, told later. `released` null: no vote decided, or too few. */
export interface HeldResult {
  vote: VoteView;
  released: Released | null;
  /** Of a live chat: what those did whose counter showed few readers, and those whose showed many; only where the rule allows both. */
  arms?: Arms | null;
}

/** An agreement of the class: `id` is its number in the bank, or the teacher's own. */
export interface AgreementLine {
  id: string;
  text: string;
}
export interface HelpLine {
  name: string;
  what: string;
  contact: string;
  when: string | null;
}
export interface Creature {
  /** 0-143, a drawing of `art/creature`. */
  look: number;
  hops: number;
  online: boolean;
}

// ---------- the projected screen ----------

export type StageScreen =
  | { kind: 'lobby'; since: Instant; creatures: Creature[] }
  | { kind: 'scene'; scene: SceneView; playhead: Playhead }
  /** The question and its choices, read aloud before any phone may vote or any hand goes up. */
  | { kind: 'question'; vote: VoteView; asked: Asked }
  /** Eyes closed, hands: -1 before the first choice, then each choice in turn, and past the last one hands down. `mixed`: beside phones. */
  | { kind: 'hands'; vote: VoteView; turn: number; mixed: boolean }
  /** What the phones chose, as released; the teacher, who saw the hands too, picks the path. */
  | { kind: 'teacherDecides'; vote: VoteView; released: Released }
  /** "Pak je telefoon" until `opensAt`, then open. `deadline` null: until the teacher closes. `answered` of `seats`. */
  | { kind: 'vote'; vote: VoteView; opensAt: Instant; deadline: Instant | null; seconds: number | null; answered: number; seats: number }
  /** Fewer than eight seats: no vote; talk, choose together, and the teacher enters it. */
  | { kind: 'together'; vote: VoteView }
  /** More devices than pupils: the result waits until the teacher has counted again. */
  | { kind: 'recount'; vote: VoteView; seats: number; headCount: number }
  /** Too few voted to show or follow anything: the teacher picks. */
  | { kind: 'too-few'; vote: VoteView }
  /** "Praat met je buur" until `until`. */
  | { kind: 'talk'; vote: VoteView; until: Instant; seconds: number }
  /** `path` is what happens; `released` is null where no vote decided. */
  | { kind: 'reveal'; vote: VoteView; path: ChoiceView; by: DecidedBy; released: Released | null }
  | { kind: 'reflect'; node: NodeId; question: string; hint: string | null }
  | { kind: 'results'; node: NodeId; title: string; results: HeldResult[]; note: string | null }
  /** Something to read together, on the board and the phones alike: a briefing, what research found, small acts. */
  | { kind: 'tell'; node: NodeId; title: string; lines: string[]; sources: string[] }
  /** Every phone plays a chat; the board shows a quiet clock and nothing else. */
  | { kind: 'live'; node: NodeId; title: string; round: RoundId; startsAt: Instant; endsAt: Instant; closesAt: Instant }
  /** `agreed`: the agreements are the class's own, not what would fit. */
  | { kind: 'end'; node: NodeId; title: string; still: string[]; agreements: string[]; agreed: boolean; help: HelpLine[] }
  | { kind: 'over' };

/** What a device shows that wants to become a desk: a creature and a number. */
export interface Sign {
  look: number;
  name: string;
}
export interface PairingView {
  /** To type on the new device; null once a device has shown it. */
  code: string | null;
  expires: Instant;
  /** What the new device shows, so that the teacher recognises it; null until one has asked. */
  sign: Sign | null;
}

export interface Common {
  rev: number;
  now: Instant;
  lang: Lang;
}

export interface StageView extends Common {
  role: 'stage';
  screenRevision: number;
  mode: Mode;
  story: { id: string; title: string; tagline: string };
  code: string;
  /** For the QR (with the code behind #) and to read aloud. */
  join: { url: string; text: string };
  door: 'open' | 'locked';
  seats: number;
  /** Null until the teacher has confirmed it. */
  headCount: number | null;
  paused: boolean;
  /** Beside the present screen, small: somebody wants to steer from another device. */
  pairing: PairingView | null;
  screen: StageScreen;
  /** The looks and emotions of the whole story, who begins it first: to draw ahead. */
  cast: { look: string; emotions: Emotion[]; poses: Pose[] }[];
  /** Where the story begins. */
  opens: { place: Place; light: Light } | null;
}

// ---------- the teacher's desk: what the projector shows, plus notes and controls ----------

export interface DeskView extends Omit<StageView, 'role' | 'cast' | 'opens'> {
  role: 'desk';
  /** For a desk that was paired and must find its lesson again after a reload. */
  lesson: string;
  /** Connected phones of the seats, boards, and desks (this one among them). */
  online: number;
  boards: number;
  desks: number;
  /** The language on the board; the desk has its own. */
  boardLang: Lang;
  addresses: { origin: string; label: string }[];
  /** Where the story is now. */
  here: { title: string; note: string | null };
  /** The school's own people, for the teacher's card. */
  contact: HelpLine[];
  /** What comes after this, as far as it is certain. */
  upcoming: { title: string; notice: string | null } | null;
  /** Decisions already played: to go back to. `taken` null: not decided. */
  decisions: { node: NodeId; title: string; question: string; choices: ChoiceView[]; taken: ChoiceId | null; revote: boolean }[];
  pace: Pace;
  /** The questions before and after: those to choose from, and which the class gets. `open`: they may still be chosen. */
  items: { open: boolean; askable: boolean; lapsed: boolean; bank: { id: string; question: string; chosen: boolean }[] };
  /** The bank of agreements, those that fit the story first, and what the class agreed on. */
  agreements: { bank: (AgreementLine & { fits: boolean })[]; chosen: AgreementLine[] };
  /** Where the story's way depends on the size of the class. `chosen` null: `fitting`, by its size. */
  branches: { node: NodeId; fitting: string; chosen: string | null; options: { id: string; text: string; possible: boolean }[] }[];
  deletesAt: Instant;
}

/** How the class answers: on phones, with hands, or some of both. */
export type Mode = 'phones' | 'hands' | 'mixed';
/** How this vote is asked; `together`: no vote, the class talks and chooses. */
export type Asked = Mode | 'together';

/** How long timed votes run: as written, three times as long, or until the teacher closes. */
export type Pace = 'normal' | 'calm' | 'off';

// ---------- the pupil's phone ----------

export interface PhoneMessage {
  name: string;
  text: string;
  mine: boolean;
  system: boolean;
}

export type PhoneScreen =
  | { kind: 'lobby' }
  /** "Kijk naar het bord." */
  | { kind: 'look' }
  /** Everybody else is in a chat on their phone; this one came in after it began. */
  | { kind: 'apart' }
  | { kind: 'ready'; opensAt: Instant }
  | { kind: 'vote'; vote: PhoneVote; deadline: Instant | null; seconds: number | null; mine: { choice: ChoiceId | null; counter: number } | null }
  /** This phone came in after the first vote on this question. */
  | { kind: 'watch'; question: string }
  | { kind: 'together'; question: string; choices: ChoiceView[] }
  /** Closed; nothing may be told yet. */
  | { kind: 'closed'; round: RoundId }
  | { kind: 'talk'; until: Instant; seconds: number }
  | { kind: 'too-few' }
  | { kind: 'reveal'; round: RoundId; question: string; choices: ChoiceView[]; path: ChoiceView; by: DecidedBy; released: Released | null }
  | { kind: 'reflect'; question: string }
  | {
      kind: 'results';
      title: string;
      results: { question: string; choices: ChoiceView[]; released: Released | null; arms?: Arms | null }[];
      note: string | null;
      /** What the phones alone chose; the teacher, who saw the hands too, picks the path. */
      phonesResult?: true;
    }
  | { kind: 'tell'; title: string; lines: string[]; sources: string[] }
  /** `mine`: what this phone has told already, for a reload. */
  | { kind: 'live'; chat: LiveChat; mine: { seen: boolean; act: string | null; counts: boolean; counter: number } }
  /** Every phone is the owner's: the chat as it stands, and nothing comes. */
  | { kind: 'mirror'; owner: string; title: string; messages: PhoneMessage[]; seen: string }
  | { kind: 'paused' }
  | { kind: 'end' }
  | { kind: 'over' };

interface PhoneVote {
  round: RoundId;
  as: string | null;
  question: string;
  context: string | null;
  drawing: DrawingName | null;
  /** No reveal follows: the result is told later. */
  held: boolean;
  choices: ChoiceView[];
}

export interface PhoneView extends Common {
  role: 'phone';
  title: string;
  creature: number;
  screen: PhoneScreen;
  /** Hard words of this story with what they mean. */
  words: { word: string; meaning: string }[];
  help: HelpLine[];
}
