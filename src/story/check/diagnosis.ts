export interface StoryFile {
  /** Like scenarios/groepsapp/story.yaml; only for messages. */
  path: string;
  text: string;
}

export interface Diagnosis {
  severity: 'error' | 'warning';
  code: string;
  file: string;
  line: number;
  column: number;
  node: string | null;
  /** What is wrong and what to do. */
  message: { nl: string; en: string };
}

/** A place in a file as its keys and indexes: `['nodes', 'zondag', 'scene', 'beats', 3]`. */
export type Path = readonly (string | number)[];

/** Writes down what is wrong at a place of one file. */
export type Note = (code: string, path: Path, message: { nl: string; en: string }, severity?: Diagnosis['severity']) => void;
