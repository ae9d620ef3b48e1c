import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSettings } from '../../src/server/settings.ts';

const accepted = (env: Record<string, string>) => {
  const settings = readSettings(env);
  if ('problem' in settings) throw new Error(`refused: ${settings.problem}`);
  return settings;
};

describe('the settings of a server', () => {
  test('nothing set is a server for this network, on port 4500, with its data beside the program', () => {
    expect(readSettings({})).toEqual({ port: 4500, host: '0.0.0.0', dataDir: resolve('data'), publicUrl: null, teacherCode: null });
  });

  test('an empty or blank value is the same as none', () => {
    expect(readSettings({ PORT: '', HOST: ' ', DATA_DIR: '', PUBLIC_URL: '  ', TEACHER_CODE: '' })).toEqual(readSettings({}));
  });

  test.each([
    ['0', 0],
    ['80', 80],
    ['8080', 8080],
    ['65535', 65_535],
    [' 4501 ', 4501],
  ])('PORT %j is port %i', (text, port) => {
    expect(accepted({ PORT: text }).port).toBe(port);
  });

  test.each(['127.0.0.1', '::', '::1', '192.168.178.20', 'localhost', 'game-1.school.nl'])('HOST %j is taken', (host) => {
    expect(accepted({ HOST: host }).host).toBe(host);
  });

  test.each([
    ['https://watdoejij.school.nl', 'https://watdoejij.school.nl'],
    ['https://watdoejij.school.nl/', 'https://watdoejij.school.nl'],
    ['HTTPS://WatDoeJij.School.NL:443', 'https://watdoejij.school.nl'],
    ['http://192.168.1.5:4500', 'http://192.168.1.5:4500'],
  ])('PUBLIC_URL %j is the origin %j', (text, origin) => {
    expect(accepted({ PUBLIC_URL: text }).publicUrl).toBe(origin);
  });

  test('DATA_DIR is made absolute, and TEACHER_CODE is kept as it was typed', () => {
    const settings = accepted({ DATA_DIR: './lessons', TEACHER_CODE: ' Mentor-uur van 3 Vmbo ' });
    expect(settings.dataDir).toBe(resolve('lessons'));
    expect(settings.teacherCode).toBe('Mentor-uur van 3 Vmbo');
  });

  test.each([
    ['PORT', 'abc'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '45.5'],
    ['PORT', '4500x'],
    ['PORT', '0x10'],
    ['PORT', '1e3'],
    ['PORT', '6000'],
    ['PORT', '10080'],
    ['PUBLIC_URL', 'https://school.nl:6667'],
    ['HOST', 'http://127.0.0.1'],
    ['HOST', '127.0.0.1:4500'],
    ['HOST', 'two words'],
    ['HOST', '300.1.2.3'],
    ['HOST', '-dash'],
    ['PUBLIC_URL', 'watdoejij.school.nl'],
    ['PUBLIC_URL', 'ftp://school.nl'],
    ['PUBLIC_URL', 'https://school.nl/spel'],
    ['PUBLIC_URL', 'https://school.nl/?a=b'],
    ['PUBLIC_URL', 'https://school.nl/#x'],
    ['PUBLIC_URL', 'https://me:pw@school.nl'],
    ['PUBLIC_URL', 'https:school.nl'],
    ['TEACHER_CODE', '482913'],
    ['TEACHER_CODE', 'vijftien-tekens'],
    ['TEACHER_CODE', '1234567890123456'],
    ['TEACHER_CODE', '2026-11-30-2027-01'],
    ['TEACHER_CODE', 'school-school-school'],
    ['DATA_DIR', 'a\0b'],
  ])('%s=%j gets one clear sentence that names it', (name, value) => {
    const settings = readSettings({ [name]: value });
    if (!('problem' in settings)) throw new Error(`taken as ${JSON.stringify(settings)}`);
    expect(settings.problem).toMatch(new RegExp(`^${name} [^\n]+\\.$`));
  });

  test('behind a proxy the port is the proxy’s alone, and browsers never see it', () => {
    expect(accepted({ PORT: '6000', PUBLIC_URL: 'https://watdoejij.school.nl' }).port).toBe(6000);
  });

  test('a teacher code that could be guessed stops the server, with another one that is drawn anew each time and would do', () => {
    const drawn = Array.from({ length: 20 }, () => {
      const settings = readSettings({ TEACHER_CODE: 'vijftien-tekens' });
      return 'problem' in settings ? (/([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}),/.exec(settings.problem)?.[1] ?? '') : '';
    });
    expect(new Set(drawn).size).toBe(20);
    for (const code of drawn) expect(accepted({ TEACHER_CODE: code }).teacherCode).toBe(code);
  });

  test('a refused teacher code is not repeated on the screen', () => {
    expect(JSON.stringify(readSettings({ TEACHER_CODE: 'abcd5' }))).not.toContain('abcd5');
  });
});
