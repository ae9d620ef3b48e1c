import { useRef, useState } from 'preact/hooks';
import type { RefusalCode } from '../../protocol/refusals.ts';
import { nextCounter } from '../seat.ts';
import type { Attendance } from '../session.ts';
import type { LiveScreen } from './live.tsx';

/** A report that came too late or twice is refused without a word, so that the screen is the same for everybody. */
const QUIET: readonly RefusalCode[] = ['act-known', 'live-not-running', 'round-unknown', 'seat-late'];

export interface Part {
  /** "Lees verder". */
  read(): void;
  seen(): void;
  act(id: string): void;
  /** `counts`: whether this phone's part counts now. */
  counts: boolean;
  count(on: boolean): void;
  /** The last `count` has not been answered yet. */
  sending: boolean;
  /** Why the server refused the last report. */
  problem: RefusalCode | null;
}

/** What this phone tells of a measured chat: that the message was seen, the first act, and whether it counts. */
export function usePart({ code, link }: Attendance, { chat, mine }: LiveScreen): Part {
  const { round, measured } = chat;
  const sent = useRef({ seen: mine.seen, act: mine.act !== null, counter: mine.counter });
  const [mind, setMind] = useState({ counts: mine.counts, sending: false });
  const [problem, setProblem] = useState<RefusalCode | null>(null);
  const refused = (refusal: RefusalCode) => {
    if (!QUIET.includes(refusal)) setProblem(refusal);
  };
  return {
    ...mind,
    problem,
    read() {
      if (measured) void link.ask({ type: 'live.read', round });
    },
    seen() {
      if (!measured || sent.current.seen || mine.seen) return;
      sent.current.seen = true;
      void link.ask({ type: 'live.seen', round });
    },
    async act(id) {
      if (!measured) return;
      if (sent.current.act || mine.act !== null) return void link.ask({ type: 'live.read', round });
      sent.current.act = true;
      setProblem(null);
      const answer = await link.ask({ type: 'live.act', round, act: id });
      if (answer.ok) return;
      sent.current.act = QUIET.includes(answer.refusal);
      refused(answer.refusal);
    },
    async count(on) {
      if (!measured) return;
      const counter = nextCounter(code, Math.max(mine.counter, sent.current.counter));
      sent.current.counter = counter;
      setMind({ counts: on, sending: true });
      setProblem(null);
      const answer = await link.ask({ type: 'live.count', round, on, counter });
      if (sent.current.counter !== counter) return;
      setMind({ counts: on, sending: false });
      if (!answer.ok && answer.refusal !== 'vote-older') setProblem(answer.refusal);
    },
  };
}
