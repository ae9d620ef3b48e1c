import { useEffect } from 'preact/hooks';
import type { Lang } from '../../locales/languages.ts';
import type { PhoneMessage, PhoneScreen } from '../../protocol/views/phone.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { EYE } from '../eye.ts';
import { laterTextsIn } from '../texts.ts';
import styles from './chat.module.css';

type MirrorScreen = Extract<PhoneScreen, { kind: 'mirror' }>;
const NAME_COLOURS = 6;

/** Every phone becomes the owner's: the message was read, and no answer comes. */
export function Mirror({ lang, screen }: { lang: Lang; screen: MirrorScreen }) {
  useEffect(() => scrollTo(0, document.documentElement.scrollHeight), [screen.messages.length]);
  const names = [...new Set(screen.messages.map((message) => message.name))];
  return (
    <section class={styles.mirror}>
      <header>
        <span class={styles.face} aria-hidden="true">
          {[...screen.owner][0]}
        </span>
        <div>
          <h1 tabIndex={-1} dir="auto">
            {screen.title}
          </h1>
          <p dir="auto">{laterTextsIn(lang)('phoneOf', { name: screen.owner })}</p>
        </div>
      </header>
      <ol class={styles.chat}>
        {screen.messages.map((message, index) => (
          <Bubble
            key={index}
            message={message}
            first={screen.messages[index - 1]?.name !== message.name}
            colour={names.indexOf(message.name) % NAME_COLOURS}
          />
        ))}
      </ol>
      <p class={styles.seen}>
        <Drawing svg={EYE} class={styles.eye} /> <span dir="auto">{screen.seen}</span>
      </p>
    </section>
  );
}

function Bubble({ message, first, colour }: { message: PhoneMessage; first: boolean; colour: number }) {
  if (message.system)
    return (
      <li class={styles.system} dir="auto">
        {message.text}
      </li>
    );
  return (
    <li class={message.mine ? `${styles.bubble} ${styles.mine}` : styles.bubble}>
      {message.mine || !first ? (
        <span class="quiet">{message.name}: </span>
      ) : (
        <strong class={styles[`name${colour}`]} dir="auto">
          {message.name}
        </strong>
      )}
      <span dir="auto">{message.text}</span>
    </li>
  );
}
