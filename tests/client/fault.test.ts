import { afterEach, expect, test, vi } from 'vitest';
import { findFault } from '../../src/client/fault.ts';

afterEach(() => vi.unstubAllGlobals());
function network(onLine: boolean, answer: () => Promise<{ ok: boolean }>) {
  vi.stubGlobal('navigator', { onLine });
  vi.stubGlobal('fetch', answer);
}
const silence = () => Promise.reject(new TypeError('no answer'));
const says = (ok: boolean) => () => Promise.resolve({ ok });
const SCHOOL = 'http://192.168.178.20:4500';

test.each([
  ['a device without a network', false, silence, SCHOOL, 'device'],
  ['a proxy whose server is gone', true, says(false), SCHOOL, 'server'],
  ['a server that is back', true, says(true), SCHOOL, null],
  ['nothing that answers', true, silence, SCHOOL, 'unclear'],
  // There the network does not matter.
  ['a server on this computer', false, silence, 'http://localhost:4500', 'server'],
] as const)('%s is told from others', async (_, onLine, answer, origin, fault) => {
  network(onLine, answer);
  expect(await findFault(origin)).toBe(fault);
});

test('of a server that keeps it waiting a page does not wait for ever to hear', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => new Promise((__, fail) => signal?.addEventListener('abort', fail)));
  const found = findFault(SCHOOL);
  await vi.advanceTimersByTimeAsync(4000);
  vi.useRealTimers();
  expect(await found).toBe('unclear');
});
