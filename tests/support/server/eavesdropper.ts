import { connect, createServer, type Server, type Socket } from 'node:net';

interface Frame {
  from: 'phone' | 'server';
  length: number;
  text: string;
}

/** Somebody between one phone and the server, who sees of every frame how long it is and when it comes. */
export class Eavesdropper {
  readonly #server: Server;
  frames: Frame[] = [];
  origin = '';

  private constructor(port: number) {
    this.#server = createServer((phone) => {
      const server = connect(port, '127.0.0.1');
      this.#listen(phone, server, 'phone');
      this.#listen(server, phone, 'server');
    });
  }

  static async before(origin: string): Promise<Eavesdropper> {
    const eavesdropper = new Eavesdropper(Number(new URL(origin).port));
    await new Promise<void>((open) => eavesdropper.#server.listen(0, '127.0.0.1', open));
    eavesdropper.origin = `http://127.0.0.1:${(eavesdropper.#server.address() as { port: number }).port}`;
    return eavesdropper;
  }

  /** What passed since the last time, without what keeps a connection and a clock alive. */
  heard(): Frame[] {
    const heard = this.frames.filter(({ text }) => !/^(2|3|42\d*\["alive"\]|43\d+\[\d+\])$/.test(text));
    this.frames = [];
    return heard;
  }

  close(): void {
    this.#server.close();
  }

  #listen(from: Socket, to: Socket, who: Frame['from']): void {
    let held = Buffer.alloc(0);
    let upgraded = false;
    from.on('data', (chunk: Buffer) => {
      to.write(chunk);
      held = Buffer.concat([held, chunk]);
      const head = upgraded ? -1 : held.indexOf('\r\n\r\n');
      if (!upgraded && head < 0) return;
      if (!upgraded) held = held.subarray(head + 4);
      upgraded = true;
      for (let frame = frameIn(held); frame; frame = frameIn(held)) {
        this.frames.push({ from: who, length: frame.size, text: frame.text });
        held = held.subarray(frame.size);
      }
    });
    for (const end of ['close', 'error'] as const) from.on(end, () => to.destroy());
  }
}

/** The first WebSocket frame of these bytes, or null where it is not whole yet. */
function frameIn(bytes: Buffer): { size: number; text: string } | null {
  if (bytes.length < 2) return null;
  const short = (bytes[1] as number) & 127;
  const extra = short === 126 ? 2 : short === 127 ? 8 : 0;
  const masked = (bytes[1] as number) >= 128;
  const start = 2 + extra + (masked ? 4 : 0);
  if (bytes.length < start) return null;
  const length = extra === 0 ? short : extra === 2 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  if (bytes.length < start + length) return null;
  const body = Buffer.from(bytes.subarray(start, start + length));
  if (masked) for (let at = 0; at < length; at++) body[at] = (body[at] as number) ^ (bytes[start - 4 + (at % 4)] as number);
  return { size: start + length, text: body.toString() };
}
