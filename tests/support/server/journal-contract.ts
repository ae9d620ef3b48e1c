import { beforeEach, describe, expect, test } from 'vitest';
import { newToken } from '../../../src/server/secrets.ts';
import { type BallotDraft, ConflictError, type Entry, type EventDraft, type Journal, RoundClosedError } from '../../../src/session/journal.ts';
import { randomFrom } from '../random.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
export const event = (text = 'event', id = newToken()): EventDraft => ({ kind: 'event', id, body: bytes(text) });
export const ballot = (round: string, text = 'ballot', id = newToken()): BallotDraft => ({ kind: 'ballot', round, id, body: bytes(text) });
const textOf = (entry: Entry) => new TextDecoder().decode(entry.body);

/** What a follower is told, in its order; `caughtUp` resolves after the backlog. */
export function listen(to: Journal, lesson: string, from = 0) {
  const heard: string[] = [];
  const entries: Entry[] = [];
  const hanging = new AbortController();
  let reached = () => {};
  const caughtUp = new Promise<void>((done) => {
    reached = done;
  });
  const ended = to.follow(
    lesson,
    from,
    {
      apply: (entry) => {
        heard.push(textOf(entry));
        entries.push(entry);
      },
      caughtUp: () => {
        heard.push('caughtUp');
        reached();
      },
    },
    hanging.signal,
  );
  return { heard, entries, ended, caughtUp, stop: () => hanging.abort() };
}

/** What stands in a lesson's journal now. */
export async function read(from: Journal, lesson: string, after = 0) {
  const { heard, entries, caughtUp, stop, ended } = listen(from, lesson, after);
  await caughtUp;
  stop();
  await ended;
  return { heard, entries };
}

/**
 * What every journal promises while it is open, whatever it is kept in (what outlives a process: `durable-journal-contract.ts`). `open` gives an empty one; `another` a second writer of the same lessons.
 * A journal that lives in one process has no second writer but itself.
 */
export function describeJournal(open: () => Journal | Promise<Journal>, another: (first: Journal) => Journal | Promise<Journal>): void {
  describe('what every journal promises:', () => {
    let kept: Journal;
    beforeEach(async () => {
      kept = await open();
    });

    test('the order of one lesson knows nothing of another', async () => {
      const hears = listen(kept, 'a');
      await hears.caughtUp;
      await Promise.all([kept.append('b', event('b')), kept.append('a', event('a'))]);
      await expect.poll(() => hears.heard).toEqual(['caughtUp', 'a']);
    });

    test('following begins after the position that was asked', async () => {
      const first = await kept.append('a', event('one'));
      await kept.append('a', event('two'));
      expect((await read(kept, 'a', first)).heard).toEqual(['two', 'caughtUp']);
    });

    test('following ends by its signal and hears nothing more', async () => {
      const hears = listen(kept, 'a');
      await hears.caughtUp;
      hears.stop();
      await hears.ended;
      await kept.append('a', event());
      await expect.poll(() => hears.heard).toEqual(['caughtUp']);
    });

    test('appending after an event that is not the newest any more is stale; a ballot in between does not matter', async () => {
      const seen = await kept.append('a', event('one'));
      await kept.append('a', ballot('r'));
      await kept.append('b', event());
      const results = await Promise.allSettled([kept.append('a', event('two'), seen), kept.append('a', event('three'), seen)]);
      expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected']);
      expect((results[1] as PromiseRejectedResult).reason).toBeInstanceOf(ConflictError);
      expect((await read(kept, 'a')).heard).toEqual(['one', 'ballot', 'two', 'caughtUp']);
    });

    test('destroying the ballots of a round keeps the others, and those of another lesson', async () => {
      await Promise.all([kept.append('a', ballot('r', 'gone')), kept.append('a', ballot('s', 'kept')), kept.append('b', ballot('r', 'kept'))]);
      await kept.destroyBallots('a', 'r');
      expect((await read(kept, 'a')).heard).toEqual(['kept', 'caughtUp']);
      expect((await read(kept, 'b')).heard).toEqual(['kept', 'caughtUp']);
    });

    test('destroying a round twice, or one without ballots, is no mistake', async () => {
      await kept.destroyBallots('a', 'r');
      await kept.destroyBallots('a', 'r');
      expect((await read(kept, 'a')).heard).toEqual(['caughtUp']);
    });

    test('appending the same id again gives the first position and writes nothing; a ballot of an ended round is refused, also a repeated one', async () => {
      const hears = listen(kept, 'a');
      await hears.caughtUp;
      const [first, second] = await Promise.all([kept.append('a', ballot('r', 'vote', 'name')), kept.append('a', ballot('r', 'vote', 'name'))]);
      expect(second).toBe(first);
      await kept.destroyBallots('a', 'r');
      for (const name of ['name', 'another']) await expect(kept.append('a', ballot('r', 'vote', name))).rejects.toBeInstanceOf(RoundClosedError);
      await expect.poll(() => hears.heard).toEqual(['caughtUp', 'vote']);
      expect((await read(kept, 'a')).heard).toEqual(['caughtUp']);
      expect(await kept.append('a', event())).toBeGreaterThan(first);
    });

    test('destroying a lesson leaves nothing of it, and no other lesson is touched', async () => {
      await kept.append('a', event('gone'));
      await kept.append('b', event('kept'));
      await kept.destroyLesson('a');
      await kept.destroyLesson('a');
      expect((await read(kept, 'a')).heard).toEqual(['caughtUp']);
      expect((await read(kept, 'b')).heard).toEqual(['kept', 'caughtUp']);
    });

    test('who follows a lesson that is destroyed is let go by the close of the journal', async () => {
      const hears = listen(kept, 'a');
      await hears.caughtUp;
      await kept.append('a', event());
      await kept.destroyLesson('a');
      await kept.close();
      await hears.ended;
      expect(hears.heard).toEqual(['caughtUp', 'event']);
    });

    test('closing a round writes its result and destroys its ballots, and those of no other round or lesson', async () => {
      const fence = await kept.append('a', event('fence'));
      await Promise.all([kept.append('a', ballot('r', 'gone')), kept.append('a', ballot('s', 'kept')), kept.append('b', ballot('r', 'kept'))]);
      const hears = listen(kept, 'a');
      await hears.caughtUp;
      const position = await kept.closeRound('a', 'r', event('result'), fence);
      expect(position).toBeGreaterThan(fence);
      await expect.poll(() => hears.heard).toEqual(['fence', 'gone', 'kept', 'caughtUp', 'result']);
      expect((await read(kept, 'a')).heard).toEqual(['fence', 'kept', 'result', 'caughtUp']);
      expect((await read(kept, 'b')).heard).toEqual(['kept', 'caughtUp']);
      expect(await kept.append('a', event('next'), position)).toBeGreaterThan(position);
    });

    test('a ballot of a closed round is refused, in the same tick and later, a new one and a repeated one', async () => {
      const fence = await kept.append('a', event('fence'));
      const early = kept.append('a', ballot('r', 'vote', 'name'));
      const closed = kept.closeRound('a', 'r', event('result'), fence);
      const late = [kept.append('a', ballot('r', 'late')), kept.append('a', ballot('r', 'vote', 'name'))];
      await Promise.all([early, closed, ...late.map((one) => expect(one).rejects.toBeInstanceOf(RoundClosedError))]);
      for (const name of ['name', 'another']) await expect(kept.append('a', ballot('r', 'vote', name))).rejects.toBeInstanceOf(RoundClosedError);
      await kept.append('a', ballot('next'));
      expect((await read(kept, 'a')).heard).toEqual(['fence', 'result', 'ballot', 'caughtUp']);
    });

    test('a close after an event that is not the newest any more writes nothing and destroys nothing', async () => {
      const fence = await kept.append('a', event('fence'));
      await Promise.all([kept.append('a', ballot('r', 'one')), kept.append('a', ballot('r', 'two'))]);
      const newer = await kept.append('a', event('newer'));
      await expect(kept.closeRound('a', 'r', event('result', 'name'), fence)).rejects.toBeInstanceOf(ConflictError);
      expect((await read(kept, 'a')).heard).toEqual(['fence', 'one', 'two', 'newer', 'caughtUp']);
      await kept.append('a', ballot('r', 'three'));
      await kept.closeRound('a', 'r', event('result again'), newer);
      expect((await read(kept, 'a')).heard).toEqual(['fence', 'newer', 'result again', 'caughtUp']);
      await expect(kept.closeRound('a', 'r', event('result', 'name'), fence)).rejects.toBeInstanceOf(ConflictError);
    });

    test('a repeated close gives the first position and writes nothing, also after newer events; the ballots stay gone', async () => {
      const fence = await kept.append('a', event('fence'));
      await kept.append('a', ballot('r'));
      const close = () => kept.closeRound('a', 'r', event('result', 'name'), fence);
      const [first, second] = await Promise.all([close(), close()]);
      expect(second).toBe(first);
      await kept.append('a', event('newer'));
      expect(await close()).toBe(first);
      await expect(kept.append('a', ballot('r'))).rejects.toBeInstanceOf(RoundClosedError);
      expect((await read(kept, 'a')).heard).toEqual(['fence', 'result', 'newer', 'caughtUp']);
    });

    test('of two writers that close a round at once, one writes the result; the other is told so and finds it', async () => {
      const writers = [kept, await another(kept)];
      for (let number = 0; number < 20; number++) {
        const round = `round-${number}`;
        const fence = await kept.append('a', event('fence'));
        await Promise.all(writers.map((writer) => writer.append('a', ballot(round))));
        const closes = await Promise.allSettled(writers.map((writer, index) => writer.closeRound('a', round, event(`result of ${index}`), fence)));
        const [won] = closes.flatMap((close, index) => (close.status === 'fulfilled' ? [{ index, position: close.value }] : []));
        const refused = closes.flatMap((close) => (close.status === 'rejected' ? [close.reason] : []));
        expect(refused).toEqual([expect.any(ConflictError)]);
        for (const writer of writers)
          expect((await read(writer, 'a', fence)).entries).toMatchObject([{ position: won?.position, body: bytes(`result of ${won?.index}`) }]);
      }
    });

    test('between two writers a round has its result and no ballot, or no result and every ballot that was acknowledged', async () => {
      for (let seed = 1; seed <= 6; seed++) {
        const random = randomFrom(seed);
        const lesson = `lesson-${seed}`;
        const writers = [kept, await another(kept)].map((journal) => ({ journal, seen: 0 }));
        const acknowledged: { round: string; id: string }[] = [];
        const results: { round: string; id: string }[] = [];
        for (let number = 0; number < 60; number++) {
          const round = `round-${random.below(4)}`;
          // A writer that has not read on for a while does not know the newest event.
          for (const writer of writers)
            if (random.below(3) > 0)
              writer.seen = (await read(writer.journal, lesson)).entries.findLast(({ kind }) => kind === 'event')?.position ?? 0;
          const asked = writers.map(async ({ journal, seen }) => {
            const id = newToken();
            const does = random.below(12);
            if (does === 0) {
              await journal.closeRound(lesson, round, event('result', id), seen);
              results.push({ round, id });
            } else if (does < 3) await journal.append(lesson, event('event', id), seen);
            else {
              await journal.append(lesson, ballot(round, 'ballot', id));
              acknowledged.push({ round, id });
            }
          });
          for (const answer of await Promise.allSettled(asked))
            if (answer.status === 'rejected') expect([ConflictError, RoundClosedError]).toContain(answer.reason.constructor);
          const { entries } = await read(kept, lesson);
          const idsOf = (of: { id: string }[]) => of.map(({ id }) => id).sort();
          expect(idsOf(entries.filter((entry) => textOf(entry) === 'result'))).toEqual(idsOf(results));
          const open = acknowledged.filter((one) => !results.some((result) => result.round === one.round));
          expect(idsOf(entries.filter(({ kind }) => kind === 'ballot'))).toEqual(idsOf(open));
        }
        expect(results.length).toBeGreaterThan(0);
      }
    });

    test('closing the journal ends whoever follows it, and what was asked before is written', async () => {
      const hears = listen(kept, 'a');
      await hears.caughtUp;
      const asked = kept.append('a', event('last'));
      await kept.close();
      await hears.ended;
      expect(await asked).toBeGreaterThan(0);
      await expect.poll(() => hears.heard).toEqual(['caughtUp', 'last']);
    });
  });
}
