import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openFile } from '../../src/server/story-file.ts';
import type { Diagnosis } from '../../src/story/check/diagnosis.ts';

const folder = mkdtempSync(join(tmpdir(), 'encodings-'));
afterAll(() => rmSync(folder, { recursive: true }));

function opened(bytes: Uint8Array) {
  writeFileSync(join(folder, 'nl.yaml'), bytes);
  const said: Diagnosis[] = [];
  const { text } = openFile(
    folder,
    ['nl.yaml'],
    () => ({ nl: 'weg', en: 'gone' }),
    (diagnosis) => said.push(diagnosis),
  );
  return { text, said: said.map(({ code, file, line, column, message: { nl } }) => ({ code, file, line, column, nl })) };
}
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const at = { code: 'encoding', file: `${basename(folder)}/nl.yaml` };

test.each([
  ['an old Windows', Buffer.from('title: Avond\nb1: Naar het café toe\n', 'latin1'), { line: 2, column: 17 }, '“café”'],
  [
    'an old Windows, with its quotation marks',
    Buffer.from([0x62, 0x31, 0x3a, 0x20, 0x27, 0x73, 0x20, 0x91, 0x6a, 0x61, 0x92]),
    { line: 1, column: 8 },
    '“‘ja’”',
  ],
  ['“Unicode”', Buffer.concat([Buffer.from([255, 254]), utf16('title: Avond')]), { line: 1, column: 1 }, 'UTF-16'],
  ['“Unicode”, the other way round', Buffer.concat([Buffer.from([254, 255]), utf16('title: Avond').swap16()]), { line: 1, column: 1 }, 'UTF-16'],
])('a file in the encoding of %s is named at its first letter that is lost, with how to save it', (_what, bytes, place, word) => {
  const { text, said } = opened(bytes);
  expect(text).toBe('');
  expect(said).toEqual([{ ...at, ...place, nl: expect.stringContaining(word) }]);
  expect(said[0]?.nl).toContain('“Opslaan als” met de codering UTF-8');
});

test('the mark that Windows puts before UTF-8, and every kind of line end, change nothing', () => {
  const plain = 'title: Avond\nb1: Café\n';
  for (const written of [plain, `\uFEFF${plain}`, plain.replaceAll('\n', '\r\n'), plain.replaceAll('\n', '\r')]) {
    expect(opened(Buffer.from(written))).toEqual({ text: plain, said: [] });
  }
});
