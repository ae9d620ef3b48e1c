import type { ActKind } from '../protocol/live-chat.ts';
import type { ChoiceRole } from '../story/schema/vocabulary.ts';

/** How a made-up class is today. */
export const MOODS = ['divided', 'agreed', 'helpful', 'cheeky', 'quiet'] as const;
export type Mood = (typeof MOODS)[number];

/** How much each kind of choice draws a pupil in this mood. `watch`: the share that only looks on. */
const PULL: Record<Mood, Record<ChoiceRole, number> & { watch: number }> = {
  divided: { help: 1, 'private-help': 1, involve: 1, 'stay-out': 1, 'join-in': 1, watch: 0.06 },
  agreed: { help: 1, 'private-help': 1, involve: 1, 'stay-out': 1, 'join-in': 1, watch: 0.03 },
  helpful: { help: 3, 'private-help': 3, involve: 2, 'stay-out': 0.6, 'join-in': 0.3, watch: 0.03 },
  cheeky: { help: 0.6, 'private-help': 0.5, involve: 0.4, 'stay-out': 1.5, 'join-in': 4, watch: 0.06 },
  quiet: { help: 0.6, 'private-help': 1.5, involve: 0.6, 'stay-out': 2.5, 'join-in': 0.8, watch: 0.35 },
};
/** In a class that agrees, most choose the same. */
const FOLLOW = 0.8;

const ROLE_OF: Record<ActKind, ChoiceRole> = {
  public: 'help',
  private: 'private-help',
  sender: 'help',
  adult: 'involve',
  laugh: 'join-in',
  forward: 'join-in',
  close: 'stay-out',
};
/** The share of pupils in a chat who do nothing at all. */
const IDLE: Record<Mood, number> = { divided: 0.4, agreed: 0.4, helpful: 0.2, cheeky: 0.4, quiet: 0.65 };

interface Option {
  id: string;
  role: ChoiceRole;
}

/** What a pupil chooses; null is "Ik kijk mee". `chance` gives numbers from [0, 1); `common` is one such number for the whole class. */
export function chooses(options: readonly Option[], mood: Mood, common: number, chance: () => number): string | null {
  const pull = PULL[mood];
  if (chance() < pull.watch) return null;
  if (mood === 'agreed' && chance() < FOLLOW) return options[Math.floor(common * options.length)]?.id ?? null;
  return drawn(options, (option) => pull[option.role], chance());
}

/** What a pupil does in a live chat; null is nothing. */
export function acts(options: readonly { id: string; kind: ActKind }[], mood: Mood, chance: () => number): string | null {
  if (chance() < IDLE[mood]) return null;
  return drawn(options, ({ kind }) => PULL[mood][ROLE_OF[kind]], chance());
}

/** The same votes, with choices exchanged so that more are for `to` than for any other. */
export function led(votes: readonly (string | null)[], to: string): (string | null)[] {
  const count = (id: string) => votes.filter((vote) => vote === id).length;
  const others = [...new Set(votes)].filter((id): id is string => id !== null && id !== to).sort((a, b) => count(b) - count(a));
  const [top, second] = others;
  if (top === undefined || count(to) > count(top)) return [...votes];
  const result = votes.map((vote) => (vote === top ? to : vote === to ? top : vote));
  const rival = count(to) === count(top) ? top : count(top) === count(second ?? to) ? second : undefined;
  if (rival !== undefined) result[result.indexOf(rival)] = to;
  return result;
}

function drawn<T extends { id: string }>(options: readonly T[], weight: (option: T) => number, at: number): string | null {
  const total = options.reduce((sum, option) => sum + weight(option), 0);
  let left = at * total;
  for (const option of options) {
    left -= weight(option);
    if (left < 0) return option.id;
  }
  return options.at(-1)?.id ?? null;
}
