import type { ComponentChildren } from 'preact';
import { closedBallotBox } from '../../art/pieces/ballot-box.ts';
import type { Lang } from '../../locales/languages.ts';
import type { HelpLine } from '../../protocol/views/lines.ts';
import type { PhoneScreen } from '../../protocol/views/phone.ts';
import { isRefused } from '../ballots.ts';
import { Sentences } from '../sentences.tsx';
import type { Attendance, Session } from '../session.ts';
import { laterTextsIn, type TranslateLater } from '../texts.ts';
import { HelpLines } from './help.tsx';
import styles from './notes.module.css';
import resultsStyles from './results.module.css';
import { Lettered } from './results.tsx';
import screenStyles from './screen.module.css';
import { Note } from './waiting.tsx';

/** Shown while a part of the page that is loaded later is missing. */
export function Coming({ lang, failed }: { lang: Lang; failed: boolean }) {
  const t = laterTextsIn(lang);
  return (
    <Note title={t('coming')}>
      <p role="status">{failed && t('comingSlow')}</p>
    </Note>
  );
}

export function Tell({ t, screen, children }: { t: TranslateLater; screen: Extract<PhoneScreen, { kind: 'tell' }>; children: ComponentChildren }) {
  return (
    <section class={`${screenStyles.screen} ${styles.tell}`}>
      <h1 tabIndex={-1} dir="auto">
        {screen.title}
      </h1>
      {screen.lines.map((line) => (
        <p key={line} dir="auto">
          {line}
        </p>
      ))}
      {children}
      {screen.sources.length > 0 && (
        <p class={`soft ${styles.source}`} dir="auto">
          {t('source')}: {screen.sources.join('; ')}
        </p>
      )}
    </section>
  );
}

/** What somebody in the story did, and whether the class saw it coming. */
export function ForeseenNote({
  t,
  screen,
  children,
}: {
  t: TranslateLater;
  screen: Extract<PhoneScreen, { kind: 'foreseen' }>;
  children: ComponentChildren;
}) {
  return (
    <section class={screenStyles.screen}>
      <h1 tabIndex={-1} dir="auto">
        {screen.title}
      </h1>
      <p dir="auto">{screen.question}</p>
      {children}
      <p>{t('foreseen.came')}</p>
      <p class={resultsStyles.path}>
        <Lettered choice={screen.came} text={screen.came.text} />
      </p>
      <p>
        <strong>{t(`foreseen.${screen.foreseen}`)}</strong>
      </p>
      {screen.foreseen !== 'untold' && <p class="soft">{t('foreseen.only')}</p>}
    </section>
  );
}

interface TogetherProps {
  session: Session;
  screen: Extract<PhoneScreen, { kind: 'together' }>;
  children: ComponentChildren;
}

export function Together({ session, screen, children }: TogetherProps) {
  const t = laterTextsIn(session.lang);
  return (
    <Note title={t('together')}>
      <p>{t('togetherText')}</p>
      <h2 dir="auto">
        <Sentences text={screen.question} />
      </h2>
      {children}
      <ul class={resultsStyles.results}>
        {screen.choices.map((choice) => (
          <li key={choice.id}>
            <Lettered choice={choice} text={choice.text} />
          </li>
        ))}
      </ul>
    </Note>
  );
}

/** Nothing may be told yet; only whether this phone's own choice was in time. */
export function Closed({ session, attendance, round }: { session: Session; attendance: Attendance; round: string }) {
  const t = laterTextsIn(session.lang);
  const ballot = attendance.ballots.of(round);
  if (isRefused(ballot) && !ballot.earlier)
    return (
      <Note title={t('closed')}>
        <p>{t(ballot.state === 'vote-unsure' ? 'vote-unsure' : 'lateText')}</p>
      </Note>
    );
  return (
    <Note title={t('closed')} art={closedBallotBox()} kind={styles.box}>
      <p role="status">{ballot?.state === 'sending' ? t('closedUnsure') : t('closedText')}</p>
    </Note>
  );
}

/** On the screens that follow a vote: a pupil whose vote was late, or may have been, is not left thinking that it counted. */
export function Missed({ t, attendance }: { t: TranslateLater; attendance: Attendance }) {
  const { missed } = attendance.ballots;
  return missed && <p>{t(missed === 'vote-unsure' ? 'vote-unsure' : 'lateText')}</p>;
}

export function End({ session, lines }: { session: Session; lines: readonly HelpLine[] }) {
  const t = laterTextsIn(session.lang);
  return (
    <Note title={t('end')}>
      <p>{t('endText')}</p>
      <HelpLines lines={lines} />
    </Note>
  );
}

/** Before a seat is taken in the browser of an app, and after one was given up for another browser. */
export function Moving({ session, code, onHere }: { session: Session; code: string; onHere(): void }) {
  const t = laterTextsIn(session.lang);
  return (
    <Note title={t('moving')}>
      <p>{t('movingText')}</p>
      <p>{t('movingHow')}</p>
      <strong>{code}</strong>
      <button type="button" class="button main" onClick={onHere}>
        {t('movingHere')}
      </button>
    </Note>
  );
}

export function Over({ session, lines }: { session: Session; lines: readonly HelpLine[] }) {
  const t = laterTextsIn(session.lang);
  return (
    <Note title={t('over')}>
      <p>{t('overText')}</p>
      <HelpLines lines={lines} />
      <button type="button" class="link" onClick={session.leave}>
        {t('newCode')}
      </button>
    </Note>
  );
}
