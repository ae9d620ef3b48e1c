import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const folder = new URL('../../assets/sounds/', import.meta.url);
const page = readFileSync(new URL('README.md', folder), 'utf8');
const files = readdirSync(folder);
const names = new Set(files.filter((file) => file.endsWith('.ogg')).map((file) => file.slice(0, -4)));

/** The measured figures of one sound, as `npm run sounds` wrote them. */
function figures(name: string): { kind: string; momentary: number; peak: number } {
  const row = page.split('\n').find((line) => line.startsWith(`| ${name} |`)) ?? '';
  const [, , kind = '', , momentary = '', , peak = ''] = row.split('|').map((cell) => cell.trim().replace('−', '-'));
  return { kind, momentary: Number(momentary), peak: Number(peak) };
}

describe('the shipped sounds', () => {
  test('are all that the director can ask for, each in both formats', () => {
    const asked =
      /export type SoundName =([^;]+);/.exec(readFileSync(new URL('../../src/stage/cues/director.ts', import.meta.url), 'utf8'))?.[1] ?? '';
    expect([...asked.matchAll(/'([^']+)'/g)].map(([, name]) => name).sort()).toEqual([...names].sort());
    for (const name of names) expect(files).toContain(`${name}.m4a`);
  });

  test('each kind has one loudness: a moment above a message, a message above a tick, music below all', () => {
    const levels = new Map<string, number[]>();
    for (const name of names) {
      const { kind, momentary } = figures(name);
      levels.set(kind, [...(levels.get(kind) ?? []), momentary]);
    }
    const middle = (kind: string) => {
      const all = levels.get(kind) ?? [];
      expect(Math.max(...all) - Math.min(...all), kind).toBeLessThanOrEqual(1);
      return (Math.max(...all) + Math.min(...all)) / 2;
    };
    const order = ['moment', 'chat', 'tick', 'ambience'].map(middle);
    expect(order).toEqual([...order].sort((a, b) => b - a));
    expect([...levels.keys()].sort()).toEqual(['ambience', 'chat', 'moment', 'tick']);
  });

  test('none comes near the ceiling', () => {
    for (const name of names) expect(figures(name).peak, name).toBeLessThanOrEqual(-1.5);
  });
});
