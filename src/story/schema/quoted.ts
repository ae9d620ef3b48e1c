/** Longer texts are shown by their beginning: the writer sees which one is meant. */
const SHOWN = 60;

/** A text as it may stand in YAML, with the quotation marks that it needs. */
export function quoted(text: string): string {
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN).trimEnd()}…` : text;
  return shown.includes("'") && !/["\\]/.test(shown) ? `"${shown}"` : `'${shown.replaceAll("'", "''")}'`;
}

/** Without the marks that already stand around all of it. */
export function unquoted(text: string): string {
  const [first = '', last = ''] = [text.at(0), text.at(-1)];
  return text.length > 1 && first === last && /['"]/.test(first) ? text.slice(1, -1) : text;
}
