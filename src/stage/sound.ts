import { Howl, Howler } from 'howler';
import { comfort, LOUDEST } from './comfort.ts';
import type { SoundName } from './director.ts';

const FILES = import.meta.glob<string>('../../assets/sounds/*.{ogg,m4a}', { eager: true, query: '?url', import: 'default' });
const QUIET: Partial<Record<SoundName, number>> = {
  'bericht-in': 0.8,
  'bericht-uit': 0.8,
  typen: 0.5,
  'gezien-tik': 0.5,
  'laatste-tellen': 0.5,
  'stem-in-bus': 0.5,
  'muziek-rustig': 0.35,
};
const AT_MOST = 3;

/** Nothing is told by sound alone, so a board without sound misses nothing. */
export class Sounds {
  private readonly made = new Map<SoundName, Howl>();
  private readonly playing = new Set<number>();
  private music = false;

  constructor() {
    this.settle();
  }

  /** As loud as the teacher set it. */
  settle(): void {
    const { muted, volume } = comfort();
    Howler.volume(volume / LOUDEST);
    Howler.mute(muted);
  }

  play(name: SoundName): void {
    if (this.playing.size >= AT_MOST || document.hidden) return;
    const sound = this.howl(name);
    const id = sound.play();
    const over = () => {
      this.playing.delete(id);
    };
    this.playing.add(id);
    sound.once('end', over, id);
    // A browser that nobody has touched yet stays silent and never says "end".
    setTimeout(over, 4000);
  }

  stop(name: SoundName): void {
    this.made.get(name)?.stop();
  }

  setMusic(on: boolean): void {
    if (on === this.music) return;
    this.music = on;
    const loop = this.howl('muziek-rustig');
    const loud = QUIET['muziek-rustig'] ?? 1;
    loop.off('fade');
    if (on) {
      if (!loop.playing()) loop.play();
      loop.fade(0, loud, 800);
    } else {
      loop.once('fade', () => loop.pause());
      loop.fade(loop.volume(), 0, 800);
    }
  }

  private howl(name: SoundName): Howl {
    const known = this.made.get(name);
    if (known) return known;
    const src = ['ogg', 'm4a'].flatMap((ending) => FILES[`../../assets/sounds/${name}.${ending}`] ?? []);
    const howl = new Howl({ src, volume: QUIET[name] ?? 1, loop: name === 'muziek-rustig' });
    this.made.set(name, howl);
    return howl;
  }
}
