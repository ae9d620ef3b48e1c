import { CREATURE_LOOKS } from '../protocol/identity.ts';
import type { Entry, Journal } from './journal.ts';

/** An entry as it stands in a journal, and when it was written there. */
export interface PastEvent {
  id: string;
  at: number;
  body: { type: string; token?: string; look?: number };
}

/**
 * A lesson that nobody can open, without its class: what happened, but no ballot, no result, and of a phone neither its token nor its creature nor when
 * it came in or left. Without its story nobody can tell a result that the class was shown from one that it left, so all of them go. Its seats keep their
 * places in the order. Once it can be opened again, it goes on from its first vote.
 */
export interface UnseatedLesson {
  type: 'lesson.unseated';
  events: PastEvent[];
}

/** What stands in a journal now. The ballots are only looked at from outside: their bytes are wiped. */
export async function entriesOf(journal: Journal, stream: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  await new Promise<void>((caughtUp, failed) => {
    journal.follow(stream, 0, { apply: (entry) => void entries.push(entry), caughtUp }, AbortSignal.abort()).catch(failed);
  });
  return entries;
}

const decoder = new TextDecoder();
const pastEvent = ({ id, at, body }: Entry): PastEvent => ({ id, at, body: JSON.parse(decoder.decode(body)) });

/** When anybody did something last; a restart of the server does not count. */
export const lastDone = (entries: readonly Entry[]): number =>
  entries.reduce((last, entry) => (entry.kind === 'event' && pastEvent(entry).body.type === 'server.resumed' ? last : Math.max(last, entry.at)), 0);

/** The lesson of these entries without its class, read without its story; null where no class is in them. */
export function unseated(entries: readonly Entry[]): UnseatedLesson | null {
  const events = entries.filter(({ kind }) => kind === 'event').map(pastEvent);
  const hasSeats = events.some(({ body }) => body.type === 'seat.joined');
  if (!hasSeats && events.length === entries.length) return null;
  return { type: 'lesson.unseated', events: withoutClass(events) };
}

/**
 * Each seat has a token of its own that no phone has: two of one token would be the same phone. Whoever remembers a creature, or when somebody came in
 * or left, finds neither.
 */
function withoutClass(events: readonly PastEvent[]): PastEvent[] {
  let seats = 0;
  let at = 0;
  return events.map((event, index) => {
    if (event.body.type === 'seats.removed') return { ...event, at };
    if (event.body.type !== 'seat.joined') {
      at = event.at;
      return event;
    }
    const look = seats % CREATURE_LOOKS;
    seats += 1;
    return { ...event, at, body: { ...event.body, token: `gone-${index}`, look } };
  });
}
