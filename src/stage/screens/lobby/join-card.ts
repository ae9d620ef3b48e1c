import type * as Phaser from 'phaser';
import { colours } from '../../../art/tokens.ts';
import { CODE_LENGTH } from '../../../protocol/identity.ts';
import type { StageView } from '../../../protocol/views/stage.ts';
import { leadsHereOnly } from '../../../ui/addresses.ts';
import { qrModules } from '../../../ui/qr.ts';
import { iconKey } from '../../board/screen.ts';
import { bubble, fitted, panel, words } from '../../figures/paint.ts';
import { t } from '../../text/texts.ts';

export const CARD = { x: 1128, y: 40, width: 728, height: 712 };

/** How to join: the code to scan or to type, or the note that the class does without phones today. */
export class JoinCard {
  readonly root: Phaser.GameObjects.Container;
  private readonly scene: Phaser.Scene;
  private shown = '';

  constructor(scene: Phaser.Scene) {
    this.scene = scene;
    this.root = scene.add.container(0, 0);
  }

  show(view: StageView): void {
    const shown = view.mode === 'hands' ? 'hands' : `${view.join.url} ${view.join.text} ${view.code}`;
    if (shown === this.shown) return;
    this.shown = shown;
    const { scene } = this;
    const middle = CARD.x + CARD.width / 2;
    this.root.removeAll(true);
    this.root.add(panel(scene, CARD.x, CARD.y, CARD.width, CARD.height, { fill: colours.card, corners: bubble(40), shadow: 'high' }));
    if (view.mode === 'hands') return this.drawHands(middle);
    const tiles = this.tiles(view.code, middle);
    const goto = words(scene, 0, 532, t('lobby.goto'), { size: 38, colour: colours.ink2 }).setOrigin(0, 0.5);
    const address = fitted(scene, 0, 532, view.join.text, {
      size: 38,
      weight: 700,
      width: 640 - goto.width,
      height: 70,
      least: 26,
      fixed: true,
    }).setOrigin(0, 0.5);
    goto.setX(middle - (goto.width + address.width + 4) / 2);
    address.setX(goto.x + goto.width + 4);
    const scan = leadsHereOnly(view.join.url) ? t('join.hereOnly') : t('lobby.scan');
    this.root.add([
      fitted(scene, middle, 76, scan, { size: 42, weight: 700, width: 660, height: 60, least: 26 }).setOrigin(0.5),
      qrPicture(scene, middle, 308, view.join.url, 420),
      goto,
      address,
      ...tiles,
    ]);
  }

  /** The code to type, in threes where it is the long one. */
  private tiles(code: string, middle: number): Phaser.GameObjects.GameObject[] {
    const between = (index: number) => (index === 0 ? 0 : code.length > CODE_LENGTH && index % 3 === 0 ? 24 : 8);
    const gaps = [...code].reduce((sum, _, index) => sum + between(index), 0);
    const width = Math.min(104, Math.floor((664 - gaps) / code.length));
    let x = middle - (width * code.length + gaps) / 2;
    return [...code].flatMap((letter, index) => {
      x += between(index);
      const tile = panel(this.scene, x, 572, width, 122, { fill: colours.paper2, corners: 22 });
      x += width;
      return [tile, words(this.scene, x - width / 2, 633, letter, { size: Math.min(92, Math.round(width * 1.05)), heading: true }).setOrigin(0.5)];
    });
  }

  /** No phones today: nothing to scan. */
  private drawHands(middle: number): void {
    const { scene } = this;
    const line = (y: number, content: string, style: Parameters<typeof fitted>[4]) =>
      fitted(scene, 0, y, content, { align: 'center', ...style })
        .setOrigin(0.5, 0)
        .setX(middle);
    this.root.add([
      scene.add.image(middle, 210, iconKey('hand', colours.brand)).setDisplaySize(220, 220),
      line(350, t('lobby.hands'), { size: 72, heading: true, width: 640, height: 170, least: 48 }),
      line(540, t('lobby.handsHow'), { size: 42, colour: colours.ink2, width: 620, height: 180, least: 34 }),
    ]);
  }
}

function qrPicture(scene: Phaser.Scene, x: number, y: number, content: string, size: number): Phaser.GameObjects.Image {
  const key = `qr ${content}`;
  if (!scene.textures.exists(key)) {
    const { side, path } = qrModules(content);
    const module = Math.max(1, Math.floor(size / side));
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = module * side;
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    pen.fillStyle = colours.white;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.fillStyle = colours.ink;
    pen.scale(module, module);
    pen.fill(new Path2D(path));
    scene.textures.addCanvas(key, canvas);
  }
  return scene.add.image(x, y, key);
}
