import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Chapter, State } from './states.ts';

export type { Chapter } from './states.ts';
export const BOOK = fileURLToPath(new URL('../../../lookbook/', import.meta.url));

const STYLE = `
body { margin: 24px; font: 16px/1.4 system-ui, sans-serif; background: #eee9df; color: #1d1b36; }
nav { display: flex; flex-wrap: wrap; gap: 4px 16px; }
nav a { color: #3a2e6b; }
section > div { display: grid; grid-template-columns: repeat(auto-fill, minmax(420px, 1fr)); gap: 12px; }
figure { margin: 0; } img { width: 100%; border-radius: 8px; display: block; aspect-ratio: 16 / 9; }
figcaption { overflow-wrap: anywhere; }`;

const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The book as a page. It is written after every picture: whoever stops halfway still has what was drawn. */
export class Pages {
  readonly #chapters: readonly Chapter[];
  readonly #drawn = new Map<string, string[]>();
  readonly #wanted: number;
  readonly #begun = performance.now();
  #count = 0;

  constructor(chapters: readonly Chapter[]) {
    this.#chapters = chapters;
    this.#wanted = chapters.reduce((sum, { states }) => sum + states.length, 0);
    rmSync(BOOK, { recursive: true, force: true });
    mkdirSync(BOOK);
  }

  add({ id, title, states }: Chapter, one: State, picture: Buffer): void {
    const name = `${id}-${one.id}.jpg`.replaceAll(/[^\w.-]/g, '_');
    writeFileSync(`${BOOK}${name}`, picture);
    const figures = this.#drawn.get(id) ?? [];
    this.#drawn.set(id, figures);
    figures.push(
      `<figure id="${name.replace('.jpg', '')}"><a href="${name}"><img src="${name}" loading="lazy" alt=""></a><figcaption>${escaped(one.title)}</figcaption></figure>`,
    );
    this.#count += 1;
    this.#write();
    this.#tell(figures.length === states.length ? title : null);
  }

  end(): void {
    if (process.stdout.isTTY) console.log();
  }

  #write(): void {
    const there = this.#chapters.filter(({ id }) => this.#drawn.has(id));
    const links = there.map(({ id, title }) => `<a href="#${id}">${escaped(title)}</a>`).join('');
    const sections = there.map(
      ({ id, title }) => `<section id="${id}"><h2>${escaped(title)}</h2><div>${this.#drawn.get(id)?.join('')}</div></section>`,
    );
    const heading = `Look-book: ${this.#count}${this.#count < this.#wanted ? ` of ${this.#wanted}` : ''} pictures`;
    writeFileSync(
      `${BOOK}index.html`,
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Look-book</title><link rel="icon" href="data:,"><style>${STYLE}</style><h1>${heading}</h1><nav>${links}</nav>${sections.join('')}</html>`,
    );
  }

  /** One line that stays where it is, or a line a chapter where nobody looks on. */
  #tell(finished: string | null): void {
    const line = `${this.#count} of ${this.#wanted} pictures, ${Math.round((performance.now() - this.#begun) / 1000)} s`;
    if (process.stdout.isTTY) process.stdout.write(`\r${line} `);
    else if (finished !== null) console.log(`${line}: ${finished}`);
  }
}
