import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EMOJI } from '../../src/phone/live/emoji.ts';
import { momentAt, nextChange, phaseAt } from '../../src/phone/live/script.ts';
import type { LiveBeat, LiveChat } from '../../src/protocol/live-chat.ts';
import { SIGNS } from '../../src/story/check/emoji-signs.ts';
import { EMOJI as NAMES } from '../../src/story/schema/vocabulary.ts';

const START = 1_000_000;
const message = (id: string, at: number, name: string, more = {}): LiveBeat => ({ id, at, kind: 'message', name, text: id, toYou: false, ...more });
function chat(beats: LiveBeat[], more: Partial<LiveChat> = {}): LiveChat {
  return {
    round: 'kring-1',
    title: '2C',
    badge: '2C',
    members: '26 leden',
    startsAt: START,
    endsAt: START + 60_000,
    closesAt: START + 75_000,
    beats,
    incident: null,
    acts: [{ id: 'zeg', kind: 'public', text: 'Zeg iets' }],
    measured: true,
    ...more,
  };
}
const lines = (one: LiveChat, ms: number) => momentAt(one, START + ms).lines.map(({ beat }) => beat.id);

describe('a chat that plays by the clock', () => {
  const one = chat([
    { id: 's', at: 0, kind: 'say', text: 'Donderdag' },
    { id: 'r1', at: 0, kind: 'readers', count: 2, text: 'Gelezen door 2' },
    { id: 't1', at: 1000, kind: 'typing', name: 'Fenna', ms: 4000 },
    message('a', 3000, 'Fenna'),
    { id: 't2', at: 4000, kind: 'typing', name: 'Dex', ms: 2000 },
    message('b', 5000, 'Vera'),
    { id: 'x1', at: 5500, kind: 'react', to: 'a', emoji: 'eyes', count: 2, text: '2× ogen' },
    { id: 'x2', at: 6500, kind: 'react', to: 'a', emoji: 'eyes', count: 5, text: '5× ogen' },
    { id: 'x3', at: 6500, kind: 'react', to: 'a', emoji: 'fire', count: 1, text: '1× vuur' },
    { id: 'x4', at: 6500, kind: 'react', to: 'nobody', emoji: 'fire', count: 1, text: '1× vuur' },
    { id: 'r2', at: 7000, kind: 'readers', count: 19, text: 'Gelezen door 19' },
    { id: 'p', at: 8000, kind: 'tile', tile: 'photo', name: 'Rik', text: 'Foto' },
  ]);

  test('has the phases of its instants', () => {
    expect([-1, 0, 59_999, 60_000, 74_999, 75_000].map((ms) => phaseAt(one, START + ms))).toEqual([
      'before',
      'running',
      'running',
      'after',
      'after',
      'closed',
    ]);
  });

  test('shows what has come, in its order, and nothing before the start', () => {
    expect(lines(one, -1)).toEqual([]);
    expect(lines(one, 0)).toEqual(['s']);
    expect(lines(one, 2999)).toEqual(['s']);
    expect(lines(one, 3000)).toEqual(['s', 'a']);
    expect(lines(one, 60_000)).toEqual(['s', 'a', 'b', 'p']);
  });

  test('types until the message comes, or until the time is over', () => {
    const typing = (ms: number) => momentAt(one, START + ms).typing;
    expect([999, 1000, 2999, 3000, 3999].map(typing)).toEqual([null, 'Fenna', 'Fenna', null, null]);
    expect([4000, 5000, 5999, 6000].map(typing)).toEqual(['Dex', 'Dex', 'Dex', null]);
  });

  test('counts readers and reactions up instead of repeating them', () => {
    const readers = (ms: number) => momentAt(one, START + ms).readers?.count ?? null;
    expect([-1, 0, 6999, 7000].map(readers)).toEqual([null, 2, 2, 19]);
    const reactions = (ms: number) =>
      momentAt(one, START + ms)
        .lines.find(({ beat }) => beat.id === 'a')
        ?.reactions.map(({ emoji, count }) => `${emoji} ${count}`);
    expect([5000, 5500, 6500].map(reactions)).toEqual([[], ['eyes 2'], ['eyes 5', 'fire 1']]);
  });

  test('lets somebody act from the message on that it is about, and from the start where it is about none', () => {
    const about = { ...one, incident: 'b' };
    expect([0, 4999, 5000, 59_000].map((ms) => momentAt(about, START + ms).mayAct)).toEqual([false, false, true, true]);
    expect([-1, 0].map((ms) => momentAt(one, START + ms).mayAct)).toEqual([false, true]);
  });

  test('changes next at every start, end, beat and end of typing, and then never again', () => {
    const seen: number[] = [];
    for (let at = START - 5000; at < Number.POSITIVE_INFINITY; at = nextChange(one, at)) seen.push(at - START);
    expect(seen.slice(1)).toEqual([0, 1000, 3000, 4000, 5000, 5500, 6000, 6500, 7000, 8000, 60_000, 75_000]);
  });
});

test('a phone that looked all along and one that comes back see the same, and nothing moves between two changes', () => {
  const beat = fc.record({
    at: fc.integer({ min: 0, max: 50_000 }),
    kind: fc.constantFrom('say', 'typing', 'message', 'readers'),
    who: fc.constantFrom('A', 'B'),
  });
  fc.assert(
    fc.property(fc.array(beat, { maxLength: 30 }), fc.integer({ min: 0, max: 60_000 }), (drawn, ms) => {
      const beats = drawn
        .sort((a, b) => a.at - b.at)
        .map(({ at, kind, who }, index): LiveBeat => {
          const id = `b${index}`;
          if (kind === 'say') return { id, at, kind, text: id };
          if (kind === 'typing') return { id, at, kind, name: who, ms: 1500 };
          if (kind === 'readers') return { id, at, kind, count: index, text: id };
          return message(id, at, who);
        });
      const one = chat(beats);
      let at = START - 1;
      for (let next = nextChange(one, at); next <= START + ms; next = nextChange(one, at)) at = next;
      expect(momentAt(one, START + ms)).toEqual(momentAt(one, at));
      expect(lines(one, ms)).toEqual(beats.filter((one) => (one.kind === 'say' || one.kind === 'message') && one.at <= ms).map((one) => one.id));
    }),
  );
});

test('the phone knows a face for every reaction of a story', () => {
  expect(Object.keys(EMOJI).sort()).toEqual([...NAMES].sort());
  expect(SIGNS).toEqual(EMOJI);
});
