import type { Frame, Page } from 'playwright';
import { beforeEach, expect } from 'vitest';
import { accessible, becomes, nothingCut, picture, type Rack, showing, smallTargets } from '../support/browser/browser.ts';
import { test } from '../support/browser/site.ts';
import { type FileServer, TrialRoom } from '../support/browser/trial-pages.ts';

/** Every state of phone and desk that no other test looks at with axe, also in a window of 320 by 256: 1280 by 1024 at 400%. */
const SMALL = { width: 320, height: 256 };

/** Everything that axe finds, at the normal size and at four times the size. */
const closed: string[] = [];
beforeEach(() => {
  closed.length = 0;
});

async function open(frame: Frame, state: string): Promise<void> {
  const told = (error: Error & { actual?: unknown }) => {
    closed.push(`${state}: ${JSON.stringify(error.actual) ?? error.message}`);
  };
  await accessible(frame).catch(told);
  if (state.startsWith('phone')) for (const small of await smallTargets(frame)) closed.push(`${state} small: ${small}`);
  const element = await frame.frameElement();
  const before = await element.evaluate((one, { width, height }) => {
    const kept = (one as HTMLElement).style.cssText;
    (one as HTMLElement).style.cssText = `position: fixed; inset: 0 auto auto 0; width: ${width}px; height: ${height}px; z-index: 9`;
    return kept;
  }, SMALL);
  await becomes(frame, (width) => innerWidth === width, SMALL.width);
  await nothingCut(frame).catch(told);
  await reachable(frame).catch(told);
  await element.evaluate((one, kept) => {
    (one as HTMLElement).style.cssText = kept;
  }, before);
}

/** The window scrolls to each control, and it is then not covered whole by what stays at the bottom. */
async function reachable(page: Page | Frame): Promise<void> {
  const covered: string[] = await page.evaluate(() => {
    const top = document.querySelector('dialog[open]') ?? document;
    const controls = [...top.querySelectorAll<HTMLElement>('button, a[href], input, select, summary')].filter(
      (one) =>
        one.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) &&
        !one.closest('[aria-hidden="true"]') &&
        one.getBoundingClientRect().width > 2,
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
  if (covered.length > 0) throw new Error(`covered: ${covered.join(' | ')}`);
}

/** A trial lesson, and a check of a state of its phone and its desk. */
async function looking(rack: Rack, files: FileServer) {
  const page = await rack.screen(1366, 768);
  const room = await new TrialRoom(page).open(files.trialOf('omstander'));
  const { desk } = room;
  // Other tests look at the board, which would cost more here than everything else.
  await page.locator('iframe[name^="trial-stage"]').evaluate((one: HTMLIFrameElement) => {
    one.src = 'about:blank';
  });
  /** The phone's state, and the desk's with it. */
  const both = async (phone: string, onDesk: string | null = phone) => {
    await showing(room.phone, phone);
    if (onDesk) await showing(desk, onDesk);
    await open(room.phone, `phone ${phone}`);
    if (onDesk) await open(desk, `desk ${onDesk}`);
  };
  const dialog = async (frame: Frame, button: string, state: string) => {
    await frame.getByRole('button', { name: button }).first().click();
    await frame.locator('dialog[open]').waitFor();
    await open(frame, state);
    await frame.locator('dialog[open]').press('Escape');
    await frame.locator('dialog[open]').waitFor({ state: 'hidden' });
  };
  return { page, room, desk, both, dialog };
}

test('every state of a phone and of the desk beside it can be used by everybody, as it stands and at 400%', async ({ files, rack }) => {
  const { page, room, desk, both, dialog } = await looking(rack, files);
  await desk.getByText('25 van 25').waitFor();
  await both('lobby');
  await dialog(room.phone, 'Hulp', 'phone help');
  await dialog(desk, 'Er is echt iets aan de hand', 'desk who sees');
  await desk.getByRole('button', { name: 'Er is echt iets aan de hand' }).click();
  await desk.getByRole('button', { name: 'Ja, de klas ook' }).click();
  await open(desk, 'desk hide');
  await desk.getByRole('button', { name: 'Het digibord is uit, ga verder' }).click();
  await open(desk, 'desk real');
  await desk.locator('dialog[open]').press('Escape');
  await desk.getByRole('button', { name: 'Einde pauze' }).click();

  await room.jumps('k-uitleg');
  await both('tell');
  await room.next();
  await both('live');

  await room.jumps('d4');
  await both('look', 'question');
  await dialog(desk, 'Terug', 'desk back');
  await dialog(desk, 'Zonder stemming', 'desk skip');
  await room.next();
  await showing(room.phone, 'ready');
  await accessible(room.phone);
  await both('vote');
  const words = room.phone.locator('[data-part="words"] button').first();
  if (await words.count()) {
    await words.click();
    await open(room.phone, 'phone meaning');
    await page.keyboard.press('Escape');
  }
  await desk.getByRole('button', { name: 'Pauze' }).click();
  await both('paused', null);
  await open(desk, 'desk paused');
  await desk.getByRole('button', { name: 'Einde pauze' }).click();
  await showing(room.phone, 'vote');
  await desk.getByText('24 van 25 hebben gekozen').waitFor();
  await room.next();
  await both('talk');
  await room.next();
  await both('reveal');
  expect(closed).toEqual([]);
});

test('results, talk without a vote, and the end, the same', async ({ files, rack }) => {
  const { room, desk, both } = await looking(rack, files);
  await room.jumps('k-uitslag');
  await both('results');
  await room.chooses('Leerlingen', '5');
  await desk.getByText('6 van 6').waitFor();
  await room.jumps('d1');
  await both('together');
  await room.chooses('Verhaal', 'groepsapp');
  await room.jumps('praat');
  await both('reflect');
  await room.jumps('einde-baan');
  await both('end');
  await desk.getByRole('button', { name: 'Sluit de les af' }).first().click();
  await open(desk, 'desk finish');
  await desk.getByRole('button', { name: 'Ja, sluit af' }).click();
  await both('over');
  expect(closed).toEqual([]);
});

test('the door of a phone, and a code that opens nothing', async ({ school, rack }) => {
  const phone = await rack.phone({ viewport: SMALL });
  // As browsers have it since 2025: a yes or no, for which the word "off" is a yes.
  await phone.addInitScript(() =>
    Object.defineProperty(HTMLElement.prototype, 'autocorrect', {
      configurable: true,
      set(on: unknown) {
        (this as HTMLElement).setAttribute('autocorrect', on ? 'on' : 'off');
      },
    }),
  );
  await phone.goto(school.origin);
  await showing(phone, 'code');
  const field = phone.getByRole('textbox');
  for (const [name, value] of Object.entries({
    autocorrect: 'off',
    autocapitalize: 'characters',
    autocomplete: 'off',
    spellcheck: 'false',
    inputmode: 'text',
  }))
    expect([name, await field.getAttribute(name)]).toEqual([name, value]);
  expect(await smallTargets(phone)).toEqual([]);
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
});
