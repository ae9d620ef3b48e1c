import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const find = (...patterns: string[]) => globSync(patterns, { cwd: ROOT }).sort();

const PAGES = ['index.html', ...find('src/*/index.html', 'src/locales/*/*.html')];
const contentOf = (html: string, name: string) => new RegExp(`<meta name="${name}" content="([^"]*)" />`).exec(html)?.[1];

describe('every page', () => {
  test('there are the five that a lesson needs, and two in each language', () => {
    expect(PAGES).toHaveLength(5 + 2 * find('src/locales/*/privacy.html').length);
  });

  test.each(PAGES)('%s tells a phone that darkens pages by itself to leave its colours alone', (page) => {
    expect(contentOf(read(page), 'color-scheme')).toBe('only light');
  });

  test.each(PAGES)('%s says in one line of its own language what it is', (page) => {
    const html = read(page);
    const line = contentOf(html, 'description') ?? '';
    expect(line.length).toBeGreaterThan(40);
    expect(line.length).toBeLessThanOrEqual(160);
    const lang = /<html lang="(\w+)"/.exec(html)?.[1];
    expect(line).toMatch(lang === 'nl' ? /\b(de|het|een|je)\b/i : /\b(the|a|you|it)\b/i);
    expect(PAGES.filter((other) => contentOf(read(other), 'description') === line)).toEqual([page]);
  });

  test.each(['src/phone/styles/page.css', 'src/ui/paper.css', 'src/stage/page.css'])('%s does not take the colours back', (sheet) => {
    expect(read(sheet).match(/color-scheme:[^;]*/g)).toEqual(['color-scheme: only light']);
  });
});

describe('what content blockers hide', () => {
  /** The words of which the names are made that common filter lists (EasyList, its cookie, social and annoyance lists) hide on every site. */
  const HIDDEN =
    /^(ads?|adv|advert\w*|adbox|banner\w*|cookies?|consent|gdpr|ccpa|pop-?ups?|popover|interstitial|promo\w*|sponsor\w*|social\w*|share(bar|box|buttons?|this)?|sharing|newsletters?|subscri\w*|signup|rss|notice|notification|track(er|ing)|analytics|beacon|pixel|outbrain|taboola|feedback|survey|livechat|chatbot|widget|adblock|paywall|offerwall|facebook|twitter|whatsapp)$/i;
  const WORDS = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g;
  const hidden = (names: Iterable<string>) => [...new Set(names)].filter((name) => (name.match(WORDS) ?? []).some((word) => HIDDEN.test(word)));

  test('the words are found in names as these lists have them, and not in others', () => {
    const listed = ['app-banner', 'cookie_bar', 'main-share', 'cookieBanner', 'ad-slot', 'TopAd', 'newsletter-signup', 'social-share', 'right_ads'];
    expect(hidden(listed)).toEqual(listed);
    expect(hidden(['header-head', 'shadow', 'loading', 'board-badge', 'chat-bubble', 'readAloud', 'map-way'])).toEqual([]);
  });

  test('no class, as it is built, is called so', () => {
    const classes = find('src/**/*.css').flatMap((path) => {
      const own = path.endsWith('.module.css') ? `${basename(path, '.module.css')}-` : '';
      const names = [
        ...read(path)
          .replace(/\/\*[\s\S]*?\*\//g, '')
          .matchAll(/(:global\()?\.([a-z][\w-]*)/gi),
      ];
      return names.map(([, everywhere, name]) => (everywhere ? String(name) : `${own}${name}`));
    });
    expect(classes.length).toBeGreaterThan(400);
    expect(hidden(classes)).toEqual([]);
  });

  test('nor any class or file of the built pages', () => {
    const files = find('dist/assets/*').map((path) => basename(path).replace(/(-[\w-]{8})?\.\w+(\.\w+)?$/, ''));
    expect(files.length).toBeGreaterThan(50);
    expect(hidden(files)).toEqual([]);
    const classes = find('dist/assets/*.css').flatMap((path) =>
      [...read(path).matchAll(/\.([a-z][\w-]*)(?=[^{}]*\{)/gi)].map(([, name = '']) => name),
    );
    expect(classes.length).toBeGreaterThan(400);
    expect(hidden(classes)).toEqual([]);
  });

  test('nor any id, class or part that a page writes', () => {
    const names = find('src/**/*.{tsx,ts,html}').flatMap((path) =>
      [...read(path).matchAll(/(?<![\w-])(?:id|class|name|data-part|data-testid)(?:=|: ?)\{?["'`]([\w${} .-]+)["'`]/g)].flatMap(([, value = '']) =>
        value.split(/\s+/),
      ),
    );
    expect(names.length).toBeGreaterThan(200);
    expect(hidden(names.filter((name) => !/[/{]/.test(name)))).toEqual([]);
  });
});
