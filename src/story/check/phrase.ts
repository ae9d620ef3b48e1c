import { z } from 'zod';
import { quoted } from '../schema/quoted.ts';
import { Id } from '../schema/scalars.ts';
import type { Code } from './codes.ts';
import type { Diagnosis, Path } from './diagnosis.ts';
import { isSign, nameOfSign } from './emoji-signs.ts';
import { expectedAt } from './expected.ts';
import { asName, didYouMean } from './nearest.ts';

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

const SCENE: [string, string] = ['de naam van een scène', 'the name of a scene'];
const PERSON: [string, string] = ['de naam van iemand uit cast', 'the name of somebody in cast'];
const TEXT_NAME: [string, string] = ['de naam van een tekst uit nl.yaml en en.yaml', 'the name of a text in nl.yaml and en.yaml'];
/** What a name at such a place is the name of. */
const NAMED: Record<string, [string, string]> = {
  next: SCENE,
  to: SCENE,
  start: SCENE,
  else: SCENE,
  who: PERSON,
  chat: ['de naam van een chat', 'the name of a chat'],
  text: TEXT_NAME,
  id: ['een eigen naam', 'a name of its own'],
};

/** What belongs at a place, as one types it. */
function wanted(expected: string, path: Path, read: Read): [string, string] {
  const forms = expectedAt(read.schema, path);
  if (expected === 'string' && forms.includes(Id)) return NAMED[String(path.at(-1))] ?? ['een naam', 'a name'];
  const [block, ...others] = forms.filter((form) => form instanceof z.ZodObject);
  if (expected === 'object' && block && others.length === 0) {
    const keys = Object.entries(block.shape).flatMap(([key, form]) => (form instanceof z.ZodOptional ? [] : [`${key}: …`]));
    if (keys.length > 0) return [`een blok zoals { ${keys.join(', ')} }`, `a block such as { ${keys.join(', ')} }`];
  }
  return KINDS[expected] ?? [expected, expected];
}

export const list = (items: readonly unknown[]) =>
  items.map((item) => `“${typeof item === 'object' ? JSON.stringify(item) : String(item)}”`).join(', ');

export const isBlock = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
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

interface Said {
  code: Code;
  message: Diagnosis['message'];
}

function wrongType(expected: string, name: string, value: unknown, path: Path, read: Read): Said {
  const [nl, en] = wanted(expected, path, read);
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

/** A pasted emoji, where its name belongs. */
function pasted(sign: string, options: readonly string[]): Said {
  const name = nameOfSign(sign);
  const help =
    name !== null && options.includes(name)
      ? { nl: `Typ de naam: ${name}`, en: `Type its name: ${name}` }
      : {
          nl: `Deze is er niet. Alle namen staan met hun tekening op de pagina die npm run scenarios -- --pictures maakt.`,
          en: `There is none of it. All names stand with their drawing on the page that npm run scenarios -- --pictures makes.`,
        };
  return {
    code: 'not-an-option',
    message: { nl: `${list([sign])} kan hier niet. ${help.nl}`, en: `${list([sign])} is not possible here. ${help.en}` },
  };
}

/** The kinds of node that themselves say where a class goes, or where it ends. */
const WITHOUT_NEXT = ['vote', 'junction', 'bySize', 'end'];
const noNext = (kind: string): Said => ({
  code: 'unknown-key',
  message:
    kind === 'end'
      ? {
          nl: 'Een end heeft geen next: hier eindigt het verhaal. Haal deze regel weg.',
          en: 'An end has no next: the story ends here. Remove this line.',
        }
      : kind === 'vote'
        ? {
            nl: 'Een vote heeft geen next: elke keuze heeft zijn eigen to. Haal deze regel weg.',
            en: 'A vote has no next: every choice has a to of its own. Remove this line.',
          }
        : {
            nl: `Een ${kind} heeft geen next: elke regel erin heeft zijn eigen to. Haal deze regel weg.`,
            en: `A ${kind} has no next: every line in it has a to of its own. Remove this line.`,
          },
});

/** What one issue that zod found means, in a sentence. */
export function phrase(issue: Issue, value: unknown, path: Path, read: Read): Said {
  const name = nameOf(path);
  switch (issue.code) {
    case 'unrecognized_keys':
      if (issue.keys.includes('next') && isBlock(value)) {
        const kind = Object.keys(value).find((key) => WITHOUT_NEXT.includes(key));
        if (kind !== undefined) return noNext(kind);
      }
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
      if (typeof value === 'string' && isSign(value)) return pasted(value, options);
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
                nl: `In de lijst “${name}” horen ${issue.exact ? 'precies' : 'ten minste'} ${issue.minimum} delen.`,
                en: `The list “${name}” must have ${issue.exact ? 'exactly' : 'at least'} ${issue.minimum} parts.`,
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
                  nl: `In de lijst “${name}” horen ${issue.exact ? 'precies' : 'hoogstens'} ${issue.maximum} delen.`,
                  en: `The list “${name}” must have ${issue.exact ? 'exactly' : 'at most'} ${issue.maximum} parts.`,
                }
              : { nl: `Dit getal mag hoogstens ${issue.maximum} zijn.`, en: `This number may be at most ${issue.maximum}.` },
      };
    default:
      return { code: 'wrong-form', message: { nl: `Dit klopt niet: ${issue.message}`, en: `This is not right: ${issue.message}` } };
  }
}
