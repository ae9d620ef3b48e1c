/** Writes the colours of `art/tokens.ts` as CSS variables: node src/tools/tokens.ts. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { choiceColours, colours } from '../art/tokens.ts';

/** Colours that also lie over something: their channels, for `rgb(var(--ink-rgb) / 12%)`. */
const SEE_THROUGH = ['ink', 'night', 'night2'] as const;

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(' ');

export function tokensCss(): string {
  const lines = [
    // In the order of their names, whatever runs this: a module has no order of its own.
    ...Object.entries(colours)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, hex]) => [kebab(name), hex.toLowerCase()]),
    ...SEE_THROUGH.map((name) => [`${kebab(name)}-rgb`, channels(colours[name])]),
    ...Object.entries(choiceColours).map(([letter, { ground }]) => [`choice-${letter.toLowerCase()}`, ground.toLowerCase()]),
  ];
  return `/* Written by src/tools/tokens.ts from art/tokens.ts. */\n:root {\n${lines.map(([name, value]) => `  --${name}: ${value};\n`).join('')}}\n`;
}

export const TOKENS_FILE = fileURLToPath(new URL('../ui/tokens.css', import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(TOKENS_FILE, tokensCss());
