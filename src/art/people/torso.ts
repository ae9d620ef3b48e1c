import { clip, fill } from '../paint.ts';
import { body } from './body.ts';
import { type Look, skinOf } from './cast.ts';
import { gesture, type Pose } from './gesture.ts';
import { proportions } from './head.ts';

/** Which way, and how far, somebody turns who turns away. */
export const AWAY = -1;

const collarOf = (look: Look) => (proportions(look).grown ? 474 : 480);

function shoulders(look: Look): number {
  if (look.age >= 20) return 204;
  return look.age <= 11 ? 150 : look.age <= 13 ? 164 : 182;
}

function clothesOf(look: Look, id: string) {
  return body(look.garment, shoulders(look), look.main, look.second, skinOf(look).base, id);
}

function neck(collar: number, chin: number, skin: string, shadow: string, id: string): string {
  const shape = `M252 360L250 ${collar + 10}C258 ${collar + 44} 342 ${collar + 44} 350 ${collar + 10}L348 360Z`;
  return fill(shape, skin) + clip(`${id}-neck`, shape, fill(`M240 360H360V${chin + 6}C340 ${chin + 44} 270 ${chin + 44} 240 ${chin + 6}Z`, shadow));
}

/** Clothes with the neck in them; `behind` is what hangs behind the neck. */
export function torso(look: Look, id: string): { behind: string; front: string } {
  const { base, shade: shadow } = skinOf(look);
  const collar = collarOf(look);
  const clothes = clothesOf(look, id);
  const worn = (inside: string) => `<g transform="translate(0 ${collar})">${inside}</g>`;
  return { behind: clothes.behind ? worn(clothes.behind) : '', front: neck(collar, proportions(look).chin, base, shadow, id) + worn(clothes.front) };
}

/** Arms in a gesture, lowered with a head that sinks; empty where they hang down. */
export function arms(look: Look, pose: Pose, sink: number, id: string): string {
  const { base, shade: shadow } = skinOf(look);
  const { chin, mouth } = proportions(look);
  const { sleeve, bare } = clothesOf(look, id);
  return gesture(pose, { sleeve, bare, skin: base, crease: shadow }, chin + sink, mouth + sink);
}
