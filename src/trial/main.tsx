import type { Lang } from '../locales/languages.ts';
import '../ui/oldest-browsers.ts';
import '../ui/paper.css';
import { useEffect, useState } from 'preact/hooks';
import { hasShortWay } from '../story/compile/length.ts';
import { lang, speak } from '../ui/locale.ts';
import { Languages } from '../ui/locale-switch.tsx';
import { renderPage } from '../ui/translator.ts';
import { StoryMistake, storyIds, storyTitles } from './catalogue.ts';
import { FRAMES, type Frame, FrameOf } from './frames.tsx';
import type { JumpTarget } from './jump.ts';
import styles from './main.module.css';
import type { Mood } from './pupil.ts';
import { SetupPanel } from './setup.tsx';
import { t } from './texts.ts';
import { type Setup, Trial } from './trial.ts';

const trial = new Trial();
/** The story that was asked for, else the first. */
const requested = location.hash.slice(1) || storyIds()[0] || '';
const first = (): Setup => ({
  story: requested,
  version: null,
  short: false,
  seats: 24,
  mood: 'divided',
  lang: lang.value,
});
/** On a plain file server there is no start page to go back to. */
const served = import.meta.env.DEV || location.pathname === '/proefles';
const TABS = [...FRAMES, 'setup'] as const;
type Tab = (typeof TABS)[number];

function App() {
  const [setup, setSetup] = useState(first);
  const [places, setPlaces] = useState<JumpTarget[]>([]);
  const [versions, setVersions] = useState<{ id: string; title: string }[]>([]);
  const [shortens, setShortens] = useState(false);
  const [at, setAt] = useState<string | null>(null);
  const [state, setState] = useState<'loading' | 'going' | 'ready' | 'failed' | 'broken'>('loading');
  const [news, setNews] = useState('');
  const [tab, setTab] = useState<Tab>('stage');
  const [opened, setOpened] = useState<ReadonlySet<Frame>>(new Set(['stage', 'desk', 'phone']));
  /** How many frames have loaded: each waits for the one before it, or until somebody looks at it. */
  const [loaded, setLoaded] = useState(0);
  useEffect(() => {
    document.title = t('page.title');
  }, [lang.value]);

  async function go(next: Setup, node: string | null): Promise<void> {
    const title = places.find((place) => place.node === node)?.title ?? '';
    setSetup(next);
    setAt(node);
    // Where no lesson runs, no frame has anything to show.
    setState((now) => (now === 'ready' || now === 'going' ? 'going' : 'loading'));
    setNews(node ? t('jump.going', { title }) : '');
    try {
      const begun = await trial.begin(next, node);
      if (!begun) return;
      const { story } = begun;
      setPlaces(begun.places);
      setVersions((story.structure.versions ?? []).map(({ id }) => ({ id, title: story.texts[next.lang].versions?.[id]?.title ?? id })));
      setShortens(hasShortWay(story.structure));
      setState('ready');
      if (begun.reached !== 'yes')
        return void go(next, null).then(() => setNews(t(begun.reached === 'no' ? 'jump.failed' : 'jump.small', { title })));
      setNews(node ? t('jump.there', { title: begun.places.find((place) => place.node === node)?.title ?? title }) : '');
    } catch (error) {
      setState(error instanceof StoryMistake ? 'broken' : 'failed');
    }
  }
  useEffect(() => void go(setup, null), []);

  function choose(next: Tab): void {
    setTab(next);
    if (next !== 'setup') setOpened(new Set([...opened, next]));
  }
  function translate(next: Lang): void {
    speak(next);
    setLoaded(0);
    void go({ ...setup, lang: next }, at);
  }
  function feel(mood: Mood): void {
    trial.mood = mood;
    setSetup({ ...setup, mood });
  }

  return (
    <div class={styles.trial} data-screen={state === 'ready' ? 'trial' : state} data-tab={tab}>
      <header>
        <h1>{t('title')}</h1>
        <p>{t('lead')}</p>
        {served && <a href="/docent">{t('back')}</a>}
        <nav class="segments" aria-label={t('tabs.label')}>
          {TABS.map((one) => (
            <button
              key={one}
              type="button"
              class={one === 'debrief' || one === 'stage' ? styles.always : ''}
              aria-pressed={tab === one}
              onClick={() => choose(one)}
            >
              {t(`tab.${one}`)}
            </button>
          ))}
        </nav>
        <Languages label={t('language.label')} chosen={lang.value} onChoose={translate} />
      </header>
      <div class={styles.news}>
        <p role="status">{state === 'ready' || state === 'going' ? news : t(state)}</p>
        {(state === 'loading' || (state === 'going' && at !== null)) && <progress aria-label={t('loading')} />}
      </div>
      <main aria-busy={state === 'loading' || state === 'going'}>
        {(state === 'ready' || state === 'going') &&
          FRAMES.map(
            (frame, index) =>
              opened.has(frame) &&
              (index <= loaded || frame === tab) && (
                <div key={`${frame}-${lang.value}`} class={styles.frame} data-frame={frame}>
                  <FrameOf frame={frame} onLoaded={() => setLoaded((before) => Math.max(before, index + 1))} />
                </div>
              ),
          )}
        <SetupPanel
          setup={setup}
          stories={storyTitles(lang.value)}
          versions={versions}
          shortens={shortens}
          places={places}
          at={at}
          busy={state !== 'ready'}
          onSetup={(next) => void go(next, null)}
          onMood={feel}
          // Every place is in the long version; the short one leaves some out.
          onJump={(node) => void go(node ? { ...setup, short: false } : setup, node)}
        />
      </main>
    </div>
  );
}

/** A story that was taken away, or a letter wrong in an address. */
function Unknown() {
  return (
    <main data-screen="unknown">
      <section class="card stack">
        <h1>{t('unknown')}</h1>
        <p>{t('unknown.text')}</p>
        <p>
          <a class="button" href={served ? '/docent' : location.pathname}>
            {t(served ? 'back' : 'unknown.other')}
          </a>
        </p>
      </section>
    </main>
  );
}

const root = document.querySelector('#app');
if (root) {
  root.textContent = '';
  renderPage(storyIds().includes(requested) ? <App /> : <Unknown />, root);
}
