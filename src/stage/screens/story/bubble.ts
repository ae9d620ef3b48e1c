import type * as Phaser from 'phaser';
import { boardColours, colours } from '../../../art/tokens.ts';
import type { Person } from '../../../protocol/scene.ts';
import { avatarKey, iconKey } from '../../board/screen.ts';
import type { MessageLine, SaidLine, TileLine } from '../../cues/chat.ts';
import { type Corners, panel, tone, words } from '../../figures/paint.ts';
import { HANGING, reactions } from './reaction.ts';
import { tileCard } from './tile.ts';

const nameColours = new Map<string, string>();
/** One colour a person for the whole lesson; all of them read on white. */
export function nameColour(person: Person): string {
  const known = nameColours.get(person.id) ?? boardColours.speakers[nameColours.size % boardColours.speakers.length] ?? colours.ink;
  nameColours.set(person.id, known);
  return known;
}

const AVATAR = 68;
export const SIDE = AVATAR + 16;

export function picture(scene: Phaser.Scene, person: Person, bottom: number): Phaser.GameObjects.Image {
  return scene.add
    .image(0, bottom - AVATAR, avatarKey(person.look))
    .setOrigin(0)
    .setDisplaySize(AVATAR, AVATAR);
}

export const corners = (mine: boolean): Corners => (mine ? [30, 30, 8, 30] : [30, 30, 30, 8]);

/** A message, drawn from its top left corner; its height is set. */
export function messageBubble(scene: Phaser.Scene, line: MessageLine, width: number): Phaser.GameObjects.Container {
  const textWidth = width - (line.mine ? 40 : SIDE) - 52;
  const label = line.mine ? null : words(scene, SIDE + 22, 8, line.person.name, { size: 32, weight: 800, colour: nameColour(line.person) });
  const body = words(scene, 0, label ? 44 : 10, line.text, {
    size: 40,
    colour: line.mine ? colours.white : colours.ink,
    width: textWidth,
    leading: 4,
  });
  const bubbleWidth = Math.max(body.width, label?.width ?? 0) + 44;
  const bubbleHeight = body.y + body.height + (line.reactions.length > 0 ? 10 : 6);
  const left = line.mine ? width - bubbleWidth : SIDE;
  body.setX(left + 22);
  const ground = panel(scene, left, 0, bubbleWidth, bubbleHeight, {
    fill: line.mine ? colours.brand : colours.white,
    corners: corners(line.mine),
    shadow: 'low',
  });
  const reacted = reactions(scene, line, left, bubbleWidth, bubbleHeight);
  return scene.add
    .container(0, 0, [ground, body, ...(label ? [label, picture(scene, line.person, bubbleHeight)] : []), ...reacted])
    .setSize(width, bubbleHeight + (reacted.length > 0 ? HANGING : 0));
}

export function tileBubble(scene: Phaser.Scene, line: TileLine, width: number): Phaser.GameObjects.Container {
  const card = tileCard(scene, line);
  const label = line.mine ? null : words(scene, SIDE + 6, 0, line.person.name, { size: 32, weight: 800, colour: nameColour(line.person) });
  card.setPosition(line.mine ? width - card.width : SIDE, label ? 40 : 0);
  const bottom = card.y + card.height;
  const reacted = reactions(scene, line, card.x, card.width, bottom);
  return scene.add
    .container(0, 0, [card, ...(label ? [label, picture(scene, line.person, bottom)] : []), ...reacted])
    .setSize(width, bottom + (reacted.length > 0 ? HANGING : 0));
}

/** A deleted message keeps its place and the name of its sender. */
export function deletedBubble(scene: Phaser.Scene, line: SaidLine, width: number): Phaser.GameObjects.Container {
  const textWidth = width - (line.mine ? 40 : SIDE) - 86;
  const label = line.mine ? null : words(scene, SIDE + 22, 8, line.person.name, { size: 32, weight: 800, colour: nameColour(line.person) });
  const body = words(scene, 0, label ? 46 : 12, line.deleted ?? '', { size: 32, colour: colours.ink2, width: textWidth, leading: 2 });
  const bubbleWidth = Math.max(body.width + 44, label?.width ?? 0) + 44;
  const bubbleHeight = body.y + body.height + 10;
  const left = line.mine ? width - bubbleWidth : SIDE;
  body.setX(left + 66);
  const icon = scene.add.image(left + 20, body.y + body.height / 2, iconKey('trash', colours.ink2)).setOrigin(0, 0.5);
  return scene.add
    .container(0, 0, [
      panel(scene, left, 0, bubbleWidth, bubbleHeight, {
        fill: boardColours.deleted,
        corners: corners(line.mine),
        stroke: colours.edge,
        strokeWidth: 3,
      }),
      icon.setDisplaySize(40, 40),
      body,
      ...(label ? [label, picture(scene, line.person, bubbleHeight)] : []),
    ])
    .setSize(width, bubbleHeight);
}

export function systemLine(scene: Phaser.Scene, content: string, width: number): Phaser.GameObjects.Container {
  const label = words(scene, width / 2, 8, content, { size: 32, colour: colours.ink2, width: width - 60, align: 'center', leading: 2 }).setOrigin(
    0.5,
    0,
  );
  const height = label.height + 16;
  return scene.add
    .container(0, 0, [panel(scene, (width - label.width - 40) / 2, 0, label.width + 40, height, { fill: colours.chatBar, corners: 18 }), label])
    .setSize(width, height);
}

/** Three thin bars that breathe; without motion they stand still. */
export function typingBubble(scene: Phaser.Scene, person: Person, width: number, still: boolean): Phaser.GameObjects.Container {
  const bars = [0, 1, 2].map((index) => {
    const bar = scene.add.rectangle(SIDE + 44 + index * 24, 38, 10, 34, tone(boardColours.typing)).setRounded(5);
    if (!still) scene.tweens.add({ targets: bar, scaleY: 0.35, duration: 420, delay: index * 140, yoyo: true, repeat: -1, ease: 'Sine.easeInOut' });
    return bar;
  });
  return scene.add
    .container(0, 0, [
      panel(scene, SIDE, 0, 136, 76, { fill: colours.white, corners: [30, 30, 30, 8], shadow: 'low' }),
      ...bars,
      picture(scene, person, 76),
    ])
    .setSize(width, 76);
}
