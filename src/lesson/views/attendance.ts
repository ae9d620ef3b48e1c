import type { Creature } from '../../protocol/views/stage.ts';
import type { Attendance } from '../../protocol/views/updates.ts';
import type { Story } from '../../story/compile/story.ts';
import { activeSeats, type Lesson } from '../state.ts';
import type { ViewContext } from './view-context.ts';

type Seen = Pick<ViewContext, 'hops' | 'online'>;

export function creatures(lesson: Lesson, { hops, online }: Seen): Creature[] {
  return activeSeats(lesson).map(({ id, look }) => ({ seat: id, look, hops: hops.get(id) ?? 0, online: online.has(id) }));
}

/** All that changes on the board and the desk when a phone comes or goes; null where more does. */
export function attendance(story: Story, lesson: Lesson, seen: Seen): Attendance | null {
  // Where a story's way depends on the size of the class, the desk says which way that is.
  const followsSize = Object.values(story.structure.nodes).some((node) => 'bySize' in node);
  return lesson.phase === 'lobby' && !followsSize ? { creatures: creatures(lesson, seen) } : null;
}
