import { describe, expect, test } from 'vitest';
import { dealConditions, liveOf, passBranches } from '../../src/lesson/live.ts';
import { debriefView } from '../../src/lesson/report/report.ts';
import { ANSWERED, activeSeats, dueAt, type Seat, withRound } from '../../src/lesson/state.ts';
import { deskView, phoneView, stageView } from '../../src/lesson/views/views.ts';
import { aClass, type Class } from '../support/lesson/class.ts';
import { content, evening, onPhones, onward, untilLive } from '../support/lesson/evening.ts';
import { around } from '../support/lesson/views-of.ts';

const largeClass = (seats = 24) => untilLive(onPhones(aClass({ seats, story: evening }), 'kloof'));
const acts = (room: Class, seat: number, act: string) => room.tries({ type: 'live.act', seat, round: room.round, act });
const sees = (room: Class, seats: number[]) => {
  for (const seat of seats) room.does({ type: 'live.seen', seat, round: room.round });
};
const all = (room: Class) => activeSeats(room.lesson).map(({ id }) => id);
const phone = (room: Class, seat: number) => phoneView(content, room.lesson, room.lesson.seats[seat] as Seat, 'nl', around(room)).screen;

describe('the branch that a class takes', () => {
  test.each([
    [24, 'kloof', 'k-uitleg'],
    [20, 'kloof', 'k-uitleg'],
    [19, 'nu', 'n-uitleg'],
    [8, 'nu', 'n-uitleg'],
    [24, null, 'avond'],
    [7, null, 'avond'],
  ] as const)('%i phones, and the teacher chose %s: %s', (seats, way, node) => {
    const room = aClass({ seats, story: evening });
    if (way) onPhones(room, way);
    for (let presses = 0; room.lesson.point.node !== node; presses++) {
      if (presses > 100) throw new Error(`never came to ${node}, but to ${room.lesson.point.node}`);
      onward(room);
    }
    expect(room.lesson.point.node).toBe(node);
  });

  test('the teacher may choose the branch for a smaller class, not for a larger one', () => {
    const room = aClass({ seats: 12, story: evening });
    expect(room.tries({ type: 'way.set', node: 'proef', way: 'kloof' })).toBe('class-too-small');
    expect(room.tries({ type: 'way.set', node: 'proef', way: 'weg' })).toBe('way-unknown');
    expect(room.tries({ type: 'way.set', node: 'teams', way: 'samen' })).toBe('way-unknown');
    expect(deskView(content, room.lesson, 'nl', around(room)).branches).toMatchObject([{ node: 'proef', fitting: 'samen', chosen: null }]);
    onPhones(room, 'nu');
    expect(deskView(content, room.lesson, 'nl', around(room)).branches).toMatchObject([{ fitting: 'samen', chosen: 'nu' }]);
    for (let presses = 0; room.lesson.point.node !== 'n-uitleg'; presses++) {
      if (presses > 100) throw new Error('never came to the evening on the phones');
      onward(room);
    }
    room.does({ type: 'way.set', node: 'proef', way: null });
    expect(room.lesson.chosenBranches).toEqual({});
  });

  test.each([
    ['hands came instead of phones', (room: Class) => room.does({ type: 'mode.set', mode: 'hands' }), 'class-too-small', 3],
    ['phones left', (room: Class) => room.does({ type: 'seats.removed', seats: [0, 1, 2, 3, 4, 5, 6, 7] }), 'class-too-small', 3],
    ['it is late', (room: Class) => room.does({ type: 'late.set', on: true }), 'not-now', 1],
  ] as const)('what the teacher chose is not held to where %s', (_, change, refusal, offers) => {
    const room = onPhones(aClass({ seats: 24, story: evening }), 'kloof').next();
    change(room);
    expect(deskView(content, room.lesson, 'nl', around(room)).branches).toMatchObject([
      { node: 'proef', fitting: 'samen', chosen: null, options: { length: offers } },
    ]);
    expect(room.tries({ type: 'way.set', node: 'proef', way: 'kloof' })).toBe(refusal);
    expect(passBranches(evening, room.lesson, { node: 'proef', variables: room.lesson.point.variables })?.node).toBe('avond');
  });
});

describe('the draw of the conditions', () => {
  test('gives half of the seats few readers and half many, whatever is drawn', () => {
    for (const seats of [20, 21, 33]) {
      const room = onPhones(aClass({ seats, story: evening }), 'nu');
      const drawn = Object.values(
        dealConditions(
          room.lesson,
          Array.from({ length: seats }, (_, index) => ((index * 7) % seats) / seats),
        ),
      );
      expect(drawn).toHaveLength(seats);
      expect(Math.abs(drawn.filter((one) => one === 'few').length - seats / 2)).toBeLessThan(1);
    }
  });
  test('happens once', () => {
    const room = largeClass();
    expect(room.tries({ type: 'live.dealt', round: room.round, conditions: {} })).toBe('not-now');
  });
  test('decides only what the counter on each phone says', () => {
    const room = largeClass();
    const readers = (seat: number) => {
      const screen = phone(room, seat);
      return screen.kind === 'live' ? screen.chat.beats.flatMap((beat) => (beat.kind === 'readers' ? [beat.count] : [])) : null;
    };
    expect(readers(0)).toEqual([2, 3, 3]);
    expect(readers(1)).toEqual([14, 19, 22]);
    const without = (seat: number) => JSON.stringify(phone(room, seat), (_key, value) => (value?.kind === 'readers' ? undefined : value));
    expect(without(0)).toBe(without(1));
  });
});

describe('a chat on every phone', () => {
  test('begins for all at the same instant and ends for all at the same instant', () => {
    const room = largeClass();
    const screens = all(room).map((seat) => phone(room, seat));
    const times = screens.map((screen) => screen.kind === 'live' && [screen.chat.startsAt, screen.chat.endsAt, screen.chat.closesAt]);
    expect(new Set(times.map(String)).size).toBe(1);
    expect(times[0]).toEqual([room.now, room.now + 180_000, room.now + 200_000]);
  });

  test('takes longer at the calm pace, for all alike', () => {
    const room = onPhones(aClass({ seats: 24, story: evening }), 'kloof').does({ type: 'pace.set', pace: 'calm' });
    untilLive(room);
    const screen = phone(room, 0);
    expect(screen.kind === 'live' && screen.chat.endsAt - screen.chat.startsAt).toBe(270_000);
    expect(screen.kind === 'live' && screen.chat.beats.find(({ id }) => id === 'm7')?.at).toBe(72_000);
  });

  test('is in the language of the phone', () => {
    const room = largeClass();
    const english = phoneView(content, room.lesson, room.lesson.seats[0] as Seat, 'en', around(room)).screen;
    expect(english.kind === 'live' && english.chat.acts.map(({ text }) => text)).toContain('Ask an adult');
  });

  test('shows on the board a clock and nothing of what is tapped', () => {
    const room = largeClass();
    const before = JSON.stringify([stageView(content, room.lesson, around(room)), deskView(content, room.lesson, 'nl', around(room))]);
    sees(room, all(room));
    for (const seat of all(room)) expect(acts(room, seat, seat % 2 ? 'hier' : 'lach')).toBeNull();
    room.does({ type: 'live.count', seat: 3, round: room.round, on: false, counter: 1 });
    expect(JSON.stringify([stageView(content, room.lesson, around(room)), deskView(content, room.lesson, 'nl', around(room))])).toBe(before);
  });

  test('keeps what a phone told for that phone after a reload, and for no other', () => {
    const room = largeClass();
    const other = JSON.stringify(phone(room, 1));
    room.does({ type: 'live.seen', seat: 0, round: room.round }).does({ type: 'live.act', seat: 0, round: room.round, act: 'hulp' });
    expect(phone(room, 0)).toMatchObject({ kind: 'live', mine: { seen: true, act: 'hulp', counts: true } });
    expect(JSON.stringify(phone(room, 1))).toBe(other);
  });

  test('is not for a phone that comes later, which hears that it joins in again', () => {
    const room = largeClass().joins(1);
    expect(phone(room, 24)).toEqual({ kind: 'apart' });
    expect(acts(room, 24, 'hier')).toBe('seat-late');
  });
});

describe('what a phone tells is refused', () => {
  test('when it is another act than the first; the same one again changes nothing', () => {
    const room = largeClass();
    expect(acts(room, 0, 'lach')).toBeNull();
    expect(acts(room, 0, 'lach')).toBeNull();
    expect(acts(room, 0, 'hier')).toBe('act-known');
  });
  test('of an act that the chat does not have, of another round, of a removed seat', () => {
    const room = largeClass();
    expect(acts(room, 0, 'zingen')).toBe('choice-unknown');
    expect(room.tries({ type: 'live.act', seat: 0, round: 'k-chat-1', act: 'hier' })).toBe('round-unknown');
    room.does({ type: 'seats.removed', seats: [0] });
    expect(acts(room, 0, 'hier')).toBe('seat-unknown');
  });
  test('before the chat begins, and after the close; what a phone without a connection kept may come until then', () => {
    const room = largeClass();
    room.waits(-3000);
    room.lesson = { ...room.lesson, now: room.now };
    expect(acts(room, 0, 'hier')).toBe('live-not-running');
    room.waits(3000 + 182_000);
    expect(acts(room, 0, 'hier')).toBeNull();
    expect(phone(room, 0)).toMatchObject({ mine: { act: 'hier' } });
    expect(room.tries({ type: 'live.count', seat: 0, round: room.round, on: false, counter: 1 })).toBeNull();
    expect(room.tries({ type: 'live.count', seat: 0, round: room.round, on: true, counter: 0 })).toBe('vote-older');
    room.ends();
    expect(room.tries({ type: 'live.count', seat: 0, round: room.round, on: true, counter: 9 })).toBe('live-not-running');
    expect(room.tries({ type: 'live.seen', seat: 0, round: room.round })).toBe('live-not-running');
    expect(acts(room, 0, 'hier')).toBe('live-not-running');
  });
  test('while the lesson is paused', () => {
    const room = largeClass().does({ type: 'lesson.pause', on: true });
    expect(acts(room, 0, 'hier')).toBe('paused-now');
    expect(phone(room, 0)).toEqual({ kind: 'paused' });
  });
  test('where a round is only practice', () => {
    const room = untilLive(onPhones(aClass({ seats: 12, story: evening }), 'nu'), 'n-een');
    expect(acts(room, 0, 'hier')).toBe('live-not-running');
  });
});

describe('time', () => {
  test('stands still in a pause, in the chat too', () => {
    const room = largeClass().waits(60_000).does({ type: 'lesson.pause', on: true }).waits(45_000).does({ type: 'lesson.pause', on: false });
    const screen = phone(room, 0);
    expect(screen.kind === 'live' && room.now - screen.chat.startsAt).toBe(60_000);
    expect(screen.kind === 'live' && screen.chat.endsAt - screen.chat.startsAt).toBe(180_000);
  });
  test('goes on for the phones while the server is away, and what they still want to tell has ten seconds', () => {
    const room = largeClass().waits(60_000);
    const { startsAt } = (phone(room, 0) as { chat: { startsAt: number } }).chat;
    room.waits(150_000).does({ type: 'server.resumed', down: 150_000 });
    expect((phone(room, 0) as { chat: { startsAt: number } }).chat.startsAt).toBe(startsAt);
    expect(dueAt(room.lesson)).toBeGreaterThanOrEqual(room.now + 10_000);
    expect(acts(room, 0, 'hulp')).toBeNull();
  });
  test('the teacher’s press does not end it; the desk can stop it, and then what was done until now counts', () => {
    const room = largeClass();
    expect(room.tries({ type: 'lesson.next', screenRevision: room.lesson.screenRevision })).toBe('not-now');
    expect(room.tries({ type: 'story.back', node: 'd1', choice: null })).toBe('not-now');
    sees(room, all(room));
    room.does({ type: 'vote.close', round: room.round });
    // First everybody is asked whether their part counts, as was promised before the chat.
    expect(phone(room, 0)).toMatchObject({ chat: { endsAt: room.now, closesAt: room.now + 20_000 } });
    expect(room.tries({ type: 'vote.close', round: room.round })).toBe('not-now');
    expect(room.tries({ type: 'lesson.next', screenRevision: room.lesson.screenRevision })).toBe('not-now');
    expect(room.tries({ type: 'live.count', seat: 0, round: room.round, on: false, counter: 1 })).toBeNull();
    room.waits(5000).does({ type: 'vote.close', round: room.round });
    expect(room.lesson.phase).toBe('closing');
    room.releases();
    expect(room.lesson.point.node).toBe('lege-stoel');
  });
});

describe('what is released of it', () => {
  const released = (room: Class) => room.lesson.decisions.find(({ node }) => node === 'k-chat' || node === 'n-twee');

  test('helped or not, by everybody who saw the message: who did nothing is counted too', () => {
    const room = untilLive(onPhones(aClass({ seats: 14, story: evening }), 'nu'), 'n-twee');
    sees(room, all(room));
    for (const seat of [0, 1]) acts(room, seat, 'hier');
    for (const seat of [2, 3]) acts(room, seat, 'mees');
    acts(room, 4, 'dex');
    acts(room, 5, 'hulp');
    acts(room, 6, 'lach');
    acts(room, 7, 'door');
    acts(room, 8, 'dicht');
    room.ends();
    expect(released(room)).toMatchObject({ released: { shown: 'bands', bands: { helped: 'about-half', not: 'about-half' } } });
    expect(released(room)).not.toHaveProperty('arms');
  });

  test('nobody who did not see it, who withdrew, or whose seat was removed', () => {
    const room = untilLive(onPhones(aClass({ seats: 18, story: evening }), 'nu'), 'n-twee');
    sees(room, all(room).slice(0, 15));
    for (const seat of [0, 1, 2, 3, 4, 5, 6]) acts(room, seat, 'hier');
    room.does({ type: 'live.count', seat: 0, round: room.round, on: false, counter: 1 });
    room.does({ type: 'seats.removed', seats: [14] });
    room.ends();
    expect(released(room)).toMatchObject({ released: { shown: 'bands', bands: { helped: 'about-half', not: 'about-half' } } });
  });

  test('nothing below eight', () => {
    const room = untilLive(onPhones(aClass({ seats: 9, story: evening }), 'nu'), 'n-twee');
    sees(room, [0, 1, 2, 3, 4, 5, 6]);
    expect(room.ends().lesson.decisions.at(-1)?.released).toEqual({ shown: 'nothing' });
    expect(room.lesson.point.node).toBe('n-klaar');
  });

  test('by condition, in bands and instead of a number over both, only where thirteen or more count on both sides', () => {
    const room = largeClass(26);
    sees(room, all(room));
    for (const seat of all(room).filter((id) => id % 2 === 0)) acts(room, seat, 'hulp');
    room.ends();
    expect(released(room)).toMatchObject({
      released: { shown: 'nothing' },
      arms: { few: { helped: 'almost-all', not: 'few' }, many: { helped: 'few', not: 'almost-all' } },
    });
    const smaller = largeClass(21);
    sees(smaller, all(smaller));
    for (const seat of [0, 1, 2, 3, 4, 5, 6]) acts(smaller, seat, 'hulp');
    smaller.ends();
    expect(released(smaller)).toMatchObject({ released: { shown: 'bands', bands: { helped: 'some', not: 'most' } } });
    expect(released(smaller)).not.toHaveProperty('arms');
  });

  test('is told to every viewer alike, where the story tells it, and not before', () => {
    const room = largeClass(26);
    sees(room, all(room));
    for (const seat of all(room)) acts(room, seat, 'hulp');
    room.ends();
    const viewers = () =>
      JSON.stringify([stageView(content, room.lesson, around(room)), phone(room, 0), debriefView(content, room.lesson, 'nl', around(room))]);
    expect(viewers()).not.toContain('"arms"');
    for (let presses = 0; room.lesson.point.node !== 'k-uitslag'; presses++) {
      if (presses > 100) throw new Error('the result is never told');
      expect(viewers()).not.toContain('"arms"');
      onward(room);
    }
    const screen = stageView(content, room.lesson, around(room)).screen;
    const results = screen.kind === 'results' ? screen.results : [];
    expect(results.map(({ vote }) => vote.node)).toEqual(['p-zelf', 'k-chat', 'p-ander']);
    expect(results[1]?.arms).toEqual({ few: { helped: 'almost-all', not: 'few' }, many: { helped: 'almost-all', not: 'few' } });
    expect(results[1]?.released).toBeNull();
    const onPhone = phone(room, 0);
    expect(onPhone.kind === 'results' && onPhone.results.map(({ released: one, arms }) => ({ released: one, arms }))).toEqual(
      results.map(({ released: one, arms }) => ({ released: one, arms })),
    );
    expect(viewers()).toContain('"arms"');
  });

  test('a second time, after going back, its path alone: no bands before and after, and no conditions', () => {
    for (const seats of [26, 21]) {
      const room = largeClass(seats);
      const plays = (helping: number) => {
        sees(room, all(room));
        for (const seat of all(room).slice(0, helping)) acts(room, seat, 'hulp');
        return room.ends().lesson.decisions.at(-1);
      };
      const first = plays(8);
      expect(seats === 26 ? first?.arms : first?.released).toMatchObject(seats === 26 ? { few: { helped: 'some' } } : { shown: 'bands' });
      room.does({ type: 'story.back', node: 'd2', choice: null });
      untilLive(room);
      const second = plays(7);
      expect(second).toMatchObject({ node: 'k-chat', released: { shown: 'path', path: 'not' } });
      expect(second).not.toHaveProperty('arms');
    }
  });

  test('leaves nothing of a seat in the lesson', () => {
    const room = largeClass(24);
    sees(room, all(room));
    for (const seat of all(room)) acts(room, seat, 'hulp');
    room.ends();
    expect(room.lesson.round).toBeNull();
    expect(JSON.stringify(room.lesson)).not.toContain('hulp');
  });
});

test('a projection without the entries that the close destroyed gives the same lesson', () => {
  const room = largeClass(24);
  const before = structuredClone(room.lesson);
  sees(room, all(room));
  for (const seat of all(room)) acts(room, seat, 'hulp');
  room.ends();
  const replayed = aClass({ seats: 0, headCount: null, story: evening });
  replayed.lesson = withRound(before, (round) => ({ ...round, live: round.live && { ...round.live, conditions: null, reports: {} } }));
  replayed.now = room.now;
  replayed.does({ type: 'clock.due', screenRevision: replayed.lesson.screenRevision });
  const decision = room.lesson.decisions.at(-1)!;
  replayed.does({ type: 'seats.answered', round: ANSWERED, closing: replayed.round, seats: all(room) });
  replayed.does({ type: 'vote.released', round: replayed.round, released: decision.released!, ...(decision.arms ? { arms: decision.arms } : {}) });
  expect(replayed.lesson).toEqual(room.lesson);
});

test('the script of every live chat has the buttons that the experiment needs', () => {
  for (const node of ['k-chat', 'n-een', 'n-twee']) {
    expect(liveOf(evening, node)?.acts.map(({ kind }) => kind)).toEqual(['public', 'private', 'sender', 'adult', 'laugh', 'forward', 'close']);
  }
});

test('a kept result reaches no viewer before the story tells it', () => {
  const room = untilLive(onPhones(aClass({ seats: 14, story: evening }), 'nu'), 'n-twee');
  sees(room, all(room));
  for (const seat of [0, 1, 2, 3, 4, 5, 6]) acts(room, seat, 'hier');
  room.ends();
  const viewers = () =>
    JSON.stringify([
      stageView(content, room.lesson, around(room)),
      deskView(content, room.lesson, 'nl', around(room)),
      phone(room, 0),
      debriefView(content, room.lesson, 'nl', around(room)),
    ]);
  for (let presses = 0; room.lesson.point.node !== 'n-uitslag'; presses++) {
    if (presses > 100) throw new Error('the result is never told');
    expect(viewers()).not.toContain('"helped":"about-half"');
    onward(room);
  }
  expect(viewers()).toContain('"helped":"about-half"');
  expect(JSON.stringify(debriefView(content, room.lesson, 'nl', around(room)).gaps)).toContain('"helped":"about-half"');
});

test('with hands the whole story is played: nothing is kept back, and nothing on the phones', () => {
  const room = aClass({ seats: 24, story: evening }).does({ type: 'mode.set', mode: 'hands' });
  const nodes: string[] = [];
  for (let presses = 0; room.lesson.phase !== 'end'; presses++) {
    if (presses > 400) throw new Error(`never ends: ${room.lesson.phase} ${room.lesson.point.node}`);
    nodes.push(room.lesson.point.node);
    if (room.lesson.phase === 'question') room.does({ type: 'story.skip', screenRevision: room.lesson.screenRevision });
    else onward(room);
  }
  expect(nodes).toEqual(expect.arrayContaining(['avond', 'd3', 'maandag']));
  for (const node of ['p-zelf', 'p-ander', 'k-chat', 'n-een', 'k-uitslag', 'd5', 'was-oke']) expect(nodes).not.toContain(node);
});
