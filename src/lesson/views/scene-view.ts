import type { Lang } from '../../locales/languages.ts';
import type { Beat as BeatView, Chat, Person, SceneView, Tile } from '../../protocol/scene.ts';
import type { Story } from '../../story/compile/story.ts';
import { freeSide, spread } from '../../story/schema/standing.ts';
import { beatsOf, beatText, sceneLength } from '../scene.ts';
import { nodeOf, nodeTexts } from '../side-activity.ts';
import type { Lesson } from '../state.ts';
import {
  comes,
  copied,
  deleted,
  feels,
  goes,
  hasLeft,
  heard,
  reacted,
  scrolledBack,
  seenBy,
  silent,
  unread,
  wasAdded,
  wasRemoved,
} from './captions.ts';

export function person(story: Story, lang: Lang, id: string): Person {
  return { id, name: story.texts[lang].cast[id] ?? id, look: story.structure.cast[id]?.look ?? id };
}

export function chatView(story: Story, lang: Lang, id: string): Chat {
  const { title, badge, members } = story.texts[lang].chats[id] ?? { title: '', badge: '', members: '' };
  const owner = story.structure.chats[id]?.owner;
  return { id, title, badge, members, owner: owner ? person(story, lang, owner) : null };
}

export function sceneView(story: Story, lang: Lang, point: Lesson['point']): SceneView {
  const node = nodeOf(story, point.node);
  if (!('scene' in node)) throw new Error(`${point.node} is not a scene`);
  const texts = nodeTexts(story, lang, point.node);
  const timed = beatsOf(story, point);
  const who = (id: string) => person(story, lang, id);
  let chat = node.scene.chat;
  const sides = spread(node.scene.standing);
  const here = new Map(node.scene.standing.map(({ who: id }, index) => [id, sides[index] ?? 'centre']));
  const tiles = new Map<string, Tile>();
  const mine = (author: string) => chat !== undefined && story.structure.chats[chat]?.owner === author;
  const by = (beat: { by?: string | undefined }) => (beat.by === undefined ? null : who(beat.by));
  const beats = timed.map(({ beat, id, ms }): BeatView => {
    const common = { id, ms, ...('only' in beat && beat.only !== undefined ? { only: beat.only } : {}) };
    const text = beatText(beat, texts);
    if ('say' in beat) return { ...common, kind: 'say', text };
    if ('speak' in beat) return { ...common, kind: 'speak', person: who(beat.who), text };
    if ('typing' in beat) return { ...common, kind: 'typing', person: who(beat.typing) };
    if ('message' in beat) return { ...common, kind: 'message', person: who(beat.who), text, mine: mine(beat.who) };
    if ('voice' in beat) return { ...common, kind: 'voice', person: who(beat.who), text, seconds: beat.seconds, mine: mine(beat.who) };
    if ('system' in beat) return { ...common, kind: 'system', text };
    if ('seen' in beat) return { ...common, kind: 'seen', count: beat.seen, text: seenBy(lang, beat.seen) };
    if ('react' in beat)
      return { ...common, kind: 'react', to: beat.react, emoji: beat.emoji, count: beat.count, text: reacted(lang, beat.emoji, beat.count) };
    if ('act' in beat)
      return {
        ...common,
        kind: 'act',
        person: who(beat.act),
        emotion: beat.emotion,
        pose: beat.pose ?? 'plain',
        text: feels(lang, who(beat.act).name, beat.emotion, beat.pose),
      };
    if ('enter' in beat) {
      const { emotion, pose = 'plain', at = freeSide([...here.values()]) } = beat;
      here.set(beat.enter, at);
      return { ...common, kind: 'enter', person: who(beat.enter), emotion, pose, at, text: comes(lang, who(beat.enter).name) };
    }
    if ('leave' in beat) {
      here.delete(beat.leave);
      return { ...common, kind: 'leave', person: who(beat.leave), text: goes(lang, who(beat.leave).name) };
    }
    if ('sound' in beat) return { ...common, kind: 'sound', sound: beat.sound, text: heard(lang, beat.sound) };
    if ('tile' in beat) {
      tiles.set(id, beat.tile);
      return {
        ...common,
        kind: 'tile',
        tile: beat.tile,
        person: who(beat.who),
        text,
        copies: beat.copies ?? null,
        mine: mine(beat.who),
      };
    }
    if ('copies' in beat)
      return { ...common, kind: 'copies', to: beat.of, count: beat.copies, text: copied(lang, tiles.get(beat.of) ?? 'photo', beat.copies) };
    if ('bars' in beat)
      return { ...common, kind: 'bars', bars: beat.bars.map((bar) => ({ text: texts[bar.text] as string, value: bar.value, of: bar.of })) };
    if ('silence' in beat) return { ...common, kind: 'silence', mirror: beat.mirror ?? false, text: silent(lang) };
    if ('delete' in beat) return { ...common, kind: 'delete', to: beat.delete, text: deleted(lang) };
    if ('left' in beat) return { ...common, kind: 'member', how: 'left', person: who(beat.left), ...hasLeft(lang, who(beat.left)) };
    if ('removed' in beat)
      return { ...common, kind: 'member', how: 'removed', person: who(beat.removed), ...wasRemoved(lang, who(beat.removed), by(beat)) };
    if ('added' in beat) return { ...common, kind: 'member', how: 'added', person: who(beat.added), ...wasAdded(lang, who(beat.added), by(beat)) };
    if ('behind' in beat) {
      const face = chatView(story, lang, beat.behind);
      return { ...common, kind: 'behind', chat: face, unread: beat.unread, text: unread(lang, face.title, beat.unread) };
    }
    if ('scroll' in beat) return { ...common, kind: 'scroll', to: beat.scroll, text: scrolledBack(lang) };
    if ('split' in beat) return { ...common, kind: 'split', chat: chatView(story, lang, beat.split) };
    if ('chat' in beat) {
      chat = beat.chat;
      return { ...common, kind: 'chat', chat: chatView(story, lang, beat.chat) };
    }
    return beat satisfies never;
  });
  return {
    node: point.node,
    place: node.scene.place,
    light: node.scene.light,
    weather: node.scene.weather ?? null,
    music: node.scene.music === true,
    time: texts.time ?? null,
    standing: node.scene.standing.map(({ who: id, emotion, pose }, index) => ({
      person: who(id),
      emotion,
      pose: pose ?? 'plain',
      at: sides[index] ?? 'centre',
    })),
    chat: node.scene.chat === undefined ? null : chatView(story, lang, node.scene.chat),
    beats,
    length: sceneLength(timed),
  };
}
