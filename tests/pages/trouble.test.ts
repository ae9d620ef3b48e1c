import { expect } from 'vitest';
import { Classroom, School } from '../server/classroom.ts';
import { diskOf } from '../server/disk.ts';
import { nothingCut, picture, showing } from './browser.ts';
import { test } from './site.ts';

const MINUTE_AGO = 'const now = Date.now; Date.now = () => now() - 62_000;';
const boardOf = (room: Classroom) => `${room.school.origin}/bord#lesson=${room.keys.lesson}&token=${room.keys.stage}`;

test('a phone whose vote a full disk refuses says so, and that nothing was counted', async ({ rack }) => {
  const school = await new School().open(diskOf(1000));
  const room = await Classroom.of(school, 8);
  const phone = await rack.phone();
  await phone.goto(`${school.origin}/#${room.code}`);
  await showing(phone, 'lobby');
  await room.confirms(9);
  await room.until('question');
  await room.next();
  const { screen } = await room.phones[0]!.sees('vote');
  const { round, choices } = screen.kind === 'vote' ? screen.vote : { round: '', choices: [] };
  let counter = 0;
  while (counter < 600) {
    counter += 1;
    const answer = await room.phones[0]!.ask({ type: 'vote.cast', round, choice: choices[counter % 2]!.id, counter });
    if (!answer.ok) break;
  }
  await showing(phone, 'vote');
  await phone.getByRole('radio').first().click({ force: true });
  await phone.getByText('Je keuze is niet geteld').first().waitFor();
  await picture(phone, 'phone-disk-full');
  await nothingCut(phone);
  room.leave();
  await school.close();
});

test('when nobody has joined after a minute the board lists what to check, and the way without phones', async ({ rack }) => {
  // The lesson began a minute ago: on a server whose clock was that far behind, and is right now.
  const school = await new School({ NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(MINUTE_AGO)}` }).open();
  const room = await Classroom.of(school, 0);
  room.leave();
  await school.close();
  delete school.env.NODE_OPTIONS;
  await school.open();
  const stage = await rack.screen();
  await stage.goto(boardOf(room));
  await showing(stage, 'lobby');
  expect(stage.url()).toBe(`${school.origin}/bord`);
  await expect.poll(() => stage.evaluate(() => document.querySelector('#mirror')?.textContent ?? '')).toMatch(/wifi/i);
  await stage.waitForTimeout(1500);
  await picture(stage, 'stage-lobby-lonely');
  const small = await rack.screen(1366, 768);
  await small.goto(boardOf(room));
  await showing(small, 'lobby');
  await picture(small, 'stage-lobby-1366');
  await school.close();
  expect(rack.complaints).toEqual([]);
});

test('a browser without the keys of a lesson gets a signpost on the board, and an honest page on a wrong path', async ({ school, rack }) => {
  const page = await rack.screen(1366, 768);
  await page.goto(`${school.origin}/bord`);
  await showing(page, 'signpost');
  await picture(page, 'stage-signpost');
  const response = await page.goto(`${school.origin}/bestaat-niet`);
  expect(response?.status()).toBe(404);
  await showing(page, 'code');
});
