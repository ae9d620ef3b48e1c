import type { ChoiceId, Instant, RoundId } from '../identity.ts';
import type { LiveChat } from '../live-chat.ts';
import type { Arms, Released, RevealedBy } from '../released.ts';
import type { DrawingName } from '../scene.ts';
import type { ViewHeader } from './header.ts';
import type { HelpLine } from './lines.ts';
import type { ChoiceView, ForeseenResult } from './vote.ts';

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
  | { kind: 'too-few'; again: boolean }
  | { kind: 'reveal'; round: RoundId; question: string; choices: ChoiceView[]; path: ChoiceView; by: RevealedBy; released: Released | null }
  | { kind: 'reflect'; question: string }
  | {
      kind: 'results';
      title: string;
      results: { question: string; choices: ChoiceView[]; released: Released | null; arms?: Arms | null }[];
      note: string | null;
      /** What the phones alone chose; the teacher, who saw the hands too, picks the path. */
      phonesResult?: true;
    }
  | ({ kind: 'foreseen'; title: string } & ForeseenResult)
  | { kind: 'tell'; title: string; lines: string[]; sources: string[] }
  /** `mine`: what this phone has told already, for a reload. */
  | { kind: 'live'; chat: LiveChat; mine: { seen: boolean; act: string | null; counts: boolean; counter: number } }
  /** Every phone becomes the owner's: the chat as it stands, and no answer comes. */
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
  /** No reveal follows: the story tells later what came of it. */
  held: boolean;
  choices: ChoiceView[];
}

export interface PhoneView extends ViewHeader {
  role: 'phone';
  title: string;
  creature: number;
  screen: PhoneScreen;
  /** Hard words of this story with what they mean. */
  words: { word: string; meaning: string }[];
  help: HelpLine[];
}
