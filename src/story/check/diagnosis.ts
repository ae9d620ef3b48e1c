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
  severity: 'error' | 'warning';
  code: Code;
  file: string;
  line: number;
  column: number;
  node: string | null;
  message: Message;
}

/** A place in a file as its keys and indexes: `['nodes', 'zondag', 'scene', 'beats', 3]`. */
export type Path = readonly (string | number)[];

/** A message that also names another line of the same file. */
export type MessageOfLines = (lineOf: (path: Path) => number) => Message;

/** Writes down what is wrong at a place of one file. */
export type Note = (code: Code, path: Path, message: Message | MessageOfLines, severity?: Diagnosis['severity']) => void;
