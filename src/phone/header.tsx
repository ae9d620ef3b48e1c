import { useEffect } from 'preact/hooks';
import { creature } from '../art/pieces/creature.ts';
import type { PhoneView } from '../protocol/views/phone.ts';
import { creatureName } from '../ui/creature-name.ts';
import { Drawing } from '../ui/drawing.tsx';
import { announce } from './arrival.ts';
import { useSecondsUntil } from './clock.ts';
import styles from './header.module.css';
import type { Attendance, Session } from './session.ts';
import { textsIn } from './texts.ts';

const LAST_CALL = 10;

/** Who this phone is, that nobody sees the choice, and the time where there is one. */
export function Header({ session, attendance, view }: { session: Session; attendance: Attendance; view: PhoneView }) {
  const t = textsIn(session.lang);
  const { screen } = view;
  const until = screen.kind === 'vote' ? screen.deadline : screen.kind === 'talk' ? screen.until : null;
  const total = screen.kind === 'vote' || screen.kind === 'talk' ? screen.seconds : null;
  const left = useSecondsUntil(until, attendance.link.now);
  useEffect(() => {
    if (left === LAST_CALL) announce(t('secondsLeft', { count: left }));
  }, [left]);
  const asSomebody = screen.kind === 'vote' && screen.vote.as !== null;
  return (
    <header class={styles.head}>
      <Drawing svg={creature(view.creature)} class={styles.creature} />
      <p>
        {!asSomebody && t('youAre')}
        <strong>{creatureName(view.creature, t)}</strong>
        <br />
        {t('secret')}
      </p>
      {left !== null && (
        <p class={styles.left} role="timer">
          <b>{left}</b> {t('seconds')}
        </p>
      )}
      {left !== null && total !== null && (
        <div class={styles.bar} aria-hidden="true">
          <i style={{ width: `${Math.min(100, (left / total) * 100)}%` }} />
        </div>
      )}
    </header>
  );
}
