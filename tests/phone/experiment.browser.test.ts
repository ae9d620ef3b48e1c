import type { Page } from 'playwright';
import { expect } from 'vitest';
import { CONSENT_LEAST_MS } from '../../src/protocol/live-chat.ts';
import type { PhoneView } from '../../src/protocol/views/phone.ts';
import { slowLine } from '../../src/tools/bench/slow-line.ts';
import { openBoard } from '../support/browser/board.ts';
import { picture, type Rack, showing } from '../support/browser/browser.ts';
import { ClassTime } from '../support/browser/class-time.ts';
import { type LiveSchool, openLiveSchool } from '../support/browser/live-school.ts';
import { test } from '../support/browser/site.ts';
import { randomFrom } from '../support/random.ts';
import { Classroom } from '../support/server/classroom.ts';

/** A whole class of thirty-four, and one of nine: a real board, four real phones, and thirty by protocol. */
let school: LiveSchool;
let time: ClassTime;
test.beforeEach(async () => {
  school = await openLiveSchool();
  time = new ClassTime(school.clock);
});
test.afterEach(async ({ rack }) => {
  // Pages that lost their server would complain.
  await rack.close();
  await school?.close();
});

const BAND = /^(few|some|about-half|most|almost-all)$/;
const mirrorOf = (stage: Page) => stage.evaluate(() => document.querySelector('#mirror')?.textContent ?? '');
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const chatOf = (view: PhoneView) => {
  if (view.screen.kind !== 'live') throw new Error(`a ${view.screen.kind} instead of a chat`);
  return view.screen.chat;
};

async function aBoard(rack: Rack, room: Classroom): Promise<Page> {
  const stage = await time.holds(await rack.screen(1366, 768));
  await openBoard(stage, school.school.origin, room.keys);
  await showing(stage, 'lobby');
  return stage;
}

/** So many of these do this act after they saw what it is about; the rest only read. */
async function theOthersAct(room: Classroom, act: string, acting: (seat: number) => boolean): Promise<void> {
  const { round, startsAt } = chatOf(await room.phones[0]!.sees('live'));
  await time.until(startsAt);
  await Promise.all(
    room.phones.map(async (phone, seat) => {
      await phone.sees('live');
      expect(await phone.ask({ type: 'live.seen', round })).toEqual({ ok: true });
      if (acting(seat)) expect(await phone.ask({ type: 'live.act', round, act })).toEqual({ ok: true });
    }),
  );
}

/** The teacher does not wait until everybody has said whether their part counts. On a slow computer that time may be over already. */
async function goesOn(room: Classroom): Promise<void> {
  const { screen } = room.stage.view!;
  await time.until((screen.kind === 'live' ? screen.endsAt : 0) + CONSENT_LEAST_MS);
  if (room.stage.view!.screen.kind === 'live') expect([{ ok: true }, { ok: false, refusal: 'moment-passed' }]).toContainEqual(await room.next());
}

test('thirty-four phones: a clock on the board, a chat on each phone, and afterwards the same bands for every eye', async ({ rack }) => {
  const room = await Classroom.of(school.school, 30, await school.school.startLesson('klein'));
  const stage = await aBoard(rack, room);
  const phones = await Promise.all(
    [1, 2, 3, 4].map(async (seed) => {
      const page = await time.holds(await rack.phone());
      const line = await slowLine(page, randomFrom(seed).number);
      await page.goto(`${school.school.origin}/#${room.code}`);
      await showing(page, 'lobby');
      return { page, line };
    }),
  );
  const [reads, reloads, isCut, leaves] = phones as [(typeof phones)[0], (typeof phones)[0], (typeof phones)[0], (typeof phones)[0]];
  await room.stage.until('everybody', (view) => view.seats === 34);
  await room.confirms(34);
  await room.until('tell');
  await showing(stage, 'tell');
  await picture(stage, 'experiment-1-board-tell');
  await picture(reads.page, 'experiment-1-phone-tell');
  await room.next();
  await showing(stage, 'live');
  await picture(stage, 'experiment-2-board-soon');

  await theOthersAct(room, 'hulp', (seat) => seat < 15);
  const { startsAt, endsAt, beats } = chatOf(room.phones[0]!.view!);
  await time.until(startsAt + beats.find(({ id }) => id === 'm3')!.at);
  const incident = reads.page.locator('[data-beat="m3"]');
  await incident.waitFor({ state: 'attached' });
  await picture(reads.page, 'experiment-3-phone-chat');
  await picture(stage, 'experiment-3-board-clock');
  // One phone reads and acts, one reloads in the middle, one loses its connection and comes back, and one leaves.
  await Promise.all([
    (async () => {
      await button(reads.page, /^Lees verder/).click();
      await button(reads.page, 'Vraag een volwassene').click();
    })(),
    (async () => {
      await reloads.page.reload();
      await reloads.page.locator('[data-beat="m3"]').waitFor({ state: 'attached' });
      await button(reloads.page, /^Lees verder|^Vraag een/)
        .first()
        .waitFor();
    })(),
    (async () => {
      await isCut.line.cut();
      await isCut.page.getByText('Geen verbinding').waitFor();
      isCut.line.mend();
    })(),
    leaves.page.close(),
  ]);
  const said = await mirrorOf(stage);
  expect(said).toContain('Kijk op je eigen telefoon');
  expect(said).not.toMatch(/\d+ van \d+|hulp|volwassene/i);
  await time.until(endsAt);
  await Promise.all([
    reads.page.getByRole('heading', { level: 1, name: 'Telt jouw deel mee?' }).waitFor(),
    expect.poll(() => mirrorOf(stage)).toContain('Je telefoon vraagt nog één ding'),
  ]);
  await Promise.all([picture(reads.page, 'experiment-4-phone-consent'), picture(stage, 'experiment-4-board-done')]);
  await goesOn(room);

  await showing(stage, 'results');
  await showing(reads.page, 'results');
  await showing(isCut.page, 'results');
  await picture(stage, 'experiment-5-board-results');
  await picture(reads.page, 'experiment-5-phone-results');
  const told = room.stage.view!.screen;
  const result = told.kind === 'results' ? told.results[0]! : null;
  const bands = { helped: expect.stringMatching(BAND), not: expect.stringMatching(BAND) };
  expect(result?.arms).toEqual({ few: bands, many: bands });
  expect(result?.released).toBeNull();
  for (const phone of room.phones) {
    const { screen } = phone.view!;
    expect(screen.kind === 'results' && screen.results[0]?.arms).toEqual(result?.arms);
  }
  expect(await mirrorOf(stage)).toContain('Eén klas bewijst niets');
  await reads.page.getByText('Eén klas bewijst niets').first().waitFor();
  expect(await reads.page.getByText('Te weinig stemmen').count()).toBe(0);
  // Before the close nobody had received anything of it.
  const before = room.stage.frames.filter((frame) => (frame as { screen?: { kind: string } }).screen?.kind === 'live');
  expect(before.length).toBeGreaterThan(0);
  expect(JSON.stringify(before)).not.toMatch(/hulp|helped|answered/);
});

test('nine phones: the same chat, and afterwards no more than the rule allows nine', async ({ rack }) => {
  const room = await Classroom.of(school.school, 9, await school.school.startLesson('klein'));
  const stage = await aBoard(rack, room);
  await room.confirms(9);
  await room.until('tell');
  await room.next();
  await theOthersAct(room, 'zeg', (seat) => seat < 2);
  await goesOn(room);
  await showing(stage, 'results');
  await picture(stage, 'experiment-6-board-nine');
  const { screen } = room.stage.view!;
  const result = screen.kind === 'results' ? screen.results[0] : null;
  expect(result?.released).toEqual({ shown: 'path', path: 'not' });
  expect(result?.arms ?? null).toBeNull();
  expect(JSON.stringify(room.desk.frames)).not.toMatch(/"counts"|"bands"/);
});
