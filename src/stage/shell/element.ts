import { ownIds } from '../../ui/own-ids.ts';
import styles from './element.module.css';
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string | undefined> = {},
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(name, value);
  made.append(...inside);
  return made;
}

export function picture(svg: string): HTMLElement {
  const span = element('span', { class: styles.picture, 'aria-hidden': 'true' });
  span.innerHTML = ownIds(svg);
  return span;
}
