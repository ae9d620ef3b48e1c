import { t } from '../text/texts.ts';
import { element } from './element.ts';
import styles from './signpost.module.css';

/** A page of text where there is no lesson to show. */
export function signpost(at: HTMLElement, title: string, line: string): void {
  at.replaceChildren(
    element(
      'section',
      { class: styles.signpost },
      element('h1', {}, title),
      element('p', {}, line),
      element('a', { href: '/docent' }, t('keyless.link')),
    ),
  );
  const { dataset } = document.documentElement;
  dataset.screen = 'signpost';
  dataset.ready = 'yes';
}
