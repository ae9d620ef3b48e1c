import { box, fill, shade, stroke } from '../paint.ts';

const CLOTH = '#332F49';
const TYRE = '#26233A';
const RIM = '#CFCBDA';

/** A wheelchair from the front, drawn behind the person in it: back, grips, arm rests and the big wheels. */
export function chair(colour: string): string {
  const side =
    `<ellipse cx="66" cy="890" rx="25" ry="233" fill="${TYRE}"/>` +
    stroke('M50 700C41 830 41 950 50 1080', RIM, 8) +
    stroke('M98 1090V548C98 520 94 508 82 490', shade(colour, -0.18), 20) +
    stroke('M96 1090V548C96 520 92 508 81 490', colour, 13) +
    stroke('M84 494L68 462', '#1F1B2E', 27) +
    stroke('M80 482L70 463', '#4A4566', 7) +
    box(56, 760, 60, 28, '#1F1B2E', 13);
  const back = fill('M102 528Q300 500 498 528L494 1090H106Z', CLOTH) + stroke('M108 534Q300 507 492 534', shade(CLOTH, 0.2), 9);
  return `${back}${side}<g transform="translate(600 0) scale(-1 1)">${side}</g>`;
}
