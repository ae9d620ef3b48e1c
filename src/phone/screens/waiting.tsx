import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { creature } from '../../art/pieces/creature.ts';
import type { Answer } from '../../protocol/refusals.ts';
import { creatureName } from '../../ui/creature-name.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { useSecondsUntil } from '../clock.ts';
import { Sentences } from '../sentences.tsx';
import type { Attendance, Session } from '../session.ts';
import { refusalIn, textsIn } from '../texts.ts';
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

export function Lobby({ session, attendance, look }: { session: Session; attendance: Attendance; look: number }) {
  const t = textsIn(session.lang);
  const [hops, setHops] = useState(0);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const hop = async () => {
    setHops((count) => count + 1);
    setAnswer(await attendance.link.ask({ type: 'seat.hop' }));
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
        {answer && (answer.ok ? t('hopped') : refusalIn(session.lang, answer.refusal))}
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
