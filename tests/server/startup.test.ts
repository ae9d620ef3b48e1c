import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PROTOCOL_VERSION } from '../../src/protocol/identity.ts';
import { openSharedContent, readLibrary, readStoryFolder } from '../../src/server/library.ts';
import { newToken } from '../../src/server/secrets.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { Classroom, Phone, School, Screen } from '../support/server/classroom.ts';
import { pipeAt } from '../support/server/disk.ts';

/** Nine lines of YAML that stand for a billion. */
const lol = [
  'a: &a [x,x,x,x,x,x,x,x,x]',
  ...[...'abcdefgh'].map((name, index) => `${'bcdefghi'[index]}: &${'bcdefghi'[index]} [${`*${name},`.repeat(9)}]`),
].join('\n');

const scenarios = fileURLToPath(new URL('../../scenarios', import.meta.url));

describe('a story with an error', () => {
  let root: string;
  beforeEach(() => {
    root = join(mkdtempSync(join(tmpdir(), 'wat-doe-jij-stories-')), 'scenarios');
    cpSync(scenarios, root, { recursive: true });
    // To check them all again for each mistake would take minutes.
    for (const id of ['deepfake', 'foto', 'omstander', 'sticker']) rmSync(join(root, id), { recursive: true });
    cpSync(join(root, 'groepsapp'), join(root, 'tweede'), { recursive: true });
    rewrite('tweede/story.yaml', (text) => text.replace(/^id: .*$/m, 'id: tweede'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function rewrite(file: string, change: (text: string) => string): void {
    const before = readFileSync(join(root, file), 'utf8');
    const after = change(before);
    expect(after).not.toBe(before);
    writeFileSync(join(root, file), after);
  }
  const lineOf = (file: string, mark: string) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(mark)) + 1;

  test('is left out and named with file, line and what to do, in Dutch and English; the others play', async () => {
    expect([...(await readLibrary(root)).stories.keys()]).toContain('tweede');
    rewrite('tweede/story.yaml', (text) => text.replace(/^start: .*$/m, 'start: nergens'));
    const { stories, broken } = await readLibrary(root);
    expect([...stories.keys()]).toEqual(['groepsapp']);
    expect(broken.map((story) => story.id)).toEqual(['tweede']);
    const [error] = broken[0]!.diagnoses.filter((diagnosis) => diagnosis.severity === 'error');
    expect(error).toMatchObject({ file: join('scenarios', 'tweede', 'story.yaml'), line: lineOf('tweede/story.yaml', 'start: nergens') });
    for (const lang of ['nl', 'en'] as const) expect(error?.message[lang]).toContain('nergens');
  });

  test.each([
    ['that is no YAML', 'tweede/story.yaml', (text: string) => `${text}\n  : [`],
    ['of another shape', 'tweede/story.yaml', (text: string) => text.replace(/^minutes: .*$/m, 'minutes: veel')],
    ['without a text', 'tweede/en.yaml', (text: string) => text.replace(/^title: .*$/m, '')],
    ['that is empty', 'tweede/nl.yaml', () => ''],
    ['whose folder has another name', 'tweede/story.yaml', (text: string) => text.replace('id: tweede', 'id: derde')],
  ])('%s does not keep the others from playing', async (_what, file, change) => {
    rewrite(file, change);
    const { stories, broken } = await readLibrary(root);
    expect(stories.has('groepsapp')).toBe(true);
    expect(stories.has('tweede')).toBe(false);
    for (const { file: named, line, column, message } of broken.flatMap((story) => story.diagnoses)) {
      expect(named).toContain(join('scenarios', 'tweede'));
      expect(line).toBeGreaterThan(0);
      expect(column).toBeGreaterThan(0);
      expect(message.nl).not.toBe(message.en);
    }
    expect(broken).toMatchObject([{ id: 'tweede' }]);
  });

  const at = (file: string) => join(root, file);
  const bytes = (file: string) => readFileSync(at(file));
  test.each<[string, string, () => void, string, RegExp]>([
    [
      'a text that begins with *',
      'nl.yaml',
      () => rewrite('tweede/nl.yaml', (text) => text.replace(/^title: .*$/m, 'title: *Nee* zegt Yara')),
      'title:',
      /\*/,
    ],
    ['a line that begins with *', 'nl.yaml', () => rewrite('tweede/nl.yaml', (text) => `${text}\n*ster\n`), '*ster', /YAML/],
    ['a reference into itself', 'nl.yaml', () => rewrite('tweede/nl.yaml', (text) => `${text}\nzichzelf: &a [*a]\n`), 'zichzelf:', /\*/],
    ['references that multiply', 'nl.yaml', () => rewrite('tweede/nl.yaml', (text) => `${text}\n${lol}`), '', /./],
    [
      'a text that begins with !',
      'nl.yaml',
      () => rewrite('tweede/nl.yaml', (text) => text.replace(/^title: .*$/m, 'title: !Nee zegt Yara')),
      'title:',
      /YAML/,
    ],
    ['brackets without end', 'nl.yaml', () => writeFileSync(at('tweede/nl.yaml'), '['.repeat(100_000)), '', /./],
    [
      'the encoding of an old Windows',
      'nl.yaml',
      () => writeFileSync(at('tweede/nl.yaml'), Buffer.from('a: b\nc: caf\u00e9\n', 'latin1')),
      'c: caf',
      /UTF-8/,
    ],
    [
      'UTF-16',
      'en.yaml',
      () => writeFileSync(at('tweede/en.yaml'), Buffer.concat([Buffer.from([255, 254]), Buffer.from(String(bytes('tweede/en.yaml')), 'utf16le')])),
      '',
      /UTF-8/,
    ],
    ['an empty folder', 'story.yaml', () => rmSync(at('tweede'), { recursive: true }) ?? mkdirSync(at('tweede')), '', /missing/],
    ['a folder in the place of a file', 'en.yaml', () => rmSync(at('tweede/en.yaml')) ?? mkdirSync(at('tweede/en.yaml')), '', /not a file/],
    ['a pipe in the place of a file', 'nl.yaml', () => void (rmSync(at('tweede/nl.yaml')) ?? pipeAt(at('tweede/nl.yaml'))), '', /not a file/],
    [
      'a link that leads to itself',
      'nl.yaml',
      () => rmSync(at('tweede/nl.yaml')) ?? symlinkSync('nl.yaml', at('tweede/nl.yaml')),
      '',
      /leads to itself/,
    ],
    ['a file of a gigabyte', 'story.yaml', () => truncateSync(at('tweede/story.yaml'), 2 ** 30), '', /larger than/],
    [
      'a link to nowhere as its folder',
      'story.yaml',
      () => rmSync(at('tweede'), { recursive: true }) ?? symlinkSync('tweede', at('tweede')),
      '',
      /tweede/,
    ],
    [
      'names that every object has',
      'story.yaml',
      () => rewrite('tweede/story.yaml', (text) => text.replace(/^start: .*$/m, 'start: constructor')),
      '',
      /./,
    ],
  ])('or with %s is named with its file and line', (_what, file, spoil, mark, sentence) => {
    spoil();
    const { shared } = openSharedContent(root);
    const { story, diagnoses } = readStoryFolder(root, 'tweede', shared!);
    expect(story).toBeNull();
    const [first] = diagnoses.filter(({ severity }) => severity === 'error');
    expect(first?.file).toBe(`scenarios/tweede/${file}`);
    expect(first?.message.en).toMatch(sentence);
    expect(first?.message.nl).not.toBe(first?.message.en);
    if (mark) expect(first?.line).toBe(lineOf(`tweede/${file}`, mark));
  });

  test('the others play, whatever stands beside them; hidden folders and what an archive of a Mac leaves are nobody’s story', async () => {
    for (const name of ['.idea', '__MACOSX', 'leeg']) mkdirSync(at(name));
    symlinkSync('nergens', at('link'));
    symlinkSync('groepsapp', at('tweemaal'));
    rewrite('tweede/nl.yaml', (text) => text.replace(/^title: .*$/m, 'title: *Nee* zegt Yara'));
    const { stories, broken } = await readLibrary(root);
    expect([...stories.keys()]).toEqual(['groepsapp']);
    expect(broken.map(({ id, diagnoses }) => [id, diagnoses.find((one) => one.severity === 'error')?.code])).toEqual([
      ['leeg', 'missing-file'],
      ['link', 'missing-file'],
      ['tweede', 'special-start'],
      ['tweemaal', 'folder-name'],
    ]);
  });

  test('is none where all its lines end as on Windows: it is the same story', async () => {
    const before = (await readLibrary(root)).stories.get('tweede');
    for (const file of ['tweede/story.yaml', 'tweede/nl.yaml', 'tweede/en.yaml']) rewrite(file, (text) => text.replaceAll('\n', '\r\n'));
    const { stories, broken } = await readLibrary(root);
    expect(broken).toEqual([]);
    expect(stories.get('tweede')?.version).toBe(before?.version);
    expect(stories.get('tweede')?.texts).toEqual(before?.texts);
  });

  test('or a folder and a story that are called differently are named', async () => {
    rewrite('tweede/story.yaml', (text) => text.replace('id: tweede', 'id: derde'));
    const { broken } = await readLibrary(root);
    const [wrong] = broken[0]!.diagnoses.filter(({ code }) => code === 'folder-name');
    expect(wrong?.message.en).toBe('The folder is called tweede, but the story derde. Make them the same.');
  });

  test('or a file that is missing is named', async () => {
    rmSync(join(root, 'tweede/en.yaml'));
    const { broken } = await readLibrary(root);
    expect(broken[0]!.diagnoses[0]!.message.en).toContain(join('scenarios', 'tweede', 'en.yaml'));
  });
});

describe('a server that cannot start', () => {
  const start = (env: Record<string, string>) => {
    const { status, stderr, stdout } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/server/main.ts'], {
      encoding: 'utf8',
      timeout: PATIENCE_MS,
      env: { ...process.env, HOST: '127.0.0.1', PORT: '0', DATA_DIR: mkdtempSync(join(tmpdir(), 'wat-doe-jij-')), ...env },
    });
    return { status, stderr, stdout };
  };

  test('because another one uses its data says so in one sentence and ends with 2, and the other goes on', async () => {
    const school = await new School().open();
    const { status, stderr, stdout } = start({ DATA_DIR: school.dataDir });
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toBe(`Another server is already using ${school.dataDir}. Stop it, or set DATA_DIR to another folder. (data-in-use)\n`);
    expect((await school.startLesson()).lesson).toBeTruthy();
    await school.close();
  });

  test.each([
    ['a wrong setting', { PORT: 'many' }, /^PORT must be .*\n$/],
    [
      'a folder that cannot be one',
      { DATA_DIR: '/dev/null/data' },
      /^The folder \/dev\/null\/data \(DATA_DIR\) cannot be used: .* \(data-unusable\)\n$/,
    ],
    ['an address that is not this computer’s', { HOST: '192.0.2.77' }, /^192\.0\.2\.77 \(HOST\) is no address .* \(host-elsewhere\)\n$/],
  ])('because of %s says so in one sentence and ends with 2', (_what, env, sentence) => {
    const { status, stderr } = start(env);
    expect(status).toBe(2);
    expect(stderr).toMatch(sentence);
  });

  test('because its port is taken says so in one sentence and ends with 2', async () => {
    const school = await new School().open();
    const { status, stderr } = start({ PORT: new URL(school.origin).port });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^Port \d+ is already in use\. Set PORT to another number\. \(port-in-use\)\n$/);
    await school.close();
  });
});

test('a server on one address prints that address, and turns down at once a browser that tries HTTPS first', async () => {
  const school = new School({ HOST: '127.0.0.2' });
  await school.open();
  const { port } = new URL(school.origin);
  expect(school.shown).toBe(`http://127.0.0.2:${port}`);
  const refused = new Promise<NodeJS.ErrnoException>((failed) => connect({ host: '127.0.0.2', port: Number(port) }).once('error', failed));
  expect((await refused).code).toMatch(/^ERR_SSL/);
  await school.close();
});

test('what a lesson keeps, its folder too, is for the user of the server alone', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'wat-doe-jij-folder-')), 'data');
  const school = await new School({ DATA_DIR: folder }).open();
  const room = await Classroom.of(school, 1);
  const modes = ['.', ...readdirSync(folder)].map((file) => [file, statSync(join(folder, file)).mode & 0o077]);
  expect(modes).toEqual(['.', 'heartbeat', 'lessons.sqlite', 'lessons.sqlite-keys', 'lessons.sqlite-wal'].map((file) => [file, 0]));
  room.leave();
  await school.close();
});

test('a whole lesson with odd requests leaves nothing of anybody in what the server says', async () => {
  const school = await new School().open();
  const secret = { 'user-agent': 'PupilBrowser/9', 'x-forwarded-for': '203.0.113.7', cookie: 'pupil=anna' };
  const room = await Classroom.of(school, 8);
  await room.confirms(9);
  const odd = new Phone(school.origin, newToken(), { extraHeaders: secret });
  await odd.join(room.code);
  await odd.raw({ type: 'vote.cast', id: newToken(), name: 'anna', round: 'x', choice: 'y', counter: 1 });
  await odd.raw('anna');
  odd.socket.emit('hello', { v: PROTOCOL_VERSION, role: 'phone', code: room.code, token: 'anna' });
  for (const [method, path, body] of [
    ['GET', `/?code=${room.code}&naam=anna`, ''],
    ['GET', `/%00anna/${room.code}`, ''],
    ['GET', '/../../etc/passwd?anna', ''],
    ['POST', '/api/lessons', '{"anna":'],
    ['POST', '/api/lessons', JSON.stringify({ scenario: 'anna', lang: 'nl' })],
    ['PUT', '/api/lessons', 'anna'],
    ['GET', '/socket.io/?EIO=9&transport=anna', ''],
    ['POST', '/socket.io/?EIO=4&transport=polling&sid=anna', 'anna'],
  ] as const) {
    await new Promise<void>((done, failed) => {
      const asked = request(school.origin, { agent: false, path, method, headers: { 'content-type': 'application/json', ...secret } }, (response) => {
        response.resume();
        response.on('end', done);
      });
      asked.on('error', failed);
      asked.end(body);
    });
  }
  await room.until('question');
  await room.desk.ask({ type: 'lesson.end' });
  const token = new Screen(school.origin);
  await token.hello({ v: PROTOCOL_VERSION, lang: 'nl', role: 'desk', lesson: room.keys.lesson, token: newToken() });
  token.close();
  odd.close();
  room.leave();
  await school.close();
  expect(school.output).not.toMatch(/127\.0\.0\.1|203\.0\.113\.7|PupilBrowser|anna/);
  for (const known of [room.code, ...Object.values(room.keys), ...room.phones.map((phone) => phone.token), odd.token])
    expect(school.output).not.toContain(known);
  expect(school.output).toBe('');
});
