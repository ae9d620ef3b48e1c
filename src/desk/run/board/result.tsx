import { useId } from 'preact/hooks';
import { colours } from '../../../art/tokens.ts';
import type { Letter } from '../../../protocol/identity.ts';
import type { Band, Released } from '../../../protocol/released.ts';
import type { ChoiceView } from '../../../protocol/views/vote.ts';
import { t } from '../../texts.ts';
import styles from './result.module.css';

const LENGTH: Record<Band, number> = { few: 0.1, some: 0.3, 'about-half': 0.5, most: 0.75, 'almost-all': 1 };
/** The slant of the black lines, so that the bars differ on any printer. */
const HATCH: Record<Letter, number> = { A: 45, B: 90, C: -45, D: 0 };
const WIDTH = 200;
const HEIGHT = 22;

/** Beside one choice: a bar and its word, or nothing at all. */
export function Result({ choice, released }: { choice: ChoiceView; released: Released }) {
  // The same letter has a bar in each of two results beside each other.
  const hatch = useId();
  if (released.shown !== 'bands') return null;
  const band = released.bands[choice.id] ?? 'few';
  const width = Math.max(HEIGHT, LENGTH[band] * WIDTH);
  return (
    <p class={styles.result}>
      <svg viewBox={`0 0 ${WIDTH + 2} ${HEIGHT + 2}`} preserveAspectRatio="xMinYMid meet" aria-hidden="true">
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform={`rotate(${HATCH[choice.letter]})`}>
          <path d="M3 0v6" stroke={colours.ink} stroke-width="2" />
        </pattern>
        <rect x="1" y="1" width={width} height={HEIGHT} rx={HEIGHT / 2} fill={`url(#${hatch})`} stroke={colours.ink} stroke-width="2" />
      </svg>
      <strong>{t(`band.${band}`)}</strong>
    </p>
  );
}
