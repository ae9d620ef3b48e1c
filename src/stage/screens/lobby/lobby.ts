import type * as Phaser from 'phaser';
import { logo } from '../../../art/pieces/logo.ts';
import { boardColours, colours } from '../../../art/tokens.ts';
import type { StageView } from '../../../protocol/views/stage.ts';
import { displaySettings, sized } from '../../board/display-settings.ts';
import { iconKey, iconOf, placeKey, type Screen, type Setting, screenOf, setOf } from '../../board/screen.ts';
import type { Cue } from '../../cues/director.ts';
import { alike, bubble, fitted, panel, pill, words } from '../../figures/paint.ts';
import { phonesAndPupils, TIPS } from '../../text/narration.ts';
import { t } from '../../text/texts.ts';
import { Crowd } from './crowd.ts';
import { CARD, JoinCard } from './join-card.ts';

const NOBODY_AFTER_MS = 60_000;
/** One for each of the tips. */
const TIP_ICONS = ['wifi-high', 'wifi-slash', 'lock', 'eye-slash', 'link', 'chat-circle'] as const;

export async function openLobby(setting: Setting, view: StageView): Promise<Screen> {
  const lobby = screenOf(view, 'lobby');
  await Promise.all([
    setting.textures.load([
      setOf('schoolyard', 'day'),
      { key: 'logo', svg: () => logo(), width: 726 },
      iconOf('eye-slash', colours.glow),
      iconOf('users-three', colours.white),
      iconOf('lock', colours.glow),
      iconOf('users-three', colours.ink),
      ...TIP_ICONS.map((name) => iconOf(name, colours.ink)),
      iconOf('hand', colours.brand),
    ]),
    Crowd.load(setting, lobby.creatures),
  ]);
  return new LobbyScreen(setting, view);
}

class LobbyScreen implements Screen {
  readonly root: Phaser.GameObjects.Container;
  readonly keeps = [placeKey('schoolyard', 'day')];
  private readonly setting: Setting;
  private readonly crowd: Crowd;
  private readonly signs: Phaser.GameObjects.Container;
  private readonly card: JoinCard;
  private view: StageView;
  private shown = '';
  private tips: Phaser.GameObjects.Container | null = null;

  constructor(setting: Setting, view: StageView) {
    this.setting = setting;
    this.view = view;
    const { scene } = setting;
    this.crowd = new Crowd(setting);
    this.signs = scene.add.container(0, 0);
    this.card = new JoinCard(scene);
    const title = fitted(scene, 88, 240, view.story.title, { size: 164, heading: true, width: 1000, height: 190, least: 88 });
    const tagline = fitted(scene, 92, 236 + title.height, view.story.tagline, {
      size: 50,
      colour: boardColours.tagline,
      width: 980,
      height: 150,
      least: 40,
    });
    this.root = scene.add.container(0, 0, [
      scene.add.image(0, 0, placeKey('schoolyard', 'day')).setOrigin(0),
      ...(displaySettings().contrast
        ? [panel(scene, 64, 176, 1040, tagline.y + tagline.height - 172, { fill: colours.ink, corners: bubble(36) })]
        : []),
      scene.add.image(96, 56, 'logo').setOrigin(0).setScale(0.48),
      words(scene, 92, 190, t('lobby.story'), { size: 44, weight: 700, colour: colours.plum }),
      title,
      tagline,
      this.card.root,
      this.signs,
      this.crowd.root,
    ]);
    this.update(view, []);
  }

  update(view: StageView, cues: Cue[]): void {
    this.view = view;
    const lobby = screenOf(view, 'lobby');
    this.card.show(view);
    this.drawSigns(view);
    void Crowd.load(this.setting, lobby.creatures).then(() => {
      if (!this.root.active || this.view !== view) return;
      this.crowd.show(
        lobby.creatures,
        cues.flatMap((cue) => (cue.cue === 'join' ? [cue.index] : [])),
      );
      for (const cue of cues) if (cue.cue === 'hop') this.crowd.hop(cue.index);
    });
  }

  tick(now: number): void {
    const lobby = screenOf(this.view, 'lobby');
    const needed = this.view.mode !== 'hands' && lobby.creatures.length === 0 && now - lobby.since > NOBODY_AFTER_MS;
    if (needed && !this.tips) this.root.add((this.tips = this.drawTips()));
    else if (!needed && this.tips) {
      this.tips.destroy();
      this.tips = null;
    }
  }

  private drawSigns(view: StageView): void {
    const shown = `${view.mode} ${view.seats} ${view.headCount} ${view.door}`;
    if (shown === this.shown) return;
    this.shown = shown;
    const { scene } = this.setting;
    const middle = CARD.x + CARD.width / 2;
    const joined = pill(
      scene,
      middle,
      712,
      view.headCount === null ? t('lobby.joined', { count: view.seats }) : phonesAndPupils(view.seats, view.headCount),
      { ground: colours.brand, colour: colours.white, size: 42, height: 84, icon: iconKey('users-three', colours.white), widest: CARD.width - 40 },
      'centre',
    );
    this.signs.removeAll(true);
    const promise = pill(scene, 96, 606, t(view.mode === 'hands' ? 'lobby.handsPrivate' : 'lobby.private'), {
      ground: colours.ink,
      colour: colours.cream,
      size: 38,
      icon: iconKey('eye-slash', colours.glow),
      widest: 1000,
    });
    this.signs.add(promise);
    if (view.mode === 'hands') joined.destroy();
    else this.signs.add([panel(scene, joined.x - 8, 704, joined.width + 16, 100, { fill: colours.white, corners: 50 }), joined]);
    this.signs.add(this.notes(view, promise.y + promise.height + 16, joined.x - 24));
  }

  /** How many pupils a class without phones has, and whether the door is open: beside each other, in one size. */
  private notes({ mode, headCount, door }: StageView, y: number, right: number): Phaser.GameObjects.Container[] {
    const { scene } = this.setting;
    const [light, dark] = [
      { ground: colours.cream, colour: colours.ink, icon: iconKey('users-three', colours.ink) },
      { ground: colours.ink, colour: colours.cream, icon: iconKey('lock', colours.glow) },
    ];
    const notes = [
      ...(mode === 'hands' && headCount !== null ? [{ words: t('presence.pupils', { count: headCount }), ...light }] : []),
      ...(door === 'locked' ? [{ words: t('lobby.locked'), ...dark }] : []),
    ];
    for (let size = sized(36); ; size -= 2) {
      let x = 96;
      const pills = notes.map(({ words: content, ...look }) => {
        const one = pill(scene, x, y, content, { ...look, size, fixed: true });
        x += one.width + 20;
        return one;
      });
      if (x - 20 <= right || size <= 28) return pills;
      for (const one of pills) one.destroy();
    }
  }

  private drawTips(): Phaser.GameObjects.Container {
    const { scene } = this.setting;
    const [left, top] = [(index: number) => 112 + (index % 3) * 576, (index: number) => 926 + Math.floor(index / 3) * 86];
    const icons = TIP_ICONS.map((name, index) => scene.add.image(left(index), top(index), iconKey(name, colours.ink)).setDisplaySize(44, 44));
    const lines = alike(TIPS.map((tip, index) => fitted(scene, left(index) + 60, 0, t(tip), { size: 34, width: 496, height: 84, least: 28 })));
    for (const icon of icons) icon.setOrigin(0, 0.5);
    for (const [index, line] of lines.entries()) line.setY(top(index) - line.height / 2);
    return scene.add.container(0, 0, [
      panel(scene, 64, 826, 1792, 234, { fill: colours.card, corners: bubble(36), shadow: 'low' }),
      words(scene, 108, 836, t('lobby.nobody'), { size: 40, weight: 700 }),
      ...icons,
      ...lines,
    ]);
  }
}
