import { useLayoutEffect, useState } from 'preact/hooks';
import { ReadAloud } from './aloud.tsx';
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
  const { lang, place } = session;
  const t = textsIn(lang);
  const [help, setHelp] = useState(false);
  const [word, setWord] = useState<HardWord | null>(null);
  const view = place.kind === 'inside' ? place.attendance.link.view : place.kind === 'over' ? place.last : null;
  const name = place.kind === 'door' ? 'code' : place.kind === 'inside' ? (view?.screen.kind ?? 'connecting') : place.kind;
  const late = useLate(view !== null, name === 'live');
  const lost = place.kind === 'inside' && view !== null && place.attendance.link.state.kind !== 'live';
  useLayoutEffect(() => {
    root.dataset.screen = name;
    document.documentElement.lang = lang;
  }, [name, lang]);
  useArrival(name);
  const leave = () => {
    setHelp(false);
    session.leave();
  };
  return (
    <>
      <div id="page" class={`page on-${name}`}>
        {place.kind === 'inside' && view && name !== 'mirror' && name !== 'live' && (
          <Header session={session} attendance={place.attendance} view={view} />
        )}
        <div role="status">{lost && <p class="banner">{t.offline}</p>}</div>
        <Body session={session} late={late} onExplain={setWord} />
        <footer class="foot">
          <button type="button" class="link" onClick={() => setHelp(true)}>
            {t.help}
          </button>
          {view && <ReadAloud texts={storyTexts(view.screen, t)} lang={view.lang} t={t} />}
          <button type="button" class="link" lang={lang === 'nl' ? 'en' : 'nl'} onClick={() => session.speak(lang === 'nl' ? 'en' : 'nl')}>
            {t.otherLang}
          </button>
        </footer>
        <p id="announce" class="quiet" aria-live="polite" />
      </div>
      {help && <Help lang={lang} lines={view?.help ?? null} onClose={() => setHelp(false)} onLeave={place.kind === 'inside' ? leave : null} />}
      {word && <Meaning word={word} t={t} onClose={() => setWord(null)} />}
    </>
  );
}

function Body({ session, late, onExplain }: { session: Session; late: Late; onExplain(word: HardWord): void }) {
  const { place } = session;
  if (place.kind === 'door') return <Door session={session} door={place} />;
  if (place.kind === 'refused') return <Refused session={session} refusal={place.refusal} />;
  if (place.kind === 'over') return <Over session={session} lines={place.last.help} />;
  const view = place.attendance.link.view;
  return view ? (
    <Screen session={session} late={late} attendance={place.attendance} view={view} onExplain={onExplain} />
  ) : (
    <Connecting session={session} />
  );
}
