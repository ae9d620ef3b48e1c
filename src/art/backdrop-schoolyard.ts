import { type ByLight, fade, glow, type Light, lit, moon } from './light.ts';
import { box, dot, dots, fill, stroke } from './paint.ts';

const SKY: ByLight<readonly string[]> = {
  day: ['#CFE7EE', '#FBEBD3', '#FBE1BE'],
  dusk: ['#5F5A9C', '#C9808E', '#FBC58F'],
  night: ['#12132F', '#2B2F62', '#454A80'],
};
const LIT_PANES: ByLight<readonly number[]> = { day: [8], dusk: [2, 6, 7, 8, 9], night: [7] };
const SHINE: ByLight<string> = { day: '#FFE08A', dusk: '#FFC98A', night: '#FFC98A' };

function tree(x: number, y: number, scale: number, light: Light, leaves = '#86A978', shadow = '#779B6A'): string {
  const crown =
    'M0 -330C70 -336 120 -290 116 -236C152 -206 132 -132 74 -128C50 -100 -50 -100 -74 -128C-132 -132 -152 -206 -116 -236C-120 -290 -70 -336 0 -330Z';
  const side = 'M0 -330C70 -336 120 -290 116 -236C152 -206 132 -132 74 -128C62 -114 36 -106 8 -106C60 -150 80 -240 0 -330Z';
  return `<g transform="translate(${x} ${y}) scale(${scale})">${box(-10, -120, 20, 130, lit('#8A6A50', light), 6)}${fill(crown, lit(leaves, light))}${fill(side, lit(shadow, light))}</g>`;
}

function bike(x: number, y: number, colour: string, light: Light): string {
  const wheel = (at: number) => `<circle cx="${at}" cy="0" r="40" fill="none" stroke="${lit('#3B3A52', light)}" stroke-width="6"/>`;
  const frame = 'M-58 0L-26 -58H40L4 0H-58M-26 -58L4 0M40 -58L62 0M40 -58L36 -84H58M-26 -58L-32 -76M-46 -78H-20';
  return `<g transform="translate(${x} ${y}) scale(.7)">${wheel(-58)}${wheel(62)}${stroke(frame, lit(colour, light), 7)}</g>`;
}

function heaven(id: string, light: Light): string {
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
    return sky + stars + moon(960, 190, 58);
  }
  return sky + (light === 'day' ? dot(1010, 420, 120, '#FFE9B8', 'opacity=".8"') : dot(1010, 520, 120, '#FFE0A8', 'opacity=".85"')) + clouds;
}

function school(light: Light): string {
  const [brick, roof, tower, pane] = ['#D99B77', '#B87553', '#E4AA86', '#FDF3DE'].map((colour) => lit(colour, light)) as [
    string,
    string,
    string,
    string,
  ];
  const panes = Array.from({ length: 12 }, (_, index) => {
    const [x, y] = [122 + (index % 6) * 92, index < 6 ? 530 : 652];
    const glass = LIT_PANES[light].includes(index) ? SHINE[light] : lit(index < 6 ? '#FDF3DE' : '#F3E2C4', light);
    return box(x, y, 68, 84, glass, 6) + box(x, y + 40, 68, 6, roof) + box(x + 31, y, 6, 84, roof);
  });
  const door =
    box(722, 640, 106, 160, lit('#3E6A78', light), 8) +
    box(772, 640, 6, 160, lit('#2E525E', light)) +
    box(706, 600, 138, 16, lit('#8E573B', light), 4);
  const clock = dot(776, 470, 34, light === 'day' ? pane : SHINE[light]) + stroke('M776 470V450M776 470l14 8', '#1D1B36', 5);
  const walls = box(90, 470, 820, 330, brick, 6) + box(90, 470, 820, 26, roof) + box(690, 390, 170, 410, tower, 6) + box(690, 390, 170, 24, roof);
  return `<g transform="translate(70 322) scale(.6)">${walls}${panes.join('')}${door}${clock}</g>`;
}

function lamppost(id: string, light: Light): string {
  const metal = lit('#5B5A72', light);
  const post =
    box(689, 590, 12, 220, metal, 4) +
    box(675, 800, 40, 14, metal, 6) +
    fill('M665 590H725L712 552H678Z', light === 'day' ? lit('#F6E7C4', light) : '#FFD9A0') +
    box(671, 542, 48, 14, metal, 6);
  return (light === 'day' ? '' : glow(`${id}-lamp`, 695, 575, light === 'dusk' ? 260 : 380, light === 'dusk' ? 0.5 : 0.6)) + post;
}

export function schoolyard(light: Light): string {
  const id = `schoolyard-${light}`;
  const hills = `<g opacity=".55">${fill('M0 620C160 560 300 600 420 570S700 540 820 580 1100 540 1240 570 1600 530 1920 590V820H0Z', lit('#B9D0B0', light))}</g>`;
  const ground =
    fill('M0 800C400 780 1400 780 1920 800V1080H0Z', lit('#E6D3AE', light)) +
    fill('M0 800C400 780 1400 780 1920 800V824C1400 802 400 802 0 824Z', lit('#D8C196', light));
  const trees =
    tree(10, 836, 0.8, light) + tree(820, 832, 0.72, light, '#93B384', '#84A675') + tree(960, 830, 0.5, light) + tree(1880, 850, 1.25, light);
  return (
    heaven(id, light) +
    hills +
    school(light) +
    trees +
    ground +
    lamppost(id, light) +
    bike(1060, 808, '#B4545A', light) +
    bike(1130, 810, '#4E7C8A', light)
  );
}
