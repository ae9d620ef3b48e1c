import { describe, expect, test } from 'vitest';
import type { Band, Released } from '../../src/protocol/released.ts';
import type { Beat, Chat, Person, SceneView } from '../../src/protocol/scene.ts';
import type { Creature, StageScreen, StageView } from '../../src/protocol/views/stage.ts';
import type { VoteView } from '../../src/protocol/views/vote.ts';
import { beatCues, clockCues, cues, hushed, music, stay } from '../../src/stage/cues/director.ts';
import { retold } from '../../src/stage/cues/retelling.ts';
import { askSteps, decidedBy, revealSteps } from '../../src/stage/cues/staging.ts';
import { beatStarts, tableau } from '../../src/stage/cues/tableau.ts';

const yara: Person = { id: 'yara', name: 'Yara', look: 'aylin' };
const sem: Person = { id: 'sem', name: 'Sem', look: 'sem' };
const klas: Chat = { id: 'klas', title: 'Klas 2B', badge: '2B', members: '27 leden', owner: null };
const zij: Chat = { id: 'zij', title: '2B gezellig', badge: '2B', members: '26 leden', owner: yara };
const beats: Beat[] = [
  { id: 'say', ms: 1000, kind: 'say', text: 'Zondagavond.' },
  { id: 'typing', ms: 1000, kind: 'typing', person: sem },
  { id: 'm1', ms: 1000, kind: 'message', person: sem, text: 'wie komt er?', mine: false },
  { id: 'r1', ms: 500, kind: 'react', to: 'm1', emoji: 'thumbs-up', count: 3, text: '3 duimpjes' },
  { id: 'r2', ms: 500, kind: 'react', to: 'm1', emoji: 'thumbs-up', count: 9, text: '9 duimpjes' },
  { id: 'act', ms: 500, kind: 'act', person: yara, emotion: 'worried', pose: 'phone', text: 'Yara kijkt bezorgd.' },
  { id: 'chat', ms: 1000, kind: 'chat', chat: zij },
  { id: 'm2', ms: 1000, kind: 'message', person: yara, text: 'hoi', mine: true },
  { id: 'seen', ms: 500, kind: 'seen', count: 24, text: '24× gelezen' },
  { id: 'hush', ms: 20_000, kind: 'silence', mirror: true, text: 'Er komt niets.' },
  { id: 'ring', ms: 500, kind: 'sound', sound: 'screen-on', text: '[scherm gaat aan]' },
  { id: 'back', ms: 500, kind: 'chat', chat: klas },
];
const length = beats.reduce((sum, beat) => sum + beat.ms, 0);
const scene: SceneView = {
  node: 'zondag',
  place: 'bedroom',
  light: 'night',
  weather: null,
  music: false,
  time: null,
  standing: [{ person: yara, emotion: 'happy', pose: 'plain', at: 'centre' }],
  chat: klas,
  beats,
  length,
};

const vote: VoteView = {
  round: 'r1',
  node: 'd1',
  as: null,
  context: null,
  drawing: null,
  held: false,
  foreseen: false,
  before: null,
  question: 'Wat doe jij?',
  choices: [
    { id: 'a', letter: 'A', text: 'Ik vraag het.', short: 'vragen' },
    { id: 'b', letter: 'B', text: 'Ik zeg niks.', short: 'niks' },
  ],
};
const [first] = vote.choices;
if (!first) throw new Error('a vote has choices');
const view = (screen: StageScreen, over: Partial<StageView> = {}): StageView => ({
  role: 'stage',
  rev: 1,
  now: 0,
  lang: 'nl',
  screenRevision: 1,
  mode: 'phones',
  story: { id: 's', title: 't', tagline: 't' },
  code: 'ABC234',
  join: { url: 'u', text: 't' },
  door: 'open',
  seats: 2,
  headCount: null,
  paused: false,
  detour: false,
  pausedSince: null,
  pairing: null,
  screen,
  cast: [],
  opens: null,
  ...over,
});
const lobby = (...creatures: Creature[]): StageView => view({ kind: 'lobby', since: 0, creatures });
const open = (answered: number, round = 'r1'): StageScreen => ({
  kind: 'vote',
  vote: { ...vote, round },
  opensAt: 3000,
  deadline: 33_000,
  seconds: 30,
  answered,
  seats: 24,
});
const reveal = (released: Released | null): Extract<StageScreen, { kind: 'reveal' }> => ({
  kind: 'reveal',
  vote,
  path: first,
  by: released ? 'class' : 'teacher',
  released,
});

describe('a scene at one position', () => {
  test('shows its first beat at once and nothing of what comes', () => {
    const start = tableau(scene, 0);
    expect(start.caption?.text).toBe('Zondagavond.');
    expect(start.lines).toEqual([]);
    expect(start.done).toBe(false);
  });

  test('somebody types until the message is there', () => {
    expect(tableau(scene, 1000).typing).toEqual(sem);
    expect(tableau(scene, 2000)).toMatchObject({ typing: null, lines: [{ id: 'm1', text: 'wie komt er?' }] });
  });

  test('a reaction that grows replaces itself', () => {
    expect(tableau(scene, 3600).lines[0]).toMatchObject({ reactions: [{ emoji: 'thumbs-up', count: 9 }] });
  });

  test('a face changes by its act, and the story itself is left as it was', () => {
    expect(tableau(scene, 4000).standing[0]).toMatchObject({ emotion: 'worried', pose: 'phone' });
    expect(scene.standing[0]?.emotion).toBe('happy');
    expect(tableau(scene, 100).standing[0]?.emotion).toBe('happy');
  });

  test('eyes go to the speaker, to what is written and to a mood that changes, and rest when the narrator goes on', () => {
    const told: Beat[] = [
      { id: 'f1', ms: 1000, kind: 'speak', person: sem, text: 'Wie komt er?' },
      { id: 'f2', ms: 500, kind: 'act', person: yara, emotion: 'angry', pose: 'plain', text: 'Yara kijkt boos.' },
      { id: 'f3', ms: 1000, kind: 'message', person: sem, text: 'hoi', mine: false },
      { id: 'f4', ms: 1000, kind: 'say', text: 'Zondag.' },
      { id: 'f5', ms: 1000, kind: 'silence', mirror: false, text: 'Er komt niets.' },
    ];
    const focus = (ms: number) => tableau({ ...scene, beats: told }, ms).focus;
    expect(focus(0)).toEqual({ speech: { by: 'sem', at: 0, ms: expect.any(Number) }, reading: false, moved: null, hush: false });
    expect(focus(1000)).toMatchObject({ speech: { by: 'sem' }, moved: 'yara' });
    expect(focus(1500)).toEqual({ speech: null, reading: true, moved: null, hush: false });
    expect(focus(2500)).toEqual({ speech: null, reading: false, moved: null, hush: false });
    expect(focus(3500).hush).toBe(true);
  });

  test('somebody enters in the middle of a scene, and leaves again, without ending a silence', () => {
    const told: Beat[] = [
      { id: 'e0', ms: 5000, kind: 'silence', mirror: false, text: 'Er komt niets.' },
      { id: 'e1', ms: 1000, kind: 'enter', person: sem, emotion: 'happy', pose: 'phone', at: 'left', text: 'Sem komt erbij.' },
      { id: 'e2', ms: 1000, kind: 'leave', person: yara, text: 'Yara gaat weg.' },
    ];
    const at = (ms: number) => tableau({ ...scene, beats: told, length: 7000 }, ms);
    expect(at(5000).standing.map(({ person }) => person.id)).toEqual(['yara', 'sem']);
    expect(at(5000).silence).not.toBeNull();
    expect(at(6000).standing).toEqual([{ person: sem, emotion: 'happy', pose: 'phone', at: 'left' }]);
    expect(scene.standing).toHaveLength(1);
  });

  test('a screen reader hears that it rains, and who enters and leaves', () => {
    const told: Beat[] = [
      { id: 'h1', ms: 1000, kind: 'enter', person: sem, emotion: 'happy', pose: 'plain', at: 'left', text: 'Sem komt erbij.' },
      { id: 'h2', ms: 1000, kind: 'leave', person: sem, text: 'Sem gaat weg.' },
    ];
    const words = (offset: number) =>
      retold({ kind: 'scene', scene: { ...scene, weather: 'rain', beats: told, length: 2000 }, playhead: { offset, since: null } }, 0);
    expect(words(0)).toEqual(expect.arrayContaining(['Het regent.', 'Sem komt erbij.']));
    expect(words(1000)).toContain('Sem gaat weg.');
    expect(words(1000)).not.toContain('Sem komt erbij.');
  });

  test('between two scenes the director says who enters and who leaves, as they stood at the end', () => {
    const staged = (over: Partial<SceneView>): StageView => view({ kind: 'scene', scene: { ...scene, ...over }, playhead: { offset: 0, since: 0 } });
    const next = { node: 'maandag', standing: [{ person: sem, emotion: 'happy', pose: 'plain', at: 'left' } as const] };
    expect(cues(staged({}), staged(next))).toContainEqual({
      cue: 'company',
      same: true,
      narrow: true,
      before: [{ person: yara, emotion: 'worried', pose: 'phone', at: 'centre' }],
      arrives: ['sem'],
      departs: ['yara'],
    });
    expect(cues(staged({}), staged({ ...next, place: 'canteen' }))).toContainEqual(expect.objectContaining({ arrives: ['sem'], departs: [] }));
    expect(cues(lobby(), staged({}))).toContainEqual(expect.objectContaining({ cue: 'company', arrives: ['yara'] }));
    const after = cues(view(reveal(null)), staged({}));
    expect(after.filter(({ cue }) => cue === 'company')).toEqual([]);
  });

  test('another phone has its own messages, and the first still has its own when it comes back', () => {
    expect(tableau(scene, 5600)).toMatchObject({ chat: { id: 'zij' }, lines: [{ id: 'm2', mine: true }], seen: null });
    expect(tableau(scene, length - 1)).toMatchObject({ chat: { id: 'klas' }, lines: [{ id: 'm1' }], seen: null });
  });

  test('the silence lasts as long as it says, whatever sounds in it, and knows what was read', () => {
    expect(tableau(scene, 7000)).toMatchObject({ seen: { text: '24× gelezen' }, silence: { mirror: true, elapsed: 0 } });
    expect(tableau(scene, 26_999).silence?.elapsed).toBe(19_999);
    expect(tableau(scene, length - 1).silence).toBeNull();
  });

  test('a reload shows the same moment as a board that watched from the start', () => {
    for (let ms = 0; ms <= length + 500; ms += 250) expect(tableau(structuredClone(scene), ms)).toEqual(tableau(scene, ms));
    expect(tableau(scene, length).done).toBe(true);
  });

  test('a tile keeps its counter and its reactions, and bars stay while the narrator speaks of them', () => {
    const told: Beat[] = [
      { id: 't1', ms: 1000, kind: 'tile', tile: 'sticker', person: sem, text: 'Een sticker. Die laten we niet zien.', copies: 3, mine: false },
      { id: 't2', ms: 1000, kind: 'copies', to: 't1', count: 17, text: '17× opgeslagen' },
      { id: 't3', ms: 1000, kind: 'react', to: 't1', emoji: 'eyes', count: 2, text: '2× ogen' },
      {
        id: 't4',
        ms: 1000,
        kind: 'bars',
        bars: [
          { text: 'dacht', value: 18, of: 24 },
          { text: 'deed', value: 3, of: 24 },
        ],
      },
      { id: 't5', ms: 1000, kind: 'say', text: 'Kijk eens goed.' },
      { id: 't6', ms: 1000, kind: 'speak', person: yara, text: 'Oh.' },
    ];
    const spread: SceneView = { ...scene, beats: told, length: 6000 };
    expect(tableau(spread, 0).lines[0]).toMatchObject({ kind: 'tile', copies: '3×', reactions: [] });
    expect(tableau(spread, 2000).lines[0]).toMatchObject({ copies: '17× opgeslagen', reactions: [{ emoji: 'eyes' }] });
    expect(tableau(spread, 4000)).toMatchObject({ bars: [{ value: 18 }, { value: 3 }], caption: { id: 't5' } });
    expect(tableau(spread, 5000).bars).toBeNull();
  });

  test('every beat sounds once, however often the clock is asked', () => {
    const sounds: string[] = [];
    for (let ms = 0; ms < length; ms += 70) sounds.push(...beatCues(scene, ms - 70, ms).map((cue) => (cue.cue === 'sound' ? cue.sound : cue.cue)));
    expect(sounds).toEqual(['typing', 'message-in', 'message-out', 'seen-tick', 'screen-on']);
  });
});

describe('from one view to the next', () => {
  const one: Creature = { seat: 3, look: 3, hops: 0, online: true };

  test('a page that just loaded announces nothing but its screen', () => {
    expect(cues(null, lobby(one, one))).toEqual([{ cue: 'enter', screen: 'lobby', animate: false }]);
  });

  test('a creature that joins drops in, one that is tapped hops, one that falls asleep makes no noise', () => {
    expect(cues(lobby(one), lobby(one, one))).toContainEqual({ cue: 'join', index: 1 });
    expect(cues(lobby(one, one), lobby(one, { ...one, hops: 1 }))).toContainEqual({ cue: 'hop', index: 1 });
    expect(cues(lobby(one), lobby({ ...one, online: false }))).toEqual([]);
  });

  test('an answer is an envelope without a choice; changing a mind or another round is none', () => {
    expect(cues(view(open(3)), view(open(5)))).toContainEqual({ cue: 'ballot', count: 2 });
    expect(cues(view(open(5)), view(open(5)))).toEqual([]);
    expect(cues(view(open(5)), view(open(6, 'r2'))).some(({ cue }) => cue === 'ballot')).toBe(false);
  });

  test('a decision stays one screen from its question to its talk', () => {
    const screens: StageScreen[] = [
      { kind: 'question', vote, asked: 'phones' },
      open(0),
      { kind: 'talk', vote, until: 1, seconds: 30 },
      { kind: 'too-few', vote, again: false },
    ];
    expect(new Set(screens.map(stay)).size).toBe(1);
    expect(stay(reveal(null))).not.toBe(stay(open(0)));
  });

  test('music plays while the class waits, is softer under speech, and is silent in a vote and in a pause', () => {
    expect(music(lobby(), 0)).toBe('full');
    expect(music({ ...lobby(), paused: true }, 0)).toBe('off');
    expect(music(view(open(0)), 0)).toBe('off');
    expect(music(view({ kind: 'reflect', node: 'praat', question: 'Wat vind jij?', hint: null }), 0)).toBe('under');
  });

  test('in the story there is music only where the story asks for it, and in a silence nothing sounds', () => {
    const at = (offset: number, asked: boolean) => view({ kind: 'scene', scene: { ...scene, music: asked }, playhead: { offset, since: null } });
    const inSilence = beatStarts(beats)[beats.findIndex((beat) => beat.kind === 'silence')] ?? 0;
    expect(music(at(0, false), 0)).toBe('off');
    expect(music(at(0, true), 0)).toBe('under');
    expect([music(at(inSilence + 1, true), 0), hushed(at(inSilence + 1, true), 0)]).toEqual(['off', true]);
    expect(hushed(at(0, true), 0)).toBe(false);
    expect(hushed(lobby(), 0)).toBe(false);
  });
});

describe('by the clock', () => {
  test('a vote opens once and counts its last five seconds', () => {
    const screen = open(0) as Extract<StageScreen, { kind: 'vote' }>;
    const heard: string[] = [];
    for (let now = 0; now < 40_000; now += 90)
      heard.push(...clockCues(screen, now - 90, now).map((cue) => (cue.cue === 'sound' ? cue.sound : cue.cue)));
    expect(heard).toEqual(['question-open', ...Array<string>(5).fill('last-seconds')]);
    expect(clockCues({ ...screen, deadline: null }, 3000, 60_000)).toEqual([]);
  });

  test('the staging tells nothing of the result: the same times whatever the bands', () => {
    const steps = (a: Band, b: Band) => revealSteps(reveal({ shown: 'bands', bands: { a, b }, path: 'a' }));
    expect(steps('about-half', 'about-half')).toEqual(steps('almost-all', 'few'));
    expect(steps('most', 'some').some(({ step, at }, index, steps) => step === 'shuffle' && (steps[index + 1]?.at ?? 0) - at === 1200)).toBe(true);
  });

  test('choices are read one by one, each for as long as it is, and a second vote first folds the first away', () => {
    const longer = { ...vote, choices: vote.choices.map((choice, index) => (index === 0 ? { ...choice, text: choice.text.repeat(3) } : choice)) };
    const steps = askSteps(longer);
    expect(steps.map(({ step }) => step)).toEqual(['question', 'read', 'read', 'asked']);
    const [, one = 0, two = 0, three = 0] = steps.map(({ at }) => at);
    expect(two - one).toBeGreaterThan(three - two);
    const again = askSteps({ ...longer, before: vote.choices[1] ?? null });
    expect(again[0]).toEqual({ step: 'fold', at: 0 });
    expect(again.slice(1).map((step) => ({ ...step, at: step.at - (again[1]?.at ?? 0) }))).toEqual(steps);
  });

  test('a path alone opens an envelope and never shows a column', () => {
    expect(revealSteps(reveal({ shown: 'path', path: 'a' })).map(({ step }) => step)).toEqual(['close', 'open', 'breath', 'shown']);
    expect(revealSteps(reveal(null)).map(({ step }) => step)).toEqual(['lay', 'shown']);
    expect(revealSteps({ ...reveal(null), by: 'what-if' }).map(({ step }) => step)).toEqual(['film', 'fork', 'turn', 'shown']);
  });
  test('a class that chose again is told so, one that looks at another path is not', () => {
    const again = (screen: ReturnType<typeof reveal>) => ({ ...screen, vote: { ...vote, before: vote.choices[1] ?? null } });
    const path = reveal({ shown: 'path', path: 'a' });
    expect([path, again(path), again({ ...path, by: 'what-if' })].map(decidedBy)).toEqual(['reveal.path', 'reveal.again', 'reveal.whatIf']);
  });
});
