import type { Page } from 'playwright';
import { expect } from 'vitest';
import { click, forward, openBoard } from '../support/browser/board.ts';
import { becomes, nothingCut, picture, showing } from '../support/browser/browser.ts';
import { test } from '../support/browser/site.ts';
import { Classroom } from '../support/server/classroom.ts';

/** A browser that lets no page sound before a click or a key, as a real one does and a headless one does not. */
const HOLDS_SOUND = () => {
  const state = Object.getOwnPropertyDescriptor(BaseAudioContext.prototype, 'state');
  const resume = AudioContext.prototype.resume;
  let held = true;
  Object.defineProperty(BaseAudioContext.prototype, 'state', {
    get() {
      return held ? 'suspended' : state?.get?.call(this);
    },
  });
  AudioContext.prototype.resume = async function () {
    held &&= !navigator.userActivation.isActive;
    await resume.call(this);
    this.dispatchEvent(new Event('statechange'));
  };
};

/** Counts frames, and notes at which the rest screen was asked for and was there; the browser itself tells how long until it was painted. */
const WATCHES_REST = () => {
  const seen = { frame: 0, asked: -1, there: -1, painted: 0 };
  Object.assign(globalThis, { rest: seen });
  const count = () => {
    seen.frame += 1;
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
  addEventListener('keydown', (event) => event.key === '.' && seen.asked < 0 && (seen.asked = seen.frame), true);
  new MutationObserver(() => {
    const calm = document.querySelector<HTMLElement>('[data-testid="paused"]');
    if (calm && !calm.hidden && seen.there < 0) seen.there = seen.frame;
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['hidden'] });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'keydown' && seen.asked >= 0 && seen.painted === 0) seen.painted = entry.duration;
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
};

const kept = (stage: Page) => stage.evaluate(() => JSON.parse(localStorage.getItem('stage-comfort') ?? '{}'));
const said = (stage: Page) => stage.evaluate(() => document.querySelector('#mirror')?.textContent ?? '');
const visible = (stage: Page, selector: string) => stage.locator(selector).isVisible();

test('a lesson with the keyboard alone, without motion, in large text and high contrast: nothing cut, heard in words, kept', async ({
  school,
  rack,
}) => {
  const room = await Classroom.of(school, 8);
  const context = await rack.context({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce', everyFrame: true });
  const stage = await context.newPage();
  await stage.addInitScript(HOLDS_SOUND);
  await stage.addInitScript(WATCHES_REST);
  await openBoard(stage, school.origin, room.keys);
  await showing(stage, 'lobby');
  expect(await stage.evaluate(() => document.documentElement.dataset.motion)).toBe('still');

  // The browser holds the sound back: the board says so, and any key lets it through. Then the music has its words.
  expect(await stage.getByTestId('unlock').innerText()).toContain('Klik voor geluid');
  await stage.keyboard.press('i');
  await stage.getByTestId('unlock').waitFor({ state: 'hidden' });

  // "Beeld en geluid", with arrows, Tab and space.
  const panel = stage.getByRole('dialog', { name: 'Beeld en geluid' });
  await panel.waitFor();
  await stage.keyboard.press('ArrowRight');
  await stage.keyboard.press('ArrowRight');
  await stage.keyboard.press('Tab');
  expect(await stage.evaluate(() => document.activeElement?.getAttribute('data-name'))).toBe('contrast');
  await stage.keyboard.press('Space');
  await nothingCut(stage);
  await picture(stage, 'stage-comfort-panel');
  await stage.keyboard.press('Escape');
  await panel.waitFor({ state: 'hidden' });
  await stage.keyboard.press('=');
  await stage.getByText('Volume 8 van 10').waitFor();
  await stage.keyboard.press('-');
  await stage.getByText('Volume 7 van 10').waitFor();
  await stage.keyboard.press('-');
  await stage.keyboard.press('m');
  await stage.getByText('Het geluid is uit').waitFor();
  expect(await kept(stage)).toEqual({ scale: 1.5, contrast: true, volume: 6, muted: true });

  // A reload keeps it all; a board whose sound is off asks for no click.
  await stage.reload();
  await showing(stage, 'lobby');
  expect(await stage.evaluate(() => [document.documentElement.dataset.contrast, document.documentElement.style.getPropertyValue('--text')])).toEqual([
    'high',
    '1.5',
  ]);
  expect(await visible(stage, '.unlock')).toBe(false);
  await stage.keyboard.press('m');
  await stage.getByText('Het geluid is aan').waitFor();
  await picture(stage, 'stage-comfort-lobby');

  await stage.keyboard.press('Space');
  await stage.getByRole('dialog').waitFor();
  await nothingCut(stage);
  await stage.keyboard.type('9');
  await stage.keyboard.press('Enter');
  await showing(stage, 'scene');
  await nothingCut(stage);
  await picture(stage, 'stage-comfort-scene');

  // The pause screen is there before the next frame, whatever the network does, and goes with the same key.
  await stage.keyboard.press('.');
  await stage.getByTestId('paused').waitFor();
  await nothingCut(stage);
  const rest = await stage.evaluate(() => (globalThis as unknown as { rest: Record<string, number> }).rest);
  expect(rest.there).toBe(rest.asked);
  console.log(`rest: painted ${rest.painted} ms after the key`);
  expect(await said(stage)).toBe('Even pauze');
  await picture(stage, 'stage-comfort-calm');
  await stage.keyboard.press('.');
  await stage.getByTestId('paused').waitFor({ state: 'hidden' });

  await click(stage, ['question']);
  await picture(stage, 'stage-comfort-question');
  await forward(stage, 'Space');
  await showing(stage, 'vote');
  // The opening is heard, seen and read out.
  await stage.getByTestId('heard').waitFor();
  expect(await stage.getByTestId('heard').innerText()).toContain('stemmen begint');
  await becomes(stage, () => document.querySelector('#mirror')?.textContent?.includes('Geluid: stemmen begint'));
  for (const [index, phone] of room.phones.entries()) expect((await phone.votes(index % 2)).ok).toBe(true);
  await becomes(stage, () => document.querySelector('#mirror')?.textContent?.includes('Iedereen koos'));
  await nothingCut(stage);
  await picture(stage, 'stage-comfort-vote');
  await room.closeVote();
  await becomes(stage, () => document.documentElement.dataset.screen !== 'vote');
  await click(stage, ['reveal']);
  await becomes(stage, () => document.querySelector('#mirror')?.textContent?.includes('Zo gaat het verhaal verder'));
  await nothingCut(stage);
  await picture(stage, 'stage-comfort-reveal');

  // Without captions nothing is written beside what is heard.
  await stage.keyboard.press('i');
  await stage.getByRole('switch', { name: 'Bijschrift bij geluid' }).focus();
  await stage.keyboard.press('Space');
  await stage.keyboard.press('Escape');
  expect(await kept(stage)).toMatchObject({ captions: false });
});

test('the music goes round without a join that can be heard, as this browser decodes it', async ({ school, rack }) => {
  const stage = await rack.screen();
  await stage.goto(`${school.origin}/docent`);
  const music = (await import('node:fs')).readFileSync(new URL('../../assets/sounds/music-calm.ogg', import.meta.url)).toString('base64');
  const found = await stage.evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    const sound = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(bytes.buffer);
    const wave = sound.getChannelData(0);
    const [start, end] = [24_000, 24_000 + Math.round(29.090_916_667 * 48_000)];
    const at = (index: number) => wave[index] ?? 0;
    let [usual, power, off] = [0, 0, 0];
    for (let i = -20_000; i < 20_000; i += 1) {
      usual = Math.max(usual, Math.abs(at(end + i) - at(end + i - 1)));
      power += at(start + i) ** 2;
      off += (at(start + i) - at(end + i)) ** 2;
    }
    return { seconds: sound.duration, step: Math.abs(at(start) - at(end - 1)), usual, difference: 10 * Math.log10(off / power) };
  }, music);
  expect(found.seconds).toBeGreaterThan(30);
  expect(found.step).toBeLessThan(found.usual);
  expect(found.difference).toBeLessThan(-15);
});
