import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { archive } from '../../src/lesson/archive.ts';
import type { PhoneView } from '../../src/protocol/views/phone.ts';
import type { StageView } from '../../src/protocol/views/stage.ts';
import { compile } from '../../src/story/compile/machine.ts';
import type { Story } from '../../src/story/compile/story.ts';
import type { Structure } from '../../src/story/schema/schema.ts';
import type { Texts } from '../../src/story/schema/texts.ts';
import { aClass } from '../support/lesson/class.ts';
import { petje } from '../support/lesson/petje.ts';
import { looks } from '../support/lesson/views-of.ts';

const { nodes } = petje.structure;
const eerste = nodes.eerste as Extract<Structure['nodes'][string], { vote: object }>;
/** Petje with a guess before the first choice that is told at the end, and a second vote on the first question. */
const structure: Structure = {
  ...petje.structure,
  nodes: {
    ...nodes,
    begin: { ...(nodes.begin as object), next: 'gok' } as Structure['nodes'][string],
    gok: {
      vote: { ...eerste.vote, held: true, choices: eerste.vote.choices.map(({ set: _set, ...choice }) => ({ ...choice, to: 'eerste' })) },
    },
    praat: { reflect: {}, next: 'opnieuw' },
    opnieuw: {
      vote: { ...eerste.vote, again: 'eerste', choices: eerste.vote.choices.map(({ set: _set, ...choice }) => ({ ...choice, to: 'uitslag' })) },
    },
    uitslag: { results: ['gok'], next: 'slot' },
  },
};
const texts = (lang: 'nl' | 'en'): Texts => {
  const { eerste: own, praat } = petje.texts[lang].nodes;
  return {
    ...petje.texts[lang],
    nodes: { ...petje.texts[lang].nodes, gok: own!, opnieuw: own!, uitslag: { ...praat!, title: 'Uitslag' } },
  } as unknown as Texts;
};
const story: Story = { structure, texts: { nl: texts('nl'), en: texts('en') }, machine: compile(structure), version: 'test' };

const guessed = (a: number, b: number, watching = 0) => aClass({ story }).votes('a', a).votes('b', b).votes(null, watching).closes();
const told = (a: number, b: number) =>
  guessed(a, b, 24 - a - b)
    .votes('a', 24)
    .closes()
    .votes('x', 24)
    .closes()
    .reaches('reflect')
    .votes('b', 24)
    .closes()
    .reaches('results');
const shownOf = (screen: unknown) => JSON.parse(JSON.stringify(screen)).results.map(({ released }: { released: unknown }) => released);

describe('a vote whose result is kept', () => {
  test('goes straight on to the next question, whatever was voted', () => {
    expect(guessed(14, 10).lesson).toMatchObject({ phase: 'question', point: { node: 'eerste' }, round: null });
    expect(guessed(3, 1, 20).lesson).toMatchObject({ phase: 'question', point: { node: 'eerste' } });
  });

  test('is not asked in a class too small to vote', () => {
    const room = aClass({ story, seats: 7 }).reaches('together');
    expect(room.lesson).toMatchObject({ phase: 'together', point: { node: 'eerste' }, decisions: [] });
  });

  test('tells nobody anything until the story does: not the board, not the teacher, not the debrief', () => {
    const split = fc.tuple(fc.integer({ min: 0, max: 24 }), fc.integer({ min: 0, max: 24 })).filter(([a, b]) => a + b <= 24);
    fc.assert(
      fc.property(split, split, ([a, b], [c, d]) => {
        const rooms = [guessed(a, b, 24 - a - b), guessed(c, d, 24 - c - d)] as const;
        const same = () => expect(looks(rooms[0])).toEqual(looks(rooms[1]));
        same();
        for (const room of rooms) room.votes('a', 24).closes();
        same();
        for (const room of rooms) room.reaches('question', 'tweede');
        same();
      }),
      { numRuns: 30 },
    );
  });

  test('is then told to everybody alike, and kept in the debrief', () => {
    const views = looks(told(14, 10));
    const released = { shown: 'bands', bands: { a: 'most', b: 'some' }, path: 'a' };
    expect(shownOf((views.stage as StageView).screen)).toEqual([released]);
    for (let seat = 0; seat < 24; seat++) expect(shownOf((views[`phone ${seat}`] as PhoneView).screen)).toEqual([released]);
    expect(JSON.parse(JSON.stringify(views.debrief)).steps.find(({ node }: { node: string }) => node === 'gok').released).toEqual(released);
  });

  test('where too few voted tells no more than that', () => {
    expect(looks(told(3, 1))).toEqual(looks(told(0, 7)));
  });
});

describe('a kept result that the story has not told', () => {
  test('is gone when the lesson ends or waits for another day', () => {
    const ended = guessed(14, 10).does({ type: 'lesson.end' });
    expect(ended.lesson.decisions).toMatchObject([{ node: 'gok', released: { shown: 'bands' } }]);
    expect(JSON.stringify(archive(ended.story, ended.lesson, ended.now))).not.toContain('"bands"');
    const waits = guessed(14, 10);
    expect(JSON.stringify(archive(waits.story, waits.lesson, waits.now))).not.toContain('"bands"');
  });

  test('stays once it is told', () => {
    const room = told(14, 10);
    expect(archive(room.story, room.lesson, room.now).decisions).toContainEqual(
      expect.objectContaining({ node: 'gok', released: expect.objectContaining({ shown: 'bands' }) }),
    );
  });
});

describe('a second vote on a question in the story', () => {
  const twice = () =>
    guessed(14, 10).votes('a', 14).votes('b', 10).closes().votes('x', 24).closes().reaches('reflect').reaches('question', 'opnieuw');

  test('replaces the first: only its path is told, and the first result is nowhere any more', () => {
    const room = twice().votes('a', 8).votes('b', 16).closes();
    expect(room.released).toEqual({ shown: 'path', path: 'b' });
    const { debrief } = looks(room);
    expect(
      JSON.parse(JSON.stringify(debrief)).steps.map(({ node, released }: { node: string; released: unknown }) => [
        node,
        released && (released as { shown: string }).shown,
      ]),
    ).toEqual([
      ['eerste', null],
      ['tweede', 'bands'],
      ['opnieuw', 'path'],
    ]);
  });

  test('tells its path alone where the question was skipped at first and is gone back to', () => {
    const room = guessed(14, 10).reaches('question', 'eerste');
    room.does({ type: 'story.skip', screenRevision: room.lesson.screenRevision }).picks('a').votes('x', 24).closes();
    expect(room.reaches('reflect').votes('a', 14).votes('b', 10).closes().released).toMatchObject({ shown: 'bands' });
    room.does({ type: 'story.back', node: 'eerste', choice: null }).votes('a', 14).votes('b', 10).closes();
    expect(room.released).toEqual({ shown: 'path', path: 'a' });
  });

  test('is watched by whoever came after the first', () => {
    const room = twice().joins(1).does({ type: 'headcount.confirm', count: 25 }).opens();
    expect(room.triesVote(24, 'a')).toBe('seat-late');
    expect(room.triesVote(23, 'a')).toBe(null);
  });
});

describe('the time that a teacher gives', () => {
  test.each([
    ['normal', 60_000],
    ['calm', 180_000],
    ['off', null],
  ] as const)('at the pace "%s" is %s ms', (pace, ms) => {
    const { round } = aClass().does({ type: 'pace.set', pace }).opens().lesson;
    expect(round?.deadline).toBe(ms === null ? null : round!.opensAt + ms);
  });
});
