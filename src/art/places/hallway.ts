import { cut as box, dot, fill, shade, stroke } from '../paint.ts';
import { type ByLight, fade, glow, type Light, lit, standing } from './light.ts';
import { viewOutside } from './view-outside.ts';

interface Palette {
  wall: readonly [string, string];
  floor: string;
  stripe: string;
  frame: string;
}

const PALETTES: ByLight<Palette> = {
  day: { wall: ['#FBF2DF', '#F1E3C6'], floor: '#DDBE93', stripe: '#E9805E', frame: '#FFFDF8' },
  dusk: { wall: ['#B98C98', '#D6A08C'], floor: '#8B5F6E', stripe: '#B4605E', frame: '#C9A6AE' },
  night: { wall: ['#2C2959', '#3B3569'], floor: '#2A2653', stripe: '#55406F', frame: '#4F4A82' },
};

/** High windows, as in every gym. */
function windows(id: string, light: Light, { frame }: Palette): string {
  const bars = [196, 352, 508].map((x) => box(x, 62, 12, 128, frame)).join('');
  return box(28, 42, 656, 168, frame, 14) + viewOutside(id, light, 48, 62, 616, 128) + bars + box(16, 202, 680, 20, shade(frame, -0.1), 8);
}

const DOORS = ['#6D9AA8', '#7FB0A4', '#6D9AA8', '#E0A45C', '#6D9AA8', '#7FB0A4'];

function lockers(light: Light): string {
  const frame = lit('#53788A', light);
  const doors = DOORS.flatMap((colour, column) =>
    [0, 1].map((row) => {
      const [x, y] = [46 + column * 104, 284 + row * 262];
      const door = lit(row ? DOORS[(column + 2) % 6]! : colour, light);
      const vents = stroke(`M${x + 28} ${y + 34}h40M${x + 28} ${y + 52}h40M${x + 28} ${y + 70}h40`, shade(door, -0.22), 6);
      return box(x, y, 96, 250, door, 8) + box(x, y, 10, 250, shade(door, 0.14), 5) + vents + box(x + 72, y + 118, 12, 42, shade(door, -0.34), 6);
    }),
  );
  return (
    standing(358, 836, 700, light) +
    box(34, 268, 648, 550, frame, 12) +
    doors.join('') +
    openLocker(light) +
    box(34, 810, 648, 24, shade(frame, -0.25), 6)
  );
}

/** One door stands open and shows what everybody keeps there. */
function openLocker(light: Light): string {
  const dark = lit('#34526A', light);
  const door = lit('#E0A45C', light);
  return (
    box(358, 284, 96, 250, dark, 6) +
    box(358, 372, 96, 8, lit('#53788A', light)) +
    [366, 388, 412]
      .map((x, index) => box(x, 312 + index * 8, 18, 60 - index * 8, lit(['#E487A8', '#FFF8EA', '#A98BD8'][index]!, light), 3))
      .join('') +
    fill('M380 390Q406 376 432 390L440 534H372Z', lit('#B4545A', light)) +
    stroke('M406 384V534', lit('#8E3F47', light), 5) +
    fill('M454 284L512 300V548L454 534Z', door) +
    fill('M454 284L466 287V537L454 534Z', shade(door, -0.25)) +
    stroke('M476 330l22 5M476 348l22 5', shade(door, -0.25), 6)
  );
}

function jacket(x: number, colour: string, light: Light): string {
  const cloth = lit(colour, light);
  const [dark, fold] = [shade(cloth, -0.14), shade(cloth, -0.26)];
  return (
    stroke(`M${x - 30} 362C${x - 46} 400 ${x - 46} 470 ${x - 42} 522M${x + 30} 362C${x + 46} 400 ${x + 46} 470 ${x + 42} 522`, dark, 24) +
    fill(`M${x - 36} 366Q${x - 30} 334 ${x} 332T${x + 36} 366L${x + 42} 554Q${x} 568 ${x - 42} 554Z`, cloth) +
    fill(`M${x - 26} 352Q${x - 22} 322 ${x} 320T${x + 26} 352Q${x} 384 ${x - 26} 352Z`, dark) +
    stroke(`M${x} 374V558`, fold, 5) +
    stroke(`M${x - 28} 486l18 -12M${x + 28} 486l-18 -12`, fold, 6)
  );
}

/** Hooks with coats and a gym bag, above the bench. */
function cloakroom(light: Light): string {
  const wood = lit('#B5805F', light);
  const hooks = [770, 880, 990, 1090].map((x) => stroke(`M${x} 308v26q0 12 12 12`, lit('#4A4766', light), 8)).join('');
  const bag =
    stroke('M1090 340L1056 420M1090 340L1126 420', lit('#FFF8EA', light), 6) +
    fill('M1050 410Q1090 396 1130 410L1142 536Q1090 560 1040 536Z', lit('#5B50D6', light)) +
    stroke('M1052 430Q1090 420 1130 430', lit('#A98BD8', light), 7);
  const rail = box(724, 280, 416, 36, wood, 10) + box(724, 306, 416, 10, shade(wood, -0.2), 5);
  return rail + hooks + jacket(772, '#D9A13B', light) + jacket(884, '#4E7C8A', light) + jacket(990, '#7FAE6E', light) + bag;
}

function bench(light: Light): string {
  const [wood, steel] = [lit('#D9A873', light), lit('#6B6A84', light)];
  const shoe = (x: number, colour: string) =>
    fill(`M${x} 748V716Q${x + 20} 708 ${x + 30} 722Q${x + 46} 734 ${x + 74} 736Q${x + 84} 740 ${x + 82} 748Z`, lit(colour, light)) +
    box(x - 2, 744, 86, 12, lit('#FFF8EA', light), 6);
  const ball =
    dot(1060, 848, 42, lit('#E9805E', light)) +
    stroke('M1018 848H1102M1060 806V890M1030 818Q1052 848 1030 878M1090 818Q1068 848 1090 878', lit('#A94F3A', light), 5);
  return (
    standing(934, 898, 450, light) +
    box(748, 786, 20, 110, steel) +
    box(1110, 786, 20, 110, steel) +
    box(716, 756, 436, 32, wood, 10) +
    box(716, 778, 436, 10, shade(wood, -0.2), 5) +
    shoe(790, '#7BA9DC') +
    shoe(880, '#7BA9DC') +
    ball
  );
}

/** The gym's double door and a notice board without notices to read: pale, because the phone hangs before them. */
function farSide(light: Light, { wall: [, low] }: Palette): string {
  const tone = (amount: number) => shade(low, light === 'night' ? amount * 0.8 : -amount);
  const board = box(1220, 240, 250, 190, tone(0.24), 10) + box(1234, 254, 222, 162, tone(0.12), 6);
  const notes = [
    [1250, 268, 56, 70, '#C9DBE8'],
    [1322, 276, 70, 52, '#F0CFC2'],
    [1404, 264, 40, 64, '#DCE6CC'],
    [1268, 350, 70, 50, '#EBDDB4'],
    [1360, 344, 56, 60, '#DDD0EA'],
  ] as const;
  const pane = light === 'day' ? '#E6EFEA' : light === 'dusk' ? '#F0BC92' : lit('#B7B4C9', light);
  const leaf = (x: number, handle: number) =>
    box(x, 262, 152, 628, tone(0.16), 4) + dot(x + 76, 420, 50, tone(0.28)) + dot(x + 76, 420, 40, pane) + box(handle, 590, 14, 110, tone(0.34), 7);
  const door = box(1550, 240, 344, 650, tone(0.08), 8) + leaf(1568, 1690) + leaf(1724, 1740);
  return board + notes.map(([x, y, width, height, colour]) => box(x, y, width, height, lit(colour, light), 4)).join('') + door;
}

export function hallway(light: Light): string {
  const palette = PALETTES[light];
  const id = `hallway-${light}`;
  const room = fade(`${id}-wall`, palette.wall) + box(0, 0, 1920, 1080, `url(#${id}-wall)`);
  const stripe = box(0, 640, 1920, 26, palette.stripe, 0, 'opacity=".4"') + box(0, 676, 1920, 10, palette.stripe, 0, 'opacity=".25"');
  const shine = shade(palette.floor, light === 'day' ? 0.28 : 0.1);
  const floor =
    box(0, 890, 1920, 190, palette.floor) +
    `<g opacity=".45">${fill('M90 894H330L270 1080H-10Z', shine)}${fill('M760 894H900L930 1080H720Z', shine)}</g>` +
    stroke('M0 984Q700 956 1300 1080', lit('#7BA9DC', light), 12, 'opacity=".7"') +
    box(0, 880, 1920, 14, shade(palette.floor, -0.16));
  const tube = light === 'day' ? '#FFFDF8' : '#FFE9B8';
  const lamp =
    (light === 'day' ? '' : glow(`${id}-lamp`, 930, 60, 620, light === 'dusk' ? 0.4 : 0.46)) +
    box(780, 34, 300, 16, lit('#5B5A72', light), 8) +
    box(790, 48, 280, 16, tube, 8);
  const sun = light === 'day' ? fill('M48 222L664 222L1120 1080L440 1080Z', '#FFF6DC', 'opacity=".22"') : '';
  return (
    room + stripe + floor + farSide(light, palette) + windows(id, light, palette) + cloakroom(light) + lockers(light) + sun + lamp + bench(light)
  );
}
