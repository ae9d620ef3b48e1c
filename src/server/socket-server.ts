import type { Server as HttpServer, IncomingMessage, ServerResponse } from 'node:http';
import { Server } from 'socket.io';
import type { Hello, HelloAnswer } from '../protocol/hello.ts';
import { CODE_LENGTH, PROTOCOL_VERSION } from '../protocol/identity.ts';
import { parseAsk, parseHello, parseVersion } from '../protocol/messages.ts';
import { padView } from '../protocol/padding.ts';
import type { RefusalCode } from '../protocol/refusals.ts';
import type { LessonSession } from '../session/lesson-session.ts';
import type { Viewer } from '../session/viewers.ts';
import type { Lessons } from './lessons.ts';
import { sameOrigin } from './origins.ts';

type Ack<T> = (answer: T) => void;
/** The answer goes out before the first view. */
interface Done {
  answer: HelloAnswer;
  afterwards?: () => void;
}

/** How often a connection is asked whether it is there, and how long it may be silent. */
export const PING_EVERY_MS = 10_000;
export const PING_PATIENCE_MS = 8000;

/** Wrong codes of one connection before it has to pause. What keeps a code from being guessed over many connections: `code-guard.ts`. */
const TRIES = 10;
const PAUSE_MS = 60_000;

/** A page takes one seat. Further ones, of which nobody could tell whose they are, need a connection each. */
const NEW_SEATS = 3;

/** How many messages of one connection may wait for an answer. Further ones are dropped; a page repeats what was not answered. */
const WAITING = 100;

/** The part of Engine.IO's connection that its types keep to itself. */
interface Wire {
  transport: {
    socket?: { on(event: 'message', heard: (data: unknown, isBinary: boolean) => void): void };
    parser?: { decodePayload(body: string, ...more: unknown[]): unknown[] };
  };
  on(event: 'upgrade', upgraded: () => void): void;
}

/** Packets in one polling body. A page that comes back over a slow line sends some ten at once; a thousand would be worked through before anybody else is heard. */
const PACKETS = 64;
const SEPARATOR = '\x1e';

/** Ends a connection that sends more packets in one body, before any of them is read. */
function boundPackets({ transport }: Wire): void {
  const { parser } = transport;
  if (!parser) return;
  transport.parser = {
    ...parser,
    decodePayload: (body, ...more) =>
      body.split(SEPARATOR, PACKETS + 1).length > PACKETS ? [{ type: 'error' }] : parser.decodePayload(body, ...more),
  };
}

/** Wipes the bytes of every message as soon as it is read: they are of no use any more, and one of them is a vote. */
function wipeRead(connection: Wire): void {
  const wipe = (data: unknown, isBinary: boolean) => {
    if (!isBinary && Buffer.isBuffer(data)) data.fill(0);
  };
  const listen = () => connection.transport.socket?.on('message', wipe);
  listen();
  connection.on('upgrade', listen);
}

/** The sockets. Every message is parsed before it is used, and every refusal has a code. */
export function openSocketServer(http: HttpServer, lessons: Lessons, publicUrl: string | null): Server {
  const io = new Server(http, {
    transports: ['websocket', 'polling'],
    pingInterval: PING_EVERY_MS,
    pingTimeout: PING_PATIENCE_MS,
    maxHttpBufferSize: 32_768,
    serveClient: false,
    // The length of a compressed message tells what it repeats, such as a choice that was chosen.
    perMessageDeflate: false,
    httpCompression: false,
    allowRequest: (request, decide) => decide(null, sameOrigin(request.headers.origin, request.headers.host, publicUrl)),
  });
  // As Socket.IO writes a packet. Nothing that goes out is binary, and looking for it in a view would take as long as writing the view.
  io.encoder.encode = ({ type, nsp, id, data }) => [
    `${type}${nsp === '/' ? '' : `${nsp},`}${id ?? ''}${data === undefined ? '' : JSON.stringify(data)}`,
  ];
  io.engine.use((_request: IncomingMessage, response: ServerResponse, next: () => void) => {
    response.setHeader('x-content-type-options', 'nosniff');
    next();
  });
  io.engine.on('connection', (connection: Wire) => {
    wipeRead(connection);
    boundPackets(connection);
  });
  const { guard } = lessons;

  io.on('connection', (socket) => {
    let here: { lesson: string; viewer: Viewer } | null = null;
    let pairing: { session: LessonSession; token: string } | null = null;
    let wrong = 0;
    let pausedUntil = Number.NEGATIVE_INFINITY;
    let newSeats = 0;
    let turn: Promise<unknown> = Promise.resolve();
    let waiting = 0;

    const leave = () => {
      if (here) lessons.byId(here.lesson)?.viewers.leave(here.viewer);
      if (pairing) pairing.session.pairing.withdraw(pairing.token);
      here = null;
      pairing = null;
    };
    const enter = (session: LessonSession, role: Viewer['role'], lang: Viewer['lang'], seat: number | null, token: string | null = null) => {
      // A connection that ended while its seat was written would count as connected for ever.
      if (!socket.connected) return;
      const viewer: Viewer = {
        role,
        lang,
        seat,
        key: role === 'desk' && token !== null ? session.keyOf(token) : null,
        show: (view) => socket.emit('view', view.role === 'phone' ? padView(view) : view),
        count: (count) => socket.emit('count', count),
        attendance: (attendance) => socket.emit('attendance', attendance),
        dismiss: (refusal) => {
          here = null;
          socket.emit('refused', refusal);
        },
      };
      here = { lesson: session.running.lesson.id, viewer };
      session.viewers.admit(viewer);
    };
    const paused = () => performance.now() < pausedUntil;
    const wrongCode = (refusal: RefusalCode): RefusalCode => {
      if (paused()) return 'too-many-tries';
      wrong += 1;
      if (wrong % TRIES === 0) pausedUntil = performance.now() + PAUSE_MS;
      return refusal;
    };
    /** Why a phone that this lesson does not know gets no seat. The answer does not tell whether a code of six characters was right while nine are needed. */
    const stopped = (code: string, session: LessonSession | undefined): RefusalCode | null => {
      if (paused()) return 'too-many-tries';
      const taken = guard.takes(code);
      if (taken && session) return newSeats < NEW_SEATS ? null : 'device-full';
      if (code.length === CODE_LENGTH) guard.wrong();
      return wrongCode(taken ? 'code-unknown' : 'code-longer');
    };

    async function greet(hello: Hello): Promise<Done> {
      const refuse = (refusal: RefusalCode) => ({ answer: { ok: false as const, refusal } });
      const welcome = (...as: Parameters<typeof enter>) => ({ answer: { ok: true as const }, afterwards: () => enter(...as) });
      if (hello.role === 'phone') {
        const session = lessons.byCode(hello.code);
        // Its phones keep their seats, and come back as soon as it can be opened.
        if (!session && !paused() && guard.takes(hello.code) && lessons.cannotOpen(hello.code)) return refuse('lesson-unopened');
        const isKnown = session?.knowsPhone(hello.token) === true;
        const refusal = isKnown ? null : stopped(hello.code, session);
        if (refusal) return refuse(refusal);
        if (!session) return refuse('code-unknown');
        const taken = await session.takeSeat(hello.token, hello.back);
        if (taken.ok && !isKnown) newSeats += 1;
        return taken.ok ? welcome(session, 'phone', hello.lang, taken.seat) : refuse(taken.refusal);
      }
      if (hello.role === 'pairing') {
        const session = lessons.byPairingCode(hello.pairing);
        if (!session || paused()) return refuse(wrongCode('pairing-unknown'));
        const { token, lang } = hello;
        const asking = { session, token };
        const sign = session.pairing.present({
          token,
          // The connection may have ended, or said another hello, while the answer was written.
          accept: () => {
            if (pairing !== asking) return;
            pairing = null;
            enter(session, 'desk', lang, null, token);
          },
          refuse: (refusal) => {
            if (pairing !== asking) return;
            pairing = null;
            socket.emit('refused', refusal);
          },
        });
        if (!sign) return refuse('pairing-unknown');
        pairing = asking;
        return { answer: { ok: true, waiting: sign } };
      }
      const session = lessons.byId(hello.lesson);
      if (!session) return refuse(lessons.cannotOpen(hello.lesson) ? 'lesson-unopened' : 'lesson-unknown');
      if (!session.holdsKey(hello.role, hello.token)) return refuse(session.lockedOut(hello.role, hello.token) ? 'desk-taken' : 'not-yours');
      const { host, origin } = socket.handshake.headers;
      if (hello.role === 'stage' && host) session.openedAt(origin ?? `http://${host}`);
      return welcome(session, hello.role, hello.lang, null, hello.token);
    }

    /** Handles the messages of one connection one after the other. An error of the server becomes a refusal, never a crash. */
    const inTurn = (ack: unknown, work: () => Promise<Done>) => {
      if (waiting >= WAITING) return;
      waiting += 1;
      turn = turn
        .then(work)
        .catch((error: unknown): Done => {
          console.error(`A message could not be handled: ${error instanceof Error ? error.stack : 'unknown'}`);
          return { answer: { ok: false, refusal: 'server-broken' } };
        })
        .then(({ answer, afterwards }) => {
          waiting -= 1;
          if (typeof ack === 'function') (ack as Ack<HelloAnswer>)(answer);
          afterwards?.();
        })
        // One lesson that cannot be shown takes no other along.
        .catch((error: unknown) => console.error(`A view could not be shown: ${error instanceof Error ? error.stack : 'unknown'}`));
    };

    socket.on('hello', (message: unknown, ack: unknown) =>
      inTurn(ack, async () => {
        const version = parseVersion(message);
        if (version !== null && version !== PROTOCOL_VERSION) return { answer: { ok: false, refusal: 'old-version' } };
        const hello = parseHello(message);
        if (!hello) return { answer: { ok: false, refusal: isCodeShaped(message) ? wrongCode('code-unknown') : 'bad-message' } };
        leave();
        return greet(hello);
      }),
    );

    socket.on('ask', (message: unknown, ack: unknown) =>
      inTurn(ack, async () => {
        const asked = parseAsk(message);
        if (!asked) return { answer: { ok: false, refusal: 'bad-message' } };
        const session = here && lessons.byId(here.lesson);
        if (!here || !session) return { answer: { ok: false, refusal: here ? 'lesson-unknown' : 'seat-unknown' } };
        return { answer: await session.ask(here.viewer, asked.id, asked.intent) };
      }),
    );

    socket.on('alive', (ack: unknown) => {
      if (typeof ack === 'function') (ack as Ack<number>)(lessons.now());
    });
    socket.on('disconnect', leave);
  });
  return io;
}

/** A code of the wrong length was mistyped by a person, so it is a wrong code and not a broken message. */
function isCodeShaped(message: unknown): boolean {
  return (
    typeof message === 'object' &&
    message !== null &&
    'role' in message &&
    (message.role === 'phone' || message.role === 'pairing') &&
    'token' in message
  );
}
