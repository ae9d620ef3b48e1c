/** One of our own drawings, inline. `label` only where the drawing says what no text beside it says. */
export function Drawing({ svg, class: name = '', label }: { svg: string; class?: string; label?: string }) {
  const told = label ? ({ role: 'img', 'aria-label': label } as const) : ({ 'aria-hidden': true } as const);
  return <span class={`drawing ${name}`} {...told} dangerouslySetInnerHTML={{ __html: svg }} />;
}
