import { cut as box, dot, fill, shade, stroke } from '../paint.ts';
import { type ByLight, fade, glow, type Light, lit } from './light.ts';
import { viewOutside } from './view-outside.ts';

interface Palette {
  wall: readonly [string, string];
  tile: string;
  cupboard: string;
  counter: string;
  floor: string;
  frame: string;
  lampshade: string;
  fridge: string;
}

const PALETTES: ByLight<Palette> = {
  day: {
    wall: ['#FBEFD9', '#F6E3C4'],
    tile: '#FFFBF1',
    cupboard: '#8DB0A5',
    counter: '#C79468',
    floor: '#DDBB90',
    frame: '#FFFDF8',
    lampshade: '#E9805E',
    fridge: '#E6EDE8',
  },
  dusk: {
    wall: ['#B98A92', '#DBA58C'],
    tile: '#D3AAA2',
    cupboard: '#6B7484',
    counter: '#9A6658',
    floor: '#85586A',
    frame: '#C9A6AE',
    lampshade: '#F0946A',
    fridge: '#CBA6AC',
  },
  night: {
    wall: ['#35305F', '#4C4272'],
    tile: '#51497A',
    cupboard: '#3D4A73',
    counter: '#80594F',
    floor: '#2B2753',
    frame: '#5A548F',
    lampshade: '#F0946A',
    fridge: '#4A4578',
  },
};

function window(id: string, light: Light, { frame }: Palette): string {
  const herbs = [610, 700, 900].map(
    (x) =>
      fill(
        `M${x} 480C${x - 40} 450 ${x - 44} 420 ${x - 26} 404C${x - 18} 424 ${x - 8} 436 ${x} 446C${x + 4} 424 ${x + 14} 410 ${x + 30} 400C${x + 44} 426 ${x + 36} 456 ${x} 480Z`,
        lit('#79A86F', light),
      ) + fill(`M${x - 28} 470H${x + 28}L${x + 20} 514H${x - 20}Z`, lit('#D08A66', light)),
  );
  return (
    box(548, 108, 436, 420, frame, 16) +
    viewOutside(id, light, 570, 130, 392, 376) +
    box(760, 130, 12, 376, frame) +
    herbs.join('') +
    box(530, 508, 472, 24, shade(frame, -0.1), 8)
  );
}

function upperCupboards(light: Light, { cupboard }: Palette): string {
  const line = shade(cupboard, -0.18);
  const doors = box(40, 130, 240, 290, cupboard, 12) + box(156, 142, 6, 266, line) + box(140, 330, 8, 50, line, 4) + box(170, 330, 8, 50, line, 4);
  const shelf = box(290, 130, 210, 290, shade(cupboard, -0.28), 12) + box(290, 268, 210, 12, cupboard) + box(290, 408, 210, 14, cupboard, 4);
  const plates = [310, 330, 350].map((x) => box(x, 186, 14, 82, lit('#FFF8EA', light), 7)).join('');
  const mug = (x: number, y: number, colour: string) =>
    stroke(`M${x + 40} ${y + 14}q22 0 20 16t-22 14`, lit(colour, light), 8) + box(x, y, 44, 52, lit(colour, light), 8);
  return doors + shelf + plates + mug(400, 216, '#F0946A') + mug(312, 356, '#7BA9DC') + mug(398, 356, '#D6B65A');
}

function tiles({ tile }: Palette): string {
  const rows = [556, 606].map((y) => `M0 ${y}H1180`).join('');
  const columns = Array.from({ length: 13 }, (_, index) => `M${index * 90 + 40} 532V660`).join('');
  return box(0, 532, 1180, 130, tile) + stroke(rows + columns, shade(tile, -0.1), 3);
}

function counter(light: Light, { counter: wood, cupboard }: Palette): string {
  const line = shade(cupboard, -0.18);
  const doors = [350, 560, 770, 980].map((x) => box(x, 716, 196, 280, shade(cupboard, 0.05), 10) + box(x + 68, 740, 60, 10, line, 5)).join('');
  const oven =
    box(60, 712, 270, 288, lit('#4A4766', light), 12) +
    box(86, 780, 218, 150, lit('#2E2B46', light), 12) +
    box(86, 744, 218, 12, lit('#B9B4C8', light), 6) +
    [110, 156, 234, 280].map((x) => dot(x, 726, 7, lit('#F1E7D3', light))).join('');
  return box(0, 700, 1180, 320, cupboard) + doors + oven + box(0, 660, 1190, 44, wood, 8) + box(0, 690, 1190, 14, shade(wood, -0.18));
}

function onTheCounter(light: Light): string {
  const steel = lit('#C9CBD8', light);
  const pan =
    box(120, 596, 160, 66, lit('#B4545A', light), 14) + box(106, 590, 188, 14, lit('#8E3F47', light), 7) + dot(200, 582, 12, lit('#8E3F47', light));
  const kettle =
    fill('M392 660C384 600 400 570 440 566C480 570 496 600 488 660Z', lit('#7BA9DC', light)) +
    stroke('M412 572C416 540 464 540 468 572', lit('#4A4766', light), 9) +
    fill('M486 612L516 590L520 600L488 636Z', lit('#7BA9DC', light));
  const tap = stroke('M766 660V596C766 562 816 562 816 596V606', steel, 14) + box(690, 652, 190, 12, shade(steel, -0.15), 6);
  const fruit = dot(1040, 606, 30, lit('#E4705E', light)) + dot(1092, 602, 32, lit('#F0B24A', light)) + dot(1066, 588, 28, lit('#8DB660', light));
  const bowl = fill('M990 614H1144C1142 650 1110 662 1067 662S992 650 990 614Z', lit('#FFF8EA', light));
  return pan + kettle + tap + fruit + bowl;
}

/** Fridge and door in the colours of the wall: the phone hangs before them. */
function farSide(light: Light, { wall: [, low], floor, fridge: enamel }: Palette): string {
  const tone = (amount: number) => shade(low, light === 'day' ? amount : -amount * 0.8);
  const edge = shade(enamel, light === 'day' ? -0.12 : -0.22);
  const fridge =
    box(1220, 220, 290, 800, enamel, 22) + box(1220, 492, 290, 8, edge) + box(1246, 400, 12, 70, edge, 6) + box(1246, 524, 12, 110, edge, 6);
  const drawing = `<g transform="rotate(3 1400 600)">${box(1340, 540, 120, 140, lit('#FFFDF8', light), 4)}${dot(1400, 600, 26, lit('#F5C56B', light))}${fill('M1352 664Q1376 624 1400 650T1448 660V668H1352Z', lit('#9BC28C', light))}${dot(1400, 546, 8, lit('#B4545A', light))}</g>`;
  const hall = light === 'day' ? tone(-0.05) : '#E8A97C';
  const door =
    box(1600, 190, 270, 830, tone(-0.14), 8) +
    box(1622, 212, 226, 808, hall, 4) +
    fill('M1622 212L1800 236V1020H1622Z', tone(0.18)) +
    dot(1776, 640, 13, tone(-0.25));
  return fridge + drawing + door + box(1180, 1010, 740, 10, shade(floor, -0.12));
}

function pendant({ lampshade }: Palette): string {
  return (
    box(1085, 0, 6, 176, '#4A4766') +
    dot(1088, 262, 22, '#FFF0CF') +
    fill('M1004 262C1008 204 1050 172 1088 172S1168 204 1172 262Z', lampshade) +
    fill('M1004 262C1008 204 1050 172 1088 172C1054 196 1042 226 1044 262Z', shade(lampshade, 0.22))
  );
}

export function kitchen(light: Light): string {
  const palette = PALETTES[light];
  const id = `kitchen-${light}`;
  const room = fade(`${id}-wall`, palette.wall) + box(0, 0, 1920, 1080, `url(#${id}-wall)`) + box(0, 1010, 1920, 70, palette.floor);
  const lamp = light === 'day' ? '' : glow(`${id}-lamp`, 1088, 270, light === 'dusk' ? 640 : 720, light === 'dusk' ? 0.5 : 0.55);
  const sun = light === 'day' ? fill('M570 532L962 532L860 662L430 662Z', '#FFF6DC', 'opacity=".5"') : '';
  return (
    room +
    farSide(light, palette) +
    tiles(palette) +
    window(id, light, palette) +
    upperCupboards(light, palette) +
    counter(light, palette) +
    sun +
    onTheCounter(light) +
    lamp +
    pendant(palette)
  );
}
