import { describe, expect, test } from 'vitest';
import { debriefView } from '../../src/lesson/report/report.ts';
import { PROTOCOL_VERSION } from '../../src/protocol/identity.ts';
import { nodeRuntime } from '../../src/server/secrets.ts';
import { walk } from '../../src/story/check/walk.ts';
import type { Story } from '../../src/story/compile/story.ts';
import type { TrialRuntime } from '../../src/trial/browser-runtime.ts';
import { ClassTooSmall, type JumpTarget, jump, jumpTargets } from '../../src/trial/jump.ts';
import { acts, chooses, led, MOODS, type Mood } from '../../src/trial/pupil.ts';
import { Pupils } from '../../src/trial/pupils.ts';
import { TrialSession } from '../../src/trial/trial-session.ts';
import { readFullStory } from '../support/lesson/full-story.ts';
import { shared, stories } from '../support/lesson/library.ts';
import { petje } from '../support/lesson/petje.ts';
import { around } from '../support/lesson/views-of.ts';
import { randomFrom } from '../support/random.ts';

const OPTIONS = (['help', 'private-help', 'involve', 'stay-out', 'join-in'] as const).map((role) => ({ id: role, role }));
const ACTS = (['public', 'private', 'sender', 'adult', 'laugh', 'forward', 'close'] as const).map((kind) => ({ id: kind, kind }));
const PUPILS = 4000;

function tally(ids: (string | null)[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const id of ids) found[id ?? 'nothing'] = (found[id ?? 'nothing'] ?? 0) + 1 / ids.length;
  return found;
}

describe('a made-up pupil', () => {
  const { number: chance } = randomFrom(3);
  const votes = (mood: Mood, common = 0.5) => tally(Array.from({ length: PUPILS }, () => chooses(OPTIONS, mood, common, chance)));
  const does = (mood: Mood) => tally(Array.from({ length: PUPILS }, () => acts(ACTS, mood, chance)));

  test.each(MOODS)('that is %s chooses only what is there, or looks on', (mood) => {
    for (let size = 1; size <= OPTIONS.length; size++)
      for (let tries = 0; tries < 300; tries++) {
        const chosen = chooses(OPTIONS.slice(0, size), mood, chance(), chance);
        expect([null, ...OPTIONS.slice(0, size).map(({ id }) => id)]).toContain(chosen);
        expect([null, ...ACTS.slice(0, size).map(({ id }) => id)]).toContain(acts(ACTS.slice(0, size), mood, chance));
      }
    // The smallest and the largest random number.
    for (const number of [0, 1 - 2 ** -32])
      expect([null, ...OPTIONS.map(({ id }) => id)]).toContain(chooses(OPTIONS, mood, 1 - 2 ** -32, () => number));
  });

  test('is as its class is', () => {
    expect(Math.max(...Object.values(votes('divided')))).toBeLessThan(0.25);
    expect(Math.max(...Object.values(votes('agreed')))).toBeGreaterThan(0.7);
    expect(votes('agreed', 0)).not.toEqual(votes('agreed', 0.9));
    const [divided, helpful, cheeky, quiet] = (['divided', 'helpful', 'cheeky', 'quiet'] as const).map(votes);
    expect(helpful!.help).toBeGreaterThan(divided!.help! * 1.3);
    expect(cheeky!['join-in']).toBeGreaterThan(divided!['join-in']! * 2);
    expect(quiet!.nothing).toBeGreaterThan(divided!.nothing! * 3);
    expect(does('quiet').nothing).toBeGreaterThan(does('helpful').nothing! * 2);
    expect(does('cheeky').forward).toBeGreaterThan(does('helpful').forward! * 3);
  });

  test('that is led goes along only where needed, and the class then goes that way without a lot', () => {
    for (let tries = 0; tries < 2000; tries++) {
      const before = Array.from({ length: 1 + Math.floor(chance() * 12) }, () => [null, 'a', 'b', 'c'][Math.floor(chance() * 4)] ?? null);
      const after = led(before, 'a');
      const count = (id: string) => after.filter((vote) => vote === id).length;
      expect(after.filter((vote) => vote === null).length).toBe(before.filter((vote) => vote === null).length);
      if (before.some((vote) => vote !== null)) expect(count('a')).toBeGreaterThan(Math.max(count('b'), count('c')));
    }
  });
});

/** As a browser, with seeded chance and no waiting. */
function platformOf(seed: number): TrialRuntime {
  const { number } = randomFrom(seed);
  let now = Date.UTC(2026, 10, 2, 9);
  let tokens = 0;
  return {
    token: () => `token-${seed}-${++tokens}`,
    random: number,
    now: () => now,
    reach: (instant) => {
      now = Math.max(now, instant);
    },
    soon: setImmediate,
    after: nodeRuntime.after,
    noticeSuspend: () => false,
  };
}

test('a teacher alone cannot take over, pair or delete, and hears so', async () => {
  const site = { origin: 'http://school', host: 'school' };
  const session = await TrialSession.open({
    story: stories.get('sticker')!,
    shared,
    lang: 'nl',
    version: null,
    short: false,
    runtime: platformOf(1),
    site,
  });
  const hello = { v: PROTOCOL_VERSION, lang: 'nl', role: 'desk', lesson: session.running.lesson.id, token: 'x' } as const;
  const { client } = await session.greet(hello, { show: () => {}, count: () => {}, attendance: () => {}, dismiss: () => {} });
  for (const type of ['desk.takeover', 'desk.offer', 'lesson.delete'] as const)
    expect(await client?.ask({ type })).toEqual({ ok: false, refusal: 'trial-only' });
  expect(await client?.ask({ type: 'headcount.confirm', count: 8 })).toEqual({ ok: true });
  session.close();
});

test('a teacher alone plays the short version, of a story that has one', async () => {
  const site = { origin: 'http://school', host: 'school' };
  const lengthOf = async (story: Story, short: boolean) => {
    const session = await TrialSession.open({ story, shared, lang: 'nl', version: null, short, runtime: platformOf(2), site });
    const { length } = session.running.lesson;
    session.close();
    return length;
  };
  const { story } = readFullStory();
  expect(await lengthOf(story!, true)).toBe('short');
  expect(await lengthOf(story!, false)).toBe('long');
  expect(await lengthOf(petje, true)).toBe('long');
});

async function jumped(id: string, place: JumpTarget, seats: number, mood: Mood) {
  const story = stories.get(id)!;
  const runtime = platformOf(seats);
  const version = place.way.version ?? story.structure.versions?.[0]?.id ?? null;
  const site = { origin: 'http://school', host: 'school' };
  const session = await TrialSession.open({ story, shared, lang: 'nl', version, short: false, runtime, site });
  const pupils = new Pupils(session, story, mood);
  await pupils.join(seats, 'nl', true);
  await session.running.propose({ type: 'headcount.confirm', count: seats + 1 });
  try {
    await jump(session.running, runtime, story, place, pupils);
    return { lesson: session.running.lesson, book: session.running.content };
  } finally {
    pupils.leave();
    session.close();
  }
}

const placesIn = (story: Story) => jumpTargets(story, walk(story).ways, 'nl');

describe('a jump', () => {
  test.each([...stories.keys()])(
    'reaches every place of %s, with the choices and the version that lead there',
    async (id) => {
      const { structure } = stories.get(id)!;
      const places = placesIn(stories.get(id)!);
      const shown = Object.entries(structure.nodes).filter(([, node]) => !('junction' in node) && !('bySize' in node));
      expect(places.map(({ node }) => node)).toEqual(shown.map(([node]) => node));
      for (const place of places) {
        const { lesson } = await jumped(id, place, 24, 'divided');
        expect(lesson.point.node).toBe(place.node);
        const walked = place.way.choices.filter(({ node }) => 'vote' in structure.nodes[node]!);
        expect(
          lesson.decisions
            .filter(({ node }) => node in structure.nodes && 'vote' in structure.nodes[node]!)
            .map(({ node, choice }) => ({ node, choice })),
        ).toEqual(walked.map(({ node, choice }) => ({ node, choice })));
        // The class really voted: its result is released like any other, and no ballot is left.
        for (const { node, by } of lesson.decisions) if ('vote' in (structure.nodes[node] ?? {})) expect([node, by]).toEqual([node, 'class']);
        expect(lesson.round?.ballots ?? {}).toEqual({});
      }
    },
    60_000,
  );

  test('past a chat leaves its result, as the debrief tells it', async () => {
    const id = [...stories.values()].find(({ structure }) => Object.values(structure.nodes).some((node) => 'live' in node && node.live.measured))!
      .structure.id;
    const story = stories.get(id)!;
    const end = placesIn(story).findLast(({ kind, way }) => kind === 'results' && way.choices.length > 0)!;
    const { lesson, book: content } = await jumped(id, end, 30, 'helpful');
    expect(lesson.releasedResults.length).toBeGreaterThan(0);
    const told = JSON.stringify(debriefView(content, lesson, 'nl', around({ lesson, now: lesson.now })));
    expect(lesson.decisions.some(({ released }) => released !== null && released.shown !== 'nothing')).toBe(true);
    expect(told).toContain('"shown"');
  });

  test('of a class that is too small for its place says so', async () => {
    const refused: string[] = [];
    for (const place of placesIn(stories.get('omstander')!)) {
      const there = await jumped('omstander', place, 5, 'divided').catch((error: unknown) => error);
      if (there instanceof ClassTooSmall) refused.push(place.node);
      else if (there instanceof Error) throw there;
      else expect((there as Awaited<ReturnType<typeof jumped>>).lesson.point.node).toBe(place.node);
    }
    expect(refused).toContain('k-chat');
    expect(refused).not.toContain('d1');
  });
});
