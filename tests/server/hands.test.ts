import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { PROTOCOL_VERSION } from '../../src/protocol/identity.ts';
import type { DebriefView } from '../../src/protocol/views/debrief.ts';
import type { DeskView } from '../../src/protocol/views/desk.ts';
import type { StageScreen } from '../../src/protocol/views/stage.ts';
import { newToken } from '../../src/server/secrets.ts';
import { Classroom, School, Screen } from '../support/server/classroom.ts';
import { filesWith } from '../support/server/disk.ts';

let school: School;
let room: Classroom;
beforeAll(async () => {
  school = await new School().open();
});
afterAll(() => school.close());
afterEach(() => room?.leave());

const bytes = () =>
  readdirSync(school.dataDir)
    .map((file) => readFileSync(join(school.dataDir, file), 'latin1'))
    .join('');
const voteOf = (screen: StageScreen) => {
  if (!('vote' in screen)) throw new Error(`no vote on ${screen.kind}`);
  return screen.vote;
};
async function debriefOf(): Promise<DebriefView> {
  const debrief = new Screen<DebriefView>(school.origin);
  await room.hello(debrief, 'debrief');
  const view = await debrief.until<DebriefView>('the debrief', () => true);
  debrief.close();
  return view;
}

/** Through the story; `decide` does what the board asks for at each of these screens. */
async function through(decide: Partial<Record<StageScreen['kind'], (screen: StageScreen) => Promise<unknown>>>): Promise<void> {
  for (;;) {
    const { screen, screenRevision } = await room.until(...Object.keys(decide), 'end');
    if (screen.kind === 'end') return;
    await decide[screen.kind]!(screen);
    await room.stage.until('the next screen', (view) => view.screenRevision > screenRevision);
    await room.desk.until('the same', (view) => view.screenRevision === room.stage.view?.screenRevision);
  }
}

describe('a class without phones', () => {
  test('plays a whole story with hands; what was counted is nowhere, and the debrief keeps bands', async () => {
    room = await Classroom.of(school, 0);
    await room.confirms(24);
    expect(await room.desk.ask({ type: 'mode.set', mode: 'hands' })).toEqual({ ok: true });
    let hands = 0;
    let together = 0;
    await through({
      hands: async (screen) => {
        const vote = voteOf(screen);
        if (screen.kind === 'hands' && screen.turn < vote.choices.length) return room.next();
        const counts = vote.choices.map((_, index) => [17, 5, 1, 0][index] as number);
        const asked = {
          type: 'hands.counted',
          round: vote.round,
          hands: Object.fromEntries(vote.choices.map(({ id }, index) => [id, counts[index] ?? 0])),
        } as const;
        if (hands === 0) {
          const much = { ...asked, hands: { ...asked.hands, [vote.choices[0]!.id]: 25 } };
          expect(await room.desk.ask(much)).toEqual({ ok: false, refusal: 'hands-too-many' });
        }
        hands += 1;
        const id = newToken();
        expect(await room.desk.ask(asked, id)).toEqual({ ok: true });
        // It may still be left unseen.
        expect(filesWith(school.dataDir, '"shown"')).toEqual([]);
        // A repeat over a bad connection draws no second result.
        expect(await room.desk.ask(asked, id)).toEqual({ ok: true });
      },
      together: async (screen) => {
        together += 1;
        await room.desk.ask({ type: 'vote.pick', round: voteOf(screen).round, choice: voteOf(screen).choices[0]!.id });
      },
    });
    // What a class expects of somebody is not asked with hands.
    expect([hands > 0, hands + together]).toEqual([true, 4]);
    const frames = JSON.stringify([room.stage.frames, room.desk.frames]);
    expect(frames).not.toMatch(/"counts"|"hands":\{/);
    expect(bytes()).not.toMatch(/hands\.counted|"counts"|"hands":\{/);
    const { steps } = await debriefOf();
    expect(steps.filter(({ by }) => by === 'hands').map(({ released }) => released?.shown)).toEqual(Array(hands).fill('bands'));
  });
});

describe('a class of which nine have phones', () => {
  test('plays a whole story: the phones alone are released, and the teacher who saw the hands picks', async () => {
    room = await Classroom.of(school, 9);
    await room.confirms(24);
    expect(await room.desk.ask({ type: 'mode.set', mode: 'mixed' })).toEqual({ ok: true });
    let weighed = 0;
    await through({
      question: async () => {
        await room.vote(0, 0, 0, 0, 0, 0, 0, 0, 1);
        await room.stage.until('nine answers', (view) => view.screen.kind === 'vote' && view.screen.answered === 9);
        await room.closeVote();
        await room.stage.until('the hands or a result', (view) => view.screen.kind !== 'vote');
      },
      hands: async () => {
        expect(JSON.stringify([room.stage.view, room.desk.view, room.phones.map((phone) => phone.view)])).not.toContain(
          `"${room.stage.view?.screen.kind === 'hands' ? voteOf(room.stage.view.screen).node : ''}":{"shown"`,
        );
        await room.next();
      },
      teacherDecides: async (screen) => {
        weighed += 1;
        const vote = voteOf(screen);
        expect(screen.kind === 'teacherDecides' && 'path' in screen.released && screen.released.path).toBe(vote.choices[0]!.id);
        expect(await room.desk.ask({ type: 'vote.pick', round: vote.round, choice: vote.choices[1]!.id })).toEqual({ ok: true });
        const { screen: shown } = await room.stage.sees('reveal');
        expect(shown).toMatchObject({ kind: 'reveal', by: 'mixed', path: { id: vote.choices[1]!.id }, released: null });
        await Promise.all(
          room.phones.map((phone) => phone.until('the same', (view) => view.screen.kind === 'reveal' && view.screen.path.id === vote.choices[1]!.id)),
        );
      },
    });
    expect(weighed).toBeGreaterThan(0);
    const { steps } = await debriefOf();
    const mixed = steps.filter(({ by }) => by === 'mixed');
    expect(mixed).toHaveLength(weighed);
    for (const { choices, released } of mixed) {
      const taken = choices.find((choice) => choice.taken)!.id;
      expect(released && 'path' in released && released.path).not.toBe(taken);
    }
  });
});

describe('a desk that takes over', () => {
  test('is the only one: the other hears why, is kept out after a reload, and the board goes on; pairing lets it back', async () => {
    room = await Classroom.of(school, 1);
    await room.desk.ask({ type: 'desk.offer' });
    const pairing = (await room.desk.until('a code', (view) => view.pairing?.code != null)).pairing!.code!;
    const token = newToken();
    const phone = new Screen<DeskView>(school.origin);
    const hello = { v: PROTOCOL_VERSION, lang: 'nl', role: 'desk', lesson: room.keys.lesson } as const;
    await phone.hello({ v: PROTOCOL_VERSION, lang: 'nl', role: 'pairing', pairing, token });
    await room.stage.until('its sign', (view) => view.pairing?.sign != null);
    await room.stage.ask({ type: 'desk.answer', accept: true });
    await phone.until('two desks', (view) => view.desks === 2 && view.boards === 1);

    expect(await room.stage.ask({ type: 'desk.takeover' })).toEqual({ ok: false, refusal: 'not-yours' });
    expect(await phone.ask({ type: 'desk.takeover' })).toEqual({ ok: true });
    await expect.poll(() => room.desk.dismissed).toBe('desk-taken');
    await phone.until('one desk', (view) => view.desks === 1);
    expect(await room.desk.ask({ type: 'headcount.confirm', count: 9 })).toEqual({ ok: false, refusal: 'seat-unknown' });
    const again = new Screen<DeskView>(school.origin);
    expect(await again.hello({ ...hello, token: room.keys.desk })).toEqual({ ok: false, refusal: 'desk-taken' });
    expect(await room.stage.ask({ type: 'headcount.confirm', count: 9 })).toEqual({ ok: true });

    // Also in a server that was started again.
    phone.close();
    room.stage.close();
    await school.kill();
    await school.open();
    const after = new Screen<DeskView>(school.origin);
    expect(await after.hello({ ...hello, token: room.keys.desk })).toEqual({ ok: false, refusal: 'desk-taken' });
    expect(await after.hello({ ...hello, token })).toEqual({ ok: true });
    expect(await after.until('the lesson', () => true)).toMatchObject({ headCount: 9 });
    for (const screen of [again, after]) screen.close();
  });
});

test('the card for when something real comes up is there in both languages, with the day its numbers were read', async () => {
  for (const lang of ['nl', 'en']) {
    const card = (await (await fetch(`${school.origin}/api/aftercare?lang=${lang}`)).json()) as {
      readOn: string;
      now: object[];
      never: string[];
      lines: { contact: string }[];
    };
    expect(card.readOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(card.now.length).toBeGreaterThan(3);
    expect(card.lines.map(({ contact }) => contact).join()).toContain('0800-0432');
    expect(JSON.stringify(card)).toContain(lang === 'nl' ? 'Dit is niet jouw schuld.' : 'This is not your fault.');
  }
});
