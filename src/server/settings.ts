import { randomInt } from 'node:crypto';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { CODE_ALPHABET } from '../protocol/identity.ts';

/** Settings of a server, from environment variables. */
export interface Settings {
  /** 0 is any free port. */
  port: number;
  host: string;
  dataDir: string;
  /** The origin that phones and teachers reach this server by, where a proxy stands in front of it. */
  publicUrl: string | null;
  /** Who may start lessons; null is anybody who can open the page. */
  teacherCode: string | null;
}

const HOSTNAME = /^(?=.{1,253}$)[a-z\d]([a-z\d-]{0,61}[a-z\d])?(\.[a-z\d]([a-z\d-]{0,61}[a-z\d])?)*$/i;
/**
 * Whoever guesses is held up by nothing but the number of codes, so that no teacher is ever held up by who guesses. A code of 16 letters is one of 4 x 10^22; one of three
 * words out of ten thousand is one of 10^12, of which a server that does nothing else tries 1 in 1000 in 28 hours, and everything in three years.
 */
const TEACHER_CODE_LENGTH = 16;
/** Sixteen of the same character, or a row of digits, is among the first that anybody tries. */
const DIFFERENT_CHARACTERS = 8;
const isGuessable = (code: string) => code.length < TEACHER_CODE_LENGTH || new Set(code).size < DIFFERENT_CHARACTERS || /^[\d\s-]+$/.test(code);
/** Ports that every browser refuses to open, because other programs talk there (the "bad ports" of the Fetch standard). */
const BAD_PORTS = new Set([
  1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123,
  135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995,
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10_080,
]);

/** An empty value counts as absent, because an unfilled line in a service file gives one. */
export function readSettings(env: Record<string, string | undefined>): Settings | { problem: string } {
  const value = (name: string) => env[name]?.trim() || null;

  const port = value('PORT') ?? '4500';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return { problem: `PORT must be a whole number from 1 to 65535 (or 0 for any free port), not "${port}".` };
  }

  const host = value('HOST') ?? '0.0.0.0';
  if (!isIP(host) && (!HOSTNAME.test(host) || /^[\d.]+$/.test(host))) {
    return { problem: `HOST must be an address or the name of this machine, such as 0.0.0.0 or 127.0.0.1, not "${host}".` };
  }

  const dataDir = value('DATA_DIR') ?? 'data';
  if (dataDir.includes('\0')) return { problem: 'DATA_DIR must be the path of a folder.' };

  const publicUrl = value('PUBLIC_URL');
  const origin = publicUrl === null ? null : originOf(publicUrl);
  if (origin === undefined) {
    return { problem: `PUBLIC_URL must be the address that people open, without a path, such as https://watdoejij.school.nl, not "${publicUrl}".` };
  }

  const opened = origin ? Number(new URL(origin).port) : Number(port);
  if (BAD_PORTS.has(opened)) {
    return { problem: `${origin ? 'PUBLIC_URL' : 'PORT'} has port ${opened}, which no browser opens: choose another, such as 4500 or 8080.` };
  }

  const teacherCode = value('TEACHER_CODE');
  if (teacherCode !== null && isGuessable(teacherCode)) {
    return {
      problem: `TEACHER_CODE must have at least ${TEACHER_CODE_LENGTH} characters, ${DIFFERENT_CHARACTERS} of them different and not digits alone, so that nobody can guess it and no teacher has to wait for who tries: four words, or ${drawTeacherCode()}, which was drawn just now.`,
    };
  }

  return { port: Number(port), host, dataDir: resolve(dataDir), publicUrl: origin, teacherCode };
}

/** Sixteen characters that nobody mistakes for another, in groups that can be read out. */
const drawTeacherCode = () =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('')).join('-');

/** `https://a.nl` and `https://a.nl/` are the origin `https://a.nl`; anything with more or less in it is undefined. */
function originOf(text: string): string | undefined {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || !/^https?:\/\//i.test(text)) return undefined;
  const bare = url.pathname === '/' && !/[?#]/.test(text) && !url.username && !url.password;
  return bare ? url.origin : undefined;
}
