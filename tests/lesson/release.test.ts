import { describe, expect, test } from 'vitest';
import { audit, divisions, ties } from '../../src/lesson/release/audit.ts';
import { outputsOf } from '../../src/lesson/release/outputs.ts';
import { secondHalf } from '../../src/lesson/release/pair.ts';
import { bandsOf, type Count, type Result, release } from '../../src/lesson/release/release.ts';
import { LETTERS } from '../../src/protocol/identity.ts';
import { SMALLEST_CLASS } from '../../src/protocol/limits.ts';
import type { Band } from '../../src/protocol/released.ts';

const LARGEST = 40;
/** Of src/README.md, “What may leave a vote”: the coalition that each kind of vote withstands, and from how many votes on more than the path may be shown. */
const PROMISE = [
  { kind: 'open', coalition: 1, from: { 2: 9, 3: 13, 4: 21 } },
  { kind: 'guarded', coalition: 2, from: { 2: 13, 3: 19, 4: 27 } },
] as const;
const SIZES = [2, 3, 4] as const;

const named = (votes: number[]): Count['votes'] => Object.fromEntries(votes.map((count, index) => [LETTERS[index] as string, count]));
/** Every result that the lots can give: between the ends of each tied option's share. */
const lots = (votes: number[]) => {
  const most = Math.max(...votes);
  const tied = votes.filter((count) => count === most).length;
  return Array.from({ length: tied }, (_, index) => (index + 0.5) / tied);
};
const releases = (kind: Count['kind'], votes: number[], pathOnly = false): Result[] =>
  lots(votes).map((random) => release({ kind, votes: named(votes), pathOnly, random }));

/** Every division of every class, once for each kind of vote. */
function* everyVote() {
  for (const { kind, from } of PROMISE)
    for (const options of SIZES)
      for (let voters = 0; voters <= LARGEST; voters++)
        for (const votes of divisions(voters, options)) yield { kind, votes, voters, from: from[options] };
}

describe.each(PROMISE)('the result of $kind votes, against a coalition of $coalition,', ({ kind, coalition }) => {
  test.each(SIZES)('with %i options, gives nobody certainty about the others, in any class of 2 to 40', (options) => {
    for (let voters = 2; voters <= LARGEST; voters++) expect(audit(outputsOf(kind), voters, options, coalition), `${voters} voters`).toEqual([]);
  });

  test.each(SIZES)('with %i options, tells nobody that it was a tie', (options) => {
    for (let voters = 2; voters <= LARGEST; voters++) expect(ties(outputsOf(kind), voters, options), `${voters} voters`).toEqual([]);
  });
});

describe('what is released', () => {
  test('is nothing below eight votes, only the path below the bands, and the path always', () => {
    for (const { kind, votes, voters, from } of everyVote()) {
      for (const released of releases(kind, votes)) {
        const right = released.shown === (voters < 8 ? 'nothing' : voters < from ? 'path' : 'bands');
        if (!right) throw new Error(`${kind} ${votes}: ${released.shown}`);
        if (released.shown !== 'nothing' && named(votes)[released.path] !== Math.max(...votes))
          throw new Error(`${kind} ${votes} goes to ${released.path}`);
      }
    }
  });

  test('never holds a number', () => {
    for (const { kind, votes } of everyVote())
      for (const released of releases(kind, votes))
        JSON.stringify(released, (_, value) => {
          if (typeof value === 'number') throw new Error(`${kind} ${votes}: ${value}`);
          return value;
        });
  });

  test('never carries a field beside what its form names', () => {
    const fields = { nothing: ['shown'], path: ['path', 'shown'], bands: ['bands', 'path', 'shown'] };
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
    expect(release({ kind: 'open', votes: { a: 21, b: 3 }, pathOnly: false, random: 0 })).toEqual({
      shown: 'bands',
      bands: { a: 'almost-all', b: 'few' },
      path: 'a',
    });
    expect(release({ kind: 'open', votes: { a: 13, b: 5, c: 6 }, pathOnly: false, random: 0 })).toEqual({
      shown: 'bands',
      bands: { a: 'most', b: 'some', c: 'some' },
      path: 'a',
    });
    expect(bandsOf({ a: 13, b: 11 })).toEqual({ a: 'about-half', b: 'about-half' });
    expect(bandsOf({ a: 14, b: 10 })).toEqual({ a: 'most', b: 'some' });
    expect(bandsOf({ a: 12, b: 12, c: 0 })).toEqual({ a: 'some', b: 'some', c: 'few' });
  });

  test('gives each of the tied options an even chance, without a trace of the tie', () => {
    const tied = { kind: 'open', votes: { a: 9, b: 9, c: 6 }, pathOnly: false } as const;
    const paths = Array.from({ length: 1000 }, (_, index) => release({ ...tied, random: index / 1000 }));
    expect(paths.filter((released) => released.shown === 'bands' && released.path === 'a')).toHaveLength(500);
    expect(paths.filter((released) => released.shown === 'bands' && released.path === 'b')).toHaveLength(500);
    const bands = new Set(paths.map((released) => released.shown === 'bands' && JSON.stringify(released.bands)));
    expect([...bands]).toEqual(['{"a":"some","b":"some","c":"some"}']);
  });

  test('of more options than were audited is the path alone', () => {
    expect(release({ kind: 'open', votes: { a: 8, b: 8, c: 8, d: 8, e: 8 }, pathOnly: false, random: 0 })).toEqual({ shown: 'path', path: 'a' });
  });
});

describe('what is told of a question before and after, both halves together', () => {
  /** A pupil is one of four: yes twice, yes then no, no then yes, no twice. */
  const half = (yes: number, no: number) =>
    lots([yes, no]).map((random) => release({ kind: 'guarded', votes: { yes, no }, pathOnly: false, random }));
  const outputs = ([stayed, left, came, never]: number[]) => {
    const [a, b, c, d] = [stayed as number, left as number, came as number, never as number];
    const told = half(a + b, c + d).flatMap((before) => half(a + c, b + d).map((after) => [before, after]));
    return told.map(([before, after]) =>
      before?.shown === 'bands' && after?.shown === 'bands' ? JSON.stringify([before, secondHalf(before, after)]) : 'nothing',
    );
  };

  test('gives two who pool their answers no certainty about anybody else, in either half or about a change of mind, in any class of 3 to 32', () => {
    for (let voters = 3; voters <= 32; voters++) expect(audit(outputs, voters, 4, 2), `${voters} voters`).toEqual([]);
  });
});

/** Rules that were once thought to be enough: the audit must see what each of them tells. */
describe('the audit finds the fault', () => {
  type Rule = (votes: number[]) => string[];
  const path = (votes: number[]) => votes.flatMap((count, index) => (count === Math.max(...votes) ? [`path ${index}`] : []));
  const cast = (votes: number[]) => votes.reduce((sum, count) => sum + count, 0);
  const words = (votes: number[]) => Object.values(bandsOf(named(votes))).join(' ');
  const fourBands = (votes: number[]) => {
    const band = (count: number): Band => (count <= 3 ? 'few' : count >= cast(votes) - 3 ? 'almost-all' : count > cast(votes) / 2 ? 'most' : 'some');
    return votes.map(band).join(' ');
  };
  const withPath =
    (told: (votes: number[]) => string): Rule =>
    (votes) =>
      path(votes).map((taken) => `${told(votes)}, ${taken}`);
  const bandsAlways = withPath(words);
  /** The first edition: bands from these limits on, in four words, and numbers where every option has six votes. */
  const firstEdition =
    (from: number, told: (votes: number[]) => string): Rule =>
    (votes) => {
      if (cast(votes) < SMALLEST_CLASS) return ['nothing'];
      if (cast(votes) < from) return path(votes);
      return withPath((all) => (Math.min(...all) >= 6 ? all.join(' ') : told(all)))(votes);
    };

  test('of numbers always, with all three of its reasons', () => {
    const reasons = new Set(audit((votes) => [votes.join(' ')], 24, 2, 1).map((violation) => violation.why));
    expect(reasons).toEqual(new Set(['nobody else chose it', 'everybody else chose it', 'only one or two others chose it']));
  });

  test('of numbers for an option of five', () => {
    const fromFive = (votes: number[]) => [Math.min(...votes) >= 1 ? votes.join(' ') : 'hidden'];
    expect(audit(fromFive, 24, 2, 1)).not.toEqual([]);
  });

  test.each(PROMISE)('of bands one vote below each of the limits of $kind votes, and nothing at the limit', ({ coalition, from }) => {
    for (const options of SIZES) {
      const found = (voters: number) => [...audit(bandsAlways, voters, options, coalition), ...ties(bandsAlways, voters, options)];
      expect(found(from[options] - 1), `${options} options`).not.toEqual([]);
      expect(found(from[options]), `${options} options`).toEqual([]);
    }
  });

  test('of the limits of the first edition: eight open votes and eleven guarded ones are too few for five words', () => {
    expect(ties(firstEdition(8, words), 8, 2)).not.toEqual([]);
    expect(audit(firstEdition(11, words), 11, 2, 2)).not.toEqual([]);
  });

  test('of the four words of the first edition, and of its numbers: with two options a tie was known in every even class', () => {
    for (let voters = 14; voters <= LARGEST; voters += 2) {
      expect(ties(withPath(fourBands), voters, 2), `${voters} voters`).toEqual(['some some, path 0', 'some some, path 1']);
      expect(ties(firstEdition(8, fourBands), voters, 2), `${voters} voters`).toHaveLength(2);
    }
  });

  test('and nothing in a rule that tells nothing', () => {
    expect(audit(() => ['nothing'], 24, 3, 2)).toEqual([]);
  });
});
