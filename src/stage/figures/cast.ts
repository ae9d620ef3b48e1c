import { LOOKS } from '../../art/people/cast.ts';
import { ARMS, arm, type Box, faceSheet, HEM, PARTS, type Part, part } from '../../art/people/puppet.ts';
import type { Emotion, Pose } from '../../protocol/scene.ts';
import { FIGURE } from '../board/screen.ts';
import type { Drawn } from './textures.ts';
import { sayUnknown } from './unknown.ts';

/** Pixels of a texture for one unit of a drawing, as large as somebody stands who stands alone. */
export const DENSITY = FIGURE.width / 560;

export const partKey = (look: string, name: Part) => `cast ${look} ${name}`;
export const armKey = (look: string, pose: Pose) => `cast ${look} arm ${pose}`;
export const sheetKey = (look: string, emotion: Emotion) => `cast ${look} face ${emotion}`;
export const hasArm = (pose: Pose): pose is keyof typeof ARMS => pose in ARMS;

/** The drawings of a look in these moods and poses; each mood costs one small sheet, each pose one arm. */
export function castNeeds(look: string, emotions: Iterable<Emotion>, poses: Iterable<Pose>): Drawn[] {
  if (!LOOKS.includes(look)) sayUnknown('look', look);
  const wide = ([, , width]: Box) => Math.round(width * DENSITY);
  const parts = (Object.keys(PARTS) as Part[]).flatMap((name) => {
    const svg = part(look, name);
    return svg === null
      ? []
      : [{ key: partKey(look, name), svg: () => svg, width: wide(PARTS[name]), trim: true, ...(name === 'body' ? { cells: { hem: HEM } } : {}) }];
  });
  const arms = [...new Set(poses)]
    .filter(hasArm)
    .map((pose) => ({ key: armKey(look, pose), svg: () => arm(look, pose), width: wide(ARMS[pose]), trim: true }));
  const sheets = [...new Set(emotions)].map((emotion) => {
    const { svg, cells } = faceSheet(look, emotion);
    return { key: sheetKey(look, emotion), svg: () => svg, width: wide([0, 0, 452, 0]), cells };
  });
  return [...parts, ...arms, ...sheets];
}
