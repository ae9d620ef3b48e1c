import type { Ballot } from '../lesson/events.ts';
import type { RoundId } from '../protocol/identity.ts';

/**
 * A ballot as it is written: bytes from the start, because a text with a choice in it would stay in memory until something else stands there,
 * and bytes can be wiped. Its round stands beside it.
 */

type Text = Extract<Ballot, { type: 'seats.answered' | 'result.sealed' }>;
type Conditions = Extract<Ballot, { type: 'live.dealt' }>['conditions'];

const KINDS = {
  'vote.cast': 1,
  'live.seen': 2,
  'live.act': 3,
  'live.count': 4,
  'live.dealt': 5,
  'seats.answered': 6,
  'result.sealed': 7,
} as const satisfies Record<Ballot['type'], number>;
const TYPES = Object.fromEntries(Object.entries(KINDS).map(([type, kind]) => [kind, type])) as Record<number, Ballot['type']>;
/** How the first edition's ballots begin, which were JSON. */
const BRACE = 0x7b;
/** No name is so long in bytes. */
const NOTHING = 0xffff;
const HEAD_BYTES = 1 + 4 + 4;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Outside the heap, whose objects are moved and leave copies behind. */
const zeroed = (length: number) => new Uint8Array(new ArrayBuffer(length));
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export function bytesOfBallot(ballot: Ballot): Uint8Array {
  if (ballot.type === 'live.dealt') return bytesOfConditions(ballot.conditions);
  if (ballot.type === 'seats.answered' || ballot.type === 'result.sealed') return bytesOfText(ballot);
  const name = ballot.type === 'vote.cast' ? ballot.choice : ballot.type === 'live.act' ? ballot.act : null;
  // No letter takes more than three bytes.
  const bytes = zeroed(HEAD_BYTES + 2 + 3 * (name?.length ?? 0));
  const view = viewOf(bytes);
  bytes[0] = KINDS[ballot.type];
  view.setUint32(1, ballot.seat);
  if ('counter' in ballot) view.setUint32(5, ballot.counter);
  if (ballot.type === 'live.count') bytes[HEAD_BYTES] = Number(ballot.on);
  else if (name === null) view.setUint16(HEAD_BYTES, NOTHING);
  else {
    const { written } = encoder.encodeInto(name, bytes.subarray(HEAD_BYTES + 2));
    view.setUint16(HEAD_BYTES, written);
    return bytes.subarray(0, HEAD_BYTES + 2 + written);
  }
  return bytes;
}

/** No seat's choice: this may be text. */
function bytesOfText({ type, round: _, ...told }: Text): Uint8Array {
  const text = encoder.encode(JSON.stringify(told));
  const bytes = zeroed(1 + text.length);
  bytes[0] = KINDS[type];
  bytes.set(text, 1);
  return bytes;
}

export function ballotOfBytes(bytes: Uint8Array, round: RoundId): Ballot {
  if (bytes[0] === BRACE) return JSON.parse(decoder.decode(bytes)) as Ballot;
  const view = viewOf(bytes);
  const type = TYPES[view.getUint8(0)];
  if (type === 'live.dealt') return { type, round, conditions: conditionsOf(view) };
  if (type === 'seats.answered' || type === 'result.sealed') return { type, round, ...JSON.parse(decoder.decode(bytes.subarray(1))) };
  const seat = view.getUint32(1);
  const name = () => {
    const length = view.getUint16(HEAD_BYTES);
    return length === NOTHING ? null : decoder.decode(bytes.subarray(HEAD_BYTES + 2, HEAD_BYTES + 2 + length));
  };
  switch (type) {
    case 'vote.cast':
      return { type, round, seat, choice: name(), counter: view.getUint32(5) };
    case 'live.seen':
      return { type, round, seat };
    case 'live.act':
      return { type, round, seat, act: name() ?? '' };
    case 'live.count':
      return { type, round, seat, on: view.getUint8(HEAD_BYTES) === 1, counter: view.getUint32(5) };
    default:
      throw new Error('a ballot of an unknown kind');
  }
}

function bytesOfConditions(conditions: Conditions): Uint8Array {
  const seats = Object.entries(conditions);
  const bytes = zeroed(1 + 5 * seats.length);
  bytes[0] = KINDS['live.dealt'];
  const view = viewOf(bytes);
  for (const [index, [seat, condition]] of seats.entries()) {
    view.setUint32(1 + 5 * index, Number(seat));
    bytes[5 + 5 * index] = Number(condition === 'many');
  }
  return bytes;
}

function conditionsOf(view: DataView): Conditions {
  const conditions: Conditions = {};
  for (let at = 1; at < view.byteLength; at += 5) conditions[view.getUint32(at)] = view.getUint8(at + 4) === 1 ? 'many' : 'few';
  return conditions;
}
