import { clip, fill, shade, stroke } from '../paint.ts';
import type { Expression, MouthName } from './expression.ts';

const WHITE = '#FFFDF8';
const DEEP = '#4A1620';

function place(x: number, y: number, inside: string): string {
  return `<g transform="translate(${x} ${y})">${inside}</g>`;
}

/** `side`: -1 left, 1 right. `young`: children have larger eyes. */
export function eye(
  side: -1 | 1,
  x: number,
  y: number,
  mood: Expression,
  iris: string,
  line: string,
  lidColour: string,
  young: number,
  id: string,
): string {
  const lash = shade(line, -0.45);
  if (mood.eye === 'closed up') return place(x, y, stroke('M-29 8Q0 -26 29 8', lash, 9));
  if (mood.eye === 'closed down') return place(x, y, stroke('M-29 -2Q0 22 29 -2', lash, 9) + stroke(`M${side * 29} -2l${side * 7} 5`, lash, 7));
  const top = round(10 + 38 * mood.eye * young);
  const bottom = round(8 + 24 * (1 - mood.lid));
  const radius = round((mood.smallPupil ? 13 : 16.5) * young);
  const [gx, gy] = mood.gaze;
  const white = `M-29 3Q0 ${-top} 29 3Q0 ${bottom} -29 3Z`;
  const lidShade = `<path d="M-34 ${-top}H34V${round(9 - top * 0.5)}Q0 ${round(2 - top * 0.5)} -34 ${round(14 - top * 0.5)}Z" fill="#BFB3B8" opacity=".5"/>`;
  const pupil = `<circle cx="${gx}" cy="${gy}" r="${radius}" fill="${iris}"/><circle cx="${gx}" cy="${gy}" r="${round(radius * 0.56)}" fill="#150D12"/>`;
  const glint = `<circle cx="${gx - 5}" cy="${gy - 6}" r="${round(radius * 0.3)}" fill="#fff"/><circle cx="${gx + 6}" cy="${gy + 6}" r="${round(radius * 0.14)}" fill="#fff" opacity=".8"/>`;
  const lashes = stroke(`M${-side * 29} 4Q${-side * 2} ${-top - 1} ${side * 31} 1`, lash, 8.5);
  const cheekLine =
    mood.lid > 0.3
      ? stroke(`M-20 ${round(bottom * 0.5 + 9)}Q0 ${round(bottom * 0.5 + 14)} 20 ${round(bottom * 0.5 + 9)}`, lidColour, 5, 'opacity=".8"')
      : '';
  return place(x, y, fill(white, WHITE) + clip(`${id}-eye${side}`, white, lidShade + pupil + glint) + lashes + cheekLine);
}

export function brow(side: -1 | 1, x: number, y: number, [inner, middle, outer]: Expression['brow'], colour: string, weight: number): string {
  const thick = 12 * weight;
  const [start, bend, end] = [-30, 4, 36];
  const shape = `M${start} ${round(inner - thick * 0.45)}Q${bend} ${round(middle - thick)} ${end} ${outer - 2}Q${end + 3} ${outer + 1} ${end - 1} ${outer + 3}Q${bend} ${round(middle + thick * 0.25)} ${start + 1} ${round(inner + thick * 0.55)}Q${start - 7} ${inner} ${start} ${round(inner - thick * 0.45)}Z`;
  return `<g transform="translate(${x} ${y}) scale(${side} 1)">${fill(shape, colour)}</g>`;
}

const LIP = 'opacity=".35"';

function openMouth(id: string, shape: string, inside: string): string {
  return fill(shape, DEEP) + clip(`${id}-mouth`, shape, inside);
}

function smile(id: string, size: number): string {
  const [wide, corner, low] = [round(38 * size), round(33 * size), round(31 * size)];
  const shape = `M${-wide} -11Q0 1 ${wide} -11Q${corner} ${low} 0 ${round(33 * size)}Q${-corner} ${low} ${-wide} -11Z`;
  const teeth = fill(`M${-wide} -14Q0 0 ${wide} -14L${corner} 6Q0 15 ${-corner} 6Z`, WHITE);
  return openMouth(id, shape, `${teeth}<ellipse cx="0" cy="${low}" rx="22" ry="13" fill="#D9646A"/>`);
}

const MOUTHS: Record<MouthName, (line: string, id: string) => string> = {
  soft: (line) => stroke('M-27 -3Q0 15 27 -3', line, 9),
  firm: (line) => stroke('M-29 4Q-27 1 -20 1H20Q27 1 29 4', line, 10) + stroke('M-12 17Q0 14 12 17', line, 5, LIP),
  smirk: (line) => stroke('M-27 3Q12 16 36 -14', line, 9) + stroke('M35 -22Q43 -15 39 -6', line, 7),
  side: (line) => stroke('M-8 8Q6 -6 18 1Q25 5 31 -1', line, 9),
  wobble: (line) => stroke('M-32 9Q-17 -12 0 1Q15 12 32 1', line, 9.5) + stroke('M-8 21Q1 24 10 21', line, 5, LIP),
  tuck: (line) => stroke('M-20 3Q-9 -4 0 1Q9 -4 20 3', line, 9) + stroke('M-13 17Q0 22 13 17', line, 6, LIP),
  frown: (line) => stroke('M-33 14Q0 -19 33 14', line, 10) + stroke('M-10 22Q0 26 10 22', line, 6, LIP),
  relief: (line) => stroke('M-32 -7Q0 25 32 -7', line, 9.5) + stroke('M-38 -10Q-33 -8 -30 -4M38 -10Q33 -8 30 -4', line, 6),
  o: () => `<ellipse cx="0" cy="10" rx="19" ry="26" fill="${DEEP}"/><ellipse cx="0" cy="27" rx="13" ry="8" fill="#C95B5B"/>`,
  angry: (_line, id) =>
    openMouth(id, 'M-39 21Q-38 -14 0 -16Q38 -14 39 21Q0 7 -39 21Z', `<rect x="-30" y="-18" width="60" height="17" rx="5" fill="${WHITE}"/>`),
  // The mouth of a speaker between two sounds and during one. Its corners are up if the mood has them up.
  said: (line) => `<ellipse cx="0" cy="3" rx="17" ry="7" fill="${DEEP}"/>${stroke('M-10 17Q0 20 10 17', line, 5, LIP)}`,
  saying: (_line, id) => openMouth(id, 'M-21 -2Q0 -15 21 -2Q23 17 0 21Q-23 17 -21 -2Z', `<ellipse cx="0" cy="19" rx="15" ry="9" fill="#D9646A"/>`),
  smiled: (_line, id) => openMouth(id, 'M-29 -9Q0 0 29 -9Q23 14 0 15Q-23 14 -29 -9Z', fill('M-30 -12Q0 -2 30 -12L26 2Q0 9 -26 2Z', WHITE)),
  smiling: (_line, id) => smile(id, 0.86),
  grin: (_line, id) => smile(id, 1),
  laugh: (_line, id) => smile(id, 1.18),
};

export function mouth(name: MouthName, x: number, y: number, line: string, id: string): string {
  return place(x, y, MOUTHS[name](line, id));
}

function round(value: number): number {
  return Number(value.toFixed(1));
}
