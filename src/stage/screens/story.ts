import type * as Phaser from 'phaser';
import { colours } from '../../art/tokens.ts';
import { position, type SceneView, type StageScreen, type StageView, type Standing } from '../../protocol/views.ts';
import { comfort, sized } from '../comfort.ts';
import { type Tableau, tableau, withPhone } from '../director.ts';
import { balanced, bubble, fitted, panel, pill, sentences, words } from '../paint.ts';
import { FIGURE, face, faceKey, glide, HEIGHT, iconKey, iconOf, placeKey, type Screen, type Setting, setOf, smallFace, WIDTH } from '../screen.ts';
import { text } from '../texts.ts';
import { barsCard } from './bars.ts';
import { emojiOf } from './bubble.ts';
import { handsetIcons, handsetPlace } from './handset.ts';
import { Phones } from './phones.ts';
import { tileNeeds } from './tile.ts';

type Story = Extract<StageScreen, { kind: 'scene' }>;
const FLOOR = HEIGHT + 6;
const SKY = { day: 'sun', dusk: 'sun', night: 'moon' } as const;

function needs(scene: SceneView) {
  const faces = [
    ...scene.standing.map(({ person, emotion, pose }) => face(person.look, emotion, pose)),
    ...scene.beats.flatMap((beat) => (beat.kind === 'act' ? [face(beat.person.look, beat.emotion, beat.pose)] : [])),
  ];
  const small = scene.beats.flatMap((beat) =>
    beat.kind === 'message' || beat.kind === 'typing' || beat.kind === 'tile' ? [smallFace(beat.person.look)] : [],
  );
  const emojis = scene.beats.flatMap((beat) => (beat.kind === 'react' ? [emojiOf(beat.emoji)] : []));
  return {
    faces,
    place: setOf(scene.place, scene.light),
    others: [
      ...small,
      ...emojis,
      ...handsetIcons(),
      ...tileNeeds(scene.beats.flatMap((beat) => (beat.kind === 'tile' ? [beat.tile] : []))),
      iconOf(SKY[scene.light], colours.glow),
      iconOf('arrow-right', colours.ink2),
      iconOf('pause', colours.ink2),
    ],
  };
}

export async function openStory(setting: Setting, view: StageView, live: boolean): Promise<Screen> {
  const { faces, place, others } = needs((view.screen as Story).scene);
  await setting.textures.load([...faces, place, ...others]);
  return new StoryScreen(
    setting,
    view,
    live,
    [place, ...faces].map(({ key }) => key),
  );
}

interface Actor {
  stand: Phaser.GameObjects.Container;
  picture: Phaser.GameObjects.Image;
  key: string;
}

class StoryScreen implements Screen {
  readonly root: Phaser.GameObjects.Container;
  readonly keeps: string[];
  private readonly setting: Setting;
  private story: Story;
  /** The phone has the right side. */
  private readonly narrow: boolean;
  private readonly actors = new Map<string, Actor>();
  private readonly cast: Phaser.GameObjects.Container;
  private readonly caption: Phaser.GameObjects.Container;
  private readonly hint: Phaser.GameObjects.Container;
  private readonly dark: Phaser.GameObjects.Rectangle;
  private readonly glow: Phaser.GameObjects.Image;
  private readonly hush: Phaser.GameObjects.Container;
  private readonly phones: Phones;
  private bars: { shown: Tableau['bars']; card: Phaser.GameObjects.Container } | null = null;
  private captionShown: string | null = null;
  private hintShown = '';
  alone = false;
  private drawn = '';

  constructor(setting: Setting, view: StageView, live: boolean, keeps: string[]) {
    this.keeps = keeps;
    this.setting = setting;
    this.story = view.screen as Story;
    this.narrow = withPhone(this.story.scene);
    const { scene } = setting;
    const { place, light, time } = this.story.scene;
    this.cast = scene.add.container(0, 0);
    this.caption = scene.add.container(0, 0);
    this.hint = scene.add.container(0, 0);
    this.hush = scene.add.container(0, 0);
    this.dark = scene.add.rectangle(0, 0, WIDTH, HEIGHT, 0x12112b).setOrigin(0).setAlpha(0);
    const phone = handsetPlace();
    this.glow = scene.add.image(phone.x + phone.width / 2, HEIGHT / 2, halo(scene)).setAlpha(0);
    this.root = scene.add.container(0, 0, [
      scene.add.image(0, 0, placeKey(place, light)).setOrigin(0).setDisplaySize(WIDTH, HEIGHT),
      this.cast,
      scene.add.image(0, HEIGHT, foreground(scene, light)).setOrigin(0, 1),
    ]);
    if (time !== null)
      this.root.add(pill(scene, 96, 64, time, { ground: '#1B1938', colour: colours.cream, icon: iconKey(SKY[light], colours.glow) }));
    this.phones = new Phones(setting);
    this.root.add([this.caption, this.hint, this.dark, this.glow, this.hush, this.phones.root]);
    this.draw(tableau(this.story.scene, position(this.story.playhead, setting.now())), false);
    if (live && !setting.still) glide(setting, this.caption, { alpha: 1 }, 420);
  }

  /** The left side of the phone. */
  private get edge(): number {
    return handsetPlace().x;
  }

  private get cardWidth(): number {
    if (this.narrow) return this.edge - 176;
    return comfort().scale === 1 ? 1300 : 1560;
  }

  update(view: StageView): void {
    this.story = view.screen as Story;
    this.tick(this.setting.now());
  }

  tick(now: number): void {
    const state = tableau(this.story.scene, position(this.story.playhead, now));
    const sign = `${state.newest} ${state.done} ${this.story.playhead.since === null}`;
    if (sign === this.drawn) return;
    this.draw(state, true);
  }

  private draw(state: Tableau, live: boolean): void {
    this.drawn = `${state.newest} ${state.done} ${this.story.playhead.since === null}`;
    this.phones.show(state, live);
    this.drawCast(state, live);
    this.drawCaption(state, live);
    this.drawBars(state, live);
    this.drawHint(state);
    this.drawSilence(state, live);
  }

  private drawCast(state: Tableau, live: boolean): void {
    const width = this.narrow ? this.edge - 16 : WIDTH;
    for (const standing of state.standing) {
      const key = faceKey(standing.person.look, standing.emotion, standing.pose);
      const actor = this.actors.get(standing.person.id) ?? this.enter(standing, key, stance(standing, state.standing.length, width));
      const spot = stance(standing, state.standing.length, width);
      if (actor.stand.x !== spot.x) glide(this.setting, actor.stand, { x: spot.x, scaleX: spot.scale, scaleY: spot.scale, alpha: 1 }, live ? 420 : 1);
      if (actor.key !== key) this.change(actor, key, live);
    }
  }

  private enter(standing: Standing, key: string, spot: Spot): Actor {
    const { scene, still } = this.setting;
    const picture = scene.add.image(0, 0, key).setOrigin(0.5, FIGURE.foot);
    const stand = scene.add.container(spot.x, spot.y, [picture]).setScale(spot.scale);
    const actor = { stand, picture, key };
    this.actors.set(standing.person.id, actor);
    this.cast.add(stand);
    if (!still) scene.tweens.add({ targets: stand, y: spot.y + 6, duration: 2600, yoyo: true, repeat: -1, ease: 'Sine.easeInOut' });
    return actor;
  }

  /** The new face fades in over the old one, which goes once it is covered. */
  private change(actor: Actor, key: string, live: boolean): void {
    const { scene } = this.setting;
    const old = actor.picture;
    actor.key = key;
    actor.picture = scene.add
      .image(0, 0, key)
      .setOrigin(0.5, FIGURE.foot)
      .setAlpha(live ? 0 : 1);
    actor.stand.add(actor.picture);
    if (live) scene.tweens.add({ targets: actor.picture, alpha: 1, duration: 160, onComplete: () => old.destroy() });
    else old.destroy();
  }

  private drawCaption(state: Tableau, live: boolean): void {
    const wanted = state.caption?.id ?? null;
    if (wanted === this.captionShown) return;
    this.captionShown = wanted;
    this.caption.removeAll(true);
    if (!state.caption) return;
    const { scene } = this.setting;
    const width = this.cardWidth;
    const { name } = state.caption;
    const line = sentences(scene, state.caption.text, 50, width - 92, false);
    const body = balanced(fitted(scene, 142, 0, line, { size: 50, width: width - 92, height: 250 * comfort().scale, least: 40, leading: 4 }));
    const tab = name ? sized(38) - 12 : 0;
    const height = Math.max(150, body.height + 52 + tab);
    const top = HEIGHT - 6 - hintHeight() - height;
    body.setY(top + (height - body.height) / 2 + tab / 2);
    this.caption.add([panel(scene, 96, top, width, height, { fill: '#FFFDF8', corners: bubble(36), shadow: 'high' }), body]);
    if (name)
      this.caption.add(
        pill(scene, 136, top - sized(38), name[0]?.toUpperCase() + name.slice(1), {
          ground: colours.brand,
          colour: '#FFFFFF',
          size: 38,
          heading: true,
        }),
      );
    if (!live) return;
    this.caption.setAlpha(0);
    if (!this.setting.still) this.caption.y = 24;
    glide(this.setting, this.caption, { y: 0, alpha: 1 }, 320);
  }

  private drawBars(state: Tableau, live: boolean): void {
    if ((this.bars?.shown ?? null) === state.bars) return;
    this.bars?.card.destroy();
    this.bars = null;
    glide(this.setting, this.cast, { alpha: state.bars ? 0 : 1 }, live ? 240 : 1);
    if (!state.bars) return;
    const card = barsCard(this.setting, state.bars, this.cardWidth, live).setPosition(96, 190);
    this.bars = { shown: state.bars, card };
    this.root.addAt(card, this.root.getIndex(this.caption));
    if (live) glide(this.setting, card.setAlpha(0), { alpha: 1 }, 420);
  }

  private drawHint(state: Tableau): void {
    const held = !state.done && this.story.playhead.since === null;
    const wanted = state.done ? 'next' : held ? 'held' : '';
    if (wanted === this.hintShown) return;
    this.hintShown = wanted;
    this.hint.removeAll(true);
    if (wanted === '') return;
    const { scene } = this.setting;
    const name = wanted === 'next' ? 'arrow-right' : 'pause';
    const right = 96 + this.cardWidth;
    this.hint.add(
      pill(
        scene,
        right,
        HEIGHT - 2 - hintHeight(),
        text(wanted === 'next' ? 'scene.next' : 'scene.held'),
        { ground: colours.cream, colour: colours.ink2, size: 36, height: 50, padding: 22, icon: iconKey(name, colours.ink2) },
        'right',
      ),
    );
    this.hint.setAlpha(0);
    glide(this.setting, this.hint, { alpha: 1 }, 400);
  }

  /** Everything but the phone goes dark, and a slow light breathes behind it. No clock: waiting is the point. */
  private drawSilence(state: Tableau, live: boolean): void {
    const on = state.silence?.mirror === true;
    if (on === this.alone) return;
    this.alone = on;
    const { scene, still } = this.setting;
    scene.tweens.killTweensOf([this.dark, this.glow, this.hush]);
    scene.tweens.add({ targets: this.dark, alpha: on ? 0.93 : 0, duration: live ? 900 : 1 });
    this.caption.setVisible(!on);
    this.phones.stand(on, live);
    this.hush.removeAll(true).setAlpha(0);
    if (!on) {
      scene.tweens.add({ targets: this.glow, alpha: 0, duration: 400 });
      return;
    }
    this.glow.setX(WIDTH / 2 + 300);
    if (still) scene.tweens.add({ targets: this.glow, alpha: 0.5, duration: 150 });
    else scene.tweens.add({ targets: this.glow, alpha: { from: 0.22, to: 0.6 }, duration: 3600, yoyo: true, repeat: -1, ease: 'Sine.easeInOut' });
    const owner = state.chat?.owner?.name;
    const first = fitted(scene, 116, 330, state.seen?.text ?? state.silence?.text ?? '', {
      size: 100,
      heading: true,
      colour: colours.cream,
      width: 740,
      height: 240,
      least: 56,
    });
    const below = [...(state.seen ? [state.silence?.text ?? ''] : []), ...(owner ? [text('scene.mirror', { name: owner })] : [])];
    this.hush.add([
      first,
      words(scene, 122, 350 + first.height, below.join('\n'), { size: sized(46), colour: colours.mist, width: 700, leading: 14 }),
    ]);
    glide(this.setting, this.hush, { alpha: 1 }, 900);
  }
}

const hintHeight = () => Math.round((sized(36) * 50) / 36);

interface Spot {
  x: number;
  y: number;
  scale: number;
}
function stance(standing: Standing, count: number, width: number): Spot {
  const share = count === 1 ? 0.54 : { left: 0.27, centre: 0.52, right: 0.77 }[standing.at];
  const narrow = width < WIDTH;
  const scale = count === 1 ? 1 : count === 2 ? (narrow ? 0.84 : 0.96) : narrow ? 0.66 : 0.86;
  // Small figures stand further back, so that the caption leaves their faces free.
  return { x: Math.round(width * share), y: scale < 0.7 ? FLOOR - 64 : FLOOR, scale };
}

/** Darkens the ground where captions stand, in the light of the hour. */
function foreground(scene: Phaser.Scene, light: SceneView['light']): string {
  const key = `foreground ${light}`;
  if (scene.textures.exists(key)) return key;
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = 330;
  const pen = canvas.getContext('2d');
  const [r, g, b, strength] = { day: [120, 84, 40, 0.34], dusk: [58, 34, 60, 0.62], night: [20, 18, 46, 0.92] }[light] as [
    number,
    number,
    number,
    number,
  ];
  if (pen) {
    const shade = pen.createLinearGradient(0, 0, 0, 330);
    shade.addColorStop(0, `rgba(${r},${g},${b},0)`);
    shade.addColorStop(1, `rgba(${r},${g},${b},${strength})`);
    pen.fillStyle = shade;
    pen.fillRect(0, 0, WIDTH, 330);
  }
  scene.textures.addCanvas(key, canvas);
  return key;
}

export function halo(scene: Phaser.Scene): string {
  const key = 'halo';
  if (scene.textures.exists(key)) return key;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1400;
  const pen = canvas.getContext('2d');
  if (pen) {
    const light = pen.createRadialGradient(700, 700, 120, 700, 700, 700);
    light.addColorStop(0, 'rgba(255,201,138,.95)');
    light.addColorStop(0.5, 'rgba(197,138,154,.4)');
    light.addColorStop(1, 'rgba(42,39,82,0)');
    pen.fillStyle = light;
    pen.fillRect(0, 0, 1400, 1400);
  }
  scene.textures.addCanvas(key, canvas);
  return key;
}
