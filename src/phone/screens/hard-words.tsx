import type { HardWord } from '../hard-words.ts';
import type { Translate } from '../texts.ts';
import styles from './hard-words.module.css';

/** The explanation stands beside the text, because a tap on a card votes. */
export function HardWords({ words, t, onExplain }: { words: readonly HardWord[]; t: Translate; onExplain(word: HardWord): void }) {
  if (words.length === 0) return null;
  return (
    <ul class={styles.words} data-part="words" aria-label={t('words')}>
      {words.map((entry) => (
        <li key={entry.word}>
          <button type="button" aria-haspopup="dialog" onClick={() => onExplain(entry)}>
            <span class="quiet">{t('meaningOf')} </span>
            <span dir="auto">{entry.word}</span>
            <b aria-hidden="true">?</b>
          </button>
        </li>
      ))}
    </ul>
  );
}
