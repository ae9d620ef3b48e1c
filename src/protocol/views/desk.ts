import type { Lang } from '../../locales/languages.ts';
import type { ChoiceId, Instant, NodeId } from '../identity.ts';
import type { LessonPlan } from '../lesson-plan.ts';
import type { Pace } from '../settings.ts';
import type { AgreementLine, HelpLine } from './lines.ts';
import type { Creature, StageView } from './stage.ts';
import type { ChoiceView } from './vote.ts';

/** What the projector shows, with notes and controls. */
export interface DeskView extends Omit<StageView, 'role' | 'cast' | 'opens'> {
  role: 'desk';
  /** For a desk that was paired and must find its lesson again after a reload. */
  lesson: string;
  /** Connected phones of the seats, boards, and desks (this one among them). */
  online: number;
  /** Every phone that takes part, by the drawing that it has. */
  creatures: Creature[];
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
  /** What the story's marks allow; null: it has no short way. `mayUndo`: it is late, and nothing was left out since. */
  length: { is: 'long' | 'short' | 'late'; mayUndo: boolean } | null;
  clock: LessonPlan;
  /** The questions before and after: those to choose from, and which the class gets. `open`: they may still be chosen. */
  items: { open: boolean; askable: boolean; lapsed: boolean; bank: { id: string; question: string; chosen: boolean }[] };
  /** The bank of agreements, those that fit the story first, and what the class agreed on. */
  agreements: { bank: (AgreementLine & { fits: boolean })[]; chosen: AgreementLine[] };
  /** Where the story's way depends on the size of the class. `chosen` null: `fitting`, by its size. */
  branches: { node: NodeId; fitting: string; chosen: string | null; options: { id: string; text: string; possible: boolean }[] }[];
  deletesAt: Instant;
  /** False while the disk of the server takes nothing: what is asked then is refused. */
  storing: boolean;
}
