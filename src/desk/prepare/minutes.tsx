import type { StoryCard } from '../../protocol/catalogue.ts';
import { t } from '../texts.ts';
import styles from './sheet.module.css';

/** The minutes of a lesson around its story. */
const AROUND = { entry: 5, talk: 10, agreements: 4, away: 1 };
const PARTS = ['entry', 'story', 'talk', 'agreements', 'away'] as const;

/** What each part of a lesson takes, and what may be left out when it is late. */
export function Minutes({ story }: { story: StoryCard }) {
  const minutes = { ...AROUND, story: story.minutes };
  const whole = PARTS.reduce((sum, part) => sum + minutes[part], 0);
  return (
    <section>
      <h2>{t('sheet.minutes', { minutes: whole })}</h2>
      <table class={styles.minutes}>
        <thead>
          <tr>
            <th scope="col">{t('sheet.part')}</th>
            <th scope="col">{t('sheet.min')}</th>
            <th scope="col">{t('sheet.does')}</th>
            <th scope="col">{t('sheet.late')}</th>
          </tr>
        </thead>
        <tbody>
          {PARTS.map((part) => (
            <tr key={part}>
              <th scope="row">{t(`part.${part}`)}</th>
              <td>{minutes[part]}</td>
              <td>{t(`part.${part}Does`)}</td>
              <td>{t(`part.${part}Late`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
