import type { Manager, ManagerOptions } from 'socket.io-client';

/**
 * By which transport a page tries to reach the server first. Most networks pass websockets, so the code for polling is fetched only
 * where it may be needed. Some phones and networks neither refuse a websocket nor answer it: then polling is next, which upgrades by
 * itself as soon as a websocket is answered after all. What worked is kept in the tab, so that a reload does not wait for a websocket again.
 */

/** A websocket that opens at all does so within this, on a slow line too. */
const WEBSOCKET_WITHIN_MS = 2500;
const POLLING_WITHIN_MS = 6000;
/** The code for polling is on its way before a websocket is given up. */
const FETCH_AFTER_MS = 1200;

type Transports = NonNullable<ManagerOptions['transports']>;
type First = 'websocket' | 'polling';

export const WEBSOCKET_FIRST: Pick<ManagerOptions, 'transports' | 'tryAllTransports' | 'timeout'> = {
  transports: ['websocket'],
  tryAllTransports: true,
  timeout: WEBSOCKET_WITHIN_MS,
};

const KEPT_AS = 'wdj.transport';

/** A private window may refuse its storage; Node has none. */
function kept(): First {
  try {
    if (sessionStorage.getItem(KEPT_AS) === 'polling') return 'polling';
  } catch {}
  return 'websocket';
}
function keepInTab(first: First): void {
  try {
    sessionStorage.setItem(KEPT_AS, first);
  } catch {}
}

export function chooseFirstTransport(manager: Manager): { begin(connect: () => void): void; swap(): void; opened(): void; stop(): void } {
  let first = kept();
  let fetched: Record<First, Transports> | null = null;
  let stopped = false;

  const put = (next: First) => {
    first = next;
    if (!fetched) return void fetchPolling();
    manager.opts.transports = fetched[first];
    manager.timeout(first === 'polling' ? POLLING_WITHIN_MS : WEBSOCKET_WITHIN_MS);
  };
  // Where it does not come, the next failure asks for it again.
  const fetchPolling = () =>
    import('./polling.ts').then(
      ({ POLLING, WEBSOCKET }) => {
        fetched = { websocket: [WEBSOCKET, POLLING], polling: [POLLING, WEBSOCKET] };
        put(first);
      },
      () => {},
    );
  const swap = () => put(first === 'polling' ? 'websocket' : 'polling');
  const early = setTimeout(fetchPolling, FETCH_AFTER_MS);

  // Where a websocket is refused, polling is tried in the same attempt; where nothing answers, in the next.
  manager.on('error', ({ message }) => (message === 'timeout' ? swap() : put(first)));

  return {
    begin(connect) {
      if (first === 'websocket') return connect();
      let begun = false;
      // Once: a second connect while the first is opening makes the server hang up.
      const go = () => {
        if (begun || stopped) return;
        begun = true;
        connect();
      };
      // Where the code for polling hangs too, a websocket is tried meanwhile.
      setTimeout(go, FETCH_AFTER_MS);
      void fetchPolling().then(go);
    },
    swap,
    /** What the server was reached by comes first from now on. */
    opened() {
      clearTimeout(early);
      const { engine } = manager;
      const keep = () => {
        first = engine.transport.name === 'polling' ? 'polling' : 'websocket';
        keepInTab(first);
        if (fetched) put(first);
      };
      keep();
      engine.on('upgrade', keep);
    },
    stop() {
      stopped = true;
      clearTimeout(early);
    },
  };
}
