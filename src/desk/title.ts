import { useEffect } from 'preact/hooks';
import { t } from './texts.ts';

/** What the tab, the history and a screen reader call this page: the most particular first. */
export function useTitle(...parts: string[]): void {
  const title = [...parts, t('page.title')].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
