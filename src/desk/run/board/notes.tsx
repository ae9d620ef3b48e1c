import type { DeskView } from '../../../protocol/views/desk.ts';
import { t } from '../../texts.ts';
import styles from './notes.module.css';

/** In the lobby: what to do before the story can begin. */
function beforeStory({ mode, headCount, seats }: DeskView): string {
  if (headCount !== null && seats <= headCount) return t('desk.lobbyCounted');
  return t(mode === 'hands' ? 'mode.lobbyNote' : 'desk.lobbyNote');
}

/** The note for what is on the board, and what comes next with its notice. */
export function Notes({ view }: { view: DeskView }) {
  return (
    <section class={`card stack ${styles.notes}`} aria-labelledby="notes">
      <h2 id="notes">{t('desk.note')}</h2>
      <p>{view.here.note ?? (view.screen.kind === 'lobby' ? beforeStory(view) : t('desk.noNote'))}</p>
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
