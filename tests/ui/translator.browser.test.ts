import type { Page } from 'playwright';
import { afterAll, beforeAll, expect } from 'vitest';
import type { PhoneScreen } from '../../src/protocol/views/phone.ts';
import type { ChoiceView } from '../../src/protocol/views/vote.ts';
import { showing } from '../support/browser/browser.ts';
import { PhoneServer } from '../support/browser/phone-server.ts';
import { test } from '../support/browser/site.ts';

const server = new PhoneServer();
beforeAll(() => server.listen());
afterAll(() => server.close());

const choice = (letter: ChoiceView['letter']): ChoiceView => ({ id: letter.toLowerCase(), letter, text: `Ik kies ${letter}`, short: letter });
const [A, B] = [choice('A'), choice('B')];
const vote = {
  round: 'd1-1',
  as: 'Sami',
  question: 'Wat doe jij? En waarom?',
  context: 'Het is laat.',
  drawing: null,
  held: false,
  foreseen: false,
  choices: [A, B],
};
const SCREENS: PhoneScreen[] = [
  { kind: 'look' },
  { kind: 'talk', until: Date.now() + 3_600_000, seconds: 3600 },
  { kind: 'too-few', again: false },
  { kind: 'too-few', again: true },
  { kind: 'reveal', round: 'd1-1', question: 'Wat?', choices: [A, B], path: A, by: 'class', released: { shown: 'path', path: 'a' } },
  { kind: 'reveal', round: 'd1-1', question: 'Wat?', choices: [A, B], path: B, by: 'hands', released: null },
  { kind: 'reflect', question: 'Wat zou jij zeggen?' },
  { kind: 'tell', title: 'Zo gaat het', lines: ['Een regel.', 'Nog een.'], sources: ['Een boek'] },
  { kind: 'tell', title: 'Zo ging het', lines: ['Een andere regel.'], sources: [] },
  { kind: 'paused' },
  { kind: 'together', question: 'Wat kiezen jullie?', choices: [A, B] },
  { kind: 'end' },
];

/** As browsers translate: an element in the place of each text, also of those that come later. `around`: the text itself stays inside. */
function translate(around: boolean): void {
  const all = () => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    while (texts.nextNode()) if (!texts.currentNode.parentElement?.closest('font, script, style')) found.push(texts.currentNode as Text);
    for (const text of found.filter(({ data }) => data.trim())) {
      const font = document.createElement('font');
      const inner = font.appendChild(document.createElement('font'));
      inner.textContent = around ? '' : `«${text.data}»`;
      if (around) {
        text.replaceWith(font);
        inner.append(text);
      } else {
        text.parentNode?.insertBefore(font, text);
        text.remove();
      }
    }
  };
  all();
  new MutationObserver(all).observe(document.body, { childList: true, subtree: true, characterData: true });
}

const textOf = (page: Page) => page.evaluate(() => document.querySelector('#app')?.textContent?.replace(/[«»]/g, ''));

test.for([false, true])(
  'a phone that its browser translates shows what changes once, and its clock runs (text kept inside: %s)',
  async (around, { rack }) => {
    const [plain, translated] = [await rack.phone(), await rack.phone()];
    const both = async (act: (page: Page) => Promise<unknown>) => void (await Promise.all([plain, translated].map(act)));
    const alike = () =>
      expect
        .poll(async () => {
          const [shown, plainly] = [await textOf(translated), await textOf(plain)];
          return shown === plainly ? 'alike' : `translated: ${shown}\nplain: ${plainly}`;
        })
        .toBe('alike');
    server.screen = { kind: 'lobby' };
    await both((page) => page.goto(`${server.origin}/#ACDEFG`));
    await both((page) => showing(page, 'lobby'));
    await translated.evaluate(translate, around);
    await plain.locator('button.main').click();
    // A press goes on while the page draws: the words that are pressed stay where they are.
    await translated.locator('button.main font font >> visible=true').first().hover({ timeout: 5000 });
    await translated.mouse.down();
    server.show({ kind: 'lobby' });
    await translated.waitForTimeout(300);
    await translated.mouse.up();
    await both((page) => page.getByText('Zag je jezelf').waitFor({ timeout: 10_000 }));
    await alike();
    server.show({ kind: 'vote', vote, deadline: Date.now() + 600_000, seconds: 600, mine: null });
    await both((page) => showing(page, 'vote'));
    await alike();
    const clock = () => translated.getByRole('timer').textContent();
    const before = await clock();
    await expect.poll(clock).not.toBe(before);
    await both((page) => page.getByRole('radio').first().click({ force: true }));
    await both((page) => page.getByText('Alle enveloppen').waitFor());
    await alike();
    // With the focus beside the screen its heading is spoken, and what is spoken goes again.
    await both((page) => page.locator('footer button').first().focus());
    for (const screen of SCREENS) {
      server.show(screen);
      await both((page) => showing(page, screen.kind));
      await alike();
    }
    expect(await plain.locator('#announce').textContent()).not.toBe('');
    await expect.poll(() => plain.locator('#announce').textContent()).toBe('');
    await alike();
    expect(await translated.locator('font').count()).toBeGreaterThan(0);
  },
);
