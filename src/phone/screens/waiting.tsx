import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { closedBallotBox } from '../../art/pieces/ballot.ts';
import { creature } from '../../art/pieces/creature.ts';
import type { HelpLine } from '../../protocol/views/lines.ts';
import type { PhoneScreen } from '../../protocol/views/phone.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { isRefused } from '../ballots.ts';
import { useSecondsUntil } from '../clock.ts';
import { creatureName } from '../creature-name.ts';
import { Sentences } from '../sentences.tsx';
import type { Attendance, Session } from '../session.ts';
import { type Translate, textsIn } from '../texts.ts';
import { HelpLines } from './help.tsx';
import resultsStyles from './results.module.css';
import { Lettered } from './results.tsx';
import screenStyles from './screen.module.css';
import styles from './waiting.module.css';

/** A screen with one thing to say. */
export function Note({ title, art, kind = styles.asleep, children }: { title: string; art?: string; kind?: string; children?: ComponentChildren }) {
  return (
    <section class={screenStyles.screen}>
      {art && <Drawing svg={art} class={kind} />}
      <h1 tabIndex={-1} dir="auto">
        <Sentences text={title} />
      </h1>
      {children}
    </section>
  );
}

const SLOW_AFTER_MS = 6000;

export function Connecting({ session }: { session: Session }) {
  const t = textsIn(session.lang);
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Note title={t('connecting')}>
      <p role="status">{slow && t('connectingSlow')}</p>
      {slow && (
        <button type="button" class="link" onClick={session.leave}>
          {t('newCode')}
        </button>
      )}
    </Note>
  );
}

/** Shown while a part of the page that is loaded later is missing. */
export function Coming({ t, failed }: { t: Translate; failed: boolean }) {
  return (
    <Note title={t('coming')}>
      <p role="status">{failed && t('comingSlow')}</p>
    </Note>
  );
}

export function Tell({ t, screen, children }: { t: Translate; screen: Extract<PhoneScreen, { kind: 'tell' }>; children: ComponentChildren }) {
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

export function Lobby({ session, attendance, look }: { session: Session; attendance: Attendance; look: number }) {
  const t = textsIn(session.lang);
  const [hops, setHops] = useState(0);
  const [answer, setAnswer] = useState('');
  const hop = async () => {
    setHops((count) => count + 1);
    const answered = await attendance.link.ask({ type: 'seat.hop' });
    setAnswer(answered.ok ? t('hopped') : t(answered.refusal));
  };
  return (
    <section class={`${screenStyles.screen} ${styles.lobby}`}>
      <p class="soft">{t('thisIsYou')}</p>
      <Drawing key={hops} svg={creature(look)} class={hops ? `${styles.me} ${styles.hop}` : styles.me} />
      <h1 tabIndex={-1}>{creatureName(look, t)}</h1>
      <p>
        {t('look')}. {t('wait')}
      </p>
      <button type="button" class="button main" onClick={() => void hop()}>
        {t('hop')}
      </button>
      <p class="soft" role="status">
        {answer}
      </p>
    </section>
  );
}

export function Ready({ session, attendance, opensAt }: { session: Session; attendance: Attendance; opensAt: number }) {
  const t = textsIn(session.lang);
  const seconds = useSecondsUntil(opensAt, attendance.link.now);
  return (
    <Note title={t('ready')}>
      <p class={styles.count} aria-hidden="true">
        {seconds || '…'}
      </p>
      <p>{t('readyText')}</p>
    </Note>
  );
}

interface TogetherProps {
  session: Session;
  screen: Extract<PhoneScreen, { kind: 'together' }>;
  children: ComponentChildren;
}

export function Together({ session, screen, children }: TogetherProps) {
  const t = textsIn(session.lang);
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
  const t = textsIn(session.lang);
  const ballot = attendance.ballots.of(round);
  if (isRefused(ballot))
    return (
      <Note title={t('late')}>
        <p>{t('lateText')}</p>
      </Note>
    );
  return (
    <Note title={t('closed')} art={closedBallotBox()} kind={styles.box}>
      <p role="status">{ballot?.state === 'sending' ? t('closedUnsure') : t('closedText')}</p>
    </Note>
  );
}

export function End({ session, lines }: { session: Session; lines: readonly HelpLine[] }) {
  const t = textsIn(session.lang);
  return (
    <Note title={t('end')}>
      <p>{t('endText')}</p>
      <HelpLines lines={lines} />
    </Note>
  );
}

export function Over({ session, lines }: { session: Session; lines: readonly HelpLine[] }) {
  const t = textsIn(session.lang);
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
