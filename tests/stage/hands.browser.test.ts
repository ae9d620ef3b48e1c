import { expect } from 'vitest';
import { openBoard, screenOf } from '../support/browser/board.ts';
import { nothingCut, picture, showing } from '../support/browser/browser.ts';
import { test } from '../support/browser/site.ts';
import { Classroom } from '../support/server/classroom.ts';

/** Where the words of a scene begin, of 1920, and those under the choices, of 1080: right of and below the teacher's buttons. */
const WORDS = { scene: 142, below: 965 };

test('a finger alone, and the keys of a keyboard alone, take a board through every kind of screen to the debrief', async ({ school, rack }) => {
  const room = await Classroom.of(school, 7, await school.startLesson('sticker'));
  const board = await rack.screen(1366, 768, { hasTouch: true });
  await board.addInitScript((keys) => {
    localStorage.setItem('wdj.lessons', JSON.stringify([{ ...keys, title: 'De sticker', date: Date.now() }]));
  }, room.keys);
  await openBoard(board, school.origin, room.keys);
  await showing(board, 'lobby');

  const dialog = (name: string) => board.getByRole('dialog', { name });
  const tap = (name: string | RegExp) => board.getByRole('button', { name }).first().tap();
  /** Does it again until it has come: what has only just come takes no press. */
  const until = (comes: () => Promise<boolean>, act: () => Promise<void>) =>
    expect
      .poll(
        async () => {
          if (!(await comes())) await act();
          return comes();
        },
        { interval: 700 },
      )
      .toBe(true);
  const shows =
    (...screens: string[]) =>
    async () =>
      screens.includes(await screenOf(board));
  const asks = (name: string) => () => dialog(name).isVisible();
  const onward = (comes: () => Promise<boolean>) => until(comes, () => tap('Verder'));
  /** By the protocol, past what the board has shown once. */
  const past = async (...wanted: string[]) => {
    for (;;) {
      const { screen } = await room.until('together', ...wanted);
      if (wanted.includes(screen.kind)) return showing(board, screen.kind);
      if ('vote' in screen) await room.desk.ask({ type: 'vote.pick', round: screen.vote.round, choice: screen.vote.choices[0]?.id ?? '' });
      await room.stage.sees('reveal');
    }
  };
  /** What has the focus is in sight, has a ring around it, and nothing covers it. */
  const focused = () =>
    board.evaluate(() => {
      const one = document.activeElement;
      if (!one || one === document.body) return 'nothing';
      const { left, top, width, height } = one.getBoundingClientRect();
      const at = document.elementFromPoint(left + width / 2, top + height / 2);
      const seen = one.matches(':focus-visible') && getComputedStyle(one).outlineStyle !== 'none' && (one.contains(at) || at?.contains(one));
      return seen ? (one.getAttribute('aria-label') ?? one.textContent ?? '') : `unseen: ${one.outerHTML.slice(0, 90)}`;
    });
  const press = (key: string) => board.keyboard.press(key);
  /** With Tab, past buttons that can all be seen. */
  const tabTo = async (name: RegExp) => {
    const seen: string[] = [];
    while (!name.test(seen.at(-1) ?? '')) {
      expect(seen.length).toBeLessThan(25);
      await press('Tab');
      seen.push(await focused());
    }
    expect(seen.filter((one) => one.startsWith('unseen'))).toEqual([]);
  };

  // A finger: the buttons come with the first touch, stay, and cover no words.
  await board.touchscreen.tap(683, 300);
  await onward(asks('Hoeveel leerlingen zijn er?'));
  for (const step of ['+ 10', '− 1', '− 1', '− 1']) await tap(step);
  await tap('Klopt, begin het verhaal');
  await showing(board, 'scene');
  const buttons = await board.getByTestId('controls').boundingBox();
  expect(buttons && buttons.x + buttons.width).toBeLessThan((WORDS.scene / 1920) * 1366);
  expect(buttons && buttons.y + buttons.height).toBeLessThan((WORDS.below / 1080) * 768);
  await tap('Nog een keer');
  await picture(board, 'touch-scene');
  await tap('Pauze');
  await board.getByTestId('paused').waitFor();
  await tap('Einde pauze');
  await board.getByTestId('paused').waitFor({ state: 'hidden' });
  await room.until('together');
  await showing(board, 'together');
  await picture(board, 'touch-together');
  await until(asks('Dit kiezen?'), () => tap(/^A\. /));
  await tap('Ja, kies A');
  await showing(board, 'reveal');
  await onward(shows('scene'));

  // A keyboard, at the next decision.
  await room.until('together');
  await showing(board, 'together');
  await tabTo(/^B\. /);
  await until(asks('Dit kiezen?'), () => press('Enter'));
  await press('Tab');
  expect(await focused()).toBe('Toch niet');
  await press('Enter');
  await dialog('Dit kiezen?').waitFor({ state: 'hidden' });
  expect(await focused()).toMatch(/^B\. /);
  // The focus is not behind a rest, and comes back from it.
  await tabTo(/^Pauze/);
  await press('Enter');
  await board.getByTestId('paused').waitFor();
  expect(await focused()).toBe('Einde pauze');
  await press('Enter');
  await board.getByTestId('paused').waitFor({ state: 'hidden' });
  expect(await focused()).toBe('Pauze');
  await until(asks('Dit kiezen?'), () => press('2'));
  await until(shows('reveal'), () => press('Enter'));
  await past('end');

  // What if, and back, by touch.
  await onward(asks('Dit was het verhaal. En nu?'));
  await tap('Terug naar een keuze');
  await picture(board, 'touch-decisions');
  await nothingCut(board);
  await tap(/^Wat als/);
  await showing(board, 'reveal');
  await board.getByTestId('detour').waitFor();
  await until(asks('Terug naar jullie route?'), () => tap('Terug naar jullie route'));
  await tap('Ja, terug');
  await showing(board, 'end');
  // Agreements by keyboard.
  await until(asks('Dit was het verhaal. En nu?'), () => press('Space'));
  await until(asks('Kies een afspraak'), () => press('Enter'));
  const isTicked = () => board.evaluate(() => document.activeElement?.getAttribute('aria-pressed') === 'true');
  for (let agreement = 0; agreement < 2; agreement++) {
    await until(isTicked, () => press('Space'));
    await press('Tab');
  }
  await tabTo(/^Laat de klas kiezen/);
  await press('Enter');
  await showing(board, 'together');
  await past('end');
  // A double click ends no lesson.
  await onward(asks('Dit was het verhaal. En nu?'));
  await board.getByRole('button', { name: 'Sluit de les af' }).dblclick();
  await dialog('De les afsluiten?').waitFor();
  await tap('Ja, sluit af');
  await showing(board, 'over');
  await until(asks('De les is klaar'), () => press('Space'));
  const opened = board.context().waitForEvent('page');
  await tabTo(/^Open de nabespreking/);
  await press('Enter');
  await (await opened).getByRole('heading', { name: 'De sticker', level: 1 }).waitFor();
  room.leave();
});
