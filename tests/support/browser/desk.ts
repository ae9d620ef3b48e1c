import type { Page } from 'playwright';
import { expect } from 'vitest';
import { PROTOCOL_VERSION } from '../../../src/protocol/identity.ts';
import type { DeskView } from '../../../src/protocol/views/desk.ts';
import { Phone, type School, Screen } from '../server/classroom.ts';
import { accessible, nothingCut, picture, showing } from './browser.ts';

export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

/** The teacher counts so many pupils: with the big button, digits and Enter. */
export async function counts(desk: Page, pupils: number): Promise<void> {
  await press(desk, 'Tel de leerlingen');
  await desk.getByRole('dialog', { name: 'Hoeveel leerlingen zijn er?' }).waitFor();
  await desk.keyboard.type(String(pupils));
  await desk.keyboard.press('Enter');
  await desk
    .getByText(pupils === 1 ? '1 leerling geteld' : `${pupils} leerlingen geteld`)
    .first()
    .waitFor();
}

/** Everything that is looked at on a page of a lesson that runs. */
export async function look(page: Page, name: string): Promise<void> {
  await nothingCut(page);
  await picture(page, `during-${name}`);
  await accessible(page);
}

/** So many phones by the protocol. */
export async function joined(school: School, code: string, count: number): Promise<Phone[]> {
  const phones = Array.from({ length: count }, () => new Phone(school.origin));
  expect(await Promise.all(phones.map((phone) => phone.join(code)))).toEqual(phones.map(() => ({ ok: true })));
  return phones;
}

/** Goes on by the protocol, as a third desk, past scenes and votes to the screen that a test is about. */
export async function onTo(desk: Page, wanted: DeskView['screen']['kind']): Promise<void> {
  const [kept] = await desk.evaluate(() => JSON.parse(localStorage.getItem('wdj.lessons') ?? '[]'));
  const hand = new Screen<DeskView>(new URL(desk.url()).origin);
  await hand.hello({ v: PROTOCOL_VERSION, lang: 'nl', role: 'desk', lesson: kept.lesson, token: kept.desk });
  for (;;) {
    const { screen, screenRevision } = await hand.until<DeskView>('a board that is not at rest', (view) => !view.paused);
    if (screen.kind === wanted) break;
    if ('vote' in screen && ['together', 'too-few', 'teacherDecides'].includes(screen.kind))
      await hand.ask({ type: 'vote.pick', round: screen.vote.round, choice: screen.vote.choices[0]?.id ?? '' });
    else {
      const skipped = await hand.ask({ type: 'story.skip', screenRevision });
      if (screen.kind === 'scene' || !skipped.ok) await hand.ask({ type: 'lesson.next', screenRevision });
    }
    await hand.until('the next screen', (view) => view.screenRevision > screenRevision);
  }
  hand.close();
  await showing(desk, wanted);
}
