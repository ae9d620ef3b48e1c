import { useEffect, useRef, useState } from 'preact/hooks';
import { creature } from '../../art/pieces/creature.ts';
import type { Link } from '../../client/connection.ts';
import { randomId } from '../../client/random-id.ts';
import { normaliseCode, PAIRING_CODE_LENGTH, PROTOCOL_VERSION } from '../../protocol/identity.ts';
import type { DeskView } from '../../protocol/views/desk.ts';
import { Drawing } from '../../ui/drawing.tsx';
import type { Key } from '../../ui/lesson-key.ts';
import { lang } from '../../ui/locale.ts';
import { useLink } from '../../ui/use-connection.ts';
import pageStyles from '../page.module.css';
import { t } from '../texts.ts';
import { goHome, scannedCode } from './page-address.ts';
import styles from './pair.module.css';

interface Asking {
  link: Link<DeskView>;
  token: string;
}

function Waiting({ asking, onPaired, onStop }: { asking: Asking; onPaired: (key: Key, title: string) => void; onStop: () => void }) {
  const { state, view } = useLink(asking.link);
  useEffect(() => {
    if (view) onPaired({ lesson: view.lesson, token: asking.token }, view.story.title);
  }, [view]);
  if (state.kind === 'refused') {
    return (
      <>
        <p role="alert" class={pageStyles.refusal}>
          {t(state.refusal)}
        </p>
        <p>
          <button type="button" onClick={onStop}>
            {t('home.retry')}
          </button>
        </p>
      </>
    );
  }
  return (
    <div class={styles.sign} role="status">
      {state.kind === 'waiting' ? (
        <>
          <Drawing svg={creature(state.sign.look)} class={styles.creature} />
          <p class={styles.name}>{state.sign.name}</p>
          <p>
            <b>{t('pair.waiting')}</b>
          </p>
          <p>{t('pair.waitingText')}</p>
        </>
      ) : (
        <p>{t('pair.connecting')}</p>
      )}
      <button type="button" onClick={onStop}>
        {t('pair.stop')}
      </button>
    </div>
  );
}

/** Makes this device a second desk of a lesson that somebody runs elsewhere. */
export function Pair({ onPaired }: { onPaired: (key: Key, title: string) => void }) {
  const [typed, setTyped] = useState('');
  const [asking, setAsking] = useState<Asking | null>(null);
  const [hint, setHint] = useState('');
  const [connecting, setConnecting] = useState(false);
  /** A code opens once: whoever asks again before this page shows that it asks would be refused, and close what the first has opened. */
  const busy = useRef(false);
  useEffect(() => {
    busy.current = false;
    return () => asking?.link.close();
  }, [asking]);

  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    const code = scannedCode.value;
    if (code === null) return;
    goHome();
    setTyped(code);
    card.current?.scrollIntoView({ block: 'center' });
    void ask(code);
  }, [scannedCode.value]);

  async function ask(code: string): Promise<void> {
    if (busy.current) return;
    const pairing = normaliseCode(code);
    if (pairing.length !== PAIRING_CODE_LENGTH) return setHint(t('pair.short', { length: PAIRING_CODE_LENGTH }));
    const token = randomId();
    setHint('');
    busy.current = true;
    setConnecting(true);
    const connection = await import('../../client/connection.ts').catch(() => null);
    setConnecting(false);
    if (!connection) {
      busy.current = false;
      return setHint(t('home.failed'));
    }
    setAsking({ token, link: connection.connect<DeskView>({ v: PROTOCOL_VERSION, role: 'pairing', lang: lang.value, pairing, token }) });
  }

  return (
    <section ref={card} class="card stack" aria-labelledby="pair">
      <h2 id="pair">{t('pair.title')}</h2>
      {asking ? (
        <Waiting asking={asking} onPaired={onPaired} onStop={() => setAsking(null)} />
      ) : connecting ? (
        <p class={styles.sign} role="status">
          {t('pair.connecting')}
        </p>
      ) : (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void ask(typed);
          }}
        >
          <p>
            {t('pair.lead')} {t('pair.how')}
          </p>
          <label>
            <b>{t('pair.code')}</b>
            <input
              type="text"
              class={styles.code}
              autocomplete="off"
              autocapitalize="characters"
              autoCorrect="off"
              spellcheck={false}
              inputMode="text"
              maxLength={PAIRING_CODE_LENGTH * 2}
              value={typed}
              aria-describedby="pair-hint"
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          </label>
          <p id="pair-hint" role="status" class={hint ? pageStyles.refusal : ''}>
            {hint}
          </p>
          <button type="submit">{t('pair.go')}</button>
        </form>
      )}
    </section>
  );
}
