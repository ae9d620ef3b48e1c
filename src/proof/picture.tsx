import { choiceColours, colours } from '../art/tokens.ts';
import type { Division } from '../lesson/release/audit.ts';
import { LETTERS } from '../protocol/identity.ts';
import styles from './picture.module.css';

/** More bars than this are thinner than an eye can follow: some are then drawn, evenly picked. */
export const DRAWN = 60;
const WIDTH = 640;
const HEIGHT = 240;

/** So that a grey printer and a colour-blind eye tell the choices apart, as elsewhere on paper. */
const SLANT = [0, 45, 0, -45];

const picked = (classes: readonly Division[]): Division[] =>
  classes.length <= DRAWN
    ? [...classes]
    : Array.from({ length: DRAWN }, (_, index) => classes[Math.floor((index * (classes.length - 1)) / (DRAWN - 1))] ?? []);

/** Every class that fits as a bar of its votes: a square a vote, a colour a choice. */
export function Classes({ classes, voters, label }: { classes: readonly Division[]; voters: number; label: string }) {
  const bars = picked(classes);
  const step = Math.min(48, WIDTH / bars.length);
  const gap = Math.min(6, step / 4);
  const unit = HEIGHT / voters;
  const left = (WIDTH - step * bars.length) / 2;
  return (
    <svg class={styles.classes} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} data-part="classes" data-bars={bars.length}>
      {LETTERS.map((letter, index) => (
        <pattern key={letter} id={`choice-${letter}`} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform={`rotate(${SLANT[index]})`}>
          <rect width="8" height="8" fill={choiceColours[letter].ground} />
          <path d="M4 0v8" stroke={choiceColours[letter].tint} stroke-width={index === 0 ? 0 : 1.2} />
        </pattern>
      ))}
      {bars.map((votes, bar) => {
        let below = 0;
        return votes.map((count, index) => {
          below += count;
          return (
            <rect
              key={`${bar} ${LETTERS[index]}`}
              x={left + bar * step + gap / 2}
              y={HEIGHT - below * unit}
              width={step - gap}
              height={count * unit}
              fill={`url(#choice-${LETTERS[index]})`}
            />
          );
        });
      })}
      {Array.from({ length: voters - 1 }, (_, index) => (
        <path key={index} d={`M0 ${(index + 1) * unit}H${WIDTH}`} stroke={colours.white} stroke-width={Math.min(2.5, unit / 5)} />
      ))}
    </svg>
  );
}
