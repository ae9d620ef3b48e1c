import type { Lang } from '../../locales/languages.ts';
import type { Emotion, Person, Pose, Tile } from '../../protocol/scene.ts';
import type { Beat } from '../../story/schema/schema.ts';
import { EMOJI, type EmojiName } from '../../story/schema/vocabulary.ts';
import { t } from '../texts.ts';

/** What a sound, a face or a silence is called, for whoever cannot hear or see it. */

type Sound = Extract<Beat, { sound: string }>['sound'];

const isReaction = (emoji: string): emoji is EmojiName => EMOJI.some((known) => known === emoji);

export const reacted = (lang: Lang, emoji: string, count: number) =>
  t(lang, 'reaction.times', { count, reaction: t(lang, isReaction(emoji) ? `reaction.${emoji}` : 'reaction.other') });

export function feels(lang: Lang, name: string, emotion: Emotion, pose: Pose = 'plain'): string {
  const feeling = t(lang, `feels.${emotion}`);
  if (pose !== 'cover' && pose !== 'hide' && pose !== 'away') return t(lang, 'feels.sentence', { name, feeling });
  return t(lang, 'feels.withPose', { name, feeling, pose: t(lang, `pose.${pose}`) });
}
export const comes = (lang: Lang, name: string) => t(lang, 'comes', { name });
export const goes = (lang: Lang, name: string) => t(lang, 'goes', { name });
export const heard = (lang: Lang, sound: Sound) => t(lang, `sound.${sound}`);
export const seenBy = (lang: Lang, count: number) => t(lang, 'seenBy', { count });
export const copied = (lang: Lang, tile: Tile, count: number) => t(lang, `copied.${tile}`, { count });
export const silent = (lang: Lang) => t(lang, 'silent');

// ---------- what the chat app says of itself ----------

const start = (name: string) => `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`;
export const deleted = (lang: Lang) => t(lang, 'deleted');
export const unread = (lang: Lang, title: string, count: number) => t(lang, 'unread', { title, count });
export const scrolledBack = (lang: Lang) => t(lang, 'scrolledBack');

/** What everybody reads, and what the phones of those concerned say instead. */
type Said = { text: string; own: Record<string, string> };

export function hasLeft(lang: Lang, person: Person): Said {
  return { text: t(lang, 'left.someone', { name: start(person.name) }), own: { [person.id]: t(lang, 'left.you') } };
}

function changed(lang: Lang, how: 'removed' | 'added', person: Person, by: Person | null): Said {
  if (by === null) return { text: t(lang, `${how}.someone`, { name: start(person.name) }), own: { [person.id]: t(lang, `${how}.you`) } };
  return {
    text: t(lang, `${how}.someoneBy`, { by: start(by.name), name: person.name }),
    own: { [person.id]: t(lang, `${how}.youBy`, { by: start(by.name) }), [by.id]: t(lang, `${how}.byYou`, { name: person.name }) },
  };
}
export const wasRemoved = (lang: Lang, person: Person, by: Person | null) => changed(lang, 'removed', person, by);
export const wasAdded = (lang: Lang, person: Person, by: Person | null) => changed(lang, 'added', person, by);
