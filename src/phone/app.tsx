import { useLayoutEffect, useState } from 'preact/hooks';
import { LANGS, LANGUAGES } from '../locales/languages.ts';
import { ReadAloud } from './aloud.tsx';
import styles from './app.module.css';
import { useArrival } from './arrival.ts';
import { Header } from './header.tsx';
import { type Late, useLate } from './late.ts';
import { Door, Refused } from './screens/door.tsx';
import { Meaning } from './screens/hard-words.tsx';
import { Help } from './screens/help.tsx';
import { Screen } from './screens/screen.tsx';
import { Connecting, Over } from './screens/waiting.tsx';
import type { Session } from './session.ts';
import { type HardWord, storyTexts } from './story-texts.ts';
import { textsIn } from './texts.ts';

export function App({ session, root }: { session: Session; root: HTMLElement }) {
  const { lang, state } = session;
  const t = textsIn(lang);
  const [help, setHelp] = useState(false);
  const [word, setWord] = useState<HardWord | null>(null);
  const view = state.kind === 'inside' ? state.attendance.link.view : state.kind === 'over' ? state.last : null;
  const name = state.kind === 'door' ? 'code' : state.kind === 'inside' ? (view?.screen.kind ?? 'connecting') : state.kind;
  const late = useLate(view !== null, name === 'live');
  const lost = state.kind === 'inside' && view !== null && state.attendance.link.state.kind !== 'connected';
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
        <div role="status">{lost && <p class={styles.banner}>{t('offline')}</p>}</div>
        <Body session={session} late={late} onExplain={setWord} />
        <footer class={styles.foot}>
          <button type="button" class="link" onClick={() => setHelp(true)}>
            {t('help')}
          </button>
          {view && <ReadAloud texts={storyTexts(view.screen, t)} lang={view.lang} t={t} />}
          {LANGS.filter((other) => other !== lang).map((other) => (
            <button key={other} type="button" class="link" lang={other} onClick={() => session.speak(other)}>
              {LANGUAGES[other].name}
            </button>
          ))}
        </footer>
        <p id="announce" class="quiet" aria-live="polite" />
      </div>
      {help && <Help lang={lang} lines={view?.help ?? null} onClose={() => setHelp(false)} onLeave={state.kind === 'inside' ? leave : null} />}
      {word && <Meaning word={word} t={t} onClose={() => setWord(null)} />}
    </>
  );
}

function Body({ session, late, onExplain }: { session: Session; late: Late; onExplain(word: HardWord): void }) {
  const { state } = session;
  if (state.kind === 'door') return <Door session={session} door={state} />;
  if (state.kind === 'refused') return <Refused session={session} refusal={state.refusal} />;
  if (state.kind === 'over') return <Over session={session} lines={state.last.help} />;
  const view = state.attendance.link.view;
  return view ? (
    <Screen session={session} late={late} attendance={state.attendance} view={view} onExplain={onExplain} />
  ) : (
    <Connecting session={session} />
  );
}
