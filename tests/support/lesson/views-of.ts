import { debriefView } from '../../../src/lesson/report/report.ts';
import type { Lesson } from '../../../src/lesson/state.ts';
import type { ViewContext } from '../../../src/lesson/views/view-context.ts';
import { deskView, phoneView, stageView } from '../../../src/lesson/views/views.ts';
import type { View } from '../../../src/protocol/views/view.ts';
import type { Class } from './class.ts';
import { shared } from './petje.ts';

/** The context of a lesson, the same for every view: everybody is connected. */
export function around({ lesson, now }: { lesson: Lesson; now: number }): ViewContext {
  return {
    now,
    rev: 1,
    online: new Set(lesson.seats.map((seat) => seat.id)),
    hops: new Map(),
    code: lesson.code,
    join: { url: 'http://school/#ACDEFG', text: 'school' },
    addresses: [{ origin: 'http://school', label: 'school' }],
    boards: 1,
    desks: 1,
    pairing: null,
    deletesAt: now + 1,
    storing: true,
  };
}

/** Every view of this class, by viewer. */
export function looks(room: Class, pairing: ViewContext['pairing'] = null): Record<string, View> {
  const content = { story: room.story, shared };
  const { lesson } = room;
  const surroundings = { ...around(room), pairing };
  return {
    stage: stageView(content, lesson, surroundings),
    desk: deskView(content, lesson, 'nl', surroundings),
    'english desk': deskView(content, lesson, 'en', surroundings),
    debrief: debriefView(content, lesson, 'nl', surroundings),
    ...Object.fromEntries(
      lesson.seats.filter((seat) => !seat.removed).map((seat) => [`phone ${seat.id}`, phoneView(content, lesson, seat, 'nl', surroundings)]),
    ),
  };
}
