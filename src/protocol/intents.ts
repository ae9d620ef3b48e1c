import * as z from 'zod';
import { Count, Language, Name } from './fields.ts';
import { MODES, PACES } from './settings.ts';

/** What a phone may ask. The seat is known from the connection and never travels. */
const PhoneIntent = z.discriminatedUnion('type', [
  /** The creature on the stage jumps: "this is my phone, and it works". */
  z.object({ type: z.literal('seat.hop') }),
  /** This pupil goes on in another browser: the seat goes, and what it chose in an open vote with it. */
  z.object({ type: z.literal('seat.leave') }),
  /** `choice` null is "Ik kijk mee". `counter` grows on this phone with every tap, so a late repeat never undoes a newer vote. */
  z.object({ type: z.literal('vote.cast'), round: Name, choice: Name.nullable(), counter: Count }),
  /** "Lees verder": it changes nothing, and is sent so that a tap on it looks like one that does something. */
  z.object({ type: z.literal('live.read'), round: Name }),
  /** The message that a live chat is about has been on this phone's screen. */
  z.object({ type: z.literal('live.seen'), round: Name }),
  /** The first one counts. Later ones are refused, so that nothing is counted twice. */
  z.object({ type: z.literal('live.act'), round: Name, act: Name }),
  /** Whether this phone's part in a live chat is counted; the newest (by `counter`) holds. */
  z.object({ type: z.literal('live.count'), round: Name, on: z.boolean(), counter: Count }),
]);
export type PhoneIntent = z.infer<typeof PhoneIntent>;

/** `text` null: as in the bank. Longer than any that is accepted: what is too long gets a reason. */
const Agreement = z.object({ id: Name, text: z.string().max(400).nullable() });

/**
 * What the teacher may ask, on the desk or with the stage's keys.
 * `screenRevision` is the one that the sender was looking at: a second press of a clicker is refused instead of skipping a scene.
 */
const TeacherIntent = z.discriminatedUnion('type', [
  /** Moves a scene on to its next beat; at the end of it, or on any other screen, goes on. */
  z.object({ type: z.literal('lesson.next'), screenRevision: Count }),
  /** Holds or resumes a scene that plays by itself. */
  z.object({ type: z.literal('scene.hold'), on: z.boolean() }),
  /** Plays the newest line of a scene once more; pressed again at once, the line before it. */
  z.object({ type: z.literal('scene.again'), screenRevision: Count }),
  z.object({ type: z.literal('vote.close'), round: Name }),
  z.object({ type: z.literal('vote.extend'), round: Name, seconds: z.int() }),
  /** Takes the timer off; the teacher closes. */
  z.object({ type: z.literal('vote.untimed'), round: Name }),
  /** Hands at each choice, by its id, all at once. Turned into what may be kept before anything is written. */
  z.object({ type: z.literal('hands.counted'), round: Name, hands: z.record(Name, z.int()) }),
  /** To the end of a scene; past a question or an open vote without a result: the class chooses together. */
  z.object({ type: z.literal('story.skip'), screenRevision: Count }),
  /** The path, where the rule leaves it to the teacher or the group agreed on it aloud. */
  z.object({ type: z.literal('vote.pick'), round: Name, choice: Name }),
  /** Back to a decision: with a choice to look at that path, without one to vote again. */
  z.object({ type: z.literal('story.back'), node: Name, choice: Name.nullable() }),
  /** From a look at another path back to where the class was. */
  z.object({ type: z.literal('story.return') }),
  z.object({ type: z.literal('headcount.confirm'), count: z.int() }),
  /** Removes the seats whose phone is not connected now. */
  z.object({ type: z.literal('seats.remove-silent') }),
  /** Removes one seat, connected or not; what it chose in an open vote goes with it. */
  z.object({ type: z.literal('seat.remove'), seat: Count }),
  /** Where far too many phones came in: removes all but those that came first, and locks the door. */
  z.object({ type: z.literal('seats.keep-first'), count: Count }),
  z.object({ type: z.literal('door.lock'), locked: z.boolean() }),
  z.object({ type: z.literal('lesson.pause'), on: z.boolean() }),
  z.object({ type: z.literal('lang.set'), lang: Language }),
  z.object({ type: z.literal('pace.set'), pace: z.enum(PACES) }),
  /** "Het is laat": the story goes on without what may be left out. `on: false` takes it back, until something was. */
  z.object({ type: z.literal('late.set'), on: z.boolean() }),
  z.object({ type: z.literal('mode.set'), mode: z.enum(MODES) }),
  /** Which questions the class gets before and after; before the story only. */
  z.object({ type: z.literal('items.set'), items: z.array(Name).max(10) }),
  /** The same questions again, at the end. */
  z.object({ type: z.literal('items.ask') }),
  /** Two to four agreements for the class to choose from. */
  z.object({ type: z.literal('agreements.ask'), candidates: z.array(Agreement).max(40) }),
  /** What the class agreed on: edited, added, removed, in this order. */
  z.object({ type: z.literal('agreements.set'), agreements: z.array(Agreement).max(40) }),
  /** Which branch of a `bySize` node this class takes; null: by its size. */
  z.object({ type: z.literal('way.set'), node: Name, way: Name.nullable() }),
  /** Another address for the QR; `origin` is one that the view offered. */
  z.object({ type: z.literal('address.choose'), origin: z.string().max(300) }),
  /** A single-use code for a desk on another device; it appears in the desk's and the stage's view for 60 seconds. */
  z.object({ type: z.literal('desk.offer') }),
  z.object({ type: z.literal('desk.answer'), accept: z.boolean() }),
  /** From now on only this desk runs the lesson; the board goes on. */
  z.object({ type: z.literal('desk.takeover') }),
  z.object({ type: z.literal('lesson.end') }),
  z.object({ type: z.literal('lesson.delete') }),
]);
export type TeacherIntent = z.infer<typeof TeacherIntent>;

export const Intent = z.discriminatedUnion('type', [PhoneIntent, TeacherIntent]);
export type Intent = z.infer<typeof Intent>;
