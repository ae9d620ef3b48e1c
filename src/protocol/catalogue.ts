import type { Light, Person, Place } from './scene.ts';
import type { HelpLine } from './views/lines.ts';

/** `GET /api/aftercare`: what a teacher does when a pupil tells something real, and whom to call. */
export interface AftercareCard {
  /** When the numbers were checked, as yyyy-mm-dd. */
  checkedOn: string;
  now: { do: string; say: string | null }[];
  never: string[];
  today: string[];
  special: { when: string; do: string }[];
  lines: HelpLine[];
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
  before: string[];
  readAloud: string[];
  phones: string;
  withoutPhones: string;
  questions: string[];
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
