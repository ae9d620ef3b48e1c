import { position } from '../../protocol/scene.ts';
import type { StageScreen } from '../../protocol/views/stage.ts';
import { t } from '../text/texts.ts';
import type { ChatLine, PhoneFace } from './chat.ts';
import { tableau } from './tableau.ts';

/** How many of the newest lines of a chat are told: those that can be seen. */
const NEWEST = 4;

/** A scene in words, as it stands now. */
export function retold({ scene, playhead }: Extract<StageScreen, { kind: 'scene' }>, now: number): string[] {
  const state = tableau(scene, position(playhead, now));
  const newest = scene.beats[state.newest];
  const { chat, caption, silence, second, behind } = state;
  const back = state.scrolled === null ? undefined : state.lines.find(({ id }) => id === state.scrolled);
  return [
    ...(scene.time === null ? [] : [scene.time]),
    ...(scene.weather === null ? [] : [t('scene.rain')]),
    ...phone(state),
    ...(back ? [t('chat.back'), ...said(back)] : []),
    ...(second ? phone(second) : []),
    ...(behind ? [behind.text] : []),
    ...(state.bars ?? []).map((bar) => `${bar.text}: ${bar.value} / ${bar.of}`),
    ...(newest?.kind === 'act' || newest?.kind === 'enter' || newest?.kind === 'leave' ? [newest.text] : []),
    ...(silence ? [silence.text, ...(silence.mirror && chat?.owner ? [t('scene.mirror', { name: chat.owner.name })] : [])] : []),
    ...(caption && !silence ? [caption.name ? `${caption.name}: ${caption.text}` : caption.text] : []),
    ...(state.done ? [t('scene.next')] : []),
  ];
}

function phone({ chat, lines, typing, seen, closed }: PhoneFace): string[] {
  if (!chat) return [];
  return [
    `${chat.title}, ${chat.members}`,
    ...(chat.owner ? [t('scene.phoneOf', { name: chat.owner.name })] : []),
    ...lines.slice(-NEWEST).flatMap(said),
    ...(typing ? [t('scene.typing', { name: typing.name })] : []),
    ...(seen ? [seen.text] : []),
    ...(closed ? [t('chat.closed')] : []),
  ];
}

function said(line: ChatLine): string[] {
  if (line.kind === 'system') return [line.text];
  const words = line.deleted ?? (line.kind === 'voice' ? t('chat.voice', { seconds: line.seconds, words: line.text }) : line.text);
  return [
    `${line.person.name}: ${words}`,
    ...(line.kind === 'tile' && line.copies !== null && line.deleted === null ? [line.copies] : []),
    ...line.reactions.map((reaction) => reaction.text),
  ];
}
