import type { Page } from 'playwright';
import { expect } from 'vitest';
import { begin, click, forward, screenOf } from '../support/browser/board.ts';
import { becomes, nothingCut, picture, SCHOOL_PC, showing } from '../support/browser/browser.ts';
import { test } from '../support/browser/site.ts';
import { Phone } from '../support/server/classroom.ts';

test('a class plays Buitengesloten: five phones, four more, a reload, a lost socket, a second tab and a killed server', async ({ opens, rack }) => {
  const school = await opens({ HOST: '0.0.0.0' });
  const lan = school.origin.replace('127.0.0.1', SCHOOL_PC);
  const { desk, stage, code } = await begin(rack, lan);
  expect(code).toMatch(/^[2-9A-Y]{6}$/);
  expect(stage.url()).not.toContain('token');
  await picture(stage, 'stage-lobby-empty');
  // Nine votes of real phones take longer than a class has, where the machine is busy.
  await desk.getByRole('button', { name: 'Zonder tijd' }).click();
  await desk.getByRole('button', { name: 'Zonder tijd', pressed: true }).waitFor();

  const phones = await Promise.all(Array.from({ length: 5 }, () => rack.phone()));
  const [typist, reloader, dropper, doubler, english] = phones as [Page, Page, Page, Page, Page];
  await typist.goto(lan);
  await showing(typist, 'code');
  await picture(typist, 'phone-code');
  await typist.getByRole('textbox').fill('AAAAAA');
  await typist
    .getByRole('button', { name: /mee|ga|verder/i })
    .first()
    .click();
  await typist.getByText('Deze code kennen we niet').first().waitFor();
  await picture(typist, 'phone-code-wrong');
  await typist.getByRole('textbox').fill(code.toLowerCase());
  await typist
    .getByRole('button', { name: /mee|ga|verder/i })
    .first()
    .click();
  for (const phone of [reloader, dropper, doubler, english]) await phone.goto(`${lan}/#${code}`);
  for (const phone of phones) await showing(phone, 'lobby');
  // Nothing but the code of the QR, which opens the lesson in another browser too; what was typed stays out of the address.
  expect(new URL(reloader.url()).hash).toBe(`#${code}`);
  expect(typist.url()).not.toContain(code);
  expect(await reloader.evaluate(() => isSecureContext)).toBe(false);
  await picture(typist, 'phone-lobby');

  const bots = Array.from({ length: 4 }, () => new Phone(school.origin));
  for (const bot of bots) await bot.join(code);
  await becomes(stage, () => /9 doen mee/.test(document.querySelector('#mirror')?.textContent ?? ''));
  await picture(stage, 'stage-lobby');
  await picture(desk, 'desk-lobby');

  await english.getByRole('button', { name: /English/ }).click();
  await english.getByRole('button', { name: /Nederlands/ }).waitFor();

  // The clicker's first press asks for the head count, which nobody fills in before.
  await stage.bringToFront();
  await forward(stage);
  await stage.getByRole('dialog').waitFor();
  expect(await stage.getByRole('button', { name: 'Klopt, begin het verhaal' }).isDisabled()).toBe(true);
  await picture(stage, 'stage-headcount');
  await stage.keyboard.type('9');
  await stage.keyboard.press('Enter');
  await showing(stage, 'scene');

  for (let decision = 1; ; decision++) {
    // Pictures of the way to the first decision; the look-book has all others.
    const came = await click(stage, ['question', 'end'], decision === 1 ? 'stage-1' : undefined);
    if (came === 'end') break;
    await nothingCut(desk);
    await picture(desk, `desk-question-${decision}`);
    await forward(stage);
    await showing(stage, 'vote');
    if (decision === 1) {
      await showing(typist, 'ready', 3000).catch(() => {});
      await picture(stage, 'stage-heads-up');
    }
    for (const phone of phones) await showing(phone, 'vote');
    if (decision === 1) {
      await picture(typist, 'phone-vote');
      await nothingCut(typist);
    }
    for (const [index, phone] of phones.entries())
      await phone
        .getByRole('radio')
        .nth(index < 3 ? 0 : 1)
        // Not a check: where the machine is busy, the card is in its envelope before its state could be asked.
        .click({ force: true });
    await typist
      .getByText(/verstuurd/i)
      .first()
      .waitFor();
    if (decision === 1) {
      await picture(typist, 'phone-sent');
      await picture(english, 'phone-english');
      await typist.getByRole('heading', { name: 'Je keuze is verstuurd' }).waitFor();
      await picture(typist, 'phone-sealed');
      await reloader.reload();
      await showing(reloader, 'vote');
      const second = await doubler.context().newPage();
      await second.goto(`${lan}/#${code}`);
      await showing(second, 'vote');
      await showing(doubler, 'refused');
      await picture(doubler, 'phone-elsewhere');
      await second.close();
      await doubler.getByRole('button', { name: /hier/i }).click();
      await showing(doubler, 'vote');
    }
    for (const bot of bots) expect(await bot.votes(0)).toEqual({ ok: true });
    if (decision === 2) {
      await dropper.context().setOffline(true);
      for (const bot of bots) bot.close();
      await school.kill();
      // Whose line it is may be known before anybody could read the first sentence.
      await stage
        .getByText(/Even geen verbinding|De server antwoordt niet|Geen antwoord/)
        .first()
        .waitFor();
      await picture(stage, 'stage-server-away');
      await picture(typist, 'phone-server-away');
      await school.open();
      await dropper.context().setOffline(false);
      for (const phone of phones) await becomes(phone, () => !document.querySelector('#page > [role="status"] > p'));
      for (const [index, bot] of bots.entries()) {
        bots[index] = new Phone(school.origin, bot.token);
        expect((await bots[index]?.join(code))?.ok).toBe(true);
      }
    }
    await becomes(stage, () => /iedereen/i.test(document.querySelector('#mirror')?.textContent ?? ''));
    await picture(stage, `stage-vote-${decision}`);
    await picture(desk, `desk-vote-${decision}`);
    await desk.getByRole('button', { name: /Sluit de stemming/ }).click();
    await becomes(stage, () => document.documentElement.dataset.screen !== 'vote');
    // What the class expects of somebody is told where the story shows it.
    if (!['talk', 'reveal'].includes((await screenOf(stage)) ?? '')) continue;
    if ((await screenOf(stage)) === 'talk') {
      await picture(stage, 'stage-talk');
      await picture(typist, 'phone-talk');
      await forward(stage);
    }
    await showing(stage, 'reveal');
    await becomes(stage, () => /De klas koos|Zo koos de klas/.test(document.querySelector('#mirror')?.textContent ?? ''));
    await picture(stage, `stage-reveal-${decision}`);
    await picture(desk, `desk-reveal-${decision}`);
    await showing(typist, 'reveal');
    await picture(typist, `phone-reveal-${decision}`);
    if (decision === 1) {
      // The first decision: six for the first option, three for the second. Nine votes on three options show the path alone.
      await stage.reload();
      await showing(stage, 'reveal');
      const { screen } = await bots[0]!.sees('reveal');
      expect(screen.kind === 'reveal' && screen.released).toEqual({ shown: 'path', path: screen.kind === 'reveal' && screen.path.id });
      await becomes(stage, () => /De klas koos/.test(document.querySelector('#mirror')?.textContent ?? ''));
      expect(await stage.evaluate(() => document.querySelector('#mirror')?.textContent)).not.toContain('Zo koos de klas');
    }
    await forward(stage);
  }
  await picture(stage, 'stage-end');
  await picture(desk, 'desk-end');
  for (const phone of phones) await showing(phone, 'end');
  await picture(typist, 'phone-end');
  await nothingCut(typist);
});
