import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { archive } from '../../src/lesson/archive.ts';
import { phoneView, stageView } from '../../src/lesson/views/views.ts';
import type { PhoneView } from '../../src/protocol/views/phone.ts';
import type { StageView } from '../../src/protocol/views/stage.ts';
import { revealSteps } from '../../src/stage/cues/staging.ts';
import { aClass, type Class } from '../support/lesson/class.ts';
import { petje, shared } from '../support/lesson/petje.ts';
import { around, looks } from '../support/lesson/views-of.ts';

const SEATS = 12;
/** What twelve phones do in a vote, by seat: a choice, watching, or a first choice that is changed. */
const ballots = (choices: string[]) =>
  fc.array(fc.record({ first: fc.constantFrom(...choices, null), last: fc.constantFrom(...choices, null), changes: fc.boolean() }), {
    minLength: SEATS,
    maxLength: SEATS,
  });

function cast(room: Class, votes: { first: string | null; last: string | null; changes: boolean }[]): Class {
  votes.forEach(({ first, last, changes }, seat) => {
    room.seatVotes(seat, first, 1);
    if (changes) room.seatVotes(seat, last, 2);
  });
  return room;
}

/** A view without what a phone is told of its own vote. */
const others = (views: Record<string, unknown>) => JSON.parse(JSON.stringify(views, (key, value) => (key === 'mine' ? undefined : value)));

describe('before the release', () => {
  test.each([
    ['an open vote', ['a', 'b'], () => aClass({ seats: SEATS }).opens()],
    ['a guarded vote', ['x', 'y', 'z'], () => aClass({ seats: SEATS }).votes('a', SEATS).closes().opens()],
    [
      'a second vote',
      ['a', 'b'],
      () => aClass({ seats: SEATS }).votes('a', SEATS).closes().does({ type: 'story.back', node: 'eerste', choice: null }).opens(),
    ],
  ] as const)('of %s no screen but the own phone knows who voted what', (_, choices, opened) => {
    fc.assert(
      fc.property(ballots([...choices]), ballots([...choices]), fc.integer({ min: 0, max: SEATS - 1 }), (one, another, removed) => {
        const rooms = [cast(opened(), one), cast(opened(), another)] as const;
        const same = () => expect(others(looks(rooms[0]))).toEqual(others(looks(rooms[1])));
        same();
        for (const room of rooms) room.does({ type: 'lesson.pause', on: true });
        same();
        // With one device too many the counting waits, and the ballots are kept.
        for (const room of rooms) room.does({ type: 'lesson.pause', on: false }).joins(1).closes();
        expect(rooms[0].lesson.phase).toBe('recount');
        same();
        for (const room of rooms) room.does({ type: 'seats.removed', seats: [removed] });
        expect(rooms[0].lesson.phase).toBe('closing');
        same();
      }),
      { numRuns: 40 },
    );
  });

  test.each(['a', null])('who chose %s and who was silent differ for others by one in the count on board and desk, and by nothing else', (choice) => {
    const opened = () => aClass({ seats: SEATS }).votes('b', SEATS - 1);
    const [told, silent] = [opened().seatVotes(SEATS - 1, choice), opened()].map((room) => others(looks(room)));
    const counted = ['stage', 'desk', 'english desk'];
    expect(Object.keys(told).filter((viewer) => JSON.stringify(told[viewer]) !== JSON.stringify(silent[viewer]))).toEqual(counted);
    for (const viewer of counted) {
      expect(told[viewer].screen.answered).toBe(silent[viewer].screen.answered + 1);
      silent[viewer].screen.answered += 1;
    }
    expect(told).toEqual(silent);
  });

  test('a phone is shown its own vote, and only that', () => {
    const room = aClass().opens().seatVotes(3, 'a', 1).seatVotes(4, 'b', 5);
    const views = looks(room) as Record<string, PhoneView>;
    const mine = (seat: number) => {
      const { screen } = views[`phone ${seat}`]!;
      return screen.kind === 'vote' ? screen.mine : undefined;
    };
    expect([mine(3), mine(4), mine(5)]).toEqual([{ choice: 'a', counter: 1 }, { choice: 'b', counter: 5 }, null]);
    for (const [who, view] of Object.entries(views))
      if (!['phone 3', 'phone 4'].includes(who)) expect(JSON.stringify(view), who).not.toContain('counter');
  });

  test('the board counts who answered, watching or voting, of those who may', () => {
    const room = aClass()
      .votes('a', 3)
      .votes(null, 2)
      .does({ type: 'seats.removed', seats: [0] });
    expect((looks(room).stage as StageView).screen).toMatchObject({ kind: 'vote', answered: 4, seats: 23 });
  });
});

describe('after the release', () => {
  /** The released object wherever a view has one. */
  const releasedIn = (view: unknown): unknown[] => {
    const found: unknown[] = [];
    JSON.stringify(view, (key, value) => {
      if (key === 'released' && value !== null) found.push(value);
      return value;
    });
    return found;
  };

  test.each([
    ['bands', () => aClass().votes('a', 20).votes('b', 4).closes()],
    ['path', () => aClass({ seats: 12 }).votes('a', 12).closes().votes('x', 9).closes().next()],
  ] as const)('everybody sees the same %s', (shown, room) => {
    const decided = room();
    const released = decided.released;
    expect(released?.shown).toBe(shown);
    for (const [who, view] of Object.entries(looks(decided))) expect(releasedIn(view).at(-1), who).toEqual(released);
  });

  test('two classes with the same result look the same, whoever voted for it', () => {
    const one = aClass().votes('a', 14).votes('b', 10).closes();
    const another = aClass().votes('b', 10).votes('a', 14).closes();
    expect(looks(one)).toEqual(looks(another));
    expect(one.lesson).toEqual(another.lesson);
  });

  test.each([0, 0.5, 0.99])('a tie that the lot %s broke looks like any other path, and is staged like it', (lot) => {
    const decided = (...votes: [string, number][]) => {
      const room = aClass({ seats: 12 }).votes('a', 12).closes();
      for (const [choice, seats] of votes) room.votes(choice, seats);
      return room.closes(lot);
    };
    const tied = decided(['x', 4], ['y', 4], ['z', 4]);
    const { path } = tied.released as { path: string };
    const clear = decided([path, 11], [path === 'x' ? 'y' : 'x', 1]);
    const shown = (room: Class) => {
      const talk = looks(room);
      const reveal = looks(room.next());
      const { screen } = reveal.stage as StageView;
      return { talk, reveal, steps: screen.kind === 'reveal' ? revealSteps(screen) : null, lesson: room.lesson };
    };
    expect(tied.released).toEqual({ shown: 'path', path });
    const staged = shown(tied);
    expect(staged.steps).toHaveLength(4);
    expect(staged).toEqual(shown(clear));
  });

  test('where too few voted the screens say so and nothing else', () => {
    const one = aClass({ seats: 8 }).votes('a', 7).closes();
    const another = aClass({ seats: 8 }).votes('b', 2).votes(null, 5).closes();
    expect(looks(one)).toEqual(looks(another));
    expect(JSON.stringify(looks(one))).not.toContain('"shown"');
  });

  test('nobody, the teacher included, sees the result before the talk with a neighbour is over', () => {
    const talking = (choice: string) => aClass().votes('a', 24).closes().votes(choice, 24).closes();
    expect(talking('x').lesson.phase).toBe('talk');
    expect(looks(talking('x'))).toEqual(looks(talking('y')));
    // Nor afterwards, if the lesson left the talk before its end.
    for (const left of [
      (room: Class) => room.does({ type: 'lesson.end' }),
      (room: Class) => room.does({ type: 'story.back', node: 'eerste', choice: null }),
      (room: Class) => room.does({ type: 'story.back', node: 'eerste', choice: 'b' }),
      (room: Class) => {
        room.lesson = archive(room.story, room.lesson, room.now);
        return room;
      },
    ])
      expect(looks(left(talking('x')))).toEqual(looks(left(talking('y'))));
  });

  test('a second result replaces the first in what the teacher keeps', () => {
    const room = aClass().votes('a', 14).votes('b', 10).closes().does({ type: 'story.back', node: 'eerste', choice: null }).votes('b', 24).closes();
    const { debrief } = looks(room);
    expect(releasedIn(debrief)).toEqual([{ shown: 'path', path: 'b' }]);
    expect(debrief).toMatchObject({
      steps: [
        {
          node: 'eerste',
          by: 'class',
          choices: [
            { id: 'b', taken: true },
            { id: 'a', taken: false },
          ],
        },
      ],
    });
  });

  test('a look at another path is marked as that, and is not what the class chose', () => {
    const room = aClass().votes('a', 24).closes().does({ type: 'story.back', node: 'eerste', choice: 'b' });
    expect(looks(room).debrief).toMatchObject({
      steps: [
        {
          by: 'class',
          choices: [
            { id: 'b', taken: false, lookedAt: true },
            { id: 'a', taken: true, lookedAt: false },
          ],
        },
      ],
    });
    expect((looks(room).stage as StageView).screen).toMatchObject({ kind: 'reveal', by: 'what-if', released: null });
  });
});

describe('what a role must not know is not in its view', () => {
  const everywhere = () => [
    aClass(),
    aClass().next(),
    aClass().reaches('question'),
    aClass({ seats: 7 }).reaches('together'),
    aClass().votes('a', 24),
    aClass().votes('a', 24).closes(),
    aClass().votes('a', 24).closes().votes('x', 24).closes(),
    aClass().votes('a', 7).closes(),
    aClass().votes('a', 24).closes().votes('x', 24).closes().reaches('reflect'),
    aClass().votes('a', 24).closes().votes('x', 24).closes().reaches('end'),
  ];

  test('no key, salt or token of a pupil is in any', () => {
    for (const room of everywhere()) expect(JSON.stringify(looks(room)), room.lesson.phase).not.toMatch(/token-|"salt"|"keys"|"token"/);
  });

  test('the projected page and the phones have no note of the teacher, and the phones no code', () => {
    for (const room of everywhere()) {
      for (const [who, view] of Object.entries(looks(room))) {
        if (who !== 'desk' && who !== 'english desk') expect(JSON.stringify(view), who).not.toMatch(/"upcoming"|"here"|"addresses"/);
        if (who.startsWith('phone')) expect(JSON.stringify(view), who).not.toContain('ACDEFG');
      }
    }
  });

  test('the code for a second desk is on the board only where it was asked for there', () => {
    const room = aClass();
    const pairing = { code: 'GHJKMN', expires: 1, sign: null };
    const stage = (onStage: boolean) => looksWith(room, { ...pairing, onStage });
    expect(stage(true).stage).toContain('GHJKMN');
    expect(stage(false).stage).not.toContain('GHJKMN');
    expect(stage(false).desk).toContain('GHJKMN');
    for (const [who, view] of Object.entries(stage(true)))
      if (who.startsWith('phone') || who === 'debrief') expect(view, who).not.toContain('GHJKMN');
  });
});

function looksWith(room: Class, pairing: Parameters<typeof looks>[1]): Record<string, string> {
  return Object.fromEntries(Object.entries(looks(room, pairing)).map(([who, view]) => [who, JSON.stringify(view)]));
}

describe('a phone', () => {
  const screen = (room: Class, seat = 0) => phoneView({ story: petje, shared }, room.lesson, room.lesson.seats[seat]!, 'nl', around(room)).screen;

  test('says in every moment what to do', () => {
    const room = aClass();
    expect(screen(room).kind).toBe('lobby');
    expect(screen(room.next()).kind).toBe('look');
    expect(screen(room.reaches('question')).kind).toBe('look');
    expect(screen(room.next())).toEqual({ kind: 'ready', opensAt: room.lesson.round!.opensAt });
    expect(screen(room.waits(3000)).kind).toBe('vote');
    expect(screen(room.does({ type: 'lesson.pause', on: true })).kind).toBe('paused');
    expect(screen(room.does({ type: 'lesson.pause', on: false }).votes('a', 24).does({ type: 'vote.close', round: room.round })).kind).toBe('closed');
    expect(screen(room.releases()).kind).toBe('reveal');
    expect(screen(room.votes('x', 24).closes()).kind).toBe('talk');
    expect(screen(room.reaches('reflect')).kind).toBe('reflect');
    expect(screen(room.reaches('end')).kind).toBe('end');
    expect(screen(room.does({ type: 'lesson.end' })).kind).toBe('over');
  });

  test('becomes the phone of the story for as long as its silence lasts', () => {
    const room = aClass().next().waits(2000);
    expect(screen(room)).toEqual({
      kind: 'mirror',
      owner: 'Bas',
      title: 'Groep',
      messages: [{ name: 'Noor', text: 'Hoi!', mine: false, system: false }],
      seen: '0× gelezen',
    });
    expect(screen(room.waits(1999)).kind).toBe('mirror');
    expect(screen(room.waits(1)).kind).toBe('look');
  });

  test('that came after the first vote watches the second', () => {
    const room = aClass().votes('a', 24).closes().joins(1).does({ type: 'story.back', node: 'eerste', choice: null }).opens();
    expect(screen(room, 24)).toEqual({ kind: 'watch', question: 'Wat doe je?' });
    expect(screen(room, 23).kind).toBe('vote');
  });

  test('shows the options in the one order of the lesson', () => {
    const shown = screen(aClass().opens());
    expect(shown.kind === 'vote' && shown.vote.choices.map(({ letter, id }) => letter + id)).toEqual(['Ab', 'Ba']);
  });
});

describe('what was decided before', () => {
  const earlier = (room: Class) => {
    const { screen } = looks(room).stage as StageView;
    return 'vote' in screen ? (screen.vote.before?.id ?? null) : null;
  };

  test('is told with a second vote and with a look aside, and never beside its own reveal', () => {
    const room = aClass().votes('a', 14).votes('b', 10).closes();
    expect(earlier(room)).toBeNull();
    room.next().does({ type: 'story.back', node: 'eerste', choice: 'b' });
    expect((looks(room).stage as StageView).screen).toMatchObject({ kind: 'reveal', by: 'what-if', path: { id: 'b' } });
    expect(earlier(room)).toBe('a');
    room.does({ type: 'story.back', node: 'eerste', choice: null });
    expect(earlier(room)).toBe('a');
    room.votes('b', 24).closes();
    expect((looks(room).stage as StageView).screen).toMatchObject({ kind: 'reveal', path: { id: 'b' }, released: { shown: 'path' } });
    expect(earlier(room)).toBe('a');
  });
});

test('the board knows ahead where the story begins, and who begins it', () => {
  const room = aClass();
  const { opens, cast: sheet } = stageView({ story: petje, shared }, room.lesson, around(room));
  const first = petje.structure.nodes[petje.structure.start];
  if (!first || !('scene' in first)) throw new Error('the story begins with a scene');
  expect(opens).toEqual({ place: first.scene.place, light: first.scene.light });
  const looks = first.scene.standing.map(({ who }) => petje.structure.cast[who]?.look ?? who);
  expect(looks.length).toBeGreaterThan(0);
  expect(sheet.slice(0, looks.length).map(({ look }) => look)).toEqual(looks);
});
