import type * as Phaser from 'phaser';
import { boardColours, colours } from '../../../art/tokens.ts';
import { displaySettings } from '../../board/display-settings.ts';
import { WIDTH } from '../../board/screen.ts';

/** Two tones of paper with a soft hill between them. */
export function paper(scene: Phaser.Scene): string {
  const { contrast } = displaySettings();
  const key = contrast ? 'paper dark' : 'paper';
  if (scene.textures.exists(key)) return key;
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = 1080;
  const pen = canvas.getContext('2d');
  if (pen) {
    pen.fillStyle = contrast ? boardColours.black : colours.paper;
    pen.fillRect(0, 0, WIDTH, 1080);
    pen.fillStyle = contrast ? colours.night : boardColours.hill;
    pen.fill(new Path2D('M0 0H1920V300C1500 360 900 250 0 330Z'));
  }
  scene.textures.addCanvas(key, canvas);
  return key;
}
