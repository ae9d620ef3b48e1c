import { describe, expect, test } from 'vitest';
import { divisions } from '../../src/lesson/release/audit.ts';
import { release, releaseArms } from '../../src/lesson/release/release.ts';

/**
 * What is told together is audited together. A world is how many of the voters gave each combination of answers; what
 * is told of it is one string. For every string, and every coalition of two that pools what it knows of itself, nobody else's
 * answer to any question may be certain, and never that only one or two others gave it.
 */
interface Question {
  name: string;
  /** How many of these combinations answered yes to it. */
  yes: (cells: readonly number[]) => number;
  /** And how many were asked it at all. */
  asked: (cells: readonly number[]) => number;
}

/** `told` gives the string that is released, or every string that may come where a random number decides. */
function jointAudit(
  voters: number,
  cells: number,
  told: (world: number[]) => string | string[],
  questions: Question[],
  possible: (world: number[]) => boolean = () => true,
) {
  const behind = new Map<string, number[][]>();
  for (const world of divisions(voters, cells)) {
    if (!possible(world)) continue;
    for (const output of new Set([told(world)].flat())) {
      const known = behind.get(output);
      if (known) known.push(world);
      else behind.set(output, [world]);
    }
  }
  const found: string[] = [];
  for (const [output, worlds] of behind) {
    for (let size = 0; size <= 2; size++) {
      for (const coalition of divisions(size, cells)) {
        const left = worlds.flatMap((world) =>
          world.every((count, cell) => count >= coalition[cell]!) ? [world.map((count, cell) => count - coalition[cell]!)] : [],
        );
        if (left.length === 0) continue;
        for (const { name, yes, asked } of questions) {
          for (const [answer, count] of [
            ['yes', yes],
            ['no', (world: readonly number[]) => asked(world) - yes(world)],
          ] as const) {
            const counts = left.map(count);
            const [least, most] = [Math.min(...counts), Math.max(...counts)];
            const everybody = left.every((world, index) => asked(world) === counts[index]);
            if (most === 0 || everybody || (least >= 1 && most <= 2))
              found.push(`${output}: ${name} ${answer}, known ${coalition}, others ${least}-${most}`);
          }
        }
      }
    }
  }
  return found;
}

const of =
  (...chosen: number[]) =>
  (cells: readonly number[]) =>
    chosen.reduce((sum, cell) => sum + cells[cell]!, 0);
const guarded = (yes: number, no: number) => JSON.stringify(release({ kind: 'guarded', votes: { yes, no }, pathOnly: false, random: 0 }));

describe('the two conditions of a live chat beside each other', () => {
  // Cells: helped and not among those who saw few readers, helped and not among those who saw many.
  const few: Question = { name: 'few readers', yes: of(0), asked: of(0, 1) };
  const many: Question = { name: 'many readers', yes: of(2), asked: of(2, 3) };
  const whole: Question = { name: 'all', yes: of(0, 2), asked: of(0, 1, 2, 3) };
  const sides = (fewSeats: number) => (world: number[]) => world[0]! + world[1]! === fewSeats;
  const arms = ([a, b, c, d]: number[]) => JSON.stringify(releaseArms({ helped: a!, not: b! }, { helped: c!, not: d! }));

  test.each(Array.from({ length: 13 }, (_, index) => 26 + index))('%i voters: nothing is certain of anybody', (voters) => {
    for (let half = 13; half <= voters - 13; half++) {
      const told = (world: number[]) => arms(world);
      expect(jointAudit(voters, 4, told, [few, many, whole], sides(half))).toEqual([]);
    }
  });

  test('with twelve or fewer on one side they are not shown', () => {
    expect(releaseArms({ helped: 4, not: 8 }, { helped: 6, not: 9 })).toBeNull();
    expect(releaseArms({ helped: 6, not: 9 }, { helped: 0, not: 12 })).toBeNull();
  });

  test('a number over both beside them would make somebody certain: that is why there is none', () => {
    const both = (world: number[]) => arms(world) + (world[0]! + world[2]!);
    expect(jointAudit(26, 4, both, [few, many, whole], sides(13))).not.toEqual([]);
  });

  test('numbers by condition would make somebody certain', () => {
    expect(jointAudit(26, 4, (world) => String(world), [few, many, whole], sides(13))).not.toEqual([]);
  });
});

describe('what was thought, done and guessed, told together', () => {
  // Cells: the answers to two or three questions by the same voters, one bit a question.
  const bit = (question: number, questions: number) =>
    Array.from({ length: 2 ** questions }, (_, cell) => cell).filter((cell) => (cell >> question) & 1);
  const asked = (cells: readonly number[]) => cells.reduce((sum, count) => sum + count, 0);
  const each = (questions: number): Question[] =>
    Array.from({ length: questions }, (_, question) => ({ name: `question ${question}`, yes: of(...bit(question, questions)), asked }));
  const both: Question = { name: 'yes to the first and no to the second', yes: of(1), asked };
  const together = (questions: number) => (world: number[]) =>
    each(questions)
      .map(({ yes }) => guarded(yes(world), asked(world) - yes(world)))
      .join();

  test.each([11, 13, 14, 16, 20, 24, 30])('two questions, %i voters: nothing is certain of anybody, of both together neither', (voters) => {
    expect(jointAudit(voters, 4, together(2), each(2))).toEqual([]);
    const certain = jointAudit(voters, 4, together(2), [both]).filter((line) => line.includes('others 0-0'));
    expect(certain).toEqual([]);
  });

  test('three questions, 13 voters', () => {
    expect(jointAudit(13, 8, together(3), each(3))).toEqual([]);
  });

  test('a question with three answers beside one with two, 19 voters', () => {
    // Cells: helped or not, times the three things that may have made it hard.
    const answers: Question[] = [
      { name: 'helped', yes: of(0, 1, 2), asked },
      ...[0, 1, 2].map((barrier) => ({ name: `barrier ${barrier}`, yes: of(barrier, barrier + 3), asked })),
    ];
    const told = (world: number[]) => {
      const votes = Object.fromEntries([0, 1, 2].map((barrier) => [barrier, of(barrier, barrier + 3)(world)]));
      const helped = guarded(of(0, 1, 2)(world), of(3, 4, 5)(world));
      return [0, 0.4, 0.8].map((random) => helped + JSON.stringify(release({ kind: 'guarded', votes, pathOnly: false, random })));
    };
    expect(jointAudit(19, 6, told, answers)).toEqual([]);
  });

  test('how many gave which pair of answers would make somebody certain', () => {
    expect(jointAudit(11, 4, (world) => String(world), each(2))).not.toEqual([]);
  });

  test('whether somebody helped within half a minute would make a later helper certain of one or two others: it is not told', () => {
    // Cells: helped soon, helped later, did not help.
    const helped: Question = { name: 'helped', yes: of(0, 1), asked };
    const withTime = (world: number[]) => guarded(world[0]! + world[1]!, world[2]!) + (world[0]! > 0);
    expect(jointAudit(14, 3, withTime, [helped])).not.toEqual([]);
    expect(jointAudit(14, 3, (world) => guarded(world[0]! + world[1]!, world[2]!), [helped])).toEqual([]);
  });
});
