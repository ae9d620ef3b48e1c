import type { Hello, Role } from '../../../src/protocol/hello.ts';
import { PROTOCOL_VERSION } from '../../../src/protocol/identity.ts';
import type { Intent } from '../../../src/protocol/intents.ts';
import type { Answer } from '../../../src/protocol/refusals.ts';
import type { DebriefView } from '../../../src/protocol/views/debrief.ts';
import type { StageView } from '../../../src/protocol/views/stage.ts';
import { type Attendance, withAttendance } from '../../../src/protocol/views/updates.ts';
import type { View } from '../../../src/protocol/views/view.ts';
import { Lessons } from '../../../src/server/lessons.ts';
import { newToken } from '../../../src/server/secrets.ts';
import { MemoryJournal } from '../../../src/session/memory-journal.ts';
import type { Viewer } from '../../../src/session/viewers.ts';
import { browserRuntime } from '../../../src/trial/browser-runtime.ts';
import { TrialSession } from '../../../src/trial/trial-session.ts';
import { petje, shared } from '../lesson/petje.ts';
import { dateTime } from './date-time.ts';

/** A lesson in its lobby with a board, a desk, a debrief and one phone, without a network. */
export interface HostedLesson {
  ask(role: Role, intent: Intent): Promise<Answer>;
  leave(role: Role): void;
  /** The newest view of the board. */
  board(): StageView;
  debrief(): DebriefView;
  close(): void;
}

const ROLES = ['stage', 'desk', 'debrief', 'phone'] as const;
/** Lets what was written be applied and shown. */
export const turns = async (count = 10): Promise<void> => {
  for (let turn = 0; turn < count; turn++) await new Promise((next) => setTimeout(next, 0));
};

async function onServer(): Promise<HostedLesson> {
  const library = { stories: new Map([['petje', petje]]), shared, broken: [], warnings: new Map() };
  const nowhere = { publicUrl: null, local: () => 'http://localhost', lan: () => [] };
  const lessons = await Lessons.open(new MemoryJournal(Date.now), library, nowhere, dateTime(), (what) => {
    throw new Error(what);
  });
  const keys = await lessons.create('petje', 'nl');
  const session = keys && lessons.byId(keys.lesson);
  if (!session) throw new Error('no lesson');
  const seated = await session.takeSeat(newToken());
  if (!seated.ok) throw new Error(seated.refusal);
  const views: Partial<Record<Role, View>> = {};
  const viewers = ROLES.map((role): Viewer => {
    const key = role === 'desk' ? session.keyOf(keys.desk) : null;
    const show = (view: View) => {
      views[role] = view;
    };
    const attendance = (present: Attendance) => attend(views, role, present);
    return { role, lang: 'nl', seat: role === 'phone' ? seated.seat : null, key, show, count: () => {}, attendance, dismiss: () => {} };
  });
  for (const viewer of viewers) session.viewers.admit(viewer);
  await turns();
  return {
    ask: async (role, intent) => session.ask(viewers[ROLES.indexOf(role)]!, newToken(), intent),
    leave: (role) => session.viewers.leave(viewers[ROLES.indexOf(role)]!),
    board: () => views.stage as StageView,
    debrief: () => views.debrief as DebriefView,
    close: () => lessons.close(),
  };
}

function attend(views: Partial<Record<Role, View>>, role: Role, present: Attendance): void {
  const view = views[role];
  if (view) views[role] = withAttendance(view, present);
}

async function inTrial(): Promise<HostedLesson> {
  const site = { origin: 'http://school', host: 'school' };
  const session = await TrialSession.open({ story: petje, shared, lang: 'nl', version: null, short: false, runtime: browserRuntime(), site });
  const views: Partial<Record<Role, View>> = {};
  const clients = await Promise.all(
    ROLES.map(async (role) => {
      const who = role === 'phone' ? ({ role, code: session.code } as const) : ({ role, lesson: 'trial' } as const);
      const hello: Hello = { v: PROTOCOL_VERSION, lang: 'nl', token: newToken(), ...who };
      const { client } = await session.greet(hello, {
        show: (view) => {
          views[role] = view;
        },
        count: () => {},
        attendance: (present) => attend(views, role, present),
        dismiss: () => {},
      });
      return client!;
    }),
  );
  await turns();
  return {
    ask: async (role, intent) => clients[ROLES.indexOf(role)]!.ask(intent),
    leave: (role) => clients[ROLES.indexOf(role)]!.leave(),
    board: () => views.stage as StageView,
    debrief: () => views.debrief as DebriefView,
    close: () => session.close(),
  };
}

export const HOSTS = { server: onServer, trial: inTrial } as const;
