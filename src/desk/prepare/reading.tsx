import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { icon } from '../../art/pieces/icon.ts';
import { colours } from '../../art/tokens.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { Unfetched } from '../home/unfetched.tsx';
import { t } from '../texts.ts';
import styles from './sheet.module.css';

interface Props {
  /** For the page's `data-screen`, which says so while it is not there. */
  screen: string;
  label: string;
  /** Other pages, before the button that prints this one. */
  links: ComponentChildren;
  ready: boolean;
  failed: boolean;
  onRetry: () => void;
  children: ComponentChildren;
}

/** A page to read and print, which is fetched. A screen reader begins at its name. */
export function Reading({ screen, label, links, ready, failed, onRetry, children }: Props) {
  const start = useRef<HTMLElement>(null);
  useEffect(() => start.current?.focus(), []);
  return (
    <main class={styles.reading} data-screen={ready ? screen : `${screen}-loading`} ref={start} tabIndex={-1} aria-label={label}>
      <nav class={styles.tools} aria-label={label}>
        {links}
        <button type="button" class="primary" onClick={() => print()}>
          <Drawing svg={icon('printer', colours.white)} class="icon" />
          {t('sheet.print')}
        </button>
      </nav>
      <div role="status">
        {failed && <Unfetched onRetry={onRetry} />}
        {!failed && !ready && <p>{t('sheet.loading')}</p>}
      </div>
      {children}
    </main>
  );
}
