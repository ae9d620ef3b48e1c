import type { Instant } from '../../protocol/identity.ts';
import { useSecondsUntil } from '../clock.ts';
import styles from '../screens/waiting.module.css';
import { Note } from '../screens/waiting.tsx';
import type { TranslateChat } from './texts.ts';

export function Soon({ t, startsAt, now }: { t: TranslateChat; startsAt: Instant; now: () => Instant }) {
  const seconds = useSecondsUntil(startsAt, now);
  return (
    <Note title={t('soon')}>
      <p class={styles.count} aria-hidden="true">
        {seconds || '…'}
      </p>
      <p>{t('soonText')}</p>
    </Note>
  );
}
