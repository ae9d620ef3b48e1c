import { useState } from 'preact/hooks';
import { icon } from '../../art/pieces/icon.ts';
import type { StoryCard } from '../../protocol/catalogue.ts';
import { Drawing } from '../../ui/drawing.tsx';
import type { KeptLesson } from '../../ui/kept-lessons.ts';
import { Cover } from '../home/cover.tsx';
import { Facts } from '../home/facts.tsx';
import { prepareLink, sheetLink, trialLink } from '../home/page-address.ts';
import pageStyles from '../page.module.css';
import { t } from '../texts.ts';
import { startLesson, teacherCode } from './preparation.ts';
import styles from './story.module.css';

export type Screening = 'beside' | 'alone';

function Folded({ title, lines }: { title: string; lines: string[] }) {
  return (
    <details>
      <summary>{title}</summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

/** In one line until somebody opens it. Whoever starts a lesson reads it again on the sheet and, before it matters, on the desk. */
function Caution({ story }: { story: StoryCard }) {
  return (
    <details>
      <summary>
        {t('story.notice')} · {t('story.notWhen')}
      </summary>
      <p>{story.notice}</p>
      <p>
        <b>{t('story.notWhen')}</b> {story.check ? [...story.check.questions, t('sheet.otherwise'), story.check.otherwise].join(' ') : story.notWhen}
      </p>
    </details>
  );
}

interface Props {
  story: StoryCard;
  asksCode: boolean;
  onStart: (lesson: KeptLesson, screening: Screening) => void;
}

/** One story: what a teacher reads before choosing, and one press to begin. */
export function Story({ story, asksCode, onStart }: Props) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const id = `story-${story.id}`;

  async function start(): Promise<void> {
    if (busy) return;
    if (asksCode && !teacherCode.value.trim()) return location.assign(prepareLink(story.id));
    setBusy(true);
    setFailure('');
    const answer = await startLesson(story);
    setBusy(false);
    if ('why' in answer) setFailure(answer.why);
    else onStart(answer.lesson, 'beside');
  }

  return (
    <article class={`card ${styles.story}`} aria-labelledby={id}>
      <Cover story={story} />
      <div class={styles.telling}>
        <h3 id={id} tabIndex={-1}>
          {story.title}
        </h3>
        <p class={styles.tagline}>{story.tagline}</p>
        <Facts story={story} />
      </div>
      <div class={styles.actions}>
        <button type="button" class="primary" aria-describedby={`${id}-status`} onClick={start}>
          <Drawing svg={icon('play')} class="icon" />
          {t('story.start')}
        </button>
        <a class="button" href={prepareLink(story.id)} aria-describedby={id}>
          {t('story.prepare')}
        </a>
        <a class="button" href={trialLink(story.id)} aria-describedby={id}>
          {t('story.trial')}
        </a>
        {story.sheet && (
          <a class="button" href={sheetLink(story.id)} aria-describedby={id}>
            <Drawing svg={icon('note')} class="icon" />
            {t('story.sheet')}
          </a>
        )}
        <p id={`${id}-status`} role="status" class={failure ? pageStyles.refusal : ''}>
          {busy ? t('story.starting') : failure}
        </p>
      </div>
      <div class={styles.about}>
        <p>{story.about}</p>
        <ul class={`${styles.themes} row`} aria-label={t('story.themes')}>
          {story.themes.map((theme) => (
            <li key={theme.id}>{theme.name}</li>
          ))}
        </ul>
        <Caution story={story} />
        <Folded title={t('story.goals')} lines={story.goals} />
        <Folded title={t('story.needs')} lines={story.needs} />
      </div>
    </article>
  );
}
