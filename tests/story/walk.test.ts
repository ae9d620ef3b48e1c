import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { liveVariables, type Walk, walk } from '../../src/story/check/walk.ts';
import { SHORT } from '../../src/story/compile/length.ts';
import { advance, begin, compile, holds, type StoryPoint } from '../../src/story/compile/machine.ts';
import { beatLengths } from '../../src/story/compile/pace.ts';
import type { Story } from '../../src/story/compile/story.ts';
import { minutesOf, msOf } from '../../src/story/report/duration.ts';
import { seenOf } from '../../src/story/report/seen.ts';
import { type Spread, spreadOf } from '../../src/story/report/spread.ts';
import { Structure } from '../../src/story/schema/schema.ts';
import { broken, stories } from '../support/lesson/library.ts';
import { routesOf } from '../support/lesson/routes.ts';
import { dutch, english, mutate, readSmallStory, structure } from '../support/lesson/small-story.ts';

const small = (text = structure): Story => {
  const { story, diagnoses } = readSmallStory({ structure: text });
  if (!story) throw new Error(JSON.stringify(diagnoses));
  return story;
};
const base = small().structure;
const choose = (choice: string) => ({ type: 'CHOOSE', choice }) as const;
const NEXT = { type: 'NEXT' } as const;

describe('a compiled story', () => {
  const { machine } = small();
  const vote = advance(machine, begin(machine), NEXT)!;

  test('begins at its start with the variables as they were declared', () => {
    expect(begin(machine)).toEqual({ node: 'begin', variables: { gevraagd: false, moed: 0, toon: 'stil' } });
  });

  test('a choice sets its variables, and a junction is passed at once by what they are', () => {
    expect(advance(machine, vote, choose('vraag'))).toEqual({ node: 'praten', variables: { gevraagd: true, moed: 2, toon: 'stil' } });
  });

  test('a junction whose conditions do not hold is left by its else', () => {
    expect(advance(machine, vote, choose('stil'))).toEqual({ node: 'later', variables: { gevraagd: false, moed: 0, toon: 'zacht' } });
  });

  test('a story may begin with a junction', () => {
    const early = compile({ ...small().structure, start: 'samen' });
    expect(begin(early).node).toBe('later');
  });

  test('what is not possible here is null, and the point stays as it was', () => {
    const before = structuredClone(vote);
    expect(advance(machine, vote, NEXT)).toBeNull();
    expect(advance(machine, vote, choose('weg'))).toBeNull();
    expect(advance(machine, begin(machine), choose('vraag'))).toBeNull();
    expect(vote).toEqual(before);
  });

  test('at an end nothing is possible any more', () => {
    const end: StoryPoint = { ...vote, node: 'einde' };
    expect(advance(machine, end, NEXT)).toBeNull();
    expect(advance(machine, end, choose('vraag'))).toBeNull();
  });

  test('a point that went through JSON leads to the same place', () => {
    const point = JSON.parse(JSON.stringify(vote)) as StoryPoint;
    expect(advance(machine, point, choose('vraag'))).toEqual(advance(machine, vote, choose('vraag')));
  });
});

describe('a condition', () => {
  test('holds when every variable has its value, or one of its values', () => {
    const variables = { a: true, n: 2, kind: 'x' };
    expect(holds(undefined, variables)).toBe(true);
    expect(holds({ a: true, n: [1, 2] }, variables)).toBe(true);
    expect(holds({ a: true, n: [1, 3] }, variables)).toBe(false);
    expect(holds({ kind: 'y' }, variables)).toBe(false);
    expect(holds({ missing: false }, variables)).toBe(false);
  });
});

describe('a version', () => {
  test('is the same for the same files and another for any changed character', () => {
    const version = (texts: Parameters<typeof readSmallStory>[0]) => readSmallStory(texts).story?.version;
    const versions = [
      version({}),
      version({ nl: mutate(dutch, 'Een feit.', 'Een feit!') }),
      version({ en: mutate(english, 'Een feit.', 'Een feit!') }),
      version({ structure: mutate(structure, 'seconds: 60', 'seconds: 61') }),
    ];
    expect(new Set(versions).size).toBe(4);
    expect(version({})).toBe(versions[0]);
  });
});

describe('the pace', () => {
  test.each([
    [{ say: 'x' }, '', 2500],
    [{ say: 'x' }, 'a'.repeat(100), 7400],
    [{ message: 'x', who: 'y' }, 'ok', 1600],
    [{ message: 'x', who: 'y' }, 'a'.repeat(40), 3500],
    [{ seen: 3 }, '', 700],
    [{ silence: 20 }, '', 20_000],
    [{ say: 'x', ms: 300 }, 'a'.repeat(100), 300],
    [{ chat: 'x' }, '', 1400],
    [{ voice: 'x', who: 'y', seconds: 12 }, 'a'.repeat(40), 12_800],
    [{ voice: 'x', who: 'y', seconds: 2 }, 'a'.repeat(40), 3500],
  ])('of %j with %j is %i ms', (beat, text, ms) => {
    expect(beatLengths([beat], () => text)).toEqual([ms]);
  });

  test('of typing follows the text, and a message that never comes takes a short wait', () => {
    const type = (text: string) => beatLengths([{ typing: 'y' }, { act: 'z', emotion: 'happy' }, { message: 'x', who: 'y' }], () => text)[0];
    expect([type('ok'), type('a'.repeat(40)), type('a'.repeat(200))]).toEqual([1000, 2200, 3400]);
    expect(beatLengths([{ typing: 'y' }, { message: 'x', who: 'z' }], () => 'ok')[0]).toBe(2400);
  });

  test('of replies that follow at once is short, and the last of them has the full time', () => {
    const three = [1, 2, 3].map(() => ({ message: 'x', who: 'y' }));
    expect(beatLengths(three, () => 'haha')).toEqual([900, 900, 1600]);
    expect(beatLengths(three, () => 'a'.repeat(20))).toEqual([1750, 1750, 2200]);
  });
});

describe('the walk', () => {
  test('finds every node, choice, end and path of the small story', () => {
    const walked = walk(small());
    expect([...walked.nodes].sort()).toEqual(['begin', 'einde', 'kies', 'later', 'praten', 'samen']);
    expect([...walked.choices].sort()).toEqual(['kies/stil', 'kies/vraag']);
    expect([...walked.ends]).toEqual(['einde']);
    expect(walked.count).toBe(2);
    expect([...routesOf(walked)].map((route) => [route.choices, route.points.map((point) => point.node)])).toEqual([
      [[{ node: 'kies', choice: 'vraag' }], ['begin', 'kies', 'praten', 'later', 'einde']],
      [[{ node: 'kies', choice: 'stil' }], ['begin', 'kies', 'later', 'einde']],
    ]);
  });

  test('drops the variables that nothing reads any more', () => {
    const live = liveVariables(base);
    expect([...live.get('samen')!].sort()).toEqual(['gevraagd', 'moed', 'toon']);
    expect([...live.get('later')!]).toEqual(['toon']);
    expect([...live.get('einde')!]).toEqual([]);
    // begin, kies, praten, later with and without the soft tone, einde once.
    expect(walk(small()).states).toHaveLength(6);
  });

  test('a cycle that a variable bounds is no endless one', () => {
    const once = mutate(
      mutate(structure, 'role: stay-out, to: samen', 'role: stay-out, to: terug'),
      '  samen:\n',
      '  terug:\n    junction:\n      - { when: { toon: zacht }, to: samen }\n      - { else: kies }\n  samen:\n',
    );
    const walked = walk(small(once));
    expect(walked.loops).toEqual([]);
    expect(walked.count).toBe(2);
  });

  test('counts the routes of a wide story without going along any', () => {
    const votes = 1200;
    const nodes: Structure['nodes'] = { n0: base.nodes.einde! };
    const choice = (id: string, to: string) => ({ id, role: 'help' as const, to, now: ['D'], later: ['D'] });
    for (let level = 1; level <= votes; level += 1) {
      nodes[`n${level}`] = {
        vote: { kind: 'open', seconds: 60, tie: 'lot', few: 'teacher', choices: ['a', 'b', 'c'].map((id) => choice(id, `n${level - 1}`)) },
      };
    }
    const from = (start: number) => walk({ structure: { ...base, start: `n${start}`, nodes } });
    expect(from(12).count).toBe(3 ** 12);
    expect([from(12).over, from(votes).over]).toEqual([null, null]);
    // Three to the power of 1200 is more than a number holds.
    expect(from(votes).count).toBe(Number.POSITIVE_INFINITY);
    const amounts = spreadOf(from(votes), ({ point }) => Number(point.node.slice(1)));
    expect(amounts).toEqual({ least: 720_600, median: 720_600, most: 720_600 });
  });

  test('of any story without cycles: the listed ways are exactly those of playing with every variable kept', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const any = planned(plan);
        const machine = compile(any);
        const walked = walk({ structure: any });
        const listed = [...routesOf(walked)].map(({ choices }) => choices.map(({ node, choice }) => `${node}/${choice}`).join());
        expect(listed.length).toBe(walked.count);
        const played: string[] = [];
        const play = (point: StoryPoint, taken: string[]) => {
          const here = any.nodes[point.node]!;
          if ('end' in here) played.push(taken.join());
          else if ('vote' in here)
            for (const { id } of here.vote.choices) play(advance(machine, point, choose(id))!, [...taken, `${point.node}/${id}`]);
          else play(advance(machine, point, NEXT)!, taken);
        };
        play(begin(machine), []);
        expect(listed.sort()).toEqual(played.sort());
      }),
    );
  });
});

const plans = fc.array(
  fc.record({
    kind: fc.integer({ min: 0, max: 2 }),
    skip: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 3, maxLength: 3 }),
    value: fc.integer({ min: 0, max: 2 }),
  }),
  { minLength: 1, maxLength: 7 },
);
/** A story without cycles: each of its nodes leads to some that come after it. */
function planned(plan: { kind: number; skip: number[]; value: number }[]): Structure {
  const variables: Structure['variables'] = { v: { boolean: false }, w: { integer: [0, 2], initial: 0 } };
  const nodes: Structure['nodes'] = { n0: base.nodes.einde! };
  plan.forEach(({ kind, skip, value }, index) => {
    const to = (which: number) => `n${Math.max(0, index + 1 - skip[which]!)}`;
    const choice = (id: string, which: number, set: Record<string, number | boolean>) => ({
      id,
      role: 'help' as const,
      to: to(which),
      set,
      now: ['D'],
      later: ['D'],
    });
    if (kind === 0) nodes[`n${index + 1}`] = { reflect: {}, next: to(0) };
    else if (kind === 1)
      nodes[`n${index + 1}`] = { junction: [{ when: { v: true }, to: to(0) }, { when: { w: [1, 2] }, to: to(1) }, { else: to(2) }] };
    else
      nodes[`n${index + 1}`] = {
        vote: {
          kind: 'open',
          seconds: 60,
          tie: 'lot',
          few: 'teacher',
          choices: [choice('a', 0, { v: true }), choice('b', 1, { w: value }), choice('c', 2, { v: false })],
        },
      };
  });
  return { ...base, variables, start: `n${plan.length}`, nodes };
}

describe('least, median and most', () => {
  /** Route by route, as long as there are few. */
  const replayed = (walked: Walk, amount: (point: StoryPoint) => number): Spread => {
    const sums = [...routesOf(walked)].map(({ points }) => points.reduce((sum, point) => sum + amount(point), 0)).sort((a, b) => a - b);
    return { least: sums[0]!, median: sums[Math.floor(sums.length / 2)]!, most: sums.at(-1)! };
  };

  test('of any story are those of its routes', () => {
    fc.assert(
      fc.property(plans, fc.array(fc.integer({ min: 0, max: 60_000 }), { minLength: 8, maxLength: 8 }), (plan, amounts) => {
        const walked = walk({ structure: planned(plan) });
        const amount = ({ node, variables }: StoryPoint) => amounts[Number(node.slice(1))]! + 1000 * Number(variables.w);
        expect(spreadOf(walked, ({ point }) => amount(point))).toEqual(replayed(walked, amount));
      }),
    );
  });

  test('of minutes are those of a story’s routes', () => {
    const { structure: own, texts } = stories.get('groepsapp')!;
    const walked = walk({ structure: own });
    const ms = replayed(walked, (point) => msOf(own, texts.nl, point));
    expect(minutesOf(own, texts.nl, walked)).toEqual({ least: ms.least / 60_000, median: ms.median / 60_000, most: ms.most / 60_000 });
  });

  test('stay within a thousandth where there are too many different lengths to tell them all apart', () => {
    const votes = 13;
    const nodes: Structure['nodes'] = { n0: base.nodes.einde! };
    for (let level = 1; level <= votes; level += 1) {
      const choice = (id: string, to: string) => ({ id, role: 'help' as const, to, now: ['D'], later: ['D'] });
      nodes[`p${level}`] = { reflect: {}, next: `n${level - 1}` };
      nodes[`n${level}`] = {
        vote: { kind: 'open', seconds: 60, tie: 'lot', few: 'teacher', choices: [choice('a', `n${level - 1}`), choice('b', `p${level}`)] },
      };
    }
    const walked = walk({ structure: { ...base, start: `n${votes}`, nodes } });
    // Every route has a length of its own.
    const amount = ({ node }: StoryPoint) => (node.startsWith('p') ? 2 ** Number(node.slice(1)) : 0);
    const told = spreadOf(walked, ({ point }) => amount(point));
    const { least, median, most } = replayed(walked, amount);
    expect([told.least, told.most]).toEqual([least, most]);
    expect(Math.abs(told.median - median)).toBeLessThan(most / 1000);
  });
});

describe('what classes see that choose at random', () => {
  /** Route by route: how likely it is, and whether the class saw it. */
  const counted = (walked: Walk, saw: (points: StoryPoint[]) => boolean) => {
    const follow = (at: number, share: number, before: StoryPoint[]): number => {
      const { point, steps } = walked.states[at]!;
      const points = [...before, point];
      if (steps.length === 0) return saw(points) ? share : 0;
      return steps.reduce((sum, { to }) => sum + follow(to, share / steps.length, points), 0);
    };
    return walked.starts.reduce((sum, { at }) => sum + follow(at, 1 / walked.starts.length, []), 0);
  };

  test('is, of any story, what its routes make likely', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const any = planned(plan);
        const walked = walk({ structure: any });
        for (const [id, { share }] of seenOf(any, walked)) {
          if ('junction' in any.nodes[id]!) continue;
          expect(share).toBeCloseTo(
            counted(walked, (points) => points.some(({ node }) => node === id)),
            10,
          );
        }
      }),
    );
  });

  test('counts who comes back once, and each line by what it asks for', () => {
    const once = mutate(
      mutate(structure, 'role: stay-out, to: samen', 'role: stay-out, to: terug'),
      '  samen:\n',
      '  terug:\n    junction:\n      - { when: { gevraagd: true }, to: samen }\n      - { when: { toon: hard }, to: samen }\n      - { else: nog }\n  nog:\n    vote:\n      kind: open\n      seconds: 60\n      tie: lot\n      few: teacher\n      choices:\n        - { id: a, role: help, to: kies, set: { toon: hard, gevraagd: true }, now: [D], later: [D] }\n        - { id: b, role: stay-out, to: samen, set: { toon: zacht }, now: [D], later: [D] }\n  samen:\n',
    );
    const { structure: own } = { structure: Structure.parse(parse(once)) };
    const walked = walk({ structure: own });
    const seen = seenOf(own, walked);
    const share = (id: string) => seen.get(id)!.share;
    expect(walked.loops).toEqual([]);
    // Half choose to be quiet at first; half of them come back to the question.
    expect([share('kies'), share('terug'), share('nog')]).toEqual([1, 0.5, 0.5]);
    for (const id of ['praten', 'later', 'einde'])
      expect(share(id)).toBeCloseTo(
        counted(walked, (points) => points.some(({ node }) => node === id)),
        10,
      );
    expect(seen.get('later')!.beats[1]).toBeCloseTo(
      counted(walked, (points) => points.some(({ node, variables }) => node === 'later' && variables.toon === 'zacht')),
      10,
    );
    expect(seen.get('later')!.beats[1]).toBeLessThan(1);
  });
});

describe('the stories of this repository', () => {
  test('are all without an error', () => {
    expect(broken).toEqual([]);
    expect(stories.size).toBeGreaterThan(0);
  });

  test.each([...stories.values()].map((story) => [story.structure.id, story] as const))(
    '%s: every way reaches an end, uses every choice, and fits in a lesson',
    (_id, { structure: own, machine, texts }) => {
      const walked = walk({ structure: own });
      const { states, starts } = walked;
      const live = liveVariables(own);
      /** Where the machine comes is what the walk says, as far as it still matters. */
      const isAt = (at: number, reached: StoryPoint | null) => {
        const { node, variables } = states[at]!.point;
        expect(reached?.node).toBe(node);
        // Which length a class plays is no variable of the machine.
        for (const name of live.get(node)!) if (name !== SHORT) expect(reached?.variables[name]).toBe(variables[name]);
      };
      for (const { version, at } of starts) isAt(at, begin(machine, version === null ? {} : { version }));
      const taken = new Set<string>();
      for (const { point, steps } of states) {
        const node = own.nodes[point.node]!;
        if (steps.length === 0) expect(Object.keys(node)).toEqual(['end']);
        for (const { choice, to } of steps) {
          if (choice !== null) taken.add(`${point.node}/${choice}`);
          isAt(to, advance(machine, point, choice === null ? NEXT : 'vote' in node ? choose(choice) : { type: 'BY_SIZE', way: choice }));
        }
      }
      // Each step comes nearer to an end, so every way gets there.
      expect(walked.loops).toEqual([]);
      const every = Object.entries(own.nodes).flatMap(([id, node]) =>
        ('vote' in node ? node.vote.choices : 'bySize' in node ? node.bySize : []).map((choice) => `${id}/${choice.id}`),
      );
      expect([...taken].sort()).toEqual(every.sort());
      const { least, most } = minutesOf(own, texts.nl, walked);
      expect(least).toBeGreaterThan(10);
      // Of the 45 that a lesson has, ten are for the talk at its end.
      expect(most).toBeLessThan(35);
    },
  );
});
