const said = new Set<string>();

/** What a story names and nothing draws is shown as a dot or in grey. Which name that was, the console says once. */
export function sayUnknown(kind: string, name: string): void {
  const sentence = `The board knows no ${kind} "${name}".`;
  if (said.has(sentence)) return;
  said.add(sentence);
  console.error(sentence);
}
