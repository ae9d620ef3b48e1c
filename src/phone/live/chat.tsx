import { useEffect, useRef, useState } from 'preact/hooks';
import type { Lang } from '../../locales/languages.ts';
import type { LiveChat } from '../../protocol/live-chat.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { announce } from '../arrival.ts';
import { EYE } from '../eye.ts';
import styles from './chat.module.css';
import { ChatLine } from './line.tsx';
import { useReading } from './reading.ts';
import type { LineBeat, Moment } from './script.ts';
import { useSeen } from './seen.ts';
import type { TranslateChat } from './texts.ts';

const NAME_COLOURS = 6;
const TAPPED_MS = 900;

interface Props {
  t: TranslateChat;
  /** The language of the messages. In another language the log is a new one, not news in this one. */
  lang: Lang;
  chat: LiveChat;
  moment: Moment;
  /** The page was opened in the middle of the chat, and nothing was tapped since. */
  opened: boolean;
  onTap(): void;
  onRead(): void;
  onSeen(): void;
  onAct(act: string): void;
  onAway(): void;
}

/**
 * The buttons keep their places, look alike and all answer a tap in the same way: the chat scrolls on. Each of them sends a message.
 * So neither a thumb, nor the screen, nor the traffic tells what somebody does.
 */
export function Chat({ t, lang, chat, moment, opened, onTap, onRead, onSeen, onAct, onAway }: Props) {
  const { lines } = moment;
  const log = useRef<HTMLDivElement>(null);
  const [{ read, from }, setRead] = useState({ read: lines.length, from: lines.length });
  const [taps, setTaps] = useState(0);
  const name = (beat: LineBeat | undefined) => (beat && beat.kind !== 'say' ? beat.name : null);
  const names = [...new Set(lines.map(({ beat }) => name(beat)).filter((one) => one !== null))];

  const below = useReading(log, read, taps, lang);
  useSeen(log, chat.incident, read, lang, onSeen);
  useEffect(() => {
    for (const beat of moment.shown) mark(`live-beat:${beat.id}`);
  }, [moment.shown.length]);
  const [couldAct] = useState(moment.mayAct);
  useEffect(() => {
    if (moment.mayAct && !couldAct && chat.acts.length > 0) announce(t('actsWork'));
  }, [moment.mayAct]);

  useEffect(() => {
    if (opened) announce(t('opened'));
  }, []);

  const tap = () => {
    onTap();
    setTaps(taps + 1);
    if (read < lines.length) setRead({ read: lines.length, from: read });
  };
  const unread = lines.length - read + below;
  return (
    <section class={`${styles.mirror} ${styles.live}`}>
      <header>
        <span class={styles.face} aria-hidden="true">
          {chat.badge}
        </span>
        <div>
          <h1 tabIndex={-1} dir="auto">
            {chat.title}
          </h1>
          <p dir="auto">
            <span class={moment.typing ? 'quiet' : ''}>{chat.members}</span>
            {moment.typing && (
              <span class={styles.typing} aria-hidden="true">
                {t('typing', { name: moment.typing })} <i />
                <i />
                <i />
              </span>
            )}
          </p>
        </div>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too */}
      <div ref={log} key={lang} class={styles.log} role="log" aria-label={t('messages')} tabIndex={0}>
        {read === 0 && <p class={styles.system}>{t('hint')}</p>}
        <ol class={styles.chat}>
          {lines.map((line, index) => (
            <ChatLine
              key={line.beat.id}
              t={t}
              line={line}
              first={name(lines[index - 1]?.beat) !== name(line.beat) || index === from}
              colour={names.indexOf(name(line.beat) ?? '') % NAME_COLOURS}
              folded={index >= read}
              fresh={index >= from && index < read && taps > 0}
            />
          ))}
        </ol>
        {opened && <p class={styles.system}>{t('opened')}</p>}
      </div>
      <div class={styles.seen}>
        {moment.readers && (
          <>
            <Drawing svg={EYE} class={styles.eye} /> <span dir="auto">{moment.readers.text}</span>
          </>
        )}
        <Tapped t={t} taps={taps} />
      </div>
      <div class={styles.acts} role="group" aria-label={t('acts')}>
        <button
          type="button"
          class={`${styles.act} ${styles.wide}`}
          onClick={() => {
            tap();
            onRead();
          }}
        >
          {unread > 0 ? `${t('readOn')} (${unread})` : t('readOn')}
        </button>
        {chat.acts.map((act) => (
          <button
            key={act.id}
            type="button"
            class={styles.act}
            disabled={!moment.mayAct}
            onClick={() => {
              tap();
              onAct(act.id);
            }}
          >
            <span dir="auto">{act.text}</span>
          </button>
        ))}
        <button type="button" class={styles.act} onClick={onAway}>
          {t('away')}
        </button>
      </div>
    </section>
  );
}

/** Every tap gets the same answer, in a space that is reserved for it, so that no button moves. */
function Tapped({ t, taps }: { t: TranslateChat; taps: number }) {
  const [announced, setAnnounced] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setAnnounced(taps), TAPPED_MS);
    return () => clearTimeout(timer);
  }, [taps]);
  const shown = taps > announced;
  return (
    <span class={styles.tapped}>
      <span class={shown ? '' : styles.unseen} aria-hidden="true">
        ✓ {t('tapped')}
      </span>
      <span class="quiet" role="status">
        {shown && t('tapped')}
      </span>
    </span>
  );
}

/** For measuring how far phones are apart; each beat once. */
function mark(name: string): void {
  if (performance.getEntriesByName(name).length === 0) performance.mark(name);
}
