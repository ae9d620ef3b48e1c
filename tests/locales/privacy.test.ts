import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BANDS_FROM } from '../../src/lesson/release/release.ts';
import { BASE_LANG, LANGS, type Lang } from '../../src/locales/languages.ts';
import { KEPT_MS, LIVE_MS } from '../../src/server/lessons.ts';

const HOUR_MS = 3_600_000;
const page = (lang: Lang) => readFileSync(new URL(`../../src/locales/${lang}/privacy.html`, import.meta.url), 'utf8');
const TAGS = /<(section|h2|h3|p|li|tr|dt|dd|span|b|i|a|time)\b/g;
/** What stands where, without the words: a language that lacks a paragraph, a row or an empty line to fill in has another. */
const shape = (lang: Lang) => page(lang).match(TAGS);
/** One to three figures; the year and the articles of the law are numbers like others. */
const figures = (lang: Lang) =>
  page(lang)
    .replace(/<style[\s\S]*<\/style>|<[^>]*>/g, ' ')
    .match(/\d+/g)
    ?.toSorted();

describe('the page about privacy', () => {
  test.each(LANGS)('has the same parts and figures in %s as in the others', (lang) => {
    expect(shape(lang)?.length).toBeGreaterThan(200);
    expect(shape(lang)).toEqual(shape(BASE_LANG));
    expect(figures(lang)).toEqual(figures(BASE_LANG));
  });

  test.each(LANGS)('links in %s only to parts that it has', (lang) => {
    const parts = [...page(lang).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    for (const [, to] of page(lang).matchAll(/href="#([^"]+)"/g)) expect(parts).toContain(to);
  });

  test.each(LANGS)('says in %s what the program does: from how many votes on, how long, and nothing of anonymity', (lang) => {
    const text = page(lang).replace(/\s+/g, ' ');
    for (const bands of Object.values(BANDS_FROM)) expect(text).toMatch(new RegExp(`${bands[2]}, ${bands[3]} (of|or) ${bands[4]} `));
    expect([KEPT_MS / (7 * 24 * HOUR_MS), LIVE_MS / HOUR_MS]).toEqual([20, 8]);
    expect(text).toMatch(/twintig weken|twenty weeks/);
    expect(text).toMatch(/8 uur (niets|stilte)|8 hours/);
    // A choice belongs to a device until the vote closes.
    expect(text.match(/anoniem|anonymous/g)).toHaveLength(1);
  });
});
