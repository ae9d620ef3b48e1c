import { BASE_LANG, LANGS } from '../locales/languages.ts';
import { laterTextsIn, type TranslateLater } from './texts.ts';

/**
 * What the tab is called where the heading says which creature this is, or what its pupil did: a browser writes a page's name into its
 * history, and a tab can be read from the side.
 */
const NEUTRAL: Readonly<Record<string, Parameters<TranslateLater>[0]>> = {
  connecting: 'join',
  lobby: 'wait',
  vote: 'choose',
  closed: 'lookTitle',
  watch: 'lookTitle',
  apart: 'lookTitle',
  live: 'lookTitle',
  mirror: 'lookTitle',
};

const root = document.querySelector<HTMLElement>('#app');

function nameTab(): void {
  const neutral = NEUTRAL[root?.dataset.screen ?? ''];
  const lang = LANGS.find((one) => one === document.documentElement.lang) ?? BASE_LANG;
  const name = neutral ? laterTextsIn(lang)(neutral) : root?.querySelector('h1')?.textContent;
  document.title = [...(name ? [name] : []), 'Wat doe jij?'].join(' · ');
}

// It watches the page instead of being called by it, so that it costs no byte before the first vote.
const watcher = new MutationObserver(nameTab);
if (root) watcher.observe(root, { attributeFilter: ['data-screen'] });
watcher.observe(document.documentElement, { attributeFilter: ['lang'] });
// The page is drawn with this part after it has come.
setTimeout(nameTab);
