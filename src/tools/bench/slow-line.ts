import type { Page, WebSocketRoute } from 'playwright';

/** A phone's way to the server: every frame waits its own time, in order, both ways; and it can break. */
export interface SlowLine {
  /** What the phone asked, as it left. */
  asked: { type: string; [key: string]: unknown }[];
  cut(): Promise<void>;
  mend(): void;
}

export const SHORTEST_MS = 20;
export const LONGEST_MS = 400;

/** `chance`: from 0 up to 1, how long a frame waits. */
export async function slowLine(page: Page, chance: () => number): Promise<SlowLine> {
  let open: { phone: WebSocketRoute; server: WebSocketRoute }[] = [];
  let broken = false;
  const line: SlowLine = {
    asked: [],
    async cut() {
      broken = true;
      const ended = open;
      open = [];
      for (const { phone, server } of ended) await Promise.all([phone.close({ code: 1001 }), server.close({ code: 1001 })]);
    },
    mend() {
      broken = false;
    },
  };
  const inOrder = (send: (frame: string | Buffer) => void) => {
    const waiting: (string | Buffer)[] = [];
    let free = 0;
    return (frame: string | Buffer) => {
      const now = performance.now();
      free = Math.max(free, now + SHORTEST_MS + chance() * (LONGEST_MS - SHORTEST_MS));
      waiting.push(frame);
      // Whichever of two timers of the same millisecond rings first, what came first goes first.
      setTimeout(() => {
        const first = waiting.shift();
        if (first !== undefined && !broken) send(first);
      }, free - now);
    };
  };
  await page.routeWebSocket(/socket\.io/, (phone) => {
    if (broken) return void phone.close({ code: 1001 });
    const server = phone.connectToServer();
    open.push({ phone, server });
    const up = inOrder((frame) => server.send(frame));
    phone.onMessage((frame) => {
      const asked = /^42\d*(\["ask",.*)$/s.exec(String(frame))?.[1];
      if (asked) line.asked.push(JSON.parse(asked)[1]);
      up(frame);
    });
    server.onMessage(inOrder((frame) => phone.send(frame)));
  });
  await page.route(/socket\.io\/.*polling/, (route) => (broken ? route.abort() : route.continue()));
  return line;
}
