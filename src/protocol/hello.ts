import * as z from 'zod';
import { Language, Name } from './fields.ts';
import { CODE_LENGTH, FULL_CODE_LENGTH, normaliseCode, PAIRING_CODE_LENGTH } from './identity.ts';
import type { Answer } from './refusals.ts';
import type { Sign } from './views/pairing.ts';

/** Made by the client: at least 128 random bits, base64url. */
const Token = z.string().regex(/^[\w-]{22,64}$/);
/** As a person typed it, and as `normaliseCode` reads it. */
const codeOf = (...lengths: number[]) =>
  z
    .string()
    .max(40)
    .transform(normaliseCode)
    .refine((code) => lengths.includes(code.length));

/** `v`: the client's PROTOCOL_VERSION. */
const Client = z.object({ v: z.int(), lang: Language });

/** The first message on every connection. */
export const Hello = z.discriminatedUnion('role', [
  /** `back`: somebody pressed "join again" on a phone whose seat was removed. */
  Client.extend({ role: z.literal('phone'), code: codeOf(CODE_LENGTH, FULL_CODE_LENGTH), token: Token, back: z.literal(true).optional() }),
  Client.extend({ role: z.literal(['stage', 'desk', 'debrief']), lesson: Name, token: Token }),
  /** A new device that shows the code it was given. It waits until the teacher accepts it. */
  Client.extend({ role: z.literal('pairing'), pairing: codeOf(PAIRING_CODE_LENGTH), token: Token }),
]);
export type Hello = z.infer<typeof Hello>;

/** To a hello; `waiting`: what the new device shows until the teacher has answered. */
export type HelloAnswer = Answer<{ waiting?: Sign }>;
export type Role = 'phone' | 'stage' | 'desk' | 'debrief';
