import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { liveVariables, ROUTES, type Route, walk } from '../../src/story/check/walk.ts';
import { advance, begin, compile, holds, type StoryPoint } from '../../src/story/compile/machine.ts';
import { beatLengths } from '../../src/story/compile/pace.ts';
import type { Story } from '../../src/story/compile/story.ts';
import { routeMinutes } from '../../src/story/report/duration.ts';
import type { Structure } from '../../src/story/schema/schema.ts';
import { broken, stories } from '../support/lesson/library.ts';
import { dutch, english, mutate, readSmallStory, structure } from '../support/lesson/small-story.ts';

const small = (text = structure): Story => {
  const { story, diagnoses } = readSmallStory({ structure: text });
  if (!story) throw new Error(JSON.stringify(diagnoses));
  return story;
};
const choose = (choice: string) => ({ type: 'CHOOSE', choice }) as const;
const NEXT = { type: 'NEXT' } as const;
type Node = Structure['nodes'][string];

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
    expect([...walked.paths()].map((route) => [route.choices, route.points.map((point) => point.node)])).toEqual([
      [[{ node: 'kies', choice: 'vraag' }], ['begin', 'kies', 'praten', 'later', 'einde']],
      [[{ node: 'kies', choice: 'stil' }], ['begin', 'kies', 'later', 'einde']],
    ]);
  });

  test('drops the variables that nothing reads any more', () => {
    const live = liveVariables(small().structure);
    expect([...live.get('samen')!].sort()).toEqual(['gevraagd', 'moed', 'toon']);
    expect([...live.get('later')!]).toEqual(['toon']);
    expect([...live.get('einde')!]).toEqual([]);
    // begin, kies, praten, later with and without the soft tone, einde once.
    expect(walk(small()).states).toBe(6);
  });

  test('a cycle that a variable bounds is no endless one', () => {
    const once = mutate(
      mutate(structure, 'role: stay-out, to: samen', 'role: stay-out, to: terug'),
      '  samen:\n',
      '  terug:\n    junction:\n      - { when: { toon: zacht }, to: samen }\n      - { else: kies }\n  samen:\n',
    );
    const walked = walk(small(once));
    expect(walked.cycle).toBeNull();
    expect(walked.count).toBe(2);
  });

  test('refuses to list more paths than can be replayed, and names the variables', () => {
    const votes = 12;
    const nodes: Structure['nodes'] = { n0: small().structure.nodes.einde! };
    const choice = (id: string, to: string) => ({ id, role: 'help' as const, to, now: ['D'], later: ['D'] });
    for (let level = 1; level <= votes; level += 1) {
      nodes[`n${level}`] = {
        vote: { kind: 'open', seconds: 60, tie: 'lot', few: 'teacher', choices: ['a', 'b', 'c'].map((id) => choice(id, `n${level - 1}`)) },
      };
    }
    const wide: Structure = { ...small().structure, start: `n${votes}`, nodes };
    const walked = walk({ structure: wide, machine: compile(wide) });
    expect(walked.states).toBe(votes + 1);
    expect(walked.count).toBe(3 ** votes);
    expect(walked.count).toBeGreaterThan(ROUTES);
    expect(() => [...walked.paths()]).toThrow(/531441 ways through klein.*variables/);
  });

  test('of any story without cycles: the listed ways are exactly those of playing with every variable kept', () => {
    const variables: Structure['variables'] = { v: { boolean: false }, w: { integer: [0, 2], initial: 0 } };
    const random = fc.array(
      fc.record({
        kind: fc.integer({ min: 0, max: 2 }),
        skip: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 3, maxLength: 3 }),
        value: fc.integer({ min: 0, max: 2 }),
      }),
      { minLength: 1, maxLength: 7 },
    );
    fc.assert(
      fc.property(random, (plan) => {
        const nodes: Structure['nodes'] = { n0: small().structure.nodes.einde! };
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
        const any: Structure = { ...small().structure, variables, start: `n${plan.length}`, nodes };
        const machine = compile(any);
        const walked = walk({ structure: any, machine });
        const listed = [...walked.paths()].map(({ choices }) => choices.map(({ node, choice }) => `${node}/${choice}`).join());
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

function go(story: Story, point: StoryPoint, event: Parameters<typeof advance>[2]): StoryPoint {
  const next = advance(story.machine, point, event);
  if (!next) throw new Error(`${point.node} leads nowhere with ${JSON.stringify(event)}`);
  return next;
}
const isDecided = (node: Node) => 'vote' in node || 'bySize' in node;
const decide = (story: Story, point: StoryPoint, choice: string) =>
  go(story, point, 'vote' in story.structure.nodes[point.node]! ? choose(choice) : { type: 'BY_SIZE', way: choice });

/** To the next decision or the end. */
function goOn(story: Story, from: StoryPoint): StoryPoint {
  let point = from;
  for (let node = story.structure.nodes[point.node]!; !isDecided(node) && !('end' in node); node = story.structure.nodes[point.node]!)
    point = go(story, point, NEXT);
  return point;
}

describe('the stories of this repository', () => {
  test('are all without an error', () => {
    expect(broken).toEqual([]);
    expect(stories.size).toBeGreaterThan(0);
  });

  test.each([...stories.values()].map((story) => [story.structure.id, story] as const))(
    '%s: every way reaches an end, uses every choice, and fits in a lesson',
    (_id, story) => {
      const walked = walk(story);
      const taken = new Set<string>();
      let routes = 0;
      // Ways that begin alike are played once up to where they part: after so many decisions, the class stands there.
      let before: Pick<Route, 'version' | 'choices'> = { version: null, choices: [] };
      let stands: StoryPoint[] = [];
      for (const route of walked.paths()) {
        routes += 1;
        const { version, choices, points } = route;
        const parts = choices.findIndex(({ node, choice }, at) => before.choices[at]?.node !== node || before.choices[at]?.choice !== choice);
        const alike = version === before.version ? (parts < 0 ? choices.length : parts) + 1 : 0;
        stands = stands.slice(0, alike);
        if (stands.length === 0) stands.push(goOn(story, begin(story.machine, version === null ? {} : { version })));
        for (const { choice } of choices.slice(stands.length - 1)) stands.push(goOn(story, decide(story, stands.at(-1)!, choice)));
        before = { version, choices };
        expect(stands).toHaveLength(choices.length + 1);
        const end = stands.at(-1)!.node;
        expect('end' in story.structure.nodes[end]!).toBe(true);
        expect(end).toBe(points.at(-1)!.node);
        for (const { node, choice } of choices) taken.add(`${node}/${choice}`);
        const minutes = routeMinutes(story, route);
        expect(minutes).toBeGreaterThan(10);
        // Of the 45 that a lesson has, ten are for the talk at its end.
        expect(minutes).toBeLessThan(35);
      }
      expect(routes).toBe(walked.count);
      const every = Object.entries(story.structure.nodes).flatMap(([id, node]) =>
        ('vote' in node ? node.vote.choices : 'bySize' in node ? node.bySize : []).map((choice) => `${id}/${choice.id}`),
      );
      expect([...taken].sort()).toEqual(every.sort());
    },
  );
});
