import { debriefView } from '../../src/lesson/report/report.ts';
import type { Lesson } from '../../src/lesson/state.ts';
import type { Surroundings } from '../../src/lesson/views/view-context.ts';
import { deskView, phoneView, stageView } from '../../src/lesson/views/views.ts';
import type { View } from '../../src/protocol/views/view.ts';
import type { Class } from './class.ts';
import { shelf } from './petje.ts';

/** What stands around a lesson, the same for every look at it: everybody is connected. */
export function around({ lesson, now }: { lesson: Lesson; now: number }): Surroundings {
  return {
    now,
    rev: 1,
    online: new Set(lesson.seats.map((seat) => seat.id)),
    hops: new Map(),
    join: { url: 'http://school/#ACDEFG', text: 'school' },
    addresses: [{ origin: 'http://school', label: 'school' }],
    boards: 1,
    desks: 1,
    pairing: null,
    deletesAt: now + 1,
  };
}

/** Every view that anybody has of this class, by who looks. */
export function looks(room: Class, pairing: Surroundings['pairing'] = null): Record<string, View> {
  const book = { story: room.story, shelf };
  const { lesson } = room;
  const surroundings = { ...around(room), pairing };
  return {
    stage: stageView(book, lesson, surroundings),
    desk: deskView(book, lesson, 'nl', surroundings),
    'english desk': deskView(book, lesson, 'en', surroundings),
    debrief: debriefView(book, lesson, 'nl', surroundings),
    ...Object.fromEntries(
      lesson.seats.filter((seat) => !seat.removed).map((seat) => [`phone ${seat.id}`, phoneView(book, lesson, seat, 'nl', surroundings)]),
    ),
  };
}
