/** How many letters must be typed, dropped, changed or swapped with their neighbour to make one name of another. */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    const [above = [], before = []] = [rows[i - 1], rows[i - 2]];
    for (let j = 1; j <= b.length; j++) {
      const change = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change, swap));
    }
    rows.push(row);
  }
  return rows.at(-1)?.at(-1) ?? 0;
}

/** Without what is easily typed otherwise: capitals, accents, spaces. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

/** As names are written in a story: “Yara’s mentor” as `yara-s-mentor`. */
export const asName = (text: string): string => plain(text).replace(/^[-0-9]+/, '');

/** The name that was probably meant. Null where none is near, or several are equally near: a wrong guess misleads. */
export function nearest(wrong: string, known: readonly string[]): string | null {
  const name = plain(wrong);
  const [same, ...more] = known.filter((one) => plain(one) === name);
  if (same !== undefined && more.length === 0) return same;
  const most = (one: string) => Math.max(1, Math.floor(Math.max(name.length, one.length) / 3));
  const far = known.map((one) => ({ one, by: distance(name, plain(one)) })).sort((a, b) => a.by - b.by);
  const [first, second] = far;
  if (first && first.by <= most(first.one) && first.by < Math.max(name.length, 2) && first.by !== second?.by) return first.one;
  const [part, ...others] = known.filter(
    (one) => name.length > 2 && (one.startsWith(`${name}-`) || one.endsWith(`-${name}`) || name.startsWith(`${one}-`)),
  );
  return others.length === 0 ? (part ?? null) : null;
}

/** Behind a sentence about a name that does not exist. */
export function didYouMean(wrong: string, known: readonly string[]): { nl: string; en: string } | null {
  const meant = nearest(wrong, known);
  return meant === null ? null : { nl: `Bedoelde je “${meant}”?`, en: `Did you mean “${meant}”?` };
}
