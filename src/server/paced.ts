import { Readable } from 'node:stream';

/** Pieces of files in one turn of the event loop. Each takes some tenth of a millisecond, and after them whoever votes is heard. */
const PIECES_A_TURN = 8;

const waiting: (() => void)[] = [];
let passed = 0;
let turning = false;

function turn(): void {
  passed = 0;
  for (const pass of waiting.splice(0, PIECES_A_TURN)) {
    passed += 1;
    pass();
  }
  turning = passed > 0;
  if (turning) setImmediate(turn);
}

/** Resolves at once while few pieces are on their way, else in a later turn, first come first served. */
function myTurn(): Promise<void> {
  if (!turning) {
    turning = true;
    setImmediate(turn);
  }
  if (passed < PIECES_A_TURN && waiting.length === 0) {
    passed += 1;
    return Promise.resolve();
  }
  return new Promise((pass) => waiting.push(pass));
}

async function* inTurn(file: Readable): AsyncGenerator<unknown, void, undefined> {
  for await (const piece of file) {
    await myTurn();
    yield piece;
  }
}

/** The same file, in pieces that leave room for everybody else between them, however many are fetched at a time. It ends with its reader. */
export const paced = (file: Readable): Readable => Readable.from(inTurn(file), { objectMode: false });
