import type * as Phaser from 'phaser';
import { colours } from '../../../art/tokens.ts';
import type { Chat } from '../../../protocol/scene.ts';
import { iconKey } from '../../board/screen.ts';
import { fitted, panel, words } from '../../figures/paint.ts';
import { t } from '../../text/texts.ts';

const OWNER = 60;
export const headHeight = (chat: Chat) => 136 + (chat.owner ? OWNER : 0);

/** The top of a phone: whose it is, and the group that is open. */
export function header(scene: Phaser.Scene, chat: Chat, inset: number, width: number): Phaser.GameObjects.GameObject[] {
  const top = inset + (chat.owner ? OWNER : 0);
  const parts: Phaser.GameObjects.GameObject[] = [
    panel(scene, inset, inset, width, headHeight(chat), { fill: colours.plum, corners: [48, 48, 0, 0] }),
  ];
  if (chat.owner) {
    const owner = { size: 34, weight: 700, colour: colours.cream, width: width - 130, height: 56, least: 28, fixed: true };
    parts.push(
      panel(scene, inset, inset, width, 62, { fill: colours.night2, corners: [48, 48, 0, 0] }),
      scene.add.image(inset + 58, inset + 32, iconKey('device-mobile', colours.glow)).setDisplaySize(38, 38),
      fitted(scene, inset + 86, inset + 32, t('scene.phoneOf', { name: chat.owner.name }), owner).setOrigin(0, 0.5),
    );
  }
  parts.push(
    panel(scene, inset + 32, top + 26, 84, 84, { fill: colours.apricot, corners: 28 }),
    words(scene, inset + 74, top + 68, chat.badge, { size: 38, heading: true }).setOrigin(0.5),
    fitted(scene, inset + 138, top + 20, chat.title, {
      size: 42,
      heading: true,
      colour: colours.white,
      width: width - 170,
      height: 62,
      least: 30,
      fixed: true,
    }),
    fitted(scene, inset + 138, top + 74, chat.members, { size: 32, colour: colours.lilac, width: width - 170, height: 50, least: 26, fixed: true }),
  );
  return parts;
}
