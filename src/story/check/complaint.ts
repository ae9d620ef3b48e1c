import type { z } from 'zod';
import type { Code } from './codes.ts';
import type { Diagnosis, Path } from './diagnosis.ts';
import { keysAt, kindOfEach, kindsAt } from './expected.ts';
import { nearest } from './nearest.ts';
import { isBlock, list, phrase, type Read } from './phrase.ts';

/** Turns the issues that zod found into sentences for writers, each with the place that is wrong. */
export interface Complaint {
  code: Code;
  path: Path;
  message: Diagnosis['message'];
}

type Issue = z.core.$ZodIssue;

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined), value);
}

/** The member of a union that the writer most likely meant: the one whose kind is named, and of those the one whose names were used. */
function meant(forms: readonly (readonly Issue[])[], here: unknown, kinds: readonly (string | null)[]): readonly Issue[] {
  const isNamed = (index: number) => {
    const kind = kinds.length === forms.length ? kinds[index] : null;
    return isBlock(here) && typeof kind === 'string' && Object.hasOwn(here, kind) ? 1 : 0;
  };
  const misfit = (issues: readonly Issue[]) =>
    issues.reduce(
      (sum, issue) => sum + (issue.code === 'unrecognized_keys' && issue.path.length === 0 ? 10 * issue.keys.length : issue.path.length > 1 ? 1 : 3),
      0,
    );
  const ranked = forms.map((issues, index) => ({ issues, named: isNamed(index), by: misfit(issues) }));
  return ranked.sort((a, b) => b.named - a.named || a.by - b.by)[0]?.issues ?? [];
}

const keys = (path: readonly PropertyKey[]): Path => path.map((key) => (typeof key === 'symbol' ? String(key) : key));

const missingKey = (issue: Issue, value: unknown) =>
  (issue.code === 'invalid_type' || issue.code === 'invalid_value') && issue.path.length > 0 && valueAt(value, keys(issue.path)) === undefined;
const same = (one: readonly PropertyKey[], other: readonly PropertyKey[]) => JSON.stringify(one) === JSON.stringify(other);

/** A name that stands in a block where the block around it lacks it, or the other way round: it was indented too far, or not far enough. */
function shifted(issues: readonly Issue[], here: unknown, above: Path): { complaints: Complaint[]; rest: Issue[] } {
  const complaints: Complaint[] = [];
  const placed = new Set<Issue>();
  const rest = issues.flatMap((issue): Issue[] => {
    if (issue.code !== 'unrecognized_keys') return [issue];
    const block = keys(issue.path);
    const left = issue.keys.filter((key) => {
      const lacks = (path: Path) => issues.find((other) => !placed.has(other) && missingKey(other, here) && same(keys(other.path), path));
      const inner = Object.keys(valueAt(here, block) ?? {}).map((name) => ({ name, lacking: lacks([...block, name, key]) }));
      const [outside, inside] = [block.length > 0 ? lacks([...block.slice(0, -1), key]) : undefined, inner.find(({ lacking }) => lacking)];
      const lacking = outside ?? inside?.lacking;
      if (!lacking) return true;
      placed.add(lacking);
      const [wrong, right] = [String(block.at(-1)), inside?.name ?? ''];
      complaints.push({
        code: 'unknown-key',
        path: [...above, ...block, key],
        message: outside
          ? {
              nl: `“${key}” staat te ver naar rechts: hij hoort niet in “${wrong}”, maar ernaast. Zet hem recht onder “${wrong}”.`,
              en: `“${key}” is indented too far: it does not belong in “${wrong}” but beside it. Put it straight below “${wrong}”.`,
            }
          : {
              nl: `“${key}” staat te ver naar links: hij hoort in “${right}”. Zet hem, met alles eronder, twee spaties verder naar rechts.`,
              en: `“${key}” is not indented far enough: it belongs in “${right}”. Move it, with all below it, two spaces to the right.`,
            },
      });
      return false;
    });
    return left.length > 0 ? [{ ...issue, keys: left }] : [];
  });
  return { complaints, rest: rest.filter((issue) => !placed.has(issue)) };
}

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
    const known = keysAt(read.schema, [...above, ...block]);
    const free = known.filter((key) => valueAt(here, [...block, key]) === undefined);
    const unexplained = issue.keys.filter((key) => {
      // A name of another kind of block is spelt well: it stands in the wrong place.
      const meant = known.includes(key) ? null : (nearest(key, free) ?? only);
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
  const guess = own
    .filter((key) => !known.includes(key))
    .map((key) => ({ key, meant: nearest(key, known) }))
    .find(({ meant }) => meant !== null);
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
  const moved = shifted(issues, valueAt(read.value, above), above);
  const { complaints, rest } = misspelt(moved.rest, read, above);
  complaints.unshift(...moved.complaints);
  for (const issue of rest) {
    const path = [...above, ...keys(issue.path)];
    const here = valueAt(read.value, path);
    if (issue.code !== 'invalid_union') {
      const at = issue.code === 'unrecognized_keys' ? [...path, issue.keys[0]!] : path;
      complaints.push({ path: at, ...phrase(issue, here, path, read) });
      continue;
    }
    const best = meant(issue.errors, here, kindOfEach(read.schema, path));
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
