import { describe, expect, test } from 'vitest';
import { recordOf } from '../../src/debrief/keep/record.ts';
import { archive } from '../../src/lesson/archive.ts';
import { audit, divisions, ties } from '../../src/lesson/release/audit.ts';
import { foreseenIn } from '../../src/lesson/release/foreseen.ts';
import { type Count, release } from '../../src/lesson/release/release.ts';
import english from '../../src/locales/en/phone.json' with { type: 'json' };
import dutch from '../../src/locales/nl/phone.json' with { type: 'json' };
import { LETTERS } from '../../src/protocol/identity.ts';
import type { DebriefView } from '../../src/protocol/views/debrief.ts';
import type { PhoneView } from '../../src/protocol/views/phone.ts';
import type { StageView } from '../../src/protocol/views/stage.ts';
import { compile } from '../../src/story/compile/machine.ts';
import type { Story } from '../../src/story/compile/story.ts';
import type { Structure } from '../../src/story/schema/schema.ts';
import type { Texts } from '../../src/story/schema/texts.ts';
import { aClass, type Class } from '../support/lesson/class.ts';
import { petje } from '../support/lesson/petje.ts';
import { looks } from '../support/lesson/views-of.ts';

const { nodes } = petje.structure;
const tweede = nodes.tweede as Extract<Structure['nodes'][string], { vote: object }>;
/** Petje with a prediction of two or three choices before the first question; what happens then depends on that. */
function storyWith(choices: number): Story {
  const structure: Structure = {
    ...petje.structure,
    nodes: {
      ...nodes,
      begin: { ...(nodes.begin as object), next: 'raad' } as Structure['nodes'][string],
      raad: {
        vote: {
          ...tweede.vote,
          talk: undefined,
          held: true,
          asks: 'prediction',
          choices: tweede.vote.choices.slice(0, choices).map((choice) => ({ ...choice, to: 'eerste' })),
        },
      },
      'na-a': { ...(nodes['na-a'] as object), next: 'kwam-x' } as Structure['nodes'][string],
      'na-b': { ...(nodes['na-b'] as object), next: 'kwam-y' } as Structure['nodes'][string],
      'kwam-x': { foreseen: { vote: 'raad', came: 'x' }, next: 'tweede' },
      'kwam-y': { foreseen: { vote: 'raad', came: 'y' }, next: 'tweede' },
    },
  };
  const texts = (lang: 'nl' | 'en'): Texts => {
    const own = petje.texts[lang].nodes;
    const told = { ...own.praat!, title: 'Wat deed Noor?' };
    return { ...petje.texts[lang], nodes: { ...own, raad: own.tweede!, 'kwam-x': told, 'kwam-y': told } } as unknown as Texts;
  };
  return { structure, texts: { nl: texts('nl'), en: texts('en') }, machine: compile(structure), version: 'test' };
}
const [two, three] = [storyWith(2), storyWith(3)];

/** A class that guessed so, with the lot that breaks a tie. */
function guessed(story: Story, votes: readonly number[], { lot = 0, seats = 24 } = {}): Class {
  const room = aClass({ story, seats });
  room.reaches('question', 'raad').opens();
  votes.forEach((count, index) => void room.votes(['x', 'y', 'z'][index]!, count));
  const silent = seats - votes.reduce((sum, count) => sum + count, 0);
  return room.votes(null, silent).closes(lot);
}
const told = (room: Class, choice: 'a' | 'b' = 'a') => room.votes(choice, room.lesson.seats.length).closes().reaches('foreseen');
const screenOf = (room: Class) => (looks(room).stage as StageView).screen;
const outcomeOf = (room: Class) => {
  const screen = screenOf(room);
  return screen.kind === 'foreseen' ? screen.foreseen : screen.kind;
};

describe('a prediction, after the story has shown what came', () => {
  test('tells the board, the teacher and every phone the same: whether the class saw it coming', () => {
    const room = told(guessed(two, [14, 10]));
    const views = looks(room);
    const said = { question: 'Vraag tweede?', came: expect.objectContaining({ id: 'x' }), foreseen: 'seen' };
    for (const viewer of ['stage', 'desk', ...room.lesson.seats.map(({ id }) => `phone ${id}`)])
      expect((views[viewer] as StageView | PhoneView).screen, viewer).toMatchObject({ kind: 'foreseen', ...said, question: expect.any(String) });
    expect(outcomeOf(told(guessed(two, [10, 14])))).toBe('other');
    expect(outcomeOf(told(guessed(two, [10, 14]), 'b'))).toBe('seen');
  });

  test('is asked as one: no screen promises a result', () => {
    const room = aClass({ story: two }).reaches('question', 'raad');
    expect(looks(room).stage).toMatchObject({ screen: { vote: { held: true, foreseen: true } } });
    room.opens();
    expect(looks(room)['phone 0']).toMatchObject({ screen: { vote: { held: true } } });
    for (const { held } of [dutch, english]) expect(held).not.toMatch(/uitslag|result/i);
  });

  test('says nothing where too few voted, a small class or raised hands were not asked, or not everybody guessed again', () => {
    expect(outcomeOf(told(guessed(two, [4, 3])))).toBe('untold');
    const hands = aClass({ story: two });
    hands.does({ type: 'mode.set', mode: 'hands' });
    for (let presses = 0; presses < 100 && hands.lesson.phase !== 'foreseen'; presses++)
      if (hands.lesson.phase === 'hands' && hands.lesson.turn === 2)
        hands.does({ type: 'hands.released', round: hands.round, released: { shown: 'path', path: 'a' } });
      else hands.next();
    expect(outcomeOf(hands)).toBe('untold');
  });

  test('is kept, and told in the debrief and its download, as what the board said', () => {
    const debrief = looks(told(guessed(two, [14, 10]))).debrief as DebriefView;
    expect(debrief.steps.map(({ node }) => node)).toEqual(['eerste']);
    expect(debrief.foreseen).toMatchObject([{ node: 'kwam-x', title: 'Wat deed Noor?', foreseen: 'seen' }]);
    expect(recordOf(debrief).predictions).toMatchObject([{ id: 'kwam-x', foreseen: 'seen' }]);
    expect((looks(guessed(two, [14, 10])).debrief as DebriefView).foreseen).toEqual([]);
  });
});

describe('no screen, debrief, download or archive tells more than that', () => {
  /** Everything that anybody sees or that is kept, up to and with the telling. */
  function seen(story: Story, votes: readonly number[], choice: 'a' | 'b' = 'a', lot = 0): string {
    const room = told(guessed(story, votes, { lot }), choice);
    const debrief = looks(room).debrief as DebriefView;
    const shown = JSON.stringify([looks(room), recordOf(debrief)]);
    room.does({ type: 'lesson.end' });
    const { decisions } = archive(room.story, room.lesson, room.now);
    return JSON.stringify([shown, looks(room), decisions]);
  }

  test('of classes that differ in nothing else', () => {
    for (const [one, other] of [
      [
        [13, 11],
        [24, 0],
      ],
      [
        [11, 13],
        [0, 24],
      ],
      [
        [4, 3],
        [0, 7],
      ],
    ] as const)
      expect(seen(two, one)).toBe(seen(two, other));
    expect(seen(two, [13, 11])).not.toBe(seen(two, [11, 13]));
  });

  test('of three choices not even which other one the class expected', () => {
    expect(seen(three, [6, 14, 4])).toBe(seen(three, [6, 4, 14]));
    expect(seen(three, [6, 14, 4], 'b')).not.toBe(seen(three, [6, 4, 14], 'b'));
  });

  test('and a tie looks like one side or the other', () => {
    expect(seen(two, [12, 12], 'a', 0)).toBe(seen(two, [13, 11]));
    expect(seen(two, [12, 12], 'a', 0.9)).toBe(seen(two, [11, 13]));
  });

  test('a result that was never told is gone', () => {
    const room = guessed(three, [6, 14, 4]).does({ type: 'lesson.end' });
    expect(archive(room.story, room.lesson, room.now).decisions).toEqual([]);
  });
});

/** The rule of src/README.md, “What may leave a vote”, by enumeration: every class of up to 40, two and three choices, a coalition of two. */
describe('by the rule of what may leave a vote,', () => {
  const path = (votes: readonly number[]) => {
    const named: Count['votes'] = Object.fromEntries(votes.map((count, index) => [LETTERS[index] as string, count]));
    const most = Math.max(...votes);
    const tied = votes.filter((count) => count === most).length;
    return Array.from({ length: tied }, (_, index) => release({ kind: 'guarded', votes: named, pathOnly: true, random: (index + 0.5) / tied }));
  };
  const said = (came: string) => (votes: readonly number[]) =>
    path(votes).map((released) => foreseenIn({ node: 'raad', choice: '', by: 'class', released, kept: true }, came));

  test.each([2, 3])('of %i choices, nobody is certain of anybody, nor that it was a tie', (options) => {
    for (const came of LETTERS.slice(0, options)) {
      for (let voters = 2; voters <= 40; voters++) {
        expect(audit(said(came), voters, options, 2), `${voters} voters`).toEqual([]);
        expect(ties(said(came), voters, options), `${voters} voters`).toEqual([]);
      }
    }
  });

  test('it follows from the path, so beside the path of the same vote, asked once or again, it tells nothing', () => {
    for (const options of [2, 3]) {
      const from = new Map<string, string>();
      for (let voters = 0; voters <= 40; voters++) {
        for (const votes of divisions(voters, options)) {
          for (const released of path(votes)) {
            const key = JSON.stringify([options, released]);
            const outcomes = LETTERS.slice(0, options).map((came) => foreseenIn({ node: 'raad', choice: '', by: 'class', released }, came));
            expect(from.get(key) ?? String(outcomes)).toBe(String(outcomes));
            from.set(key, String(outcomes));
          }
        }
      }
    }
  });

  test('a share, or “nothing” for a tie, would be found', () => {
    const share = (votes: readonly number[]) => [`${votes[0]} of ${votes.reduce((sum, count) => sum + count, 0)}`];
    expect(audit(share, 10, 2, 2)).not.toEqual([]);
    const tied = (votes: readonly number[]) => (votes[0] === votes[1] ? ['untold'] : said('A')(votes));
    expect(ties(tied, 12, 2)).toEqual(['untold']);
  });
});

test('asked again after a look back, it is told of those alone who guessed the first time', () => {
  const again = (seats: number) => {
    const room = told(guessed(two, [14, 10]));
    room.does({ type: 'story.back', node: 'raad', choice: null });
    if (seats > 24) room.joins(1).does({ type: 'headcount.confirm', count: 25 });
    room.opens();
    room.votes('y', 24);
    return told(room.closes());
  };
  expect(outcomeOf(again(24))).toBe('other');
  const late = told(guessed(two, [14, 10]))
    .does({ type: 'story.back', node: 'raad', choice: null })
    .opens();
  late.votes('y', 23).closes();
  expect(outcomeOf(told(late))).toBe('untold');
});
