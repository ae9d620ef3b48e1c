import type { DeskView } from '../../../protocol/views/desk.ts';
import { t } from '../../texts.ts';
import styles from './notes.module.css';

/** The note of what is on the board, and what comes next with its notice. */
export function Notes({ view }: { view: DeskView }) {
  return (
    <section class={`card stack ${styles.notes}`} aria-labelledby="notes">
      <h2 id="notes">{t('desk.note')}</h2>
      <p>{view.here.note ?? t(view.screen.kind !== 'lobby' ? 'desk.noNote' : view.mode === 'hands' ? 'mode.lobbyNote' : 'desk.lobbyNote')}</p>
      {view.upcoming && (
        <p class={styles.upcoming}>
          <b>{t('desk.upcoming', { title: view.upcoming.title })}</b>
          {view.upcoming.notice && (
            <>
              <br />
              {view.upcoming.notice}
            </>
          )}
        </p>
      )}
    </section>
  );
}
