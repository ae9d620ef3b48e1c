import { ink } from '../colours.ts';
import { drawing } from '../paint.ts';
import { choiceColours, fonts } from '../tokens.ts';

export type Letter = 'A' | 'B' | 'C' | 'D';

const SHAPES: Record<Letter, { shape: string; baseline: number; size: number }> = {
  A: { shape: '<circle cx="50" cy="50" r="46"/>', baseline: 67, size: 50 },
  B: { shape: '<path d="M50 5Q56 5 60 12L96 78Q102 93 87 94H13Q-2 93 4 78L40 12Q44 5 50 5Z"/>', baseline: 80, size: 44 },
  C: { shape: '<rect x="6" y="6" width="88" height="88" rx="16"/>', baseline: 67, size: 50 },
  D: {
    shape:
      '<path d="M50 2Q54 2 57 8L68 29L91 33Q101 36 94 44L78 61L82 84Q82 95 73 91L50 80L27 91Q18 95 18 84L22 61L6 44Q-1 36 9 33L32 29L43 8Q46 2 50 2Z"/>',
    baseline: 66,
    size: 42,
  },
};

/** Circle, triangle, square, star: the letter always sits inside its own shape. `rimmed`: to stand on a dark card. */
export function badge(letter: Letter, rimmed = false): string {
  const { shape, baseline, size } = SHAPES[letter];
  const { ground, text } = choiceColours[letter];
  const outline = `<g fill="${ground}" stroke="${ink}" stroke-width="4" stroke-linejoin="round">${shape}</g>`;
  const rim = rimmed ? `<g stroke="#FFFFFF" stroke-width="14" stroke-linejoin="round">${shape}</g>` : '';
  const inside = `<text x="50" y="${baseline}" text-anchor="middle" font-family="${fonts.heading}" font-weight="800" font-size="${size}" fill="${text}">${letter}</text>`;
  const box = rimmed ? ([-8, -8, 116, 116] as const) : ([-2, -2, 104, 104] as const);
  return drawing([...box], rim + outline + inside, 100, 100);
}
