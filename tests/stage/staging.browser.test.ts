import type { Page } from 'playwright';
import { expect } from 'vitest';
import { forward, openBoard } from '../support/browser/board.ts';
import { becomes, picture, showing } from '../support/browser/browser.ts';
import { hearLettering, lettering, nothingCovered } from '../support/browser/lettering.ts';
import { test } from '../support/browser/site.ts';
import { Classroom } from '../support/server/classroom.ts';

const heard = (stage: Page, line: string) => becomes(stage, (wanted) => document.querySelector('#mirror')?.textContent?.includes(wanted), line);
const written = async (stage: Page, line: string) => {
  const seen = async () => (await lettering(stage)).some(({ text, alpha }) => alpha > 0.9 && text.includes(line));
  await expect.poll(seen).toBe(true);
};
const momentOf = (stage: Page) => stage.evaluate(() => document.documentElement.dataset.screenRevision);

/** So many phones choose each; the others watch. */
async function choose(room: Classroom, ...votes: [choice: string, phones: number][]): Promise<void> {
  await room.until('question');
  await room.next();
  const wanted = votes.flatMap(([choice, phones]) => Array<string>(phones).fill(choice));
  await Promise.all(
    room.phones.map(async (phone, index) => {
      const { screen } = await phone.sees('vote');
      const choices = screen.kind === 'vote' ? screen.vote.choices : [];
      const at = choices.findIndex(({ id }) => id === wanted[index]);
      expect(await phone.votes(at < 0 ? null : at)).toMatchObject({ ok: true });
    }),
  );
  await room.closeVote();
  await room.stage.until('the end of the vote', (view) => view.screen.kind !== 'vote');
  await room.desk.until('the same', (view) => view.screen.kind !== 'vote');
}

/** Goes on by beats until the board says this. */
async function plays(room: Classroom, stage: Page, line: string): Promise<void> {
  for (let beats = 0; beats < 40; beats += 1) {
    if (await stage.evaluate((wanted) => document.querySelector('#mirror')?.textContent?.includes(wanted), line)) return;
    const offset = () => (room.stage.view?.screen.kind === 'scene' ? room.stage.view.screen.playhead.offset : -1);
    const before = offset();
    await room.next();
    await room.stage.until('the next beat', () => offset() !== before);
    await stage.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
  }
  await heard(stage, line);
}

test('the board plays every kind of result, a look aside and a second vote, and chats on two phones: each whole, each ended by a press', async ({
  school,
  rack,
}) => {
  const room = await Classroom.of(school, 18);
  const stage = await rack.screen();
  await hearLettering(stage);
  await openBoard(stage, school.origin, room.keys);
  await room.confirms(18);
  await room.until('scene');
  await showing(stage, 'scene');

  // Somebody speaks.
  await plays(room, stage, 'spraakbericht van 4 seconden');
  await written(stage, 'Ik heb vier banen');
  await nothingCovered(stage);
  await picture(stage, 'stage-voice');
  await room.until('question');
  await showing(stage, 'question');

  // Bands. A press ends the staging; the lesson stays where it is.
  await choose(room, ['stil', 8], ['vraag', 5], ['app', 5]);
  await showing(stage, 'reveal');
  const moment = await momentOf(stage);
  await heard(stage, 'gehusseld');
  await forward(stage);
  await heard(stage, 'een deel');
  expect(await momentOf(stage)).toBe(moment);
  await expect.poll(async () => (await lettering(stage)).filter(({ text }) => text === 'een deel').length).toBe(3);
  await nothingCovered(stage);
  await picture(stage, 'stage-reveal-bands');

  // Another group has news behind the one that is read.
  await room.next();
  await showing(stage, 'scene');
  await plays(room, stage, '2B: 1 ongelezen');
  await nothingCovered(stage);
  await picture(stage, 'stage-behind');

  // Bands again.
  await choose(room, ['eerlijk', 16], ['smoes', 1], ['bel', 1]);
  await room.until('reveal');
  await showing(stage, 'reveal');
  await forward(stage);
  await heard(stage, '(bijna) iedereen');
  await nothingCovered(stage);
  await room.next();

  // What is kept for later is told at once where it is asked; then only the path, and one chat on two phones, of whom one is removed.
  await choose(room, ['kap', 18]);
  await choose(room, ['eruit', 9]);
  await showing(stage, 'reveal');
  await heard(stage, 'De envelop gaat open');
  await forward(stage);
  await written(stage, 'De klas koos');
  await nothingCovered(stage);
  await room.next();
  await showing(stage, 'scene');
  await plays(room, stage, 'Sem heeft jou verwijderd');
  await heard(stage, 'Jij hebt Daan verwijderd');
  await heard(stage, 'Je kunt niets meer sturen');
  await written(stage, 'Scherm van Daan');
  await written(stage, 'Je kunt niets meer sturen');
  await nothingCovered(stage);
  await picture(stage, 'stage-two-phones');

  // A look at another path: back to the fork and the other way.
  await room.desk.ask({ type: 'story.back', node: 'd2a', choice: 'smoes' });
  await showing(stage, 'reveal');
  await written(stage, 'Hier kon het anders gaan');
  await picture(stage, 'stage-rewind');
  await forward(stage);
  await written(stage, 'En als het anders was gegaan?');
  await nothingCovered(stage);

  // A second vote: what was chosen first folds away.
  await room.desk.ask({ type: 'story.back', node: 'd2a', choice: null });
  await showing(stage, 'question');
  await written(stage, 'Eerst werd het dit');
  await expect.poll(async () => (await lettering(stage)).some(({ text }) => text === 'Eerst werd het dit')).toBe(false);
  await nothingCovered(stage);
});
