import type { Instant, NodeId, RoundId } from '../identity.ts';
import type { Released, RevealedBy } from '../released.ts';
import type { Emotion, Light, Place, Playhead, Pose, SceneView } from '../scene.ts';
import type { Mode } from '../settings.ts';
import type { ViewHeader } from './header.ts';
import type { AgreementLine, HelpLine } from './lines.ts';
import type { PairingView } from './pairing.ts';
import type { Asked, ChoiceView, ForeseenResult, HeldResult, VoteView } from './vote.ts';

export interface Creature {
  seat: number;
  /** 0-143, a drawing of `art/creature`. */
  look: number;
  hops: number;
  online: boolean;
}

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
  | { kind: 'recount'; vote: VoteView; seats: number; headCount: number; creatures: Creature[] }
  /** Too few voted to show or follow anything: the teacher picks. `again`: it was asked again, and not everybody who answered the first time answered now. */
  | { kind: 'too-few'; vote: VoteView; again: boolean }
  /** "Overleg met wie naast je zit" until `until`. */
  | { kind: 'talk'; vote: VoteView; until: Instant; seconds: number }
  /** `path` is what happens; `released` is null where no vote decided. */
  | { kind: 'reveal'; vote: VoteView; path: ChoiceView; by: RevealedBy; released: Released | null }
  | { kind: 'reflect'; node: NodeId; question: string; hint: string | null }
  | { kind: 'results'; node: NodeId; title: string; results: HeldResult[]; note: string | null }
  /** What somebody in the story did, and whether the class saw it coming. */
  | ({ kind: 'foreseen'; node: NodeId; title: string } & ForeseenResult)
  /** Something to read together, on the board and the phones alike: a briefing, what research found, small acts. */
  | { kind: 'tell'; node: NodeId; title: string; lines: string[]; sources: string[] }
  /** Every phone plays a chat; the board shows a quiet clock and nothing else. */
  | { kind: 'live'; node: NodeId; title: string; round: RoundId; startsAt: Instant; endsAt: Instant; closesAt: Instant }
  /**
   * `agreed`: the agreements are the class's own, not what would fit. `candidates`: those that fit and were not agreed on yet. `otherPaths`: of what
   * the class decided, the choices that it did not take.
   */
  | {
      kind: 'end';
      node: NodeId;
      title: string;
      still: string[];
      agreements: string[];
      agreed: boolean;
      candidates: AgreementLine[];
      otherPaths: { node: NodeId; question: string; choices: ChoiceView[] }[];
      help: HelpLine[];
    }
  | { kind: 'over' };

export interface StageView extends ViewHeader {
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
  /** The class looks at another path than its own. */
  detour: boolean;
  /** When the rest began, by the server's clock; null: there is none. */
  pausedSince: Instant | null;
  /** Beside the present screen, small: somebody wants to steer from another device. */
  pairing: PairingView | null;
  screen: StageScreen;
  /** The looks and emotions of the whole story, who begins it first: to draw ahead. */
  cast: { look: string; emotions: Emotion[]; poses: Pose[] }[];
  /** Where the story begins. */
  opens: { place: Place; light: Light } | null;
}
