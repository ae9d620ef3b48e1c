import type * as Phaser from 'phaser';
import type { Light, SceneView } from '../../../protocol/scene.ts';
import { type Setting, WIDTH } from '../../board/screen.ts';
import { blocking, CALM, type Company, type Frame, type Placed, type Shot, wing } from '../../cues/acting.ts';
import type { Tableau } from '../../cues/tableau.ts';
import { castNeeds } from '../../figures/cast.ts';
import { Figure } from '../../figures/figure.ts';
import type { Drawn } from '../../figures/textures.ts';

/** Ms between two people who walk in. */
const STAGGER_MS = 260;

/** The drawings of everybody in a scene, and of those who leave at its start. */
export function companyNeeds(scene: SceneView, company: Company | null): Drawn[] {
  const parts = [
    ...(company?.before ?? []),
    ...scene.standing,
    ...scene.beats.flatMap((beat) => (beat.kind === 'act' || beat.kind === 'enter' ? [beat] : [])),
  ];
  const looks = new Set(parts.map(({ person }) => person.look));
  return [...looks].flatMap((look) => {
    const own = parts.filter(({ person }) => person.look === look);
    return castNeeds(
      look,
      own.map(({ emotion }) => emotion),
      own.map(({ pose }) => pose),
    );
  });
}

/** The people on the board, and the place around them as the picture is taken of it. */
export class Players {
  /** Place and people: what a shot moves. Captions and phones stand still before it. */
  readonly world: Phaser.GameObjects.Container;
  readonly cast: Phaser.GameObjects.Container;
  private readonly setting: Setting;
  frame: Frame;
  private readonly set: Phaser.GameObjects.Container;
  private readonly light: Light;
  private readonly figures = new Map<string, Figure>();
  /** People on their way out. */
  private readonly leaving = new Set<Figure>();
  private readonly lens = { zoom: 1, x: WIDTH / 2, y: 480 };
  private shot: Shot | null = null;
  private plain: boolean;
  private speech: Tableau['focus']['speech'] = null;

  constructor(setting: Setting, frame: Frame, set: Phaser.GameObjects.Container, light: Light) {
    const { scene } = setting;
    this.setting = setting;
    this.frame = frame;
    this.set = set;
    this.light = light;
    this.plain = setting.plain;
    this.cast = scene.add.container(0, 0);
    this.world = scene.add.container(0, 0, [set, this.cast]);
    this.world.once('destroy', () => scene.tweens.killTweensOf(this.lens));
  }

  /** New people walk in, those who stay move over, and those who are gone walk out. */
  open(state: Tableau, company: Company | null, narrowWidth: number): void {
    this.show(state, false);
    if (!company) return;
    const stood = blocking(company.before, { ...this.frame, width: company.narrow ? narrowWidth : WIDTH }, CALM).figures;
    company.arrives.forEach((id, index) => {
      const placed = state.standing.find(({ person }) => person.id === id);
      if (placed) this.figures.get(id)?.arrive(wing(placed, this.narrow), 200 + index * STAGGER_MS, this.frame.width);
    });
    for (const placed of stood) {
      if (company.departs.includes(placed.person.id)) {
        const figure = new Figure(this.setting, placed, this.light);
        this.cast.addAt(figure.root, 0);
        this.leave(figure);
      } else if (company.same) this.figures.get(placed.person.id)?.cameFrom(placed);
    }
  }

  show(state: Tableau, animate: boolean): void {
    const { figures, shot } = blocking(state.standing, this.frame, state.focus);
    this.speech = state.focus.speech;
    for (const [id, figure] of this.figures) {
      if (figures.some(({ person }) => person.id === id)) continue;
      this.figures.delete(id);
      if (animate) this.leave(figure);
      else figure.root.destroy();
    }
    for (const placed of figures) {
      const known = this.figures.get(placed.person.id);
      if (known) known.act(placed, animate);
      else {
        const figure = this.add(placed);
        if (animate) figure.arrive(wing(placed, this.narrow), 0, this.frame.width);
      }
    }
    this.order();
    this.take(shot, animate);
  }

  /** `at`: ms into the scene; null while it is held. */
  tick(now: number, at: number | null): void {
    this.refocus();
    for (const figure of this.leaving) figure.tick(now, null);
    for (const [id, figure] of this.figures) {
      const said = at !== null && this.speech?.by === id ? at - this.speech.at : null;
      figure.tick(now, said !== null && said < (this.speech?.ms ?? 0) ? said : null);
    }
  }

  private get narrow(): boolean {
    return this.frame.width < WIDTH;
  }

  private add(placed: Placed): Figure {
    const figure = new Figure(this.setting, placed, this.light);
    this.figures.set(placed.person.id, figure);
    this.cast.add(figure.root);
    return figure;
  }

  private leave(figure: Figure): void {
    this.leaving.add(figure);
    figure.root.once('destroy', () => this.leaving.delete(figure));
    figure.depart(wing(figure.placed, this.narrow), this.frame.width);
  }

  /** People who stand further back are drawn first. */
  private order(): void {
    const behind = [...this.figures.values()].sort((one, other) => one.placed.scale - other.placed.scale);
    for (const { root } of behind) this.cast.bringToTop(root);
  }

  /** Draws people anew after the level of effects has changed: as one picture each on a slow computer, in parts that move otherwise. */
  private refocus(): void {
    const { plain } = this.setting;
    if (plain === this.plain) return;
    this.plain = plain;
    const { shot } = this;
    this.shot = null;
    if (shot) this.take(shot, true);
  }

  private take(shot: Shot, animate: boolean): void {
    const same = this.shot && this.shot.zoom === shot.zoom && this.shot.x === shot.x && this.shot.y === shot.y;
    if (same) return;
    this.shot = shot;
    const { scene, still, plain } = this.setting;
    const { zoom, x, y } = shot;
    scene.tweens.killTweensOf(this.lens);
    // A moving shot redraws every pixel. If that is too slow, or motion is reduced, the shot stands still.
    if (still || plain) {
      if (this.lens.zoom !== 1) scene.tweens.add({ targets: this.lens, zoom: 1, duration: 600, onUpdate: () => this.look() });
      return;
    }
    if (!animate && shot.ms < 5000) {
      Object.assign(this.lens, { zoom, x, y });
      this.look();
      return;
    }
    if (!animate) Object.assign(this.lens, { zoom: 1, x, y });
    scene.tweens.add({ targets: this.lens, zoom, x, y, duration: shot.ms, ease: 'Sine.easeInOut', onUpdate: () => this.look() });
  }

  /** The place moves less than the people in front of it, which gives depth. */
  private look(): void {
    const { zoom, x, y } = this.lens;
    const far = 1 + (zoom - 1) * 0.55;
    this.cast.setScale(zoom).setPosition(x * (1 - zoom), y * (1 - zoom));
    this.set.setScale(far).setPosition(x * (1 - far), y * (1 - far));
  }
}
