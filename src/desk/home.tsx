import { useEffect, useState } from 'preact/hooks';
import { logo } from '../art/logo.ts';
import { Drawing } from '../debrief/drawing.tsx';
import type { KeptLesson } from '../debrief/kept.ts';
import type { Key } from '../debrief/key.ts';
import { lang, speak } from '../debrief/language.ts';
import { Languages } from '../debrief/languages.tsx';
import type { StoryShelf } from '../protocol/views.ts';
import { Lessons } from './lessons.tsx';
import { Pair } from './pair.tsx';
import { say } from './say.ts';
import { fetchShelf } from './server.ts';
import { type Screening, Story } from './story.tsx';

function Privacy() {
  return (
    <section class="card stack" aria-labelledby="privacy">
      <h2 id="privacy">{say('privacy.title')}</h2>
      <h3>{say('privacy.yes')}</h3>
      <ul>
        <li>{say('privacy.yes1')}</li>
        <li>{say('privacy.yes2')}</li>
        <li>{say('privacy.yes3')}</li>
      </ul>
      <h3>{say('privacy.no')}</h3>
      <ul>
        <li>{say('privacy.no1')}</li>
        <li>{say('privacy.no2')}</li>
        <li>{say('privacy.no3')}</li>
      </ul>
    </section>
  );
}

interface Props {
  /** What just happened to a lesson, to be told beside the list. */
  news: string;
  onStart: (lesson: KeptLesson, screening: Screening) => void;
  onResume: (lesson: KeptLesson) => void;
  onPaired: (key: Key, title: string) => void;
}

/** The page before any lesson: the stories, the lessons of this browser, and the way in for a second device. */
export function Home({ news, onStart, onResume, onPaired }: Props) {
  const [shelf, setShelf] = useState<StoryShelf | null>(null);
  const [failed, setFailed] = useState(false);

  function load(): void {
    setFailed(false);
    fetchShelf(lang.value).then(setShelf, () => setFailed(true));
  }
  useEffect(load, [lang.value]);

  return (
    <div class="home" data-screen="home">
      <header>
        <Drawing svg={logo()} class="logo" />
        <h1 class="hidden">Wat doe jij?</h1>
        <Languages label={say('page.language')} chosen={lang.value} onChoose={speak} />
        <p class="lead">{say('home.lead')}</p>
      </header>
      <main>
        <section class="stack stories" aria-labelledby="stories">
          <h2 id="stories">{say('home.stories')}</h2>
          <div role="status">
            {failed && (
              <p class="row">
                {say('home.failed')}{' '}
                <button type="button" onClick={load}>
                  {say('home.retry')}
                </button>
              </p>
            )}
            {!failed && !shelf && <p>{say('home.loading')}</p>}
            {shelf?.stories.length === 0 && <p>{say('home.none')}</p>}
          </div>
          {shelf?.stories.map((story) => (
            <Story key={story.id} story={story} asksCode={shelf.teacherCode} onStart={onStart} />
          ))}
          {shelf && shelf.broken.length > 0 && (
            <p class="soft">{say('home.broken', { count: shelf.broken.length, list: shelf.broken.join(', ') })}</p>
          )}
        </section>
        <div class="stack">
          <Lessons news={news} onResume={onResume} />
          <Pair onPaired={onPaired} />
          <Privacy />
        </div>
      </main>
    </div>
  );
}
