import type { Page } from 'playwright';
import { expect } from 'vitest';
import { CONSENT_LEAST_MS, type LiveChat } from '../../src/protocol/live-chat.ts';
import type { PhoneView } from '../../src/protocol/views/phone.ts';
import { drawnBeats } from '../../src/tools/bench/live-pages.ts';
import { LONGEST_MS, type SlowLine, slowLine } from '../../src/tools/bench/slow-line.ts';
import { accessible, nothingCut, picture, type Rack, showing } from '../support/browser/browser.ts';
import { ClassTime } from '../support/browser/class-time.ts';
import { type LiveSchool, openLiveSchool } from '../support/browser/live-school.ts';
import { test } from '../support/browser/site.ts';
import { randomFrom } from '../support/random.ts';
import { Classroom } from '../support/server/classroom.ts';

let rack: Rack;
let school: LiveSchool;
let room: Classroom;
let time: ClassTime;
/** When each beat is due, once the chat is known. */
let due: ReadonlyMap<string, number>;
test.beforeEach(async ({ rack: ofTest }) => {
  rack = ofTest;
  school = await openLiveSchool();
  time = new ClassTime(school.clock);
  room = await Classroom.of(school.school, 9, await school.school.startLesson('klein'));
});
test.afterEach(async () => {
  // Pages without their server would report errors.
  await rack.close();
  await school?.close();
});

type Held = { page: Page; line: SlowLine };
async function holds(
  seed: number,
  options: Parameters<Rack['phone']>[0] = {},
  prepare: (page: Page) => Promise<unknown> = async () => {},
): Promise<Held> {
  const page = await time.holds(await rack.phone(options));
  const line = await slowLine(page, randomFrom(seed).number);
  await prepare(page);
  await page.goto(`${school.school.origin}/#${room.code}`);
  return { page, line };
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const beat = async (page: Page, id: string) => {
  await time.until(due.get(id)!);
  await page.locator(`[data-beat="${id}"]`).waitFor({ state: 'attached' });
};
const unfolded = (page: Page, id: string) => page.locator(`[data-beat="${id}"]:not(.quiet)`).waitFor();
const told = ({ line }: Held, type: string) => line.asked.filter((one) => one.type === type).map(({ act, on }) => act ?? on ?? true);
const lines = (page: Page) => page.locator('[role="log"] li').evaluateAll((all) => all.map((one) => one.textContent));
const projection = (page: Page) => page.locator('[role="log"] li.quiet').count();

/** Writes down what a screen reader would be told of the log: what is added to it, not what is there when it comes. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const log = document.querySelector('[role="log"]');
    if (log)
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes) for (const node of addedNodes) heard.push(node.textContent ?? '');
      }).observe(log, { childList: true, subtree: true, characterData: true });
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
}

function chatOf({ screen }: PhoneView): LiveChat {
  if (screen.kind !== 'live') throw new Error(`a ${screen.kind} instead of a chat`);
  return screen.chat;
}

/** A device whose clock is set wrong. */
const HOUR_FAST = 'const right = Date.now; Date.now = () => right() + 3_600_000;';
const TALK = 'Zeg er iets van in de groep';

test('a class has a chat on every phone at the same moment', async () => {
  const reader = await holds(1);
  const cut = await holds(2);
  const foreign = await holds(3, { locale: 'en-GB' });
  const small = await holds(4, { viewport: { width: 320, height: 568 } }, (page) => page.addInitScript(HOUR_FAST));
  let loads = false;
  const unlucky = await holds(5, {}, (page) => page.route(/\/assets\/live-.*\.js/, (route) => (loads ? route.continue() : route.abort())));
  for (const { page } of [reader, cut, foreign, small, unlucky]) await showing(page, 'lobby');
  await room.confirms(20);

  await room.until('tell');
  await showing(reader.page, 'tell');
  await heading(reader.page, 'Zo gaat het');
  await reader.page.getByText('Bron: ').waitFor();
  await nothingCut(reader.page);
  await accessible(reader.page);
  await picture(reader.page, 'phone-tell');

  await room.next();
  await heading(reader.page, 'Zo begint het');
  await heading(foreign.page, 'Almost there');
  const chat = chatOf(await room.phones[0]!.sees('live'));
  due = new Map(chat.beats.map(({ id, at }) => [id, chat.startsAt + at]));
  await picture(reader.page, 'phone-live-soon');
  const [sawFirst, , , sawSmall] = await time.together(
    () => readsAndActs(reader),
    () => leavesAndComesBack(foreign),
    () => losesItsConnection(cut),
    () => isSmall(small),
    () => comesLate(),
    () =>
      loadsLate(unlucky, () => {
        loads = true;
      }),
    ...room.phones.map((phone) => async () => {
      const { round } = chatOf(await phone.sees('live'));
      await phone.ask({ type: 'live.act', round, act: 'zeg' });
    }),
  );

  // No phone is ahead of the class by more than its line can hide, however its clock is set; how far apart they are, `npm run bench:live` measures.
  for (const seen of [sawFirst, sawSmall, await drawnBeats(cut.page)])
    for (const id of ['m1', 'm2', 'm3', 'm4']) expect([id, time.clock.at(seen.get(id)!) > due.get(id)! - LONGEST_MS]).toEqual([id, true]);

  // The pupil has the last word.
  await time.until(chat.endsAt);
  await heading(reader.page, 'Telt jouw deel mee?');
  await picture(reader.page, 'phone-live-consent');
  await reader.page.getByText('Kies je niets? Dan telt het mee.').waitFor();
  await foreign.page.getByText('Kies je niets? Dan telt het niet mee.').waitFor();
  await button(foreign.page, 'Telt mee').click();
  await button(reader.page, 'Liever niet').click();
  await reader.page.getByRole('status').filter({ hasText: 'Kijk naar het bord.' }).waitFor();
  await nothingCut(reader.page);
  await accessible(reader.page);
  expect(told(reader, 'live.count')).toEqual([false]);
  expect(told(reader, 'live.act')).toEqual(['zeg']);
  expect(told(foreign, 'live.count').slice(-2)).toEqual([false, true]);

  // The result is not released before everybody had the time to answer.
  await time.until(chat.endsAt + CONSENT_LEAST_MS);
  await expect.poll(() => room.next(), { interval: 500 }).toEqual({ ok: true });
  await room.stage.sees('results');
  await showing(reader.page, 'results');
  await heading(reader.page, 'Wat we deden');
});

/** Everything is folded at first, a screen reader hears each message once, the first act counts, and a reload changes nothing. */
async function readsAndActs(reader: Held): Promise<Map<string, number>> {
  const { page } = reader;
  await time.until(due.get('b1')!);
  await heading(page, 'Klas');
  const heard = await listen(page);
  await beat(page, 'b1');
  expect(await button(page, 'Lach mee').isDisabled()).toBe(true);
  expect(await button(page, 'Even weg').isEnabled()).toBe(true);
  await picture(page, 'phone-live-folded');
  await beat(page, 'm1');
  await button(page, /^Lees verder \(\d\)$/).click();
  await page.getByRole('status').filter({ hasText: 'getikt' }).waitFor();
  expect(await projection(page)).toBe(0);

  await beat(page, 'm3');
  await button(page, 'Lach mee').and(page.locator(':enabled')).waitFor();
  expect(told(reader, 'live.seen')).toEqual([]);
  await button(page, /^Lees verder/).click();
  await expect.poll(() => told(reader, 'live.seen')).toEqual([true]);
  await button(page, TALK).click();
  await button(page, 'Lach mee').click();
  await expect.poll(() => told(reader, 'live.act')).toEqual(['zeg']);
  await picture(page, 'phone-live');
  // A screen reader that goes on through the page does not find the announcement again.
  await expect.poll(() => page.locator('#announce').textContent()).toBe('');
  const announced = await heard();
  for (const text of ['Yara: Wie neemt morgen de eend mee?', 'Daan: Foto van Mees. Die laten we niet zien.'])
    expect(announced.filter((one) => one === text)).toHaveLength(1);
  expect(announced.join('\n')).not.toMatch(/typt/);

  await beat(page, 'm4');
  const times = await drawnBeats(page);
  await page.reload();
  await heading(page, 'Klas');
  await unfolded(page, 'm4');
  // A choice that was made without a connection is lost with the page.
  const again = page.locator('[role="log"]').getByText('Kies het dan nog een keer');
  await again.waitFor();
  expect(await lines(page)).toContain('Yara: Aan jouKan iemand zeggen dat dit weg moet?');
  expect(await page.locator('.chat-fresh').count()).toBe(0);
  await picture(page, 'phone-live-opened-again');
  await button(page, 'Stuur het door').click();
  await again.waitFor({ state: 'detached' });
  await accessible(page);
  return times;
}

/** Changes the language in the middle; then leaves the chat for a while and comes back at the right second. */
async function leavesAndComesBack(foreign: Held): Promise<void> {
  const { page } = foreign;
  await time.until(due.get('m1')!);
  await page.getByText('Who brings the duck tomorrow?').waitFor({ state: 'attached' });
  await button(page, 'Nederlands').click();
  await page.getByText('Wie neemt morgen de eend mee?').waitFor({ state: 'attached' });
  await button(page, 'Even weg').click();
  await heading(page, 'Je hoeft niets');
  await expect.poll(() => told(foreign, 'live.count')).toEqual([false]);
  await picture(page, 'phone-live-away');
  await page.reload();
  await heading(page, 'Je hoeft niets');
  await accessible(page);
  await button(page, 'Terug naar de chat').click();
  await unfolded(page, 'm1');
  // It is sent again if the reload came before it had arrived, and never taken back.
  expect(new Set(told(foreign, 'live.count'))).toEqual(new Set([false]));
}

/** A phone without a connection plays on by itself, and reports when it is back. */
async function losesItsConnection(held: Held): Promise<void> {
  const { page, line } = held;
  await beat(page, 'm2');
  await line.cut();
  await page.getByText('Geen verbinding').waitFor();
  await beat(page, 'm4');
  await button(page, 'Vraag een volwassene').click();
  expect(told(held, 'live.act')).toEqual([]);
  line.mend();
  await expect.poll(() => told(held, 'live.act')).toContain('hulp');
}

/** Every tap answers alike, and at 400% everything is reached while the focus stays where it is. */
async function isSmall(held: Held): Promise<Map<string, number>> {
  const { page } = held;
  await time.until(due.get('m3')!);
  await button(page, 'Lach mee').and(page.locator(':enabled')).waitFor();
  let taps = 0;
  const answer = page.getByRole('status').filter({ hasText: 'getikt' });
  const afterTap = async (name: string | RegExp) => {
    await button(page, name).click();
    taps += 1;
    await answer.waitFor();
    const looks = await page.locator('#page > section').evaluate((chat) => chat.outerHTML.replace(/ chat-fresh/g, ''));
    await answer.waitFor({ state: 'detached' });
    return looks;
  };
  // Again where a message came in between.
  await expect.poll(async () => (await afterTap(/^Lees verder/)) === (await afterTap('Lach mee'))).toBe(true);
  // The traffic of all taps is alike too; the first act is sent once.
  const asked = (type: string) => new Set(held.line.asked.filter((one) => one.type === type).map(({ id }) => id)).size;
  await expect.poll(() => [asked('live.read'), asked('live.act')]).toEqual([taps - 1, 1]);

  await page.setViewportSize({ width: 320, height: 256 });
  const readOn = button(page, /^Lees verder/);
  await readOn.focus();
  await beat(page, 'm5');
  expect(await readOn.evaluate((element) => element === document.activeElement)).toBe(true);
  await nothingCut(page);
  const unreached = await page.evaluate(() =>
    [...document.querySelectorAll('button')]
      .filter((one) => {
        one.scrollIntoView({ block: 'nearest' });
        const { x, y, width, height } = one.getBoundingClientRect();
        return !one.contains(document.elementFromPoint(x + width / 2, y + height / 2));
      })
      .map((one) => one.textContent),
  );
  expect(unreached).toEqual([]);
  await picture(page, 'phone-live-zoomed');
  return drawnBeats(page);
}

async function comesLate(): Promise<void> {
  const late = await holds(6);
  await showing(late.page, 'apart');
  expect(late.line.asked).toEqual([]);
}

/** A browser that could not load the chat says so, and gets it as soon as it can. */
async function loadsLate({ page }: Held, mend: () => void): Promise<void> {
  await heading(page, 'De chat komt eraan');
  await page.getByText('Het laden lukt nog niet').waitFor();
  mend();
  await time.until(due.get('b1')!);
  await heading(page, 'Klas');
}
