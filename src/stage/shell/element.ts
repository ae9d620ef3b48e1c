export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string> = {},
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...inside);
  return made;
}

export function picture(svg: string): HTMLElement {
  const span = element('span', { class: 'picture', 'aria-hidden': 'true' });
  span.innerHTML = svg;
  return span;
}
