import { cut as box, dot, fill, shade, stroke } from '../paint.ts';
import { type ByLight, fade, glow, type Light, lit, standing } from './light.ts';
import { viewOutside } from './view-outside.ts';

interface Palette {
  wall: readonly [string, string];
  panel: string;
  floor: string;
  frame: string;
  board: string;
}

const PALETTES: ByLight<Palette> = {
  day: { wall: ['#FBF1DC', '#F3E2C0'], panel: '#E3CDA2', floor: '#D9BE94', frame: '#FFFDF8', board: '#5F8F7C' },
  dusk: { wall: ['#C79A98', '#D9A58E'], panel: '#A8767C', floor: '#8C5F70', frame: '#C9A6AE', board: '#4E6878' },
  night: { wall: ['#2E2B5C', '#3A3568'], panel: '#33305F', floor: '#2A2653', frame: '#4F4A82', board: '#2F4A63' },
};

function windows(id: string, light: Light, { frame }: Palette): string {
  const bars = box(226, 150, 14, 420, frame) + box(50, 270, 366, 12, frame);
  return box(28, 128, 410, 464, frame, 16) + viewOutside(id, light, 50, 150, 366, 420) + bars + box(10, 584, 446, 26, shade(frame, -0.08), 8);
}

function pot(x: number, y: number, scale: number, light: Light): string {
  const leaf = lit('#6FA06A', light);
  const leaves =
    'M0 0C-10 -40 -50 -56 -66 -50C-60 -20 -30 0 0 0ZM0 0C10 -50 50 -70 70 -62C62 -26 32 0 0 0ZM0 0C-26 -44 -18 -96 0 -112C18 -96 26 -44 0 0Z';
  const clay = fill('M-34 0H34L26 56Q25 62 18 62H-18Q-25 62 -26 56Z', lit('#D08A66', light)) + box(-40, -6, 80, 16, lit('#E09B76', light), 6);
  return `<g transform="translate(${x} ${y}) scale(${scale})">${fill(leaves, leaf)}${fill('M0 0C10 -50 50 -70 70 -62C62 -26 32 0 0 0Z', shade(leaf, -0.14))}${clay}</g>`;
}

/** The board with a chalk sketch: shapes only, because nobody should stop to read it. */
function board(light: Light, { board: green }: Palette): string {
  const wood = lit('#B5805F', light);
  const sketch =
    'M560 420C600 330 650 330 690 420S780 510 820 420S910 330 950 420M1030 220m-46 0a46 46 0 1 0 92 0a46 46 0 1 0 -92 0M1030 174V220H1076M566 214h150M566 252h104';
  const ledge =
    box(500, 540, 640, 18, shade(wood, -0.12), 6) +
    box(980, 530, 54, 10, lit('#FFFDF8', light), 4) +
    box(1046, 530, 34, 10, lit('#F7D774', light), 4);
  return (
    box(490, 130, 660, 420, wood, 14) +
    box(508, 148, 624, 384, green, 6) +
    fill('M508 148H820L640 532H508Z', shade(green, 0.08), 'opacity=".6"') +
    stroke(sketch, shade(green, light === 'night' ? 0.2 : 0.45), 5, 'opacity=".7"') +
    ledge
  );
}

function clock(light: Light): string {
  return dot(820, 70, 46, lit('#5B5A72', light)) + dot(820, 70, 37, lit('#FFFDF8', light));
}

/** A wall chart, a cupboard with books and a globe, the door: pale, because the phone hangs before them. */
function farSide(light: Light, palette: Palette): string {
  const wall = palette.wall[1];
  const tone = (amount: number) => shade(wall, light === 'night' ? amount * 0.9 : -amount);
  const paper = lit('#FFFDF6', light);
  const chart =
    box(1230, 160, 290, 14, tone(0.3), 7) +
    box(1245, 172, 260, 300, light === 'day' ? paper : shade(paper, -0.12)) +
    dot(1375, 318, 96, lit('#B9D6DE', light)) +
    fill('M1290 300C1330 250 1360 280 1376 320S1340 390 1310 380ZM1392 262C1430 250 1460 290 1452 330S1410 360 1400 320Z', lit('#C4D4B0', light)) +
    box(1230, 468, 290, 14, tone(0.3), 7);
  const cupboard =
    standing(1395, 900, 380, light) +
    box(1230, 600, 330, 300, tone(0.12), 12) +
    box(1250, 620, 290, 120, tone(0.22), 6) +
    box(1250, 756, 290, 120, tone(0.22), 6);
  const colours = ['#9FBFDD', '#E6B1A4', '#B5CDA6', '#DCC88E', '#C8B4DE', '#E3AFC2'];
  const books = Array.from({ length: 11 }, (_, index) =>
    box(1260 + index * 25, 640 + ((index * 7) % 5) * 8, 21, 100 - ((index * 7) % 5) * 8, lit(colours[index % 6]!, light), 3),
  );
  const globe =
    stroke('M1440 520A64 64 0 0 1 1440 590', tone(0.3), 8) +
    dot(1400, 545, 46, lit('#9CC4DB', light)) +
    fill('M1372 530C1390 506 1420 520 1412 544S1378 566 1372 530Z', lit('#A9C79A', light)) +
    box(1376, 588, 60, 14, tone(0.3), 6);
  const door =
    box(1640, 240, 250, 640, tone(0.1), 8) +
    box(1658, 258, 214, 622, tone(0.18), 6) +
    box(1690, 300, 100, 200, light === 'day' ? '#DCEBEA' : lit('#8A84A6', light), 8) +
    dot(1840, 590, 14, tone(0.35));
  return chart + cupboard + books.join('') + globe + door;
}

function bench(x: number, y: number, light: Light): string {
  const [top, leg, seat] = [lit('#D9A873', light), lit('#6B6A84', light), lit('#6D9AA8', light)];
  const chair = box(x + 110, y - 84, 140, 92, seat, 18) + box(x + 128, y + 6, 12, 60, leg) + box(x + 220, y + 6, 12, 60, leg);
  const table =
    box(x, y + 40, 360, 30, top, 10) +
    box(x, y + 62, 360, 12, shade(top, -0.18), 6) +
    box(x + 28, y + 74, 16, 240, leg) +
    box(x + 316, y + 74, 16, 240, leg);
  const things = box(x + 40, y + 26, 96, 14, lit('#E487A8', light), 4) + box(x + 48, y + 12, 84, 14, lit('#7BA9DC', light), 4);
  return standing(x + 180, y + 312, 400, light) + chair + table + things;
}

export function classroom(light: Light): string {
  const palette = PALETTES[light];
  const id = `classroom-${light}`;
  const room =
    fade(`${id}-wall`, palette.wall) +
    box(0, 0, 1920, 1080, `url(#${id}-wall)`) +
    box(0, 650, 1920, 250, palette.panel, 0, 'opacity=".55"') +
    box(0, 640, 1920, 14, shade(palette.panel, -0.1));
  const floor = box(0, 890, 1920, 190, palette.floor) + box(0, 880, 1920, 14, shade(palette.floor, -0.14));
  const sun = light === 'day' ? fill('M50 610L416 610L820 1080L240 1080Z', '#FFF6DC', 'opacity=".36"') : '';
  const lamps = light === 'day' ? '' : glow(`${id}-lamp`, 820, 60, 620, light === 'dusk' ? 0.3 : 0.34);
  return (
    room +
    floor +
    farSide(light, palette) +
    windows(id, light, palette) +
    pot(110, 528, 0.9, light) +
    pot(350, 528, 0.72, light) +
    lamps +
    board(light, palette) +
    clock(light) +
    sun +
    bench(30, 780, light) +
    bench(830, 780, light)
  );
}
