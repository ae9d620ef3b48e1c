import { box, dot, dots, fill, stroke } from '../paint.ts';
import { type ByLight, fade, type Light, lit, moon } from './light.ts';

const SKY: ByLight<readonly string[]> = {
  day: ['#CFE7EE', '#FBEBD3', '#FBE1BE'],
  dusk: ['#5F5A9C', '#C9808E', '#FBC58F'],
  night: ['#12132F', '#2B2F62', '#454A80'],
};

export function tree(x: number, y: number, scale: number, light: Light, leaves = '#86A978', shadow = '#779B6A'): string {
  const crown =
    'M0 -330C70 -336 120 -290 116 -236C152 -206 132 -132 74 -128C50 -100 -50 -100 -74 -128C-132 -132 -152 -206 -116 -236C-120 -290 -70 -336 0 -330Z';
  const side = 'M0 -330C70 -336 120 -290 116 -236C152 -206 132 -132 74 -128C62 -114 36 -106 8 -106C60 -150 80 -240 0 -330Z';
  return `<g transform="translate(${x} ${y}) scale(${scale})">${box(-10, -120, 20, 130, lit('#8A6A50', light), 6)}${fill(crown, lit(leaves, light))}${fill(side, lit(shadow, light))}</g>`;
}

export function bike(x: number, y: number, colour: string, light: Light, scale = 0.7): string {
  const wheel = (at: number) => `<circle cx="${at}" cy="0" r="40" fill="none" stroke="${lit('#3B3A52', light)}" stroke-width="6"/>`;
  const frame = 'M-58 0L-26 -58H40L4 0H-58M-26 -58L4 0M40 -58L62 0M40 -58L36 -84H58M-26 -58L-32 -76M-46 -78H-20';
  return `<g transform="translate(${x} ${y}) scale(${scale})">${wheel(-58)}${wheel(62)}${stroke(frame, lit(colour, light), 7)}</g>`;
}

export function heaven(id: string, light: Light, moonAt: readonly [number, number] = [960, 190]): string {
  const sky = fade(`${id}-sky`, SKY[light]) + box(0, 0, 1920, 1080, `url(#${id}-sky)`);
  const clouds = `<g fill="${light === 'dusk' ? '#EBA79A' : '#FFFFFF'}" opacity="${light === 'dusk' ? 0.55 : 0.75}"><path d="M560 120c0-30 44-42 62-16 22-26 72-14 70 20 30 2 32 36 0 36H562c-36 0-36-38-2-40z"/><path d="M830 236c0-22 32-30 46-12 16-20 54-10 52 14 22 2 24 26 0 26H832c-28 0-28-26-2-28z"/></g>`;
  if (light === 'night') {
    const stars = dots(
      [
        [120, 90, 4],
        [330, 170, 3],
        [470, 60, 3],
        [640, 210, 4],
        [790, 80, 3],
        [1090, 150, 4],
        [1240, 300, 3],
        [1420, 90, 4],
        [1610, 220, 3],
        [1800, 110, 4],
      ],
      '#FFF8EA',
    );
    return sky + stars + moon(...moonAt, 58);
  }
  return sky + (light === 'day' ? dot(1010, 420, 120, '#FFE9B8', 'opacity=".8"') : dot(1010, 520, 120, '#FFE0A8', 'opacity=".85"')) + clouds;
}
