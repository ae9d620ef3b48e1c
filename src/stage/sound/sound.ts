import { Howl, Howler } from 'howler';
import { displaySettings, LOUDEST } from '../board/display-settings.ts';
import type { Music, SoundName } from '../cues/director.ts';
import { sayUnknown } from '../figures/unknown.ts';

const FILES = import.meta.glob<string>('../../../assets/sounds/*.{ogg,m4a}', { eager: true, query: '?url', import: 'default' });
const isSound = (name: string) => `../../../assets/sounds/${name}.ogg` in FILES;
/** The files have the right level for what they are for: see assets/sounds/README.md. */
const LEVELS: Record<Music, number> = { off: 0, under: 0.35, full: 1 };
const AT_MOST = 3;
/** The same sound plays again only after this many ms, because a whole class may vote in one second. */
const APART_MS = 170;
const FADE_MS = 800;
const DUCK_MS = 250;
/** The file has a margin on both sides, so that no decoder's padding is heard at the join. */
const LOOP: [start: number, length: number, loop: boolean] = [500, 29_090.916_667, true];

/** Nothing is told by sound alone, so a board without sound misses nothing. */
export class Sounds {
  private readonly made = new Map<SoundName, Howl>();
  private readonly playing = new Map<number, Howl>();
  private readonly last = new Map<SoundName, number>();
  private readonly changed: () => void;
  private music: Music = 'off';
  private loop: number | null = null;

  /** `changed`: the browser let sound through, or stopped it. */
  constructor(changed: () => void) {
    this.changed = changed;
    // Howler's own unlocking replaces the first audio context, and with it the listeners.
    Howler.autoUnlock = false;
    Howler.autoSuspend = false;
    this.applySettings();
    const { ctx } = Howler;
    ctx?.addEventListener('statechange', () => {
      Object.assign(Howler, { state: ctx.state });
      this.playMusic(FADE_MS);
      this.changed();
    });
    for (const gesture of ['keydown', 'pointerdown', 'touchend', 'click'])
      addEventListener(gesture, () => this.blocked && void ctx?.resume().catch(() => {}), true);
  }

  /** The browser waits for a click or a key before it plays anything. */
  get blocked(): boolean {
    return Howler.usingWebAudio && Howler.ctx?.state !== 'running';
  }

  /** As loud as the teacher set it. */
  applySettings(): void {
    const { muted, volume } = displaySettings();
    Howler.volume(volume / LOUDEST);
    Howler.mute(muted);
  }

  play(name: SoundName): void {
    if (!isSound(name)) return sayUnknown('sound', name);
    // Sounds that a browser holds back would all play at once later.
    if (this.blocked || document.hidden || this.playing.size >= AT_MOST) return;
    const now = performance.now();
    if (now - (this.last.get(name) ?? Number.NEGATIVE_INFINITY) < APART_MS) return;
    this.last.set(name, now);
    const howl = this.howl(name);
    const id = howl.play();
    const over = () => void this.playing.delete(id);
    this.playing.set(id, howl);
    for (const end of ['end', 'stop', 'loaderror', 'playerror'] as const) howl.once(end, over, id);
  }

  /** Fades out everything that plays, because a hard moment is silent. */
  hush(): void {
    for (const [id, howl] of this.playing) {
      howl.once('fade', () => howl.stop(id), id);
      howl.fade(howl.volume(), 0, FADE_MS, id);
    }
    this.playing.clear();
  }

  /** The sound of breathing repeats for as long as the lesson is paused. */
  breathe(on: boolean): void {
    const howl = this.howl('breath');
    if (!on) howl.stop();
    else if (!this.blocked && !howl.playing()) howl.play();
  }

  /** True when music begins to be heard. */
  setMusic(wanted: Music): boolean {
    if (wanted === this.music) return false;
    const began = this.music === 'off';
    const ms = began || wanted === 'off' ? FADE_MS : DUCK_MS;
    this.music = wanted;
    this.playMusic(ms);
    return began && !this.blocked;
  }

  private playMusic(ms: number): void {
    if (this.blocked || (this.music === 'off' && this.loop === null)) return;
    const howl = this.howl('music-calm');
    const from = this.loop === null ? 0 : (howl.volume(this.loop) as number);
    this.loop ??= howl.play('loop');
    const id = this.loop;
    howl.off('fade', undefined, id);
    if (this.music === 'off')
      howl.once(
        'fade',
        () => {
          howl.stop(id);
          this.loop = null;
        },
        id,
      );
    howl.fade(from, LEVELS[this.music], ms, id);
  }

  private howl(name: SoundName): Howl {
    const known = this.made.get(name);
    if (known) return known;
    const src = ['ogg', 'm4a'].flatMap((ending) => FILES[`../../../assets/sounds/${name}.${ending}`] ?? []);
    const howl = new Howl({ src, loop: name === 'breath', ...(name === 'music-calm' ? { sprite: { loop: LOOP } } : {}) });
    this.made.set(name, howl);
    return howl;
  }
}
