import { expect, test } from 'vitest';
import { MemoryJournal } from '../../src/session/memory-journal.ts';
import { describeJournal, event, listen } from '../support/server/journal-contract.ts';

const open = () => {
  let clock = 1000;
  return new MemoryJournal(() => clock++);
};

describeJournal(open, (first) => first);

test('a follower has heard an entry before its writer is told', async () => {
  const kept = open();
  const hears = listen(kept, 'a');
  await kept.append('a', event('mine')).then(() => hears.heard.push('told'));
  expect(hears.heard).toEqual(['caughtUp', 'mine', 'told']);
});
