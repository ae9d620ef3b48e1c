import { z } from 'zod';
import { Day, Id, Source, Value } from './scalars.ts';
import { THEMES } from './theme.ts';
import {
  ACTS,
  ASKS,
  BANDS,
  DRAWINGS,
  EMOJI,
  EMOTIONS,
  LIGHTS,
  LOOKS,
  MOST_STANDING,
  PLACES,
  POSES,
  ROLES,
  SIDES,
  SOUNDS,
  TILES,
  WEATHERS,
} from './vocabulary.ts';

/** The authors' format, version 1: `story.yaml` holds the structure, one file a language holds the texts. */
const FORMAT = 1;

/** True when every named variable has the value, or one of the values. Never a code string. */
const When = z.record(Id, z.union([Value, z.array(Value)]));
export type When = z.infer<typeof When>;

const Variable = z.union([
  z.strictObject({ boolean: z.boolean() }),
  z.strictObject({ enum: z.array(Id).min(2), initial: Id }),
  z.strictObject({ integer: z.tuple([z.number().int(), z.number().int()]), initial: z.number().int() }),
]);

/** Left out in the short version of the lesson, and from the moment the teacher says that it is late. */
const long = z.literal(true).optional();
/** `when` leaves the beat out unless it holds on entering the scene. `ms` replaces the reading pace. */
const timing = { when: When.optional(), long, ms: z.number().int().min(200).max(60_000).optional() };
/** While one chat is open on two phones: only the phone of that chat shows it. */
const side = { only: Id.optional() };
const Beat = z.union([
  z.strictObject({ say: Id, ...timing }),
  z.strictObject({ speak: Id, who: Id, ...timing }),
  z.strictObject({ typing: Id, ...timing }),
  z.strictObject({ message: Id, who: Id, ...side, ...timing }),
  z.strictObject({ system: Id, ...side, ...timing }),
  z.strictObject({ seen: z.number().int().min(0).max(99), ...timing }),
  z.strictObject({ react: Id, emoji: z.enum(EMOJI), count: z.number().int().min(1).max(99), ...timing }),
  z.strictObject({ act: Id, emotion: z.enum(EMOTIONS), pose: z.enum(POSES).optional(), ...timing }),
  /** Somebody enters the scene or leaves it in the middle. */
  z.strictObject({ enter: Id, emotion: z.enum(EMOTIONS), pose: z.enum(POSES).optional(), at: z.enum(SIDES).optional(), ...timing }),
  z.strictObject({ leave: Id, ...timing }),
  z.strictObject({ sound: z.enum(SOUNDS), ...timing }),
  z.strictObject({ silence: z.number().int().min(1).max(60), mirror: z.boolean().optional(), when: When.optional(), long }),
  z.strictObject({ chat: Id, ...timing }),
  /** Something in the chat that is never shown: a closed tile with a caption and, where it spreads, a counter. */
  z.strictObject({ tile: z.enum(TILES), who: Id, text: Id, copies: z.number().int().min(1).max(999).optional(), ...side, ...timing }),
  /** The counter of the tile with that text climbs. */
  z.strictObject({ copies: z.number().int().min(1).max(999), of: Id, ...timing }),
  /** Somebody speaks into the chat; the text is what is said. */
  z.strictObject({ voice: Id, who: Id, seconds: z.number().int().min(1).max(60), ...side, ...timing }),
  /** The message with that text is taken away; its place stays. */
  z.strictObject({ delete: Id, ...timing }),
  /** Somebody leaves the group, is taken out of it (on the own phone the chat closes), or comes in. */
  z.strictObject({ left: Id, ...timing }),
  z.strictObject({ removed: Id, by: Id.optional(), ...timing }),
  z.strictObject({ added: Id, by: Id.optional(), ...timing }),
  /** Another chat of the same phone waits behind this one, with so many messages unread. */
  z.strictObject({ behind: Id, unread: z.number().int().min(1).max(99), ...timing }),
  /** The chat goes back to the message with that text, until a new one comes. */
  z.strictObject({ scroll: Id, ...timing }),
  /** The same chat on a second phone, beside this one, until another chat opens. */
  z.strictObject({ split: Id, ...timing }),
  /** Two amounts beside each other, such as who heard it and who read that it was wrong. */
  z.strictObject({ bars: z.array(z.strictObject({ text: Id, value: z.number().int().min(0), of: z.number().int().min(1) })).length(2), ...timing }),
]);
export type Beat = z.infer<typeof Beat>;

const Scene = z.strictObject({
  long,
  place: z.enum(PLACES),
  light: z.enum(LIGHTS),
  /** Outside, or on the window. */
  weather: z.enum(WEATHERS).optional(),
  /** The calm music goes on, softly; without it the scene is silent but for what happens in it. */
  music: z.literal(true).optional(),
  standing: z
    .array(z.strictObject({ who: Id, emotion: z.enum(EMOTIONS), pose: z.enum(POSES).optional(), at: z.enum(SIDES).optional() }))
    .max(MOST_STANDING),
  chat: Id.optional(),
  beats: z.array(Beat).min(1),
});

const Effect = z.record(Id, Value);
const Choice = z.strictObject({
  id: Id,
  role: z.enum(ROLES),
  to: Id,
  set: Effect.optional(),
  /** Sources of the consequence, the same evening and later. */
  now: z.array(Source).min(1),
  later: z.array(Source).min(1),
});
const Vote = z.strictObject({
  /** Whose shoes the class stands in; absent: the class itself decides. */
  as: Id.optional(),
  emotion: z.enum(EMOTIONS).optional(),
  kind: z.enum(['open', 'guarded']),
  /** How long the phones may vote; `off`: until the teacher closes. */
  seconds: z.union([z.number().int().min(5).max(300), z.literal('off')]),
  /** Seconds of "overleg met wie naast je zit" between the close and the reveal. */
  talk: z.number().int().min(10).max(120).optional(),
  /** How a tie is broken, and who decides if too few vote. Every story states both, because both are rules of the lesson. */
  tie: z.literal('lot'),
  few: z.literal('teacher'),
  /** Nothing is shown at the close: a `results` or `foreseen` node tells it later. All choices lead to the same node. */
  held: z.literal(true).optional(),
  /** What a kept question asks about: the debrief tells disapproval before prediction, act and estimate. */
  asks: z.enum(ASKS).optional(),
  /** A second vote on the question of that node: it replaces the first result, and only its path is told. */
  again: Id.optional(),
  /** Not asked in the short version, nor when it is late: the story goes on as if the class had chosen this. */
  long: Id.optional(),
  drawing: z.enum(DRAWINGS).optional(),
  choices: z.array(Choice).min(2).max(4),
});

/** A step of a chat that plays on every phone; `at` seconds after its start. */
const when = { at: z.number().min(0).max(600) };
const LiveBeat = z.union([
  z.strictObject({ say: Id, ...when }),
  z.strictObject({ typing: Id, seconds: z.number().min(0.5).max(20), ...when }),
  z.strictObject({ message: Id, who: Id, toYou: z.literal(true).optional(), ...when }),
  z.strictObject({ tile: z.enum(TILES), who: Id, text: Id, ...when }),
  z.strictObject({ react: Id, emoji: z.enum(EMOJI), count: z.number().int().min(1).max(99), ...when }),
  /** How many have read it: one number, or by lot few on some phones and many on the others. */
  z.strictObject({
    readers: z.union([z.number().int().min(1).max(99), z.strictObject({ few: z.number().int().min(1), many: z.number().int().min(1) })]),
    ...when,
  }),
]);
export type LiveBeat = z.infer<typeof LiveBeat>;
const Live = z.strictObject({
  chat: Id,
  seconds: z.number().int().min(20).max(300),
  script: z.array(LiveBeat).min(2),
  /** The text of the beat that it is about. */
  incident: Id.optional(),
  acts: z.array(z.strictObject({ id: Id, kind: z.enum(ACTS), source: z.array(Source).min(1) })).max(7),
  /** Helped or not is counted, released as `helped` and `not`, and told by a `results` node. */
  measured: z.boolean(),
});
export type Live = z.infer<typeof Live>;
/** Which way fits this class: the first whose conditions hold. The teacher may choose another. */
const Way = z.union([
  /** `offered`: only where the teacher chooses it, and never in the short version. */
  z.strictObject({ id: Id, seats: z.number().int().min(1).max(400), offered: z.literal(true).optional(), to: Id, set: Effect.optional() }),
  z.strictObject({ id: Id, hands: z.literal(true), to: Id, set: Effect.optional() }),
  z.strictObject({ id: Id, else: Id, set: Effect.optional() }),
]);
export type Way = z.infer<typeof Way>;

const Node = z.union([
  z.strictObject({ scene: Scene, next: Id }),
  z.strictObject({ vote: Vote }),
  z.strictObject({ junction: z.array(z.union([z.strictObject({ when: When, to: Id }), z.strictObject({ else: Id })])).min(2) }),
  z.strictObject({ reflect: z.strictObject({}), next: Id }),
  z.strictObject({ results: z.array(Id).min(1).max(4), next: Id }),
  /** After the story has shown what somebody did: whether the class saw it coming, and nothing else of that vote. */
  z.strictObject({ foreseen: z.strictObject({ vote: Id, came: Id }), next: Id }),
  /** Lines to read together, on the board and on every phone. */
  z.strictObject({ tell: z.strictObject({ sources: z.array(Source).min(1) }), next: Id }),
  z.strictObject({ live: Live, next: Id }),
  z.strictObject({ bySize: z.array(Way).min(2).max(4) }),
  z.strictObject({ end: z.strictObject({ debrief: z.literal(true), help: z.literal(true) }) }),
]);
export type Node = z.infer<typeof Node>;

export const Structure = z.strictObject({
  format: z.literal(FORMAT),
  id: Id,
  band: z.enum(BANDS),
  minutes: z.number().int().min(5).max(45),
  /** What the short version takes; there is one where something is marked `long`. */
  shortMinutes: z.number().int().min(3).max(30).optional(),
  /** What the teacher may choose between before the lesson, the default first; the variable `version` then has the chosen id. */
  versions: z
    .array(z.strictObject({ id: Id, band: z.enum(BANDS) }))
    .min(2)
    .optional(),
  /** What a teacher may choose stories by. */
  themes: z.array(z.enum(THEMES)).min(1).max(3).optional(),
  reviewed: z.strictObject({ by: z.string(), on: Day }),
  /** `look` names a drawing of the cast (src/art/people/cast.ts); the name that pupils read stands in the texts. */
  cast: z.record(Id, z.strictObject({ look: z.enum(LOOKS) })),
  /** `owner` absent: the class's own view on the group. */
  chats: z.record(Id, z.strictObject({ owner: Id.optional() })),
  variables: z.record(Id, Variable),
  start: Id,
  nodes: z.record(Id, Node),
  /** Numbers in the bank of scenarios/agreements.yaml that fit this story. */
  agreements: z.array(z.number().int()).min(3).max(8),
  /** Sources of the facts and talking points, by the id of their text. */
  facts: z.record(Id, z.array(Source).min(1)),
  talking: z.record(Id, z.array(Source).min(1)),
});
export type Structure = z.infer<typeof Structure>;
