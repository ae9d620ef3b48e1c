import { useEffect, useState } from 'preact/hooks';
import type { Lang } from '../../locales/languages.ts';
import type { PhoneScreen } from '../../protocol/views/phone.ts';
import './page.css';
import { useArrival } from '../arrival.ts';
import styles from '../screens/door.module.css';
import { Note } from '../screens/waiting.tsx';
import { awayFrom, stayAway } from '../seat.ts';
import type { Attendance, Session } from '../session.ts';
import { refusalIn, textsIn } from '../texts.ts';
import { Away } from './away.tsx';
import { Chat } from './chat.tsx';
import { Consent } from './consent.tsx';
import { useInstant } from './instant.ts';
import { usePart } from './part.ts';
import { momentAt, phaseAt } from './script.ts';
import { Soon } from './soon.tsx';
import { liveTextsIn } from './texts.ts';

export { Mirror } from './mirror.tsx';

export type LiveScreen = Extract<PhoneScreen, { kind: 'live' }>;

interface Props {
  session: Session;
  attendance: Attendance;
  screen: LiveScreen;
  /** The language of the chat's own texts, which are loaded after those of the page. */
  lang: Lang;
}

/** A chat that plays on every phone at the same moment, by the server's clock, whatever happens to the connection. */
export function Live({ session, attendance, screen, lang }: Props) {
  const { chat, mine } = screen;
  const { code, link } = attendance;
  const t = liveTextsIn(session.lang);
  const page = textsIn(session.lang);
  const instant = useInstant(chat, link.now);
  const part = usePart(attendance, screen);
  const [away, setAway] = useState(() => awayFrom(code) === chat.round);
  const go = (on: boolean) => {
    stayAway(code, on ? chat.round : null);
    setAway(on);
  };
  // Repeated after a reload, in case the server had not heard of it before.
  useEffect(() => {
    if (away && mine.counts) part.count(false);
  }, [away]);
  const phase = phaseAt(chat, instant);
  const moment = momentAt(chat, instant);
  // A choice that was made without a connection exists only in this page and is lost with it. A pupil who opens the page again is told so.
  const [opened, setOpened] = useState(chat.measured && phase === 'running' && moment.mayAct);
  const asked = phase === 'after' && chat.measured;
  useArrival(asked ? 'consent' : phase === 'running' && away ? 'away' : phase);
  const problem = (
    <p class={styles.problem} role="alert">
      {part.problem && refusalIn(session.lang, part.problem)}
    </p>
  );

  if (phase === 'before') return <Soon t={t} startsAt={chat.startsAt} now={link.now} />;
  if (asked)
    return (
      <Consent session={session} attendance={attendance} screen={screen} part={part} onAnswered={() => go(false)}>
        {problem}
      </Consent>
    );
  if (phase !== 'running') return <Note title={page('lookTitle')}>{problem}</Note>;
  if (away) return <Away t={t} measured={chat.measured} onBack={() => go(false)} />;
  return (
    <>
      {part.problem && problem}
      <Chat
        t={t}
        lang={lang}
        chat={chat}
        moment={moment}
        opened={opened}
        onTap={() => setOpened(false)}
        onRead={part.read}
        onSeen={part.seen}
        onAct={part.act}
        onAway={() => go(true)}
      />
    </>
  );
}
