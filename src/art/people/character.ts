import { drawing } from '../paint.ts';
import { LOOKS, type Look, lookOf } from './cast.ts';
import { chair } from './chair.ts';
import { type Emotion, expressionOf } from './expression.ts';
import type { Pose } from './gesture.ts';
import { head } from './head.ts';
import { AWAY, arms, torso } from './torso.ts';

export { EMOTIONS, type Emotion } from './expression.ts';
export type { Pose } from './gesture.ts';
export { LOOKS };

type Area = [x: number, y: number, width: number, height: number];
/** From head to hip, and the face alone. */
const HALF: Area = [20, -20, 560, 880];
const FACE: Area = [106, 64, 388, 388];

function figure(look: Look, emotion: Emotion, pose: Pose, id: string): string {
  // An open mouth or eye would show at the sides of a hand in front of it.
  const hidden = { cover: { mouth: 'tuck' as const }, hide: { eye: 'closed down' as const, mouth: 'soft' as const } };
  const mood = { ...expressionOf(emotion), ...(pose === 'cover' || pose === 'hide' ? hidden[pose] : {}) };
  const { tilt = 0, sink = 0, slump = 0 } = mood;
  const { behind, front } = torso(look, id);
  const { head: face, hairBehind, hairOver } = head(look, mood, id, pose === 'away' ? AWAY : 0);
  return [
    look.chair ? chair(look.chair) : '',
    `<g transform="translate(0 ${sink}) rotate(${tilt * 0.8} 300 430)">${hairBehind}</g>`,
    `<g transform="translate(0 ${slump})">${behind}${front}</g>`,
    `<g transform="translate(0 ${sink}) rotate(${tilt} 300 430)">${face}</g>`,
    `<g transform="translate(0 ${sink * 0.9}) rotate(${tilt * 0.75} 300 430)">${hairOver}</g>`,
    arms(look, pose, sink, id),
  ].join('');
}

/** Somebody of the cast: the same look, mood and pose always give the same drawing. */
export function character(look: string, emotion: Emotion, pose: Pose = 'plain'): string {
  return drawing(HALF, figure(lookOf(look), emotion, pose, `${look}-${emotion}-${pose}`));
}

/** A face on its own ground, with the rounded corners of the chat app. */
export function avatar(look: string, emotion: Emotion = 'neutral'): string {
  const id = `${look}-${emotion}-face`;
  const [x, y, size] = FACE;
  const corner = Math.round(size * 0.34);
  const ground = `<rect x="${x}" y="${y}" width="${size}" height="${size}" fill="${lookOf(look).ground}"/>`;
  const frame = `<clipPath id="${id}-frame"><rect x="${x}" y="${y}" width="${size}" height="${size}" rx="${corner}"/></clipPath>`;
  return drawing(FACE, `${frame}<g clip-path="url(#${id}-frame)">${ground}${figure(lookOf(look), emotion, 'plain', id)}</g>`);
}
