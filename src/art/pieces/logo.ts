import { drawing, fill } from '../paint.ts';
import { colours, fonts } from '../tokens.ts';

/** The name in the bubble with the tight corner. `dark`: for a dark ground. */
export function logo(dark = false): string {
  const { ink, cream, brand, glow } = colours;
  const bubble = 'M34 2H296C316 2 328 14 328 34V50C328 70 316 82 296 82H62L26 95Q20 97 20 90V80C8 76 2 66 2 50V34C2 14 14 2 34 2Z';
  const name = `Wat doe <tspan fill="${dark ? brand : glow}">jij?</tspan>`;
  const text = `<text x="164" y="57" text-anchor="middle" font-family="${fonts.heading}" font-weight="800" font-size="46" letter-spacing="-1" fill="${dark ? ink : cream}">${name}</text>`;
  return drawing([0, 0, 330, 98], fill(bubble, dark ? cream : ink) + text);
}
