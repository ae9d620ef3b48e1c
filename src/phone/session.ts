import type { Link } from '../client/connection.ts';
import { deviceLang } from '../client/device-lang.ts';
import { connectToServer } from '../client/server-connection.ts';
import { inTrial } from '../client/trial-frame.ts';
import { isLang, type Lang } from '../locales/languages.ts';
import type { Hello } from '../protocol/hello.ts';
import { CODE_LENGTH, FULL_CODE_LENGTH, normaliseCode, PROTOCOL_VERSION } from '../protocol/identity.ts';
import type { RefusalCode } from '../protocol/refusals.ts';
import type { PhoneScreen, PhoneView } from '../protocol/views/phone.ts';
import { isAppBrowser } from './app-browser.ts';
import { type Ballots, openBallots } from './ballots.ts';
import { currentCode, forgetSeat, hasSeat, keepCode, seatToken, stayAway } from './seat.ts';
import { read, write } from './storage.ts';

const LANG_KEY = 'wdj.lang';
/** A chat that the teacher has paused goes on afterwards. */
const IN_CHAT: readonly PhoneScreen['kind'][] = ['live', 'paused'];
/** Refusals after which somebody types a code again. */
const TYPE_AGAIN: readonly RefusalCode[] = ['too-many-tries', 'code-longer'];
const BEFORE_VOTE: readonly PhoneScreen['kind'][] = ['ready', 'vote'];
/** Refusals after which the seat is of no use. */
const GONE: readonly RefusalCode[] = ['code-unknown', 'lesson-unknown', 'lesson-ended', 'seat-unknown'];

/** Being in a lesson: the connection, and what this page remembers of the votes. */
export interface Attendance {
  code: string;
  link: Link<PhoneView>;
  ballots: Ballots;
  /** Its seat was removed, and somebody pressed "join again". */
  back: boolean;
  /** Its pupil gave it up for one in another browser. */
  moved?: boolean;
}

export type AttendanceState =
  /** The code field; `typed` is what did not work. */
  | { kind: 'door'; problem: RefusalCode | 'code-short' | null; typed: string }
  | { kind: 'inside'; attendance: Attendance }
  /** In the browser of an app, before a seat is taken there. */
  | { kind: 'in-app'; code: string }
  | { kind: 'refused'; attendance: Attendance; refusal: RefusalCode }
  /** The seat is forgotten; the help lines stay on the screen. */
  | { kind: 'over'; last: PhoneView };

export interface Session {
  readonly lang: Lang;
  readonly state: AttendanceState;
  join(typed: string): void;
  retry(): void;
  /** Into the lesson again after the seat was removed, with nothing left of what this page remembered of votes. */
  comeBack(): void;
  leave(): void;
  speak(lang: Lang): void;
}

export async function openSession(tell: () => void): Promise<Session> {
  const kept = read(LANG_KEY);
  let lang: Lang = isLang(kept) ? kept : deviceLang(navigator.languages);
  // A pupil's phone does not load what only a frame of a trial lesson needs.
  const connect = inTrial() ? (await import('../client/trial-connection.ts')).connectToTrial : connectToServer;
  let state: AttendanceState = { kind: 'door', problem: null, typed: '' };

  const hello = (code: string, back = false): Hello => ({
    v: PROTOCOL_VERSION,
    lang,
    role: 'phone',
    code,
    token: seatToken(code),
    ...(back ? { back } : {}),
  });

  /** The code stays in the address while it opens something, so that whoever opens the address in another browser is in there too. */
  const clearAddress = () => {
    if (location.hash && !inTrial()) history.replaceState(null, '', location.pathname + location.search);
  };

  function go(next: AttendanceState): void {
    if (next.kind === 'door' || next.kind === 'over') clearAddress();
    const before = attendanceOf(state);
    if (before && before !== attendanceOf(next)) before.link.close();
    state = next;
    tell();
  }

  function follow(attendance: Attendance): void {
    if (attendanceOf(state) !== attendance) return;
    const { link, code } = attendance;
    const refusal = link.state.kind === 'refused' ? link.state.refusal : null;
    const ended = link.view?.screen.kind === 'over' || ((refusal === 'lesson-ended' || refusal === 'lesson-unknown') && link.view);
    if (ended || (refusal && GONE.includes(refusal))) {
      forgetSeat(code);
      keepCode(null);
    }
    if (ended && link.view) return go({ kind: 'over', last: link.view });
    if (refusal && (GONE.includes(refusal) || TYPE_AGAIN.includes(refusal)))
      return go({ kind: 'door', problem: refusal, typed: refusal === 'seat-unknown' ? '' : code });
    if (refusal) return go({ kind: 'refused', attendance, refusal });
    // There is no way back to a chat that is over.
    if (link.view && !IN_CHAT.includes(link.view.screen.kind)) stayAway(code, null);
    if (link.view && BEFORE_VOTE.includes(link.view.screen.kind)) attendance.ballots.forgetMissed();
    go({ kind: 'inside', attendance });
  }

  function enter(code: string, back: boolean): void {
    const link = connect<PhoneView>(hello(code, back));
    const attendance: Attendance = { code, link, ballots: openBallots(code, link, () => tell()), back };
    link.subscribe(() => follow(attendance));
    go({ kind: 'inside', attendance });
  }

  const session: Session = {
    get lang() {
      return lang;
    },
    get state() {
      return state;
    },
    join(typed) {
      const code = normaliseCode(typed);
      if (code.length !== CODE_LENGTH && code.length !== FULL_CODE_LENGTH) return go({ kind: 'door', problem: 'code-short', typed });
      keepCode(code);
      enter(code, false);
    },
    retry() {
      const attendance = attendanceOf(state);
      if (!attendance) return;
      state = { kind: 'inside', attendance };
      attendance.link.greet(hello(attendance.code, attendance.back && attendance.link.view === null));
    },
    comeBack() {
      const attendance = attendanceOf(state);
      if (attendance) enter(attendance.code, true);
    },
    leave() {
      keepCode(null);
      go({ kind: 'door', problem: null, typed: '' });
    },
    speak(next) {
      lang = next;
      write(LANG_KEY, next);
      if (state.kind === 'inside') state.attendance.link.greet(hello(state.attendance.code));
      tell();
    },
  };

  /** The QR of the board carries the code behind the #, which no server sees. */
  function readFragment(): boolean {
    const scanned = location.hash.slice(1);
    if (!scanned) return false;
    const code = normaliseCode(scanned);
    if (!inTrial() && isAppBrowser(navigator.userAgent) && !hasSeat(code)) go({ kind: 'in-app', code });
    else session.join(scanned);
    return true;
  }
  addEventListener('hashchange', readFragment);
  const earlier = currentCode();
  if (!readFragment() && earlier) session.join(earlier);
  return session;
}

function attendanceOf(state: AttendanceState): Attendance | null {
  return state.kind === 'inside' || state.kind === 'refused' ? state.attendance : null;
}
