import type * as Phaser from 'phaser';
import { boardColours, colours } from '../../../art/tokens.ts';
import type { VoteView } from '../../../protocol/views/vote.ts';
import { sized } from '../../board/display-settings.ts';
import { faceKey } from '../../board/screen.ts';
import { fitted, panel, pill } from '../../figures/paint.ts';
import { pictureIn } from '../../figures/textures.ts';
import { t } from '../../text/texts.ts';
import { drawingOf } from '../story/tile.ts';

export const textLeft = (vote: VoteView) => (vote.as ? 452 : 372);

export function portrait(scene: Phaser.Scene, vote: VoteView): Phaser.GameObjects.GameObject[] {
  const subject = vote.as ? faceKey(vote.as.person.look, vote.as.emotion, 'think') : vote.drawing ? drawingOf(vote.drawing).key : 'box';
  const key = `portrait ${subject}`;
  const [width, height] = vote.as ? [340, 380] : [260, 260];
  if (!scene.textures.exists(key)) {
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const pen = canvas.getContext('2d');
    if (pen) {
      pen.beginPath();
      for (const [x, y, toX, toY, corner] of [
        [width, 0, width, height, 40],
        [width, height, 0, height, 40],
        [0, height, 0, 0, 12],
        [0, 0, width, 0, 40],
      ] as const) {
        if (x === width && y === 0) pen.moveTo(40, 0);
        pen.arcTo(x, y, toX, toY, corner);
      }
      pen.closePath();
      pen.clip();
      pen.fillStyle = vote.as ? boardColours.subject : boardColours.question;
      pen.fillRect(0, 0, width, height);
      const picture = pictureIn(scene.textures.get(subject));
      if (vote.as) pen.drawImage(picture, -53, -6, 446, (446 * picture.height) / picture.width);
      else pen.drawImage(picture, 40, 42, 180, (180 * picture.height) / picture.width);
    }
    scene.textures.addCanvas(key, canvas);
  }
  // A vote in somebody's shoes about a drawing shows both.
  const beside = vote.as && vote.drawing ? [scene.add.image(346, 374, drawingOf(vote.drawing).key).setDisplaySize(150, 150)] : [];
  return [
    panel(scene, 64, 52, width, height, { fill: boardColours.subject, corners: [40, 40, 40, 12], shadow: 'low' }),
    scene.add.image(64, 52, key).setOrigin(0),
    ...beside,
  ];
}

/** Where the line that says what to do stands; two choices leave room for a context above it. */
export const instructionTop = (vote: VoteView) => (vote.context !== null && vote.choices.length === 2 ? 404 : 364);

export function question(scene: Phaser.Scene, vote: VoteView): Phaser.GameObjects.GameObject[] {
  const x = textLeft(vote);
  const width = 1540 - x;
  const bare = vote.context === null;
  const heading = fitted(scene, x - 4, bare ? 144 : 138, vote.question, {
    size: bare ? 84 : 72,
    heading: true,
    width,
    height: bare ? 216 : 152,
    least: 44,
  });
  const parts = [
    heading,
    pill(scene, x, 62 - (sized(36) - 36) * 1.45, vote.as?.text ?? t('vote.everyone'), { ground: colours.ink, colour: colours.cream, padding: 26 }),
  ];
  if (vote.context === null) return parts;
  const y = heading.y + heading.height + 2;
  const space = { width, height: instructionTop(vote) - 6 - y };
  return [...parts, fitted(scene, x, y, vote.context, { size: 42, weight: 600, ...space, least: 32, leading: 0 })];
}
