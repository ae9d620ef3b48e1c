import type { Creation } from '../lesson/events.ts';
import { CODE_ALPHABET, CODE_LENGTH } from '../protocol/identity.ts';
import type { Story } from '../story/compile/story.ts';
import type { Runtime } from './runtime.ts';

/** What is drawn at random or filled in before a lesson begins. */

type Random = Runtime['random'];

/** A whole number, evenly from [0, below). */
export const drawFrom = (random: Random, below: number): number => Math.floor(random() * below);

export function drawCode(random: Random, length = CODE_LENGTH): string {
  return Array.from({ length }, () => CODE_ALPHABET.charAt(drawFrom(random, CODE_ALPHABET.length))).join('');
}

/** The order of the options of every vote; a second vote on a question keeps the order of the first. */
export function drawOrders(story: Story, random: Random): Creation['orders'] {
  const votes = Object.entries(story.structure.nodes).flatMap(([id, node]) => ('vote' in node ? [{ id, ...node.vote }] : []));
  const orders = Object.fromEntries(votes.map(({ id, choices }) => [id, shuffled(choices, random).map((choice) => choice.id)]));
  return Object.fromEntries(votes.map(({ id, again }) => [id, orders[again ?? id] ?? []]));
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const left = [...items];
  return items.flatMap(() => left.splice(drawFrom(random, left.length), 1));
}

/** The version that was asked for, else the story's first; null where the story has no versions. */
export function versionOf(story: Story, wanted: string | null | undefined): string | null {
  const versions = story.structure.versions ?? [];
  return (versions.find(({ id }) => id === wanted) ?? versions[0])?.id ?? null;
}
