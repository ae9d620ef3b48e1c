import type * as Phaser from 'phaser';
import { boardColours, colours } from '../../../art/tokens.ts';
import { ink } from '../../board/display-settings.ts';
import { iconKey, iconOf } from '../../board/screen.ts';
import type { VoiceLine } from '../../cues/chat.ts';
import { panel, words } from '../../figures/paint.ts';
import { corners, nameColour, picture, SIDE } from './bubble.ts';
import { HANGING, reactions } from './reaction.ts';

const BARS = 27;
const BAR = 6;
const STEP = 10;
const TALL = 62;
const BUTTON = 68;
const LOOK = {
  mine: { fill: colours.brand, text: colours.white, button: colours.white, icon: colours.brand, said: colours.white, rest: boardColours.waveMine },
  theirs: { fill: colours.white, text: colours.ink, button: colours.brand, icon: colours.white, said: colours.brand, rest: boardColours.wave },
};
export const voiceIcons = () => (['play', 'pause'] as const).flatMap((name) => [iconOf(name, colours.white), iconOf(name, colours.brand)]);

export interface Voice {
  box: Phaser.GameObjects.Container;
  /** Where the play head is, of the whole; null where nobody listens now. */
  play(share: number | null): void;
}

/** A voice message: what it says stands under its wave, because nothing is told by sound alone. */
export function voiceBubble(scene: Phaser.Scene, line: VoiceLine, width: number): Voice {
  const look = LOOK[line.mine ? 'mine' : 'theirs'];
  const label = line.mine ? null : words(scene, SIDE + 22, 8, line.person.name, { size: 32, weight: 800, colour: nameColour(line.person) });
  const top = label ? 52 : 16;
  const inner = BUTTON + 18 + BARS * STEP + 12;
  const time = words(scene, 0, top + TALL / 2 + 2, clock(line.seconds), { size: 32, weight: 700, colour: look.text }).setOrigin(0, 0.5);
  const bubbleWidth = Math.min(width - (line.mine ? 40 : SIDE), inner + time.width + 44);
  const said = words(scene, 0, top + TALL + 8, `“${line.text}”`, { size: 36, colour: look.text, width: bubbleWidth - 52, leading: 0 });
  const bubbleHeight = said.y + said.height + (line.reactions.length > 0 ? 12 : 8);
  const left = line.mine ? width - bubbleWidth : SIDE;
  said.setX(left + 24);
  time.setX(left + 22 + inner);
  const button = scene.add.circle(left + 24 + BUTTON / 2, top + TALL / 2, BUTTON / 2, Number.parseInt(ink(look.button).slice(1), 16));
  const icon = scene.add.image(button.x, button.y, iconKey('play', look.icon)).setDisplaySize(36, 36);
  const wave = scene.add.graphics({ x: left + 24 + BUTTON + 18, y: top + TALL / 2 });
  const heights = waveform(line.id);
  let drawn = Number.NaN;
  const play = (share: number | null) => {
    const bar = share === null ? -1 : Math.floor(share * BARS);
    if (bar === drawn) return;
    drawn = bar;
    wave.clear();
    heights.forEach((height, index) => {
      wave.fillStyle(Number.parseInt(ink(index <= bar ? look.said : look.rest).slice(1), 16));
      wave.fillRoundedRect(index * STEP, (-height * TALL) / 2, BAR, height * TALL, 3);
    });
    icon.setTexture(iconKey(bar < 0 ? 'play' : 'pause', look.icon)).setDisplaySize(36, 36);
    time.setText(clock(share === null ? line.seconds : Math.floor(share * line.seconds)));
  };
  play(null);
  const reacted = reactions(scene, line, left, bubbleWidth, bubbleHeight);
  const ground = panel(scene, left, 0, bubbleWidth, bubbleHeight, { fill: look.fill, corners: corners(line.mine), shadow: 'low' });
  const box = scene.add
    .container(0, 0, [ground, button, icon, wave, time, said, ...(label ? [label, picture(scene, line.person, bubbleHeight)] : []), ...reacted])
    .setSize(width, bubbleHeight + (reacted.length > 0 ? HANGING : 0));
  return { box, play };
}

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** Drawn from the name of the message, so that it looks the same every time: words with pauses between them. */
function waveform(id: string): number[] {
  let seed = [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7);
  return Array.from({ length: BARS }, (_, index) => {
    seed = (seed * 137 + 71) % 9973;
    const breath = Math.abs(Math.sin((index + (seed % 3)) * 0.42));
    return Math.max(0.12, breath * (0.45 + (seed % 100) / 180));
  });
}
