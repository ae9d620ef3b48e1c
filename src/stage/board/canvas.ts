import type { StageView } from '../../protocol/views/stage.ts';
import type { Cue } from '../cues/director.ts';
import { Board, type BoardOptions } from './board.ts';
import { drawnInSoftware, raise } from './renderer.ts';

type Options = Omit<BoardOptions, 'plain' | 'onTooSlow'> & {
  /** The graphics card lost all that was drawn. */
  onLost: () => void;
};

/** What the board is drawn on. Where it is lost, or slower than drawing without a graphics card, there is another one. */
export class Canvas {
  private readonly root: HTMLElement;
  private readonly options: Options;
  private drawn: ReturnType<Canvas['begin']>;
  private shown: StageView | null = null;

  constructor(root: HTMLElement, plain: boolean, options: Options) {
    this.root = root;
    this.options = options;
    this.drawn = this.play(plain);
    // Not on the canvas itself: after a loss there is another one.
    for (const name of ['webglcontextlost', 'contextlost']) root.addEventListener(name, (event) => this.drawAnew(event.target), true);
  }

  get board(): Board {
    return this.drawn.board;
  }

  show(view: StageView, news: Cue[]): void {
    this.shown = view;
    this.board.show(view, news);
  }

  /** Where WebGL is there but refuses, as after a graphics card that failed, the board is drawn without it. */
  private play(plain: boolean): ReturnType<Canvas['begin']> {
    try {
      return this.begin(plain);
    } catch (fault) {
      if (plain) throw fault;
      this.root.replaceChildren();
      return this.begin(true);
    }
  }

  private begin(plain: boolean) {
    const board = new Board({
      ...this.options,
      plain,
      // This graphics card is slower than drawing without one.
      onTooSlow: () => {
        if (!plain) this.playAgain(true);
      },
    });
    return { board, game: raise(board, this.root, plain) };
  }

  private playAgain(plain: boolean): void {
    this.drawn.game.destroy(true);
    this.drawn = this.play(plain);
    if (this.shown) this.board.show(this.shown, []);
  }

  /** A graphics card may lose all that was drawn: by sleep, by its driver, by another program. What stands there now is drawn on a new canvas. */
  private drawAnew(lost: EventTarget | null): void {
    if (lost !== this.drawn.game.canvas) return;
    this.options.onLost();
    this.playAgain(drawnInSoftware());
  }
}
