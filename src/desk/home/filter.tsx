import { signal } from '@preact/signals';
import type { StoryCard } from '../../protocol/catalogue.ts';
import { band } from '../prepare/preparation.ts';
import { t } from '../texts.ts';
import styles from './filter.module.css';

const theme = signal<string | null>(null);

const bandsOf = (story: StoryCard) => [story.band, ...story.versions.map((version) => version.band)];

export function fitting(stories: StoryCard[]): StoryCard[] {
  return [...stories]
    .sort((a, b) => a.band.localeCompare(b.band) || a.title.localeCompare(b.title))
    .filter(
      (story) =>
        (band.value === null || bandsOf(story).includes(band.value)) && (theme.value === null || story.themes.some((one) => one.id === theme.value)),
    );
}

export function showAll(): void {
  band.value = null;
  theme.value = null;
}

/** By age; what is chosen stays chosen until another is. */
export function AgeFilter({ stories }: { stories: StoryCard[] }) {
  const bands = [...new Set(stories.flatMap(bandsOf))].sort();
  return (
    <div role="group" aria-labelledby="filter-bands" class={`row ${styles.ages}`}>
      <b id="filter-bands">{t('filter.bands')}</b>
      <div class="segments">
        {[null, ...bands].map((one) => (
          <button key={one} type="button" aria-pressed={band.value === one} onClick={() => (band.value = one)}>
            {one ?? t('filter.allBands')}
          </button>
        ))}
      </div>
    </div>
  );
}

/** By theme; what is chosen stays chosen until it is tapped again. */
export function ThemeFilter({ stories }: { stories: StoryCard[] }) {
  const themes = new Map(stories.flatMap((story) => story.themes.map((one) => [one.id, one.name] as const)));
  return (
    <div role="group" aria-labelledby="filter-themes" class={`row ${styles.themes}`}>
      <b id="filter-themes">{t('filter.themes')}</b>
      {[...themes]
        .sort(([, a], [, b]) => a.localeCompare(b))
        .map(([id, name]) => (
          <button
            key={id}
            type="button"
            class={styles.chip}
            aria-pressed={theme.value === id}
            onClick={() => (theme.value = theme.value === id ? null : id)}
          >
            {name}
          </button>
        ))}
    </div>
  );
}
