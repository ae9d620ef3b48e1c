import type { Lang } from '../protocol/identity.ts';
import type { SourceLine } from '../protocol/views.ts';
import type { Shelf } from '../scenario/schema.ts';

const SOURCE = /^(≈?)(S[0-4]):(.+)$/;

/** `S1:564-617` as a person reads it; our own design (`D`) has no source and is left out. */
export function sourceLines({ shelf }: { shelf: Shelf }, lang: Lang, sources: readonly string[]): SourceLine[] {
  return sources.flatMap((source) => {
    const [, about, document, lines] = SOURCE.exec(source) ?? [];
    const found = document === undefined ? undefined : shelf.sources[document];
    if (!found || lines === undefined) return [];
    const range = lang === 'nl' ? `regels ${lines}` : `lines ${lines}`;
    const loosely = lang === 'nl' ? ' (het idee)' : ' (the idea)';
    return [{ title: found.title, year: found.year, lines: range + (about ? loosely : '') }];
  });
}
