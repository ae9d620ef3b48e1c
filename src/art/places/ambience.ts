import { box, dot, drawing, fill, stroke } from '../paint.ts';
import type { Place } from './backdrop.ts';
import { type Light, lit } from './light.ts';

/** What moves in a place: slow and small, behind the people, and never worth watching. Where motion is not welcome it is drawn at rest. */
export type Life =
  /** A hand of a clock, once round in so many ms. */
  | { kind: 'hand'; x: number; y: number; length: number; width: number; ms: number }
  /** Goes by, from one x to another, and comes again. */
  | { kind: 'drift'; sprite: 'cloud' | 'bird' | 'walker' | 'runner'; y: number; from: number; to: number; ms: number; height: number; alpha: number }
  /** Falls through the air, swinging. */
  | { kind: 'fall'; sprite: 'leaf' | 'mote' | 'drop'; area: Area; count: number; ms: number; size: number; alpha: number }
  /** Rises and disappears. */
  | { kind: 'steam'; x: number; y: number; height: number }
  /** Light that breathes: never faster than a breath, never off. */
  | { kind: 'glow'; x: number; y: number; radius: number; alpha: number; ms: number }
  /** The grey of a rainy sky, laid over a window or over everything outside. */
  | { kind: 'veil'; area: Area; alpha: number }
  | { kind: 'twinkle'; stars: readonly (readonly [x: number, y: number])[] };
type Area = readonly [x: number, y: number, width: number, height: number];
export type Sprite = 'cloud' | 'bird' | 'walker' | 'runner' | 'leaf' | 'mote' | 'drop' | 'veil' | 'steam' | 'halo' | 'star' | 'hand';

const HOUR = 3_600_000;
const clock = (x: number, y: number, length: number): Life[] => [
  { kind: 'hand', x, y, length: length * 0.68, width: 6, ms: HOUR * 12 },
  { kind: 'hand', x, y, length, width: 5, ms: HOUR },
  { kind: 'hand', x, y, length: length * 0.92, width: 2.5, ms: 60_000 },
];
const motes = (area: Area): Life => ({ kind: 'fall', sprite: 'mote', area, count: 9, ms: 26_000, size: 9, alpha: 0.7 });
const leaves = (area: Area, count: number): Life => ({ kind: 'fall', sprite: 'leaf', area, count, ms: 15_000, size: 26, alpha: 0.9 });
const lamp = (x: number, y: number, radius: number): Life => ({ kind: 'glow', x, y, radius, alpha: 0.2, ms: 6800 });

const INSIDE: Record<Exclude<Place, 'schoolyard' | 'bikeshed'>, (light: Light) => Life[]> = {
  bedroom: (light) =>
    light === 'day'
      ? [motes([380, 560, 420, 400])]
      : [
          lamp(150, 560, 420),
          ...(light === 'night'
            ? [
                { kind: 'twinkle' as const, stars: [[758, 178], [818, 248], [850, 170], [740, 310], [900, 296]] as const }, // biome-ignore format: a list of places
              ]
            : []),
        ],
  classroom: (light) => [...clock(820, 70, 27), ...(light === 'day' ? [motes([130, 560, 420, 460])] : [lamp(820, 60, 420)])],
  kitchen: (light) => [
    { kind: 'steam', x: 450, y: 560, height: 130 },
    { kind: 'steam', x: 200, y: 566, height: 110 },
    ...(light === 'day' ? [] : [lamp(1088, 280, 420)]),
  ],
  canteen: (light) => [
    { kind: 'steam', x: 742, y: 452, height: 120 },
    ...(light === 'day' ? [motes([240, 540, 500, 460])] : [lamp(592, 120, 300), lamp(1078, 120, 300)]),
  ],
  hallway: (light) => (light === 'day' ? [motes([360, 260, 560, 660])] : [lamp(930, 70, 420)]),
};

const sky = (light: Light): Life[] =>
  light === 'night'
    ? [{ kind: 'twinkle', stars: [[330, 170], [640, 210], [1090, 150], [1240, 300], [1420, 90], [1610, 220]] }] // biome-ignore format: a list of places
    : [
        { kind: 'drift', sprite: 'cloud', y: 150, from: -260, to: 2100, ms: 210_000, height: 74, alpha: light === 'day' ? 0.7 : 0.4 },
        { kind: 'drift', sprite: 'cloud', y: 300, from: 2100, to: -260, ms: 290_000, height: 52, alpha: light === 'day' ? 0.6 : 0.35 },
        { kind: 'drift', sprite: 'bird', y: 230, from: -80, to: 2000, ms: 38_000, height: 26, alpha: 0.55 },
      ];

const OUTSIDE: Record<'schoolyard' | 'bikeshed', (light: Light) => Life[]> = {
  schoolyard: (light) => [
    ...sky(light),
    ...(light === 'night'
      ? []
      : ([
          { kind: 'drift', sprite: 'walker', y: 838, from: 700, to: 1330, ms: 62_000, height: 118, alpha: 1 },
          { kind: 'drift', sprite: 'runner', y: 900, from: 1990, to: 900, ms: 34_000, height: 124, alpha: 1 },
          leaves([1560, 420, 360, 430], 4),
        ] satisfies Life[])),
    ...(light === 'day' ? [] : [lamp(1147, 575, light === 'dusk' ? 220 : 300)]),
  ],
  bikeshed: (light) => [leaves([1160, 420, 620, 430], 5), ...(light === 'day' ? [] : [lamp(610, 290, 380)])],
};

/** Where rain is seen. */
const PANES: Record<Place, Area> = {
  bedroom: [712, 132, 356, 386],
  classroom: [50, 150, 366, 420],
  kitchen: [570, 130, 392, 376],
  canteen: [40, 132, 452, 380],
  hallway: [48, 62, 616, 128],
  schoolyard: [0, 0, 1920, 1080],
  bikeshed: [0, 0, 1920, 1080],
};

function rain(place: Place, light: Light): Life[] {
  const area = PANES[place];
  const outside = area[2] > 1000;
  const alpha = { day: 0.42, dusk: 0.4, night: 0.5 }[light];
  return [
    { kind: 'veil', area, alpha: outside ? alpha * 0.7 : alpha },
    {
      kind: 'fall',
      sprite: 'drop',
      area,
      count: outside ? 44 : place === 'hallway' ? 9 : 15,
      ms: outside ? 3800 : Math.max(2600, area[3] * 9),
      size: outside ? 46 : 26,
      alpha: 0.75,
    },
  ];
}

/** Nobody plays in the rain, and no cloud is seen on a grey sky. */
const dry = (life: Life) => life.kind === 'drift' || life.kind === 'twinkle' || (life.kind === 'fall' && life.sprite === 'mote');

export function lifeOf(place: Place, light: Light, weather: 'rain' | null = null): Life[] {
  const own = always(place, light);
  return weather === null ? own : [...rain(place, light), ...own.filter((life) => !dry(life))];
}

function always(place: Place, light: Light): Life[] {
  return place === 'schoolyard' || place === 'bikeshed' ? OUTSIDE[place](light) : (INSIDE[place]?.(light) ?? []);
}

function halo(): string {
  return `<radialGradient id="ambience-halo"><stop offset="0" stop-color="#FFD49A" stop-opacity=".9"/><stop offset=".45" stop-color="#F0A988" stop-opacity=".32"/><stop offset="1" stop-color="#C58A9A" stop-opacity="0"/></radialGradient><circle cx="64" cy="64" r="64" fill="url(#ambience-halo)"/>`;
}

function wisp(): string {
  return stroke('M22 112C4 92 40 78 22 56S8 30 26 10', '#FFFDF8', 11, 'opacity=".75"');
}

/** Somebody far away, with a bag: no face, nobody in particular. */
function pupil(coat: string, bag: string, light: Light, run: boolean): string {
  const legs = run ? 'M36 78L20 104L6 100M38 78L58 92L52 116' : 'M36 78L28 116M40 78L50 116';
  const arms = run ? 'M34 48L14 62M42 48L62 40' : 'M32 48L24 76M46 48L52 74';
  return (
    box(12, 40, 20, 34, lit(bag, light), 8) +
    stroke(legs, lit('#3B3A52', light), 9) +
    fill('M26 44Q38 34 50 44L54 84H22Z', lit(coat, light)) +
    stroke(arms, lit(coat, light), 9) +
    dot(38, 24, 14, lit('#C98F61', light)) +
    fill('M24 24Q22 6 38 6T52 24Q46 14 38 16T24 24Z', lit('#3A2620', light))
  );
}

const SPRITES: Record<Sprite, (light: Light) => string> = {
  cloud: (light) =>
    drawing(
      [0, 0, 200, 74],
      fill('M30 72c-36 0-38-38-2-42 0-32 46-40 66-14 24-26 76-12 70 24 34 2 34 32 4 32z', light === 'dusk' ? '#F0B4A4' : '#FFFFFF'),
    ),
  bird: (light) => drawing([0, 0, 60, 26], stroke('M4 8Q18 2 30 18Q42 2 56 8', lit('#5B5A72', light), 6)),
  walker: (light) => drawing([0, 0, 70, 120], pupil('#D9A13B', '#5B50D6', light, false)),
  runner: (light) => drawing([0, 0, 70, 120], `<g transform="translate(70 0) scale(-1 1)">${pupil('#B4545A', '#2E6E6A', light, true)}</g>`),
  leaf: (light) =>
    drawing([0, 0, 30, 30], fill('M3 27C2 12 12 2 28 2C28 18 18 28 3 27Z', lit('#D9923F', light)) + stroke('M5 25L20 10', lit('#A9682A', light), 2)),
  mote: () => drawing([0, 0, 12, 12], dot(6, 6, 5.5, '#FFF3CF', 'opacity=".6"') + dot(6, 6, 3, '#FFFDF8')),
  drop: () =>
    drawing(
      [0, 0, 6, 60],
      `<linearGradient id="ambience-drop" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#EAF2FA" stop-opacity="0"/><stop offset="1" stop-color="#EAF2FA"/></linearGradient><path d="M2 0H4L5 56Q3 60 1 56Z" fill="url(#ambience-drop)"/>`,
    ),
  veil: (light) => drawing([0, 0, 16, 16], box(0, 0, 16, 16, { day: '#A9B6C4', dusk: '#5C5578', night: '#171734' }[light])),
  steam: () => drawing([0, 0, 44, 120], wisp()),
  halo: () => drawing([0, 0, 128, 128], halo()),
  star: () => drawing([0, 0, 24, 24], fill('M12 1L14.5 9.5L23 12L14.5 14.5L12 23L9.5 14.5L1 12L9.5 9.5Z', '#FFF8EA')),
  hand: (light) => drawing([0, 0, 10, 100], box(0, 0, 10, 100, lit('#1D1B36', light), 5)),
};
export const spriteOf = (life: Life): Sprite => {
  switch (life.kind) {
    case 'drift':
    case 'fall':
      return life.sprite;
    case 'glow':
      return 'halo';
    case 'twinkle':
      return 'star';
    default:
      return life.kind;
  }
};

export function sprite(name: Sprite, light: Light): string {
  return SPRITES[name](light);
}
