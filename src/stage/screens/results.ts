import type * as Phaser from 'phaser';
import { colours } from '../../art/tokens.ts';
import type { HeldResult, StageScreen, StageView } from '../../protocol/views.ts';
import { compared, outcome } from '../narration.ts';
import { balanced, bubble, fitted, panel } from '../paint.ts';
import { badgeKey, badgeOf, type Screen, type Setting } from '../screen.ts';
import { text } from '../texts.ts';
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
  const room = (note === null ? 836 : 690) / Math.max(1, results.length);
  const under = { weight: 600, colour: colours.ink2, width: 1500, height: results.length > 1 ? 130 : 260, least: 34 } as const;
  const root = scene.add.container(0, 0, [
    scene.add.image(0, 0, paper(scene)).setOrigin(0),
    fitted(scene, 62, 44, title, { size: 92, heading: true, width: 1440, height: 120, least: 52 }),
    ...results.flatMap((result, index) => row(scene, result, 180 + index * room, Math.min(400, room - 24))),
    ...(note === null ? [] : [balanced(fitted(scene, 70, results.length > 1 ? 896 : 630, note, { size: results.length > 1 ? 42 : 56, ...under }))]),
  ]);
  return { root, update() {}, tick() {} };
}

function row(scene: Phaser.Scene, { vote, released, arms }: HeldResult, y: number, height: number): Phaser.GameObjects.GameObject[] {
  const question = fitted(scene, 104, 0, vote.question, { size: 48, heading: true, width: 560, height: height - 40, least: 32 });
  const known = released !== null && released.shown !== 'nothing';
  const parts: Phaser.GameObjects.GameObject[] = [
    panel(scene, 64, y, 1792, height, { fill: colours.card, corners: bubble(32), shadow: 'low' }),
    question.setY(y + (height - question.height) / 2),
  ];
  if (arms) {
    const said = fitted(scene, 720, 0, compared(arms).join('\n'), { size: 44, weight: 600, width: 1080, height: height - 30, least: 30 });
    return [...parts, said.setY(y + (height - said.height) / 2)];
  }
  if (!known) {
    const none = fitted(scene, 720, 0, text('results.none'), { size: 44, colour: colours.ink2, width: 1080, height: height - 40, least: 34 });
    return [...parts, none.setY(y + (height - none.height) / 2)];
  }
  const step = 1150 / vote.choices.length;
  for (const [index, choice] of vote.choices.entries()) {
    const x = 700 + index * step;
    const middle = y + height / 2;
    const width = step - 120;
    const told = outcome(released, choice);
    const room = { width, height: height / (told === null ? 1 : 2) - 8 };
    const name = fitted(scene, x + 104, 0, choice.short, { size: 40, weight: 600, colour: colours.ink2, ...room, least: 28 });
    const amount = told === null ? null : balanced(fitted(scene, x + 104, 0, told, { size: 46, heading: true, ...room, least: 28 }));
    const top = middle - (name.height + (amount?.height ?? 0) - (amount ? 10 : 0)) / 2;
    name.setY(top);
    parts.push(scene.add.image(x + 46, middle, badgeKey(choice.letter)).setDisplaySize(84, 84), name);
    if (amount) parts.push(amount.setY(top + name.height - 10));
  }
  return parts;
}
