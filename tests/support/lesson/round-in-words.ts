import { liveOf } from '../../../src/lesson/live.ts';
import { choiceOf, partOf } from '../../../src/lesson/marks.ts';
import type { Round } from '../../../src/lesson/state.ts';
import type { Story } from '../../../src/story/compile/story.ts';

const bySeat = <From, To>(of: Record<number, From>, to: (one: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(of).map(([seat, one]) => [seat, to(one)]));

/** A round with the choices and acts in words, which the lesson keeps as bytes. */
export function inWords(story: Story, round: Round) {
  const acts = liveOf(story, round.node)?.acts ?? [];
  return {
    ...round,
    ballots: bySeat(round.ballots, ({ choice, counter }) => ({ choice: choiceOf(story, round.node, choice), counter })),
    live: round.live && { ...round.live, reports: bySeat(round.live.reports, ({ part, counter }) => ({ ...partOf(acts, part), counter })) },
  };
}
