import '../ui/oldest-browsers.ts';
import '../ui/paper.css';
import '../ui/print.css';
import './page.css';
import 'core-js/stable/structured-clone.js';
import { useEffect, useState } from 'preact/hooks';
import { connect } from '../client/connection.ts';
import type { Lang } from '../locales/languages.ts';
import { PROTOCOL_VERSION } from '../protocol/identity.ts';
import type { DebriefView } from '../protocol/views/debrief.ts';
import { givenKey, keyOfFrame, sharedKey } from '../ui/given-key.ts';
import { markEnded } from '../ui/kept-lessons.ts';
import type { Key } from '../ui/lesson-key.ts';
import { lang, speak } from '../ui/locale.ts';
import { renderPage } from '../ui/translator.ts';
import { useLink } from '../ui/use-connection.ts';
import { Compare } from './compare/compare.tsx';
import { Keep } from './keep/keep.tsx';
import styles from './main.module.css';
import { part, partsOf } from './part.ts';
import { Poster } from './poster/poster.tsx';
import { setRunningFoot } from './running.ts';
import { TakeHome } from './sheet/card.tsx';
import { Hatches } from './sheet/result.tsx';
import { Sheet } from './sheet/sheet.tsx';
import { Slides } from './slides/slides.tsx';
import { t } from './texts.ts';
import { Tools } from './tools.tsx';

function Notice({ screen, title, text }: { screen: string; title: string; text?: string }) {
  return (
    <main class={styles.signpost} data-screen={screen}>
      <section class="card stack">
        <h1>{title}</h1>
        {text && <p>{text}</p>}
        <p>
          <a class="button" href="/docent">
            {t('state.toDesk')}
          </a>
        </p>
      </section>
    </main>
  );
}

function Parts({ view, own, onDeleted }: { view: DebriefView; own: Key; onDeleted: () => void }) {
  switch (partsOf(view).find((one) => one === part.value) ?? 'sheet') {
    case 'slides':
      return <Slides gaps={view.gaps} />;
    case 'poster':
      return <Poster view={view} />;
    case 'card':
      return <TakeHome view={view} />;
    case 'compare':
      return <Compare view={view} own={own} />;
    case 'keep':
      return <Keep view={view} own={own} onDeleted={onDeleted} />;
    default:
      return <Sheet view={view} />;
  }
}

function Debrief({ own }: { own: Key }) {
  const hello = () => ({ v: PROTOCOL_VERSION, role: 'debrief', lang: lang.value, ...own }) as const;
  const [connection] = useState(() => connect<DebriefView>(hello()));
  const [deleted, setDeleted] = useState(false);
  const { state, view } = useLink(connection);
  const choose = (next: Lang) => {
    speak(next);
    connection.greet(hello());
  };
  useEffect(() => {
    // Everything is unfolded for printing, and folded again afterwards.
    const folded = new Set<HTMLDetailsElement>();
    const before = () => {
      for (const fold of document.querySelectorAll<HTMLDetailsElement>('details:not([open])')) {
        folded.add(fold);
        fold.open = true;
      }
    };
    const after = () => {
      for (const fold of folded) fold.open = false;
      folded.clear();
    };
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);
  useEffect(() => {
    if (!view) return;
    if (view.ended) markEnded(own.lesson);
    document.title = `${view.story.title} · ${t(`part.${part.value}`)} · ${t('page.title')}`;
    setRunningFoot(view);
  }, [view, part.value]);
  if (deleted) return <Notice screen="deleted" title={t('keep.gone')} text={t('keep.goneText')} />;
  if (state.kind === 'refused') return <Notice screen="refused" title={t('state.refused')} text={t(state.refusal)} />;
  return (
    <div data-screen={view ? 'debrief' : 'connecting'} data-part={part.value}>
      <Tools view={view} reconnecting={state.kind === 'reconnecting'} onLanguage={choose} />
      <Hatches />
      {view ? (
        <Parts view={view} own={own} onDeleted={() => setDeleted(true)} />
      ) : (
        <main class={styles.signpost}>
          <p role="status">{t('state.connecting')}</p>
        </main>
      )}
    </div>
  );
}

function App({ lesson }: { lesson: Key | null }) {
  useEffect(() => {
    document.title = t('page.title');
  }, [lang.value]);
  if (!lesson) return <Notice screen="no-key" title={t('state.noKey')} text={t('state.noKeyText')} />;
  return <Debrief own={lesson} />;
}

const KEPT = 'wdj.debrief';
const ownKey = async (): Promise<Key | null> => keyOfFrame() ?? sharedKey(KEPT) ?? (await givenKey(KEPT));
const root = document.querySelector('#app');
if (root) {
  void ownKey().then((key) => {
    root.textContent = '';
    renderPage(<App lesson={key} />, root);
  });
}
