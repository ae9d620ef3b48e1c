import { useLayoutEffect, useState } from 'preact/hooks';
import { LANGS, LANGUAGES } from '../locales/languages.ts';
import styles from './app.module.css';
import { useArrival } from './arrival.ts';
import type { HardWord } from './hard-words.ts';
import { Header } from './header.tsx';
import { type Late, useNewPage } from './late.ts';
import { Door } from './screens/door.tsx';
import { Screen } from './screens/screen.tsx';
import { Connecting } from './screens/waiting.tsx';
import { Sentences } from './sentences.tsx';
import type { Session } from './session.ts';
import { textsIn } from './texts.ts';

/** The screens that are drawn without a part that comes late. */
const EARLY: readonly string[] = ['code', 'connecting', 'lobby', 'look', 'ready', 'vote'];

export function App({ session, late, root }: { session: Session; late: Late; root: HTMLElement }) {
  const { lang, state } = session;
  const t = textsIn(lang);
  const [help, setHelp] = useState(false);
  const [word, setWord] = useState<HardWord | null>(null);
  const view = state.kind === 'inside' ? state.attendance.link.view : state.kind === 'over' ? state.last : null;
  const name = state.kind === 'door' ? 'code' : state.kind === 'inside' ? (view?.screen.kind ?? 'connecting') : state.kind;
  const { rest } = late;
  const asked = help || word !== null;
  const needed = name === 'live' || name === 'mirror' ? !late.live : !rest && (asked || !EARLY.includes(name));
  useNewPage(late, needed);
  const lost =
    (state.kind === 'inside' && view !== null && state.attendance.link.state.kind !== 'connected') || (asked && !rest && late.failures > 0);
  const link = state.kind === 'inside' ? state.attendance.link.state : null;
  const fault = link?.kind === 'reconnecting' ? link.fault : null;
  useLayoutEffect(() => {
    root.dataset.screen = name;
    document.documentElement.lang = lang;
    document.documentElement.dir = LANGUAGES[lang].direction;
  }, [name, lang]);
  useArrival(name);
  const leave = () => {
    setHelp(false);
    session.leave();
  };
  return (
    <>
      <div id="page" class={styles.page}>
        {state.kind === 'inside' && view && name !== 'mirror' && name !== 'live' && (
          <Header session={session} attendance={state.attendance} view={view} />
        )}
        <div role="status">
          {lost && (
            <p class={styles.offline}>
              <Sentences text={t(fault ? `fault.${fault}` : 'offline')} />
            </p>
          )}
        </div>
        <Body session={session} late={late} onExplain={setWord} />
        <footer class={styles.foot}>
          <button type="button" class="link" onClick={() => setHelp(true)}>
            {t('help')}
          </button>
          {view && rest && <rest.ReadAloud screen={view.screen} spoken={lang} lang={view.lang} />}
          {LANGS.filter((other) => other !== lang).map((other) => (
            <button key={other} type="button" class="link" lang={other} onClick={() => session.speak(other)}>
              {LANGUAGES[other].name}
            </button>
          ))}
        </footer>
        <p id="announce" class="quiet" aria-live="polite" />
      </div>
      {rest && help && (
        <rest.Help
          lang={lang}
          lines={view?.help ?? null}
          onClose={() => setHelp(false)}
          onLeave={leave}
          attendance={state.kind === 'inside' ? state.attendance : null}
        />
      )}
      {rest && word && <rest.Meaning word={word} lang={lang} onClose={() => setWord(null)} />}
    </>
  );
}

function Body({ session, late, onExplain }: { session: Session; late: Late; onExplain(word: HardWord): void }) {
  const { state } = session;
  if (state.kind === 'door') return <Door session={session} door={state} />;
  const { rest } = late;
  if (state.kind === 'refused' && rest) return <rest.Refused session={session} attendance={state.attendance} refusal={state.refusal} />;
  if (state.kind === 'in-app' && rest) return <rest.Moving session={session} code={state.code} onHere={() => session.join(state.code)} />;
  if (state.kind === 'over' && rest) return <rest.Over session={session} lines={state.last.help} />;
  if (state.kind !== 'inside') return <Connecting session={session} />;
  const view = state.attendance.link.view;
  return view ? (
    <Screen session={session} late={late} attendance={state.attendance} view={view} onExplain={onExplain} />
  ) : (
    <Connecting session={session} />
  );
}
