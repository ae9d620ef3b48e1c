import { colours } from '../../../art/tokens.ts';
import type { Letter } from '../../../protocol/identity.ts';
import type { Band, Released } from '../../../protocol/released.ts';
import type { ChoiceView } from '../../../protocol/views/vote.ts';
import { t } from '../../texts.ts';
import styles from './result.module.css';

const LENGTH: Record<Band, number> = { few: 0.1, some: 0.4, most: 0.7, 'almost-all': 1 };
/** The slant of the black lines, so that the bars differ on any printer. */
const HATCH: Record<Letter, number> = { A: 45, B: 90, C: -45, D: 0 };
const WIDTH = 200;
const HEIGHT = 22;

function share(choice: ChoiceView, released: Released): { length: number; words: string } | null {
  if (released.shown === 'bands') {
    const band = released.bands[choice.id] ?? 'few';
    return { length: LENGTH[band], words: t(`band.${band}`) };
  }
  if (released.shown === 'numbers') {
    const count = released.counts[choice.id] ?? 0;
    return { length: count / Math.max(1, ...Object.values(released.counts)), words: String(count) };
  }
  return null;
}

/** Beside one choice: a bar and its word or number, or nothing at all. */
export function Result({ choice, released }: { choice: ChoiceView; released: Released }) {
  const shown = share(choice, released);
  if (!shown) return null;
  const width = Math.max(HEIGHT, shown.length * WIDTH);
  return (
    <p class={styles.result}>
      <svg viewBox={`0 0 ${WIDTH + 2} ${HEIGHT + 2}`} preserveAspectRatio="xMinYMid meet" aria-hidden="true">
        <pattern
          id={`hatch-${choice.letter}`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform={`rotate(${HATCH[choice.letter]})`}
        >
          <path d="M3 0v6" stroke={colours.ink} stroke-width="2" />
        </pattern>
        <rect x="1" y="1" width={width} height={HEIGHT} rx={HEIGHT / 2} fill={`url(#hatch-${choice.letter})`} stroke={colours.ink} stroke-width="2" />
      </svg>
      <strong>{shown.words}</strong>
    </p>
  );
}
