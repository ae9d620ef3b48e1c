import * as z from 'zod';
import { Hello } from './hello.ts';
import { Intent } from './intents.ts';
import { NewLesson, StoryRequest } from './new-lesson.ts';

/** Messages from outside are `unknown` until they are parsed here. */

/** The random id under which an intent may be repeated. */
const Asked = z.object({ id: z.string().regex(/^[\w-]{16,64}$/) });

/** Null where a message is not what it should be. */
export function parseHello(message: unknown): Hello | null {
  return Hello.safeParse(message).data ?? null;
}
const Versioned = z.object({ v: z.int() });
/** The version that a client names, before the rest of its message is looked at. */
export function parseVersion(message: unknown): number | null {
  return Versioned.safeParse(message).data?.v ?? null;
}
export function parseAsk(message: unknown): { id: string; intent: Intent } | null {
  const asked = Asked.safeParse(message);
  const intent = Intent.safeParse(message);
  return asked.success && intent.success ? { id: asked.data.id, intent: intent.data } : null;
}
export function parseNewLesson(message: unknown): NewLesson | null {
  return NewLesson.safeParse(message).data ?? null;
}
export function parseStoryRequest(message: unknown): StoryRequest | null {
  return StoryRequest.safeParse(message).data ?? null;
}
