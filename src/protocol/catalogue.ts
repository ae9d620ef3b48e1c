import type { Light, Person, Place } from './scene.ts';
import type { HelpLine } from './views/lines.ts';

/** `GET /api/aftercare`: what a teacher does when a pupil tells something real, and whom to call. */
export interface AftercareCard {
  /** When the numbers were read in documents and archived pages, as yyyy-mm-dd. */
  readOn: string;
  now: { do: string; say: string | null }[];
  never: string[];
  today: string[];
  special: { when: string; do: string }[];
  lines: HelpLine[];
  papers: Paper[];
}
/** What a teacher may print for before and after a lesson. Nothing on it is about a class. */
export const PAPERS = ['instead', 'norm', 'letter', 'evaluation'] as const;
export interface Paper {
  id: (typeof PAPERS)[number];
  lead: string;
  parts: { kind: 'steps' | 'aloud' | 'letter' | 'fill'; title: string; lines: string[] }[];
}

/** `GET /api/stories`: what a teacher reads before choosing. */
export interface StoryCard {
  id: string;
  title: string;
  tagline: string;
  about: string;
  band: string;
  minutes: number;
  /** Null: it has no short version. */
  shortMinutes: number | null;
  notice: string;
  goals: string[];
  needs: string[];
  notWhen: string;
  /** Three questions in the place of `notWhen`, and what to do at one yes. */
  check: { questions: string[]; otherwise: string } | null;
  themes: Theme[];
  /** A place of the story, drawn on its card. */
  cover: { place: Place; light: Light };
  /** Empty, or at least two to choose from, the default first. */
  versions: { id: string; band: string; title: string; about: string }[];
  sheet: TeacherSheet | null;
  cast: Person[];
  /** Who may get another name, with invented ones that this story does not use. */
  renamable: { id: string; name: string; look: string; ideas: string[] }[];
}
interface Theme {
  id: string;
  name: string;
}
/** What a teacher has on paper before and during the lesson. */
export interface TeacherSheet {
  /** What happens and who is in it; after it the versions that are another story. Null: not written yet. */
  plots: { version: string | null; plot: string[]; people: { person: Person; who: string }[] }[] | null;
  /** Null: the writer gave none. */
  permission: string | null;
  parents: string | null;
  before: string[];
  readAloud: string[];
  phones: string;
  withoutPhones: string;
  questions: { question: string; note: string }[];
  facts: string[];
  followUp: string[];
  say: string[];
  dontSay: string[];
  agreements: string[];
}
export interface StoryCatalogue {
  stories: StoryCard[];
  teacherCode: boolean;
  /** Stories that could not be read, for whoever runs the server. */
  broken: string[];
}
