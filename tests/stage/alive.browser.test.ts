import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { View } from '../../src/protocol/views/view.ts';
import { openBoard } from '../support/browser/board.ts';
import { becomes, picture, showing } from '../support/browser/browser.ts';
import { test } from '../support/browser/site.ts';
import { Classroom } from '../support/server/classroom.ts';

/** Head and shoulders of whoever stands on the left; nothing else of the board moves there. */
const LEFT = { x: 150, y: 250, width: 300, height: 300 };

const look = async (page: Page) => (await page.screenshot({ clip: LEFT })).toString('base64');

test('people on the board breathe while nothing happens, and keep still with reduced motion', async ({ school, rack }) => {
  const room = await Classroom.of(school, 8);
  const stage = await rack.screen(1366, 768, { everyFrame: true });
  const calm = await rack.screen(1366, 768, { reducedMotion: 'reduce', everyFrame: true });
  for (const page of [stage, calm]) await openBoard(page, school.origin, room.keys);
  await room.confirms(9);
  const { screen } = await room.until('scene');
  for (const page of [stage, calm]) await showing(page, 'scene');
  // To the end of the scene, where it waits.
  const offset = (view: View) => (view.role === 'stage' && view.screen.kind === 'scene' ? view.screen.playhead.offset : 0);
  const length = screen.kind === 'scene' ? screen.scene.length : 0;
  for (let at = 0; at < length; at = offset(await room.stage.until('the next beat', (view) => offset(view) > at))) await room.next();
  for (const page of [stage, calm]) await becomes(page, () => /verder: spatiebalk/.test(document.querySelector('#mirror')?.textContent ?? ''));
  await picture(stage, 'stage-alive');
  await picture(calm, 'stage-still');

  await calm.bringToFront();
  const rest = new Set<string>();
  for (let shot = 0; shot < 12; shot += 1) rest.add(await look(calm));
  expect(rest.size).toBe(1);

  // A board on a slow computer moves people by whole pixels, and draws seldom.
  await stage.bringToFront();
  const alive = new Set<string>();
  await expect.poll(async () => alive.add(await look(stage)).size).toBeGreaterThan(5);
});
