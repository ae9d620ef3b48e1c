import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { icon } from '../art/icon.ts';
import { connect } from '../link/connection.ts';
import { PROTOCOL_VERSION } from '../protocol/identity.ts';
import { sentence } from '../protocol/refusals.ts';
import type { DebriefView } from '../protocol/views.ts';
import { Drawing } from './drawing.tsx';
import { type Key, takeKey } from './key.ts';
import { lang, speak } from './language.ts';
import { Languages } from './languages.tsx';
import { useLink } from './live.ts';
import { say } from './say.ts';
import { Sheet } from './sheet.tsx';
import './paper.css';
import './sheet.css';
import './print.css';

/** On paper nothing is folded. */
function unfold(open: boolean): void {
  for (const fold of document.querySelectorAll('details')) fold.open = open;
}

function Notice({ screen, title, text }: { screen: string; title: string; text?: string }) {
  return (
    <main class="notice" data-screen={screen}>
      <section class="card stack">
        <h1>{title}</h1>
        {text && <p>{text}</p>}
        <p>
          <a class="button" href="/docent">
            {say('state.toDesk')}
          </a>
        </p>
      </section>
    </main>
  );
}

function Debrief({ lesson, token }: Key) {
  const hello = () => ({ v: PROTOCOL_VERSION, role: 'debrief', lang: lang.value, lesson, token }) as const;
  const [connection] = useState(() => connect<DebriefView>(hello()));
  const { state, view } = useLink(connection);
  const choose = (next: 'nl' | 'en') => {
    speak(next);
    connection.greet(hello());
  };
  useEffect(() => {
    const before = () => unfold(true);
    const after = () => unfold(false);
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);
  if (state.kind === 'refused') return <Notice screen="refused" title={say('state.refused')} text={sentence(state.refusal, lang.value)} />;
  return (
    <div data-screen={view ? 'debrief' : 'connecting'}>
      <nav class="tools">
        <a class="button" href="/docent">
          <Drawing svg={icon('arrow-left')} class="icon" />
          {say('sheet.back')}
        </a>
        <Languages label={say('page.language')} chosen={lang.value} onChoose={choose} />
        <button type="button" class="primary" onClick={() => print()}>
          <Drawing svg={icon('printer', '#fff')} class="icon" />
          {say('sheet.print')}
        </button>
        <p role="status">{state.kind === 'reconnecting' ? say('state.reconnecting') : ''}</p>
      </nav>
      {view ? (
        <Sheet view={view} />
      ) : (
        <main class="notice">
          <p role="status">{say('state.connecting')}</p>
        </main>
      )}
    </div>
  );
}

function App({ lesson }: { lesson: Key | null }) {
  useEffect(() => {
    document.title = say('page.title');
  }, [lang.value]);
  if (!lesson) return <Notice screen="no-key" title={say('state.noKey')} text={say('state.noKeyText')} />;
  return <Debrief lesson={lesson.lesson} token={lesson.token} />;
}

const root = document.querySelector('#app');
if (root) render(<App lesson={takeKey('wdj.debrief')} />, root);
