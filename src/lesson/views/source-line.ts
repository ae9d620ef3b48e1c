import type { Lang } from '../../locales/languages.ts';
import type { SourceLine } from '../../protocol/views/debrief.ts';
import type { SharedContent } from '../../story/schema/shared-content.ts';
import { nodeOf } from '../side-activity.ts';
import type { Lesson } from '../state.ts';
import { t } from '../texts.ts';
import type { LessonContent } from './view-context.ts';

const SOURCE = /^(≈?)(S[0-4]):(.+)$/;

/** `S1:564-617` as a person reads it; our own design (`D`) has no source and is left out. */
export function sourceLines({ shared }: { shared: SharedContent }, lang: Lang, sources: readonly string[]): SourceLine[] {
  return sources.flatMap((source) => {
    const [, about, document, lines] = SOURCE.exec(source) ?? [];
    const found = document === undefined ? undefined : shared.sources[document];
    if (!found || lines === undefined) return [];
    return [{ title: found.title, year: found.year, lines: t(lang, about ? 'source.idea' : 'source.lines', { lines }) }];
  });
}

/** "Weerbaar tegen online agressie, 2021": where what is told comes from; our own design has no source. */
export function releasedSources(content: LessonContent, lesson: Lesson, lang: Lang): string[] {
  const node = nodeOf(content.story, lesson.point.node);
  const lines = 'tell' in node ? sourceLines(content, lang, node.tell.sources) : [];
  return [...new Set(lines.map(({ title, year }) => `${title}, ${year}`))];
}
