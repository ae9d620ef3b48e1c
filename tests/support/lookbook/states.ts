import { fileURLToPath } from 'node:url';
import { beatsOf, sceneLength } from '../../../src/lesson/scene.ts';
import { agreeNode } from '../../../src/lesson/side-activity.ts';
import { create, inPhase, type Lesson } from '../../../src/lesson/state.ts';
import { stageView } from '../../../src/lesson/views/views.ts';
import type { Lang } from '../../../src/locales/languages.ts';
import { FORESEEN, type Released } from '../../../src/protocol/released.ts';
import type { Beat, Emotion, Light, Place, Pose, SceneView } from '../../../src/protocol/scene.ts';
import type { StageView } from '../../../src/protocol/views/stage.ts';
import type { HeldResult } from '../../../src/protocol/views/vote.ts';
import { readLibrary } from '../../../src/server/library.ts';
import { begin } from '../../../src/story/compile/machine.ts';
import type { Story } from '../../../src/story/compile/story.ts';
import { Class, creationOf } from '../lesson/class.ts';

/** One picture: a view of a real lesson over a real story, and how long the board has shown it. */
export interface State {
  id: string;
  title: string;
  view: StageView;
  after: number;
}
export interface Chapter {
  id: string;
  title: string;
  states: State[];
}

const library = await readLibrary(fileURLToPath(new URL('../../../scenarios/', import.meta.url)));
const STORY = 'groepsapp';
const SETTLED_MS = 700;
const CODE = 'ACDEFG';

function storyOf(id: string): Story {
  const story = library.stories.get(id);
  if (!story) throw new Error(`no story ${id}`);
  return story;
}

function viewOf(story: Story, lesson: Lesson, now: number, seatsOnline = lesson.seats.length): StageView {
  return stageView({ story, shared: library.shared }, lesson, {
    now,
    rev: 1,
    online: new Set(lesson.seats.slice(0, seatsOnline).map(({ id }) => id)),
    hops: new Map(),
    code: CODE,
    join: { url: `https://watdoejij.school.nl/#${CODE}`, text: 'watdoejij.school.nl' },
    addresses: [],
    pairing: null,
    boards: 1,
    desks: 1,
    deletesAt: 0,
    storing: true,
  });
}

const state = (id: string, title: string, view: StageView, after = SETTLED_MS): State => ({ id, title, view, after });

// ---------- every node of every story ----------

const PHASES = { scene: 'scene', vote: 'question', reflect: 'reflect', results: 'results', foreseen: 'foreseen', tell: 'tell', end: 'end' } as const;
const KINDS = ['scene', 'vote', 'reflect', 'results', 'foreseen', 'tell', 'end'] as const;

/** A lesson that stands at this node: a scene at its last beat. Null for what the board never shows. */
function lessonAt(story: Story, version: string | null, node: string, lang: Lang): Lesson | null {
  const shape = story.structure.nodes[node];
  const kind = KINDS.find((key) => shape && key in shape);
  if (!shape || !kind) return null;
  const phase = PHASES[kind];
  const start = begin(story.machine, version ? { version } : {});
  const now = Date.UTC(2026, 10, 2, 9);
  const base = create({ ...creationOf(story), lang, version }, start, now);
  const point = { ...start, node };
  const told = 'results' in shape ? shape.results : 'foreseen' in shape ? [shape.foreseen.vote] : [];
  const seats = Array.from({ length: 24 }, (_, id) => ({ id, token: String(id), look: id, removed: false }));
  const lesson = {
    ...base,
    point,
    seats,
    headCount: 24,
    doorLocked: true,
    decisions: told.flatMap((id) => {
      const asked = story.structure.nodes[id];
      const path = asked && 'vote' in asked ? asked.vote.choices[0]?.id : undefined;
      return path ? [{ node: id, choice: path, by: 'class' as const, released: { shown: 'path' as const, path } }] : [];
    }),
  };
  if (phase !== 'scene') return inPhase(lesson, { phase });
  return inPhase(lesson, { phase, playhead: { offset: Math.max(0, sceneLength(beatsOf(story, point)) - 300), since: null } });
}

export function stories(lang: Lang): Chapter[] {
  return [...library.stories].map(([id, story]) => {
    const versions = story.structure.versions?.map((version) => version.id) ?? [null];
    const states = versions.flatMap((version, index) =>
      Object.entries(story.structure.nodes).flatMap(([node, shape]) => {
        // Another version is pictured where it says something else.
        if (index > 0 && !JSON.stringify(shape).includes('version')) return [];
        const lesson = lessonAt(story, version, node, lang);
        return lesson
          ? [state(`${id}-${version ?? ''}-${node}`, version ? `${node} (${version})` : node, viewOf(story, lesson, lesson.now), SETTLED_MS * 3)]
          : [];
      }),
    );
    return { id: `story-${id}-${lang}`, title: `${story.texts[lang].title} (${lang})`, states };
  });
}

// ---------- every kind of screen, as a class comes by it ----------

function room(lang: Lang, seats: number): Class {
  const made = new Class(storyOf(STORY));
  made.lesson = { ...made.lesson, lang };
  return made.joins(seats);
}

/** The same moment with another result than this class would get. */
function released(view: StageView, released: Released): StageView {
  return view.screen.kind === 'reveal' ? { ...view, screen: { ...view.screen, released } } : view;
}

/** The same moment of a vote on its first two choices, with the word that only such a vote has. */
function halves(view: StageView): StageView {
  const { screen } = view;
  if (screen.kind !== 'reveal') return view;
  const choices = screen.vote.choices.slice(0, 2);
  const [path = screen.path] = choices;
  const bands = Object.fromEntries(choices.map(({ id }) => [id, 'about-half'] as const));
  return { ...view, screen: { ...screen, path, vote: { ...screen.vote, choices }, released: { shown: 'bands', bands, path: path.id } } };
}

export function screens(lang: Lang): State[] {
  const story = storyOf(STORY);
  const found: State[] = [];
  const add = (id: string, title: string, here: Class, after?: number) => found.push(state(id, title, viewOf(story, here.lesson, here.now), after));
  const empty = room(lang, 0);
  add('lobby-empty', 'Lobby, nobody yet', empty);
  add('lobby-tips', 'Lobby, nobody after a minute', empty.waits(61_000));
  const here = room(lang, 26);
  found.push(state('lobby', 'Lobby, some phones asleep', viewOf(story, here.lesson, here.now, 20), 1500));
  here.does({ type: 'headcount.confirm', count: 26 });
  here.does({ type: 'door.lock', locked: true });
  add('lobby-locked', 'Lobby, counted and locked', here, 1500);
  here.does({ type: 'door.lock', locked: false });
  here.next().waits(1500);
  add('scene-first', 'A scene begins, the door is open', here);
  here.does({ type: 'door.lock', locked: true });
  here.reaches('question');
  add('question', 'A question, read out', here, 12_000);
  here.next();
  add('vote-ready', 'Take your phone', here);
  const round = here.lesson.round!;
  here.now = round.opensAt + 500;
  add('vote-open', 'A vote opens', here);
  const [first, second] = Object.keys(here.lesson.round ? choicesOf(story, here) : {});
  here.votes(first!, 15);
  add('vote-counted', 'Fifteen have voted', here);
  here.votes(second!, 8);
  add('vote-almost', 'Almost everybody', here);
  here.votes(second!, 3);
  add('vote-all', 'Everybody', here);
  here.closes().waits(50);
  const reveal = viewOf(story, here.lesson, here.now);
  const choices = Object.keys(choicesOf(story, here));
  const bands = Object.fromEntries(choices.map((choice, index) => [choice, (['most', 'some', 'few', 'few'] as const)[index] ?? 'few']));
  const path = reveal.screen.kind === 'reveal' ? reveal.screen.path.id : '';
  found.push(state('reveal-bands', 'Result in bands', released(reveal, { shown: 'bands', path, bands }), 6000));
  found.push(state('reveal-half', 'Two choices, about half each', again(halves(reveal), 'half'), 6000));
  found.push(state('reveal-path', 'Result: the path only', again(released(reveal, { shown: 'path', path }), 'path'), 6000));
  const small = room(lang, 4);
  small.does({ type: 'headcount.confirm', count: 4 });
  small.reaches('together');
  add('together', 'Talk and choose together', small);
  const counted = { ...here.lesson, headCount: 24 };
  found.push(state('recount', 'More phones than pupils', viewOf(story, inPhase(counted, { phase: 'recount', round }), here.now)));
  found.push(state('tooFew', 'Too few votes', viewOf(story, inPhase(here.lesson, { phase: 'tooFew', unreleased: 'nothing' }), here.now)));
  const incomplete = inPhase(here.lesson, { phase: 'tooFew', unreleased: 'incomplete' });
  found.push(state('tooFew-again', 'A second vote that not everybody answered', viewOf(story, incomplete, here.now)));
  if (reveal.screen.kind === 'reveal') {
    const { vote } = reveal.screen;
    const as = (screen: StageView['screen']): StageView => ({ ...reveal, screen });
    found.push(state('hands', 'Hands, at the first choice', as({ kind: 'hands', vote, turn: 0, mixed: false })));
    found.push(state('teacherDecides', 'Hands and phones together', as({ kind: 'teacherDecides', vote, released: { shown: 'bands', path, bands } })));
    const chat = { kind: 'live' as const, node: 'chat', title: 'Klassenapp', round: 'chat-1' };
    found.push(
      state('live', 'Every phone plays a chat', as({ ...chat, startsAt: here.now - 8000, endsAt: here.now + 52_000, closesAt: here.now + 60_000 })),
    );
  }
  const talking = inPhase(here.lesson, { phase: 'talk', current: null, phonesResult: { shown: 'nothing' }, talkUntil: here.now + 42_000 });
  const talk = viewOf(story, talking, here.now);
  if (talk.screen.kind === 'talk') found.push(state('talk', 'Talk with your neighbour', { ...talk, screen: { ...talk.screen, seconds: 60 } }));
  for (const kind of ['reflect', 'end'] as const) {
    const node = Object.entries(story.structure.nodes).find(([, shape]) => kind in shape)?.[0];
    const lesson = node ? lessonAt(story, story.structure.versions?.[0]?.id ?? null, node, lang) : null;
    if (lesson) found.push(state(kind, kind === 'end' ? 'The end' : 'Talk about it', viewOf(story, lesson, lesson.now), 2000));
  }
  const bystanders = storyOf('omstander');
  const measured = (id: string) => 'live' in (bystanders.structure.nodes[id] ?? {});
  const told = Object.entries(bystanders.structure.nodes).find(([, shape]) => 'results' in shape && shape.results.some(measured))?.[0];
  const results = told ? lessonAt(bystanders, bystanders.structure.versions?.[0]?.id ?? null, told, lang) : null;
  if (results) {
    const view = viewOf(bystanders, results, results.now);
    found.push(state('results', 'Kept results', view, 2000));
    if (view.screen.kind === 'results') {
      const { screen } = view;
      const arms = { few: { helped: 'most', not: 'some' }, many: { helped: 'some', not: 'most' } } as const;
      const by: HeldResult[] = screen.results.map((result) => (measured(result.vote.node) ? { ...result, released: null, arms } : result));
      const beside = (node: string, results: HeldResult[]): StageView => ({ ...view, screen: { ...screen, node, results } });
      found.push(state('results-arms', 'Kept results, one by condition', beside('arms', by), 2000));
      const [opinion] = screen.results;
      if (opinion) {
        const half = (released: Released): HeldResult => ({ ...opinion, released });
        const bands = Object.fromEntries(opinion.vote.choices.map(({ id }) => [id, 'about-half'] as const));
        const before = half({ shown: 'bands', bands, path: opinion.vote.choices[0]?.id ?? '' });
        found.push(state('results-alike', 'Before and after, not much changed', beside('alike', [before, half({ shown: 'alike' })]), 2000));
        const incomplete = half({ shown: 'incomplete' });
        found.push(state('results-incomplete', 'Before and after, not everybody again', beside('incomplete', [incomplete, incomplete]), 2000));
      }
      found.push(
        state(
          'results-arms-alone',
          'Two conditions',
          beside(
            'arms-alone',
            by.filter((result) => result.arms),
          ),
          2000,
        ),
      );
    }
  }
  if (reveal.screen.kind === 'reveal') {
    const [came] = reveal.screen.vote.choices;
    const { question } = reveal.screen.vote;
    const what = { kind: 'foreseen' as const, title: lang === 'nl' ? 'En toen?' : 'And then?', question };
    for (const foreseen of FORESEEN)
      if (came)
        found.push(state(`foreseen-${foreseen}`, `What came: ${foreseen}`, { ...reveal, screen: { ...what, node: foreseen, came, foreseen } }, 2000));
  }
  for (const [node, shape] of Object.entries(bystanders.structure.nodes)) {
    if (!('tell' in shape)) continue;
    const lesson = lessonAt(bystanders, bystanders.structure.versions?.[0]?.id ?? null, node, lang);
    if (lesson) found.push(state(`tell-${node}`, `Read together: ${node}`, viewOf(bystanders, lesson, lesson.now), 2000));
  }
  found.push(...agreeing(here, lang));
  found.push(state('over', 'Over', viewOf(story, inPhase(here.lesson, { phase: 'over', current: null }), here.now)));
  found.push(state('paused', 'At rest', { ...viewOf(story, here.lesson, here.now), paused: true, pausedSince: here.now - 95_000 }));
  return found;
}

/** The class's own agreements: what is asked, and what stands at the end. */
function agreeing(here: Class, lang: Lang): State[] {
  const story = storyOf(STORY);
  const bank = story.structure.agreements.slice(0, 4).map(String);
  const point = { ...here.lesson.point, node: agreeNode(bank.map((id) => ({ id }))) };
  const asked = inPhase({ ...here.lesson, point }, { phase: 'question' });
  const end = Object.entries(story.structure.nodes).find(([, shape]) => 'end' in shape)?.[0];
  const last = end ? lessonAt(story, story.structure.versions?.[0]?.id ?? null, end, lang) : null;
  const question = state('agree', 'Which agreement suits us?', viewOf(story, asked, here.now), 12_000);
  if (!last) return [question];
  const view = viewOf(story, last, last.now);
  if (view.screen.kind !== 'end') return [question];
  const agreements = bank.slice(0, 3).map((id) => library.shared.agreements[id]?.[lang] ?? id);
  return [question, state('end-agreed', 'The end, with agreements', { ...view, screen: { ...view.screen, agreed: true, agreements } }, 2000)];
}

function choicesOf(story: Story, here: Class): Record<string, true> {
  const node = story.structure.nodes[here.lesson.point.node];
  return node && 'vote' in node ? Object.fromEntries(node.vote.choices.map(({ id }) => [id, true])) : {};
}

/** As a round of its own, so that the board plays it from its start. */
function again(view: StageView, round: string): StageView {
  const { screen } = view;
  return screen.kind === 'reveal' ? { ...view, screen: { ...screen, vote: { ...screen.vote, round } } } : view;
}

/** What the class sees on the way, ms after ms. */
export function moments(lang: Lang): Chapter[] {
  const shown = screens(lang);
  const strip = (id: string, title: string, at: number[]): Chapter => ({
    id: `moments-${id}`,
    title: `${title}, step by step`,
    states: at.map((after, index) => {
      const found = shown.find((one) => one.id === id);
      if (!found) throw new Error(`no screen ${id}`);
      return state(`${id}-${after}`, `${after} ms`, again(found.view, `${id}-${index}`), after);
    }),
  });
  return [
    strip('reveal-bands', 'Piles grow', [100, 900, 1600, 2300, 3000, 4500]),
    strip('reveal-path', 'The letter opens', [100, 900, 1500, 2500, 4500]),
  ];
}

// ---------- every beat, place and person ----------

interface Found {
  story: Story;
  lesson: Lesson;
  beat: Beat;
  start: number;
}

/** Each kind of beat where a story first has it, just after it came. */
export function beats(lang: Lang): State[] {
  const found = new Map<string, Found>();
  for (const [, story] of library.stories) {
    for (const node of Object.keys(story.structure.nodes)) {
      const lesson = lessonAt(story, story.structure.versions?.[0]?.id ?? null, node, lang);
      const screen = lesson && viewOf(story, lesson, lesson.now).screen;
      if (!lesson || screen?.kind !== 'scene') continue;
      let start = 0;
      for (const beat of screen.scene.beats) {
        const kind = beat.kind === 'tile' ? `tile-${beat.tile}` : beat.kind === 'silence' && beat.mirror ? 'silence-mirror' : beat.kind;
        if (!found.has(kind)) found.set(kind, { story, lesson, beat, start });
        start += beat.ms;
      }
    }
  }
  return [...found].map(([kind, { story, lesson, start }]) =>
    state(`beat-${kind}`, kind, viewOf(story, inPhase(lesson, { phase: 'scene', playhead: { offset: start + 20, since: null } }), lesson.now), 1400),
  );
}

function scene(change: Partial<SceneView>): StageView {
  const story = storyOf(STORY);
  const node = Object.entries(story.structure.nodes).find(([, shape]) => 'scene' in shape)?.[0] ?? '';
  const lesson = lessonAt(story, story.structure.versions?.[0]?.id ?? null, node, 'nl');
  if (!lesson) throw new Error('no scene');
  const view = viewOf(story, lesson, lesson.now);
  if (view.screen.kind !== 'scene') throw new Error('no scene');
  const bare = { ...view.screen.scene, node: JSON.stringify(change), time: null, chat: null, standing: [], beats: [], length: 0, ...change };
  return { ...view, screen: { ...view.screen, scene: bare, playhead: { offset: 0, since: null } } };
}

export function places(names: readonly Place[], lights: readonly Light[]): State[] {
  return names.flatMap((place) => lights.map((light) => state(`place-${place}-${light}`, `${place}, ${light}`, scene({ place, light }))));
}

/** What is hard to wrap: the longest words, emoji in a row, and what runs from the right. */
const HARD: Record<string, string[]> = {
  'long words': [
    'Arbeidsongeschiktheidsverzekeringsmaatschappij is galgje voor gevorderden',
    'hahahahahahahahahahahahahahahahahahahahahahahaha',
    'www.eenheellangeplekophetinternet.nl/klas/2b/foto/gisteren?van=ons',
  ],
  emoji: ['🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉', 'Morgen 🌵 mee naar school 👩‍👩‍👧‍👦 en 🏳️‍🌈 ook 👍🏾', '❤️'],
  'from the right': ['صباح الخير! هل نذهب معًا إلى المدرسة غدًا الساعة 8.30؟', 'Mijn oma zegt altijd صباح الخير om half negen', 'בוקר טוב 2B 👋'],
};

export function wraps(lang: Lang): State[] {
  const story = storyOf(STORY);
  const lesson = lessonAt(story, story.structure.versions?.[0]?.id ?? null, 'plan', lang);
  const view = lesson && viewOf(story, lesson, lesson.now);
  if (view?.screen.kind !== 'scene') throw new Error('no scene');
  const { screen } = view;
  const message = screen.scene.beats.find((beat) => beat.kind === 'message');
  if (!message) throw new Error('no message');
  return Object.entries(HARD).map(([title, texts], index) => {
    const said = texts.map((text, at) => ({ ...message, id: `hard-${at}`, ms: 1000, text }));
    const beats: Beat[] = [...said, { id: 'hard', ms: 1000, kind: 'say', text: texts[0] ?? '' }];
    const hard = { ...screen.scene, node: `hard-${index}`, beats, length: 4000 };
    return state(`wrap-${index}`, title, { ...view, screen: { ...screen, scene: hard, playhead: { offset: 3500, since: null } } }, 1400);
  });
}

const SPOTS = ['left', 'centre', 'right'] as const;
type Stance = [emotion: Emotion, pose: Pose];
/** Somebody in these moods and poses, three a picture. */
export function person(look: string, stances: readonly Stance[]): State[] {
  return Array.from({ length: Math.ceil(stances.length / 3) }, (_, row) => {
    const three = stances.slice(row * 3, row * 3 + 3);
    const standing = three.map(([emotion, pose], index) => ({ person: { id: `p${index}`, name: '', look }, emotion, pose, at: SPOTS[index]! }));
    const title = three.map(([emotion, pose]) => (pose === 'plain' ? emotion : `${emotion}, ${pose}`)).join(' · ');
    return state(`cast-${look}-${row}`, title, scene({ place: 'classroom', light: 'day', standing }));
  });
}
