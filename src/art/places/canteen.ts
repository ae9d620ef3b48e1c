import { cut as box, dot, fill, shade, stroke } from '../paint.ts';
import { type ByLight, fade, glow, type Light, lit, standing } from './light.ts';
import { viewOutside } from './view-outside.ts';

interface Palette {
  wall: readonly [string, string];
  panel: string;
  floor: string;
  frame: string;
  kitchen: string;
}

const PALETTES: ByLight<Palette> = {
  day: { wall: ['#FCF1DA', '#F7E3BF'], panel: '#A9C9BC', floor: '#E2C9A0', frame: '#FFFDF8', kitchen: '#C9DAD6' },
  dusk: { wall: ['#BF919A', '#DDA68C'], panel: '#857F90', floor: '#8F6270', frame: '#C9A6AE', kitchen: '#E9B58C' },
  night: { wall: ['#2D2A5A', '#40396C'], panel: '#35406C', floor: '#2B2753', frame: '#524D87', kitchen: '#2A3060' },
};

function windows(id: string, light: Light, { frame }: Palette): string {
  const bars = box(182, 132, 14, 380, frame) + box(338, 132, 14, 380, frame) + box(40, 236, 452, 12, frame);
  return box(18, 110, 496, 424, frame, 16) + viewOutside(id, light, 40, 132, 452, 380) + bars + box(0, 524, 532, 26, shade(frame, -0.08), 8);
}

/** The serving hatch under its striped awning, with what is for lunch. */
function hatch(light: Light, { frame, kitchen }: Palette): string {
  const [steel, wood] = [lit('#C9CBD8', light), lit('#C79468', light)];
  const inside =
    box(612, 210, 500, 384, shade(frame, -0.06), 14) +
    box(632, 230, 460, 350, kitchen) +
    box(632, 374, 460, 14, shade(kitchen, -0.2)) +
    [652, 692, 732].map((x) => box(x, 326, 30, 48, lit('#FFF8EA', light), 8)).join('') +
    box(800, 318, 96, 56, lit('#B4545A', light), 12) +
    box(790, 310, 116, 12, lit('#8E3F47', light), 6) +
    [936, 986, 1036]
      .map((x, index) => box(x, 330 - index * 8, 40, 44 + index * 8, lit(['#D6B65A', '#7FAE6E', '#F0946A'][index]!, light), 10))
      .join('');
  const awning = Array.from({ length: 9 }, (_, index) => {
    const x = 582 + index * 62;
    const colour = lit(index % 2 ? '#FFF8EA' : '#E9805E', light);
    return fill(`M${x + 4} 176H${x + 66}V262Q${x + 66} 292 ${x + 35} 292T${x + 4} 262Z`, colour) + box(x + 4, 176, 62, 22, shade(colour, -0.1));
  });
  const soup =
    fill('M676 582L684 486H800L808 582Z', steel) +
    box(672, 474, 140, 16, shade(steel, -0.18), 8) +
    dot(742, 468, 11, shade(steel, -0.3)) +
    stroke('M720 446q-12 -13 0 -26t0 -26M764 446q-12 -13 0 -26t0 -26', lit('#FFFDF8', light), 7, 'opacity=".5"');
  const trays = [0, 1, 2, 3]
    .map((index) => box(842, 568 - index * 14, 124, 11, lit(['#7BA9DC', '#E487A8', '#7BA9DC', '#D6B65A'][index]!, light), 5))
    .join('');
  const rolls = [1012, 1046, 1080].map((x) => fill(`M${x - 22} 566Q${x - 20} 538 ${x} 538T${x + 22} 566Z`, lit('#D9A35F', light))).join('');
  const plate = box(982, 564, 128, 16, lit('#FFF8EA', light), 8);
  const ledge = box(572, 580, 580, 34, wood, 10) + box(572, 604, 580, 12, shade(wood, -0.18), 6);
  return inside + awning.join('') + rolls + plate + soup + trays + ledge;
}

function lamp(x: number, y: number, light: Light): string {
  const shadeColour = lit('#3E6A78', light);
  return (
    box(x - 3, 0, 6, y - 40, lit('#5B5A72', light)) +
    dot(x, y + 4, 17, light === 'day' ? '#FFF8EA' : '#FFE9B8') +
    fill(`M${x - 66} ${y}Q${x - 56} ${y - 58} ${x} ${y - 58}T${x + 66} ${y}Z`, shadeColour) +
    fill(`M${x - 66} ${y}Q${x - 56} ${y - 58} ${x} ${y - 58}Q${x - 30} ${y - 44} ${x - 30} ${y}Z`, shade(shadeColour, 0.16))
  );
}

/** A long table with its round stools, and somebody's lunch. */
function table(x: number, light: Light, lunch: string): string {
  const [top, leg, seat] = [lit('#E3B27C', light), lit('#6B6A84', light), lit('#D9634B', light)];
  const stool = (at: number) => box(at - 8, 870, 16, 160, leg) + box(at - 54, 846, 108, 26, seat, 13) + box(at - 46, 1020, 92, 14, leg, 7);
  return (
    standing(x + 250, 1038, 480, light) +
    stool(x + 110) +
    stool(x + 390) +
    box(x, 800, 500, 32, top, 12) +
    box(x, 822, 500, 12, shade(top, -0.2), 6) +
    box(x + 238, 834, 24, 200, leg) +
    box(x + 150, 1024, 200, 16, leg, 8) +
    lunch
  );
}

function lunchbox(x: number, light: Light): string {
  const blue = lit('#7BA9DC', light);
  const carton =
    fill(`M${x + 170} 800V726L${x + 184} 704H${x + 212}L${x + 226} 726V800Z`, lit('#FFF8EA', light)) +
    box(x + 170, 750, 56, 26, lit('#7FAE6E', light));
  return box(x, 744, 136, 56, blue, 12) + box(x, 744, 136, 18, shade(blue, -0.16), 9) + box(x + 54, 756, 28, 14, shade(blue, -0.34), 5) + carton;
}

function apple(x: number, light: Light): string {
  return (
    dot(x, 774, 27, lit('#E4705E', light)) +
    fill(`M${x} 750Q${x + 6} 728 ${x + 28} 728Q${x + 26} 748 ${x} 750Z`, lit('#79A86F', light)) +
    box(x - 190, 786, 120, 14, lit('#FFF8EA', light), 7) +
    fill(`M${x - 176} 786L${x - 130} 742L${x - 84} 786Z`, lit('#E8C58C', light)) +
    stroke(`M${x - 160} 776H${x - 100}`, lit('#79A86F', light), 7)
  );
}

/** A snack machine, a pillar and the way out: pale, because the phone hangs before them. */
function farSide(light: Light, { wall: [, low] }: Palette): string {
  const tone = (amount: number) => shade(low, light === 'night' ? amount * 0.8 : -amount);
  const machine =
    standing(1386, 892, 350, light) +
    box(1236, 250, 300, 640, tone(0.12), 18) +
    box(1260, 276, 190, 470, light === 'day' ? '#E6EFEA' : lit('#B7B4C9', light), 10) +
    box(1470, 300, 44, 120, tone(0.24), 8) +
    box(1270, 780, 170, 62, tone(0.28), 8);
  const colours = ['#B9CFE6', '#EBC0B4', '#C3D7B6', '#E4D6A6'];
  const snacks = Array.from({ length: 16 }, (_, index) => {
    const [x, y] = [1274 + (index % 4) * 43, 300 + Math.floor(index / 4) * 112];
    return box(x, y, 32, 64, lit(colours[(index + Math.floor(index / 4)) % 4]!, light), 7) + (index % 4 ? '' : box(1260, y + 66, 190, 8, tone(0.2)));
  });
  const opening =
    box(1640, 200, 260, 690, tone(0.1), 10) +
    box(1662, 222, 216, 668, tone(light === 'night' ? 0.22 : -0.02)) +
    fill('M1662 222H1878V260L1662 300Z', tone(0.16));
  return machine + snacks.join('') + opening;
}

export function canteen(light: Light): string {
  const palette = PALETTES[light];
  const id = `canteen-${light}`;
  const room =
    fade(`${id}-wall`, palette.wall) +
    box(0, 0, 1920, 1080, `url(#${id}-wall)`) +
    box(0, 640, 1920, 250, palette.panel, 0, light === 'day' ? 'opacity=".7"' : 'opacity=".6"') +
    box(0, 632, 1920, 14, shade(palette.panel, -0.08));
  const grout = shade(palette.floor, -0.08);
  const floor =
    box(0, 890, 1920, 190, palette.floor) +
    stroke('M0 960H1920M160 890L60 1080M480 890L440 1080M800 890L820 1080M1120 890L1200 1080M1440 890L1580 1080M1760 890L1960 1080', grout, 4) +
    box(0, 880, 1920, 14, shade(palette.floor, -0.16));
  const sun = light === 'day' ? fill('M40 550L492 550L900 1080L330 1080Z', '#FFF6DC', 'opacity=".34"') : '';
  const lamps = [
    [592, 112],
    [1078, 112],
  ] as const;
  const shine = light === 'day' ? '' : lamps.map(([x, y], index) => glow(`${id}-lamp-${index}`, x, y, 460, light === 'dusk' ? 0.4 : 0.5)).join('');
  return (
    room +
    floor +
    farSide(light, palette) +
    windows(id, light, palette) +
    hatch(light, palette) +
    shine +
    lamps.map(([x, y]) => lamp(x, y, light)).join('') +
    sun +
    table(40, light, lunchbox(90, light)) +
    table(680, light, apple(1090, light))
  );
}
