import type { Sounds } from '../sound/sound.ts';
import type { Controls } from './controls.ts';
import type { Dialogs } from './dialogs.ts';
import type { PauseScreen } from './overlays.ts';
import type { Pace } from './pace.ts';

interface Parts {
  screen: PauseScreen;
  dialogs: Dialogs;
  controls: Controls;
  pace: Pace;
  sounds: Sounds;
  /** The rest began or ended on this board. */
  changed(): void;
}

/** The rest as this board shows it: at once when the teacher asks, and as the server knows it once that has answered. */
export class Rest {
  private readonly parts: Parts;
  /** What the teacher asked for and the server has not answered yet. */
  private wanted: boolean | null = null;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  get on(): boolean {
    return this.parts.screen.on;
  }

  /** The other way round; the phones follow when the server knows. */
  toggle(ask: (on: boolean) => Promise<unknown>, known: () => boolean | undefined): void {
    const on = !this.on;
    this.wanted = on;
    this.show(on);
    void ask(on).then(() => {
      this.wanted = null;
      this.show(known() ?? on);
    });
  }

  /** What the newest view says, unless the teacher has asked for something else meanwhile. */
  follow(paused: boolean): void {
    this.show(this.wanted ?? paused);
  }

  private show(on: boolean): void {
    const { screen, dialogs, controls, pace, sounds, changed } = this.parts;
    const was = this.on;
    if (on && !was) dialogs.close();
    // Nothing that it covers can have the focus.
    if (!on) controls.root.hidden = false;
    screen.show(on);
    if (on) controls.root.hidden = true;
    changed();
    if (was === on) return;
    pace.came(performance.now());
    sounds.breathe(on);
  }
}
