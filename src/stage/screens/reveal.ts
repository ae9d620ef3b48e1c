import type * as Phaser from 'phaser';
import { ballotBox, closedBallotBox, envelope, openEnvelope, pile } from '../../art/ballot.ts';
import { choiceColours, colours } from '../../art/tokens.ts';
import type { Band } from '../../protocol/released.ts';
import type { ChoiceFace, StageScreen, StageView } from '../../protocol/views.ts';
import { comfort } from '../comfort.ts';
import { type RevealStep, revealSteps } from '../director.ts';
import { balanced, bubble, fitted, panel, pill, words } from '../paint.ts';
import { badgeKey, badgeOf, face, faceKey, glide, HEIGHT, type Screen, type Setting, WIDTH } from '../screen.ts';
import { text } from '../texts.ts';
import { choiceCard } from './ballot.ts';
import { halo } from './story.ts';

export type Reveal = Extract<StageScreen, { kind: 'reveal' }>;
const FLOOR = 966;
const BASE = 178;
const PILES: Record<Band, number> = { few: 0, some: 2, most: 3, 'almost-all': 4 };
const DECIDED = {
  class: 'reveal.path',
  hands: 'reveal.hands',
  mixed: 'reveal.mixed',
  together: 'reveal.together',
  teacher: 'reveal.teacher',
  'what-if': 'reveal.whatIf',
} as const;

export async function openReveal(setting: Setting, view: StageView, live: boolean): Promise<Screen> {
  const { vote } = view.screen as Reveal;
  await setting.textures.load([
    ...vote.choices.map(({ letter }) => badgeOf(letter)),
    ...(vote.as ? [face(vote.as.person.look, vote.as.emotion, 'plain')] : []),
    { key: 'box', svg: ballotBox, width: 480 },
    { key: 'box closed', svg: closedBallotBox, width: 480 },
    { key: 'envelope', svg: envelope, width: 240 },
    { key: 'envelope open', svg: openEnvelope, width: 520 },
    { key: 'pile', svg: pile, width: 264 },
  ]);
  return new RevealScreen(setting, view, live);
}

class RevealScreen implements Screen {
  readonly root: Phaser.GameObjects.Container;
  private readonly setting: Setting;
  private readonly reveal: Reveal;
  private readonly steps: readonly RevealStep[];
  private readonly began: number;
  private taken = -1;
  private readonly stage: Phaser.GameObjects.Container;
  private readonly columns: Column[] = [];

  constructor(setting: Setting, view: StageView, live: boolean) {
    this.setting = setting;
    this.reveal = view.screen as Reveal;
    this.steps = revealSteps(this.reveal);
    this.began = live ? performance.now() : Number.NEGATIVE_INFINITY;
    const { scene } = setting;
    this.stage = scene.add.container(0, 0);
    this.root = scene.add.container(0, 0, [this.counted ? this.ground() : this.night(), this.stage]);
    this.tick();
  }

  get keeps(): string[] {
    const { as } = this.reveal.vote;
    return as ? [faceKey(as.person.look, as.emotion, 'plain')] : [];
  }

  update(): void {}

  tick(): void {
    const passed = performance.now() - this.began;
    const last = this.steps.length - 1;
    if (passed === Number.POSITIVE_INFINITY && this.taken < last) {
      this.taken = last;
      this.play('shown', false);
      return;
    }
    while (this.taken < last && passed >= (this.steps[this.taken + 1]?.at ?? 0)) {
      this.taken += 1;
      const step = this.steps[this.taken];
      if (step) this.play(step.step, true);
    }
  }

  private get counted(): boolean {
    const shown = this.reveal.released?.shown;
    return shown === 'numbers' || shown === 'bands';
  }

  private play(step: RevealStep['step'], live: boolean): void {
    const { sounds } = this.setting;
    if (step === 'close') this.close();
    else if (step === 'shuffle') {
      this.shuffle();
      sounds.play('husselen');
    } else if (step === 'grow') this.grow(true);
    else if (step === 'open') this.open();
    else if (step === 'breath') this.breath();
    else this.counted ? this.finish(live) : this.chosen(live);
  }

  // ---------- columns ----------

  private ground(): Phaser.GameObjects.Container {
    const { scene } = this.setting;
    const { vote } = this.reveal;
    return scene.add.container(0, 0, [
      scene.add.image(0, 0, ground(scene)).setOrigin(0),
      words(scene, 70, 48, text('reveal.class'), { size: 96, heading: true }),
      fitted(scene, 72, 168, vote.question, { size: 44, colour: colours.ink2, width: 1170, height: 116, least: 36 }),
    ]);
  }

  private close(): void {
    const { scene } = this.setting;
    const x = this.counted ? 660 : WIDTH / 2;
    const lid = scene.add.image(x, 640, 'box').setDisplaySize(420, 392);
    this.stage.add(lid);
    scene.time.delayedCall(350, () => {
      if (lid.active) lid.setTexture('box closed').setDisplaySize(420, 392);
    });
  }

  /** 1.2 s, the same for every class: what comes out has no order that belongs to anyone. */
  private shuffle(): void {
    const { scene, still, plain } = this.setting;
    this.stage.add(words(scene, 660, 900, text('reveal.shuffling'), { size: 40, weight: 600, colour: colours.ink2 }).setOrigin(0.5));
    if (still) return;
    for (let index = 0; index < (plain ? 5 : 9); index += 1) {
      const letter = scene.add.image(660, 520, 'envelope').setDisplaySize(130, 90).setAlpha(0);
      this.stage.addAt(letter, 0);
      const angle = (index / (plain ? 5 : 9)) * Math.PI * 2;
      scene.tweens.add({
        targets: letter,
        alpha: { from: 1, to: 1 },
        x: 660 + Math.cos(angle) * 250,
        y: 420 + Math.sin(angle) * 110,
        angle: index % 2 ? 40 : -40,
        duration: 300,
        delay: index * 50,
        yoyo: true,
        hold: 100,
        ease: 'Sine.easeInOut',
        onComplete: () => letter.destroy(),
      });
    }
  }

  private grow(live: boolean): void {
    const { scene } = this.setting;
    this.stage.removeAll(true);
    const { choices } = this.reveal.vote;
    const width = 276;
    const step = choices.length > 3 ? 300 : choices.length === 3 ? 384 : 500;
    const start = 660 - (step * (choices.length - 1)) / 2 - width / 2;
    this.stage.add(scene.add.rectangle(660, FLOOR + 6, 1180, 6, 0xe2d3b2).setRounded(3));
    choices.forEach((choice, index) => {
      const column = new Column(this.setting, this.reveal, choice, start + index * step, width + (choices.length < 4 ? 60 : 0), live);
      this.columns.push(column);
      this.stage.add(column.root);
    });
    this.stage.add(
      fitted(scene, 660, 1026, text('reveal.anonymous'), { size: 36, colour: colours.ink2, width: 1200, height: 50, least: 30 }).setOrigin(0.5),
    );
    if (live) this.setting.sounds.play('stapel-landt');
  }

  private finish(live: boolean): void {
    if (this.columns.length === 0) this.grow(false);
    const { scene } = this.setting;
    const { vote, path } = this.reveal;
    const side = scene.add.container(0, 0);
    if (vote.as)
      side.add(
        scene.add
          .image(1614, 140, faceKey(vote.as.person.look, vote.as.emotion, 'plain'))
          .setOrigin(0.5, 0)
          .setScale(0.87),
      );
    else side.add(scene.add.image(1614, 430, badgeKey(path.letter)).setDisplaySize(320, 320));
    const label = balanced(fitted(scene, 1384, 0, path.text, { size: 46, weight: 600, width: 428, height: 236, least: 36, leading: 2 }));
    const height = label.height + 152;
    const top = HEIGHT - 56 - height;
    label.setY(top + 116);
    side.add([
      panel(scene, 1330, top, 526, height, { fill: '#FFFDF8', corners: bubble(36), shadow: 'high' }),
      scene.add.image(1424, top + 66, badgeKey(path.letter)).setDisplaySize(84, 84),
      fitted(scene, 1486, top + 66, text('reveal.next'), {
        size: 36,
        weight: 700,
        colour: colours.ink2,
        width: 350,
        height: 96,
        least: 30,
      }).setOrigin(0, 0.5),
      label,
    ]);
    this.root.add(side);
    if (!live) return;
    side.setAlpha(0);
    glide(this.setting, side, { alpha: 1 }, 700);
  }

  // ---------- only the path ----------

  private night(): Phaser.GameObjects.Container {
    const { scene } = this.setting;
    return scene.add.container(0, 0, [
      scene.add.rectangle(0, 0, WIDTH, HEIGHT, 0x1c1a3a).setOrigin(0),
      scene.add.image(WIDTH / 2, 560, halo(scene)).setAlpha(0.5),
    ]);
  }

  private open(): void {
    const { scene, still } = this.setting;
    this.stage.removeAll(true);
    const letter = scene.add.image(WIDTH / 2, 560, 'envelope').setDisplaySize(420, 293);
    this.stage.add([letter, words(scene, WIDTH / 2, 900, text('reveal.opening'), { size: 44, weight: 600, colour: colours.mist }).setOrigin(0.5)]);
    if (!still) {
      letter.y = 640;
      scene.tweens.add({ targets: letter, y: 560, duration: 700, ease: 'Cubic.easeOut' });
    }
    scene.time.delayedCall(720, () => {
      if (letter.active) letter.setTexture('envelope open').setDisplaySize(420, 449).setY(500);
    });
  }

  /** One held breath: nothing moves but the light. */
  private breath(): void {
    const { scene, still } = this.setting;
    if (still) return;
    const light = scene.add.image(WIDTH / 2, 500, halo(scene)).setAlpha(0);
    this.stage.addAt(light, 0);
    scene.tweens.add({ targets: light, alpha: 0.7, duration: 800, yoyo: true, ease: 'Sine.easeInOut' });
  }

  private chosen(live: boolean): void {
    const { scene } = this.setting;
    const { by, path, vote } = this.reveal;
    this.stage.removeAll(true);
    const card = scene.add.container(0, 0, [
      words(scene, WIDTH / 2, 210, text(DECIDED[by]), { size: 96, heading: true, colour: colours.cream }).setOrigin(0.5),
      fitted(scene, WIDTH / 2, 320, vote.question, { size: 44, colour: colours.mist, width: 1500, height: 70, least: 34, align: 'center' }).setOrigin(
        0.5,
      ),
      choiceCard(scene, path, 410, 430, 1100, 320),
      pill(scene, WIDTH / 2, 830, text('reveal.next'), { ground: colours.night2, colour: colours.cream, size: 40 }, 'centre'),
    ]);
    this.stage.add(card);
    if (!live) return;
    card.setAlpha(0);
    glide(this.setting, card, { alpha: 1 }, 420);
  }
}

/** A choice with its envelopes: one a vote where numbers may be shown, else one of four fixed heights with its word. */
class Column {
  readonly root: Phaser.GameObjects.Container;

  constructor(setting: Setting, reveal: Reveal, choice: ChoiceFace, x: number, width: number, live: boolean) {
    const { scene } = setting;
    const { ground: fill, text: colour } = choiceColours[choice.letter];
    const { released } = reveal;
    const left = x - (width - 276) / 2;
    const middle = x + 138;
    this.root = scene.add.container(0, 0);
    const most = released?.shown === 'numbers' ? Math.max(1, ...Object.values(released.counts)) : 4;
    const letters = released?.shown === 'numbers' ? (released.counts[choice.id] ?? 0) : 0;
    const piles = released?.shown === 'bands' ? PILES[released.bands[choice.id] ?? 'few'] : 0;
    const rise = released?.shown === 'numbers' ? Math.min(44, 330 / most) : 98;
    const count = released?.shown === 'numbers' ? letters : piles;
    for (let index = 0; index < count; index += 1) {
      const sway = (index % 2 ? 7 : -5) * (released?.shown === 'numbers' ? 0.6 : 1);
      const y = FLOOR - BASE - 50 - index * rise;
      const one = scene.add.image(middle + sway, y, released?.shown === 'numbers' ? 'envelope' : 'pile');
      one.setDisplaySize(released?.shown === 'numbers' ? 150 : 228, released?.shown === 'numbers' ? 105 : 128);
      this.root.add(one);
      // All columns take the same time, so that none is known before the others.
      if (live) {
        const at = ((index + 1) / Math.max(1, count)) * 1300;
        one.setAlpha(0);
        if (!setting.still) one.y = y - 60;
        glide(setting, one, { y, alpha: 1 }, 220, { delay: setting.still ? 0 : at });
      }
    }
    const word =
      released?.shown === 'numbers' ? String(letters) : released?.shown === 'bands' ? text(`band.${released.bands[choice.id] ?? 'few'}`) : '';
    const top = FLOOR - BASE - (count === 0 ? 20 : 50 + (count - 1) * rise + 62);
    const label = fitted(scene, middle, top, word, {
      size: released?.shown === 'numbers' ? 96 : 50,
      heading: true,
      width: width + 20,
      height: 150,
      least: 40,
      align: 'center',
    }).setOrigin(0.5, 1);
    const short = fitted(scene, middle, FLOOR - 46, choice.short, {
      size: 42,
      weight: 700,
      colour,
      width: width - 24,
      height: 60,
      least: 26,
    }).setOrigin(0.5);
    this.root.add([
      label,
      panel(scene, left, FLOOR - BASE, width, BASE, { fill, corners: [22, 22, 22, 8], stroke: colours.ink, strokeWidth: 4 }),
      panel(scene, middle - 54, FLOOR - BASE + 8, 108, 96, { fill: choiceColours[choice.letter].tint, corners: 48, plain: true }),
      scene.add.image(middle, FLOOR - BASE + 56, badgeKey(choice.letter)).setDisplaySize(80, 80),
      short,
    ]);
    if (!live) return;
    label.setAlpha(0);
    glide(setting, label, { alpha: 1 }, 300, { delay: setting.still ? 100 : 1350 });
  }
}

function ground(scene: Phaser.Scene): string {
  const { contrast } = comfort();
  const key = contrast ? 'reveal ground dark' : 'reveal ground';
  if (scene.textures.exists(key)) return key;
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const pen = canvas.getContext('2d');
  if (pen) {
    pen.fillStyle = contrast ? '#000000' : colours.paper;
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    const side = new Path2D('M1300 0H1920V1080H1340C1270 760 1370 420 1300 0Z');
    pen.clip(side);
    pen.fillStyle = colours.night2;
    pen.fill(side);
    const light = pen.createRadialGradient(1610, 480, 0, 1610, 480, 420);
    light.addColorStop(0, '#FFD9A8');
    light.addColorStop(0.62, '#F3B98C');
    light.addColorStop(1, 'rgba(243,185,140,0)');
    pen.fillStyle = light;
    pen.fillRect(1190, 60, 730, 840);
  }
  scene.textures.addCanvas(key, canvas);
  return key;
}
