import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { LANGS, type Lang } from '../../src/locales/languages.ts';
import refusals from '../../src/locales/nl/refusals.json' with { type: 'json' };
import teacherRefusals from '../../src/locales/nl/refusals-teacher.json' with { type: 'json' };
import type { RefusalCode } from '../../src/protocol/refusals.ts';

const codes = Object.keys({ ...refusals, ...teacherRefusals }) as RefusalCode[];
const src = fileURLToPath(new URL('../../src', import.meta.url));
const written = (lang: Lang, file: string) => JSON.parse(readFileSync(join(src, 'locales', lang, file), 'utf8'));
const sentences = new Map(LANGS.map((lang) => [lang, { ...written(lang, 'refusals.json'), ...written(lang, 'refusals-teacher.json') }]));
const sentence = (code: RefusalCode, lang: Lang): string => sentences.get(lang)[code];
/** The code of everything that refuses: the rules, the server, the trial lesson and the messages, without the list itself. */
const refusing = ['lesson', 'story', 'session', 'protocol', 'server', 'trial'].flatMap((folder) =>
  readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && file !== 'refusals.ts')
    .map((file) => readFileSync(join(src, folder, file), 'utf8')),
);

test.each(codes)('%s is said in one short sentence or two, in Dutch and in English', (code) => {
  for (const lang of LANGS) {
    const said = sentence(code, lang);
    expect(said).toMatch(/^[A-Z].*[.!?]$/);
    expect(said.length).toBeLessThan(90);
    expect(said).not.toContain(code);
  }
  expect(sentence(code, 'nl')).not.toBe(sentence(code, 'en'));
});

test.each(codes)('%s is a code that somebody gives', (code) => {
  expect(refusing.some((text) => text.includes(`'${code}'`))).toBe(true);
});

test('no two refusals say the same', () => {
  for (const lang of LANGS) expect(new Set(codes.map((code) => sentence(code, lang))).size).toBe(codes.length);
});
