import { isReleasable } from '../story/check/diagnosis.ts';
import type { Library } from './library.ts';

/** What a teacher may choose from: without the stories that may only be rehearsed. */
export function released(library: Library): Library {
  const withheld = [...library.warnings].filter(([, diagnoses]) => !isReleasable(diagnoses));
  if (withheld.length === 0) return library;
  const without = <T>(all: ReadonlyMap<string, T>) => new Map([...all].filter(([id]) => !withheld.some(([other]) => other === id)));
  const broken = [...library.broken, ...withheld.map(([id, diagnoses]) => ({ id, diagnoses }))];
  const { stories, warnings, names, kept } = library;
  // A lesson that was begun with it has its own copy, and opens that: only what may still be chosen is today's.
  return { ...library, stories: without(stories), warnings: without(warnings), names: names && without(names), kept: kept && without(kept), broken };
}
