import { icon } from '../../art/pieces/icon.ts';
import type { StoryCard } from '../../protocol/catalogue.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { versionOf } from '../prepare/preparation.ts';
import { t } from '../texts.ts';
import styles from './facts.module.css';

/** The age, the duration and the versions. */
export function Facts({ story, named = true }: { story: StoryCard; named?: boolean }) {
  const version = versionOf(story);
  return (
    <p class={`soft row ${styles.facts}`}>
      <span>
        <Drawing svg={icon('users-three')} class="icon" />
        {t('story.band', { band: version?.band ?? story.band })}
      </span>
      <span>
        <Drawing svg={icon('clock')} class="icon" />
        {story.shortMinutes === null
          ? t('story.minutes', { minutes: story.minutes })
          : t('story.minutesBoth', { minutes: story.minutes, short: story.shortMinutes })}
      </span>
      {version && named && (
        <span>
          <Drawing svg={icon('book-open-text')} class="icon" />
          {version.title}
        </span>
      )}
    </p>
  );
}
