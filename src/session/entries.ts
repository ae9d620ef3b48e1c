import type { Ballot, Creation, UnstampedEvent } from '../lesson/events.ts';
import { bandsOf } from '../lesson/release/release.ts';
import type { Lesson } from '../lesson/state.ts';
import { ballotOfBytes, bytesOfBallot } from './ballot-bytes.ts';
import type { BallotDraft, Draft, Entry, EventDraft } from './journal.ts';
import type { UnseatedLesson } from './unseated.ts';

/** What a lesson's journal holds: how it began (or how it was archived, or what was left of its class), and everything since. */
export type LessonBody = Creation | { type: 'lesson.archived'; lesson: Lesson } | UnseatedLesson | UnstampedEvent;

/** Every kind of entry stands here by name, so that a new one does not compile before somebody has decided whether it is destroyed with its round. */
type EntryKinds = { [Type in LessonBody['type']]: Type extends Ballot['type'] ? 'ballot' : 'event' };
const ENTRY_KINDS: EntryKinds = {
  'lesson.created': 'event',
  'lesson.archived': 'event',
  'lesson.unseated': 'event',
  'lesson.next': 'event',
  'scene.hold': 'event',
  'scene.again': 'event',
  'vote.close': 'event',
  'vote.extend': 'event',
  'vote.untimed': 'event',
  'story.skip': 'event',
  'vote.pick': 'event',
  'story.back': 'event',
  'story.return': 'event',
  'headcount.confirm': 'event',
  'door.lock': 'event',
  'lesson.pause': 'event',
  'lang.set': 'event',
  'pace.set': 'event',
  'late.set': 'event',
  'mode.set': 'event',
  'items.set': 'event',
  'items.ask': 'event',
  'agreements.ask': 'event',
  'agreements.set': 'event',
  'way.set': 'event',
  'lesson.end': 'event',
  'seat.joined': 'event',
  'seats.removed': 'event',
  'desk.paired': 'event',
  'desk.taken': 'event',
  'hands.released': 'event',
  'clock.due': 'event',
  'vote.released': 'event',
  'server.resumed': 'event',
  'vote.cast': 'ballot',
  'live.seen': 'ballot',
  'live.act': 'ballot',
  'live.count': 'ballot',
  'live.dealt': 'ballot',
  'seats.answered': 'ballot',
  'result.sealed': 'ballot',
};
export const isBallot = (body: LessonBody): body is Ballot => ENTRY_KINDS[body.type] === 'ballot';

/** Journals keep the names that they were first written with, so that every edition of the server reads every data folder. */
const STORED_TYPES = { 'lesson.pause': 'calm', 'lesson.archived': 'lesson.rested' };
const STORED_FIELDS = { screenRevision: 'moment' };
const STORED_LESSON_FIELDS = {
  ...STORED_FIELDS,
  pausedSince: 'calmSince',
  returnPoint: 'aside',
  decisions: 'trail',
  releasedResults: 'told',
  phonesResult: 'weighing',
  chosenBranches: 'ways',
} satisfies Partial<Record<keyof Lesson, string>>;

type Names = Readonly<Record<string, string>>;
const reversed = (names: Names): Names => Object.fromEntries(Object.entries(names).map(([ours, stored]) => [stored, ours]));
const renamed = (value: object, names: Names): object => Object.fromEntries(Object.entries(value).map(([name, part]) => [names[name] ?? name, part]));

const hasOther = (body: object, types: Names, fields: Names) =>
  'lesson' in body || ('type' in body && (body.type as string) in types) || Object.keys(fields).some((name) => name in body);

function translated(body: object, types: Names, fields: Names, lessonFields: Names): object {
  if (!hasOther(body, types, fields)) return body;
  const result = Object.entries(renamed(body, fields)).map(([name, part]) => {
    if (name === 'type') return [name, types[part as string] ?? part];
    return [name, name === 'lesson' && typeof part === 'object' && part !== null ? renamed(part, lessonFields) : part];
  });
  return Object.fromEntries(result);
}
const TO_US = [reversed(STORED_TYPES), reversed(STORED_FIELDS), reversed(STORED_LESSON_FIELDS)] as const;

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const bytesOf = (body: object) => encoder.encode(JSON.stringify(body));

export function draftOf(body: Ballot, id: string): BallotDraft;
export function draftOf(body: Exclude<LessonBody, Ballot>, id: string): EventDraft;
export function draftOf(body: LessonBody, id: string): Draft;
export function draftOf(body: LessonBody, id: string): Draft {
  if (isBallot(body)) return { kind: 'ballot', round: body.round, id, body: bytesOfBallot(body) };
  return { kind: 'event', id, body: bytesOf(translated(body, STORED_TYPES, STORED_FIELDS, STORED_LESSON_FIELDS)) };
}

/** The first edition released numbers too. They are read as the words that are released now, so that nobody sees a number of votes any more. */
const withoutNumbers = (_: string, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || !('shown' in value) || value.shown !== 'numbers') return value;
  const { counts, path } = value as unknown as { counts: Record<string, number>; path: string };
  return { shown: 'bands', bands: bandsOf(counts), path };
};

/** What `draftOf` wrote; it is trusted and not checked again. */
export function bodyOf<T = LessonBody>(entry: Entry): T {
  if (entry.kind === 'ballot') return ballotOfBytes(entry.body, entry.round) as T;
  return translated(JSON.parse(decoder.decode(entry.body), withoutNumbers), ...TO_US) as T;
}
