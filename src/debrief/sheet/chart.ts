import { barX, plot, text } from '@observablehq/plot';
import { colours } from '../../art/tokens.ts';
import type { ChoiceId, Letter } from '../../protocol/identity.ts';
import { BANDS, type Band, type Released } from '../../protocol/released.ts';

export interface ChartRow {
  id: ChoiceId;
  letter: Letter;
  short: string;
}
type Shown = Extract<Released, { shown: 'bands' }>;

const INK = colours.ink;
const GAP = 0.05;
const LETTER = 17;
/** Where the bars begin and end, and what is left for the words beside them; on a phone the words take two lines. */
const WIDE = { width: 600, row: 46, label: 150, words: 205 };
const NARROW = { width: 330, row: 64, label: 104, words: 112 };
export const NARROW_BELOW = 330;

/** A hatch for each letter, so that a grey printer and a colour-blind eye tell the bars apart. Drawn once a page. */
const hatch = (letter: Letter) => `url(#hatch-${letter})`;

function stepsOf(row: ChartRow, band: Band) {
  const filled = BANDS.indexOf(band) + 1;
  return BANDS.map((_, index) => ({ id: row.id, from: index + GAP, to: index + 1 - GAP, on: index < filled }));
}

interface Wording {
  /** What stands at the end of each bar. */
  words(choice: ChoiceId): string;
  /** What the picture is called. */
  label: string;
}

/** What was released, as bars: as many steps as there are words for a part of the class. */
export function chart(rows: ChartRow[], released: Shown, { words, label }: Wording, narrow: boolean): SVGSVGElement {
  const size = narrow ? NARROW : WIDE;
  const bars = rows.flatMap((row) => {
    const look = {
      y: 'id',
      x1: 'from',
      x2: 'to',
      stroke: INK,
      strokeWidth: 2,
      rx: 6,
      insetTop: narrow ? 16 : 8,
      insetBottom: narrow ? 16 : 8,
    } as const;
    const steps = stepsOf(row, released.bands[row.id] ?? 'few');
    return [
      barX(
        steps.filter(({ on }) => on),
        { ...look, fill: hatch(row.letter) },
      ),
      barX(
        steps.filter(({ on }) => !on),
        { ...look, fill: 'none', stroke: colours.edge, strokeDasharray: '3 4' },
      ),
    ];
  });
  const figure = plot({
    width: size.width,
    height: rows.length * size.row,
    marginLeft: size.label,
    marginRight: size.words,
    marginTop: 0,
    marginBottom: 0,
    ariaLabel: label,
    x: { domain: [0, BANDS.length], axis: null },
    y: { domain: rows.map(({ id }) => id), axis: null },
    marks: [
      ...bars,
      text(rows, {
        y: 'id',
        text: (row: ChartRow) => `${row.letter}  ${row.short}`,
        frameAnchor: 'left',
        dx: -size.label,
        textAnchor: 'start',
        lineWidth: (size.label - 8) / LETTER,
      }),
      text(rows, {
        y: 'id',
        text: (row: ChartRow) => words(row.id),
        frameAnchor: 'right',
        dx: 12,
        textAnchor: 'start',
        lineWidth: (size.words - 12) / LETTER,
        fontWeight: 700,
      }),
    ],
  }) as SVGSVGElement;
  // Our content policy refuses Plot's style sheet; ours has the same rules.
  figure.querySelector('style')?.remove();
  figure.setAttribute('role', 'img');
  // The picture has one name in the page's language. Plot's own names of its marks are English.
  for (const mark of figure.querySelectorAll('[aria-label]')) mark.removeAttribute('aria-label');
  return figure;
}
