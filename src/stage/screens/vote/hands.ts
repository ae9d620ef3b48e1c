import type * as Phaser from 'phaser';
import { icon } from '../../../art/pieces/icon.ts';
import { boardColours, choiceColours, colours } from '../../../art/tokens.ts';
import type { StageScreen, StageView } from '../../../protocol/views/stage.ts';
import type { ChoiceView } from '../../../protocol/views/vote.ts';
import { badgeKey, badgeOf, glide, HEIGHT, type Screen, type Setting, screenOf, WIDTH } from '../../board/screen.ts';
import { bubble, fitted, panel, pill, tone, words } from '../../figures/paint.ts';
import { t } from '../../text/texts.ts';

type Hands = Extract<StageScreen, { kind: 'hands' }>;
const HAND = { key: 'raised hand', svg: () => icon('hand', colours.glow), width: 256 };

/** A vote with eyes closed: dark and quiet, one choice at a time, for the teacher who counts. */
export async function openHands(setting: Setting, view: StageView): Promise<Screen> {
  const hands = screenOf(view, 'hands');
  const { vote } = hands;
  await setting.textures.load([...vote.choices.map(({ letter }) => badgeOf(letter)), HAND]);
  return new HandsScreen(setting, hands);
}

class HandsScreen implements Screen {
  readonly root: Phaser.GameObjects.Container;
  private readonly setting: Setting;
  private readonly middle: Phaser.GameObjects.Container;
  private turn = Number.NaN;

  constructor(setting: Setting, screen: Hands) {
    this.setting = setting;
    const { scene } = setting;
    this.middle = scene.add.container(0, 0);
    this.root = scene.add.container(0, 0, [scene.add.rectangle(0, 0, WIDTH, HEIGHT, tone(colours.night)).setOrigin(0), this.middle]);
    this.draw(screen);
  }

  update(view: StageView): void {
    this.draw(screenOf(view, 'hands'));
  }
  tick(): void {}

  private draw(screen: Hands): void {
    if (screen.turn === this.turn) return;
    this.turn = screen.turn;
    this.middle.removeAll(true);
    const raised = screen.vote.choices[screen.turn];
    if (raised) this.middle.add(this.raise(raised, screen));
    else
      this.middle.add(
        screen.turn < 0
          ? this.say(t('hands.eyes'), t(screen.mixed ? 'hands.whoMixed' : 'hands.who'), t(screen.mixed ? 'hands.promiseMixed' : 'hands.promise'))
          : this.say(t('hands.down'), t(screen.mixed ? 'hands.seen' : 'hands.counting'), null),
      );
    glide(this.setting, this.middle.setAlpha(0), { alpha: 1 }, 420);
  }

  private say(title: string, line: string, small: string | null): Phaser.GameObjects.GameObject[] {
    const { scene } = this.setting;
    const heading = fitted(scene, 0, 330, title, {
      size: 164,
      heading: true,
      colour: colours.cream,
      width: 1700,
      height: 210,
      least: 96,
      align: 'center',
    });
    const body = fitted(scene, 0, 580, line, { size: 60, weight: 600, colour: colours.cream, width: 1500, height: 170, least: 44, align: 'center' });
    const more =
      small === null ? [] : [fitted(scene, 0, 770, small, { size: 46, colour: colours.mist, width: 1400, height: 170, least: 36, align: 'center' })];
    const lines = [heading, body, ...more].map((part) => part.setOrigin(0.5, 0).setX(WIDTH / 2));
    return [scene.add.image(WIDTH / 2, 190, HAND.key).setDisplaySize(190, 190), ...lines];
  }

  private raise({ letter, text: content }: ChoiceView, { turn, vote }: Hands): Phaser.GameObjects.GameObject[] {
    const { scene } = this.setting;
    const width = 1560;
    const label = fitted(scene, 0, 0, content, { size: 84, heading: true, width: width - 460, height: 330, least: 48 });
    const top = 360;
    label.setPosition(180 + 400, top + (400 - label.height) / 2);
    const stay = pill(scene, WIDTH / 2, 830, t('hands.stay'), { ground: colours.night3, colour: colours.cream, size: 42 }, 'centre');
    const dots = vote.choices.map((_, index) =>
      scene.add.circle(
        WIDTH / 2 + (index - (vote.choices.length - 1) / 2) * 56,
        stay.y + stay.height + 54,
        index === turn ? 18 : 14,
        index === turn ? tone(colours.glow) : tone(boardColours.dot),
      ),
    );
    return [
      words(scene, WIDTH / 2, 190, t('hands.up', { letter }), { size: 110, heading: true, colour: colours.cream }).setOrigin(0.5),
      panel(scene, 180, top, width, 400, { fill: colours.card, corners: bubble(48), band: { width: 340, fill: choiceColours[letter].tint } }),
      scene.add.image(180 + 170, top + 200, badgeKey(letter)).setDisplaySize(240, 240),
      label,
      stay,
      ...dots,
    ];
  }
}
