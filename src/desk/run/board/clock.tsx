import { icon } from '../../../art/pieces/icon.ts';
import type { TeacherIntent } from '../../../protocol/intents.ts';
import { minutesIn, partAt, plannedParts } from '../../../protocol/lesson-plan.ts';
import type { DeskView } from '../../../protocol/views/desk.ts';
import { Drawing } from '../../../ui/drawing.tsx';
import { t } from '../../texts.ts';
import styles from './clock.module.css';

interface Props {
  view: DeskView;
  now: number;
  ask: (intent: TeacherIntent, done?: string) => void;
}

/** The parts of the lesson with their minutes, where it is and where it should be. It never warns: the teacher decides. */
export function Clock({ view, now, ask }: Props) {
  const { clock, pausedSince } = view;
  const parts = plannedParts(clock);
  const minutes = minutesIn(clock, now, pausedSince);
  const due = minutes === null ? null : partAt(parts, minutes);
  const whole = parts.at(-1)?.to ?? 0;
  return (
    <section class="card stack" aria-labelledby="clock">
      <h2 id="clock">{t('clock.title')}</h2>
      <ol class={styles.parts}>
        {parts.map(({ id, from, to }) => (
          <li key={id} aria-current={id === clock.at ? 'step' : undefined} data-part={id} data-due={id === due} data-here={id === clock.at}>
            <span class={styles.minutes}>{t('clock.minutes', { from, to })}</span>
            <span class={styles.part}>
              <b>{t(`clock.part.${id}`)}</b>
              {id === clock.at && <span class={styles.here}>{t('clock.here')}</span>}
            </span>
          </li>
        ))}
      </ol>
      <p class="soft">
        {minutes === null || due === null ? t('clock.notYet') : t('clock.now', { minutes, whole, part: t(`clock.part.${due}`) })}
        {minutes !== null && pausedSince !== null && ` ${t('clock.rests')}`}
      </p>
      <Late view={view} ask={ask} />
    </section>
  );
}

/** "Het is laat", and what it takes back until something was left out. */
function Late({ view, ask }: Pick<Props, 'view' | 'ask'>) {
  if (!view.length || view.screen.kind === 'end' || view.screen.kind === 'over') return null;
  const { is, mayUndo } = view.length;
  if (is === 'short') return <p>{t('late.short')}</p>;
  if (is === 'long')
    return (
      <div class="row">
        <button type="button" onClick={() => ask({ type: 'late.set', on: true }, t('late.done'))}>
          <Drawing svg={icon('clock')} class="icon" />
          {t('late.on')}
        </button>
      </div>
    );
  return (
    <>
      <p>{t('late.is')}</p>
      {mayUndo && (
        <div class="row">
          <button type="button" onClick={() => ask({ type: 'late.set', on: false }, t('late.undone'))}>
            <Drawing svg={icon('arrow-counter-clockwise')} class="icon" />
            {t('late.off')}
          </button>
        </div>
      )}
    </>
  );
}
