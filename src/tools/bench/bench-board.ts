import type { Page } from 'playwright';
import { connect, type Link } from '../../client/connection.ts';
import { PROTOCOL_VERSION } from '../../protocol/identity.ts';
import type { LessonKeys } from '../../protocol/new-lesson.ts';
import type { DeskView } from '../../protocol/views/desk.ts';
import { until } from './measure.ts';

/** A board in a browser, and a desk beside it that leads the lesson. */

export const row = (label: string, cells: string[]) => console.log(label.padEnd(34) + cells.map((cell) => cell.padStart(11)).join(''));

export function openLesson(origin: string, keys: LessonKeys): Promise<Link<DeskView>> {
  const desk = connect<DeskView>({ v: PROTOCOL_VERSION, lang: 'nl', role: 'desk', lesson: keys.lesson, token: keys.desk }, origin);
  return until(desk, () => true).then(() => desk);
}

export const next = (desk: Link<DeskView>) => desk.ask({ type: 'lesson.next', screenRevision: desk.view?.screenRevision ?? 0 });
/** A board never takes its key from an address: the tab has it already. */
export async function openBoard(page: Page, origin: string, { lesson, stage: token }: LessonKeys): Promise<void> {
  await page.addInitScript((key) => sessionStorage.setItem('stage-admission', key), JSON.stringify({ lesson, token }));
  await page.goto(`${origin}/bord`);
}
export const drawn = (page: Page, screen: string) =>
  page.waitForFunction((kind) => document.documentElement.dataset.screen === kind, screen, { timeout: 60_000 });
