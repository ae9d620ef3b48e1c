import { body } from './body.ts';
import { LOOKS, type Look, lookOf, skinOf } from './cast.ts';
import { type Emotion, EXPRESSIONS } from './expression.ts';
import { gesture, type Pose } from './gesture.ts';
import { head, proportions } from './head.ts';
import { clip, drawing, fill } from './paint.ts';

export { EMOTIONS, type Emotion } from './expression.ts';
export type { Pose } from './gesture.ts';
export { LOOKS };

export type Crop = 'avatar' | 'bust' | 'half';
const CROPS: Record<Crop, [number, number, number, number]> = { avatar: [106, 64, 388, 388], bust: [30, -20, 540, 660], half: [20, -20, 560, 880] };

function neck(collar: number, chin: number, skin: string, shadow: string, id: string): string {
  const shape = `M252 380L250 ${collar + 10}C258 ${collar + 44} 342 ${collar + 44} 350 ${collar + 10}L348 380Z`;
  return fill(shape, skin) + clip(`${id}-neck`, shape, fill(`M240 380H360V${chin + 6}C340 ${chin + 44} 270 ${chin + 44} 240 ${chin + 6}Z`, shadow));
}

function shoulders(look: Look): number {
  if (look.age >= 20) return 204;
  return look.age <= 11 ? 150 : look.age <= 13 ? 164 : 182;
}

function figure(look: Look, emotion: Emotion, pose: Pose, id: string): string {
  // Behind a hand an open mouth would peek out at its sides.
  const mood = pose === 'cover' ? { ...EXPRESSIONS[emotion], mouth: 'tuck' as const } : EXPRESSIONS[emotion];
  const { base, shade: shadow } = skinOf(look);
  const { chin, mouth, grown } = proportions(look);
  const { tilt = 0, sink = 0, slump = 0 } = mood;
  const collar = grown ? 474 : 480;
  const clothes = body(look.garment, shoulders(look), look.main, look.second, base, id);
  const { head: face, hairBehind, hairOver } = head(look, mood, id);
  return [
    `<g transform="translate(0 ${sink}) rotate(${tilt / 2} 300 430)">${hairBehind}</g>`,
    `<g transform="translate(0 ${collar + slump})">${clothes.behind}</g>`,
    neck(collar, chin, base, shadow, id),
    `<g transform="translate(0 ${collar + slump})">${clothes.front}</g>`,
    `<g transform="translate(0 ${sink}) rotate(${tilt} 300 430)">${face}</g>`,
    `<g transform="translate(0 ${sink * 0.6})">${hairOver}</g>`,
    gesture(pose, { sleeve: clothes.sleeve, bare: clothes.bare, skin: base, crease: shadow }, chin + sink, mouth + sink),
  ].join('');
}

export interface CharacterOptions {
  crop?: Crop;
  pose?: Pose;
  flip?: boolean;
}

/** Somebody of the cast: the same look, mood and options always give the same drawing. Throws for a look that the cast lacks. */
export function character(look: string, emotion: Emotion, { crop = 'bust', pose = 'plain', flip = false }: CharacterOptions = {}): string {
  const id = `${look}-${emotion}-${crop}-${pose}${flip ? '-flip' : ''}`;
  const drawn = figure(lookOf(look), emotion, pose, id);
  return drawing(CROPS[crop], flip ? `<g transform="translate(600 0) scale(-1 1)">${drawn}</g>` : drawn);
}

/** A face on its own ground, with the rounded corners of the chat app. */
export function avatar(look: string, emotion: Emotion = 'neutraal'): string {
  const id = `${look}-${emotion}-face`;
  const [x, y, size] = CROPS.avatar;
  const corner = Math.round(size * 0.34);
  const ground = `<rect x="${x}" y="${y}" width="${size}" height="${size}" fill="${lookOf(look).ground}"/>`;
  const frame = `<clipPath id="${id}-frame"><rect x="${x}" y="${y}" width="${size}" height="${size}" rx="${corner}"/></clipPath>`;
  return drawing(CROPS.avatar, `${frame}<g clip-path="url(#${id}-frame)">${ground}${figure(lookOf(look), emotion, 'plain', id)}</g>`);
}
