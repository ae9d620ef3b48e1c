import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/**
 * A Socket.IO client on a bare TCP socket. It reads no more of a message than it is asked to, so that thousands of them take
 * less processor time than the server that they measure.
 */
export interface Wire {
  /** Sends an event that wants an acknowledgement. Resolves with the text of the acknowledgement's arguments. */
  ask(event: string, message: object): Promise<string>;
  close(): void;
}

export interface Heard {
  /** The text of an event, as Socket.IO writes it: `["name",argument]`. */
  event(text: string): void;
  /** A message of the application has arrived: an event or an acknowledgement. */
  frame(length: number): void;
  lost(reason: string): void;
}

const TEXT = 0x81;
const CLOSE = 8;
const PING = 9;
const PONG = 0x8a;
const MASKED = 0x80;
/** A mask of zeros is a mask, and leaves the bytes as they are. */
const MASK_BYTES = 4;

function frameOf(text: string, head = TEXT): Buffer {
  const length = Buffer.byteLength(text);
  const wide = length > 125 ? 2 : 0;
  const frame = Buffer.alloc(2 + wide + MASK_BYTES + length);
  frame[0] = head;
  frame[1] = MASKED | (wide ? 126 : length);
  if (wide) frame.writeUInt16BE(length, 2);
  frame.write(text, 2 + wide + MASK_BYTES);
  return frame;
}

/** Reads the frames of one connection. A server neither masks nor, in this protocol, splits a message. */
function readFrames(onFrame: (code: number, payload: Buffer) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    for (;;) {
      if (rest.length < 2) return;
      const short = (rest[1] as number) & 0x7f;
      const head = short === 126 ? 4 : short === 127 ? 10 : 2;
      if (rest.length < head) return;
      const length = short === 126 ? rest.readUInt16BE(2) : short === 127 ? Number(rest.readBigUInt64BE(2)) : short;
      if (rest.length < head + length) return;
      onFrame((rest[0] as number) & 0x0f, rest.subarray(head, head + length));
      rest = rest.subarray(head + length);
    }
  };
}

/** Resolves when Socket.IO has said that the connection stands. */
export function openWire(origin: string, heard: Heard): Promise<Wire> {
  const { hostname, port, host } = new URL(origin);
  const waiting = new Map<number, (answer: string) => void>();
  let asked = 0;
  let open = true;

  return new Promise((stands, failed) => {
    const socket: Socket = connect({ host: hostname, port: Number(port), noDelay: true });
    const wire: Wire = {
      ask(event, message) {
        const id = asked++;
        return new Promise((answered) => {
          waiting.set(id, answered);
          socket.write(frameOf(`42${id}["${event}",${JSON.stringify(message)}]`));
        });
      },
      close() {
        open = false;
        socket.destroy();
      },
    };
    const lose = (reason: string) => {
      if (!open) return;
      open = false;
      failed(new Error(reason));
      heard.lost(reason);
    };
    const hear = (text: string) => {
      if (text === '2') return void socket.write(frameOf('3'));
      if (text.startsWith('0')) return void socket.write(frameOf('40'));
      if (text.startsWith('40')) return stands(wire);
      heard.frame(text.length);
      if (text.startsWith('42')) return heard.event(text.slice(2));
      const answer = /^43(\d+)/.exec(text);
      if (!answer) return lose(`not expected: ${text.slice(0, 80)}`);
      const id = Number(answer[1]);
      waiting.get(id)?.(text.slice(answer[0].length));
      waiting.delete(id);
    };
    const read = readFrames((code, payload) => {
      if (code === CLOSE) lose('closed by the server');
      else if (code === PING) socket.write(frameOf(payload.toString(), PONG));
      else hear(payload.toString());
    });

    let upgrade = '';
    let upgraded = false;
    socket.on('data', (chunk) => {
      if (upgraded) return read(chunk);
      upgrade += chunk.toString('latin1');
      const end = upgrade.indexOf('\r\n\r\n');
      if (end < 0) return;
      upgraded = true;
      if (!upgrade.startsWith('HTTP/1.1 101')) return lose(upgrade.slice(0, 80));
      const after = Buffer.from(upgrade.slice(end + 4), 'latin1');
      if (after.length > 0) read(after);
    });
    socket.on('error', (error) => lose(error.message));
    socket.on('close', () => lose('the connection was lost'));
    socket.write(
      [
        'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
        `Host: ${host}`,
        'Upgrade: websocket',
        'Connection: Upgrade',
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
        'Sec-WebSocket-Version: 13',
        `Origin: ${origin}`,
        '\r\n',
      ].join('\r\n'),
    );
  });
}
