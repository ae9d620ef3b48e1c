import { envelope } from '../../art/pieces/ballot.ts';
import { Drawing } from '../../ui/drawing.tsx';
import type { Late } from '../late.ts';
import type { Attendance, Session } from '../session.ts';
import { textsIn } from '../texts.ts';
import screenStyles from './screen.module.css';
import styles from './sealed.module.css';
import type { VoteScreen } from './vote.tsx';

/** The choice in its envelope: a neighbour who looks sees the same as on every phone. */
export function Sealed({
  session,
  late,
  attendance,
  screen,
  onChange,
}: {
  session: Session;
  late: Late;
  attendance: Attendance;
  screen: VoteScreen;
  onChange(): void;
}) {
  const t = textsIn(session.lang);
  const sending = attendance.ballots.of(screen.vote.round)?.state === 'sending';
  return (
    <section class={`${screenStyles.screen} ${styles.sealed}`}>
      <Drawing svg={envelope()} class={styles.envelope} />
      <div role="status">
        <h1 tabIndex={-1}>{sending ? t('sealedSending') : t('sealed')}</h1>
        <p class="soft">{sending ? t('sealedWait') : t('sealedText')}</p>
      </div>
      {screen.vote.held ? <p>{t('held')}</p> : late.rest && <late.rest.Guess session={session} attendance={attendance} screen={screen} />}
      <button type="button" class="button" onClick={onChange}>
        {t('change')}
      </button>
    </section>
  );
}
