import type * as Phaser from 'phaser';
import { displaySettings, drawingKey } from './display-settings.ts';

/** What stands on the board over every screen: drawn anew where it changes, and always on top. */
export class Sign {
  readonly #scene: Phaser.Scene;
  #drawn: Phaser.GameObjects.Container | null = null;
  #shown: string | null = null;

  constructor(scene: Phaser.Scene) {
    this.#scene = scene;
  }

  setVisible(visible: boolean): void {
    this.#drawn?.setVisible(visible);
  }

  /** `wanted`: all that the drawing depends on beside the display settings; null for no sign. */
  show(wanted: string | null, draw: () => Phaser.GameObjects.Container): void {
    const next = wanted === null ? null : `${drawingKey(displaySettings())} ${wanted}`;
    if (this.#shown !== next) {
      this.#shown = next;
      this.#drawn?.destroy();
      this.#drawn = next === null ? null : draw();
    }
    if (this.#drawn) this.#scene.children.bringToTop(this.#drawn);
  }
}
