import { type Lang, LETTERS } from '../protocol/identity.ts';
import type { ContactRole, SchoolContact } from '../protocol/preparing.ts';
import type {
  AftercareCard,
  AgreementLine,
  Beat as BeatView,
  Chat,
  ChoiceFace,
  Emotion,
  HelpLine,
  Person,
  SceneView,
  StageView,
  Tile,
  VoteFace,
} from '../protocol/views.ts';
import { HELPED } from '../scenario/live.ts';
import type { Shelf } from '../scenario/schema.ts';
import type { Story } from '../scenario/story.ts';
import { isAgreement, nodeOf, nodeTexts } from './aside.ts';
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
import type { Agreement, Lesson } from './lesson.ts';
import { beatsOf, beatText, sceneLength } from './scene.ts';

type Band = Story['structure']['band'];

/** A story's parts in one language, as they travel. */

export function person(story: Story, lang: Lang, id: string): Person {
  return { id, name: story.texts[lang].cast[id] ?? id, look: story.structure.cast[id]?.look ?? id };
}

export function chatFace(story: Story, lang: Lang, id: string): Chat {
  const { title, badge, members } = story.texts[lang].chats[id] ?? { title: '', badge: '', members: '' };
  const owner = story.structure.chats[id]?.owner;
  return { id, title, badge, members, owner: owner ? person(story, lang, owner) : null };
}

export function sceneFace(story: Story, lang: Lang, point: Lesson['point']): SceneView {
  const node = nodeOf(story, point.node);
  if (!('scene' in node)) throw new Error(`${point.node} is not a scene`);
  const texts = nodeTexts(story, lang, point.node);
  const timed = beatsOf(story, point);
  const who = (id: string) => person(story, lang, id);
  let chat = node.scene.chat;
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
      const { emotion, pose = 'plain', at = 'centre' } = beat;
      return { ...common, kind: 'enter', person: who(beat.enter), emotion, pose, at, text: comes(lang, who(beat.enter).name) };
    }
    if ('leave' in beat) return { ...common, kind: 'leave', person: who(beat.leave), text: goes(lang, who(beat.leave).name) };
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
      const face = chatFace(story, lang, beat.behind);
      return { ...common, kind: 'behind', chat: face, unread: beat.unread, text: unread(lang, face.title, beat.unread) };
    }
    if ('scroll' in beat) return { ...common, kind: 'scroll', to: beat.scroll, text: scrolledBack(lang) };
    if ('split' in beat) return { ...common, kind: 'split', chat: chatFace(story, lang, beat.split) };
    chat = beat.chat;
    return { ...common, kind: 'chat', chat: chatFace(story, lang, beat.chat) };
  });
  return {
    node: point.node,
    place: node.scene.place,
    light: node.scene.light,
    weather: node.scene.weather ?? null,
    music: node.scene.music === true,
    time: texts.time ?? null,
    standing: node.scene.standing.map(({ who: id, emotion, pose, at }) => ({ person: who(id), emotion, pose: pose ?? 'plain', at: at ?? 'centre' })),
    chat: node.scene.chat === undefined ? null : chatFace(story, lang, node.scene.chat),
    beats,
    length: sceneLength(timed),
  };
}

/** The options in the order that was drawn for this lesson. */
export function choiceFaces(story: Story, lang: Lang, lesson: Lesson, node: string): ChoiceFace[] {
  const texts = nodeTexts(story, lang, node).choices ?? {};
  const shape = nodeOf(story, node);
  const order = lesson.orders[node] ?? ('vote' in shape ? shape.vote.choices.map((choice) => choice.id) : 'live' in shape ? HELPED : []);
  return order.map((id, index) => {
    const own = isAgreement(node) ? lesson.candidates.find((candidate) => candidate.id === id)?.text : null;
    return { id, letter: LETTERS[index] ?? 'D', text: own ?? texts[id]?.text ?? '', short: own ?? texts[id]?.short ?? '' };
  });
}

export function voteFace(story: Story, lang: Lang, lesson: Lesson, node: string = lesson.point.node): VoteFace {
  const shape = nodeOf(story, node);
  if (!('vote' in shape) && !('live' in shape)) throw new Error(`${node} is not a vote`);
  const texts = nodeTexts(story, lang, node);
  const { as, emotion, drawing, held } = 'vote' in shape ? shape.vote : { held: true };
  return {
    round: lesson.round?.node === node ? lesson.round.id : `${node}-${lesson.rounds}`,
    node,
    as: as === undefined ? null : { person: person(story, lang, as), emotion: emotion ?? 'nadenkend', text: texts.as ?? '' },
    question: texts.question ?? '',
    context: texts.context ?? null,
    drawing: drawing ?? null,
    held: held ?? false,
    choices: choiceFaces(story, lang, lesson, node),
    before: choiceFaces(story, lang, lesson, node).find(({ id }) => id === decidedBefore(story, lesson, node)) ?? null,
  };
}

/** The newest decision on a question that everybody has seen, apart from the one that the board shows now. */
function decidedBefore(story: Story, lesson: Lesson, node: string): string | null {
  const again = (id: string) => {
    const shape = nodeOf(story, id);
    return 'vote' in shape ? shape.vote.again : undefined;
  };
  const kept = (id: string) => {
    const shape = nodeOf(story, id);
    return !('vote' in shape) || shape.vote.held === true;
  };
  const past = lesson.current ? lesson.trail.slice(0, -1) : lesson.trail;
  const known = past.filter((decision) => decision.by !== 'what-if' && !kept(decision.node));
  return known.findLast((decision) => decision.node === node || decision.node === again(node))?.choice ?? null;
}

/** The words of the story that may need explaining. */
export function hardWords(story: Story, lang: Lang): { word: string; meaning: string }[] {
  return Object.entries(story.texts[lang].words ?? {}).map(([word, meaning]) => ({ word, meaning }));
}

export function bandOf(story: Story, version: unknown): Band {
  return story.structure.versions?.find((candidate) => candidate.id === version)?.band ?? story.structure.band;
}

const CONTACTS: Record<ContactRole, Record<Lang, (band: Band) => { who: string; what: string }>> = {
  mentor: {
    nl: (band) => ({ who: band === '10-12' ? 'je juf of meester' : 'je mentor', what: 'Je mag het altijd vertellen.' }),
    en: (band) => ({ who: band === '10-12' ? 'your teacher' : 'your form tutor', what: 'You can always tell them.' }),
  },
  counsellor: {
    nl: () => ({ who: 'vertrouwenspersoon', what: 'Luistert naar jou. Je mag iemand meenemen.' }),
    en: () => ({ who: 'school counsellor', what: 'Listens to you. You may bring someone.' }),
  },
};

/** The school's own people. */
export function contactLines(band: Band, lang: Lang, contact: readonly SchoolContact[]): HelpLine[] {
  return contact.map(({ role, name, reach }) => {
    const { who, what } = CONTACTS[role][lang](band);
    return { name: `${name}, ${who}`, what, contact: reach, when: null };
  });
}

/** The teacher's card in one language. */
export function aftercareCard({ aftercare }: Shelf, lang: Lang): AftercareCard {
  return {
    checkedOn: aftercare.checkedOn,
    now: aftercare.now.map((step) => ({ do: step.do[lang], say: step.say?.[lang] ?? null })),
    never: aftercare.never.map((line) => line[lang]),
    today: aftercare.today.map((line) => line[lang]),
    special: aftercare.special.map((line) => ({ when: line.when[lang], do: line.do[lang] })),
    lines: aftercare.lines.map((line) => ({
      name: line.name[lang],
      what: line.what[lang],
      contact: typeof line.contact === 'string' ? line.contact : line.contact[lang],
      when: line.when?.[lang] ?? null,
    })),
  };
}

/** Where to go: the school's own people first where the teacher named them, else "at school". */
export function helpLines(shelf: Shelf, band: Band, lang: Lang, contact: readonly SchoolContact[] = []): HelpLine[] {
  const lines = shelf.help.lines
    .filter((line) => line.bands.includes(band) && !line.school?.every((role) => contact.some((one) => one.role === role)))
    .map((line) => ({
      name: line.name[lang],
      what: line.what[lang],
      contact: typeof line.contact === 'string' ? line.contact : line.contact[lang],
      when: line.when?.[lang] ?? null,
    }));
  return [...contactLines(band, lang, contact), ...lines];
}

export function agreementLines(shelf: Shelf, lang: Lang, agreements: readonly Agreement[]): AgreementLine[] {
  return agreements.map(({ id, text }) => ({ id, text: text ?? shelf.agreements[id]?.[lang] ?? '' }));
}

export function agreementTexts(shelf: Shelf, story: Story, lang: Lang): string[] {
  return story.structure.agreements.flatMap((number) => shelf.agreements[String(number)]?.[lang] ?? []);
}

/** Every look with the emotions and poses that the story gives it, to load ahead. */
export function castSheet(story: Story): StageView['cast'] {
  const sheet = new Map<string, { emotions: Set<Emotion>; poses: Set<StageView['cast'][number]['poses'][number]> }>();
  const add = (id: string, emotion: Emotion, pose: StageView['cast'][number]['poses'][number]) => {
    const look = story.structure.cast[id]?.look ?? id;
    const entry = sheet.get(look) ?? { emotions: new Set(['neutraal' as const]), poses: new Set(['plain' as const]) };
    entry.emotions.add(emotion);
    entry.poses.add(pose);
    sheet.set(look, entry);
  };
  const { start, nodes } = story.structure;
  for (const node of [...(nodes[start] ? [nodes[start]] : []), ...Object.values(nodes)]) {
    if ('vote' in node && node.vote.as) add(node.vote.as, node.vote.emotion ?? 'nadenkend', 'plain');
    if (!('scene' in node)) continue;
    for (const { who, emotion, pose } of node.scene.standing) add(who, emotion, pose ?? 'plain');
    for (const beat of node.scene.beats) {
      if ('act' in beat) add(beat.act, beat.emotion, beat.pose ?? 'plain');
      if ('enter' in beat) add(beat.enter, beat.emotion, beat.pose ?? 'plain');
    }
  }
  for (const id of Object.keys(story.structure.cast)) add(id, 'neutraal', 'plain');
  return [...sheet].map(([look, { emotions, poses }]) => ({ look, emotions: [...emotions], poses: [...poses] }));
}

export function opening(story: Story): StageView['opens'] {
  const { start, nodes } = story.structure;
  const first = nodes[start];
  return first && 'scene' in first ? { place: first.scene.place, light: first.scene.light } : null;
}
