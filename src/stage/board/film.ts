import type * as Phaser from 'phaser';

const SIZE = { width: 640, height: 360 };
const LENGTH = 5;

/** Small pictures of the story's last screens, to run back through when the class looks at another path. */
export class Film {
  private readonly textures: Phaser.Textures.TextureManager;
  private readonly frames: string[] = [];
  private taken = 0;

  constructor(textures: Phaser.Textures.TextureManager) {
    this.textures = textures;
  }

  /** Oldest first. */
  keys(): string[] {
    return [...this.frames];
  }

  keep(whole: HTMLCanvasElement | HTMLImageElement): void {
    const small = document.createElement('canvas');
    small.width = SIZE.width;
    small.height = SIZE.height;
    small.getContext('2d')?.drawImage(whole, 0, 0, SIZE.width, SIZE.height);
    this.taken += 1;
    const key = `film ${this.taken}`;
    this.textures.addCanvas(key, small);
    this.frames.push(key);
    for (const oldest of this.frames.splice(0, this.frames.length - LENGTH)) this.textures.remove(oldest);
  }
}
