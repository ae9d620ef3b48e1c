import * as Phaser from 'phaser';
import { colours } from '../../art/tokens.ts';
import type { StageScreen, StageView } from '../../protocol/views/stage.ts';
import { type Cue, returnsToOwnPath, stay } from '../cues/director.ts';
import { pictureIn, Textures } from '../figures/textures.ts';
import { openLobby } from '../screens/lobby/lobby.ts';
import { openStory, storyNeeds } from '../screens/story/story.ts';
import { openEnd, openOver } from '../screens/talk/closing.ts';
import { openForeseen } from '../screens/talk/foreseen.ts';
import { openLive } from '../screens/talk/live.ts';
import { openReflect } from '../screens/talk/reflect.ts';
import { openTell } from '../screens/talk/tell.ts';
import { openBallot } from '../screens/vote/ballot.ts';
import { openHands } from '../screens/vote/hands.ts';
import { openResults, openTeacherDecides } from '../screens/vote/results.ts';
import { openReveal } from '../screens/vote/reveal.ts';
import type { Sounds } from '../sound/sound.ts';
import { displaySettings, drawingKey } from './display-settings.ts';
import { dissolve, fadeOut } from './dissolve.ts';
import { Door } from './door.ts';
import { Effects, type Level } from './effects.ts';
import { Film } from './film.ts';
import { Presence } from './presence.ts';
import { iconOf, type OpenScreen, type Screen, type Setting } from './screen.ts';

const SCREENS: Record<StageScreen['kind'], OpenScreen> = {
  lobby: openLobby,
  scene: openStory,
  question: openBallot,
  vote: openBallot,
  together: openBallot,
  recount: openBallot,
  hands: openHands,
  teacherDecides: openTeacherDecides,
  'too-few': openBallot,
  talk: openBallot,
  reveal: openReveal,
  reflect: openReflect,
  results: openResults,
  foreseen: openForeseen,
  tell: openTell,
  live: openLive,
  end: openEnd,
  over: openOver,
};

export interface BoardOptions {
  sounds: Sounds;
  plain: boolean;
  now(): number;
  onShown(view: StageView): void;
  /** Which share of the next screen's pictures is drawn; null when it is there. */
  onLoading(share: number | null): void;
  onLevel(level: Level): void;
  /** Too slow with the least effects. */
  onTooSlow(): void;
}

/** Holds the present screen and changes it for the next; all that is playing lives in the screens. */
export class Board extends Phaser.Scene {
  private readonly options: BoardOptions;
  private setting!: Setting;
  private current: { stay: string; drawn: string; view: StageView; screen: Screen } | null = null;
  private waiting: { view: StageView; cues: Cue[] } | null = null;
  private opening = false;
  private ready = false;
  private prepared = false;
  private readonly door = new Door(this);
  private readonly presence = new Presence(this);
  private framedAt = 0;

  constructor(options: BoardOptions) {
    super('board');
    this.options = options;
  }

  create(): void {
    const { sounds, plain, now } = this.options;
    const effects = new Effects(plain ? 'less' : 'full', this.options.onLevel, this.options.onTooSlow);
    this.setting = {
      scene: this,
      textures: new Textures(this.textures),
      film: new Film(this.textures),
      sounds,
      effects,
      now,
      get still() {
        return displaySettings().reducedMotion;
      },
      get plain() {
        return !effects.may('sparks');
      },
    };
    this.ready = true;
    void this.showWaiting();
  }

  override update(): void {
    const at = performance.now();
    this.setting.effects.frame(at - this.framedAt);
    this.framedAt = at;
    const now = this.options.now();
    this.current?.screen.tick(now);
    const beside = this.current?.screen.alone !== true;
    this.door.setVisible(beside);
    this.presence.setVisible(beside);
  }

  show(view: StageView, cues: Cue[]): void {
    // The cues of a view that is still waiting must not be lost with it.
    this.waiting = { view, cues: [...(this.waiting?.cues ?? []), ...cues] };
    void this.showWaiting();
  }

  /** A press first ends what is playing. Returns whether something was. */
  fastForward(): boolean {
    return this.current?.screen.fastForward?.() ?? false;
  }

  /** The choice that the teacher is about to take. */
  light(index: number | null): void {
    this.current?.screen.light?.(index);
  }

  /** The teacher changed the size, the contrast or the motion: what is there is drawn again. */
  redraw(): void {
    if (this.current && !this.waiting) this.show(this.current.view, []);
  }

  private async showWaiting(): Promise<void> {
    if (!this.ready || this.opening) return;
    this.opening = true;
    try {
      while (this.waiting) {
        const { view, cues } = this.waiting;
        this.waiting = null;
        // A picture that failed is drawn again at the second attempt.
        await this.turn(view, cues)
          .catch(() => this.turn(view, cues))
          .catch((fault) => this.miss(view, fault));
      }
    } finally {
      this.opening = false;
    }
  }

  /** A screen that cannot be drawn must not block the next one or the teacher's keys. */
  private miss(view: StageView, fault: unknown): void {
    // The board may have been destroyed meanwhile.
    if (!this.sys.isActive()) return;
    console.error(fault);
    this.options.onShown(view);
  }

  private async turn(view: StageView, cues: Cue[]): Promise<void> {
    const place = `${view.lang} ${stay(view.screen)}`;
    const drawn = drawingKey(displaySettings());
    // What was said after that line is taken off the board by drawing the scene as it was.
    const goesBack = cues.some(({ cue }) => cue === 'again');
    if (this.current?.stay === place && this.current.drawn === drawn && !goesBack) {
      this.current.view = view;
      this.current.screen.update(view, cues);
    } else {
      const returns = returnsToOwnPath(this.current?.view ?? null, view);
      const animate = this.current !== null && this.current.drawn === drawn && !goesBack && !returns;
      const screen = await this.open(view, animate, cues);
      const old = this.current?.screen;
      if (old) await this.leave(old, screen, animate, this.current?.view.screen.kind === 'scene');
      this.current = { stay: place, drawn, view, screen };
    }
    await this.setting.textures.load([iconOf('link', colours.ink2), iconOf('users-three', colours.ink2)]);
    this.door.show(view);
    this.presence.show(view);
    this.options.onShown(view);
    this.prepare(view);
  }

  private async open(view: StageView, animate: boolean, cues: Cue[]): Promise<Screen> {
    const { textures } = this.setting;
    textures.heard = this.options.onLoading;
    this.options.onLoading(0);
    try {
      return await SCREENS[view.screen.kind](this.setting, view, animate, cues);
    } finally {
      textures.heard = null;
      this.options.onLoading(null);
    }
  }

  /** Draws the story's pictures while the class is joining. */
  private prepare(view: StageView): void {
    if (this.prepared || view.screen.kind !== 'lobby') return;
    this.prepared = true;
    const leisure = async () => {
      await idle();
      return this.sys.isActive() && !this.opening && this.current?.view.screen.kind === 'lobby';
    };
    void this.setting.textures.prepare(storyNeeds(view), leisure);
  }

  /** The old screen dissolves into the new one, and its pictures go: they weigh megabytes each. */
  private async leave(old: Screen, shown: Screen, animate: boolean, filmed: boolean): Promise<void> {
    shown.root.setVisible(false);
    const last = shown.seamless || !animate ? null : await dissolve(this.setting);
    shown.root.setVisible(true);
    old.root.destroy();
    if (last && filmed) this.setting.film.keep(pictureIn(last.texture));
    if (last) fadeOut(this.setting, last);
    const kept = new Set([...(shown.keeps ?? []), ...shownBy(this.children.list)]);
    for (const kind of ['face ', 'cast ', 'place ']) this.setting.textures.release(kind, kept);
  }
}

/** Waits until the page is idle, but not too long. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 1000 });
    else setTimeout(resolve, 50);
  });
}

/** The keys of all textures on the board. Removing one of them stops the board for good. */
function* shownBy(objects: Phaser.GameObjects.GameObject[]): Generator<string> {
  for (const object of objects) {
    if (object instanceof Phaser.GameObjects.Container) yield* shownBy(object.list);
    else if ('texture' in object && object.texture instanceof Phaser.Textures.Texture) yield object.texture.key;
  }
}
