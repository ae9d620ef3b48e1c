import { useState } from 'preact/hooks';
import { creature } from '../../art/pieces/creature.ts';
import { logo } from '../../art/pieces/logo.ts';
import type { DebriefView } from '../../protocol/views/debrief.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { dateText } from '../../ui/locale.ts';
import sheetStyles from '../sheet/sheet.module.css';
import { t } from '../texts.ts';
import styles from './poster.module.css';
import { letterSize } from './poster-size.ts';

type Paper = 'a4' | 'a3';
/** Creatures that differ in colour, ears and mood. */
const GUESTS = [3, 34, 62, 95, 127, 16, 77];
/** The agreements of the class, to hang on the wall. */
export function Poster({ view }: { view: DebriefView }) {
  const [paper, setPaper] = useState<Paper>('a4');
  const agreed = view.agreements.length > 0;
  const texts = agreed ? view.agreements.map(({ text }) => text) : view.suggestions;
  return (
    <main class={styles.posterPart}>
      <h1 class="hidden">{t('part.poster')}</h1>
      <div class="screen-only stack">
        <fieldset class="row">
          <legend>{t('poster.paper')}</legend>
          {(['a4', 'a3'] as const).map((size) => (
            <label key={size}>
              <input type="radio" name="paper" checked={paper === size} onChange={() => setPaper(size)} /> {size.toUpperCase()}
            </label>
          ))}
        </fieldset>
        {!agreed && <p class={sheetStyles.busy}>{t('poster.notYet')}</p>}
      </div>
      <article
        class={styles.poster}
        data-testid="poster"
        data-paper={paper}
        style={{ '--size': letterSize(texts, !agreed) }}
        aria-labelledby="poster"
      >
        <header>
          <Drawing svg={logo(true)} class="logo" label="Wat doe jij?" />
          <h2 id="poster">{t(agreed ? 'poster.title' : 'poster.ideas')}</h2>
          {!agreed && <p>{t('poster.choose')}</p>}
        </header>
        <ol class={agreed ? '' : styles.ideas}>
          {texts.map((text) => (
            <li key={text}>
              <p>{text}</p>
            </li>
          ))}
        </ol>
        <div class={styles.guests} aria-hidden="true">
          {GUESTS.map((look) => (
            <Drawing key={look} svg={creature(look)} class={styles.guest} />
          ))}
        </div>
        <footer>
          <p class={styles.names}>
            <b>{t('poster.names')}</b>
          </p>
          <p>{t('poster.back')}</p>
          {agreed && <p>{t('poster.date', { date: dateText(view.date) })}</p>}
        </footer>
      </article>
    </main>
  );
}
