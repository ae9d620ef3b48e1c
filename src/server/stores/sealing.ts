import { type CipherGCM, createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';
import type { Instant } from '../../protocol/identity.ts';

/** What a sealed record holds: everything of a ballot but its place in the order and its round. */
export interface Opened {
  id: string;
  at: Instant;
  body: Uint8Array;
}

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Every vote is as long as every other, so that the length of a record does not tell a choice. A longer one fills the next power of two. */
const SHORTEST = 256;
/** The instant, the length of the id, and the length of the body. */
const HEAD_BYTES = 8 + 1 + 4;

/** Outside the heap, and wiped after each use. */
let scratch = Buffer.from(new ArrayBuffer(16 * SHORTEST));
const nonces = Buffer.alloc(NONCE_BYTES * 1024);
let drawn = nonces.length;

/**
 * Random and not counted: a transaction that fails, or a crash, may leave a record on the disk whose number is given to another one later.
 * A round has so few records that no two nonces meet.
 */
function drawNonce(): Buffer {
  if (drawn === nonces.length) {
    randomFillSync(nonces);
    drawn = 0;
  }
  drawn += NONCE_BYTES;
  return nonces.subarray(drawn - NONCE_BYTES, drawn);
}

/**
 * A key of bytes, because a KeyObject keeps a copy of its own until it is collected. Node finds out that these are no KeyObject by exceptions that
 * it throws and catches, and writing down where each was thrown would take several times as long as the cipher.
 */
function cipherOf(key: Buffer, nonce: Buffer): CipherGCM {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return createCipheriv(CIPHER, key, nonce);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** The record opens only as what `bound` says that it is. */
export function seal(key: Buffer, bound: Buffer, { id, at, body }: Opened): Uint8Array {
  const idBytes = Buffer.byteLength(id);
  if (idBytes > 255) throw new Error('an id of more than 255 bytes');
  let length = SHORTEST;
  while (length < HEAD_BYTES + idBytes + body.length) length *= 2;
  if (scratch.length < length) scratch = Buffer.from(new ArrayBuffer(length));
  const plain = scratch.subarray(0, length);
  let end = plain.writeDoubleLE(at, 0);
  end = plain.writeUInt8(idBytes, end);
  end += plain.write(id, end);
  end = plain.writeUInt32LE(body.length, end);
  plain.set(body, end);

  const nonce = drawNonce();
  const cipher = cipherOf(key, nonce);
  cipher.setAAD(bound);
  const sealed = new Uint8Array(NONCE_BYTES + length + TAG_BYTES);
  sealed.set(nonce);
  sealed.set(cipher.update(plain), NONCE_BYTES);
  // Frees the expanded key too.
  cipher.final();
  sealed.set(cipher.getAuthTag(), NONCE_BYTES + length);
  plain.fill(0);
  return sealed;
}

/** Null where the key is another one, or the record has been changed. Who has used the body wipes it. */
export function open(key: Buffer, bound: Buffer, sealed: Uint8Array): Opened | null {
  const cipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  cipher.setAAD(bound);
  cipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const plain = cipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES));
  try {
    cipher.final();
  } catch {
    return null;
  }
  const idEnd = 9 + plain.readUInt8(8);
  const body = new Uint8Array(plain.buffer, plain.byteOffset + idEnd + 4, plain.readUInt32LE(idEnd));
  return { at: plain.readDoubleLE(0), id: plain.toString('utf8', 9, idEnd), body };
}
