import type { Frame, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { School } from '../server/classroom.ts';
import { accessible, nothingCut, picture, Rack, showing } from './browser.ts';
import { FileServer, TrialRoom } from './trial-room.ts';

/** Every state of phone and desk that no other test looks at with axe, also in a window of 320 by 256: 1280 by 1024 at 400%. */
const SMALL = { width: 320, height: 256 };

let files: FileServer;
let rack: Rack;
beforeAll(async () => {
  files = await new FileServer().open();
  rack = await Rack.open();
});
afterAll(async () => {
  await rack?.close();
  await files?.close();
});

/** Nothing is closed to anybody, as it stands and four times as large. */
async function open(frame: Frame, state: string): Promise<void> {
  const told = (error: Error) => {
    throw new Error(`${state}: ${error.message}`);
  };
  await accessible(frame).catch(told);
  const element = await frame.frameElement();
  const before = await element.evaluate((one, { width, height }) => {
    const kept = (one as HTMLElement).style.cssText;
    (one as HTMLElement).style.cssText = `position: fixed; inset: 0 auto auto 0; width: ${width}px; height: ${height}px; z-index: 9`;
    return kept;
  }, SMALL);
  await frame.waitForFunction((width) => innerWidth === width, SMALL.width);
  await nothingCut(frame).catch(told);
  await reachable(frame).catch(told);
  await element.evaluate((one, kept) => {
    (one as HTMLElement).style.cssText = kept;
  }, before);
}

/** The window scrolls to each control, and it is then not covered whole by what stays at the bottom. */
async function reachable(page: Page | Frame): Promise<void> {
  const covered = await page.evaluate(() => {
    const top = document.querySelector('dialog[open]') ?? document;
    const controls = [...top.querySelectorAll<HTMLElement>('button, a[href], input, select, summary')].filter(
      (one) => one.offsetParent !== null && !one.closest('[aria-hidden="true"]') && one.getBoundingClientRect().width > 2,
    );
    return controls
      .filter((one) => {
        one.scrollIntoView({ block: 'center', behavior: 'instant' });
        const box = (one.closest('label') ?? one).getBoundingClientRect();
        const at = document.elementFromPoint(
          Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1),
          Math.min(Math.max(box.top + Math.min(box.height, innerHeight) / 2, 1), innerHeight - 1),
        );
        return !at || !(one.contains(at) || at.contains(one) || one.closest('label')?.contains(at));
      })
      .map((one) => one.textContent?.trim() || one.getAttribute('aria-label') || one.outerHTML.slice(0, 80));
  });
  expect(covered).toEqual([]);
}

test('every state of a phone and of the desk beside it can be used by everybody, as it stands and at 400%', async () => {
  const page = await rack.screen(1366, 768);
  const room = await new TrialRoom(page).open(files.trialOf('omstander'));
  const { desk } = room;
  const seen: string[] = [];
  /** The phone's state, and the desk's with it. */
  const both = async (phone: string, onDesk: string | null = phone) => {
    await showing(room.phone, phone);
    if (onDesk) await showing(desk, onDesk);
    seen.push(phone);
    await open(room.phone, `phone ${phone}`);
    if (onDesk) await open(desk, `desk ${onDesk}`);
  };
  const dialog = async (frame: Frame, button: string, state: string) => {
    await frame.getByRole('button', { name: button }).first().click();
    await frame.locator('dialog[open]').waitFor();
    await open(frame, state);
    await page.keyboard.press('Escape');
    await frame.locator('dialog[open]').waitFor({ state: 'detached' });
    seen.push(state);
  };

  await desk.getByText('25 van 25').waitFor();
  await both('lobby');
  await dialog(room.phone, 'Hulp', 'phone help');
  await dialog(desk, 'Iets echts', 'desk real');

  await room.jumps('k-uitleg');
  await both('tell');
  await room.next();
  await both('live');

  await room.jumps('d4');
  await both('look', 'question');
  await dialog(desk, 'Terug', 'desk back');
  await dialog(desk, 'Overslaan', 'desk skip');
  await room.next();
  await showing(room.phone, 'ready');
  await accessible(room.phone);
  await both('vote');
  const words = room.phone.locator('.words button, button.word').first();
  if (await words.count()) {
    await words.click();
    await open(room.phone, 'phone meaning');
    await page.keyboard.press('Escape');
  }
  await desk.getByRole('button', { name: 'Rust' }).click();
  await both('calm', null);
  await open(desk, 'desk at rest');
  await desk.getByRole('button', { name: 'Verder gaan' }).click();
  await showing(room.phone, 'vote');
  // A phone that comes in now looks on.
  await room.phone.evaluate(() => location.reload());
  await both('watch', null);
  await desk.getByText(/2[45] van 2\d hebben gekozen/).waitFor();
  await room.next();
  await both('talk');
  await room.next();
  await both('reveal');

  await room.jumps('k-uitslag');
  await both('results');
  await room.chooses('Leerlingen', '5');
  await desk.getByText('6 van 6').waitFor();
  await room.jumps('d1');
  await both('together');

  await room.chooses('Verhaal', 'groepsapp');
  await room.chooses('Leerlingen', '12');
  await room.chooses('Stemming', 'quiet');
  await room.jumps('praat-stilte');
  await both('reflect');
  await room.jumps('d1');
  await room.next();
  await showing(room.phone, 'vote');
  await picture(page, 'states-vote');
  await room.jumps('d5');
  await both('look', 'question');

  await room.jumps('einde-gesprek');
  await both('end');
  await desk.getByRole('button', { name: 'Sluit de les af' }).first().click();
  await open(desk, 'desk finish');
  await desk.locator('dialog[open] button').last().click();
  await both('over');
  console.log(`looked at ${seen.join(', ')}`);
  expect(rack.complaints).toEqual([]);
});

test('the door of a phone, and a code that opens nothing', async () => {
  const school = await new School().open();
  try {
    const phone = await rack.phone({ viewport: SMALL });
    await phone.goto(school.origin);
    await showing(phone, 'code');
    await accessible(phone);
    await nothingCut(phone);
    await reachable(phone);
    await phone.getByRole('textbox').fill('ACDEFG');
    await phone.keyboard.press('Enter');
    await phone.locator('[role="alert"], [aria-invalid="true"]').first().waitFor();
    await accessible(phone);
    await nothingCut(phone);
    await reachable(phone);
    await picture(phone, 'states-door');
  } finally {
    await school.close();
  }
});
