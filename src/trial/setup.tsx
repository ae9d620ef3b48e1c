import type { JumpTarget } from './jump.ts';
import { MOODS, type Mood } from './pupil.ts';
import styles from './setup.module.css';
import { t } from './texts.ts';
import type { Setup } from './trial.ts';

const SEATS = [5, 12, 24, 30];

interface Props {
  setup: Setup;
  stories: { id: string; title: string }[];
  versions: { id: string; title: string }[];
  /** The story has a short version. */
  shortens: boolean;
  places: JumpTarget[];
  at: string | null;
  busy: boolean;
  onSetup: (setup: Setup) => void;
  onMood: (mood: Mood) => void;
  onJump: (node: string | null) => void;
}

/** Which story, which class, and where in it. */
export function SetupPanel({ setup, stories, versions, shortens, places, at, busy, onSetup, onMood, onJump }: Props) {
  const change = (part: Partial<Setup>) => onSetup({ ...setup, ...part });
  return (
    <form class={`card ${styles.setup}`} data-part="setup" onSubmit={(event) => event.preventDefault()}>
      <label>
        {t('story')}
        <select value={setup.story} onChange={({ currentTarget }) => change({ story: currentTarget.value, version: null })}>
          {stories.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {versions.length > 0 && (
        <label>
          {t('version')}
          <select value={setup.version ?? versions[0]?.id} onChange={({ currentTarget }) => change({ version: currentTarget.value })}>
            {versions.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      {shortens && (
        <label>
          {t('length')}
          <select value={setup.short ? 'short' : 'long'} onChange={({ currentTarget }) => change({ short: currentTarget.value === 'short' })}>
            <option value="long">{t('length.long')}</option>
            <option value="short">{t('length.short')}</option>
          </select>
        </label>
      )}
      <label>
        {t('mood')}
        <select value={setup.mood} onChange={({ currentTarget }) => onMood(MOODS.find((mood) => mood === currentTarget.value) ?? setup.mood)}>
          {MOODS.map((mood) => (
            <option key={mood} value={mood}>
              {t(`mood.${mood}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('seats')}
        <select value={setup.seats} onChange={({ currentTarget }) => change({ seats: Number(currentTarget.value) })}>
          {SEATS.map((seats) => (
            <option key={seats} value={seats}>
              {seats}
            </option>
          ))}
        </select>
      </label>
      <label class={styles.jump}>
        {t('jump')}
        <select value={at ?? ''} disabled={busy} onChange={({ currentTarget }) => onJump(currentTarget.value || null)}>
          <option value="">{t('jump.start')}</option>
          {places.map(({ node, title, kind }) => (
            <option key={node} value={node}>
              {title} ({t(`kind.${kind}`)})
            </option>
          ))}
        </select>
      </label>
      <button type="button" disabled={busy} onClick={() => onJump(null)}>
        {t('again')}
      </button>
      <details>
        <summary>{t('how.title')}</summary>
        <ul>
          <li>{t('how.press')}</li>
          <li>{t('how.class')}</li>
          <li>{t('how.code')}</li>
          <li>{t('how.end')}</li>
        </ul>
      </details>
    </form>
  );
}
