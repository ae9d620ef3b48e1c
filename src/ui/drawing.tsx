/** One of our own drawings, inline. `label` only where the drawing says what no text beside it says. */
export function Drawing({ svg, class: name = '', label }: { svg: string; class?: string; label?: string }) {
  const attributes = label ? ({ role: 'img', 'aria-label': label } as const) : ({ 'aria-hidden': true } as const);
  return <span class={`drawing ${name}`} {...attributes} dangerouslySetInnerHTML={{ __html: svg }} />;
}
