import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Route } from 'playwright';
import { PNG } from 'pngjs';
import { expect } from 'vitest';
import { clickThrough, forward, openBoard } from '../support/browser/board.ts';
import { becomes, nothingCut, picture, SCHOOL_PC, showing } from '../support/browser/browser.ts';
import { hearLettering, lettering } from '../support/browser/lettering.ts';
import { test } from '../support/browser/site.ts';
import { Classroom } from '../support/server/classroom.ts';
import { diskOf } from '../support/server/disk.ts';

const MINUTE_AGO = 'const now = Date.now; Date.now = () => now() - 62_000;';

test('a phone whose vote a full disk refuses says so, and says that nothing was counted', async ({ opens, rack }) => {
  const school = await opens({}, diskOf(1000));
  const room = await Classroom.of(school, 8);
  const phone = await rack.phone();
  await phone.goto(`${school.origin}/#${room.code}`);
  await showing(phone, 'lobby');
  await room.confirms(9);
  await room.until('question');
  await room.next();
  const { screen } = await room.phones[0]!.sees('vote');
  const { round, choices } = screen.kind === 'vote' ? screen.vote : { round: '', choices: [] };
  let counter = 0;
  while (counter < 600) {
    counter += 1;
    const answer = await room.phones[0]!.ask({ type: 'vote.cast', round, choice: choices[counter % 2]!.id, counter });
    if (!answer.ok) break;
  }
  await showing(phone, 'vote');
  await phone.getByRole('radio').first().click({ force: true });
  await phone.getByText('Je keuze is niet geteld').first().waitFor();
  await picture(phone, 'phone-disk-full');
  await nothingCut(phone);
});

test('when nobody has joined after a minute the board lists what to check, and the way without phones', async ({ opens, rack }) => {
  // The lesson began a minute ago: on a server whose date was that far behind, and is right now. Without a heartbeat it is believed.
  const school = await opens({ NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(MINUTE_AGO)}` });
  const room = await Classroom.of(school, 0);
  room.leave();
  await school.close();
  delete school.env.NODE_OPTIONS;
  rmSync(join(school.dataDir, 'heartbeat'));
  await school.open();
  const stage = await rack.screen();
  await openBoard(stage, room.school.origin, room.keys);
  await showing(stage, 'lobby');
  expect(stage.url()).toBe(`${school.origin}/bord`);
  await expect
    .poll(() => stage.evaluate(() => document.querySelector('#mirror')?.textContent ?? ''))
    .toMatch(/wifi.*‘Lokaal netwerk’.*adblocker.*praat en kies samen/i);
  // A screen reader's list of headings has the story.
  expect(await stage.getByRole('heading', { level: 1 }).allTextContents()).toEqual(['Buitengesloten']);
  await picture(stage, 'stage-lobby-lonely');
  const small = await rack.screen(1366, 768);
  await openBoard(small, room.school.origin, room.keys);
  await showing(small, 'lobby');
  await picture(small, 'stage-lobby-1366');
});

test('a teacher with a clicker alone counts again when a phone joins after the count, and takes one away that is too many', async ({
  school,
  rack,
}) => {
  const room = await Classroom.of(school, 8);
  const stage = await rack.screen(1366, 768);
  await openBoard(stage, room.school.origin, room.keys);
  await showing(stage, 'lobby');
  await room.confirms(8);
  await room.joins(1);
  const counting = stage.getByRole('dialog', { name: 'Hoeveel leerlingen zijn er?' });
  const presses = async (...keys: string[]) => {
    for (const key of keys) await stage.keyboard.press(key);
  };
  await becomes(stage, () => /9 doen mee/.test(document.querySelector('#mirror')?.textContent ?? ''));
  // A clicker has two keys: forward presses the button, back goes to the next one.
  await forward(stage);
  await counting.getByText('9 telefoons, 8 leerlingen geteld.').waitFor();
  // The number that was counted before would change nothing.
  expect(await counting.getByRole('button', { name: 'Klopt' }).isDisabled()).toBe(true);
  await presses('PageUp', 'PageDown', 'PageUp', 'PageUp', 'PageDown');
  await showing(stage, 'scene');

  // Somebody who comes in during the story is named at once, and asked for before the next vote.
  await room.joins(1);
  await stage.getByText('10 telefoons, 9 leerlingen geteld.').waitFor();
  await picture(stage, 'stage-arrived');
  await room.until('question');
  await showing(stage, 'question');
  await forward(stage);
  await counting.getByText('10 telefoons, 9 leerlingen geteld.').waitFor();
  // What is true changes while it stands there.
  await room.joins(1);
  await counting.getByText('11 telefoons, 9 leerlingen geteld.').waitFor();
  await room.desk.ask({ type: 'seat.remove', seat: 10 });
  await counting.getByText('10 telefoons, 9 leerlingen geteld.').waitFor();
  await clickThrough(stage, /^Eerst stemmen/);
  await showing(stage, 'vote');
  await Promise.all(room.phones.slice(0, 9).map((phone) => phone.votes(0)));
  await room.closeVote();
  await showing(stage, 'recount');
  await picture(stage, 'stage-recount');
  await forward(stage);
  await counting.getByText('10 telefoons, 9 leerlingen geteld.').waitFor();
  await picture(stage, 'stage-recount-dialog');
  await nothingCut(stage);
  // There are nine pupils and one phone too many, which is connected: it goes by its creature.
  await presses('PageUp', 'PageUp', 'PageUp', 'PageDown');
  const which = stage.getByRole('dialog', { name: 'Welke telefoon haal je weg?' });
  await which.waitFor();
  await picture(stage, 'stage-removal');
  await nothingCut(stage);
  await presses('PageUp', 'PageUp', 'PageUp', 'PageUp', 'PageUp', 'PageUp', 'PageUp', 'PageUp', 'PageUp', 'PageDown');
  await stage.getByRole('dialog', { name: 'weghalen?' }).waitFor();
  await picture(stage, 'stage-removal-sure');
  expect(room.phones[9]!.dismissed).toBe(null);
  await presses('PageUp', 'PageDown');
  await expect.poll(() => room.phones[9]!.dismissed).toBe('seat-removed');
  await becomes(stage, () => ['talk', 'reveal'].includes(document.documentElement.dataset.screen ?? ''));
});

test('a board and a phone that were frozen show what is there when they go on, and nothing of what they missed', async ({ school, rack }) => {
  const room = await Classroom.of(school, 8);
  const [stage, phone] = [await rack.screen(1366, 768), await rack.phone()];
  await openBoard(stage, school.origin, room.keys);
  await phone.goto(`${school.origin}/#${room.code}`);
  await showing(phone, 'lobby');
  await room.confirms(9);
  await room.next();
  await showing(stage, 'scene');
  const seen: string[] = [];
  await stage.exposeFunction('saw', (screen: string) => seen.push(screen));
  await stage.evaluate(() => {
    const page = document.documentElement;
    const look = () => (window as unknown as { saw(screen: string): void }).saw(`${page.dataset.screen} ${page.dataset.node}`);
    new MutationObserver(look).observe(page, { attributeFilter: ['data-screen-revision'] });
  });
  // As a tab that a browser puts to sleep: nothing of the page runs, and what is sent to it waits.
  const thaws = await Promise.all([stage, phone].map(frozen));
  const { screen } = await room.until('question');
  await room.next();
  await Promise.all(room.phones.slice(0, 6).map((one) => one.votes(0)));
  await Promise.all(thaws.map((thaw) => thaw()));
  await showing(phone, 'vote');
  await showing(stage, 'vote');
  await becomes(stage, () => /6 van 9/.test(document.querySelector('#mirror')?.textContent ?? ''));
  expect([...new Set(seen)]).toEqual([`vote ${screen.kind === 'question' ? screen.vote.node : ''}`]);
});

/** Stops the page where it is; what it gives lets it go on. */
async function frozen(page: Page): Promise<() => Promise<void>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Debugger.enable');
  await devtools.send('Debugger.pause');
  return async () => {
    await devtools.send('Debugger.resume');
    await devtools.detach();
  };
}

test('a browser without the keys of a lesson gets a signpost on the board, and an honest page on a wrong path', async ({ school, rack }) => {
  const page = await rack.screen(1366, 768);
  await page.goto(`${school.origin}/bord`);
  await showing(page, 'signpost');
  await picture(page, 'stage-signpost');
  for (const path of ['/bestaat-niet', '/docent/bestaat/niet', '/bord/niet/']) {
    const response = await page.goto(`${school.origin}${path}`);
    expect([path, response?.status()]).toEqual([path, 404]);
    await showing(page, 'code');
  }
});

test('a teacher who types a slash too many or a capital comes to the page that was meant', async ({ school, rack }) => {
  const page = await rack.screen(1366, 768);
  for (const path of ['/docent/', '/Docent', '/DOCENT/?a=b']) {
    await page.goto(`${school.origin}${path}`);
    await showing(page, 'home');
    expect(page.url()).toBe(`${school.origin}/docent`);
  }
  const { keys } = await Classroom.of(school, 0);
  await openBoard(page, school.origin, keys);
  await page.goto(`${school.origin}/Bord/`);
  await showing(page, 'lobby');
  await page.goto(`${school.origin}/privacy/EN/`);
  expect(page.url()).toBe(`${school.origin}/privacy/en`);
});

test('a teacher who mistypes the teacher code reads it, and starts the lesson with the right one, however many others were wrong', async ({
  opens,
  rack,
}) => {
  const school = await opens({ TEACHER_CODE: 'molenwiek-in-de-wind' });
  for (let tries = 0; tries < 30; tries++) await expect(school.startLesson('groepsapp', `wrong ${tries}`)).rejects.toThrow('teacher-code-wrong');
  const desk = await rack.screen(1366, 768);
  await desk.goto(`${school.origin}/docent#klaarzetten/groepsapp`);
  await showing(desk, 'prepare');
  const starts = async (code: string) => {
    await desk.getByLabel('Docentcode').fill(code);
    await desk.getByRole('button', { name: 'Start de les' }).first().click();
  };
  await starts('molenwiek-in-de-win');
  await desk.getByText('De docentcode klopt niet. Vraag hem aan je school.').waitFor();
  await picture(desk, 'desk-wrong-code');
  await starts('molenwiek-in-de-wind');
  await showing(desk, 'lobby');
});

test.for<[string, (route: Route) => unknown]>([
  ['are refused', (route) => route.abort()],
  // No answer: the request stays open.
  ['are never answered', () => {}],
])('a board whose fonts %s by a filter draws in the letters of the computer', async ([, answer], { school, rack }) => {
  const room = await Classroom.of(school, 0);
  const stage = await rack.screen(1366, 768);
  await stage.route('**/*.woff2', answer);
  // A page with an open request never counts as loaded.
  await openBoard(stage, room.school.origin, room.keys, { waitUntil: 'commit' });
  await showing(stage, 'lobby');
});

test('where a browser blocks its storage, board and start page open all the same', async ({ school, rack }) => {
  const page = await rack.screen(1366, 768);
  await page.context().addInitScript(() => {
    const blocked = {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    };
    for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, blocked);
  });
  await page.goto(`${school.origin}/docent`);
  await showing(page, 'home');
  const opened = page.context().waitForEvent('page');
  await page.getByRole('article', { name: 'Buitengesloten' }).getByRole('button', { name: 'Start de les' }).click();
  const board = await opened;
  await showing(board, 'lobby');
  expect(board.url()).toBe(`${school.origin}/bord`);
  // Its only memory is the page that opened it.
  await board.reload();
  await showing(board, 'lobby');
});

/** So many pictures that are decoded next fail. */
const refuse = (page: Page, count: number) => page.evaluate((next) => void Object.assign(window, { refusing: next }), count);
const brokenPictures = (count: number) => `
  window.refusing = ${count};
  const decode = HTMLImageElement.prototype.decode;
  HTMLImageElement.prototype.decode = function () {
    window.refusing -= 1;
    return window.refusing < 0 ? decode.call(this) : Promise.reject(new DOMException('The source image cannot be decoded.', 'EncodingError'));
  };`;

test('a picture of the board that cannot be decoded is drawn anew', async ({ school, rack }) => {
  const room = await Classroom.of(school, 0);
  const stage = await rack.screen(1366, 768);
  await stage.addInitScript(brokenPictures(1));
  await hearLettering(stage);
  await openBoard(stage, room.school.origin, room.keys);
  await showing(stage, 'lobby');
  expect(await lettering(stage)).not.toEqual([]);
});

test('where no picture can be decoded the keys of the board go on, and what comes after that is drawn', async ({ school, rack }) => {
  const room = await Classroom.of(school, 0);
  const stage = await rack.screen(1366, 768);
  await stage.addInitScript(brokenPictures(1e9));
  await hearLettering(stage);
  await openBoard(stage, room.school.origin, room.keys);
  await showing(stage, 'lobby');
  expect(await lettering(stage)).toEqual([]);
  await forward(stage);
  await stage.keyboard.type('5');
  await stage.getByRole('dialog').getByRole('button', { name: 'Klopt' }).click();
  await showing(stage, 'scene');
  await refuse(stage, 0);
  await stage.keyboard.press('PageDown');
  await expect.poll(async () => (await lettering(stage)).length).toBeGreaterThan(0);
  expect(rack.complaints.splice(0).join()).toMatch(/cannot be decoded/);
});

/** A graphics card, as far as the board looks for one: the one of a test draws in software. */
const aCard = () => {
  const parameter = WebGLRenderingContext.prototype.getParameter;
  WebGLRenderingContext.prototype.getParameter = function (name) {
    // UNMASKED_RENDERER_WEBGL
    return name === 0x9246 ? 'A card' : parameter.call(this, name);
  };
};

test('a board whose graphics card loses all that was drawn says so and draws it again, at the same place, and without the card where it refuses', async ({
  school,
  rack,
}) => {
  const room = await Classroom.of(school, 0);
  await room.confirms(8);
  await room.until('scene');
  const stage = await rack.screen(1366, 768);
  await stage.addInitScript(aCard);
  await openBoard(stage, school.origin, room.keys);
  await showing(stage, 'scene');
  /** Whether anything is drawn, and with what. */
  const drawn = async () => {
    const { data } = PNG.sync.read(await stage.screenshot());
    const seen = new Set<number>();
    for (let at = 0; at < data.length; at += 4000) seen.add(data.readUInt32BE(at));
    if (seen.size < 20) return 'nothing';
    return stage.evaluate(() => (document.querySelector<HTMLCanvasElement>('#board canvas')?.getContext('2d') ? 'a canvas' : 'WebGL'));
  };
  const lose = () =>
    stage.evaluate(() => {
      const said: string[] = [];
      Object.assign(window, { said });
      new MutationObserver(() => said.push(document.querySelector('[class*="notes"]')?.textContent ?? '')).observe(document.body, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
      document.querySelector<HTMLCanvasElement>('#board canvas')?.getContext('webgl')?.getExtension('WEBGL_lose_context')?.loseContext();
    });
  const said = () => stage.evaluate(() => (window as unknown as { said: string[] }).said.join());
  await expect.poll(drawn).toBe('WebGL');
  await lose();
  await expect.poll(said).toContain('Het beeld viel weg.');
  await expect.poll(drawn).toBe('WebGL');
  expect(await stage.getByText('Het beeld viel weg.').isVisible()).toBe(false);
  // The next card gives no WebGL any more.
  await stage.evaluate(() => {
    const given = HTMLCanvasElement.prototype.getContext;
    Object.assign(HTMLCanvasElement.prototype, {
      getContext(this: HTMLCanvasElement, ...asked: [string]) {
        return /webgl/.test(asked[0]) && !this.isConnected ? null : given.apply(this, asked);
      },
    });
  });
  await lose();
  await expect.poll(drawn).toBe('a canvas');
  await stage.keyboard.press('PageDown');
  await showing(stage, 'scene');
  expect(await stage.getByText('Het beeld viel weg.').isVisible()).toBe(false);
});

test('on http, where browsers hide their wake lock, a film that nobody sees keeps the screen awake', async ({ opens, rack }) => {
  const school = await opens({ HOST: '0.0.0.0' });
  const room = await Classroom.of(school, 0);
  const stage = await rack.screen(1366, 768);
  await openBoard(stage, school.origin.replace('127.0.0.1', SCHOOL_PC), room.keys);
  await showing(stage, 'lobby');
  expect(await stage.evaluate(() => isSecureContext)).toBe(false);
  await becomes(stage, () => {
    const film = document.querySelector('video');
    return film && !film.paused && film.muted && film.videoWidth > 0 && film.currentTime > 0;
  });
  // What a browser asks of a film that may keep the screen on: enough of the page, and nearly all of it in sight.
  const share = await stage.evaluate(() => {
    const { width, height } = document.querySelector('video')!.getBoundingClientRect();
    return (width * height) / (innerWidth * innerHeight);
  });
  expect(share).toBeGreaterThan(0.2);
});
