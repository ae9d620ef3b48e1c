import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { Released } from '../../src/protocol/released.ts';
import type { PhoneScreen } from '../../src/protocol/views/phone.ts';
import type { ChoiceView } from '../../src/protocol/views/vote.ts';
import { accessible, nothingCut, picture, type Rack, showing, smallTargets, spilt } from '../support/browser/browser.ts';
import { PhoneServer } from '../support/browser/phone-server.ts';
import { test } from '../support/browser/site.ts';

const WORDS = [
  { word: 'beheerder', meaning: 'Wie in een groep berichten mag weghalen.' },
  { word: 'groep', meaning: 'Te kort: de klassengroep staat er ook.' },
  { word: 'oude groep', meaning: 'De groep van vorig jaar.' },
  { word: 'kick', meaning: 'Staat alleen als deel van een ander woord op het scherm.' },
  { word: 'Mentor', meaning: 'De leraar die jouw klas begeleidt.' },
];
const choice = (letter: ChoiceView['letter'], text: string): ChoiceView => ({ id: letter.toLowerCase(), letter, text, short: `kort ${letter}` });
const CHOICES = [
  choice('A', 'Ik stuur Daan: ‘Kom je ook in de oude groep?’'),
  choice('B', 'Ik vraag de beheerder: waarom?'),
  choice('C', 'Ik vertel het aan onze mentor.'),
  choice('D', 'Ik zeg niks en wacht af wat er gebeurt.'),
];
type VoteScreen = Extract<PhoneScreen, { kind: 'vote' }>;
function vote(more: Partial<VoteScreen['vote']> = {}): VoteScreen {
  const question = 'Daan is gekickt. Wat doe jij als BEHEERDER?';
  return {
    kind: 'vote',
    vote: { round: 'd1-1', as: 'Jij bent Yara', question, context: null, drawing: null, held: false, choices: CHOICES, ...more },
    deadline: null,
    seconds: null,
    mine: null,
  };
}

const server = new PhoneServer(WORDS);
const { asked } = server;
let rack: Rack;

beforeAll(() => server.listen());
afterAll(() => server.close());
test.beforeEach(({ rack: ofTest }) => {
  rack = ofTest;
  asked.length = 0;
});

type Voice = { lang: string; localService: boolean };
const DUTCH = { lang: 'nl_NL', localService: true };

/** A phone whose speech is written down in `window.spoken` instead of heard. */
async function phone(first: PhoneScreen, voices: Voice[] = [DUTCH]): Promise<Page> {
  server.screen = first;
  const page = await rack.phone();
  await page.addInitScript((known) => {
    const spoken: string[] = [];
    const synthesis = {
      getVoices: () => known,
      speak: ({ text }: { text: string }) => void spoken.push(text),
      cancel: () => void spoken.push('(silence)'),
    };
    Object.defineProperties(window, { speechSynthesis: { value: synthesis }, spoken: { value: spoken } });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', {
      value: class {
        text: string;
        constructor(text: string) {
          this.text = text;
        }
      },
    });
  }, voices);
  await page.goto(`${server.origin}/#ACDEFG`);
  await showing(page, first.kind);
  return page;
}
const show = async (page: Page, next: PhoneScreen) => {
  server.show(next);
  await showing(page, next.kind);
};
const spoken = (page: Page) => page.evaluate(() => (window as unknown as { spoken: string[] }).spoken);
const explained = (page: Page) => page.getByRole('list', { name: 'Moeilijke woorden' }).getByRole('button').allInnerTexts();
const aloud = (page: Page) => page.getByRole('button', { name: 'Lees voor' });
const word = (text: string) => text.replace(/^Wat betekent\s+/, '').replace(/\s*\?$/, '');

describe('hard words', () => {
  test('are offered whole, once, in any case, and the longer of two that begin alike', async () => {
    const page = await phone(vote());
    expect((await explained(page)).map(word)).toEqual(['beheerder', 'oude groep', 'Mentor']);
    await show(page, { kind: 'reflect', question: 'Wat mag een groep?' });
    await expect.poll(async () => (await explained(page)).map(word)).toEqual(['groep']);
    await show(page, { kind: 'reflect', question: 'Wie heet hier klassengroepsapp?' });
    await expect.poll(() => explained(page)).toEqual([]);
  });

  test('are explained by keyboard without a vote, and the focus comes back', async () => {
    const page = await phone(vote());
    const button = page.getByRole('button', { name: 'Wat betekent beheerder' });
    await button.focus();
    await page.keyboard.press('Enter');
    const meaning = page.getByRole('dialog', { name: 'beheerder' });
    await expect.poll(() => meaning.textContent()).toContain('Wie in een groep berichten mag weghalen.');
    await picture(page, 'phone-meaning');
    await page.keyboard.press('Escape');
    await expect.poll(() => meaning.count()).toBe(0);
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(asked).toEqual([]);
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
  });

  test('leave room for five choices on a screen of 360 by 640', async () => {
    const choices = [choice('A', 'Ik stuur Daan zelf: ‘Kom je ook bij ons?’'), ...CHOICES.slice(1)];
    const page = await phone({ ...vote({ choices }), deadline: Date.now() + 30_000, seconds: 30 });
    expect(await explained(page)).toHaveLength(2);
    await aloud(page).waitFor();
    await picture(page, 'phone-words');
    await nothingCut(page);
    expect(await page.getByRole('radio').count()).toBe(5);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(640);
    for (const card of await page.locator('[data-card]').all()) expect((await card.boundingBox())?.height).toBeGreaterThanOrEqual(64);
    for (const button of await page.locator('[data-part="words"] button').all())
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    expect(await smallTargets(page)).toEqual([]);
  });
});

describe('a choice by keyboard', () => {
  const focused = (page: Page) =>
    page.evaluate(() => document.activeElement?.closest('[data-card]')?.getAttribute('data-card') ?? document.activeElement?.tagName);

  test('is given by Enter or space, and by no arrow: whoever hears every card has voted for none', async () => {
    const page = await phone(vote());
    await page.getByRole('radio').first().focus();
    for (const [key, card] of [
      ['ArrowDown', 'B'],
      ['ArrowRight', 'C'],
      ['ArrowDown', 'D'],
      ['ArrowDown', 'watch'],
      ['ArrowDown', 'A'],
      ['ArrowUp', 'watch'],
      ['ArrowLeft', 'D'],
    ] as const) {
      await page.keyboard.press(key);
      expect(await focused(page)).toBe(card);
    }
    await picture(page, 'phone-keys');
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    expect(asked).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Je keuze is verstuurd' }).waitFor();
    expect(asked).toMatchObject([{ type: 'vote.cast', choice: 'd' }]);
    // The heading of what came has the focus, so that it is read.
    expect(await focused(page)).toBe('H1');
    await page.getByRole('button', { name: 'Toch iets anders kiezen' }).press('Enter');
    await page.getByRole('radio').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(' ');
    await expect.poll(() => asked.length).toBe(2);
    expect(asked[1]).toMatchObject({ type: 'vote.cast', choice: 'b' });
  });

  test('is not asked of a finger, nor of the click by which a screen reader taps twice', async () => {
    const page = await phone(vote());
    await page.locator('[data-card="C"] input').tap({ force: true });
    await expect.poll(() => asked.length).toBe(1);
    await page.locator('[data-card="A"] input').evaluate((card: HTMLInputElement) => card.click());
    await expect.poll(() => asked.length).toBe(2);
    expect(asked).toMatchObject([{ choice: 'c' }, { choice: 'a' }]);
  });
});

describe('a phone of somebody who sets it otherwise', () => {
  const LONG = 'aansprakelijkheidswaardevaststellingsveranderingen';
  const long = vote({
    as: `Jij bent ${LONG}`,
    question: `Wat doe je met ${LONG}?`,
    context: `Er is ${LONG}.`,
    choices: [choice('A', LONG), choice('B', `Ik vraag: ${LONG}?`), ...CHOICES.slice(2)],
  });

  test('long words stay on their cards, and so does everything at twice the size of the text', async () => {
    const page = await phone(long);
    await picture(page, 'phone-long-words');
    expect(await spilt(page)).toEqual([]);
    // As a browser's own setting does it.
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
    await picture(page, 'phone-twice');
    expect(await spilt(page)).toEqual([]);
    await nothingCut(page);
    // As a phone's setting does it: the text alone, not the room that is counted in its size.
    await cdp.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });
    await page.evaluate(() => {
      const every = [...document.querySelectorAll<HTMLElement>('#app, #app *')];
      const sizes = every.map((one) => Number.parseFloat(getComputedStyle(one).fontSize));
      for (const [index, one] of every.entries()) one.style.fontSize = `${2 * (sizes[index] ?? 0)}px`;
    });
    await picture(page, 'phone-twice-text');
    expect(await spilt(page)).toEqual([]);
    await nothingCut(page);
  });

  test('a browser that darkens pages by itself leaves the colours of the cards', async () => {
    const page = await phone(vote());
    const cdp = await page.context().newCDPSession(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.evaluate(() => document.fonts.ready);
    const card = async () => (await page.screenshot({ clip: { x: 4, y: 300, width: 60, height: 60 } })).toString('base64');
    const light = await card();
    await cdp.send('Emulation.setAutoDarkModeOverride', { enabled: true });
    expect(await card()).toBe(light);
    // So much would it change.
    await page.evaluate(() => {
      document.querySelector('meta[name="color-scheme"]')?.remove();
      document.documentElement.style.colorScheme = 'normal';
    });
    await expect.poll(card).not.toBe(light);
  });
});

describe('the browser inside an app', () => {
  const IN_APP =
    'Mozilla/5.0 (Linux; Android 10; VOG-L29 Build/HUAWEIVOG-L29; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/149.0.0.0 Mobile Safari/537.36';

  test('says that the own browser is better before a seat is taken; who joins there has one, and can give it up for another browser', async () => {
    server.screen = { kind: 'lobby' };
    server.greeted.length = 0;
    const page = await rack.phone({ userAgent: IN_APP, viewport: { width: 360, height: 640 } });
    const scan = () => page.goto(`${server.origin}/#ACDEFGHJK`);
    await scan();
    const told = page.getByRole('heading', { name: 'Ga verder in je eigen browser' });
    await told.waitFor();
    await page.getByText('ACDEFGHJK', { exact: true }).waitFor();
    // Whoever opens the address elsewhere is in there.
    expect([new URL(page.url()).hash, server.greeted]).toEqual(['#ACDEFGHJK', []]);
    await accessible(page);
    await picture(page, 'phone-in-app');
    await page.getByRole('button', { name: 'Toch hier meedoen' }).click();
    await showing(page, 'lobby');
    await page.reload();
    await showing(page, 'lobby');

    await page.getByRole('button', { name: 'Hulp' }).click();
    await page.getByText('Dan gaat je plaats hier weg.').waitFor();
    await picture(page, 'phone-help');
    await page.getByRole('button', { name: 'Verder in een andere browser' }).click();
    await told.waitFor();
    expect([await page.getByRole('dialog').count(), asked]).toMatchObject([0, [{ type: 'seat.leave' }]]);
    await page.getByRole('button', { name: 'Toch hier meedoen' }).click();
    await showing(page, 'lobby');
    expect(server.greeted).toMatchObject([{ code: 'ACDEFGHJK' }, { code: 'ACDEFGHJK' }, { back: true }]);
    await page.context().close();
  });
});

describe('read aloud', () => {
  test('is silent until somebody asks, reads question and choices, and stops at the second press', async () => {
    const page = await phone(vote({ context: 'Het is half tien.' }));
    await aloud(page).waitFor();
    expect(await spoken(page)).toEqual([]);
    await aloud(page).click();
    const { as, question } = vote().vote;
    const choices = CHOICES.map(({ letter, text }) => `${letter}: ${text}`);
    expect(await spoken(page)).toEqual([as, question, 'Het is half tien.', ...choices, 'Ik kijk mee']);
    await page.getByRole('button', { name: 'Stop met lezen' }).click();
    expect((await spoken(page)).at(-1)).toBe('(silence)');
    await aloud(page).waitFor();
  });

  test('stops when the board goes on, and not when only the time changes', async () => {
    const page = await phone(vote());
    await aloud(page).click();
    await show(page, { ...vote(), deadline: Date.now() + 30_000, seconds: 30 });
    await page.getByRole('timer').waitFor();
    expect(await spoken(page)).not.toContain('(silence)');
    await show(page, { kind: 'look' });
    await expect.poll(() => spoken(page)).toContain('(silence)');
    expect(await page.getByRole('button', { name: /Lees voor|Stop met lezen/ }).count()).toBe(0);
  });

  test.each<[string, Voice[]]>([
    ['no voice', []],
    ['a voice of another language', [{ lang: 'en-GB', localService: true }]],
    ['a voice that sends the text to its maker', [{ lang: 'nl-NL', localService: false }]],
  ])('is not offered with %s', async (_, voices) => {
    const page = await phone(vote(), voices);
    await page.getByRole('button', { name: 'Hulp' }).waitFor();
    expect(await aloud(page).count()).toBe(0);
  });
});

describe('a kept result', () => {
  test.each([
    [false, 'Wat koos de klas, denk je?', 'Het verhaal komt hier later op terug.'],
    [true, 'Het verhaal komt hier later op terug.', 'Wat koos de klas, denk je?'],
  ])('with held %s the envelope says "%s"', async (held, says, saysNot) => {
    const page = await phone(vote({ held }));
    await page.getByRole('radio').first().click({ force: true });
    await page.getByRole('heading', { name: 'Je keuze is verstuurd' }).waitFor();
    expect(await page.getByText(says).count()).toBe(1);
    expect(await page.getByText(saysNot).count()).toBe(0);
    await show(page, { kind: 'closed', round: 'd1-1' });
    await show(page, { kind: 'look' });
  });

  test('tells what was released, and nothing more', async () => {
    const page = await phone({ kind: 'look' });
    const tell = async (released: Released | null, says: RegExp) => {
      await show(page, {
        kind: 'results',
        note: null,
        title: 'Zo dachten jullie',
        results: [{ question: 'Echt of nep?', choices: CHOICES.slice(0, 2), released }],
      });
      const said = () => page.locator('#page > section').innerText();
      await expect.poll(said).toMatch(says);
      expect(await page.locator('#page > section').getAttribute('class')).toContain('kept');
      return said();
    };
    await tell(
      { shown: 'bands', bands: { a: 'about-half', b: 'about-half' }, path: 'a' },
      /kort A\s+ongeveer de helft[\s\S]*kort B\s+ongeveer de helft/,
    );
    await picture(page, 'phone-results');
    const bands = await tell(
      { shown: 'bands', bands: { a: 'few', b: 'most' }, path: 'b' },
      /kort A\s+niemand of een paar[\s\S]*kort B\s+meer dan de helft/,
    );
    expect(bands).not.toMatch(/De klas koos|\d/);
    const path = await tell({ shown: 'path', path: 'b' }, /De klas koos:[\s\S]*Ik vraag de beheerder[\s\S]*We laten alleen zien wat gekozen is\./);
    expect(path).not.toMatch(/Ik stuur Daan:|meeste|\d/);
    // Of a mixed room these are the phones' votes; the class's path is not picked yet.
    const title = 'Ronde twee';
    const results = [{ question: 'Echt of nep?', choices: CHOICES.slice(0, 2), released: { shown: 'path', path: 'b' } as const }];
    await show(page, { kind: 'results', title, note: null, results, phonesResult: true });
    await page.getByRole('heading', { name: 'Dit kozen de telefoons' }).waitFor();
    await page.getByText('Je docent zag ook de handen en kiest nu de route.').waitFor();
    expect(await page.locator('#page > section').innerText()).not.toMatch(/De klas koos|Ronde twee/);
    for (const released of [{ shown: 'nothing' } as const, null]) {
      const nothing = await tell(released, /Te weinig stemmen\./);
      expect(nothing).not.toMatch(/De klas koos|kort [AB]|\d/);
    }
  });
});

describe('a live chat', () => {
  const live = (ends: number): PhoneScreen => ({
    kind: 'live',
    chat: {
      round: 'kring-1',
      title: '2C',
      badge: '2C',
      members: '26 leden',
      startsAt: Date.now() - 5000,
      endsAt: Date.now() + ends,
      closesAt: Date.now() + ends,
      beats: [{ id: 'm', at: 0, kind: 'message', name: 'Dex', text: 'Straks zet ik hem overal', toYou: false }],
      incident: 'm',
      acts: [{ id: 'zeg', kind: 'public', text: 'Iets zeggen in de groep' }],
      measured: false,
    },
    mine: { seen: false, act: null, counts: true, counter: -1 },
  });

  test('that is only practice has the same buttons and reports nothing', async () => {
    const page = await phone(live(600_000));
    await page.getByRole('button', { name: 'Iets zeggen in de groep' }).click();
    await page.getByRole('status').filter({ hasText: 'getikt' }).waitFor();
    // The phone's date is set, and the chat of this class stays where it is.
    await page.evaluate(() => {
      const right = Date.now;
      Date.now = () => right() + 3_600_000;
    });
    await page.getByRole('button', { name: 'Even weg' }).click();
    await page.getByRole('heading', { name: 'Je hoeft niets' }).waitFor();
    expect(await page.getByText('telt').count()).toBe(0);
    await page.getByRole('button', { name: 'Terug naar de chat' }).click();
    await page.getByText('Straks zet ik hem overal').waitFor();
    await page.getByRole('button', { name: 'Even weg' }).click();
    await page.getByRole('heading', { name: 'Je hoeft niets' }).waitFor();
    const kept = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('wdj.away')));
    expect(await kept()).toHaveLength(1);
    await show(page, { kind: 'paused' });
    await show(page, live(0));
    await page.getByRole('heading', { name: 'Kijk naar het bord' }).waitFor();
    expect(await kept()).toHaveLength(1);
    // Once the chat is over nothing on the phone tells who stepped out of it.
    await show(page, { kind: 'look' });
    await expect.poll(kept).toEqual([]);
    expect(asked).toEqual([]);
  });
});

describe('every other screen can be used by everybody, as it stands and at 400%:', () => {
  const reveal = (released: Released | null, by: 'class' | 'together' | 'teacher'): PhoneScreen => ({
    kind: 'reveal',
    round: 'd1-1',
    question: 'Wat doe jij?',
    choices: CHOICES,
    path: CHOICES[1]!,
    by,
    released,
  });
  const bands = { a: 'few', b: 'most' } as const;
  const screens: [string, PhoneScreen][] = [
    ['a box that has closed', { kind: 'closed', round: 'd1-1' }],
    ['who came too late for a second vote', { kind: 'watch', question: 'Wat doe jij?' }],
    ['who came in during a chat', { kind: 'apart' }],
    ['too few votes', { kind: 'too-few', again: false }],
    ['a second vote that not everybody answered', { kind: 'too-few', again: true }],
    [
      'somebody else’s phone',
      {
        kind: 'mirror',
        owner: 'Daan',
        title: '2B',
        seen: 'Gezien door 24',
        messages: [
          { name: 'Daan', text: 'Wie komt er?', mine: true, system: false },
          { name: '', text: 'Sem heeft de groep verlaten', mine: false, system: true },
        ],
      },
    ],
    ['a result in bands', reveal({ shown: 'bands', bands: { ...bands, c: 'few', d: 'some' }, path: 'b' }, 'class')],
    ['a result that is a path', reveal({ shown: 'path', path: 'b' }, 'class')],
    ['a choice made aloud', reveal(null, 'together')],
    [
      'a guess and what came of it',
      { kind: 'foreseen', title: 'En toen?', question: 'Wat doet de mentor als ze de foto ziet?', came: CHOICES[1]!, foreseen: 'other' },
    ],
    [
      'two conditions beside each other',
      {
        kind: 'results',
        title: 'De kloof',
        note: null,
        results: [{ question: 'Wat deden we?', choices: CHOICES.slice(0, 2), released: null, arms: { few: bands, many: bands } }],
      },
    ],
    [
      'halves of a question before and after',
      {
        kind: 'results',
        title: 'Voor en na het verhaal',
        note: null,
        results: (
          [{ shown: 'bands', bands: { a: 'about-half', b: 'about-half' }, path: 'a' }, { shown: 'alike' }, { shown: 'incomplete' }] as const
        ).map((released) => ({ question: 'Wat denk jij?', choices: CHOICES.slice(0, 2), released })),
      },
    ],
  ];
  test.each(screens)('%s', async (claim, one) => {
    const page = await phone({ kind: 'look' });
    await show(page, one);
    await picture(page, `phone-${claim.replaceAll(' ', '-')}`);
    await accessible(page);
    await nothingCut(page);
    await page.setViewportSize({ width: 320, height: 256 });
    await nothingCut(page);
  });
});
