import { useMemo } from 'preact/hooks';
import { ownIds } from './own-ids.ts';

/** One of our own drawings, inline. It has a `label` only if no text beside it says what it shows. */
export function Drawing({ svg, class: name = '', label }: { svg: string; class?: string; label?: string }) {
  const attributes = label ? ({ role: 'img', 'aria-label': label } as const) : ({ 'aria-hidden': true } as const);
  const own = useMemo(() => ownIds(svg), [svg]);
  return <span class={`drawing ${name}`} {...attributes} dangerouslySetInnerHTML={{ __html: own }} />;
}
