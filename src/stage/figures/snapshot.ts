import * as Phaser from 'phaser';

let printed = 0;

/** The area of the picture, in its own units. */
export type Area = readonly [x: number, y: number, width: number, height: number];

/**
 * Somebody of many turned parts as one upright picture on whole pixels, which a plain canvas copies several times as fast.
 * It is made again only when a part has changed.
 */
export class Print {
  readonly image: Phaser.GameObjects.Image;
  private readonly canvas = document.createElement('canvas');
  readonly area: Area;
  private sign = '';

  constructor(scene: Phaser.Scene, area: Area) {
    const key = `print ${(printed += 1)}`;
    this.area = area;
    this.canvas.width = this.canvas.height = 1;
    scene.textures.addCanvas(key, this.canvas);
    this.image = scene.add.image(0, 0, key).setOrigin(0);
    this.image.once('destroy', () => scene.textures.remove(key));
  }

  /** With a graphics card the parts move at no cost, and every new picture would have to be uploaded. */
  static helps = (scene: Phaser.Scene) => scene.sys.renderer.type === Phaser.CANVAS;

  /** `whole` as it stands in `root`, which stands on the board; raised by so many of its own units. */
  show(root: Phaser.GameObjects.Container, whole: Phaser.GameObjects.Container, rise: number): void {
    const scale = whole.scale * root.scale;
    const sign = `${scale.toFixed(3)}${signOf(whole.list)}`;
    if (sign !== this.sign) {
      this.sign = sign;
      this.draw(whole.list as Part[], scale);
    }
    const left = Math.round(root.x + (whole.x + this.area[0] * whole.scale) * root.scale);
    const top = Math.round(root.y + (whole.y + (this.area[1] - rise) * whole.scale) * root.scale);
    this.image.setPosition((left - root.x) / root.scale, (top - root.y) / root.scale).setScale(1 / root.scale);
  }

  private draw(parts: Part[], scale: number): void {
    const [x, y, width, height] = this.area;
    const [wide, high] = [Math.ceil(width * scale), Math.ceil(height * scale)];
    if (this.canvas.width !== wide || this.canvas.height !== high) {
      this.canvas.width = wide;
      this.canvas.height = high;
      this.image.frame.setSize(wide, high);
      this.image.setSizeToFrame();
    }
    const pen = this.canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.globalAlpha = 1;
    pen.clearRect(0, 0, wide, high);
    pen.setTransform(scale, 0, 0, scale, -x * scale, -y * scale);
    for (const part of parts) paint(pen, part, 1);
  }
}

type Part = Phaser.GameObjects.Container | Phaser.GameObjects.Image;
const shown = ({ visible, alpha }: Part) => visible && alpha > 0.01;

/** Half a pixel, and a fifth of a degree, is not a change. */
function signOf(parts: Phaser.GameObjects.GameObject[]): string {
  return (parts as Part[])
    .filter(shown)
    .map((part) => {
      const at = `${Math.round(part.x * 2)} ${Math.round(part.y * 2)} ${Math.round(part.angle * 5)} ${Math.round(part.alpha * 8)}`;
      return part instanceof Phaser.GameObjects.Container ? `(${at}${signOf(part.list)})` : `[${at} ${part.texture.key} ${part.frame.name}]`;
    })
    .join('');
}

function paint(pen: CanvasRenderingContext2D, part: Part, alpha: number): void {
  if (!shown(part)) return;
  pen.save();
  pen.translate(part.x, part.y);
  pen.rotate(part.rotation);
  pen.scale(part.scaleX, part.scaleY);
  const strength = alpha * part.alpha;
  if (part instanceof Phaser.GameObjects.Container) for (const inner of part.list) paint(pen, inner as Part, strength);
  else {
    const { frame } = part;
    const { x, y } = frame.canvasData as { x: number; y: number };
    pen.globalAlpha = strength;
    pen.drawImage(frame.source.image as CanvasImageSource, x, y, frame.cutWidth, frame.cutHeight, frame.x, frame.y, frame.cutWidth, frame.cutHeight);
  }
  pen.restore();
}
