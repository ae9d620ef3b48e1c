import { drawing } from '../paint.ts';
import { lookOf } from './cast.ts';
import { chair } from './chair.ts';
import { type Emotion, expressionOf, type MouthName } from './expression.ts';
import type { Pose } from './gesture.ts';
import { type Gaze, headParts, headShape } from './head.ts';
import { arms, torso } from './torso.ts';

/** x, y, width and height in the units of a whole figure (600 wide, its collar at 480). */
export type Box = readonly [x: number, y: number, width: number, height: number];

/** Somebody in parts that move by themselves. Each is drawn once, however often a mood, a gaze or a pose comes back. */
export type Part = 'chair' | 'hairBehind' | 'body' | 'skull' | 'blush' | 'hair' | 'hairOver';
export const PARTS: Record<Part, Box> = {
  chair: [34, 440, 532, 690],
  hairBehind: [76, -20, 460, 680],
  body: [60, 358, 480, 548],
  skull: [146, 92, 308, 372],
  blush: [170, 300, 260, 110],
  hair: [112, 4, 376, 484],
  hairOver: [106, 288, 388, 370],
};
/** The lowest rows of the body's picture. They are stretched down where somebody stands higher than usual. */
export const HEM: Box = [0, 538, 480, 2];
type Gesture = Exclude<Pose, 'plain' | 'away'>;
export const ARMS: Record<Gesture, Box> = {
  phone: [290, 440, 214, 466],
  think: [296, 410, 204, 496],
  cover: [226, 330, 280, 576],
  hide: [86, 222, 428, 684],
};

/** The whole figure turns its head around this point. */
export const NECK = { x: 300, y: 430 };

/** A part on its own, or null where this look has none. */
export function part(look: string, name: Part): string | null {
  const who = lookOf(look);
  const id = `${look}-${name}`;
  const head = headParts(who, expressionOf('neutral'), id);
  const inside = () => {
    switch (name) {
      case 'chair':
        return who.chair ? chair(who.chair) : '';
      case 'hairBehind':
        return head.hairBehind;
      case 'hairOver':
        return head.hairOver;
      case 'skull':
        return head.skull;
      case 'blush':
        return head.blush(1);
      case 'hair':
        return headShape(who, id) + head.hair;
      case 'body': {
        const { behind, front } = torso(who, id);
        return behind + front;
      }
    }
  };
  const drawn = inside();
  return drawn === '' ? null : drawing([...PARTS[name]], drawn);
}

export function arm(look: string, pose: Gesture): string {
  return drawing([...ARMS[pose]], arms(lookOf(look), pose, 0, `${look}-${pose}-arm`));
}

// ---------- the face: one sheet a mood ----------

const FACE: Box = [186, 176, 228, 228];
const EYES: Box = [190, 220, 220, 118];
const MOUTH: Box = [232, 340, 136, 106];
const OVER: Box = [170, 208, 260, 222];
const SIGNS: Box = [420, 176, 84, 230];

export type Feature = 'face' | 'eyes' | Gaze | 'mouth' | 'said' | 'saying' | 'over' | 'signs';
/** Where a feature lies in its sheet, and where it belongs in the figure. */
const CELLS: Record<Feature, { at: readonly [x: number, y: number]; box: Box }> = {
  face: { at: [0, 0], box: FACE },
  eyes: { at: [230, 0], box: EYES },
  left: { at: [230, 120], box: EYES },
  right: { at: [0, 240], box: EYES },
  down: { at: [222, 240], box: EYES },
  shut: { at: [0, 360], box: EYES },
  mouth: { at: [222, 360], box: MOUTH },
  said: { at: [0, 480], box: MOUTH },
  saying: { at: [138, 480], box: MOUTH },
  signs: { at: [360, 360], box: SIGNS },
  over: { at: [0, 592], box: OVER },
};
const WIDTH = 452;
const SMILES: readonly MouthName[] = ['grin', 'laugh', 'soft', 'relief', 'smirk'];

export interface FaceSheet {
  svg: string;
  /** Boxes in the sheet. A gaze that is missing here looks as the mood does. */
  cells: Record<string, Box>;
}

export function faceSheet(look: string, emotion: Emotion): FaceSheet {
  const mood = expressionOf(emotion);
  const id = `${look}-${emotion}-sheet`;
  const head = headParts(lookOf(look), mood, id);
  const smiles = SMILES.includes(mood.mouth);
  const open = typeof mood.eye === 'number';
  const drawn: Record<Feature, string> = {
    face: head.face,
    eyes: head.eyes(),
    left: open ? head.eyes('left') : '',
    right: open ? head.eyes('right') : '',
    down: open ? head.eyes('down') : '',
    shut: open ? head.eyes('shut') : '',
    mouth: head.mouth(),
    said: head.mouth(smiles ? 'smiled' : 'said'),
    saying: head.mouth(smiles ? 'smiling' : 'saying'),
    over: head.over,
    signs: head.signs,
  };
  const cells: FaceSheet['cells'] = {};
  let inside = '';
  for (const [name, { at, box }] of Object.entries(CELLS) as [Feature, (typeof CELLS)[Feature]][]) {
    if (drawn[name] === '') continue;
    const [x, y, width, height] = [...at, box[2], box[3]] as const;
    cells[name] = [x, y, width, height];
    // A nested drawing cuts what would reach into its neighbour.
    inside += `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="${box.join(' ')}">${drawn[name]}</svg>`;
  }
  return { svg: drawing([0, 0, WIDTH, drawn.over === '' ? 592 : 592 + OVER[3]], inside), cells };
}

/** Where a feature belongs in the figure. */
export const featureBox = (name: Feature): Box => CELLS[name].box;

/** How a mood holds head and shoulders. */
export function bearing(emotion: Emotion) {
  const { tilt = 0, sink = 0, slump = 0, blush = 0 } = expressionOf(emotion);
  return { tilt, sink, slump, blush: Math.min(1, (blush + 0.12) * 1.25) };
}
