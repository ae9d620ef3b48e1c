import { element } from '../shell/element.ts';

/** The same board in words, for a screen reader. Lines that stay are left alone, so that only news is read out. */
export class Mirror {
  readonly root = element('div', { id: 'mirror', 'aria-live': 'polite', 'aria-relevant': 'additions text' });
  private shown = '';

  show(lines: string[]): void {
    const sign = lines.join('\n');
    if (sign === this.shown) return;
    this.shown = sign;
    const old = [...this.root.children];
    const kept = new Set<Element>();
    let before: Element | null = null;
    for (const line of lines) {
      const known = old.find((one) => one.textContent === line && !kept.has(one));
      const paragraph: Element = known ?? element('p', {}, line);
      kept.add(paragraph);
      const place: Element | null = before ? before.nextElementSibling : this.root.firstElementChild;
      if (place !== paragraph) this.root.insertBefore(paragraph, place);
      before = paragraph;
    }
    for (const one of old) if (!kept.has(one)) one.remove();
  }
}
