import type { ComponentChildren } from 'preact';
import type { PhoneScreen } from '../../protocol/views/phone.ts';
import type { Attendance, Session } from '../session.ts';
import { laterTextsIn } from '../texts.ts';
import resultsStyles from './results.module.css';
import { Lettered, Shares } from './results.tsx';
import styles from './reveal.module.css';
import screenStyles from './screen.module.css';

interface Props {
  session: Session;
  attendance: Attendance;
  screen: Extract<PhoneScreen, { kind: 'reveal' }>;
  children: ComponentChildren;
}

/** What the board shows too, and nothing more. */
export function Reveal({ session, attendance, screen, children }: Props) {
  const t = laterTextsIn(session.lang);
  const guess = screen.by === 'class' ? attendance.ballots.guess(screen.round) : undefined;
  const { released } = screen;
  return (
    <section class={screenStyles.screen}>
      <h1 tabIndex={-1}>{t(`decided.${screen.by}`)}</h1>
      <p class={resultsStyles.path}>
        <Lettered choice={screen.path} text={screen.path.text} />
      </p>
      {children}
      {guess !== undefined && <p class={styles.compare}>{guess === screen.path.id ? t('guessRight') : t('guessOther')}</p>}
      {released?.shown === 'path' && <p class="soft">{t('pathOnly')}</p>}
      {released?.shown === 'bands' && (
        <>
          <h2>{t('results')}</h2>
          <Shares t={t} choices={screen.choices} bands={released.bands} />
        </>
      )}
    </section>
  );
}
