import type { Beat } from './schema.ts';

/** The beats with one of these keys. */
type BeatWith<Key extends string> = Key extends string ? Extract<Beat, Record<Key, unknown>> : never;
/** The beats that show no text of their own. A new kind of beat stands here, or is handled in `textId`, or does not compile. */
type WithoutText = BeatWith<
  | 'typing'
  | 'seen'
  | 'react'
  | 'act'
  | 'enter'
  | 'leave'
  | 'sound'
  | 'silence'
  | 'delete'
  | 'left'
  | 'removed'
  | 'added'
  | 'behind'
  | 'scroll'
  | 'split'
  | 'of'
  | 'bars'
  | 'chat'
>;

/** The id of the text that a beat shows, or null where it has none of its own. */
export function textId(beat: Beat): string | null {
  if ('say' in beat) return beat.say;
  if ('speak' in beat) return beat.speak;
  if ('message' in beat) return beat.message;
  if ('system' in beat) return beat.system;
  if ('tile' in beat) return beat.text;
  if ('voice' in beat) return beat.voice;
  return nothing(beat);
}

const nothing = (_beat: WithoutText) => null;

/** The ids of all texts that a beat shows. */
export function textIds(beat: Beat): string[] {
  return 'bars' in beat ? beat.bars.map((bar) => bar.text) : [textId(beat)].filter((id) => id !== null);
}

/** The member of the cast that a beat is about. */
export function personOf(beat: Beat): { key: string; id: string } | null {
  if ('speak' in beat || 'message' in beat || 'tile' in beat || 'voice' in beat) return { key: 'who', id: beat.who };
  if ('typing' in beat) return { key: 'typing', id: beat.typing };
  if ('act' in beat) return { key: 'act', id: beat.act };
  if ('left' in beat) return { key: 'left', id: beat.left };
  if ('removed' in beat) return { key: 'removed', id: beat.removed };
  if ('added' in beat) return { key: 'added', id: beat.added };
  if ('enter' in beat) return { key: 'enter', id: beat.enter };
  if ('leave' in beat) return { key: 'leave', id: beat.leave };
  return null;
}

/** The chats that a beat names. */
export function chatsOf(beat: Beat): { key: string; id: string }[] {
  return (['chat', 'behind', 'split', 'only'] as const).flatMap((key) => {
    const id = (beat as Partial<Record<typeof key, string>>)[key];
    return id === undefined ? [] : [{ key, id }];
  });
}

/** Whether a beat adds a line to the chat. */
export function isLine(beat: Beat): beat is BeatWith<'message' | 'system' | 'tile' | 'voice'> {
  return 'message' in beat || 'system' in beat || 'tile' in beat || 'voice' in beat;
}

/** The id of the line that a beat adds to the chat, or null. */
export const lineOf = (beat: Beat): string | null => (isLine(beat) ? textId(beat) : null);

/** The earlier line that a beat is about, or null. */
export function aboutOf(beat: Beat): { key: string; id: string } | null {
  if ('react' in beat) return { key: 'react', id: beat.react };
  if ('of' in beat) return { key: 'of', id: beat.of };
  if ('delete' in beat) return { key: 'delete', id: beat.delete };
  return 'scroll' in beat ? { key: 'scroll', id: beat.scroll } : null;
}
