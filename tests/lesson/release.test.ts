import { describe, expect, test } from 'vitest';
import { audit, divisions, ties } from '../../src/lesson/release/audit.ts';
import { type Count, coarse, release } from '../../src/lesson/release/release.ts';
import { SMALLEST_CLASS } from '../../src/lesson/state.ts';
import { LETTERS } from '../../src/protocol/identity.ts';
import type { Released } from '../../src/protocol/released.ts';

const LARGEST = 40;
/** Of src/README.md, “What may leave a vote”: the coalition that each kind of vote withstands, and from how many votes on more than the path may be shown. */
const PROMISE = [
  { kind: 'open', coalition: 1, from: { 2: 8, 3: 13, 4: 21 } },
  { kind: 'guarded', coalition: 2, from: { 2: 11, 3: 19, 4: 27 } },
] as const;
const SIZES = [2, 3, 4] as const;

const named = (votes: number[]): Count['votes'] => Object.fromEntries(votes.map((count, index) => [LETTERS[index] as string, count]));
/** Every result that the lots can give: between the ends of each tied option's share. */
const lots = (votes: number[]) => {
  const most = Math.max(...votes);
  const tied = votes.filter((count) => count === most).length;
  return Array.from({ length: tied }, (_, index) => (index + 0.5) / tied);
};
const releases = (kind: Count['kind'], votes: number[], again = false): Released[] =>
  lots(votes).map((random) => release({ kind, votes: named(votes), again, random }));
const outputs = (kind: Count['kind']) => (votes: number[]) => releases(kind, votes).map((released) => JSON.stringify(released));

/** Every division of every class, once for each kind of vote. */
function* everyVote() {
  for (const { kind, from } of PROMISE)
    for (const options of SIZES)
      for (let voters = 0; voters <= LARGEST; voters++)
        for (const votes of divisions(voters, options)) yield { kind, votes, voters, from: from[options] };
}

describe.each(PROMISE)('the result of $kind votes, against a coalition of $coalition,', ({ kind, coalition }) => {
  test.each(SIZES)('with %i options, gives nobody certainty about the others, in any class of 2 to 40', (options) => {
    for (let voters = 2; voters <= LARGEST; voters++) expect(audit(outputs(kind), voters, options, coalition), `${voters} voters`).toEqual([]);
  });
});

describe('what is released', () => {
  test('is nothing below eight votes, only the path below the bands, and the path always', () => {
    for (const { kind, votes, voters, from } of everyVote()) {
      for (const released of releases(kind, votes)) {
        const right =
          voters < 8 ? released.shown === 'nothing' : voters < from ? released.shown === 'path' : ['numbers', 'bands'].includes(released.shown);
        if (!right) throw new Error(`${kind} ${votes}: ${released.shown}`);
        if (released.shown !== 'nothing' && named(votes)[released.path] !== Math.max(...votes))
          throw new Error(`${kind} ${votes} goes to ${released.path}`);
      }
    }
  });

  test('holds numbers exactly where every option has six votes, and then the right ones', () => {
    for (const { kind, votes, voters, from } of everyVote()) {
      for (const released of releases(kind, votes)) {
        if ((released.shown === 'numbers') !== (voters >= from && Math.min(...votes) >= 6)) throw new Error(`${kind} ${votes}: ${released.shown}`);
        if (released.shown === 'numbers') expect(released.counts).toEqual(named(votes));
      }
    }
  });

  test('never carries a field beside what its form names', () => {
    const fields = { nothing: ['shown'], path: ['path', 'shown'], bands: ['bands', 'path', 'shown'], numbers: ['counts', 'path', 'shown'] };
    for (const { kind, votes } of everyVote())
      for (const released of releases(kind, votes))
        if (Object.keys(released).sort().join() !== fields[released.shown].join()) throw new Error(`${kind} ${votes}`);
  });

  test('of a second vote is only its path', () => {
    for (const { kind, votes, voters } of everyVote()) {
      for (const released of releases(kind, votes, true)) {
        const right = voters < 8 ? released.shown === 'nothing' : released.shown === 'path';
        if (!right) throw new Error(`${kind} ${votes}: ${released.shown}`);
      }
    }
  });

  test('names the bands as the teacher knows them', () => {
    expect(release({ kind: 'open', votes: { a: 21, b: 3 }, again: false, random: 0 })).toEqual({
      shown: 'bands',
      bands: { a: 'almost-all', b: 'few' },
      path: 'a',
    });
    expect(release({ kind: 'open', votes: { a: 13, b: 5, c: 6 }, again: false, random: 0 })).toEqual({
      shown: 'bands',
      bands: { a: 'most', b: 'some', c: 'some' },
      path: 'a',
    });
    expect(release({ kind: 'open', votes: { a: 12, b: 12 }, again: false, random: 0 }).shown).toBe('numbers');
  });

  test('gives each of the tied options an even chance, without a trace of the tie', () => {
    const tied = { kind: 'open', votes: { a: 9, b: 9, c: 6 }, again: false } as const;
    const paths = Array.from({ length: 1000 }, (_, index) => release({ ...tied, random: index / 1000 }));
    expect(paths.filter((released) => released.shown === 'numbers' && released.path === 'a')).toHaveLength(500);
    expect(paths.filter((released) => released.shown === 'numbers' && released.path === 'b')).toHaveLength(500);
  });

  test('of more options than were audited is the path alone', () => {
    expect(release({ kind: 'open', votes: { a: 8, b: 8, c: 8, d: 8, e: 8 }, again: false, random: 0 })).toEqual({ shown: 'path', path: 'a' });
  });
});

describe('what is told of hands', () => {
  test.each(SIZES)('with %i options, in bands alone, gives no voter certainty about the others, in any class of 2 to 40', (options) => {
    const outputs = (votes: number[]) => lots(votes).map((random) => JSON.stringify(hands(votes, random)));
    for (let voters = 2; voters <= LARGEST; voters++) expect(audit(outputs, voters, options, 1), `${voters} voters`).toEqual([]);
  });

  const hands = (votes: number[], random: number) => coarse(release({ kind: 'open', votes: named(votes), again: false, random }), named(votes));
});

describe('what is told of a question before and after, both halves together', () => {
  /** A pupil is one of four: yes twice, yes then no, no then yes, no twice. */
  const half = (yes: number, no: number) =>
    lots([yes, no]).map((random) => coarse(release({ kind: 'guarded', votes: { yes, no }, again: false, random }), { yes, no }));
  const outputs = ([stayed, left, came, never]: number[]) => {
    const [a, b, c, d] = [stayed as number, left as number, came as number, never as number];
    const told = half(a + b, c + d).flatMap((before) => half(a + c, b + d).map((after) => [before, after]));
    return told.map((both) => (both.every(({ shown }) => shown === 'bands') ? JSON.stringify(both) : 'nothing'));
  };

  test('gives two who pool their answers no certainty about anybody else, in either half or about a change of mind, in any class of 3 to 32', () => {
    for (let voters = 3; voters <= 32; voters++) expect(audit(outputs, voters, 4, 2), `${voters} voters`).toEqual([]);
  });
});

describe('the audit itself', () => {
  const numbersAlways = (votes: number[]) => [votes.join(' ')];
  const path = (votes: number[]) => votes.flatMap((count, index) => (count === Math.max(...votes) ? [`path ${index}`] : []));
  const bandsAlways = (votes: number[]) => {
    const voters = votes.reduce((sum, count) => sum + count, 0);
    const band = (count: number) => (count <= 3 ? 'few' : count >= voters - 3 ? 'almost-all' : count > voters / 2 ? 'most' : 'some');
    return path(votes).map((taken) => `${votes.map(band).join(' ')} ${taken}`);
  };

  test('catches a rule that shows numbers always, with all three of its reasons', () => {
    const reasons = new Set(audit(numbersAlways, 24, 2, 1).map((violation) => violation.why));
    expect(reasons).toEqual(new Set(['nobody else chose it', 'everybody else chose it', 'only one or two others chose it']));
  });

  test.each(PROMISE)(
    'proves each of the thresholds of $kind votes: one vote less and bands tell too much, or the class is smaller than eight',
    ({ coalition, from }) => {
      for (const options of SIZES) {
        if (from[options] > SMALLEST_CLASS) expect(audit(bandsAlways, from[options] - 1, options, coalition), `${options} options`).not.toEqual([]);
        expect(audit(bandsAlways, from[options], options, coalition), `${options} options`).toEqual([]);
      }
    },
  );

  test('catches numbers for an option of five', () => {
    const fromFive = (votes: number[]) => [Math.min(...votes) >= 1 ? votes.join(' ') : 'hidden'];
    expect(audit(fromFive, 24, 2, 1)).not.toEqual([]);
  });

  test('names the outputs from which a tie is certain: with two options, "some" of both is half of each', () => {
    expect(ties(bandsAlways, 24, 2)).toEqual(['some some path 0', 'some some path 1']);
    expect(ties(bandsAlways, 23, 2)).toEqual([]);
  });

  test('finds nothing in a rule that tells nothing', () => {
    expect(audit(() => ['nothing'], 24, 3, 2)).toEqual([]);
  });
});
