import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useSecondsUntil } from '../clock.ts';
import screenStyles from '../screens/screen.module.css';
import type { Attendance, Session } from '../session.ts';
import { laterTextsIn } from '../texts.ts';
import chatStyles from './chat.module.css';
import type { LiveScreen } from './live.tsx';
import type { Part } from './part.ts';
import { liveTextsIn } from './texts.ts';

interface Props {
  session: Session;
  attendance: Attendance;
  screen: LiveScreen;
  part: Part;
  onAnswered(): void;
  children: ComponentChildren;
}

/** The pupil has the last word. Without an answer the part counts, unless the pupil left the chat. */
export function Consent({ session, attendance, screen, part, onAnswered, children }: Props) {
  const t = liveTextsIn(session.lang);
  const page = laterTextsIn(session.lang);
  const [answered, setAnswered] = useState(false);
  const left = useSecondsUntil(screen.chat.closesAt, attendance.link.now);
  const tell = (on: boolean) => {
    part.count(on);
    onAnswered();
    setAnswered(true);
  };
  if (answered)
    return (
      <section class={screenStyles.screen}>
        <h1 tabIndex={-1}>{t('told')}</h1>
        <p role="status">{part.sending ? page('sending') : part.problem ? '' : t('toldText')}</p>
        {children}
        <button type="button" class="link" onClick={() => setAnswered(false)}>
          {page('change')}
        </button>
      </section>
    );
  return (
    <section class={`${screenStyles.screen} ${chatStyles.lastWord}`}>
      <h1 tabIndex={-1}>{t('countTitle')}</h1>
      <p>{t('countText')}</p>
      <button type="button" class="button" onClick={() => tell(true)}>
        {t('count')}
      </button>
      <button type="button" class="button" onClick={() => tell(false)}>
        {t('countNot')}
      </button>
      <p class="soft">{part.counts ? t('countStanding.on') : t('countStanding.off')}</p>
      <p class="soft" role="timer">
        {page('secondsLeft', { count: left ?? 0 })}
      </p>
      {children}
    </section>
  );
}
