import { useState } from 'preact/hooks';
import { keptLessons } from '../../ui/kept-lessons.ts';
import { type Key, keyIn } from '../../ui/lesson-key.ts';
import { timeText } from '../../ui/locale.ts';
import { t } from '../texts.ts';
import styles from './picker.module.css';

/** Which lesson stands beside this one: of this browser, or by its link. */
export function Picker({ own, onPick }: { own: Key; onPick: (key: Key) => void }) {
  const [pasted, setPasted] = useState('');
  const [wrong, setWrong] = useState(false);
  const others = keptLessons().filter(({ lesson, debrief }) => debrief && lesson !== own.lesson);
  const open = () => {
    const key = keyIn(pasted);
    setWrong(!key || key.lesson === own.lesson);
    if (key && key.lesson !== own.lesson) onPick(key);
  };
  return (
    <section class="card stack screen-only" aria-labelledby="pick">
      <h2 id="pick">{t('compare.pick')}</h2>
      {others.length === 0 && <p>{t('compare.none')}</p>}
      <ul class={styles.othersKept}>
        {others.map(({ lesson, title, date, debrief = '' }) => (
          <li key={lesson}>
            <button type="button" onClick={() => onPick({ lesson, token: debrief })}>
              {title} · {timeText(date)}
            </button>
          </li>
        ))}
      </ul>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          open();
        }}
      >
        <label class="stack">
          {t('compare.paste')}
          <input
            type="password"
            autocomplete="off"
            value={pasted}
            aria-invalid={wrong}
            aria-describedby="paste-wrong"
            onInput={(event) => setPasted(event.currentTarget.value)}
          />
        </label>
        <p id="paste-wrong" role="alert">
          {wrong ? t('compare.wrong') : ''}
        </p>
        <div class="row">
          <button type="submit">{t('compare.open')}</button>
        </div>
      </form>
    </section>
  );
}
