import { barX, plot, text } from '@observablehq/plot';
import type { ChoiceId, Letter } from '../protocol/identity.ts';
import type { Band, Released } from '../protocol/released.ts';

export interface ChartRow {
  id: ChoiceId;
  letter: Letter;
  short: string;
}
type Shown = Extract<Released, { shown: 'numbers' | 'bands' }>;

/** Four steps, because no more than four is known. */
const STEPS: Band[] = ['few', 'some', 'most', 'almost-all'];
const INK = '#1d1b36';
const ROW = 46;
const LABEL = 150;
const WORD = 170;
const WIDTH = 560;
const GAP = 0.05;

/** A hatch for each letter, so that a grey printer and a colour-blind eye tell the bars apart. Drawn once a page. */
export const hatch = (letter: Letter) => `url(#hatch-${letter})`;

function stepsOf(row: ChartRow, band: Band) {
  const filled = STEPS.indexOf(band) + 1;
  return STEPS.map((_, index) => ({ id: row.id, from: index + GAP, to: index + 1 - GAP, on: index < filled }));
}

/** What was released, as bars: four steps for bands, a length for numbers. `words`: what stands at the end of each bar. */
export function chart(rows: ChartRow[], released: Shown, words: (choice: ChoiceId) => string, label: string): SVGSVGElement {
  const bars = rows.flatMap((row) => {
    const look = { y: 'id', x1: 'from', x2: 'to', stroke: INK, strokeWidth: 2, rx: 6, insetTop: 8, insetBottom: 8 } as const;
    if (released.shown === 'numbers') {
      const bar = { id: row.id, from: 0, to: released.counts[row.id] ?? 0 };
      return [barX([bar], { ...look, fill: hatch(row.letter) })];
    }
    const steps = stepsOf(row, released.bands[row.id] ?? 'few');
    return [
      barX(
        steps.filter(({ on }) => on),
        { ...look, fill: hatch(row.letter) },
      ),
      barX(
        steps.filter(({ on }) => !on),
        { ...look, fill: 'none', stroke: '#8a84a6', strokeDasharray: '3 4' },
      ),
    ];
  });
  const most = released.shown === 'numbers' ? Math.max(1, ...Object.values(released.counts)) : STEPS.length;
  const figure = plot({
    width: WIDTH,
    height: rows.length * ROW,
    marginLeft: LABEL,
    marginRight: WORD,
    marginTop: 0,
    marginBottom: 0,
    ariaLabel: label,
    x: { domain: [0, most], axis: null },
    y: { domain: rows.map(({ id }) => id), axis: null },
    marks: [
      ...bars,
      text(rows, {
        y: 'id',
        text: (row: ChartRow) => `${row.letter}  ${row.short}`,
        frameAnchor: 'left',
        dx: -LABEL,
        textAnchor: 'start',
        lineWidth: 9.5,
      }),
      text(rows, {
        y: 'id',
        text: (row: ChartRow) => words(row.id),
        frameAnchor: 'right',
        dx: 14,
        textAnchor: 'start',
        lineWidth: 10,
        fontWeight: 700,
      }),
    ],
  }) as SVGSVGElement;
  // Its own style sheet is refused by our content policy, and ours says the same.
  figure.querySelector('style')?.remove();
  figure.setAttribute('role', 'img');
  // The picture has one name; what Plot calls its marks is no language of this page.
  for (const mark of figure.querySelectorAll('[aria-label]')) mark.removeAttribute('aria-label');
  return figure;
}
