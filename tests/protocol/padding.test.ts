import { expect, test } from 'vitest';
import type { PhoneIntent } from '../../src/protocol/intents.ts';
import { padAsk, padView } from '../../src/protocol/padding.ts';
import type { PhoneView } from '../../src/protocol/views/phone.ts';
import { stories } from '../support/lesson/library.ts';

const nodes = [...stories.values()].flatMap(({ structure }) => Object.entries(structure.nodes));
const longest = (texts: string[]) => texts.toSorted((a, b) => b.length - a.length)[0] as string;
const round = `${longest([...nodes.map(([id]) => id), 'agree.own-999.own-998.own-997.own-996'])}-9999`;
const choice = longest(nodes.flatMap(([, node]) => ('vote' in node ? node.vote.choices.map(({ id }) => id) : [])));
const act = longest(nodes.flatMap(([, node]) => ('live' in node ? node.live.acts.map(({ id }) => id) : [])));

test('everything that a phone asks is equally long, with the longest names of every story too', () => {
  const asked: { [Type in PhoneIntent['type']]: Extract<PhoneIntent, { type: Type }>[] } = {
    'seat.hop': [{ type: 'seat.hop' }],
    'seat.leave': [{ type: 'seat.leave' }],
    'vote.cast': [
      { type: 'vote.cast', round, choice, counter: 99_999 },
      { type: 'vote.cast', round: 'a-1', choice: null, counter: 0 },
    ],
    'live.read': [{ type: 'live.read', round }],
    'live.seen': [{ type: 'live.seen', round }],
    'live.act': [{ type: 'live.act', round, act }],
    'live.count': [
      { type: 'live.count', round, on: false, counter: 99_999 },
      { type: 'live.count', round: 'a-1', on: true, counter: 1 },
    ],
  };
  const lengths = Object.values(asked)
    .flat()
    .map((intent) => JSON.stringify(padAsk({ ...intent, id: 'a'.repeat(24) })).length);
  expect(new Set(lengths)).toEqual(new Set([256]));
});

test('a view of a phone is equally long whatever that phone told before', () => {
  const mines = [
    null,
    { choice: null, counter: 1 },
    { choice, counter: 99_999 },
    { seen: false, act: null, counts: true, counter: -1 },
    { seen: true, act, counts: false, counter: 99_999 },
  ];
  const lengths = mines.map((mine) => JSON.stringify(padView({ role: 'phone', screen: { kind: 'vote', mine } } as unknown as PhoneView)).length);
  expect(new Set(lengths).size).toBe(1);
});
