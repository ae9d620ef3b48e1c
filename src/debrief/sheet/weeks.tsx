import type { DebriefView } from '../../protocol/views/debrief.ts';
import { dateText } from '../../ui/locale.ts';
import { t } from '../texts.ts';
import sheetStyles from './sheet.module.css';
import styles from './weeks.module.css';

const DAY_MS = 24 * 3_600_000;
/** The rhythm of every sheet, card and story. */
const MOMENTS = [
  { id: 'day2', days: 2 },
  { id: 'week1', days: 7 },
  { id: 'week4', days: 28 },
] as const;

/** What to watch in the coming weeks, and three moments with a date to write in a diary. */
export function Weeks({ view }: { view: DebriefView }) {
  return (
    <section class={styles.weeks} aria-labelledby="weeks">
      <h2 id="weeks">{t('followUp.title')}</h2>
      <div class={`${sheetStyles.columns} ${sheetStyles.two}`}>
        <div>
          <h3>{t('followUp.watch')}</h3>
          <ul>
            {view.followUp.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
        <div>
          <h3>{t('followUp.talks')}</h3>
          <ul class={sheetStyles.agreements}>
            {MOMENTS.map(({ id, days }) => (
              <li key={id}>{t(`followUp.${id}`, { date: dateText(view.date + days * DAY_MS) })}</li>
            ))}
          </ul>
          <p>{t('followUp.ask')}</p>
        </div>
      </div>
    </section>
  );
}
