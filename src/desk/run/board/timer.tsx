import type { TeacherIntent } from '../../../protocol/intents.ts';
import type { StageScreen } from '../../../protocol/views/stage.ts';
import { t } from '../../texts.ts';
import { secondsTo } from '../now.ts';
import boardStyles from './board.module.css';
import styles from './timer.module.css';

/** How many have answered and how long it lasts: never what was answered. */
export function Timer({ screen, now, ask }: { screen: StageScreen & { kind: 'vote' }; now: number; ask: (intent: TeacherIntent) => void }) {
  const { round } = screen.vote;
  if (now < screen.opensAt) return <p class={boardStyles.big}>{t('vote.heads', { seconds: secondsTo(screen.opensAt, now) })}</p>;
  const left = screen.deadline === null ? null : secondsTo(screen.deadline, now);
  return (
    <>
      <div class={styles.answered}>
        <progress max={Math.max(1, screen.seats)} value={screen.answered} aria-labelledby="answered" />
        <p>
          <b id="answered">{t('vote.answered', { answered: screen.answered, seats: screen.seats })}</b> ·{' '}
          {left === null ? t('vote.untimed') : left > 0 ? t('vote.left', { seconds: left }) : t('vote.closing')}
        </p>
      </div>
      {left !== null && (
        <div class="row">
          <button type="button" onClick={() => ask({ type: 'vote.extend', round, seconds: 30 })}>
            {t('vote.extend')}
          </button>
          <button type="button" onClick={() => ask({ type: 'vote.untimed', round })}>
            {t('vote.noTimer')}
          </button>
        </div>
      )}
    </>
  );
}
