import type { Lang } from '../protocol/identity.ts';
import {
  type ChoiceFace,
  type DeskView,
  type HeldResult,
  type PairingView,
  type PhoneMessage,
  type PhoneScreen,
  type PhoneView,
  position,
  type StageScreen,
  type StageView,
} from '../protocol/views.ts';
import type { StoryEvent } from '../scenario/machine.ts';
import type { Shelf } from '../scenario/schema.ts';
import type { Story } from '../scenario/story.ts';
import { firstAside, isPair, nodeOf, nodeTexts, onwardFrom, provesNothing } from './aside.ts';
import { askedOf, isSkipped } from './asking.ts';
import { seenBy } from './captions.ts';
import {
  agreementLines,
  agreementTexts,
  bandOf,
  castSheet,
  choiceFaces,
  contactLines,
  hardWords,
  helpLines,
  opening,
  sceneFace,
  voteFace,
} from './faces.ts';
import { activeSeats, type Decision, type Lesson, mayVote, type Seat, toldTrail, voters } from './lesson.ts';
import { passRooms } from './live.ts';
import { liveFace, wayFaces } from './live-face.ts';
import { pairResults } from './pair.ts';
import { beatAt, beatsOf, secondsOf } from './scene.ts';
import { sourceLines } from './source-line.ts';

/** What a view needs beside the lesson: who is connected, and by which addresses this server can be reached. */
export interface Surroundings {
  now: number;
  rev: number;
  online: ReadonlySet<number>;
  /** Jumps of the creatures, by seat: a greeting, not a part of the lesson. */
  hops: ReadonlyMap<number, number>;
  join: { url: string; text: string };
  addresses: { origin: string; label: string }[];
  /** Connected teacher's screens. */
  boards: number;
  desks: number;
  /** `onStage`: it was asked for there, so the code is shown there. */
  pairing: (PairingView & { onStage: boolean }) | null;
  deletesAt: number;
}

/** Everything that a view may show besides the lesson itself. */
export interface Book {
  story: Story;
  shelf: Shelf;
}

function currentChoice(story: Story, lang: Lang, lesson: Lesson): ChoiceFace {
  const choice = choiceFaces(story, lang, lesson, lesson.point.node).find((face) => face.id === lesson.current?.choice);
  if (!choice) throw new Error(`phase ${lesson.phase} without a decision`);
  return choice;
}

function stageScreen({ story, shelf }: Book, lesson: Lesson, lang: Lang, around: Surroundings): StageScreen {
  const vote = () => voteFace(story, lang, lesson);
  const texts = nodeTexts(story, lang, lesson.point.node);
  switch (lesson.phase) {
    case 'lobby':
      return {
        kind: 'lobby',
        since: lesson.lobbySince,
        creatures: activeSeats(lesson).map(({ id, look }) => ({ look, hops: around.hops.get(id) ?? 0, online: around.online.has(id) })),
      };
    case 'scene':
      return {
        kind: 'scene',
        scene: sceneFace(story, lang, lesson.point),
        playhead: lesson.calmSince === null ? lesson.playhead : { offset: position(lesson.playhead, lesson.calmSince), since: null },
      };
    case 'question':
      return { kind: 'question', vote: vote(), asked: askedOf(story, lesson, lesson.point.node) };
    case 'hands':
      return { kind: 'hands', vote: vote(), turn: lesson.turn, mixed: lesson.weighing !== null };
    case 'weigh':
      return { kind: 'weigh', vote: vote(), released: lesson.weighing ?? { shown: 'nothing' } };
    case 'together':
      return { kind: 'together', vote: vote() };
    case 'voting':
    case 'closing': {
      const seconds = secondsOf(story, lesson);
      const { opensAt = 0, deadline = null, ballots = {} } = lesson.round ?? {};
      return { kind: 'vote', vote: vote(), opensAt, deadline, seconds, answered: Object.keys(ballots).length, seats: voters(lesson).length };
    }
    case 'recount':
      return { kind: 'recount', vote: vote(), seats: activeSeats(lesson).length, headCount: lesson.headCount ?? 0 };
    case 'tooFew':
      return { kind: 'too-few', vote: vote() };
    case 'talk':
      return { kind: 'talk', vote: vote(), until: lesson.talkUntil, seconds: talkSeconds(story, lesson) };
    case 'reveal':
      return {
        kind: 'reveal',
        vote: vote(),
        path: currentChoice(story, lang, lesson),
        by: lesson.current?.by ?? 'class',
        released: revealed(lesson),
      };
    case 'reflect':
      return { kind: 'reflect', node: lesson.point.node, question: texts.question ?? '', hint: texts.hint ?? null };
    case 'results':
      return {
        kind: 'results',
        node: lesson.point.node,
        title: texts.title,
        results: heldResults(story, lang, lesson),
        note: resultsNote(lesson, lang),
      };
    case 'tell':
      return {
        kind: 'tell',
        node: lesson.point.node,
        title: texts.title,
        lines: texts.lines ?? [],
        sources: toldSources({ story, shelf }, lesson, lang),
      };
    case 'live':
      return { kind: 'live', node: lesson.point.node, title: texts.title, ...liveTimes(lesson) };
    case 'end':
      return {
        kind: 'end',
        node: lesson.point.node,
        title: texts.title,
        still: texts.still ?? [],
        agreements:
          lesson.agreements.length > 0 ? agreementLines(shelf, lang, lesson.agreements).map(({ text }) => text) : agreementTexts(shelf, story, lang),
        agreed: lesson.agreements.length > 0,
        help: helpLines(shelf, bandOf(story, lesson.point.variables.version), lang, lesson.contact),
      };
    case 'over':
      return { kind: 'over' };
  }
}

/** What was kept of the votes that this node tells. */
function heldResults(story: Story, lang: Lang, lesson: Lesson): HeldResult[] {
  const node = nodeOf(story, lesson.point.node);
  if (!('results' in node)) return [];
  if (isPair(lesson.point.node)) return pairResults(story, lang, lesson, lesson.point.node);
  return node.results.map((id) => ({
    vote: voteFace(story, lang, lesson, id),
    ...toldOf(lesson.trail.findLast((decision) => decision.node === id)),
  }));
}

const resultsNote = (lesson: Lesson, lang: Lang) => (isPair(lesson.point.node) ? provesNothing(lang) : null);
/** In a mixed room the phones' result was on the board before the teacher picked. */
const revealed = ({ current }: Lesson) => (current?.by === 'mixed' ? null : (current?.released ?? null));
/** Two conditions beside each other are all that is told of that chat. */
export function toldOf(decision: Decision | undefined): Pick<HeldResult, 'released' | 'arms'> {
  return decision?.arms ? { released: null, arms: decision.arms } : { released: decision?.released ?? null };
}

export function isHeld(story: Story, id: string): boolean {
  const node = nodeOf(story, id);
  return !('vote' in node) || node.vote.held === true;
}

function talkSeconds(story: Story, lesson: Lesson): number {
  const node = nodeOf(story, lesson.point.node);
  return 'vote' in node ? (node.vote.talk ?? 0) : 0;
}

function liveTimes(lesson: Lesson) {
  const { id: round = '', opensAt: startsAt = 0, deadline, live } = lesson.round ?? {};
  const endsAt = live?.endsAt ?? startsAt;
  return { round, startsAt, endsAt, closesAt: deadline ?? endsAt };
}

/** "Weerbaar tegen online agressie, 2021": where what is told comes from; our own design has no source. */
function toldSources(book: Book, lesson: Lesson, lang: Lang): string[] {
  const node = nodeOf(book.story, lesson.point.node);
  const lines = 'tell' in node ? sourceLines(book, lang, node.tell.sources) : [];
  return [...new Set(lines.map(({ title, year }) => `${title}, ${year}`))];
}

function shared(book: Book, lesson: Lesson, lang: Lang, around: Surroundings) {
  const { title, tagline } = book.story.texts[lang];
  return {
    rev: around.rev,
    now: around.now,
    lang,
    moment: lesson.moment,
    mode: lesson.mode,
    story: { id: lesson.scenario, title, tagline },
    code: lesson.code,
    join: around.join,
    door: lesson.doorLocked ? ('locked' as const) : ('open' as const),
    seats: activeSeats(lesson).length,
    headCount: lesson.headCount,
    calm: lesson.calmSince !== null,
    screen: stageScreen(book, lesson, lang, around),
  };
}

function pairingFace(around: Surroundings, withCode: boolean): PairingView | null {
  if (!around.pairing) return null;
  const { code, expires, sign } = around.pairing;
  return { code: withCode ? code : null, expires, sign };
}

/** The projected page: nothing secret, whoever looks. */
export function stageView(book: Book, lesson: Lesson, around: Surroundings): StageView {
  return {
    role: 'stage',
    ...shared(book, lesson, lesson.lang, around),
    pairing: pairingFace(around, around.pairing?.onStage ?? false),
    cast: castSheet(book.story),
    opens: opening(book.story),
  };
}

/** What the projector shows, in the language of this desk, with the notes and controls around it. */
export function deskView(book: Book, lesson: Lesson, lang: Lang, around: Surroundings): DeskView {
  const { story } = book;
  const texts = nodeTexts(story, lang, lesson.point.node);
  const following = nextPoint(story, lesson);
  const ahead = following && nodeTexts(story, lang, following.node);
  const taken = (node: string) => toldTrail(lesson).findLast((decision) => decision.node === node && decision.by !== 'what-if')?.choice ?? null;
  return {
    role: 'desk',
    ...shared(book, lesson, lang, around),
    pairing: pairingFace(around, true),
    lesson: lesson.id,
    online: activeSeats(lesson).filter((seat) => around.online.has(seat.id)).length,
    contact: contactLines(bandOf(story, lesson.point.variables.version), lang, lesson.contact),
    boards: around.boards,
    desks: around.desks,
    boardLang: lesson.lang,
    addresses: around.addresses,
    here: lesson.phase === 'lobby' ? { title: texts.title, note: null } : { title: texts.title, note: texts.note ?? null },
    upcoming: ahead ? { title: ahead.title, notice: ahead.notice ?? null } : null,
    pace: lesson.pace,
    items: itemsFace(story, lang, lesson),
    agreements: agreementsFace(book, lang, lesson),
    ways: wayFaces(story, lang, lesson),
    decisions: Object.keys(lesson.checkpoints)
      .filter((node) => !isHeld(story, node))
      .map((node) => ({
        node,
        title: nodeTexts(story, lang, node).title,
        question: nodeTexts(story, lang, node).question ?? '',
        choices: choiceFaces(story, lang, lesson, node),
        taken: taken(node),
        revote: node in lesson.votedUpTo,
      })),
    deletesAt: around.deletesAt,
  };
}

function itemsFace(story: Story, lang: Lang, lesson: Lesson): DeskView['items'] {
  const open = lesson.phase === 'lobby' && lesson.trail.length === 0;
  const bank = open ? Object.entries(story.beside?.items ?? {}) : [];
  return {
    open,
    askable: lesson.phase === 'end' && !isSkipped(lesson) && firstAside(lesson, 'after') !== null,
    bank: bank.map(([id, item]) => ({ id, question: item[lang].question, chosen: lesson.items.includes(id) })),
  };
}

/** The whole bank only where the class chooses. */
function agreementsFace({ story, shelf }: Book, lang: Lang, lesson: Lesson): DeskView['agreements'] {
  const fitting = story.structure.agreements.map(String);
  const others = Object.keys(shelf.agreements).filter((id) => !fitting.includes(id));
  const ids = lesson.phase === 'end' ? [...fitting, ...others] : [];
  return {
    bank: ids.map((id) => ({ id, text: shelf.agreements[id]?.[lang] ?? '', fits: fitting.includes(id) })),
    chosen: agreementLines(shelf, lang, lesson.agreements),
  };
}

/** What comes next as far as it is certain: from a vote only once its path is on the board. */
function nextPoint(story: Story, lesson: Lesson) {
  const onwards = (event: StoryEvent) => passRooms(story, lesson, onwardFrom(story, lesson, lesson.point, event));
  if (lesson.phase === 'lobby') return passRooms(story, lesson, lesson.point);
  if (lesson.phase === 'reveal' && lesson.current) return onwards({ type: 'CHOOSE', choice: lesson.current.choice });
  if (['scene', 'reflect', 'tell'].includes(lesson.phase)) return onwards({ type: 'NEXT' });
  return null;
}

/** Where a scene on the board turns every phone into its owner's: the messages so far, as that phone shows them. */
function mirror(story: Story, lang: Lang, lesson: Lesson, now: number): PhoneScreen | null {
  const beats = beatsOf(story, lesson.point);
  const at = beatAt(beats, position(lesson.playhead, now));
  if (!at || !('silence' in at.beat) || !at.beat.mirror || position(lesson.playhead, now) >= at.start + at.ms) return null;
  const scene = sceneFace(story, lang, lesson.point);
  let chat = scene.chat;
  let lines = new Map<string, PhoneMessage>();
  let seen = 0;
  for (const beat of scene.beats.slice(0, beats.indexOf(at))) {
    if ('only' in beat && beat.only !== undefined && beat.only !== chat?.id) continue;
    if (beat.kind === 'chat') {
      chat = beat.chat;
      lines = new Map();
    }
    if (beat.kind === 'message' || beat.kind === 'voice')
      lines.set(beat.id, { name: beat.person.name, text: beat.text, mine: beat.mine, system: false });
    if (beat.kind === 'system') lines.set(beat.id, { name: '', text: beat.text, mine: false, system: true });
    if (beat.kind === 'member') lines.set(beat.id, { name: '', text: beat.own[chat?.owner?.id ?? ''] ?? beat.text, mine: false, system: true });
    const taken = beat.kind === 'delete' && lines.get(beat.to);
    if (taken) lines.set(beat.to, { ...taken, text: beat.text });
    if (beat.kind === 'seen') seen = beat.count;
  }
  const messages = [...lines.values()];
  return { kind: 'mirror', owner: chat?.owner?.name ?? '', title: chat?.title ?? '', messages, seen: seenBy(lang, seen) };
}

function phoneScreen({ story, shelf }: Book, lesson: Lesson, seat: Seat, lang: Lang, now: number): PhoneScreen {
  if (lesson.calmSince !== null) return { kind: 'calm' };
  const question = nodeTexts(story, lang, lesson.point.node).question ?? '';
  const choices = () => choiceFaces(story, lang, lesson, lesson.point.node);
  switch (lesson.phase) {
    case 'lobby':
      return { kind: 'lobby' };
    case 'scene':
      return mirror(story, lang, lesson, now) ?? { kind: 'look' };
    case 'question':
      return { kind: 'look' };
    case 'together':
      return { kind: 'together', question, choices: choices() };
    case 'voting': {
      const round = lesson.round;
      if (!round) return { kind: 'look' };
      if (!mayVote(lesson, seat.id)) return { kind: 'watch', question };
      if (now < round.opensAt) return { kind: 'ready', opensAt: round.opensAt };
      const { as, context, drawing, held } = voteFace(story, lang, lesson);
      return {
        kind: 'vote',
        vote: { round: round.id, as: as?.text || null, question, context, drawing, held, choices: choices() },
        deadline: round.deadline,
        seconds: secondsOf(story, lesson),
        mine: round.ballots[seat.id] ?? null,
      };
    }
    case 'recount':
    case 'closing':
      return { kind: 'closed', round: lesson.round?.id ?? '' };
    case 'hands':
      return { kind: 'look' };
    case 'weigh':
      return {
        kind: 'results',
        title: nodeTexts(story, lang, lesson.point.node).title,
        results: [{ question, choices: choices(), released: lesson.weighing }],
        note: null,
      };
    case 'tooFew':
      return { kind: 'too-few' };
    case 'talk':
      return { kind: 'talk', until: lesson.talkUntil, seconds: talkSeconds(story, lesson) };
    case 'reveal':
      return {
        kind: 'reveal',
        round: `${lesson.point.node}-${lesson.rounds}`,
        question,
        choices: choices(),
        path: currentChoice(story, lang, lesson),
        by: lesson.current?.by ?? 'class',
        released: revealed(lesson),
      };
    case 'reflect':
      return { kind: 'reflect', question };
    case 'results':
      return {
        kind: 'results',
        title: nodeTexts(story, lang, lesson.point.node).title,
        results: heldResults(story, lang, lesson).map(({ vote, released, arms }) => ({
          question: vote.question,
          choices: vote.choices,
          released,
          arms,
        })),
        note: resultsNote(lesson, lang),
      };
    case 'tell': {
      const { title, lines = [] } = nodeTexts(story, lang, lesson.point.node);
      return { kind: 'tell', title, lines, sources: toldSources({ story, shelf }, lesson, lang) };
    }
    case 'live': {
      if (!mayVote(lesson, seat.id)) return { kind: 'look' };
      const { seen = false, act = null, counts = true, counter = -1 } = lesson.round?.live?.reports[seat.id] ?? {};
      return { kind: 'live', chat: liveFace(story, lang, lesson, seat.id), mine: { seen, act, counts, counter } };
    }
    case 'end':
      return { kind: 'end' };
    case 'over':
      return { kind: 'over' };
  }
}

/** One pupil's phone, in that phone's language. Knows of ballots only its own. */
export function phoneView(book: Book, lesson: Lesson, seat: Seat, lang: Lang, around: Pick<Surroundings, 'now' | 'rev'>): PhoneView {
  return {
    role: 'phone',
    rev: around.rev,
    now: around.now,
    lang,
    title: book.story.texts[lang].title,
    creature: seat.look,
    screen: phoneScreen(book, lesson, seat, lang, around.now),
    words: hardWords(book.story, lang),
    help: helpLines(book.shelf, bandOf(book.story, lesson.point.variables.version), lang, lesson.contact),
  };
}

/** The next instant at which a view changes without any event, or null. */
export function nextChange(story: Story, lesson: Lesson, now: number): number | null {
  if (lesson.calmSince !== null) return null;
  if (lesson.phase === 'voting' && lesson.round && now < lesson.round.opensAt) return lesson.round.opensAt;
  if (lesson.phase !== 'scene' || lesson.playhead.since === null) return null;
  const at = position(lesson.playhead, now);
  const edges = beatsOf(story, lesson.point).flatMap(({ beat, start, ms }) => ('silence' in beat && beat.mirror ? [start, start + ms] : []));
  const next = edges.find((edge) => edge > at);
  return next === undefined ? null : now + (next - at);
}
