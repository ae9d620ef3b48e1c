import type * as Phaser from 'phaser';
import { ballotBox, closedBallotBox, envelope } from '../../art/ballot.ts';
import { choiceColours, colours } from '../../art/tokens.ts';
import type { ChoiceFace, StageScreen, StageView, VoteFace } from '../../protocol/views.ts';
import { comfort, ground, ink, OUTLINE, sized } from '../comfort.ts';
import type { Cue } from '../director.ts';
import { readAloud } from '../narration.ts';
import { balanced, bubble, fitted, panel, pill, sentences, tone, words } from '../paint.ts';
import { badgeKey, badgeOf, face, faceKey, glide, type Screen, type Setting, WIDTH } from '../screen.ts';
import { text } from '../texts.ts';
import { drawingOf } from './tile.ts';
import { TakeYourPhone, Timer } from './timer.ts';

export type Ballot = Extract<StageScreen, { kind: 'question' | 'vote' | 'together' | 'recount' | 'too-few' | 'talk' }>;
const BAR = { x: 620, y: 998, height: 30 };

export async function openBallot(setting: Setting, view: StageView, live: boolean): Promise<Screen> {
  const { vote } = view.screen as Ballot;
  await setting.textures.load([
    ...vote.choices.map(({ letter }) => badgeOf(letter)),
    ...(vote.as ? [face(vote.as.person.look, vote.as.emotion, 'think')] : []),
    ...(vote.drawing ? [drawingOf(vote.drawing)] : []),
    { key: 'box', svg: ballotBox, width: 480 },
    { key: 'box closed', svg: closedBallotBox, width: 480 },
    { key: 'envelope', svg: envelope, width: 240 },
  ]);
  return new BallotScreen(setting, view, live);
}

/** A decision from its question until its result: the choices stay where they are, what may be done changes around them. */
class BallotScreen implements Screen {
  readonly root: Phaser.GameObjects.Container;
  private readonly setting: Setting;
  private ballot: Ballot;
  private readonly around: Phaser.GameObjects.Container;
  private timer: Timer | null = null;
  private take: TakeYourPhone | null = null;
  private progress: Progress | null = null;
  private shown = '';

  constructor(setting: Setting, view: StageView, live: boolean) {
    this.setting = setting;
    this.ballot = view.screen as Ballot;
    const { scene } = setting;
    const { vote } = this.ballot;
    this.around = scene.add.container(0, 0);
    this.root = scene.add.container(0, 0, [
      scene.add.image(0, 0, paper(scene)).setOrigin(0),
      ...portrait(scene, vote),
      ...question(scene, vote),
      ...cards(setting, vote, live),
      this.around,
    ]);
    this.draw();
  }

  update(view: StageView, cues: Cue[]): void {
    this.ballot = view.screen as Ballot;
    const dropped = cues.find((cue) => cue.cue === 'ballot');
    this.draw();
    if (this.ballot.kind === 'vote') this.progress?.show(this.ballot.answered, this.ballot.seats, dropped?.count ?? 0);
  }

  tick(now: number): void {
    const { ballot } = this;
    if (ballot.kind === 'vote' && now >= ballot.opensAt && this.take) this.draw();
    this.take?.tick(now);
    this.timer?.tick(now);
  }

  private draw(): void {
    const { ballot, setting } = this;
    const { scene } = setting;
    const waiting = ballot.kind === 'vote' && setting.now() < ballot.opensAt;
    const clock =
      ballot.kind === 'vote'
        ? `${ballot.deadline} ${ballot.opensAt} ${ballot.seats}`
        : ballot.kind === 'talk'
          ? ballot.until
          : ballot.kind === 'recount'
            ? `${ballot.seats} ${ballot.headCount}`
            : '';
    const sign = `${ballot.kind} ${ballot.vote.round} ${waiting} ${clock}`;
    if (sign === this.shown) return;
    this.shown = sign;
    this.around.removeAll(true);
    this.timer = this.take = this.progress = null;
    const later = ballot.vote.held ? ` ${text('vote.held')}` : '';
    const instruction =
      ballot.kind === 'vote'
        ? text(ballot.deadline === null ? 'vote.chooseUntimed' : 'vote.choose')
        : ballot.kind === 'question'
          ? text(readAloud(ballot.asked))
          : null;
    if (instruction !== null) {
      const x = textLeft(ballot.vote);
      this.around.add(
        fitted(scene, x, instructionTop(ballot.vote) + 2, instruction + later, {
          size: 42,
          colour: colours.ink2,
          width: 1856 - x,
          height: 70,
          least: 34,
        }),
      );
    }
    if (ballot.kind === 'vote') {
      if (ballot.deadline !== null) this.add((this.timer = new Timer(setting, ballot.deadline, Math.max(1000, ballot.deadline - ballot.opensAt))));
      this.progress = new Progress(setting);
      this.progress.show(ballot.answered, ballot.seats, 0);
      this.add(this.progress);
      if (waiting) this.add((this.take = new TakeYourPhone(setting, ballot.opensAt)));
      return;
    }
    if (ballot.kind === 'talk') this.add((this.timer = new Timer(setting, ballot.until, ballot.seconds * 1000)));
    const notice = noticeOf(ballot);
    if (notice) this.around.add(this.notice(notice));
    glide(setting, this.around.setAlpha(0), { alpha: 1 }, 240);
  }

  private add(part: { root: Phaser.GameObjects.Container }): void {
    this.around.add(part.root);
  }

  private notice({ title, how, keys }: { title: string; how: string; keys: string | null }): Phaser.GameObjects.GameObject[] {
    const { scene } = this.setting;
    const heading = words(scene, 0, 0, title, { size: 44, heading: true, colour: '#FFFFFF' });
    const x = textLeft(this.ballot.vote);
    const y = instructionTop(this.ballot.vote) - 2;
    heading.setPosition(x + 30, y);
    const strip = panel(scene, x, y, heading.width + 60, 70, { fill: colours.brand, corners: 35 });
    const line = fitted(scene, 64, 0, how, { size: 40, weight: 600, width: keys ? 1000 : 1240, height: 108, least: 32 });
    line.setY(1006 - line.height / 2);
    const parts: Phaser.GameObjects.GameObject[] = [strip, heading, line];
    if (keys) {
      const hint = fitted(scene, 1100, 0, keys, { size: 36, colour: colours.ink2, width: 400, height: 108, least: 30 });
      parts.push(hint.setY(1006 - hint.height / 2));
    }
    return parts;
  }
}

function noticeOf(ballot: Ballot): { title: string; how: string; keys: string | null } | null {
  switch (ballot.kind) {
    case 'together':
      return { title: text('together.title'), how: text('together.how'), keys: text('together.keys') };
    case 'too-few':
      return { title: text('few.title'), how: text('few.how'), keys: text('few.keys') };
    case 'recount':
      return { title: text('recount.title'), how: text('recount.how', { seats: ballot.seats, headCount: ballot.headCount }), keys: null };
    case 'talk':
      return { title: text('talk.title'), how: text('talk.how'), keys: null };
    default:
      return null;
  }
}

const textLeft = (vote: VoteFace) => (vote.as ? 452 : 372);

function portrait(scene: Phaser.Scene, vote: VoteFace): Phaser.GameObjects.GameObject[] {
  const subject = vote.as ? faceKey(vote.as.person.look, vote.as.emotion, 'think') : vote.drawing ? drawingOf(vote.drawing).key : 'box';
  const key = `portrait ${subject}`;
  const [width, height] = vote.as ? [340, 380] : [260, 260];
  if (!scene.textures.exists(key)) {
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const pen = canvas.getContext('2d');
    if (pen) {
      pen.beginPath();
      for (const [x, y, toX, toY, corner] of [
        [width, 0, width, height, 40],
        [width, height, 0, height, 40],
        [0, height, 0, 0, 12],
        [0, 0, width, 0, 40],
      ] as const) {
        if (x === width && y === 0) pen.moveTo(40, 0);
        pen.arcTo(x, y, toX, toY, corner);
      }
      pen.closePath();
      pen.clip();
      pen.fillStyle = vote.as ? '#BFE3DC' : '#DCDBF3';
      pen.fillRect(0, 0, width, height);
      const picture = scene.textures.get(subject).getSourceImage() as HTMLCanvasElement;
      if (vote.as) pen.drawImage(picture, -53, -6, 446, (446 * picture.height) / picture.width);
      else pen.drawImage(picture, 40, 42, 180, (180 * picture.height) / picture.width);
    }
    scene.textures.addCanvas(key, canvas);
  }
  // A vote in somebody's shoes about a drawing shows both.
  const beside = vote.as && vote.drawing ? [scene.add.image(346, 374, drawingOf(vote.drawing).key).setDisplaySize(150, 150)] : [];
  return [
    panel(scene, 64, 52, width, height, { fill: '#BFE3DC', corners: [40, 40, 40, 12], shadow: 'low' }),
    scene.add.image(64, 52, key).setOrigin(0),
    ...beside,
  ];
}

/** Where the line that says what to do stands; two choices leave room for a context above it. */
const instructionTop = (vote: VoteFace) => (vote.context !== null && vote.choices.length === 2 ? 404 : 364);

function question(scene: Phaser.Scene, vote: VoteFace): Phaser.GameObjects.GameObject[] {
  const x = textLeft(vote);
  const width = 1540 - x;
  const bare = vote.context === null;
  const heading = balanced(
    fitted(scene, x - 4, bare ? 144 : 138, sentences(scene, vote.question, bare ? 84 : 72, width), {
      size: bare ? 84 : 72,
      heading: true,
      width,
      height: bare ? 216 : 152,
      least: 44,
    }),
  );
  const parts = [
    heading,
    pill(scene, x, 62 - (sized(36) - 36) * 1.45, vote.as?.text ?? text('vote.everyone'), { ground: colours.ink, colour: colours.cream, padding: 26 }),
  ];
  if (vote.context === null) return parts;
  const y = heading.y + heading.height + 2;
  const room = { width, height: instructionTop(vote) - 6 - y };
  return [...parts, balanced(fitted(scene, x, y, vote.context, { size: 42, weight: 600, ...room, least: 32, leading: 0 }))];
}

function cards(setting: Setting, vote: VoteFace, live: boolean): Phaser.GameObjects.Container[] {
  const { scene } = setting;
  const count = vote.choices.length;
  return vote.choices.map((choice, index) => {
    const [x, y, width, height] =
      count === 2
        ? [64 + index * 910, 508, 882, 392]
        : count === 3
          ? [64, 466 + index * 162, 1792, 146]
          : [64 + (index % 2) * 910, 470 + Math.floor(index / 2) * 244, 882, 218];
    const card = choiceCard(scene, choice, x as number, y as number, width as number, height as number);
    if (live) {
      card.setAlpha(0);
      if (!setting.still) card.y += 40;
      glide(setting, card, { y: y as number, alpha: 1 }, 420, { delay: 150 + index * 90 });
    }
    return card;
  });
}

export function choiceCard(
  scene: Phaser.Scene,
  choice: ChoiceFace,
  x: number,
  y: number,
  width: number,
  height: number,
): Phaser.GameObjects.Container {
  const band = height > 300 ? 230 : 176;
  const badgeSize = height > 300 ? 164 : height < 180 ? 108 : 128;
  const size = height > 300 ? 58 : 49;
  const room = { width: width - band - 74, height: height - 24 };
  const label = balanced(fitted(scene, band + 34, 0, choice.text, { size, weight: 600, ...room, least: 36, leading: 2 }));
  label.setY((height - label.height) / 2);
  return scene.add.container(x, y, [
    panel(scene, 0, 0, width, height, {
      fill: colours.card,
      corners: bubble(32),
      shadow: 'low',
      band: { width: band, fill: choiceColours[choice.letter].tint },
    }),
    scene.add.image(band / 2, height / 2, badgeKey(choice.letter)).setDisplaySize(badgeSize, badgeSize),
    label,
  ]);
}

/** How many have answered, never what. An envelope drops into the box for each. */
class Progress {
  readonly root: Phaser.GameObjects.Container;
  private readonly setting: Setting;
  private readonly label: Phaser.GameObjects.Text;
  private readonly bar: Phaser.GameObjects.Graphics;
  private readonly box: Phaser.GameObjects.Image;
  private filled = 0;
  /** The bar begins where the longest label so far ends. */
  private left = BAR.x;

  constructor(setting: Setting) {
    this.setting = setting;
    const { scene } = setting;
    this.box = scene.add.image(108, 1008, 'box').setDisplaySize(88, 82);
    this.label = words(scene, 172, 1012, '', { size: 40, weight: 700 }).setOrigin(0, 0.5);
    this.bar = scene.add.graphics();
    this.root = scene.add.container(0, 0, [this.bar, this.box, this.label]);
  }

  show(answered: number, seats: number, dropped: number): void {
    const share = seats === 0 ? 0 : Math.min(1, answered / seats);
    const almost = share > 0.8;
    this.label.setText(
      seats > 0 && answered >= seats ? text('vote.all') : almost ? text('vote.almost') : text('vote.answered', { count: answered, seats }),
    );
    this.left = Math.max(this.left, this.label.x + this.label.width + 30);
    const target = almost && answered < seats ? Math.max(0.9, this.filled) : share;
    const from = this.filled;
    this.filled = target;
    if (this.setting.still || from === target) this.drawBar(target);
    else
      this.setting.scene.tweens.addCounter({
        from,
        to: target,
        duration: 420,
        ease: 'Cubic.easeOut',
        onUpdate: (tween) => {
          if (this.bar.active) this.drawBar(tween.getValue() ?? target);
        },
      });
    if (this.setting.still) return;
    for (let one = 0; one < Math.min(dropped, this.setting.plain ? 1 : 4); one += 1) this.drop(one * 120);
  }

  private drop(delay: number): void {
    const { scene } = this.setting;
    const letter = scene.add.image(-60, 964, 'envelope').setDisplaySize(76, 53).setAlpha(0);
    this.root.addAt(letter, 1);
    scene.tweens.add({
      targets: letter,
      alpha: { from: 1, to: 1 },
      x: 108,
      y: 984,
      duration: 380,
      delay,
      ease: 'Quad.easeIn',
      onComplete: () => letter.destroy(),
    });
  }

  private drawBar(share: number): void {
    const width = 1200 - this.left;
    this.bar
      .clear()
      .fillStyle(tone(ground('#EADFC8')))
      .fillRoundedRect(this.left, BAR.y, width, BAR.height, 15);
    if (comfort().contrast) this.bar.lineStyle(4, tone(OUTLINE)).strokeRoundedRect(this.left, BAR.y, width, BAR.height, 15);
    if (share > 0.02) this.bar.fillStyle(tone(ink(colours.brand))).fillRoundedRect(this.left, BAR.y, Math.max(30, width * share), BAR.height, 15);
  }
}

/** Two tones of paper with a soft hill between them. */
export function paper(scene: Phaser.Scene): string {
  const { contrast } = comfort();
  const key = contrast ? 'paper dark' : 'paper';
  if (scene.textures.exists(key)) return key;
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = 1080;
  const pen = canvas.getContext('2d');
  if (pen) {
    pen.fillStyle = contrast ? '#000000' : colours.paper;
    pen.fillRect(0, 0, WIDTH, 1080);
    pen.fillStyle = contrast ? colours.night : '#F3E7CE';
    pen.fill(new Path2D('M0 0H1920V300C1500 360 900 250 0 330Z'));
  }
  scene.textures.addCanvas(key, canvas);
  return key;
}
