import * as Phaser from 'phaser';
import { colours } from '../../art/tokens.ts';
import { HEIGHT, WIDTH } from './screen.ts';

/** WebGL in software is slower than a plain canvas. */
export function drawnInSoftware(): boolean {
  const canvas = document.createElement('canvas');
  const gl = canvas.getContext('webgl');
  if (!gl) return true;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name = info ? String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL)) : '';
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return /SwiftShader|llvmpipe|Basic Render|Software/i.test(name);
}

export function raise(board: Phaser.Scene, parent: HTMLElement, plain: boolean): Phaser.Game {
  return new Phaser.Game({
    type: plain ? Phaser.CANVAS : Phaser.AUTO,
    parent,
    banner: false,
    audio: { noAudio: true },
    backgroundColor: colours.night,
    fps: { target: 60, ...(plain ? { limit: 30 } : {}) },
    input: { keyboard: false, mouse: false, touch: false, gamepad: false },
    scale: { mode: Phaser.Scale.FIT, width: WIDTH, height: HEIGHT, autoCenter: Phaser.Scale.CENTER_BOTH },
    scene: board,
  });
}
