import type { StoryLang } from '../../locales/languages.ts';
import type { Code } from './codes.ts';

export interface StoryFile {
  /** Like scenarios/groepsapp/story.yaml; only for messages. */
  path: string;
  text: string;
}

/** What is wrong and what to do. */
export type Message = Record<StoryLang, string>;

export interface Diagnosis {
  /** An error: it cannot be played. Withheld: it can be rehearsed, and stands in no catalogue of stories. */
  severity: 'error' | 'withheld' | 'warning';
  code: Code;
  file: string;
  line: number;
  column: number;
  node: string | null;
  message: Message;
}

/** Whether a story may stand in a catalogue. What it must never say keeps it out; its writer may rehearse it. */
export const isReleasable = (diagnoses: readonly Diagnosis[]) => !diagnoses.some(({ severity }) => severity === 'withheld');

/** A place in a file as its keys and indexes: `['nodes', 'zondag', 'scene', 'beats', 3]`. */
export type Path = readonly (string | number)[];

/** A message that also names another line of the same file. */
export type MessageOfLines = (lineOf: (path: Path) => number) => Message;

/** Writes down what is wrong at a place of one file. */
export type Note = (code: Code, path: Path, message: Message | MessageOfLines, severity?: Diagnosis['severity']) => void;
