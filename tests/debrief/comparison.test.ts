import { describe, expect, test } from 'vitest';
import { bandsOf, changeOf, compare } from '../../src/debrief/compare/comparison.ts';
import { audit, divisions } from '../../src/lesson/release/audit.ts';
import { type Count, release } from '../../src/lesson/release/release.ts';
import { LETTERS } from '../../src/protocol/identity.ts';
import type { Released } from '../../src/protocol/released.ts';
import type { DebriefView } from '../../src/protocol/views/debrief.ts';
import { aClass } from '../support/lesson/class.ts';
import { looks } from '../support/lesson/views-of.ts';

type Kind = Count['kind'];
const COALITION: Record<Kind, number> = { open: 1, guarded: 2 };
const KINDS = ['open', 'guarded'] as const;
const named = (votes: readonly number[]) => Object.fromEntries(votes.map((count, index) => [LETTERS[index] as string, count]));
const released = (kind: Kind, votes: readonly number[]) => release({ kind, votes: named(votes), pathOnly: false, random: 0 });
const ids = (options: number) => LETTERS.slice(0, options);
/** What the page shows of two classes beside the paths, which everybody saw in the lesson. */
const bands = (result: Released, options: number) => ids(options).map((id) => bandsOf(result)?.[id] ?? null);
const changes = (one: Released, other: Released, options: number) => ids(options).map((id) => changeOf(bandsOf(one)?.[id], bandsOf(other)?.[id]));
const sums = (cells: number[], options: number, by: (cell: number) => number) => {
  const votes = Array<number>(options).fill(0);
  cells.forEach((count, cell) => {
    votes[by(cell)] = (votes[by(cell)] as number) + count;
  });
  return votes;
};

describe('two classes beside each other', () => {
  test.each(KINDS)('in %s votes tell of one class no more than that class alone may tell, whatever the other shows', (kind) => {
    for (const options of [2, 3] as const)
      for (let voters = 2; voters <= 40; voters++)
        expect(
          audit((votes) => [JSON.stringify(bands(released(kind, votes), options))], voters, options, COALITION[kind]),
          `${voters} voters`,
        ).toEqual([]);
  });

  test('show bands', () => {
    const view = looks(aClass().votes('a', 14).votes('b', 10).closes()).debrief as DebriefView;
    expect(view.steps[0]?.released).toMatchObject({ shown: 'bands' });
    const [question] = compare(view, view, 'two-classes');
    expect(question?.choices.map(({ bands: shown }) => shown)).toEqual([
      ['some', 'some'],
      ['most', 'most'],
    ]);
    expect(JSON.stringify(compare(view, view, 'two-classes'))).not.toMatch(/14|10/);
  });
});

describe('the same class twice', () => {
  /** Every way in which a class can choose twice between two options: four cells, one for each pair of choices. */
  test.each(KINDS)(
    'in %s votes, pooled by a coalition over both, gives nobody certainty about how others chose twice, in any class of 2 to 40',
    (kind) => {
      const shown = (cells: number[]) => {
        const before = released(
          kind,
          sums(cells, 2, (cell) => cell >> 1),
        );
        const after = released(
          kind,
          sums(cells, 2, (cell) => cell & 1),
        );
        return [
          JSON.stringify([before.shown === 'nothing' ? null : before.path, after.shown === 'nothing' ? null : after.path, changes(before, after, 2)]),
        ];
      };
      for (let voters = 2; voters <= 40; voters++) {
        const certain = audit(shown, voters, 4, COALITION[kind]);
        expect(certain, `${voters} voters`).toEqual([]);
      }
    },
  );

  /** Somebody who knows that all others chose the same again learns one pupil's choice from a difference. */
  function* newcomers(kind: Kind) {
    for (const options of [2, 3, 4] as const)
      for (let voters = 8; voters <= 39; voters++)
        for (const votes of divisions(voters, options))
          for (let choice = 0; choice < options; choice++) {
            const more = votes.map((count, index) => (index === choice ? count + 1 : count));
            yield { options, choice, before: released(kind, votes), after: released(kind, more) };
          }
  }

  test.each(KINDS)('with one pupil more the second time and all others as before, says nothing of that pupil: %s', (kind) => {
    for (const { options, before, after } of newcomers(kind)) {
      const told = new Set(changes(before, after, options));
      if (told.has('more') || told.has('less')) throw new Error(JSON.stringify([before, after]));
      const unknown = bandsOf(before) === null || bandsOf(after) === null;
      if (told.size !== 1 || told.has('unknown') !== unknown) throw new Error(JSON.stringify([...told]));
    }
  });

  test('may not show bands: they would give the newcomer away', () => {
    let tellTale = 0;
    for (const { choice, before, after } of newcomers('open')) {
      const id = LETTERS[choice] as string;
      const [one, other] = [bandsOf(before)?.[id], bandsOf(after)?.[id]];
      if (one === 'few' && other === 'some') tellTale += 1;
    }
    expect(tellTale).toBeGreaterThan(0);
  });

  test('tells a change only from a few to more than half, or back', () => {
    const all = ['few', 'some', 'most', 'almost-all', undefined] as const;
    const told = all.flatMap((one) => all.filter((other) => ['more', 'less'].includes(changeOf(one, other))).map((other) => `${one} ${other}`));
    expect(told.sort()).toEqual(['almost-all few', 'few almost-all', 'few most', 'most few']);
    expect(changeOf('some', undefined)).toBe('unknown');
  });

  test('shows no bands', () => {
    const view = looks(aClass().votes('a', 14).votes('b', 10).closes().votes('x', 24).closes()).debrief as DebriefView;
    const text = JSON.stringify(compare(view, view, 'same-class'));
    expect(text).toContain('"change":"alike"');
    expect(text).not.toMatch(/14|10|few|some|most|almost/);
  });
});

test('lessons of two stories have no question in common', () => {
  const view = looks(aClass().votes('a', 24).closes()).debrief as DebriefView;
  expect(compare(view, { ...view, story: { ...view.story, id: 'other' } }, 'two-classes')).toEqual([]);
});
