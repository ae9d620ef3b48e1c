import { signal } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { creature } from '../../art/pieces/creature.ts';
import { logo } from '../../art/pieces/logo.ts';
import { privacyPath } from '../../locales/languages.ts';
import type { StoryCatalogue } from '../../protocol/catalogue.ts';
import { Drawing } from '../../ui/drawing.tsx';
import type { KeptLesson } from '../../ui/kept-lessons.ts';
import type { Key } from '../../ui/lesson-key.ts';
import { lang, speak } from '../../ui/locale.ts';
import { Languages } from '../../ui/locale-switch.tsx';
import { later } from '../later.tsx';
import { SchoolHelp } from '../prepare/school-help.tsx';
import { type Screening, Story } from '../prepare/story.tsx';
import { t } from '../texts.ts';
import { useTitle } from '../title.ts';
import { AgeFilter, fitting, showAll, ThemeFilter } from './filter.tsx';
import styles from './home.module.css';
import { Lessons } from './lessons.tsx';
import { pageAddress } from './page-address.ts';
import { Pair } from './pair.tsx';
import { Papers } from './papers.tsx';
import { Privacy } from './privacy.tsx';
import { arrivedCatalogue, fetchCatalogue } from './server.ts';
import { Unfetched } from './unfetched.tsx';
import { useArt } from './use-art.ts';

interface Props {
  /** What just happened to a lesson, shown beside the list. */
  news: string;
  onStart: (lesson: KeptLesson, screening: Screening) => void;
  onResume: (lesson: KeptLesson) => void;
  onPaired: (key: Key, title: string) => void;
  /** Called when the stories have been fetched, or could not be. */
  onLoaded: () => void;
}

const Prepare = later(() => import('../prepare/prepare.tsx').then((part) => part.Prepare));
const Sheet = later(() => import('../prepare/sheet.tsx').then((part) => part.Sheet));
const PaperPage = later(() => import('../prepare/paper.tsx').then((part) => part.PaperPage));

/** The story that was opened last. Coming back, the page shows it and gives it the focus. */
const opened = signal<string | null>(null);
const GUESTS = [3, 22, 41, 60, 79];

function Welcome() {
  const art = useArt();
  const yard = useMemo(() => art && `data:image/svg+xml,${encodeURIComponent(art.backdrop('schoolyard', 'day'))}`, [art]);
  return (
    <div class={styles.welcome}>
      <img class={styles.yard} src={yard ?? undefined} alt="" />
      <div class={styles.words}>
        <h1 tabIndex={-1}>{t('home.title')}</h1>
        <p class={styles.lead}>{t('home.lead')}</p>
      </div>
      <div class={styles.guests} aria-hidden="true">
        {GUESTS.map((look) => (
          <Drawing key={look} svg={creature(look)} />
        ))}
      </div>
    </div>
  );
}

function Steps() {
  return (
    <section class="card stack" aria-labelledby="steps">
      <h2 id="steps">{t('home.steps')}</h2>
      <ol class={styles.steps}>
        {(['1', '2', '3'] as const).map((step) => (
          <li key={step}>
            <b>{t(`home.step${step}`)}</b>
            <span>{t(`home.step${step}Text`)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What a window shows of the list; a slow computer would need half a second for all of it. */
const AT_FIRST = 4;

function Stories({ catalogue, onStart }: { catalogue: StoryCatalogue; onStart: Props['onStart'] }) {
  const stories = fitting(catalogue.stories);
  const [whole, setWhole] = useState(opened.value !== null);
  useEffect(() => {
    // Once the first are on the screen.
    const timer = setTimeout(() => setWhole(true));
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    const heading = opened.value === null ? null : document.getElementById(`story-${opened.value}`);
    heading?.focus();
    heading?.closest('article')?.scrollIntoView({ block: 'center' });
    opened.value = null;
  }, []);
  return (
    <>
      <div class={styles.heading}>
        <h2 id="stories">{t('home.stories')}</h2>
        {catalogue.stories.length > 1 && <AgeFilter stories={catalogue.stories} />}
        <p role="status" class="soft">
          {stories.length > 0 ? t('filter.count', { count: stories.length }) : catalogue.stories.length > 0 ? t('filter.none') : t('home.none')}
        </p>
      </div>
      {catalogue.stories.length > 1 && <ThemeFilter stories={catalogue.stories} />}
      {stories.length === 0 && catalogue.stories.length > 0 && (
        <p>
          <button type="button" onClick={showAll}>
            {t('filter.reset')}
          </button>
        </p>
      )}
      <div class={styles.shelf}>
        {(whole ? stories : stories.slice(0, AT_FIRST)).map((story) => (
          <Story key={story.id} story={story} asksCode={catalogue.teacherCode} onStart={onStart} />
        ))}
      </div>
      {catalogue.broken.length > 0 && <p class="soft">{t('home.broken', { count: catalogue.broken.length, list: catalogue.broken.join(', ') })}</p>}
    </>
  );
}

/** The pages before any lesson: the stories, the lessons of this browser, and the way in for a second device. */
export function Home({ news, onStart, onResume, onPaired, onLoaded }: Props) {
  const [catalogue, setCatalogue] = useState(() => arrivedCatalogue(lang.value));
  const [failed, setFailed] = useState(false);
  const where = pageAddress.value;
  const wanted = 'story' in where ? where.story : null;
  const story = catalogue?.stories.find((one) => one.id === wanted);
  const pageName = { home: 'home.stories', prepare: 'prepare.kind', sheet: 'sheet.kind', paper: 'papers.title' } as const;
  useTitle(t(pageName[where.page]), ...(story ? [story.title] : []));

  function load(): void {
    setFailed(false);
    fetchCatalogue(lang.value).then(setCatalogue, () => setFailed(true));
  }
  useEffect(load, [lang.value]);
  useEffect(() => {
    if (!catalogue && !failed) return;
    onLoaded();
    // A press that needs them later must not wait, or find the connection lost.
    for (const part of [Prepare, Sheet, PaperPage]) part.fetch().catch(() => {});
  }, [catalogue === null, failed]);
  useEffect(() => {
    if (where.page === 'home') return;
    opened.value = wanted;
    scrollTo(0, 0);
  }, [where]);

  return (
    <div class={styles.home} data-screen="home">
      <header class={`${styles.top} screen-only`}>
        <a href="#verhalen" class="drawing logo" aria-label="Wat doe jij?" dangerouslySetInnerHTML={{ __html: logo() }} />
        <Languages label={t('page.language')} chosen={lang.value} onChoose={speak} />
      </header>
      <div role="status">
        {failed && <Unfetched onRetry={load} />}
        {!failed && !catalogue && <p>{t('home.loading')}</p>}
        {catalogue && wanted !== null && !story && <p>{t('prepare.unknown')}</p>}
      </div>
      {story && where.page === 'prepare' && <Prepare key={story.id} story={story} asksCode={catalogue?.teacherCode ?? false} onStart={onStart} />}
      {story && where.page === 'sheet' && <Sheet key={story.id} story={story} />}
      {where.page === 'paper' && <PaperPage key={where.paper} id={where.paper} />}
      {where.page === 'home' && (
        <main class={styles.overview}>
          {/* On a narrow screen pairing stands on top: a phone is here to become a desk. */}
          <div class={styles.pairing}>
            <Pair onPaired={onPaired} />
          </div>
          <Welcome />
          <section class={`stack ${styles.stories}`} aria-labelledby="stories">
            {catalogue ? <Stories catalogue={catalogue} onStart={onStart} /> : <h2 id="stories">{t('home.stories')}</h2>}
          </section>
          <div class={`stack ${styles.beside}`}>
            <Lessons news={news} onResume={onResume} />
            <Steps />
            <SchoolHelp />
            <Papers />
            <Privacy />
          </div>
        </main>
      )}
      <footer class="screen-only soft">
        <p>{t('home.foot')}</p>
        <a href={privacyPath(lang.value)}>{t('home.privacyPage')}</a>
      </footer>
    </div>
  );
}
