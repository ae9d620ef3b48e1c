import type { StoryCard } from '../../protocol/catalogue.ts';
import { type LessonPlan, minutesOfParts } from '../../protocol/lesson-plan.ts';
import { t } from '../texts.ts';
import styles from './sheet.module.css';

const sum = (parts: LessonPlan['parts']) => parts.reduce((minutes, part) => minutes + part.minutes, 0);

/** What each part of a lesson takes, long and short, and what may be left out when it is late. */
export function Minutes({ story }: { story: StoryCard }) {
  const long = minutesOfParts(story.minutes, 'long');
  const short = story.shortMinutes === null ? null : minutesOfParts(story.shortMinutes, 'short');
  return (
    <section>
      <h2>{short ? t('sheet.minutesBoth', { minutes: sum(long), short: sum(short) }) : t('sheet.minutes', { minutes: sum(long) })}</h2>
      <table class={styles.minutes}>
        <thead>
          <tr>
            <th scope="col">{t('sheet.part')}</th>
            <th scope="col">{t('sheet.min')}</th>
            {short && <th scope="col">{t('sheet.minShort')}</th>}
            <th scope="col">{t('sheet.does')}</th>
            <th scope="col">{t('sheet.late')}</th>
          </tr>
        </thead>
        <tbody>
          {long.map(({ id, minutes }, index) => (
            <tr key={id}>
              <th scope="row">{t(`clock.part.${id}`)}</th>
              <td>{minutes}</td>
              {short && <td>{short[index]?.minutes}</td>}
              <td>{t(`part.${id}Does`)}</td>
              <td>{t(id === 'story' && short ? 'part.storyShort' : `part.${id}Late`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
