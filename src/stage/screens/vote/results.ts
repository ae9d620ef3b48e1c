import type * as Phaser from 'phaser';
import { colours } from '../../../art/tokens.ts';
import type { StageView } from '../../../protocol/views/stage.ts';
import type { HeldResult } from '../../../protocol/views/vote.ts';
import { badgeKey, badgeOf, type Screen, type Setting, screenOf } from '../../board/screen.ts';
import { alike, bubble, fitted, panel } from '../../figures/paint.ts';
import { noneOf, outcome, whyPathOnly } from '../../text/narration.ts';
import { t } from '../../text/texts.ts';
import { armsOf } from './arms.ts';
import { paper } from './paper.ts';

/** Votes that were kept, told together and calmly: words, no race. */
export async function openResults(setting: Setting, view: StageView): Promise<Screen> {
  const { title, results, note } = screenOf(view, 'results');
  return show(setting, title, results, note);
}

/** In a mixed room: what the phones chose, and that the teacher picks. */
export async function openTeacherDecides(setting: Setting, view: StageView): Promise<Screen> {
  const { vote, released } = screenOf(view, 'teacherDecides');
  return show(setting, t('teacherDecides.title'), [{ vote, released }], `${t('teacherDecides.how')} ${t('teacherDecides.keys')}`);
}

async function show(setting: Setting, title: string, results: HeldResult[], said: string | null): Promise<Screen> {
  const lines = [...whyPathOnly(results.map(({ released }) => released)), ...(said === null ? [] : [said])];
  const note = lines.length > 0 ? lines.join(' ') : null;
  await setting.textures.load(results.flatMap(({ vote }) => vote.choices.map(({ letter }) => badgeOf(letter))));
  const { scene } = setting;
  const [only] = results.length === 1 ? results : [];
  const root = scene.add.container(0, 0, [
    scene.add.image(0, 0, paper(scene)).setOrigin(0),
    fitted(scene, 62, 44, title, { size: 92, heading: true, width: 1080, height: 130, least: 48 }),
    ...(only && !only.arms ? alone(scene, only, 190, note === null ? 700 : 540) : rows(scene, results, note !== null)),
    ...(note === null ? [] : [under(scene, note, results.length)]),
  ]);
  return { root, update() {}, tick() {} };
}

function under(scene: Phaser.Scene, note: string, above: number): Phaser.GameObjects.Text {
  const place = { weight: 600, colour: colours.ink2, width: 1500, least: 34 };
  return above > 1
    ? fitted(scene, 70, 896, note, { ...place, size: 42, height: 130 })
    : fitted(scene, 70, 770, note, { ...place, size: 56, height: 210 });
}

const known = ({ released }: HeldResult) => released !== null && 'path' in released;

/** One result has the whole board: the question above, what was chosen below it. */
function alone(scene: Phaser.Scene, result: HeldResult, y: number, height: number): Phaser.GameObjects.GameObject[] {
  const { vote } = result;
  const question = fitted(scene, 116, y + 44, vote.question, { size: 72, heading: true, width: 1690, height: 180, least: 44 });
  const top = question.y + question.height;
  const card = panel(scene, 64, y, 1792, height, { fill: colours.card, corners: bubble(40), shadow: 'low' });
  const answers = known(result)
    ? outcomes(scene, [result], { x: 116, width: 1690, badge: 130, sizes: [46, 58] }, () => [top, y + height - 24])
    : [
        fitted(scene, 120, top + 30, noneOf(result.released), {
          size: 50,
          colour: colours.ink2,
          width: 1600,
          height: y + height - top - 60,
          least: 34,
        }),
      ];
  return [card, question, ...answers];
}

/** Several below each other, lettered alike. */
function rows(scene: Phaser.Scene, results: HeldResult[], noted: boolean): Phaser.GameObjects.GameObject[] {
  const only = results.length === 1;
  // Two conditions take more words than one result.
  const weight = ({ arms }: HeldResult) => (arms ? 1.6 : 1);
  const whole = only ? 620 : noted ? 690 : 836;
  const unit = whole / results.reduce((sum, result) => sum + weight(result), 0.001);
  const height = (result: HeldResult) => Math.min(only ? 560 : 400, unit * weight(result) - 24);
  const top = (result: HeldResult) =>
    (only ? 200 : 180) + unit * results.slice(0, results.indexOf(result)).reduce((sum, one) => sum + weight(one), 0);
  const questions = alike(
    results.map((result) =>
      fitted(scene, 104, 0, result.vote.question, {
        size: only ? 64 : 48,
        heading: true,
        width: 560,
        height: result.arms ? height(result) / 2 : height(result) - 40,
        least: 32,
      }),
    ),
  );
  const counted = results.filter((result) => known(result) && !result.arms);
  const parts = results.flatMap((result, index) => {
    const [y, tall, question] = [top(result), height(result), questions[index]];
    if (!question) return [];
    const card = panel(scene, 64, y, 1792, tall, { fill: colours.card, corners: bubble(32), shadow: 'low' });
    question.setY(y + (tall - question.height) / 2);
    if (result.arms) {
      const proves = fitted(scene, 104, 0, t('arms.proves'), { size: 36, colour: colours.ink2, width: 560, height: tall / 2 - 20, least: 26 });
      question.setY(y + (tall - question.height - proves.height) / 2);
      return [card, question, proves.setY(question.y + question.height), ...armsOf(scene, result.arms, 700, y + 18, 1130, tall - 36)];
    }
    if (known(result)) return [card, question];
    const none = fitted(scene, 720, 0, noneOf(result.released), { size: 44, colour: colours.ink2, width: 1080, height: tall - 40, least: 34 });
    return [card, question, none.setY(y + (tall - none.height) / 2)];
  });
  const answers = outcomes(scene, counted, { x: 700, width: 1150, badge: 84, sizes: [40, 46] }, (result) => [
    top(result),
    top(result) + height(result),
  ]);
  return [...parts, ...answers];
}

interface Columns {
  x: number;
  width: number;
  badge: number;
  sizes: [name: number, amount: number];
}

/** Every choice with its letter, and under it how many; `span` says between which heights. */
function outcomes(
  scene: Phaser.Scene,
  results: HeldResult[],
  { x, width, badge, sizes }: Columns,
  span: (result: HeldResult) => [number, number],
): Phaser.GameObjects.GameObject[] {
  const rows = results.flatMap((result) => {
    const step = width / result.vote.choices.length;
    const [from, to] = span(result);
    return result.vote.choices.map((choice, index) => {
      const amount = outcome(result.released, choice);
      const space = { width: step - badge - 40, height: (to - from) / (amount === null ? 1 : 2) - 8, least: 28 };
      const left = x + index * step + badge + 20;
      return {
        choice,
        middle: (from + to) / 2,
        name: fitted(scene, left, 0, choice.short, { size: sizes[0], weight: 600, colour: colours.ink2, ...space }),
        amount: amount === null ? null : fitted(scene, left, 0, amount, { size: sizes[1], heading: true, ...space }),
      };
    });
  });
  alike(rows.map(({ name }) => name));
  alike(rows.flatMap(({ amount }) => amount ?? []));
  return rows.flatMap(({ choice, middle, name, amount }) => {
    const top = middle - (name.height + (amount?.height ?? 0) - (amount ? 10 : 0)) / 2;
    const mark = scene.add.image(name.x - 20 - badge / 2, middle, badgeKey(choice.letter)).setDisplaySize(badge, badge);
    return [mark, name.setY(top), ...(amount ? [amount.setY(top + name.height - 10)] : [])];
  });
}
