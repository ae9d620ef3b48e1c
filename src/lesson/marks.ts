import type { ChoiceId, NodeId } from '../protocol/identity.ts';
import type { Story } from '../story/compile/story.ts';
import { nodeOf } from './side-activity.ts';
import type { Round } from './state.ts';

/**
 * What one seat did, as a few bytes outside the heap. A text or a number in an object cannot be taken back: it stays in memory until something else
 * stands there, and copies of it where it stood before. Who holds the round wipes these when it is over.
 */
export type Mark = Uint8Array;

function markOf(...bytes: number[]): Mark {
  const mark = new Uint8Array(new ArrayBuffer(bytes.length));
  mark.set(bytes);
  return mark;
}

/** The place of an id, from 1 on; 0 is none. */
const placeOf = (ids: readonly { id: string }[], id: string | null): number => ids.findIndex((one) => one.id === id) + 1;
const idAt = (ids: readonly { id: string }[], place: number | undefined): string | null =>
  place === undefined ? null : (ids[place - 1]?.id ?? null);

function choicesOf(story: Story, node: NodeId): readonly { id: ChoiceId }[] {
  const shape = nodeOf(story, node);
  return 'vote' in shape ? shape.vote.choices : [];
}

/** One byte: the place of the choice; null is "Ik kijk mee". */
export const markOfChoice = (story: Story, node: NodeId, choice: ChoiceId | null): Mark => markOf(placeOf(choicesOf(story, node), choice));
export const choiceOf = (story: Story, node: NodeId, mark: Mark): ChoiceId | null => idAt(choicesOf(story, node), mark[0]);

/** What a phone told of its part in a chat. */
export interface Part {
  seen: boolean;
  act: string | null;
  counts: boolean;
}
type Acts = readonly { id: string }[];
/** Three bytes. */
export const markOfPart = (acts: Acts, { seen, act, counts }: Part): Mark => markOf(Number(seen), placeOf(acts, act), Number(counts));
export const partOf = (acts: Acts, mark: Mark): Part => ({ seen: hasSeen(mark), act: idAt(acts, mark[1]), counts: mark[2] === 1 });

/** Whether the phone saw what the chat is about; the acts need not be known for that. */
export const hasSeen = (mark: Mark): boolean => mark[0] === 1;

/** Wipes what stands in `before` and no longer in `after`. */
export function wipe(before: Round | null, after: Round | null): void {
  if (!before || before === after) return;
  const { ballots, live } = before;
  const [kept, parts] = [after?.ballots, after?.live?.reports];
  if (ballots !== kept) for (const seat in ballots) if (ballots[seat] !== kept?.[seat]) ballots[seat]?.choice.fill(0);
  if (live && live.reports !== parts) for (const seat in live.reports) if (live.reports[seat] !== parts?.[seat]) live.reports[seat]?.part.fill(0);
}
