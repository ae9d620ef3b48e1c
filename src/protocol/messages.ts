import * as z from 'zod';
import { CODE_LENGTH, normaliseCode } from './identity.ts';
import type { Hello, Intent, NewLesson, StoryWish } from './intents.ts';
import { CONTACT_ROLES } from './preparing.ts';

/** What comes over the border is nobody's type until it has passed here. */

const Lang = z.enum(['nl', 'en']);
/** At least 128 bits, base64url. */
const Token = z.string().regex(/^[\w-]{22,64}$/);
const Name = z.string().min(1).max(80);
const Count = z.int().min(0).max(100_000);
const Code = z
  .string()
  .max(40)
  .transform(normaliseCode)
  .refine((code) => code.length === CODE_LENGTH);

const HelloShape = z.discriminatedUnion('role', [
  z.object({ v: z.int(), lang: Lang, role: z.literal('phone'), code: Code, token: Token }),
  z.object({ v: z.int(), lang: Lang, role: z.literal(['stage', 'desk', 'debrief']), lesson: Name, token: Token }),
  z.object({ v: z.int(), lang: Lang, role: z.literal('pairing'), pairing: Code, token: Token }),
]);

/** Longer than any that is accepted: what is too long gets a reason. */
const AgreementShape = z.object({ id: Name, text: z.string().max(400).nullable() });

const IntentShape = z.discriminatedUnion('type', [
  z.object({ type: z.literal('seat.hop') }),
  z.object({ type: z.literal('vote.cast'), round: Name, choice: Name.nullable(), counter: Count }),
  z.object({ type: z.literal('live.read'), round: Name }),
  z.object({ type: z.literal('live.seen'), round: Name }),
  z.object({ type: z.literal('live.act'), round: Name, act: Name }),
  z.object({ type: z.literal('live.count'), round: Name, on: z.boolean(), counter: Count }),
  z.object({ type: z.literal('lesson.next'), screenRevision: Count }),
  z.object({ type: z.literal('scene.hold'), on: z.boolean() }),
  z.object({ type: z.literal('vote.close'), round: Name }),
  z.object({ type: z.literal('vote.extend'), round: Name, seconds: z.int() }),
  z.object({ type: z.literal('vote.untimed'), round: Name }),
  z.object({ type: z.literal('hands.counted'), round: Name, hands: z.record(Name, z.int()) }),
  z.object({ type: z.literal('story.skip'), screenRevision: Count }),
  z.object({ type: z.literal('vote.pick'), round: Name, choice: Name }),
  z.object({ type: z.literal('story.back'), node: Name, choice: Name.nullable() }),
  z.object({ type: z.literal('headcount.confirm'), count: z.int() }),
  z.object({ type: z.literal('seats.remove-silent') }),
  z.object({ type: z.literal('door.lock'), locked: z.boolean() }),
  z.object({ type: z.literal('lesson.pause'), on: z.boolean() }),
  z.object({ type: z.literal('lang.set'), lang: Lang }),
  z.object({ type: z.literal('pace.set'), pace: z.enum(['normal', 'calm', 'off']) }),
  z.object({ type: z.literal('mode.set'), mode: z.enum(['phones', 'hands', 'mixed']) }),
  z.object({ type: z.literal('items.set'), items: z.array(Name).max(10) }),
  z.object({ type: z.literal('items.ask') }),
  z.object({ type: z.literal('agreements.ask'), candidates: z.array(AgreementShape).max(40) }),
  z.object({ type: z.literal('agreements.set'), agreements: z.array(AgreementShape).max(40) }),
  z.object({ type: z.literal('way.set'), node: Name, way: Name.nullable() }),
  z.object({ type: z.literal('address.choose'), origin: z.string().max(300) }),
  z.object({ type: z.literal('desk.offer') }),
  z.object({ type: z.literal('desk.answer'), accept: z.boolean() }),
  z.object({ type: z.literal('desk.takeover') }),
  z.object({ type: z.literal('lesson.end') }),
  z.object({ type: z.literal('lesson.delete') }),
]);
const Asked = z.object({ id: z.string().regex(/^[\w-]{16,64}$/) });

/** Longer than any that is accepted: what is too long gets a reason instead of "not understood". */
const Typed = z.string().max(500);
const Names = z.record(Name, Typed).refine((names) => Object.keys(names).length <= 40);
const StoryWishShape = z.object({
  scenario: Name,
  lang: Lang,
  version: Name.optional(),
  names: Names.optional(),
  contact: z
    .array(z.object({ role: z.enum(CONTACT_ROLES), name: Typed, reach: Typed }))
    .max(CONTACT_ROLES.length)
    .optional(),
});
const NewLessonShape = StoryWishShape.extend({ teacherCode: z.string().max(200).optional() });

/** Null where a message is not what it should be. */
export function parseHello(message: unknown): Hello | null {
  return HelloShape.safeParse(message).data ?? null;
}
/** The version that a client names, before the rest of its words is looked at. */
export function parseVersion(message: unknown): number | null {
  return z.object({ v: z.int() }).safeParse(message).data?.v ?? null;
}
/** The intent and the random id under which it may be repeated. */
export function parseAsk(message: unknown): { id: string; intent: Intent } | null {
  const asked = Asked.safeParse(message);
  const intent = IntentShape.safeParse(message);
  return asked.success && intent.success ? { id: asked.data.id, intent: intent.data } : null;
}
export function parseNewLesson(message: unknown): NewLesson | null {
  return NewLessonShape.safeParse(message).data ?? null;
}
export function parseStoryWish(message: unknown): StoryWish | null {
  return StoryWishShape.safeParse(message).data ?? null;
}
