import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { describe, expect, test as plain } from 'vitest';
import { showing } from '../support/browser/browser.ts';
import { test } from '../support/browser/site.ts';
import { TrialRoom } from '../support/browser/trial-pages.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PAGES = { phone: 'index.html', stage: '', desk: '', debrief: '', trial: '', proof: 'src/locales/nl/proof.html' };
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const camel = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** What Chrome 87, Firefox 78 or Safari 14 lack, with a pattern that matches nothing else. `at` is a name of much else: the page below shows it. */
const LATER = [
  /\.(findLast|findLastIndex|toSorted|toReversed|toSpliced|throwIfAborted|requestSubmit|checkVisibility|roundRect|createConicGradient)\(/g,
  /\b(?:Object|Map)\.(hasOwn|groupBy)\(/g,
  /\b(?:URL|Promise|Array|AbortSignal|crypto|Error)\.(canParse|parse|any|try|withResolvers|fromAsync|timeout|randomUUID|isError)\(/g,
  /(?<![.\w`'"])(structuredClone|reportError|requestIdleCallback)\(/g,
  /\bnew (AggregateError|WeakRef|FinalizationRegistry|BroadcastChannel|OffscreenCanvas|CompressionStream|CSSStyleSheet)\(/g,
  /\.(values|keys|entries)\(\)\.(?:map|filter|some|every|find|reduce|forEach|toArray|take|drop|flatMap)\(/g,
  /\.(showModal)\(/g,
  /(\(\?<[=!])/g,
];
/** Asked for before it is called. */
const ASKED: Record<string, RegExp> = {
  showModal: /typeof \w+\.showModal/,
  canParse: /typeof URL\.canParse/,
  requestIdleCallback: /`requestIdleCallback`in window/,
  // In a `try` of the YAML library.
  '(?<!': /try\{\w+=RegExp\(`\(\?<!\[ \t\]\)/,
};
function lacking(script: string, known: readonly string[]): string[] {
  const called = new Set(LATER.flatMap((pattern) => [...script.matchAll(pattern)].map(([, name]) => name ?? '')));
  // An `Object.keys(…)` is an array.
  return [...called].filter((name) => !known.includes(name) && !ASKED[name]?.test(script));
}
const LATER_STYLE = [
  /[;{](inset|translate|rotate|scale):/g,
  /(@container|@layer|@scope|color-mix\(|light-dark\()/g,
  /([^{}]*,[^{}]*:has\([^{}]*|[^{}]*:has\([^{}]*,[^{}]*)\{/g,
];
const lackingStyle = (style: string) => LATER_STYLE.flatMap((pattern) => [...style.matchAll(pattern)].map(([, name]) => name ?? ''));

/** All that a page loads, early or late. */
function filesOf(page: string, end: 'js' | 'css'): string[] {
  const found = new Set<string>();
  const follow = (text: string) => {
    for (const [, name = ''] of text.matchAll(/["'`](?:[./]*assets\/|\.\/)([\w-]+\.(?:js|css))["'`]/g)) {
      if (found.has(name)) continue;
      found.add(name);
      if (name.endsWith('.js')) follow(read(`dist/assets/${name}`));
    }
  };
  follow(read(`dist/${PAGES[page as keyof typeof PAGES] || `src/${page}/index.html`}`));
  return [...found].filter((name) => name.endsWith(end));
}
const replacedIn = (source: string) => [...read(source).matchAll(/core-js\/stable\/(?:\w+\/)?([\w-]+)\.js/g)].map(([, name]) => camel(name ?? ''));

describe('what the built pages call, the browsers of the README have', () => {
  plain.each(Object.keys(PAGES))('%s', (page) => {
    const known = ['phone', 'proof'].includes(page)
      ? []
      : replacedIn('src/ui/oldest-browsers.ts').concat(page === 'debrief' ? replacedIn('src/debrief/main.tsx') : []);
    const scripts = filesOf(page, 'js');
    expect(scripts.length).toBeGreaterThan(1);
    expect(scripts.flatMap((name) => lacking(read(`dist/assets/${name}`), known).map((call) => `${name}: ${call}`))).toEqual([]);
    expect(filesOf(page, 'css').flatMap((name) => lackingStyle(read(`dist/assets/${name}`)))).toEqual([]);
  });

  plain.each([
    ['a.findLast(b)', 'findLast'],
    ['Map.groupBy(a,b)', 'groupBy'],
    ['let a=structuredClone(b)', 'structuredClone'],
    ['a.showModal()', 'showModal'],
    ['a=/(?<!b)c/', '(?<!'],
    ['new Set(a).values().map(b)', 'values'],
  ])('%s would be named', (script, name) => {
    expect(lacking(script, [])).toEqual([name]);
    expect(lacking(script, [name])).toEqual([]);
  });

  plain.each(['a{inset:0}', 'a,b:has(c){d:e}'])('%s would be named', (style) => expect(lackingStyle(style)).toHaveLength(1));

  plain('every page says so where it stays as it was sent', () => {
    for (const page of Object.keys(PAGES)) expect(filesOf(page, 'css').some((name) => read(`dist/assets/${name}`).includes('#old{'))).toBe(true);
    for (const folder of readdirSync(join(ROOT, 'dist/src')).filter((name) => name !== 'locales'))
      expect(read(`dist/src/${folder}/index.html`)).toMatch(/id="old"[\s\S]*Firefox 78, Safari 14 of later[\s\S]*lang="en"[\s\S]*Safari 14 or later/);
  });
});

/** A browser that has no more than the oldest ones that are promised. */
async function aged(page: Page): Promise<Page> {
  await page.addInitScript(() => {
    const without = (from: object | undefined, ...names: string[]) => {
      for (const name of names) if (from) delete (from as Record<string, unknown>)[name];
    };
    const numbers = Object.getPrototypeOf(Uint8Array.prototype);
    for (const list of [Array.prototype, numbers]) without(list, 'at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced', 'with');
    without(String.prototype, 'at', 'isWellFormed', 'toWellFormed');
    without(Set.prototype, 'union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom');
    without(
      Object.getPrototypeOf(Object.getPrototypeOf([].values())),
      'map',
      'filter',
      'some',
      'every',
      'find',
      'reduce',
      'forEach',
      'toArray',
      'take',
      'drop',
      'flatMap',
    );
    without(Object, 'hasOwn', 'groupBy');
    without(Map, 'groupBy');
    without(Array, 'fromAsync');
    without(Promise, 'any', 'try', 'withResolvers');
    without(URL, 'canParse', 'parse');
    without(AbortSignal, 'timeout', 'any');
    without(AbortSignal.prototype, 'throwIfAborted');
    without(Crypto.prototype, 'randomUUID');
    without(Intl, 'ListFormat', 'Segmenter', 'DurationFormat');
    without(HTMLDialogElement.prototype, 'show', 'showModal', 'close', 'open');
    without(HTMLFormElement.prototype, 'requestSubmit');
    without(Element.prototype, 'checkVisibility', 'setHTMLUnsafe', 'getHTML');
    without(HTMLElement.prototype, 'inert', 'popover', 'showPopover', 'hidePopover', 'togglePopover');
    without(CanvasRenderingContext2D.prototype, 'roundRect', 'createConicGradient', 'letterSpacing', 'reset', 'filter');
    without(Document.prototype, 'startViewTransition');
    without(Navigator.prototype, 'wakeLock');
    without(window, 'structuredClone', 'reportError', 'requestIdleCallback', 'BroadcastChannel', 'OffscreenCanvas', 'CompressionStream', 'Iterator');
    without(window, 'AggregateError', 'WeakRef', 'FinalizationRegistry');
  });
  return page;
}

describe('in a browser without what is newer', () => {
  test('a teacher sees the start page', async ({ school, rack }) => {
    const page = await aged(await rack.screen(1366, 768));
    await page.goto(`${school.origin}/docent`);
    await showing(page, 'home');
    await page.getByRole('article', { name: 'Buitengesloten' }).waitFor();
    expect(await page.locator('.before').count()).toBe(0);
  });

  test('a whole lesson runs: board, dialogs, a scene with a chat, the phone and the debrief', async ({ files, rack }) => {
    const page = await aged(await rack.screen(1366, 768, { reducedMotion: 'reduce' }));
    const room = await new TrialRoom(page).open(files.trialOf('groepsapp'));
    const board = () => room.frame('stage');
    await showing(board(), 'lobby');

    // The count of heads takes the place of the board; Escape gives it back.
    await board().evaluate(() => {
      for (const key of ['Shift', 'PageDown']) dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    });
    const count = board().getByRole('dialog');
    await count.getByRole('button', { name: 'Klopt' }).waitFor();
    expect(await board().getByTestId('controls').isVisible()).toBe(false);
    await count.press('Escape');
    await count.waitFor({ state: 'hidden' });
    await board().getByTestId('controls').waitFor();

    await room.jumps('plan');
    await showing(board(), 'scene');
    const said = async () => {
      await room.desk.getByTestId('next').evaluate((button: HTMLElement) => button.click());
      return board().evaluate(() => document.querySelector('#mirror')?.textContent);
    };
    await expect.poll(said, { interval: 400 }).toContain('ik win met mijn ogen dicht');
    await room.jumps('d1');
    await showing(board(), 'question');
    await room.desk.getByRole('button', { name: 'Terug naar een keuze' }).first().click();
    const back = room.desk.getByRole('dialog');
    await back.waitFor();
    await back.press('Escape');
    await back.waitFor({ state: 'detached' });
    await room.next();
    await showing(room.phone, 'vote');
    await room.phone.getByRole('button', { name: 'Hulp' }).click();
    const help = room.phone.getByRole('dialog', { name: 'Hulp' });
    await help.waitFor();
    expect(await room.phone.locator('#page').isVisible()).toBe(false);
    await help.press('Escape');
    await help.waitFor({ state: 'detached' });
    await showing(room.phone, 'vote');

    await page.getByRole('button', { name: 'Nabespreking' }).click();
    const debrief = await room.comes('debrief');
    await showing(debrief, 'debrief');
    await debrief.getByRole('heading', { name: 'Buitengesloten' }).first().waitFor();
  });
});
