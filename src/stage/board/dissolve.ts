import type * as Phaser from 'phaser';
import { glide, HEIGHT, type Setting, WIDTH } from './screen.ts';

/** A page in the background draws no frames, so it needs no dissolve. */
const NO_FRAME_MS = 120;

let dissolved = 0;

/**
 * What the board shows now, as one picture that fades over whatever comes.
 * Screens are made of many layers, which would show through each other if each of them faded.
 */
export async function dissolve(setting: Setting): Promise<Phaser.GameObjects.Image | null> {
  const { scene } = setting;
  const frame = await picture(scene.game);
  if (!frame) return null;
  // A new key each time, because the last picture may still be fading when the next comes.
  const key = `dissolve ${(dissolved += 1)}`;
  scene.textures.addCanvas(key, frame);
  const image = scene.add.image(0, 0, key).setOrigin(0).setDisplaySize(WIDTH, HEIGHT);
  image.once('destroy', () => scene.textures.remove(key));
  return image;
}

export function fadeOut(setting: Setting, image: Phaser.GameObjects.Image): void {
  glide(setting, image, { alpha: 0 }, 420, { done: () => image.destroy() });
}

/** Must run right after a frame is drawn, because later a WebGL canvas is empty. */
function picture(game: Phaser.Game): Promise<HTMLCanvasElement | null> {
  return new Promise((resolve) => {
    const take = () => {
      clearTimeout(late);
      const copy = document.createElement('canvas');
      copy.width = game.canvas.width;
      copy.height = game.canvas.height;
      copy.getContext('2d')?.drawImage(game.canvas, 0, 0);
      resolve(copy);
    };
    const late = setTimeout(() => {
      game.events.off('postrender', take);
      resolve(null);
    }, NO_FRAME_MS);
    game.events.once('postrender', take);
  });
}
