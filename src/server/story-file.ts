import { closeSync, fstatSync, openSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Code } from '../story/check/codes.ts';
import type { Diagnosis, Message, StoryFile } from '../story/check/diagnosis.ts';

/** Twenty times the largest story: what is larger was put there by mistake, and would hold the server up. */
const LARGEST_FILE = 1_000_000;

/** The bytes of a writer's file, or the code of why there are none. A folder, a pipe or a disk of films may stand where a file belongs. */
export function bytesOf(path: string): Buffer | string {
  try {
    // Asked before it is opened: opening a pipe waits for its writer.
    const { size, isFile } = kindOf(path);
    if (!isFile) return 'NOT_A_FILE';
    if (size > LARGEST_FILE) return 'TOO_LARGE';
    const file = openSync(path, 'r');
    try {
      return fstatSync(file).size > LARGEST_FILE ? 'TOO_LARGE' : readFileSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'UNKNOWN';
  }
}

function kindOf(path: string): { size: number; isFile: boolean } {
  const stat = statSync(path);
  return { size: stat.size, isFile: stat.isFile() };
}

const WHY: Record<string, (file: string) => Message> = {
  NOT_A_FILE: (file) => ({
    nl: `${file} is geen bestand, maar bijvoorbeeld een map. Zet hier het bestand met die naam neer.`,
    en: `${file} is not a file but, for example, a folder. Put the file of that name here.`,
  }),
  TOO_LARGE: (file) => ({
    nl: `${file} is groter dan een miljoen tekens. Een verhaal is veel kleiner: kijk of dit het goede bestand is.`,
    en: `${file} is larger than a million characters. A story is much smaller: see whether this is the right file.`,
  }),
  ELOOP: (file) => ({
    nl: `${file} is een koppeling die naar zichzelf leidt. Zet hier het bestand zelf neer.`,
    en: `${file} is a link that leads to itself. Put the file itself here.`,
  }),
};
const unreadable = (file: string, code: string): Message => ({
  nl: `${file} kan niet worden gelezen (${code}). Kijk of dit bestand van jou is en of de schijf in orde is.`,
  en: `${file} cannot be read (${code}). See whether this file is yours and whether the disk is in order.`,
});

const SAVE = {
  nl: 'Kies in je editor “Opslaan als” met de codering UTF-8, en kijk of alle letters dan goed staan.',
  en: 'Choose “Save as” with the encoding UTF-8 in your editor, and see whether all letters are right then.',
};

/** In what it was probably saved, by what stands there when one reads it so. */
function notUtf8(bytes: Uint8Array, before: string): Message {
  const [first = 0, second = 0] = bytes;
  if (first + second === 0xff + 0xfe) {
    return { nl: `Dit bestand is bewaard als UTF-16 (“Unicode”). ${SAVE.nl}`, en: `This file was saved as UTF-16 (“Unicode”). ${SAVE.en}` };
  }
  const from = new TextEncoder().encode(before).length;
  const read = (start: number, end: number) => new TextDecoder('windows-1252').decode(bytes.subarray(Math.max(0, start), end));
  const word = `${/[\p{L}’']*$/u.exec(read(from - 20, from))?.[0] ?? ''}${/^\S[\p{L}’']*/u.exec(read(from, from + 20))?.[0] ?? ''}`;
  return {
    nl: `Dit bestand is niet bewaard als UTF-8, maar waarschijnlijk als “ANSI” van Windows: hier staat dan “${word}”. ${SAVE.nl}`,
    en: `This file was not saved as UTF-8 but probably as “ANSI” by Windows: then this says “${word}”. ${SAVE.en}`,
  };
}

/** What a file in another encoding is full of: bytes that are no character, or the empty halves of UTF-16. */
const LOST = /[\uFFFD\0]/;

/** A file of the stories as text, empty where it cannot be read: then `note` hears why. `missing`: what to say where it is not there. */
export function openFile(root: string, path: readonly string[], missing: (file: string) => Message, note: (diagnosis: Diagnosis) => void): StoryFile {
  const file = [basename(root), ...path].join('/');
  const wrong = (code: Code, message: Message, line = 1, column = 1): StoryFile => {
    note({ severity: 'error', code, file, line, column, node: null, message });
    return { path: file, text: '' };
  };
  const bytes = bytesOf(join(root, ...path));
  if (bytes === 'ENOENT') return wrong('missing-file', missing(file));
  if (typeof bytes === 'string') return wrong('unreadable-file', (WHY[bytes] ?? ((name) => unreadable(name, bytes)))(file));
  // A story is the same whatever its lines end with: an editor or Git on Windows may change that in all of its files.
  const decoded = new TextDecoder().decode(bytes);
  const text = decoded.replace(/\r\n?/g, '\n');
  const lost = text.search(LOST);
  if (lost < 0) return { path: file, text };
  const before = text.slice(0, lost).split('\n');
  return wrong('encoding', notUtf8(bytes, decoded.slice(0, decoded.search(LOST))), before.length, (before.at(-1)?.length ?? 0) + 1);
}
