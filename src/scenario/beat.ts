import type { Beat } from './schema.ts';

/** The id of the text that a beat shows, or null where it has none of its own. */
export function textId(beat: Beat): string | null {
  if ('say' in beat) return beat.say;
  if ('speak' in beat) return beat.speak;
  if ('message' in beat) return beat.message;
  if ('system' in beat) return beat.system;
  if ('tile' in beat) return beat.text;
  return null;
}

/** The ids of all texts that a beat shows. */
export function textIds(beat: Beat): string[] {
  return 'bars' in beat ? beat.bars.map((bar) => bar.text) : [textId(beat)].filter((id) => id !== null);
}

/** The member of the cast that a beat is about. */
export function personOf(beat: Beat): { key: string; id: string } | null {
  if ('speak' in beat || 'message' in beat || 'tile' in beat) return { key: 'who', id: beat.who };
  if ('typing' in beat) return { key: 'typing', id: beat.typing };
  if ('act' in beat) return { key: 'act', id: beat.act };
  return null;
}
