import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConflictError, type Journal, RoundClosedError } from '../../../src/session/journal.ts';
import { ballot, event, listen, read } from './journal-contract.ts';

/**
 * What every journal promises besides that outlives its process. `open` with the same `store` gives what was kept there; the journal
 * takes its stamps from `clock`, in ms. What no files or rows may tell is for each store to test: only it knows where to look.
 */
export function describeDurableJournal(open: (store: string, clock: () => number) => Journal | Promise<Journal>): void {
  describe('what every journal promises that outlives its process:', () => {
    let kept: Journal;
    let now: number;
    const tick = () => now++;
    beforeEach(async () => {
      now = 1000;
      kept = await open('lessons', tick);
    });
    afterEach(() => kept.close());

    async function reopen(): Promise<void> {
      await kept.close();
      kept = await open('lessons', tick);
    }

    test('the order of a lesson is total and the same for everybody, events and ballots alike, and after a restart', async () => {
      const during = listen(kept, 'a');
      await during.caughtUp;
      const positions = await Promise.all(
        ['one', 'two', 'three', 'four'].map((text, index) => kept.append('a', index % 2 ? ballot('r', text) : event(text))),
      );
      expect(positions).toEqual([...positions].sort((x, y) => x - y));
      expect(new Set(positions).size).toBe(4);
      const after = await read(kept, 'a');
      await expect.poll(() => during.heard).toEqual(['caughtUp', 'one', 'two', 'three', 'four']);
      await reopen();
      const again = await read(kept, 'a');
      expect(after.heard).toEqual(['one', 'two', 'three', 'four', 'caughtUp']);
      expect(again.entries).toEqual(after.entries);
      expect(again.entries).toEqual(during.entries);
      expect(again.entries.map((entry) => [entry.kind, entry.at])).toEqual([
        ['event', 1000],
        ['ballot', 1001],
        ['event', 1002],
        ['ballot', 1003],
      ]);
    });

    test('the order goes on upwards after a restart, also where the newest entry was destroyed', async () => {
      await kept.append('a', event());
      const last = await kept.append('a', ballot('r'));
      await kept.destroyBallots('a', 'r');
      const before = await kept.append('a', event());
      expect(before).toBeGreaterThan(last);
      await reopen();
      expect(await kept.append('a', event())).toBeGreaterThan(before);
    });

    test('the order is that of time too: a clock that is set back does not set a stamp back, nor does a restart', async () => {
      now = 5000;
      await kept.append('a', ballot('r', 'late'));
      now = 2000;
      await kept.append('a', event('later'));
      await reopen();
      now = 3000;
      await kept.append('a', event('latest'));
      expect((await read(kept, 'a')).entries.map((entry) => entry.at)).toEqual([5000, 5000, 5000]);
    });

    test('the positions and stamps of events tell nothing of how many ballots there were', async () => {
      const events = async (store: string, ballots: number) => {
        now = 1000;
        const journal = await open(store, () => 1000);
        for (const name of ['one', 'two', 'three']) {
          await journal.append('a', event(name, name));
          await Promise.all(Array.from({ length: ballots }, () => journal.append('a', ballot('r'))));
        }
        await journal.destroyBallots('a', 'r');
        await journal.append('a', event('last', 'last'));
        const { entries } = await read(journal, 'a');
        await journal.close();
        return entries;
      };
      const few = await events('few', 1);
      expect(few).toHaveLength(4);
      expect(await events('many', 40)).toEqual(few);
    });

    test('a follower has heard an entry before its writer is told', async () => {
      const hears = listen(kept, 'a');
      await hears.caughtUp;
      await kept.append('a', event('mine')).then(() => hears.heard.push('acknowledged'));
      expect(hears.heard).toEqual(['caughtUp', 'mine', 'acknowledged']);
    });

    test('a follower gets the backlog, then the sign that it is read, then what is new, each once', async () => {
      await kept.append('a', event('old'));
      const pending = kept.append('a', event('on its way'));
      const hears = listen(kept, 'a');
      await pending;
      await hears.caughtUp;
      await kept.append('a', event('new'));
      expect(hears.heard.filter((heard) => heard !== 'caughtUp')).toEqual(['old', 'on its way', 'new']);
      expect(hears.heard.filter((heard) => heard === 'caughtUp')).toHaveLength(1);
    });

    test('a repeated name gives the first position and writes nothing, before and after a restart', async () => {
      const hears = listen(kept, 'a');
      await hears.caughtUp;
      const [first, second] = await Promise.all([kept.append('a', ballot('r', 'vote', 'name')), kept.append('a', ballot('r', 'vote', 'name'))]);
      expect(second).toBe(first);
      expect(await kept.append('a', event('other', 'name'))).toBe(first);
      expect(hears.heard).toEqual(['caughtUp', 'vote']);
      await reopen();
      expect(await kept.append('a', ballot('r', 'vote', 'name'))).toBe(first);
      expect(await kept.append('b', ballot('r', 'vote', 'name'))).not.toBe(first);
    });

    test('what was asked before the journal is closed is written', async () => {
      const asked = kept.append('a', event('last'));
      await reopen();
      await asked;
      expect((await read(kept, 'a')).heard).toEqual(['last', 'caughtUp']);
    });

    test('a destroyed round refuses every later ballot after a restart, and a repeated one too', async () => {
      const early = kept.append('a', ballot('r', 'early', 'name'));
      const destroyed = kept.destroyBallots('a', 'r');
      const late = kept.append('a', ballot('r', 'late'));
      await Promise.all([expect(late).rejects.toBeInstanceOf(RoundClosedError), early, destroyed]);
      await expect(kept.append('a', ballot('r', 'early', 'name'))).rejects.toBeInstanceOf(RoundClosedError);
      await reopen();
      await expect(kept.append('a', ballot('r'))).rejects.toBeInstanceOf(RoundClosedError);
      await kept.append('a', ballot('next'));
      expect((await read(kept, 'a')).heard).toEqual(['ballot', 'caughtUp']);
    });

    test('a writer that made place for another, which wrote meanwhile, conflicts at its close and destroys nothing', async () => {
      const fence = await kept.append('a', event('fence'));
      await kept.append('a', ballot('r', 'vote'));
      await reopen();
      await kept.append('a', event('of the other'));
      await reopen();
      await expect(kept.closeRound('a', 'r', event('result'), fence)).rejects.toBeInstanceOf(ConflictError);
      const { heard, entries } = await read(kept, 'a');
      expect(heard).toEqual(['fence', 'vote', 'of the other', 'caughtUp']);
      await reopen();
      const newest = entries.findLast(({ kind }) => kind === 'event')?.position ?? 0;
      const position = await kept.closeRound('a', 'r', event('result', 'name'), newest);
      await reopen();
      expect(await kept.closeRound('a', 'r', event('result', 'name'), newest)).toBe(position);
      await expect(kept.append('a', ballot('r'))).rejects.toBeInstanceOf(RoundClosedError);
      expect((await read(kept, 'a')).heard).toEqual(['fence', 'of the other', 'result', 'caughtUp']);
    });
  });
}
