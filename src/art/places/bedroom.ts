import { cut as box, dot, fill, shade } from '../paint.ts';
import { type ByLight, fade, glow, type Light, lit, standing } from './light.ts';
import { viewOutside } from './view-outside.ts';

interface Palette {
  wall: readonly [string, string];
  floor: string;
  frame: string;
  sill: string;
  curtain: string;
  rail: string;
  desk: string;
  lampshade: string;
  poster: readonly [ground: string, hills: string];
}

const PALETTES: ByLight<Palette> = {
  day: {
    wall: ['#EADFF2', '#F6EADF'],
    floor: '#DDBF9C',
    frame: '#FFFDF8',
    sill: '#E4D6EC',
    curtain: '#B99BDB',
    rail: '#9A7BC2',
    desk: '#B5805F',
    lampshade: '#F1D8AC',
    poster: ['#7D90D6', '#5567A8'],
  },
  dusk: {
    wall: ['#6D5690', '#B9838F'],
    floor: '#7C5470',
    frame: '#A98AB0',
    sill: '#A17FA8',
    curtain: '#865A9C',
    rail: '#A277B2',
    desk: '#8F5A52',
    lampshade: '#FFC98A',
    poster: ['#565A9E', '#3E447E'],
  },
  night: {
    wall: ['#2A2758', '#3A3568'],
    floor: '#2C2858',
    frame: '#4A4580',
    sill: '#5A548F',
    curtain: '#6A4E86',
    rail: '#85659F',
    desk: '#8A5E4A',
    lampshade: '#FFC98A',
    poster: ['#3F4A86', '#2E376E'],
  },
};

function window(id: string, light: Light, { frame, sill, curtain, rail }: Palette): string {
  const bars = box(884, 132, 12, 386, frame) + box(712, 330, 356, 10, frame);
  const left = 'M672 100C720 220 716 400 668 560H612C640 420 636 240 612 100Z';
  const right = 'M1108 100C1060 220 1064 400 1112 560H1168C1140 420 1144 240 1168 100Z';
  return (
    box(690, 110, 400, 430, frame, 20) +
    viewOutside(id, light, 712, 132, 356, 386) +
    bars +
    box(672, 536, 436, 26, sill, 10) +
    fill(left, curtain) +
    fill(right, curtain) +
    box(590, 84, 600, 22, rail, 11)
  );
}

/** The lamp on the desk keeps the colours around it, however late it is. */
function byLamp(colour: string, light: Light): string {
  return shade(colour, light === 'day' ? 0 : -0.07);
}

function desk(light: Light, { desk: wood, lampshade }: Palette): string {
  const books =
    box(230, 640, 24, 60, byLamp('#7BA9DC', light), 4) +
    box(256, 626, 22, 74, byLamp('#E487A8', light), 4) +
    box(280, 650, 26, 50, byLamp('#7FAE6E', light), 4) +
    box(308, 632, 20, 68, byLamp('#D6B65A', light), 4, 'transform="rotate(10 318 700)"');
  const lamp =
    fill('M110 700L128 620H152L170 700Z', byLamp('#D8C49A', light)) +
    fill('M60 620C70 540 120 500 140 500S210 540 220 620Z', lampshade) +
    fill('M60 620C70 540 120 500 140 500C112 530 104 580 108 620Z', shade(lampshade, 0.35));
  return box(0, 700, 420, 42, wood, 8) + box(20, 742, 26, 340, shade(wood, -0.16)) + box(360, 742, 26, 340, shade(wood, -0.16)) + lamp + books;
}

function pictures(light: Light, { poster: [ground, hills] }: Palette): string {
  const poster =
    box(70, 150, 190, 250, ground, 10) +
    dot(165, 260, 54, byLamp('#F0946A', light)) +
    fill('M70 340L130 290L180 330L220 300L260 336V390Q260 400 250 400H80Q70 400 70 390Z', hills);
  const photo =
    box(316, 180, 120, 150, byLamp('#FFF8EA', light), 6) +
    box(330, 194, 92, 92, byLamp('#8FBCE8', light), 4) +
    fill('M330 286L360 240L384 266L404 246L422 286Z', byLamp('#5E9470', light));
  return `${poster}<g transform="rotate(-4 380 250)">${photo}</g>`;
}

/** A wardrobe and a bed, close to the colour of the wall: the phone hangs before them. */
function furniture({ wall: [, low], curtain }: Palette, light: Light): string {
  const wood = shade(low, light === 'day' ? -0.08 : 0.07);
  const line = shade(wood, light === 'night' ? -0.2 : -0.1);
  const wardrobe =
    standing(1386, 890, 340, light) +
    standing(1770, 1000, 420, light) +
    box(1236, 250, 300, 640, wood, 14) +
    box(1383, 262, 6, 616, line) +
    box(1364, 560, 10, 60, line, 5) +
    box(1398, 560, 10, 60, line, 5);
  const cover = shade(curtain, light === 'day' ? 0.35 : -0.12);
  const bed =
    box(1600, 600, 360, 300, shade(wood, -0.06), 24) +
    box(1640, 660, 320, 120, lit('#FFF8EA', light), 40) +
    fill('M1560 790C1640 740 1800 740 1920 760V1010H1560Z', cover) +
    fill('M1560 790C1640 740 1800 740 1920 760V800C1800 780 1640 780 1560 830Z', shade(cover, 0.14));
  return wardrobe + bed;
}

export function bedroom(light: Light): string {
  const palette = PALETTES[light];
  const id = `bedroom-${light}`;
  const room = fade(`${id}-wall`, palette.wall) + box(0, 0, 1920, 1080, `url(#${id}-wall)`);
  const lamp = light === 'day' ? '' : glow(`${id}-lamp`, 150, 560, 760, light === 'dusk' ? 0.5 : 0.55);
  const sun = light === 'day' ? fill('M712 560L1068 560L760 1080L250 1080Z', '#FFF6DC', 'opacity=".34"') : '';
  const floor =
    box(0, 860, 1920, 220, palette.floor) +
    `<ellipse cx="700" cy="1010" rx="520" ry="70" fill="${shade(palette.floor, light === 'day' ? 0.25 : 0.08)}"/>`;
  return room + floor + lamp + window(id, light, palette) + pictures(light, palette) + furniture(palette, light) + sun + desk(light, palette);
}
