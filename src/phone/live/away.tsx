import { Note } from '../screens/waiting.tsx';
import styles from './chat.module.css';
import type { TranslateChat } from './texts.ts';

/** A way out that asks nothing. */
export function Away({ t, measured, onBack }: { t: TranslateChat; measured: boolean; onBack(): void }) {
  return (
    <Note
      title={t('awayTitle')}
      art='<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" focusable="false"><circle cx="5" cy="5" r="5" fill="currentColor"/></svg>'
      kind={styles.breath}
    >
      <p>{t('awayText')}</p>
      {measured && <p class="soft">{t('awayCounts')}</p>}
      <button type="button" class="link" onClick={onBack}>
        {t('back')}
      </button>
    </Note>
  );
}
