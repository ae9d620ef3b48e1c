import type { Texts } from '../schema/texts.ts';
import type { Path } from './diagnosis.ts';

/** One text of a story. `pupil`: on the board or a phone; the others are the teacher's. */
export interface Prose {
  path: Path;
  text: string;
  pupil: boolean;
}

/** Not a sentence of the story: names of the format, or a badge of two letters. A text of a scene may be called so, and is one. */
const isFormat = (path: Path) =>
  path.length === 1 ? path[0] === 'language' || path[0] === 'translatedFrom' : path[0] === 'chats' && path[2] === 'badge';
const PUPIL = new Set(['title', 'tagline', 'notice', 'cast', 'chats', 'nodes', 'words']);

export function prose(texts: Texts): Prose[] {
  const found: Prose[] = [];
  const collect = (value: unknown, path: (string | number)[]) => {
    const key = path.at(-1);
    if (typeof value === 'string') {
      if (isFormat(path)) return;
      const teacher = path[0] === 'nodes' && ['note', 'notice', 'now', 'later'].includes(String(key));
      found.push({ path, text: value, pupil: PUPIL.has(String(path[0])) && !teacher });
    } else if (Array.isArray(value)) value.forEach((item, index) => void collect(item, [...path, index]));
    else for (const [name, item] of Object.entries(value ?? {})) collect(item, [...path, name]);
  };
  collect(texts, []);
  return found;
}
