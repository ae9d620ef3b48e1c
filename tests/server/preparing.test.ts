import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StoryCard, StoryCatalogue } from '../../src/protocol/catalogue.ts';
import type { LessonKeys } from '../../src/protocol/new-lesson.ts';
import type { Answer } from '../../src/protocol/refusals.ts';
import type { DebriefView } from '../../src/protocol/views/debrief.ts';
import { Classroom, School, Screen } from '../support/server/classroom.ts';

let school: School;
beforeAll(async () => {
  school = await new School().open();
});
afterAll(() => school.close());

async function post<T>(path: string, body: unknown): Promise<{ status: number; answer: Answer<T> }> {
  const response = await fetch(`${school.origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, answer: (await response.json()) as Answer<T> };
}
const wish = { scenario: 'groepsapp', lang: 'nl' };
const contact = [
  { role: 'counsellor', name: ' Emre  Aydin ', reach: 'kamer 1.12' },
  { role: 'mentor', name: 'Anouk Jansen', reach: 'lokaal 12' },
];

describe('before a lesson', () => {
  test('the catalogue says for every story its themes and who can be renamed', async () => {
    const catalogue = (await (await fetch(`${school.origin}/api/stories?lang=en`)).json()) as StoryCatalogue;
    expect(catalogue.stories.length).toBeGreaterThanOrEqual(5);
    for (const story of catalogue.stories) {
      expect(story.themes.length).toBeGreaterThan(0);
      expect(story.renamable.length).toBeGreaterThan(3);
    }
    // No two cards have the same place while there are enough places.
    expect(new Set(catalogue.stories.map((story) => story.cover.place)).size).toBe(Math.min(catalogue.stories.length, 7));
    const groep = catalogue.stories.find((story) => story.id === 'groepsapp');
    expect(groep?.themes).toContainEqual({ id: 'leaving-out', name: 'Leaving out' });
  });

  test('a story can be read before the lesson with the names that this class gives', async () => {
    const { answer } = await post<{ story: StoryCard }>('/api/story', { ...wish, names: { daan: ' mika ' } });
    if (!answer.ok) throw new Error(answer.refusal);
    expect(answer.story.cast.find((one) => one.id === 'daan')?.name).toBe('Mika');
    expect(answer.story.renamable.find((one) => one.id === 'daan')?.name).toBe('Mika');
    expect(JSON.stringify(answer.story)).not.toContain('Daan');
  });

  test('its help lines are those of the version’s age, with the school’s own people first', async () => {
    const first = async (version: string | undefined, people: object[] = []) => {
      const { answer } = await post<{ help: { name: string }[] }>('/api/story', { ...wish, version, contact: people });
      return answer.ok ? answer.help[0]?.name : answer.refusal;
    };
    expect([await first(undefined), await first('klas'), await first('groep')]).toEqual([
      'Je mentor of de vertrouwenspersoon',
      'Je mentor of de vertrouwenspersoon',
      'Je juf of meester',
    ]);
    expect([await first('klas', contact), await first('groep', contact)]).toEqual(['Anouk Jansen, je mentor', 'Anouk Jansen, je juf of meester']);
  });

  test.each([
    ['/api/story', { contact: [{ role: 'mentor', name: '', reach: 'hier' }] }, 422, 'contact-half'],
    ['/api/lessons', { short: 'kort' }, 400, 'bad-message'],
    ['/api/story', { names: { daan: 'Yara' } }, 422, 'name-taken'],
    ['/api/story', { names: { daan: '' } }, 422, 'name-wrong'],
    ['/api/story', { names: { daan: 'a'.repeat(15) } }, 422, 'name-wrong'],
    ['/api/story', { names: { henk: 'Mika' } }, 422, 'name-unknown'],
    ['/api/story', { names: { daan: 7 } }, 400, 'bad-message'],
    ['/api/story', { scenario: 'nergens' }, 404, 'scenario-unknown'],
    ['/api/lessons', { names: { daan: 'Henk' } }, 422, 'name-taken'],
    ['/api/lessons', { names: { daan: '4daan' } }, 422, 'name-wrong'],
    ['/api/lessons', { names: { constructor: 'Mika' } }, 422, 'name-unknown'],
    ['/api/lessons', { names: Object.fromEntries(Array.from({ length: 41 }, (_, at) => [`p${at}`, 'Mika'])) }, 400, 'bad-message'],
    ['/api/lessons', { contact: [{ role: 'mentor', name: 'Anouk', reach: '' }] }, 422, 'contact-half'],
    ['/api/lessons', { contact: [{ role: 'mentor', name: 'a'.repeat(61), reach: 'hier' }] }, 422, 'contact-long'],
    ['/api/lessons', { contact: [{ role: 'directeur', name: 'Anouk', reach: 'hier' }] }, 400, 'bad-message'],
    ['/api/lessons', { contact: [...contact, contact[0]] }, 400, 'bad-message'],
    ['/api/lessons', { scenario: 'nergens', names: { daan: 'Mika' } }, 404, 'scenario-unknown'],
  ])('%s with %o answers %i %s', async (path, body, status, refusal) => {
    expect(await post(path, { ...wish, ...body })).toEqual({ status, answer: { ok: false, refusal } });
  });

  test('a hundred who ask for other names at once hold nobody up: some are told, the others hear that it is busy, and then it is free again', async () => {
    const names = { daan: 'mika' };
    const asked = Array.from({ length: 100 }, () => post('/api/story', { ...wish, names }));
    // Whoever starts a lesson goes first.
    expect(await post('/api/lessons', { ...wish, names })).toMatchObject({ status: 200 });
    const answers = await Promise.all(asked);
    const [told, busy] = [answers.filter(({ answer }) => answer.ok), answers.filter(({ answer }) => !answer.ok)];
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThan(100);
    expect(busy).toEqual(busy.map(() => ({ status: 503, answer: { ok: false, refusal: 'server-busy' } })));
    expect(await post('/api/story', { ...wish, names })).toMatchObject({ status: 200 });
  });

  test('the lesson has the names on board, desk and phones and the contact in their help, also after a restart', async () => {
    const { answer } = await post<LessonKeys>('/api/lessons', { ...wish, names: { daan: 'mika', yara: 'Bo' }, contact });
    if (!answer.ok) throw new Error(answer.refusal);
    const look = async () => {
      const room = await Classroom.of(school, 1, answer);
      await room.desk.ask({ type: 'headcount.confirm', count: 1 });
      const phone = await room.phones[0]!.until('its help', (view) => view.help.length > 0);
      expect(phone.help.slice(0, 2).map((line) => `${line.name}: ${line.contact}`)).toEqual([
        'Anouk Jansen, je mentor: lokaal 12',
        'Emre Aydin, vertrouwenspersoon: kamer 1.12',
      ]);
      return room;
    };
    const room = await look();
    const { screen } = await room.until('together');
    expect(screen.kind === 'together' && screen.vote.as?.text).toBe('Jij bent Bo');
    expect(JSON.stringify([room.stage.frames, room.desk.frames, room.phones[0]!.frames])).not.toMatch(/Daan|Yara/);
    room.leave();
    await school.kill();
    await school.open();
    const again = await look();
    expect(JSON.stringify(again.stage.view)).toContain('Jij bent Bo');
    // When it is over the pupils are forgotten; names and contact stay with its debrief.
    const debrief = new Screen<DebriefView>(school.origin);
    await again.desk.ask({ type: 'lesson.end' });
    await again.hello(debrief, 'debrief');
    const { help, cast } = await debrief.until('the end', (view) => view.ended);
    expect(help[0]?.name).toBe('Anouk Jansen, je mentor');
    expect(cast.map((one) => one.name)).toEqual(expect.arrayContaining(['Mika', 'Bo']));
    expect(JSON.stringify(debrief.frames)).not.toMatch(/Daan|Yara/);
    debrief.close();
    again.leave();
  });
});
