import * as Phaser from 'phaser';
import { TURN } from '../../art/people/head.ts';
import { ARMS, type Box, bearing, type Feature, featureBox, HEM, NECK, PARTS, type Part } from '../../art/people/puppet.ts';
import { boardColours, colours } from '../../art/tokens.ts';
import type { Emotion, Light, Pose } from '../../protocol/scene.ts';
import { glide, HEIGHT, type Setting } from '../board/screen.ts';
import type { Placed } from '../cues/acting.ts';
import { armKey, DENSITY, hasArm, partKey, sheetKey } from './cast.ts';
import { laughter, life, type Sound, seedOf, speech } from './liveliness.ts';
import { tone, translucent } from './paint.ts';
import { type Area, Print } from './snapshot.ts';
import { type Stride, stridden, stride } from './stride.ts';

/** The figure's point that stands on the floor of the board. */
const FOOT = { x: 300, y: 776 };

/** Large enough for every part of a person: the head at its most tilted, and what is drawn beside it. */
const AREA: Area = [34, -36, 532, 946];

/** How much further down the clothes are drawn for somebody who stands so high that the board would show where the body ends. */
const LONGER = 440;
const LONG: Area = [AREA[0], AREA[1], AREA[2], AREA[3] + LONGER];

/** The light of the hour, laid over people as over the place. */
interface Hour {
  tint: number;
  /** What comes close to the tint where the renderer has none. */
  wash: string | null;
}
const HOURS: Record<Light, Hour> = {
  day: { tint: tone(colours.white), wash: null },
  dusk: { tint: tone(boardColours.dusk), wash: translucent(boardColours.duskWash, 0.13) },
  night: { tint: tone(boardColours.night), wash: translucent(boardColours.nightWash, 0.15) },
};

/** Moods in which eyes wander. */
const OPEN: readonly Emotion[] = ['neutral', 'happy', 'worried', 'determined'];

/** Behind these hands an open mouth would peek out. */
const covers = (pose: Pose) => pose === 'cover' || pose === 'hide';

interface Features {
  root: Phaser.GameObjects.Container;
  eyes: Phaser.GameObjects.Image;
  mouth: Phaser.GameObjects.Image;
  signs: Phaser.GameObjects.Image | null;
}

/** A person on the stage: a puppet of a few parts that breathes, blinks, looks around, speaks and changes mood. */
export class Figure {
  /** Stands with its feet at (x, y) of the board. */
  readonly root: Phaser.GameObjects.Container;
  private readonly setting: Setting;
  private readonly look: string;
  private readonly seed: number;
  /** In a wheelchair. */
  private readonly rolls: boolean;
  private readonly hour: Hour;
  private readonly inner: Phaser.GameObjects.Container;
  private readonly behind: Phaser.GameObjects.Container;
  private readonly body: Phaser.GameObjects.Image;
  private hem: Phaser.GameObjects.Image | null = null;
  private readonly head: Phaser.GameObjects.Container;
  private readonly blush: Phaser.GameObjects.Image;
  private readonly hair: Phaser.GameObjects.Image;
  private readonly over: Phaser.GameObjects.Container | null;
  private readonly arms: Phaser.GameObjects.Container;
  private features: Features;
  private arm: Phaser.GameObjects.Image | null = null;
  private acting: Placed;
  /** Where head and shoulders are, on their way to the posture of the mood. */
  private held: { tilt: number; sink: number; slump: number; blush: number; turn: number };
  private shown = { eyes: '' as Feature, mouth: '' as Feature };
  private at = 0;
  /** One picture instead of the parts, on a slow computer. */
  private print: Print | null = null;
  private way: { stride: Stride; done: () => void } | null = null;

  constructor(setting: Setting, placed: Placed, light: Light) {
    const { scene } = setting;
    this.setting = setting;
    this.hour = HOURS[light];
    this.look = placed.person.look;
    this.seed = seedOf(placed.person.id);
    this.acting = placed;
    this.behind = scene.add.container(NECK.x, NECK.y, this.parts('hairBehind', NECK));
    [this.body] = this.parts('body') as [Phaser.GameObjects.Image];
    const [skull, blush, hair] = (['skull', 'blush', 'hair'] as const).flatMap((name) => this.parts(name, NECK)) as [
      Phaser.GameObjects.Image,
      Phaser.GameObjects.Image,
      Phaser.GameObjects.Image,
    ];
    this.blush = blush;
    this.hair = hair;
    this.features = this.drawFeatures(placed.emotion);
    this.head = scene.add.container(NECK.x, NECK.y, [skull, blush, this.features.root, hair, ...(this.features.signs ? [this.features.signs] : [])]);
    const over = this.parts('hairOver', NECK);
    this.over = over.length > 0 ? scene.add.container(NECK.x, NECK.y, over) : null;
    this.arms = scene.add.container(0, 0);
    const chair = this.parts('chair');
    this.rolls = chair.length > 0;
    this.inner = scene.add
      .container(-FOOT.x * DENSITY, -FOOT.y * DENSITY, [...chair, this.behind, this.body, this.head, ...(this.over ? [this.over] : []), this.arms])
      .setScale(DENSITY);
    this.root = scene.add.container(placed.x, placed.y, [this.inner]).setScale(placed.scale);
    this.held = { ...bearing(placed.emotion), turn: placed.turn };
    this.ground(placed);
    this.gesture(placed.pose, false);
    this.tick(setting.now(), null);
  }

  /** Another mood, pose, gaze or place. */
  act(placed: Placed, animate: boolean): void {
    const { emotion, pose } = this.acting;
    const moves = this.acting.x !== placed.x || this.acting.scale !== placed.scale || this.acting.y !== placed.y;
    this.acting = placed;
    const fades = animate && !this.flat;
    this.ground(placed);
    if (emotion !== placed.emotion) this.feel(placed.emotion, fades);
    if (pose !== placed.pose) this.gesture(placed.pose, fades);
    if (moves) {
      const { x, y, scale } = placed;
      if (this.way) this.way.stride = { ...this.way.stride, to: x };
      glide(this.setting, this.root, { ...(this.way ? {} : { x }), y, scaleX: scale, scaleY: scale, alpha: 1 }, animate ? 620 : 1);
    }
    if (!animate || this.setting.still) this.held = { ...bearing(placed.emotion), turn: placed.turn };
  }

  /** Walks in from beyond the side of the board. */
  arrive(from: 'left' | 'right', delay: number, edge: number): void {
    const { setting, root, acting } = this;
    if (setting.still) {
      root.setAlpha(0);
      glide(setting, root, { alpha: 1 }, 150);
      return;
    }
    root.x = from === 'left' ? -380 : edge + 380;
    this.walk(acting.x, delay, () => {});
  }

  /** Walks out and disappears. */
  depart(to: 'left' | 'right', edge: number): void {
    const { setting, root } = this;
    if (setting.still) {
      glide(setting, root, { alpha: 0 }, 150, { done: () => root.destroy() });
      return;
    }
    this.acting = { ...this.acting, gaze: to, turn: to === 'left' ? -1 : 1 };
    this.walk(to === 'left' ? -420 : edge + 420, 0, () => root.destroy());
  }

  private walk(x: number, delay: number, done: () => void): void {
    this.way = { stride: stride(this.root.x, x, this.setting.now() + delay), done };
  }

  private step(now: number): void {
    if (!this.way) return;
    const { x, rise, lean, there } = stridden(this.way.stride, now);
    this.root.setX(x);
    if (!this.rolls) this.inner.setY(-FOOT.y * DENSITY - rise).setAngle(lean);
    if (!there) return;
    const { done } = this.way;
    this.way = null;
    done();
  }

  /** `spoken`: ms into the line that this one is saying. */
  tick(now: number, spoken: number | null): void {
    // At every level of effects, because a breath costs no frame of its own.
    const { still } = this.setting;
    const lives = !still;
    const passed = Math.min(100, Math.max(0, now - this.at));
    this.at = now;
    const { flat } = this;
    const { breath, sway, shut, glance } = lives ? life(this.seed, now) : { breath: 0, sway: 0, shut: false, glance: 0 as const };
    const shake = lives && this.acting.emotion === 'laughing' ? laughter(this.seed, now) : 0;
    const { held } = this;
    const aim = { ...bearing(this.acting.emotion), turn: this.acting.turn };
    const share = still || flat ? 1 : 1 - Math.exp(-passed / 110);
    for (const key of ['tilt', 'sink', 'slump', 'blush', 'turn'] as const) held[key] += (aim[key] - held[key]) * share;

    const says = spoken === null || !lives ? null : speech(this.seed, spoken);
    const nod = flat ? 0 : says === 'saying' ? -3 : says === 'said' ? -1 : 0;
    const rise = breath * 2.6 + shake * 5;
    // As one picture it breathes as a whole, and nothing in it turns.
    const [lift, swayed, shaken] = flat ? [0, 0, 0] : [-rise, sway, shake];
    const turned = Math.abs(held.turn);
    this.body.y = PARTS.body[1] + held.slump + lift * 0.7;
    if (this.hem) this.hem.y = this.body.y + HEM[1];
    this.head.setAngle(held.tilt + swayed * 0.6 + shaken * 0.8 + held.turn * 1.6).setY(NECK.y + held.sink + lift + nod);
    this.behind.setAngle(held.tilt * 0.8 + swayed * 0.25).setPosition(NECK.x + held.turn * 2, NECK.y + held.sink + lift);
    this.over?.setAngle(held.tilt * 0.75 + swayed * 0.4).setPosition(NECK.x + held.turn * 2, NECK.y + held.sink * 0.9 + lift * 0.9);
    this.arms.y = held.sink + lift;
    this.blush.setAlpha(held.blush).setX(PARTS.blush[0] - NECK.x + held.turn * TURN.features * 0.7);
    this.features.root.setX(held.turn * TURN.features).setScale(1 - turned * 0.04, 1);
    this.hair.x = PARTS.hair[0] - NECK.x + held.turn * TURN.hair;
    this.wear(shut ? 'shut' : this.eyes(glance), covers(this.acting.pose) ? 'mouth' : (says ?? 'mouth'));
    // Comes last, because a figure that has walked out is destroyed here.
    this.step(now);
    this.press(flat, rise);
  }

  /** Drawn as one picture. */
  private get flat(): boolean {
    const { effects, scene } = this.setting;
    return !effects.may('parts') && Print.helps(scene);
  }

  /** Extends the clothes to below the board, however high the figure stands. */
  private ground({ y, scale }: Placed): void {
    if (this.hem || y + (AREA[1] + AREA[3] - FOOT.y) * DENSITY * scale > HEIGHT) return;
    this.hem = this.image(partKey(this.look, 'body'), PARTS.body, { x: 0, y: 0 }, 'hem').setDisplaySize(HEM[2], LONGER);
    this.inner.addAt(this.hem, this.inner.getIndex(this.body));
  }

  private press(flat: boolean, rise: number): void {
    if (!this.root.active) return;
    const area = flat ? (this.hem ? LONG : AREA) : null;
    if (area !== (this.print?.area ?? null)) {
      this.print?.image.destroy();
      this.print = area ? new Print(this.setting.scene, area) : null;
      if (this.print) this.root.add(this.print.image);
      this.inner.setVisible(!flat);
    }
    this.print?.show(this.root, this.inner, rise);
  }

  get placed(): Placed {
    return this.acting;
  }

  /** Moves over from where it stood in the scene before. */
  cameFrom({ x, y, scale }: Placed): void {
    const { acting, root, setting } = this;
    if (setting.still || (x === acting.x && y === acting.y && scale === acting.scale)) return;
    root.setPosition(x, y).setScale(scale);
    glide(setting, root, { x: acting.x, y: acting.y, scaleX: acting.scale, scaleY: acting.scale, alpha: 1 }, 700, { ease: 'Sine.easeInOut' });
  }

  /** For a test: what this face shows now. */
  get face(): { eyes: Feature; mouth: Sound } {
    return { eyes: this.shown.eyes, mouth: this.shown.mouth as Sound };
  }

  private eyes(glance: -1 | 0 | 1): Feature {
    const { gaze, emotion } = this.acting;
    if (gaze !== 'rest') return gaze;
    // People who are ashamed, sad or lost in thought keep the gaze of their mood.
    if (glance === 0 || !OPEN.includes(emotion)) return 'eyes';
    return glance < 0 ? 'left' : 'right';
  }

  private wear(eyes: Feature, mouth: Feature): void {
    if (this.shown.eyes !== eyes) {
      const { texture } = this.features.eyes;
      this.features.eyes.setFrame(texture.has(eyes) ? eyes : 'eyes');
    }
    if (this.shown.mouth !== mouth) this.features.mouth.setFrame(mouth);
    this.shown = { eyes, mouth };
  }

  /** One face fades into another. */
  private feel(emotion: Emotion, animate: boolean): void {
    const old = this.features;
    const next = this.drawFeatures(emotion);
    this.features = next;
    this.shown = { eyes: 'eyes', mouth: 'mouth' };
    this.head.addAt(next.root, this.head.getIndex(old.root) + 1);
    if (next.signs) this.head.add(next.signs);
    const gone = [old.root, ...(old.signs ? [old.signs] : [])];
    const come = [next.root, ...(next.signs ? [next.signs] : [])];
    const end = () => {
      for (const one of gone) one.destroy();
    };
    if (!animate) {
      end();
      return;
    }
    const { scene } = this.setting;
    for (const one of come) one.setAlpha(0);
    // The old face is almost gone before the new one is clear, because two mouths at once look like two faces.
    scene.tweens.add({ targets: gone, alpha: 0, duration: 90, onComplete: end });
    scene.tweens.add({ targets: come, alpha: 1, delay: 60, duration: 100 });
  }

  /** Arms come from below and go back there, as a phone is raised and lowered. */
  private gesture(pose: Pose, animate: boolean): void {
    const { setting, look } = this;
    const old = this.arm;
    this.arm = null;
    if (old) glide(setting, old, { y: old.y + 190, alpha: 0 }, animate ? 300 : 1, { ease: 'Quad.easeIn', done: () => old.destroy() });
    this.features.mouth.setVisible(!covers(pose));
    if (!hasArm(pose)) return;
    const arm = this.image(armKey(look, pose), ARMS[pose], { x: 0, y: 0 });
    this.arm = arm;
    this.arms.add(arm);
    if (!animate) return;
    const { y } = arm;
    if (!setting.still) arm.setY(y + 190);
    arm.setAlpha(0);
    glide(setting, arm, { y, alpha: 1 }, 340, { ease: 'Back.easeOut', delay: setting.still ? 0 : 60 });
  }

  private drawFeatures(emotion: Emotion): Features {
    const { scene } = this.setting;
    const key = sheetKey(this.look, emotion);
    const texture = scene.textures.get(key);
    const one = (name: Feature) => this.image(key, featureBox(name), NECK, name);
    const [eyes, mouth] = [one('eyes'), one('mouth')];
    mouth.setVisible(!covers(this.acting.pose));
    const root = scene.add.container(0, 0, [one('face'), eyes, mouth, ...(texture.has('over') ? [one('over')] : [])]);
    return { root, eyes, mouth, signs: texture.has('signs') ? one('signs') : null };
  }

  private parts(name: Part, origin: { x: number; y: number } = { x: 0, y: 0 }): Phaser.GameObjects.Image[] {
    const key = partKey(this.look, name);
    return this.setting.scene.textures.exists(key) ? [this.image(key, PARTS[name], origin)] : [];
  }

  private image(key: string, [x, y]: Box, origin: { x: number; y: number }, frame = '__BASE'): Phaser.GameObjects.Image {
    const { scene, textures } = this.setting;
    const { tint, wash } = this.hour;
    const washed = wash !== null && scene.sys.renderer.type === Phaser.CANVAS;
    return scene.add
      .image(x - origin.x, y - origin.y, washed ? textures.toned(key, wash) : key, frame)
      .setOrigin(0)
      .setScale(1 / DENSITY)
      .setTint(tint);
  }
}
