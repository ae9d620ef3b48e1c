import type { z } from 'zod';
import { quoted } from '../schema/quoted.ts';
import { Id } from '../schema/scalars.ts';
import type { Code } from './codes.ts';
import type { Diagnosis, Path } from './diagnosis.ts';
import { expectedAt, keysAt, kindsAt } from './expected.ts';
import { asName, didYouMean, nearest } from './nearest.ts';

/** Turns the issues that zod found into sentences for writers, each with the place that is wrong. */
export interface Complaint {
  code: Code;
  path: Path;
  message: Diagnosis['message'];
}

/** What was read, by which schema, and how a value is written in the file. */
export interface Read {
  schema: z.ZodType;
  value: unknown;
  written: (path: Path) => string;
}

type Issue = z.core.$ZodIssue;

const FORMS: [RegExp, string, string][] = [
  [
    /a-z0-9-/,
    'een naam met alleen kleine letters, cijfers en streepjes, die begint met een letter',
    'a name of lower case letters, digits and hyphens that starts with a letter',
  ],
  [
    /S\[0-4\]:/,
    'een bron zoals S1:564-617 of ≈S1:564-617, of D voor een eigen ontwerp',
    'a source such as S1:564-617 or ≈S1:564-617, or D for our own design',
  ],
  [/\\d\{4\}/, 'een datum zoals 2026-01-31, tussen aanhalingstekens', 'a date such as 2026-01-31, between quotation marks'],
  [/S\[0-4\]/, 'een bron: S0, S1, S2, S3 of S4', 'a source: S0, S1, S2, S3 or S4'],
];
const KINDS: Record<string, [string, string]> = {
  string: ['een tekst', 'a text'],
  number: ['een getal', 'a number'],
  int: ['een heel getal', 'a whole number'],
  boolean: ['true of false', 'true or false'],
  array: ['een lijst', 'a list'],
  object: ['een blok zoals { naam: waarde }', 'a block such as { name: value }'],
  record: ['een blok zoals { naam: waarde }', 'a block such as { name: value }'],
  tuple: ['een lijst', 'a list'],
};

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined), value);
}

const list = (items: readonly unknown[]) => items.map((item) => `“${typeof item === 'object' ? JSON.stringify(item) : String(item)}”`).join(', ');

/** The member of a union that the writer most likely meant: the one whose names were used. */
function meant(forms: readonly (readonly Issue[])[]): readonly Issue[] {
  const misfit = (issues: readonly Issue[]) =>
    issues.reduce(
      (sum, issue) => sum + (issue.code === 'unrecognized_keys' && issue.path.length === 0 ? 10 * issue.keys.length : issue.path.length > 1 ? 1 : 3),
      0,
    );
  return [...forms].sort((a, b) => misfit(a) - misfit(b))[0] ?? [];
}

const SMART = /^[“”„‟«»‘’‚‛]|[“”„‟«»‘’‚‛]$/;
const YES_NO: Record<string, 'true' | 'false'> = {
  true: 'true',
  yes: 'true',
  ja: 'true',
  on: 'true',
  aan: 'true',
  false: 'false',
  no: 'false',
  nee: 'false',
  off: 'false',
  uit: 'false',
};

/** What was typed where true, false or a number belongs and is a text for YAML. Null: something else. */
export function bare(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  return YES_NO[value.toLowerCase()] ?? (/^-?\d+(?:\.\d+)?$/.test(value) ? value : null);
}
const typeBare = (value: string) => ({
  nl: `Typ ${value}, zonder aanhalingstekens.`,
  en: `Type ${value}, without quotation marks.`,
});

type Said = Pick<Complaint, 'code' | 'message'>;

function wrongType(expected: string, name: string, value: unknown, path: Path, read: Read): Said {
  const [nl, en] = KINDS[expected] ?? [expected, expected];
  if (value === undefined)
    return { code: 'missing-key', message: { nl: `“${name}” ontbreekt. Zet het erbij: ${nl}.`, en: `“${name}” is missing. Add it: ${en}.` } };
  if (value === null)
    return { code: 'empty-value', message: { nl: `“${name}” is leeg. Vul hier ${nl} in.`, en: `“${name}” is empty. Write ${en} here.` } };
  const must = { nl: `“${name}” moet ${nl} zijn.`, en: `“${name}” must be ${en}.` };
  const said = (code: Code, more: Diagnosis['message']): Said => ({ code, message: { nl: `${must.nl} ${more.nl}`, en: `${must.en} ${more.en}` } });
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    const text = read.written(path) || String(value);
    if (expectedAt(read.schema, path).includes(Id)) {
      return {
        code: 'wrong-form',
        message: { nl: `“${text}” kan hier niet. Hier hoort ${FORMS[0]![1]}.`, en: `“${text}” is not possible here. It must be ${FORMS[0]![2]}.` },
      };
    }
    const [read_nl, read_en] = typeof value === 'number' ? ['een getal', 'a number'] : ['ja of nee', 'yes or no'];
    return said('unquoted-value', {
      nl: `YAML leest ${text} als ${read_nl}. Typ aanhalingstekens: ${quoted(text)}`,
      en: `YAML reads ${text} as ${read_en}. Type quotation marks: ${quoted(text)}`,
    });
  }
  if (expected === 'array' && (typeof value === 'string' || isBlock(value))) {
    return (typeof value === 'string' ? value : (Object.keys(value)[0] ?? '')).startsWith('-')
      ? said('missing-space', { nl: 'Achter elk streepje hoort een spatie.', en: 'A space belongs after each hyphen.' })
      : said('wrong-type', {
          nl: 'Zet er [ ] omheen, of zet elk deel op een eigen regel met een streepje en een spatie ervoor.',
          en: 'Put [ ] around it, or put each part on a line of its own with a hyphen and a space before it.',
        });
  }
  if (expected === 'number' && typeof value === 'string' && /^\d+(?: \d+)+$/.test(value)) {
    return said('wrong-type', {
      nl: `Zet er komma’s tussen: ${value.replaceAll(' ', ', ')}`,
      en: `Put commas between them: ${value.replaceAll(' ', ', ')}`,
    });
  }
  if ((expected === 'object' || expected === 'record') && typeof value === 'string' && /^[\w-]+:\S/.test(value)) {
    return said('missing-space', { nl: 'Achter elke dubbele punt hoort een spatie.', en: 'A space belongs after each colon.' });
  }
  if (typeof value === 'string' && SMART.test(value)) return smart(value);
  const meant = bare(value);
  if (meant !== null && (/true|false/.test(meant) ? expected === 'boolean' : expected === 'number' || expected === 'int'))
    return said('wrong-type', typeBare(meant));
  return { code: 'wrong-type', message: must };
}

const smart = (value: string): Said => ({
  code: 'smart-quotes',
  message: {
    nl: `De aanhalingstekens van ${value} zijn voor YAML gewone letters. Typ rechte (' of "), of laat ze weg.`,
    en: `The quotation marks of ${value} are ordinary letters to YAML. Type straight ones (' or "), or leave them out.`,
  },
});

/** What a place is called: its name, or its number in the list above it. */
function nameOf(path: Path): string {
  const last = path.at(-1) ?? '';
  return typeof last === 'number' ? `${path.at(-2) ?? ''} ${last + 1}` : last;
}

function phrase(issue: Issue, value: unknown, path: Path, read: Read): Said {
  const name = nameOf(path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return {
        code: 'unknown-key',
        message: {
          nl: `${list(issue.keys)} hoort hier niet. Kijk of het goed gespeld is en of het op de juiste plek staat.`,
          en: `${list(issue.keys)} does not belong here. Check the spelling and the place.`,
        },
      };
    case 'invalid_type':
      return wrongType(issue.expected, name, value, path, read);
    case 'invalid_value': {
      const options = issue.values.map(String);
      if (value === undefined) {
        return {
          code: 'missing-key',
          message: {
            nl: `“${name}” ontbreekt. Zet het erbij en kies uit: ${list(options)}.`,
            en: `“${name}” is missing. Add it and choose from: ${list(options)}.`,
          },
        };
      }
      if (typeof value === 'string' && SMART.test(value)) return smart(value);
      const meant = bare(value);
      const help = meant !== null && options.includes(meant) ? typeBare(meant) : typeof value === 'string' ? didYouMean(value, options) : null;
      return {
        code: 'not-an-option',
        message: {
          nl: `${list([value])} kan hier niet. ${help ? `${help.nl} ` : ''}Kies uit: ${list(options)}.`,
          en: `${list([value])} is not possible here. ${help ? `${help.en} ` : ''}Choose from: ${list(options)}.`,
        },
      };
    }
    case 'invalid_format': {
      if (typeof value === 'string' && SMART.test(value)) return smart(value);
      const form = FORMS.find(([one]) => one.test(issue.pattern ?? ''));
      const [, nl, en] = form ?? [null, 'iets anders', 'something else'];
      if (form === FORMS[0] && String(value).trim().split(/\s+/).length > 2) {
        return {
          code: 'wrong-form',
          message: {
            nl: `Hier hoort een naam, geen tekst. Is ${list([value])} een tekst? Zet die in nl.yaml en en.yaml onder een naam, en zet hier die naam.`,
            en: `A name belongs here, no text. Is ${list([value])} a text? Put it into nl.yaml and en.yaml under a name, and write that name here.`,
          },
        };
      }
      const better = form === FORMS[0] ? asName(String(value)) : '';
      return {
        code: 'wrong-form',
        message: {
          nl: `${list([value])} kan hier niet. Hier hoort ${nl}${better ? `, zoals “${better}”` : ''}.`,
          en: `${list([value])} is not possible here. It must be ${en}${better ? `, such as “${better}”` : ''}.`,
        },
      };
    }
    case 'invalid_key': {
      const better = asName(name);
      return {
        code: 'wrong-form',
        message: {
          nl: `De naam “${name}” kan hier niet. Gebruik kleine letters, cijfers en streepjes${better ? `, zoals “${better}”` : ''}.`,
          en: `The name “${name}” is not possible here. Use lower case letters, digits and hyphens${better ? `, such as “${better}”` : ''}.`,
        },
      };
    }
    case 'too_small':
      if (issue.origin === 'string')
        return { code: 'empty-value', message: { nl: 'Hier staat geen tekst. Vul hem in.', en: 'There is no text here. Write it.' } };
      return {
        code: 'wrong-amount',
        message:
          issue.origin === 'array'
            ? {
                nl: `Hier horen er ${issue.exact ? 'precies' : 'ten minste'} ${issue.minimum}.`,
                en: `There must be ${issue.exact ? 'exactly' : 'at least'} ${issue.minimum} here.`,
              }
            : { nl: `Dit getal moet ten minste ${issue.minimum} zijn.`, en: `This number must be at least ${issue.minimum}.` },
      };
    case 'too_big':
      return {
        code: 'wrong-amount',
        message:
          issue.origin === 'string'
            ? { nl: `Deze tekst mag hoogstens ${issue.maximum} tekens hebben.`, en: `This text may have at most ${issue.maximum} characters.` }
            : issue.origin === 'array'
              ? {
                  nl: `Hier horen er ${issue.exact ? 'precies' : 'hoogstens'} ${issue.maximum}.`,
                  en: `There must be ${issue.exact ? 'exactly' : 'at most'} ${issue.maximum} here.`,
                }
              : { nl: `Dit getal mag hoogstens ${issue.maximum} zijn.`, en: `This number may be at most ${issue.maximum}.` },
      };
    default:
      return { code: 'wrong-form', message: { nl: `Dit klopt niet: ${issue.message}`, en: `This is not right: ${issue.message}` } };
  }
}

const isBlock = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
const missingKey = (issue: Issue, value: unknown) =>
  (issue.code === 'invalid_type' || issue.code === 'invalid_value') && issue.path.length > 0 && valueAt(value, keys(issue.path)) === undefined;
const keys = (path: readonly PropertyKey[]): Path => path.map((key) => (typeof key === 'symbol' ? String(key) : key));

/** A name that is not known where a block has one that is nearly the same: one mistake, not an unknown name and a missing one. */
function misspelt(issues: readonly Issue[], read: Read, above: Path): { complaints: Complaint[]; rest: Issue[] } {
  const complaints: Complaint[] = [];
  const rest: Issue[] = [];
  const found = new Set<string>();
  const here = valueAt(read.value, above);
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') {
      rest.push(issue);
      continue;
    }
    const block = keys(issue.path);
    const lacking = issues.filter((other) => missingKey(other, here) && JSON.stringify(other.path.slice(0, -1)) === JSON.stringify(issue.path));
    const only = lacking.length === 1 && issue.keys.length === 1 ? String(lacking[0]?.path.at(-1)) : null;
    const free = keysAt(read.schema, [...above, ...block]).filter((key) => valueAt(here, [...block, key]) === undefined);
    const unexplained = issue.keys.filter((key) => {
      const meant = nearest(key, free) ?? only;
      if (meant === null) return true;
      found.add(JSON.stringify([...block, meant]));
      complaints.push({
        code: 'unknown-key',
        path: [...above, ...block, key],
        message: { nl: `“${key}” hoort hier niet. Bedoelde je “${meant}”?`, en: `“${key}” does not belong here. Did you mean “${meant}”?` },
      });
      return false;
    });
    if (unexplained.length > 0) rest.push({ ...issue, keys: unexplained });
  }
  // Where a block may have names of its own, one of them is perhaps the one that is missing.
  const left = rest.filter((issue) => {
    if (!missingKey(issue, here)) return true;
    if (found.has(JSON.stringify(keys(issue.path)))) return false;
    const [block, missing] = [keys(issue.path.slice(0, -1)), String(issue.path.at(-1))];
    const known = keysAt(read.schema, [...above, ...block]);
    const own = valueAt(here, block);
    const written = isBlock(own)
      ? nearest(
          missing,
          Object.keys(own).filter((key) => !known.includes(key)),
        )
      : null;
    if (written === null || rest.some((other) => other.code === 'unrecognized_keys')) return true;
    complaints.push({
      code: 'unknown-key',
      path: [...above, ...block, written],
      message: { nl: `“${written}” hoort hier niet. Bedoelde je “${missing}”?`, en: `“${written}” does not belong here. Did you mean “${missing}”?` },
    });
    return false;
  });
  return { complaints, rest: left };
}

function unclear(here: object, known: readonly string[], path: Path): Complaint {
  const own = Object.keys(here);
  const guess = own.map((key) => ({ key, meant: nearest(key, known) })).find(({ meant }) => meant !== null);
  if (guess) {
    return {
      code: 'unknown-key',
      path: [...path, guess.key],
      message: {
        nl: `“${guess.key}” hoort hier niet. Bedoelde je “${guess.meant}”?`,
        en: `“${guess.key}” does not belong here. Did you mean “${guess.meant}”?`,
      },
    };
  }
  return {
    code: 'unclear-block',
    path,
    message: {
      nl: `Het is niet duidelijk wat dit is: ${list(own)}. Dit soort blok begint met een van deze: ${list(known)}.`,
      en: `It is not clear what this is: ${list(own)}. This kind of block starts with one of these: ${list(known)}.`,
    },
  };
}

function complaintsAt(issues: readonly Issue[], read: Read, above: Path): Complaint[] {
  const { complaints, rest } = misspelt(issues, read, above);
  for (const issue of rest) {
    const path = [...above, ...keys(issue.path)];
    const here = valueAt(read.value, path);
    if (issue.code !== 'invalid_union') {
      const at = issue.code === 'unrecognized_keys' ? [...path, issue.keys[0]!] : path;
      complaints.push({ path: at, ...phrase(issue, here, path, read) });
      continue;
    }
    const best = meant(issue.errors);
    const lost =
      isBlock(here) &&
      best.some(({ code, path: inner }) => code === 'unrecognized_keys' && inner.length === 0) &&
      best.some(({ code, path: inner }) => code === 'invalid_type' && inner.length === 1);
    if (lost) complaints.push(unclear(here, kindsAt(read.schema, path), path));
    else complaints.push(...complaintsAt(best, read, path));
  }
  return complaints;
}

/** A name that cannot be is said once, however often it is used. */
export function complaintsOf(issues: readonly Issue[], read: Read): Complaint[] {
  const all = complaintsAt(issues, read, []);
  const name = ({ path, message }: Complaint) =>
    (message.nl.includes('kleine letters') ? message.nl.match(/“([^”]*)”/)?.[1] : undefined) ?? JSON.stringify(path);
  const at = ({ path }: Complaint) => JSON.stringify(path).slice(0, -1);
  // Of what is no list, or has something wrong inside, it is too early to count.
  const counted = all.filter((one) => one.code !== 'wrong-amount' || !all.some((other) => other !== one && at(other).startsWith(at(one))));
  return counted.filter(
    (one, index) => one.code !== 'wrong-form' || counted.findIndex((other) => other.code === 'wrong-form' && name(other) === name(one)) === index,
  );
}
