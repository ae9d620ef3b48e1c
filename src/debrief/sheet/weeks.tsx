import type { DebriefView } from '../../protocol/views/debrief.ts';
import { dateText } from '../../ui/locale.ts';
import { say } from '../say.ts';

const WEEK_MS = 7 * 24 * 3_600_000;

/** What to watch in the coming weeks, and two talks with a date to write in a diary. */
export function Weeks({ view }: { view: DebriefView }) {
  const after = (weeks: number) => dateText(view.date + weeks * WEEK_MS);
  return (
    <section class="weeks" aria-labelledby="weeks">
      <h2 id="weeks">{say('followUp.title')}</h2>
      <div class="columns two">
        <div>
          <h3>{say('followUp.watch')}</h3>
          <ul>
            {view.followUp.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
        <div>
          <h3>{say('followUp.talks')}</h3>
          <ul class="agreements">
            <li>{say('followUp.first', { date: after(2) })}</li>
            <li>{say('followUp.second', { date: after(6) })}</li>
          </ul>
          <p>{say('followUp.ask')}</p>
        </div>
      </div>
    </section>
  );
}
