import { cream, glow, ink, envelope as paper } from '../colours.ts';
import { drawing, fill, stroke } from '../paint.ts';

/** Every vote becomes the same sealed envelope: no colour, shape or order that belongs to anyone. */
export function letter(x: number, y: number, turn: number, colour: string = paper): string {
  const sheet = `<rect x="-38" y="-25" width="76" height="50" rx="8" fill="${colour}" stroke="${ink}" stroke-width="3.6"/>`;
  const seal = `<circle cx="0" cy="6" r="8" fill="${glow}" stroke="${ink}" stroke-width="3"/>`;
  return `<g transform="translate(${x} ${y}) rotate(${turn})">${sheet}${stroke('M-36 -21L-5 4Q0 8 5 4L36 -21', ink, 3.6)}${seal}</g>`;
}

export function envelope(): string {
  return drawing([-43, -30, 86, 60], letter(0, 0, 0), 172, 120);
}

/** The envelope of a choice, opened: flap up and an empty sheet out, for the moment before the consequence. */
export function openEnvelope(): string {
  const back = `<g stroke="${ink}" stroke-width="3.6" stroke-linejoin="round">${fill('M-38 -17L-6 -46Q0 -51 6 -46L38 -17Z', '#BDB2E3')}`;
  const sheet = `<rect x="-30" y="-40" width="60" height="58" rx="6" fill="${cream}"/>`;
  const front = `${fill('M-38 -17L-5 8Q0 11 5 8L38 -17V25Q38 33 30 33H-30Q-38 33 -38 25Z', paper)}</g>`;
  return drawing(
    [-43, -54, 86, 92],
    `${back}${sheet}${front}<circle cx="0" cy="18" r="8" fill="${glow}" stroke="${ink}" stroke-width="3"/>`,
    172,
    184,
  );
}

/** Always three envelopes, however many votes it stands for. */
export function pile(): string {
  return drawing([-66, -40, 132, 74], letter(-22, 2, -9, '#BDB2E3') + letter(22, 2, 8, '#BDB2E3') + letter(0, 0, -1), 264, 148);
}
