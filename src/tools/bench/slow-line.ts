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
/** In what is sent by polling: Engine.IO's protocol, revision 4. */
const BETWEEN_FRAMES = '\x1e';

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
  const leaves = (frame: string) => {
    const asked = /^42\d*(\["ask",.*)$/s.exec(frame)?.[1];
    if (asked) line.asked.push(JSON.parse(asked)[1]);
  };
  await page.routeWebSocket(/socket\.io/, (phone) => {
    if (broken) return void phone.close({ code: 1001 });
    const server = phone.connectToServer();
    open.push({ phone, server });
    const up = inOrder((frame) => server.send(frame));
    phone.onMessage((frame) => {
      leaves(String(frame));
      up(frame);
    });
    server.onMessage(inOrder((frame) => phone.send(frame)));
  });
  // Where a websocket was closed and a moment later the line is whole again, the phone polls until it has a websocket again.
  await page.route(/socket\.io\/.*polling/, (route) => {
    if (broken) return route.abort();
    for (const frame of route.request().postData()?.split(BETWEEN_FRAMES) ?? []) leaves(frame);
    return route.continue();
  });
  return line;
}
