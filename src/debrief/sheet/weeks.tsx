import type { DebriefView } from '../../protocol/views/debrief.ts';
import { dateText } from '../../ui/locale.ts';
import { t } from '../texts.ts';
import sheetStyles from './sheet.module.css';
import styles from './weeks.module.css';

const WEEK_MS = 7 * 24 * 3_600_000;

/** What to watch in the coming weeks, and two talks with a date to write in a diary. */
export function Weeks({ view }: { view: DebriefView }) {
  const after = (weeks: number) => dateText(view.date + weeks * WEEK_MS);
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
            <li>{t('followUp.first', { date: after(2) })}</li>
            <li>{t('followUp.second', { date: after(6) })}</li>
          </ul>
          <p>{t('followUp.ask')}</p>
        </div>
      </div>
    </section>
  );
}
