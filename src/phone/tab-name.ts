import type { Lang } from '../locales/languages.ts';
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

/** Names the tab by its screen, once that stands on the page. */
export function nameTab(screen: string, lang: Lang): void {
  const neutral = NEUTRAL[screen];
  const name = neutral ? laterTextsIn(lang)(neutral) : document.querySelector('#app h1')?.textContent;
  document.title = [...(name ? [name] : []), 'Wat doe jij?'].join(' · ');
}
