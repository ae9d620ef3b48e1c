import type { Story } from '../../story/compile/story.ts';
import type { Lesson } from '../state.ts';
import { anyTime } from './any-time.ts';
import { ballotStates } from './ballot-states.ts';
import { liveState } from './live-state.ts';
import { base, refuse } from './rule.ts';
import { storyStates } from './story-states.ts';
import { movesOf } from './transitions.ts';
import { voteStates } from './vote-states.ts';

/**
 * All rules of a lesson. A transition either changes the lesson or carries a `refuse` action with a code; nothing is silently ignored.
 * Stepped purely by `step`; nothing in here knows a clock, a lot or a socket.
 */
export function lessonMachine(story: Story) {
  const moves = movesOf(story);
  return base.createMachine({
    id: 'lesson',
    initial: 'lobby',
    context: ({ input }: { input: Lesson }) => input,
    states: {
      ...storyStates(story, moves),
      ...voteStates(story, moves),
      ...ballotStates(story, moves),
      ...liveState(story, moves),
      over: { on: { '*': refuse('lesson-ended')() } },
    },
    on: { ...anyTime(story, moves), '*': refuse('not-now')() },
  } as unknown as Parameters<typeof base.createMachine>[0]);
}
