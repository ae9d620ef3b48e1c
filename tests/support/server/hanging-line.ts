import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

/** What becomes of a websocket on this line: it is never answered, it is answered and passes no frame, or it works. */
export type Websockets = 'unanswered' | 'deaf' | 'work';

const ACCEPT = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** A line to a server as some phones and networks have it. What was asked over it stands in `tried`, in order, each once in a row. */
export async function hangingLine(server: string, websockets: Websockets) {
  const to = Number(new URL(server).port);
  const line = { websockets, tried: [] as ('websocket' | 'polling')[], origin: '', close: () => Promise.resolve() };
  const open = new Set<Socket>();
  const kept = (socket: Socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket)).on('error', () => {});
    return socket;
  };
  const tries = (kind: 'websocket' | 'polling') => {
    if (kind === 'websocket' || line.tried.at(-1) !== kind) line.tried.push(kind);
  };
  const http = createServer((from) => {
    // A browser asks more than once over a connection that works.
    kept(from).on('data', (asked) => asked.includes('transport=polling') && tries('polling'));
    from.once('data', (head) => {
      const key = /^sec-websocket-key: *(\S+)/im.exec(head.toString('latin1'))?.[1];
      if (key) tries('websocket');
      if (key && line.websockets === 'unanswered') return;
      if (key && line.websockets === 'deaf') {
        const accept = createHash('sha1')
          .update(key + ACCEPT)
          .digest('base64');
        from.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
        return from.resume();
      }
      const onwards = kept(connect(to, '127.0.0.1'));
      onwards.write(head);
      from.pipe(onwards).pipe(from);
      from.on('close', () => onwards.destroy());
      onwards.on('close', () => from.destroy());
    });
  });
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  line.origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  line.close = async () => {
    http.close();
    for (const socket of open) socket.destroy();
  };
  return line;
}
