import { cream, ink } from '../colours.ts';
import { clip, drawing, fill, shade, stroke } from '../paint.ts';

/** 6 bodies x 6 colours x 4 tops: nobody's likeness, and never a colour of a choice. */
export const CREATURES = 144;

const COLOURS = [
  { colour: '#7FAE6E', name: 'green' },
  { colour: '#7BA9DC', name: 'blue' },
  { colour: '#F0946A', name: 'orange' },
  { colour: '#A98BD8', name: 'purple' },
  { colour: '#D6B65A', name: 'yellow' },
  { colour: '#E487A8', name: 'pink' },
] as const;

const BODIES = [
  { name: 'ball', eyes: 58, shape: 'M60 22C88 22 104 42 104 68C104 94 86 108 60 108C34 108 16 94 16 68C16 42 32 22 60 22Z' },
  {
    name: 'bean',
    eyes: 58,
    shape: 'M46 20C78 12 104 34 102 66C100 92 88 108 64 108C44 108 40 98 28 96C14 92 10 76 18 60C26 46 24 28 46 20Z',
  },
  {
    name: 'cloud',
    eyes: 58,
    shape:
      'M34 44C36 24 62 16 74 30C92 24 108 40 100 56C114 66 110 90 92 92C90 108 66 114 56 102C42 114 20 106 22 88C6 82 8 58 22 54C20 48 26 44 34 44Z',
  },
  { name: 'drop', eyes: 66, shape: 'M60 12C74 34 104 52 104 78C104 98 86 108 60 108C34 108 16 98 16 78C16 52 46 34 60 12Z' },
  {
    name: 'toffee',
    eyes: 58,
    shape: 'M38 22H82C98 22 104 30 104 46V84C104 100 96 108 80 108H40C24 108 16 100 16 84V46C16 30 22 22 38 22Z',
  },
  { name: 'hill', eyes: 66, shape: 'M44 30C52 14 70 14 78 30L106 88C112 102 104 108 92 108H28C16 108 8 102 14 88Z' },
] as const;

const TOPS: readonly ((colour: string) => string)[] = [
  () => '',
  (colour) => `${stroke('M60 30C58 16 64 9 73 9', shade(colour, -0.4), 5)}<circle cx="76" cy="9" r="6.5" fill="${shade(colour, -0.4)}"/>`,
  (colour) => fill('M28 44C18 22 22 8 33 9C43 12 48 26 50 36ZM92 44C102 22 98 8 87 9C77 12 72 26 70 36Z', colour),
  (colour) => fill('M48 32C44 20 46 10 54 6C54 12 56 16 60 18C62 12 66 8 72 6C76 14 76 24 72 32Z', shade(colour, -0.4)),
];

const PATTERNS: readonly ((colour: string) => string)[] = [
  () => '',
  (colour) => stroke('M28 88h0M46 98h0M64 90h0M82 98h0M96 86h0M36 106h0M74 108h0', colour, 10),
  (colour) => stroke('M0 88H130M0 102H130', colour, 6),
  (colour) => fill('M0 92Q10 82 20 92T40 92T60 92T80 92T100 92T120 92V130H0Z', colour),
];

function face(kind: number, y: number): string {
  const smile = stroke(`M54 ${y + 16}q6 4 12 0`, ink, 4);
  if (kind === 0)
    return `<ellipse cx="60" cy="${y}" rx="14" ry="15" fill="${cream}"/><circle cx="62" cy="${y + 1}" r="7.5" fill="${ink}"/>${stroke(`M55 ${y + 22}h10`, ink, 4)}`;
  if (kind === 1) return fill(`M39 ${y - 3}h15a7.5 7.5 0 0 1-15 0zM66 ${y - 3}h15a7.5 7.5 0 0 1-15 0z`, ink) + smile;
  return `<ellipse cx="47" cy="${y}" rx="5" ry="7" fill="${ink}"/><ellipse cx="73" cy="${y}" rx="5" ry="7" fill="${ink}"/>${smile}`;
}

function sleepingFace(y: number): string {
  return stroke(`M41 ${y}q6 5 12 0M67 ${y}q6 5 12 0`, ink, 4.5) + stroke(`M55 ${y + 16}h10`, ink, 4);
}

/** Neighbouring numbers differ in body, colour and top, so that a class that fills up in order looks mixed. */
function parts(look: number) {
  const body = look % 6;
  const row = Math.floor(look / 6);
  const colour = (body + row) % 6;
  const top = (Math.floor(row / 6) + body + (row % 6)) % 4;
  return { body, colour, top, pattern: (look * 7 + row) % 4, eyes: (look * 2 + Math.floor(look / 3)) % 4 };
}

/** `look`: 0-143. `asleep`: a phone that has lost its connection. */
export function creature(look: number, asleep = false): string {
  const { body, colour, top, pattern, eyes } = parts(look);
  const { shape, eyes: y } = BODIES[body]!;
  const skin = COLOURS[colour]!.colour;
  const skinPattern = clip(`creature-${look}`, shape, PATTERNS[pattern]!(shade(skin, -0.2)));
  return drawing([0, 0, 120, 120], TOPS[top]!(skin) + fill(shape, skin) + skinPattern + (asleep ? sleepingFace(y) : face(eyes, y)));
}

/** By the ids of its colour and its body, which every language names. */
export function creatureKind(look: number) {
  const { body, colour } = parts(look);
  return { colour: COLOURS[colour]!.name, body: BODIES[body]!.name };
}
