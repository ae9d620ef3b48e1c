import type * as Phaser from 'phaser';
import { boardColours, colours } from '../../../art/tokens.ts';
import { position, type SceneView } from '../../../protocol/scene.ts';
import type { StageScreen, StageView } from '../../../protocol/views/stage.ts';
import { sized } from '../../board/display-settings.ts';
import { glide, HEIGHT, iconKey, iconOf, placeKey, type Screen, type Setting, screenOf, setOf, smallFace, WIDTH } from '../../board/screen.ts';
import type { Company } from '../../cues/acting.ts';
import type { Cue } from '../../cues/director.ts';
import { type Tableau, tableau, withPhone } from '../../cues/tableau.ts';
import { Ambience, ambienceNeeds } from '../../figures/ambience.ts';
import { castNeeds } from '../../figures/cast.ts';
import { fitted, pill, tone, translucent, words } from '../../figures/paint.ts';
import type { Drawn } from '../../figures/textures.ts';
import { t } from '../../text/texts.ts';
import { barsCard } from './bars.ts';
import { captionCard, cardWidth, freeAbove, hintHeight } from './caption.ts';
import { companyNeeds, Players } from './company.ts';
import { handsetIcons, handsetPlace } from './handset.ts';
import { Phones, phonesEdge } from './phones.ts';
import { emojiOf } from './reaction.ts';
import { tileNeeds } from './tile.ts';

type Story = Extract<StageScreen, { kind: 'scene' }>;
const SKY = { day: 'sun', dusk: 'sun', night: 'moon' } as const;

function needs(scene: SceneView, company: Company | null) {
  const small = scene.beats.flatMap((beat) =>
    beat.kind === 'message' || beat.kind === 'voice' || beat.kind === 'typing' || beat.kind === 'tile' ? [smallFace(beat.person.look)] : [],
  );
  const emojis = scene.beats.flatMap((beat) => (beat.kind === 'react' ? [emojiOf(beat.emoji)] : []));
  return {
    cast: companyNeeds(scene, company),
    place: setOf(scene.place, scene.light),
    others: [
      ...small,
      ...emojis,
      ...ambienceNeeds(scene.place, scene.light, scene.weather),
      ...handsetIcons(),
      ...tileNeeds(scene.beats.flatMap((beat) => (beat.kind === 'tile' ? [beat.tile] : []))),
      iconOf(SKY[scene.light], colours.glow),
      iconOf('arrow-right', colours.ink2),
      iconOf('pause', colours.ink2),
    ],
  };
}

/** The pictures of the whole story, as far as they are known before it begins: the first place, then the people. */
export function* storyNeeds({ opens, cast }: StageView): Generator<Drawn> {
  const [first, ...rest] = cast;
  if (first) yield* castNeeds(first.look, first.emotions, first.poses);
  if (opens) yield* [setOf(opens.place, opens.light), ...ambienceNeeds(opens.place, opens.light, null)];
  for (const { look, emotions, poses } of rest) yield* castNeeds(look, emotions, poses);
}

export async function openStory(setting: Setting, view: StageView, animate: boolean, cues: Cue[]): Promise<Screen> {
  const company = cues.findLast((cue) => cue.cue === 'company') ?? null;
  const { cast, place, others } = needs(screenOf(view, 'scene').scene, company);
  await setting.textures.load([...cast, place, ...others]);
  return new StoryScreen(
    setting,
    view,
    animate,
    animate ? company : null,
    [place, ...cast].map(({ key }) => key),
  );
}

class StoryScreen implements Screen {
  readonly root: Phaser.GameObjects.Container;
  readonly keeps: string[];
  private readonly setting: Setting;
  private story: Story;
  /** The phone has the right side. */
  private readonly narrow: boolean;
  private readonly players: Players;
  private readonly ambience: Ambience;
  readonly seamless: boolean;
  private readonly caption: Phaser.GameObjects.Container;
  private readonly hint: Phaser.GameObjects.Container;
  private readonly dark: Phaser.GameObjects.Rectangle;
  private readonly glow: Phaser.GameObjects.Image;
  private readonly hush: Phaser.GameObjects.Container;
  private readonly phones: Phones;
  private bars: { shown: Tableau['bars']; card: Phaser.GameObjects.Container } | null = null;
  private captionShown: string | null = null;
  private hintShown = '';
  private silent = false;
  private split = false;
  private drawn = '';

  constructor(setting: Setting, view: StageView, animate: boolean, company: Company | null, keeps: string[]) {
    this.keeps = keeps;
    this.setting = setting;
    this.story = screenOf(view, 'scene');
    this.narrow = withPhone(this.story.scene);
    const { scene } = setting;
    const { place, light, weather, time, beats } = this.story.scene;
    this.seamless = company?.same === true && !setting.still;
    const state = tableau(this.story.scene, position(this.story.playhead, setting.now()));
    this.edge = phonesEdge(state);
    this.ambience = new Ambience(setting, place, light, weather, time);
    const backdrop = scene.add.image(0, 0, placeKey(place, light)).setOrigin(0).setDisplaySize(WIDTH, HEIGHT);
    const set = scene.add.container(0, 0, [backdrop, this.ambience.root]);
    this.players = new Players(setting, { width: this.narrow ? this.peopleWidth : WIDTH, clear: this.clear }, set, light);
    this.caption = scene.add.container(0, 0);
    this.hint = scene.add.container(0, 0);
    this.hush = scene.add.container(0, 0);
    this.dark = scene.add.rectangle(0, 0, WIDTH, HEIGHT, tone(boardColours.dark)).setOrigin(0).setAlpha(0);
    const phone = handsetPlace();
    this.glow = scene.add.image(phone.x + phone.width / 2, HEIGHT / 2, halo(scene)).setAlpha(0);
    this.root = scene.add.container(0, 0, [this.players.world, scene.add.image(0, HEIGHT, foreground(scene, light)).setOrigin(0, 1)]);
    if (time !== null) {
      // A second phone may come later: the hour stays beside both.
      const widest = handsetPlace(beats.some((beat) => beat.kind === 'split') ? 'second' : 'alone').x - 112;
      const style = { ground: boardColours.hour, colour: colours.cream, icon: iconKey(SKY[light], colours.glow) };
      this.root.add(pill(scene, 96, 64, time, this.narrow ? { ...style, widest, padding: 22 } : style));
    }
    this.phones = new Phones(setting);
    this.root.add([this.caption, this.hint, this.dark, this.glow, this.hush, this.phones.root]);
    this.players.open(state, company, this.peopleWidth);
    this.draw(state, false);
    if (animate && !setting.still) glide(setting, this.caption, { alpha: 1 }, 420);
  }

  /** The left side of the phones. */
  private edge: number;
  private kept: { width: number; clear: number } | null = null;

  /** In a silence, and where two phones leave no room for anything else. */
  get alone(): boolean {
    return this.silent || this.split;
  }

  /** How wide the people have it beside the phone. */
  private get peopleWidth(): number {
    return this.edge - 16;
  }

  private get cardWidth(): number {
    return cardWidth(this.narrow ? this.edge : null);
  }

  /** Fixed for the whole scene, so that nobody moves up for one long line and down after it. */
  private get clear(): number {
    const width = this.cardWidth;
    if (this.kept?.width !== width) {
      const said = this.story.scene.beats.filter((beat) => beat.kind === 'say' || beat.kind === 'speak');
      const captions = said.map((beat) => ({ name: beat.kind === 'speak' ? beat.person.name : null, text: beat.text }));
      this.kept = { width, clear: freeAbove(this.setting.scene, width, captions) };
    }
    return this.kept.clear;
  }

  update(view: StageView): void {
    this.story = screenOf(view, 'scene');
    this.tick(this.setting.now());
  }

  tick(now: number): void {
    const state = tableau(this.story.scene, position(this.story.playhead, now));
    const held = this.story.playhead.since === null;
    const sign = `${state.newest} ${state.done} ${held}`;
    if (sign !== this.drawn) this.draw(state, true);
    else this.phones.tick(state);
    this.ambience.tick(now);
    this.players.tick(now, held ? null : position(this.story.playhead, now));
  }

  private draw(state: Tableau, animate: boolean): void {
    this.drawn = `${state.newest} ${state.done} ${this.story.playhead.since === null}`;
    this.phones.show(state, animate);
    this.edge = phonesEdge(state);
    this.split = state.second !== null;
    this.players.frame = { width: this.narrow ? this.peopleWidth : WIDTH, clear: this.clear };
    if (animate) this.players.show(state, animate);
    this.drawCaption(state, animate);
    this.drawBars(state, animate);
    this.drawHint(state);
    this.drawSilence(state, animate);
  }

  private drawCaption(state: Tableau, animate: boolean): void {
    const wanted = state.caption ? `${state.caption.id} ${this.cardWidth}` : null;
    if (wanted === this.captionShown) return;
    this.captionShown = wanted;
    this.caption.removeAll(true);
    if (!state.caption) return;
    this.caption.add(captionCard(this.setting.scene, this.cardWidth, state.caption));
    if (!animate) return;
    this.caption.setAlpha(0);
    if (!this.setting.still) this.caption.y = 24;
    glide(this.setting, this.caption, { y: 0, alpha: 1 }, 320);
  }

  private drawBars(state: Tableau, animate: boolean): void {
    if ((this.bars?.shown ?? null) === state.bars) return;
    this.bars?.card.destroy();
    this.bars = null;
    glide(this.setting, this.players.cast, { alpha: state.bars ? 0 : 1 }, animate ? 240 : 1);
    if (!state.bars) return;
    const card = barsCard(this.setting, state.bars, this.cardWidth, animate).setPosition(96, 190);
    this.bars = { shown: state.bars, card };
    this.root.addAt(card, this.root.getIndex(this.caption));
    if (animate) glide(this.setting, card.setAlpha(0), { alpha: 1 }, 420);
  }

  private drawHint(state: Tableau): void {
    const held = !state.done && this.story.playhead.since === null;
    const wanted = state.done ? 'next' : held ? 'held' : '';
    const sign = `${wanted} ${this.cardWidth}`;
    if (sign === this.hintShown) return;
    this.hintShown = sign;
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
        t(wanted === 'next' ? 'scene.next' : 'scene.held'),
        { ground: colours.cream, colour: colours.ink2, size: 36, height: 50, padding: 22, icon: iconKey(name, colours.ink2) },
        'right',
      ),
    );
    this.hint.setAlpha(0);
    glide(this.setting, this.hint, { alpha: 1 }, 400);
  }

  /** Everything but the phone goes dark, and a slow light breathes behind it. No clock: waiting is the point. */
  private drawSilence(state: Tableau, animate: boolean): void {
    const on = state.silence?.mirror === true;
    if (on === this.silent) return;
    this.silent = on;
    const { scene, still } = this.setting;
    scene.tweens.killTweensOf([this.dark, this.glow, this.hush]);
    scene.tweens.add({ targets: this.dark, alpha: on ? 0.93 : 0, duration: animate ? 900 : 1 });
    this.caption.setVisible(!on);
    this.phones.alone(on, animate);
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
    const below = [...(state.seen ? [state.silence?.text ?? ''] : []), ...(owner ? [t('scene.mirror', { name: owner })] : [])];
    this.hush.add([
      first,
      words(scene, 122, 350 + first.height, below.join('\n'), { size: sized(46), colour: colours.mist, width: 700, leading: 14 }),
    ]);
    glide(this.setting, this.hush, { alpha: 1 }, 900);
  }
}

const FOREGROUNDS: Record<SceneView['light'], { colour: string; strength: number }> = {
  day: { colour: boardColours.foregroundDay, strength: 0.34 },
  dusk: { colour: boardColours.foregroundDusk, strength: 0.62 },
  night: { colour: boardColours.foregroundNight, strength: 0.92 },
};

/** Darkens the ground where captions stand, in the light of the hour. */
function foreground(scene: Phaser.Scene, light: SceneView['light']): string {
  const key = `foreground ${light}`;
  if (scene.textures.exists(key)) return key;
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = 330;
  const pen = canvas.getContext('2d');
  const { colour, strength } = FOREGROUNDS[light];
  if (pen) {
    const shade = pen.createLinearGradient(0, 0, 0, 330);
    shade.addColorStop(0, translucent(colour, 0));
    shade.addColorStop(1, translucent(colour, strength));
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
    light.addColorStop(0, translucent(colours.apricot, 0.95));
    light.addColorStop(0.5, translucent(colours.dusk, 0.4));
    light.addColorStop(1, translucent(colours.night2, 0));
    pen.fillStyle = light;
    pen.fillRect(0, 0, 1400, 1400);
  }
  scene.textures.addCanvas(key, canvas);
  return key;
}
