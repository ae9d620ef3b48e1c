import { z } from 'zod';
import { THEME_IDS } from './theme.ts';

/** The authors' format, version 1: `story.yaml` holds the structure, one file a language holds the texts. */
export const FORMAT = 1;

const Id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'an id is lower case letters, digits and hyphens');
const Value = z.union([z.boolean(), z.string(), z.number().int()]);
export type Value = z.infer<typeof Value>;

export const EMOTIONS = [
  'neutraal',
  'blij',
  'lacht',
  'bezorgd',
  'beschaamd',
  'boos',
  'nadenkend',
  'opgelucht',
  'verdrietig',
  'geschrokken',
  'grijnst',
  'vastberaden',
] as const;
export const POSES = ['plain', 'phone', 'think', 'cover', 'hide', 'away'] as const;
export const SIDES = ['left', 'centre', 'right'] as const;
/** Beside each other on the board. */
export const MOST_STANDING = 3;
export const PLACES = ['bedroom', 'classroom', 'schoolyard', 'kitchen', 'canteen', 'bikeshed', 'hallway'] as const;
export const LIGHTS = ['day', 'dusk', 'night'] as const;
export const WEATHERS = ['rain'] as const;
export const SOUNDS = [
  'bericht-in',
  'bericht-uit',
  'gezien-tik',
  'scherm-aan',
  'uit-de-groep',
  'uitkomst-licht',
  'uitkomst-zwaar',
  'doorgestuurd',
] as const;
export const TILES = ['sticker', 'photo', 'voice'] as const;
/** Abstract drawings that a vote may be about: no person, animal or food. */
export const DRAWINGS = ['abstract-sticker'] as const;
/** The participant role that a choice takes, after the bystander literature. */
export const ROLES = ['help', 'private-help', 'involve', 'stay-out', 'join-in'] as const;

/** What a question asks about, for results that are told together. */
export const ASKS = ['disapproval', 'prediction', 'act', 'estimate'] as const;

/** True when every named variable has the value, or one of the values. Never a code string. */
const When = z.record(Id, z.union([Value, z.array(Value)]));
export type When = z.infer<typeof When>;

const Variable = z.union([
  z.strictObject({ boolean: z.boolean() }),
  z.strictObject({ enum: z.array(Id).min(2), initial: Id }),
  z.strictObject({ integer: z.tuple([z.number().int(), z.number().int()]), initial: z.number().int() }),
]);

/** A source line (`S1:564-617`), the same with ≈ before it where the passage only supports the mechanism, or `D` for our own design. */
const Source = z.union([z.literal('D'), z.string().regex(/^≈?S[0-4]:\d+(-\d+)?$/, 'a source is S1:564-617, ≈S1:564-617 or D')]);

/** `when` leaves the beat out unless it holds on entering the scene. `ms` replaces the reading pace. */
const timing = { when: When.optional(), ms: z.number().int().min(200).max(60_000).optional() };
/** While one chat is open on two phones: only the phone of that chat shows it. */
const side = { only: Id.optional() };
const Beat = z.union([
  z.strictObject({ say: Id, ...timing }),
  z.strictObject({ speak: Id, who: Id, ...timing }),
  z.strictObject({ typing: Id, ...timing }),
  z.strictObject({ message: Id, who: Id, ...side, ...timing }),
  z.strictObject({ system: Id, ...side, ...timing }),
  z.strictObject({ seen: z.number().int().min(0).max(99), ...timing }),
  z.strictObject({ react: Id, emoji: Id, count: z.number().int().min(1).max(99), ...timing }),
  z.strictObject({ act: Id, emotion: z.enum(EMOTIONS), pose: z.enum(POSES).optional(), ...timing }),
  /** Somebody comes to stand there in mid-scene, or goes. */
  z.strictObject({ enter: Id, emotion: z.enum(EMOTIONS), pose: z.enum(POSES).optional(), at: z.enum(SIDES).optional(), ...timing }),
  z.strictObject({ leave: Id, ...timing }),
  z.strictObject({ sound: z.enum(SOUNDS), ...timing }),
  z.strictObject({ silence: z.number().int().min(1).max(60), mirror: z.boolean().optional(), when: When.optional() }),
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
  /** Seconds of "praat met je buur" between the close and the reveal. */
  talk: z.number().int().min(10).max(120).optional(),
  /** Both are said aloud, because both are rules of the lesson. */
  tie: z.literal('lot'),
  few: z.literal('teacher'),
  /** Nothing is shown at the close: a `results` node tells it later. All choices lead to the same node. */
  held: z.literal(true).optional(),
  /** What a kept question asks about: the debrief tells disapproval before prediction, act and estimate. */
  asks: z.enum(ASKS).optional(),
  /** A second vote on the question of that node: it replaces the first result, and only its path is told. */
  again: Id.optional(),
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
  z.strictObject({ react: Id, emoji: Id, count: z.number().int().min(1).max(99), ...when }),
  /** How many have read it: one number, or by lot few on some phones and many on the others. */
  z.strictObject({
    readers: z.union([z.number().int().min(1).max(99), z.strictObject({ few: z.number().int().min(1), many: z.number().int().min(1) })]),
    ...when,
  }),
]);
export type LiveBeat = z.infer<typeof LiveBeat>;
export const ACTS = ['public', 'private', 'sender', 'adult', 'laugh', 'forward', 'close'] as const;
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
  z.strictObject({ id: Id, seats: z.number().int().min(1).max(400), to: Id, set: Effect.optional() }),
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
  /** Lines to read together, on the board and on every phone. */
  z.strictObject({ tell: z.strictObject({ sources: z.array(Source).min(1) }), next: Id }),
  z.strictObject({ live: Live, next: Id }),
  z.strictObject({ room: z.array(Way).min(2).max(4) }),
  z.strictObject({ end: z.strictObject({ debrief: z.literal(true), help: z.literal(true) }) }),
]);
export type Node = z.infer<typeof Node>;

export const Structure = z.strictObject({
  format: z.literal(FORMAT),
  id: Id,
  band: z.enum(['10-12', '12-14', '14-16']),
  minutes: z.number().int().min(5).max(45),
  /** What the teacher may choose between before the lesson, the default first; the variable `version` then has the chosen id. */
  versions: z
    .array(z.strictObject({ id: Id, band: z.enum(['10-12', '12-14', '14-16']) }))
    .min(2)
    .optional(),
  /** What a teacher may choose stories by. */
  themes: z.array(z.enum(THEME_IDS)).min(1).max(3).optional(),
  reviewed: z.strictObject({ by: z.string(), on: z.string().regex(/^\d{4}-\d\d-\d\d$/) }),
  /** `look` names a drawing of the cast (src/art/cast.ts); the name that pupils read stands in the texts. */
  cast: z.record(Id, z.strictObject({ look: Id })),
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

const Text = z.string().min(1);
/** A scene's texts stand beside its title under the ids that its beats use. */
const NodeTexts = z
  .object({
    title: Text,
    /** The teacher's note while this is on the board; the notice is shown one node ahead. */
    note: Text.optional(),
    notice: Text.optional(),
    time: Text.optional(),
    as: Text.optional(),
    question: Text.optional(),
    hint: Text.optional(),
    choices: z.record(Id, z.strictObject({ text: Text, short: Text, now: Text, later: Text })).optional(),
    /** An end's: what happened, and what can still be done. */
    ending: Text.optional(),
    still: z.array(Text).optional(),
    /** What a `tell` says. */
    lines: z.array(Text).min(1).max(5).optional(),
    /** The buttons of a live chat, and the names of a room's ways. */
    acts: z.record(Id, Text).optional(),
    ways: z.record(Id, Text).optional(),
  })
  .catchall(Text);

export const Texts = z.strictObject({
  language: z.enum(['nl', 'en']),
  /** In a translation: the hash of the Dutch texts that it was made from (`npm run scenarios -- --translated ID`). */
  translatedFrom: z.string().optional(),
  title: Text,
  tagline: Text,
  about: Text,
  notice: Text,
  notWhen: Text,
  goals: z.array(Text).min(2).max(4),
  needs: z.array(Text).min(1),
  cast: z.record(Id, Text),
  chats: z.record(Id, z.strictObject({ title: Text, badge: z.string().min(1).max(2), members: Text })),
  nodes: z.record(Id, NodeTexts),
  talking: z.record(Id, z.strictObject({ question: Text, note: Text })),
  facts: z.record(Id, Text),
  say: z.array(Text).length(3),
  dontSay: z.array(Text).length(3),
  followUp: z.array(Text).min(2),
  versions: z.record(Id, z.strictObject({ title: Text, about: Text })).optional(),
  /** Hard words of the choices and questions, explained on tap. */
  words: z.record(Text, Text).optional(),
  /** The teacher's sheet: what to do before, what to read aloud, and how it goes without phones. */
  sheet: z.strictObject({ before: z.array(Text).min(2), readAloud: z.array(Text).min(2), phones: Text, withoutPhones: Text }).optional(),
});
export type Texts = z.infer<typeof Texts>;

/** scenarios/sources.yaml, help.yaml and agreements.yaml: what all stories share. */
export const Sources = z.record(z.string().regex(/^S[0-4]$/), z.strictObject({ title: Text, publisher: Text, year: Text, lines: z.number().int() }));
const Bilingual = z.strictObject({ nl: Text, en: Text });
export const Help = z.strictObject({
  checkedOn: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  lines: z
    .array(
      z.strictObject({
        name: Bilingual,
        what: Bilingual,
        contact: z.union([Text, Bilingual]),
        when: Bilingual.optional(),
        bands: z.array(z.enum(['10-12', '12-14', '14-16'])),
        /** Whom of the school it stands for: it gives way where the teacher named them all. */
        school: z
          .array(z.enum(['mentor', 'counsellor']))
          .min(1)
          .optional(),
      }),
    )
    .min(2),
});
export const Agreements = z.record(z.string().regex(/^\d+$/), z.strictObject({ nl: Text, en: Text, sources: z.array(Source).min(1) }));
const Option = z.strictObject({ text: Text, short: Text });
const Item = z.strictObject({ question: Text, yes: Option, no: Option });
/** scenarios/items.yaml: the single questions that a class may answer before and after a story. */
export const Items = z.record(Id, z.strictObject({ nl: Item, en: Item, about: Bilingual, sources: z.array(z.string()).min(1) }));
/** scenarios/aftercare.yaml: the teacher's card for when a pupil tells something real. */
export const Aftercare = z.strictObject({
  checkedOn: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  now: z.array(z.strictObject({ do: Bilingual, say: Bilingual.optional() })).min(3),
  never: z.array(Bilingual).min(3),
  today: z.array(Bilingual).min(2),
  special: z.array(z.strictObject({ when: Bilingual, do: Bilingual })).min(2),
  lines: z.array(z.strictObject({ name: Bilingual, what: Bilingual, contact: z.union([Text, Bilingual]), when: Bilingual.optional() })).min(2),
});
export type Shelf = {
  sources: z.infer<typeof Sources>;
  help: z.infer<typeof Help>;
  agreements: z.infer<typeof Agreements>;
  items: z.infer<typeof Items>;
  aftercare: z.infer<typeof Aftercare>;
};
