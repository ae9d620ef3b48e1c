import { BoardPace } from '../../../src/session/board-pace.ts';
import type { TrialHost } from '../../../src/session/host.ts';
import { LessonSession } from '../../../src/session/lesson-session.ts';
import type { RunningLesson } from '../../../src/session/running-lesson.ts';
import type { Runtime } from '../../../src/session/runtime.ts';
import type { Viewer } from '../../../src/session/viewers.ts';

const HOST: TrialHost = {
  kind: 'trial',
  hash: (_, token) => token,
  codes: () => ({ full: '', shown: '' }),
  addresses: () => [{ origin: '', label: '' }],
  deletesAt: () => 0,
  storing: () => true,
  over: () => {},
};

/** What is asked of a lesson that runs, without a server around it. */
export const sessionOf = (running: RunningLesson, runtime: Runtime): LessonSession =>
  new LessonSession(running, runtime, HOST, { stage: null, chosen: null }, new BoardPace());

/** A line that asks and is shown nothing. */
export const viewerOf = (role: Viewer['role'], seat: number | null): Viewer => ({
  role,
  lang: 'nl',
  seat,
  key: role === 'desk' ? 'desk' : null,
  show: () => {},
  count: () => {},
  attendance: () => {},
  dismiss: () => {},
});
