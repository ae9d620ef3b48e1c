import type * as Phaser from 'phaser';
import { colours } from '../../art/tokens.ts';
import type { HeldResult, StageScreen, StageView } from '../../protocol/views.ts';
import { outcome } from '../narration.ts';
import { bubble, fitted, panel } from '../paint.ts';
import { badgeKey, badgeOf, type Screen, type Setting } from '../screen.ts';
import { text } from '../texts.ts';
import { armsOf } from './arms.ts';
import { paper } from './paper.ts';

/** Votes that were kept, told together and calmly: words and numbers, no race. */
export async function openResults(setting: Setting, view: StageView): Promise<Screen> {
  const { title, results, note } = view.screen as Extract<StageScreen, { kind: 'results' }>;
  return tell(setting, title, results, note);
}

/** In a mixed room: what the phones chose, and that the teacher picks. */
export async function openWeigh(setting: Setting, view: StageView): Promise<Screen> {
  const { vote, released } = view.screen as Extract<StageScreen, { kind: 'weigh' }>;
  return tell(setting, text('weigh.title'), [{ vote, released }], `${text('weigh.how')} ${text('weigh.keys')}`);
}

async function tell(setting: Setting, title: string, results: HeldResult[], note: string | null): Promise<Screen> {
  await setting.textures.load(results.flatMap(({ vote }) => vote.choices.map(({ letter }) => badgeOf(letter))));
  const { scene } = setting;
  const alone = results.length === 1 && note === null;
  // Two conditions take more words than one result.
  const weight = ({ arms }: HeldResult) => (arms ? 1.6 : 1);
  const room = (note === null ? 836 : 690) / results.reduce((sum, result) => sum + weight(result), 0.001);
  const tops = results.map((_, index) => 180 + room * results.slice(0, index).reduce((sum, result) => sum + weight(result), 0));
  const under = { weight: 600, colour: colours.ink2, width: 1500, height: results.length > 1 ? 130 : 260, least: 34 } as const;
  const root = scene.add.container(0, 0, [
    scene.add.image(0, 0, paper(scene)).setOrigin(0),
    fitted(scene, 62, 44, title, { size: 92, heading: true, width: 1440, height: 120, least: 52 }),
    ...results.flatMap((result, index) =>
      row(scene, result, alone ? 250 : (tops[index] ?? 180), alone ? 500 : Math.min(400, room * weight(result) - 24), alone),
    ),
    ...(note === null ? [] : [fitted(scene, 70, results.length > 1 ? 896 : 630, note, { size: results.length > 1 ? 42 : 56, ...under })]),
  ]);
  return { root, update() {}, tick() {} };
}

function row(scene: Phaser.Scene, { vote, released, arms }: HeldResult, y: number, height: number, alone: boolean): Phaser.GameObjects.GameObject[] {
  const question = fitted(scene, 104, 0, vote.question, { size: alone ? 64 : 48, heading: true, width: 560, height: height - 40, least: 32 });
  const known = released !== null && released.shown !== 'nothing';
  const parts: Phaser.GameObjects.GameObject[] = [
    panel(scene, 64, y, 1792, height, { fill: colours.card, corners: bubble(32), shadow: 'low' }),
    question.setY(y + (height - question.height) / 2),
  ];
  if (arms) {
    const proves = fitted(scene, 104, 0, text('arms.proves'), { size: 36, colour: colours.ink2, width: 560, height: height / 2 - 20, least: 26 });
    if (!alone) question.setFontSize(Math.min(Number.parseInt(String(question.style.fontSize), 10), 44));
    question.setY(y + (height - question.height - proves.height) / 2);
    return [...parts, proves.setY(question.y + question.height), ...armsOf(scene, arms, 700, y + 18, 1130, height - 36)];
  }
  if (!known) {
    const none = fitted(scene, 720, 0, text('results.none'), { size: 44, colour: colours.ink2, width: 1080, height: height - 40, least: 34 });
    return [...parts, none.setY(y + (height - none.height) / 2)];
  }
  const step = 1150 / vote.choices.length;
  for (const [index, choice] of vote.choices.entries()) {
    const x = 700 + index * step;
    const middle = y + height / 2;
    const width = step - 124;
    const told = outcome(released, choice);
    const room = { width, height: height / (told === null ? 1 : 2) - 8 };
    const name = fitted(scene, x + 104, 0, choice.short, { size: alone ? 46 : 40, weight: 600, colour: colours.ink2, ...room, least: 28 });
    const amount = told === null ? null : fitted(scene, x + 104, 0, told, { size: alone ? 54 : 46, heading: true, ...room, least: 28 });
    const top = middle - (name.height + (amount?.height ?? 0) - (amount ? 10 : 0)) / 2;
    name.setY(top);
    parts.push(scene.add.image(x + 46, middle, badgeKey(choice.letter)).setDisplaySize(84, 84), name);
    if (amount) parts.push(amount.setY(top + name.height - 10));
  }
  return parts;
}
