import type { z } from 'zod';
import type { Diagnosis, Path } from './diagnosis.ts';

/** Turns the issues that zod found into sentences for writers, each with the place that is wrong. */
export interface Complaint {
  path: Path;
  message: Diagnosis['message'];
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
  object: ['een blok met namen', 'a block of names'],
  record: ['een blok met namen', 'a block of names'],
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

function phrase(issue: Issue, value: unknown): Diagnosis['message'] {
  switch (issue.code) {
    case 'unrecognized_keys':
      return {
        nl: `${list(issue.keys)} hoort hier niet. Kijk of het goed gespeld is en of het op de juiste plek staat.`,
        en: `${list(issue.keys)} does not belong here. Check the spelling and the place.`,
      };
    case 'invalid_type': {
      const [nl, en] = KINDS[issue.expected] ?? [issue.expected, issue.expected];
      const name = String(issue.path.at(-1) ?? '');
      if (value === undefined) return { nl: `“${name}” ontbreekt. Zet het erbij: ${nl}.`, en: `“${name}” is missing. Add it: ${en}.` };
      if (value === null) return { nl: `“${name}” is leeg. Vul hier ${nl} in.`, en: `“${name}” is empty. Write ${en} here.` };
      return { nl: `“${name}” moet ${nl} zijn.`, en: `“${name}” must be ${en}.` };
    }
    case 'invalid_value':
      if (value === undefined) {
        const name = list([issue.path.at(-1)]);
        return {
          nl: `${name} ontbreekt. Zet het erbij en kies uit: ${list(issue.values)}.`,
          en: `${name} is missing. Add it and choose from: ${list(issue.values)}.`,
        };
      }
      return {
        nl: `${list([value])} kan hier niet. Kies uit: ${list(issue.values)}.`,
        en: `${list([value])} is not possible here. Choose from: ${list(issue.values)}.`,
      };
    case 'invalid_format': {
      const [, nl, en] = FORMS.find(([form]) => form.test(issue.pattern ?? '')) ?? [null, 'iets anders', 'something else'];
      return { nl: `${list([value])} kan hier niet. Hier hoort ${nl}.`, en: `${list([value])} is not possible here. It must be ${en}.` };
    }
    case 'invalid_key':
      return {
        nl: `De naam ${list([issue.path.at(-1)])} kan hier niet. Gebruik kleine letters, cijfers en streepjes.`,
        en: `The name ${list([issue.path.at(-1)])} is not possible here. Use lower case letters, digits and hyphens.`,
      };
    case 'too_small':
      if (issue.origin === 'string') return { nl: 'Hier staat geen tekst. Vul hem in.', en: 'There is no text here. Write it.' };
      return issue.origin === 'array'
        ? {
            nl: `Hier horen er ${issue.exact ? 'precies' : 'ten minste'} ${issue.minimum}.`,
            en: `There must be ${issue.exact ? 'exactly' : 'at least'} ${issue.minimum} here.`,
          }
        : { nl: `Dit getal moet ten minste ${issue.minimum} zijn.`, en: `This number must be at least ${issue.minimum}.` };
    case 'too_big':
      if (issue.origin === 'string')
        return { nl: `Deze tekst mag hoogstens ${issue.maximum} tekens hebben.`, en: `This text may have at most ${issue.maximum} characters.` };
      return issue.origin === 'array'
        ? {
            nl: `Hier horen er ${issue.exact ? 'precies' : 'hoogstens'} ${issue.maximum}.`,
            en: `There must be ${issue.exact ? 'exactly' : 'at most'} ${issue.maximum} here.`,
          }
        : { nl: `Dit getal mag hoogstens ${issue.maximum} zijn.`, en: `This number may be at most ${issue.maximum}.` };
    default:
      return { nl: `Dit klopt niet: ${issue.message}`, en: `This is not right: ${issue.message}` };
  }
}

export function complaintsOf(issues: readonly Issue[], value: unknown, above: Path = []): Complaint[] {
  return issues.flatMap((issue) => {
    const path = [...above, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))];
    if (issue.code !== 'invalid_union') {
      const at = issue.code === 'unrecognized_keys' ? [...path, issue.keys[0]!] : path;
      return [{ path: at, message: phrase({ ...issue, path }, valueAt(value, path)) }];
    }
    const here = valueAt(value, path);
    const known = issue.errors
      .flat()
      .flatMap(({ code, path: [first, ...deeper] }) => (code === 'invalid_type' && deeper.length === 0 && first !== undefined ? [first] : []));
    const isBlock = typeof here === 'object' && here !== null && !Array.isArray(here);
    const best = meant(issue.errors);
    if (
      isBlock &&
      best.some(({ code, path: inner }) => code === 'unrecognized_keys' && inner.length === 0) &&
      best.some(({ code, path: inner }) => code === 'invalid_type' && inner.length === 1)
    ) {
      const kinds = [...new Set(known)];
      return [
        {
          path,
          message: {
            nl: `Het is niet duidelijk wat dit is: ${list(Object.keys(here))}. Dit soort blok begint met een van deze: ${list(kinds)}.`,
            en: `It is not clear what this is: ${list(Object.keys(here))}. This kind of block starts with one of these: ${list(kinds)}.`,
          },
        },
      ];
    }
    return complaintsOf(best, value, path);
  });
}
