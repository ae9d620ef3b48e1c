import { useEffect } from 'preact/hooks';
import type { Lang } from '../../locales/languages.ts';
import type { PhoneMessage, PhoneScreen } from '../../protocol/views/phone.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { EYE } from '../eye.ts';
import { textsIn } from '../texts.ts';

type MirrorScreen = Extract<PhoneScreen, { kind: 'mirror' }>;
const NAME_COLOURS = 6;

/** Every phone in the room is the owner's: it was read, and nothing comes. */
export function Mirror({ lang, screen }: { lang: Lang; screen: MirrorScreen }) {
  useEffect(() => scrollTo(0, document.documentElement.scrollHeight), [screen.messages.length]);
  const names = [...new Set(screen.messages.map((message) => message.name))];
  return (
    <section class="mirror">
      <header>
        <span class="face" aria-hidden="true">
          {[...screen.owner][0]}
        </span>
        <div>
          <h1 tabIndex={-1} dir="auto">
            {screen.title}
          </h1>
          <p dir="auto">{textsIn(lang)('phoneOf', { name: screen.owner })}</p>
        </div>
      </header>
      <ol class="chat">
        {screen.messages.map((message, index) => (
          <Bubble
            key={index}
            message={message}
            first={screen.messages[index - 1]?.name !== message.name}
            colour={names.indexOf(message.name) % NAME_COLOURS}
          />
        ))}
      </ol>
      <p class="seen">
        <Drawing svg={EYE} class="eye" /> <span dir="auto">{screen.seen}</span>
      </p>
    </section>
  );
}

function Bubble({ message, first, colour }: { message: PhoneMessage; first: boolean; colour: number }) {
  if (message.system)
    return (
      <li class="system" dir="auto">
        {message.text}
      </li>
    );
  return (
    <li class={message.mine ? 'bubble mine' : 'bubble'}>
      {message.mine || !first ? (
        <span class="quiet">{message.name}: </span>
      ) : (
        <strong class={`name-${colour}`} dir="auto">
          {message.name}
        </strong>
      )}
      <span dir="auto">{message.text}</span>
    </li>
  );
}
