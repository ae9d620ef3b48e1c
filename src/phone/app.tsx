import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { CREATURES, creature, creatureName } from '../art/creature.ts';
import type { PhoneView } from '../protocol/views.ts';
import { ReadAloud } from './aloud.tsx';
import { announce, useArrival } from './arrival.ts';
import { useSecondsUntil } from './clock.ts';
import { Door, Refused } from './door.tsx';
import { Drawing } from './drawing.tsx';
import { HardWords, Meaning } from './hard-words.tsx';
import { Help } from './help.tsx';
import { type Late, useLate } from './late.ts';
import { Mirror } from './mirror.tsx';
import { Results } from './results.tsx';
import { Reveal } from './reveal.tsx';
import type { Attendance, Session } from './session.ts';
import { type HardWord, hardWordsIn, storyTexts } from './story-texts.ts';
import { textsIn } from './texts.ts';
import { Vote } from './vote.tsx';
import { Closed, Coming, Connecting, End, Lobby, Note, Over, Ready, Tell, Together } from './waiting.tsx';

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

/** Another body in another colour. */
const NEIGHBOUR = 8;

interface ScreenProps {
  session: Session;
  late: Late;
  attendance: Attendance;
  view: PhoneView;
  onExplain(word: HardWord): void;
}

function Screen({ session, late, attendance, view, onExplain }: ScreenProps) {
  const t = textsIn(session.lang);
  const { screen } = view;
  const words = <HardWords words={hardWordsIn(storyTexts(screen, t), view.words)} t={t} onExplain={onExplain} />;
  switch (screen.kind) {
    case 'lobby':
      return <Lobby session={session} attendance={attendance} look={view.creature} />;
    case 'look':
      return (
        <Note title={t.lookTitle} art={creature(view.creature, true)}>
          <p>{t.lookText}</p>
        </Note>
      );
    case 'apart':
      return (
        <Note title={t.apart} art={creature(view.creature)}>
          <p>{t.apartText}</p>
        </Note>
      );
    case 'ready':
      return <Ready session={session} attendance={attendance} opensAt={screen.opensAt} />;
    case 'vote':
      return (
        <Vote key={screen.vote.round} session={session} attendance={attendance} screen={screen}>
          {words}
        </Vote>
      );
    case 'watch':
      return (
        <Note title={t.watchTitle}>
          <p class="story" dir="auto">
            {screen.question}
          </p>
          {words}
          <p>{t.watchText}</p>
        </Note>
      );
    case 'together':
      return (
        <Together session={session} screen={screen}>
          {words}
        </Together>
      );
    case 'closed':
      return <Closed session={session} attendance={attendance} round={screen.round} />;
    case 'talk':
      return (
        <Note title={t.talk} art={creature(view.creature) + creature((view.creature + NEIGHBOUR) % CREATURES)} kind="pair">
          <p>{t.talkText}</p>
        </Note>
      );
    case 'too-few':
      return (
        <Note title={t.tooFew}>
          <p>{t.tooFewText}</p>
        </Note>
      );
    case 'reveal':
      return (
        <Reveal session={session} attendance={attendance} screen={screen}>
          {words}
        </Reveal>
      );
    case 'reflect':
      return (
        <Note title={screen.question}>
          {words}
          <p>
            {t.reflect}. {t.reflectText}
          </p>
        </Note>
      );
    case 'results':
      return (
        <Results session={session} screen={screen}>
          {words}
        </Results>
      );
    case 'tell':
      return (
        <Tell screen={screen} t={t}>
          {words}
        </Tell>
      );
    case 'live':
      return late.part ? (
        <late.part.Live key={screen.chat.round} session={session} attendance={attendance} screen={screen} lang={view.lang} />
      ) : (
        <Coming t={t} failed={late.failed} />
      );
    case 'mirror':
      return <Mirror lang={session.lang} screen={screen} />;
    case 'calm':
      return (
        <Note title={t.calm} art={creature(view.creature, true)}>
          <p>{t.calmText}</p>
        </Note>
      );
    case 'end':
      return <End session={session} lines={view.help} />;
    case 'over':
      return <Over session={session} lines={view.help} />;
  }
}

const LAST_CALL = 10;

/** Who this phone is, that nobody sees the choice, and the time where there is one. */
function Header({ session, attendance, view }: { session: Session; attendance: Attendance; view: PhoneView }) {
  const t = textsIn(session.lang);
  const { screen } = view;
  const until = screen.kind === 'vote' ? screen.deadline : screen.kind === 'talk' ? screen.until : null;
  const total = screen.kind === 'vote' || screen.kind === 'talk' ? screen.seconds : null;
  const left = useSecondsUntil(until, attendance.link.now);
  useEffect(() => {
    if (left === LAST_CALL) announce(t.secondsLeft(left));
  }, [left]);
  const asSomebody = screen.kind === 'vote' && screen.vote.as !== null;
  return (
    <header class="head">
      <Drawing svg={creature(view.creature)} kind="creature" />
      <p>
        {!asSomebody && t.youAre}
        <strong>{creatureName(view.creature, session.lang)}</strong>
        <br />
        {t.secret}
      </p>
      {left !== null && (
        <p class="left" role="timer">
          <b>{left}</b> {t.seconds}
        </p>
      )}
      {left !== null && total !== null && (
        <div class="bar" aria-hidden="true">
          <i style={{ width: `${Math.min(100, (left / total) * 100)}%` }} />
        </div>
      )}
    </header>
  );
}
