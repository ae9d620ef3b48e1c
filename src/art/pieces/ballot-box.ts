import { brand, cream, ink } from '../colours.ts';
import { drawing, stroke } from '../paint.ts';
import { letter } from './ballot.ts';

function chest(): string {
  return `<path d="M12 40H108L102 95Q101 100 96 100H24Q19 100 18 95Z" fill="${brand}" stroke="${ink}" stroke-width="4" stroke-linejoin="round"/>
<rect x="6" y="32" width="108" height="18" rx="8" fill="#7468E4" stroke="${ink}" stroke-width="4"/>${stroke('M34 41H86', ink, 6)}
<circle cx="48" cy="72" r="4.5" fill="${cream}"/><circle cx="72" cy="72" r="4.5" fill="${cream}"/>`;
}

/** The box with an envelope on its way in, and the same box closed. */
export function ballotBox(): string {
  return drawing([0, -8, 120, 112], letter(60, 26, -6) + chest(), 240, 224);
}

export function closedBallotBox(): string {
  return drawing([0, -8, 120, 112], chest(), 240, 224);
}
