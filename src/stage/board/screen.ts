import type * as Phaser from 'phaser';
import { avatar, character } from '../../art/people/character.ts';
import { badge } from '../../art/pieces/badge.ts';
import { type IconName, icon } from '../../art/pieces/icon.ts';
import { backdrop } from '../../art/places/backdrop.ts';
import type { Letter } from '../../protocol/identity.ts';
import type { Emotion, Light, Place, Pose } from '../../protocol/scene.ts';
import type { StageScreen, StageView } from '../../protocol/views/stage.ts';
import type { Cue } from '../cues/director.ts';
import type { Textures } from '../figures/textures.ts';
import type { Sounds } from '../sound/sound.ts';
import { displaySettings, ink } from './display-settings.ts';
import type { Effects } from './effects.ts';
import type { Film } from './film.ts';

/** What every screen plays on. */
export interface Setting {
  scene: Phaser.Scene;
  textures: Textures;
  film: Film;
  sounds: Sounds;
  /** Reduced motion, set on the computer or by the teacher: fades only. */
  still: boolean;
  /** How much may move now: `effects.may('sparks')`. */
  effects: Effects;
  /** Fewer things move at the same time, but nothing is left out. */
  readonly plain: boolean;
  now(): number;
}

export interface Screen {
  readonly root: Phaser.GameObjects.Container;
  /** Keys of the big textures that it needs until it leaves. */
  readonly keeps?: string[];
  /** Continues the screen before it, without a fade between them. */
  readonly seamless?: boolean;
  /** True while nothing else may be seen beside the story. */
  readonly alone?: boolean;
  update(view: StageView, cues: Cue[]): void;
  tick(now: number): void;
  /** Puts one choice in the light; null: none. */
  light?(index: number | null): void;
  /** Ends at once what it is playing. Returns whether there was anything. */
  fastForward?(): boolean;
}

type ScreenView<K extends StageScreen['kind']> = Extract<StageScreen, { kind: K }>;
const isOneOf = <K extends StageScreen['kind']>(screen: StageScreen, kinds: readonly K[]): screen is ScreenView<K> =>
  kinds.some((kind) => kind === screen.kind);

/** What a view shows on a screen of one of these kinds. A screen is opened and updated with views of its own kinds only. */
export function screenOf<K extends StageScreen['kind']>({ screen }: StageView, ...kinds: readonly K[]): ScreenView<K> {
  if (!isOneOf(screen, kinds)) throw new Error(`a ${screen.kind} instead of ${kinds.join(' or ')}`);
  return screen;
}

/** Loads what the screen needs, then builds it. Without `animate`, after a reload, everything already past is simply there. */
export type OpenScreen = (setting: Setting, view: StageView, animate: boolean, cues: Cue[]) => Promise<Screen>;

export const WIDTH = 1920;
export const HEIGHT = 1080;

/** Animates, unless motion is reduced: then the end is there at once, and only fades take time. */
export function glide(
  setting: Setting,
  target: Phaser.GameObjects.GameObject | Phaser.GameObjects.GameObject[],
  to: Record<string, number>,
  ms: number,
  extra: { ease?: string; delay?: number; done?: () => void } = {},
): void {
  const { scene, still } = setting;
  const { alpha, ...rest } = to;
  const finish = extra.done ? { onComplete: extra.done } : {};
  if (!still) {
    scene.tweens.add({ targets: target, ...to, duration: ms, ease: extra.ease ?? 'Cubic.easeOut', delay: extra.delay ?? 0, ...finish });
    return;
  }
  for (const one of Array.isArray(target) ? target : [target]) Object.assign(one, rest);
  scene.tweens.add({ targets: target, alpha: alpha ?? 1, duration: Math.min(ms, 150), delay: extra.delay ?? 0, ...finish });
}

/** How far down a figure the lower edge of the board cuts it. */
export const FIGURE = { width: 700, foot: 0.905 };

export const faceKey = (look: string, emotion: Emotion, pose: Pose) => `face ${look} ${emotion} ${pose}`;
export const face = (look: string, emotion: Emotion, pose: Pose) => ({
  key: faceKey(look, emotion, pose),
  svg: () => character(look, emotion, pose),
  width: FIGURE.width,
});

export const avatarKey = (look: string) => `avatar ${look}`;
export const smallFace = (look: string) => ({ key: avatarKey(look), svg: () => avatar(look), width: 136 });

export const placeKey = (place: Place, light: Light) => `place ${place} ${light}`;
export const setOf = (place: Place, light: Light) => ({ key: placeKey(place, light), svg: () => backdrop(place, light), width: WIDTH });

export const badgeKey = (letter: Letter) => `badge ${letter}${displaySettings().contrast ? ' rimmed' : ''}`;
export const badgeOf = (letter: Letter) => ({ key: badgeKey(letter), svg: () => badge(letter, displaySettings().contrast), width: 256 });

export const iconKey = (name: IconName, colour: string) => `icon ${name} ${ink(colour)}`;
export const iconOf = (name: IconName, colour: string) => ({ key: iconKey(name, colour), svg: () => icon(name, ink(colour)), width: 96 });
