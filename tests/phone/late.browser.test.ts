import type { Page, Route } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import type { PhoneScreen } from '../../src/protocol/views/phone.ts';
import type { ChoiceView } from '../../src/protocol/views/vote.ts';
import { showing } from '../support/browser/browser.ts';
import { PhoneServer } from '../support/browser/phone-server.ts';
import { test } from '../support/browser/site.ts';
import { hangingLine } from '../support/server/hanging-line.ts';

const server = new PhoneServer();
beforeAll(() => server.listen());
afterAll(() => server.close());
beforeEach(() => {
  server.asked.length = 0;
});

const choice = (letter: ChoiceView['letter']): ChoiceView => ({ id: letter.toLowerCase(), letter, text: `Ik kies ${letter}`, short: letter });
const CHOICES = [choice('A'), choice('B')];
const VOTE: PhoneScreen = {
  kind: 'vote',
  vote: { round: 'd1-1', as: null, question: 'Wat doe jij?', context: null, drawing: null, held: false, choices: CHOICES },
  deadline: null,
  seconds: null,
  mine: null,
};
const LATE = /\/assets\/(rest|live)-[^/]*\.(js|css)/;

async function joins(page: Page): Promise<void> {
  server.screen = VOTE;
  await page.goto(`${server.origin}/#ACDEFG`, { waitUntil: 'commit' });
  await showing(page, 'vote');
}
const heading = (page: Page, name: string) => page.getByRole('heading', { name }).waitFor();
async function votes(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'A: Ik kies A' }).click({ force: true });
  await heading(page, 'Je keuze is verstuurd');
  expect(server.asked).toMatchObject([{ type: 'vote.cast', round: 'd1-1', choice: 'a' }]);
}

test('a phone votes without what comes after its first view, and shows the rest as soon as that comes', async ({ rack }) => {
  const page = await rack.phone();
  let broken = true;
  await page.route(LATE, (route) => (broken ? route.abort() : route.continue()));
  await joins(page);
  await votes(page);
  await page.getByRole('button', { name: 'Hulp' }).click();
  await page.getByText('Geen verbinding. We proberen het.').waitFor();
  server.show({ kind: 'closed', round: 'd1-1' });
  await heading(page, 'Verbinden…');
  broken = false;
  await heading(page, 'De stemming is dicht');
  await page.context().close();
});

test('a line that hangs is left for another', async ({ rack }) => {
  const page = await rack.phone();
  const hanging: Route[] = [];
  // Only the first time that each is asked for.
  await page.route(LATE, (route) => (route.request().url().includes('?') ? route.continue() : void hanging.push(route)));
  await joins(page);
  await expect.poll(() => hanging.length).toBeGreaterThan(0);
  await votes(page);
  await page.getByText('Wat koos de klas, denk je?').waitFor();
  await page.getByRole('button', { name: 'Hulp' }).click();
  await page.getByRole('dialog', { name: 'Hulp' }).waitFor();
  await page.context().close();
});

test('a phone whose network blocks websockets votes by polling, also where its code came only at the second try', async ({ rack }) => {
  const page = await rack.phone();
  let tries = 0;
  await page.route(/\/assets\/polling-/, (route) => {
    tries += 1;
    return tries === 1 ? route.abort() : route.continue();
  });
  await page.addInitScript(() => {
    class Blocked {
      onerror: ((fault: Event) => void) | null = null;
      constructor() {
        setTimeout(() => this.onerror?.(new Event('error')));
      }
      close() {}
    }
    Object.assign(window, { WebSocket: Blocked });
  });
  await joins(page);
  // On a busy machine a try that is slow is left for another.
  expect(tries).toBeGreaterThan(1);
  await votes(page);
  await page.context().close();
});

test.for(['unanswered', 'deaf'] as const)(
  'a phone whose websockets are %s votes by polling, and is in by it at once after a reload',
  async (kind, { rack }) => {
    const line = await hangingLine(server.origin, kind);
    const page = await rack.phone();
    // A private window, or a school's rule.
    const keeps = kind === 'unanswered';
    if (!keeps)
      await page.addInitScript(() => {
        const get = () => {
          throw new DOMException('blocked', 'SecurityError');
        };
        for (const storage of ['localStorage', 'sessionStorage']) Object.defineProperty(window, storage, { get });
      });
    server.screen = VOTE;
    const begun = performance.now();
    await page.goto(`${line.origin}/#ACDEFG`, { waitUntil: 'commit' });
    await showing(page, 'vote');
    console.log(`a phone whose websockets are ${kind}: on screen after ${Math.round(performance.now() - begun)} ms`);
    expect(line.tried.slice(0, 2)).toEqual(['websocket', 'polling']);
    await votes(page);
    // It has tried to upgrade, and asks for no websocket any more.
    await expect.poll(() => line.tried.slice(2)).toContain('websocket');
    line.tried = [];
    const reloaded = performance.now();
    await page.reload({ waitUntil: 'commit' });
    await showing(page, 'vote');
    console.log(`after a reload ${keeps ? '' : 'without storage '}on screen after ${Math.round(performance.now() - reloaded)} ms`);
    expect(line.tried[0]).toBe(keeps ? 'polling' : 'websocket');
    await page.context().close();
    await line.close();
  },
);
