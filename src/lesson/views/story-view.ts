import { inEveryLanguage, type Lang } from '../../locales/languages.ts';
import type { Emotion } from '../../protocol/scene.ts';
import type { StageView } from '../../protocol/views/stage.ts';
import type { Story } from '../../story/compile/story.ts';

/** What a view tells of a story that never changes: every board and every phone gets it, so it is made once. */
function onceFor<T>(make: (story: Story) => T): (story: Story) => T {
  const made = new WeakMap<Story, T>();
  return (story) => {
    const known = made.get(story);
    if (known !== undefined) return known;
    const fresh = make(story);
    made.set(story, fresh);
    return fresh;
  };
}

/** Every look with the emotions and poses that the story gives it, to load ahead. */
export const castSheet = onceFor((story): StageView['cast'] => {
  const sheet = new Map<string, { emotions: Set<Emotion>; poses: Set<StageView['cast'][number]['poses'][number]> }>();
  const add = (id: string, emotion: Emotion, pose: StageView['cast'][number]['poses'][number]) => {
    const look = story.structure.cast[id]?.look ?? id;
    const entry = sheet.get(look) ?? { emotions: new Set(['neutral' as const]), poses: new Set(['plain' as const]) };
    entry.emotions.add(emotion);
    entry.poses.add(pose);
    sheet.set(look, entry);
  };
  const { start, nodes } = story.structure;
  for (const node of [...(nodes[start] ? [nodes[start]] : []), ...Object.values(nodes)]) {
    if ('vote' in node && node.vote.as) add(node.vote.as, node.vote.emotion ?? 'thinking', 'plain');
    if (!('scene' in node)) continue;
    for (const { who, emotion, pose } of node.scene.standing) add(who, emotion, pose ?? 'plain');
    for (const beat of node.scene.beats) {
      if ('act' in beat) add(beat.act, beat.emotion, beat.pose ?? 'plain');
      if ('enter' in beat) add(beat.enter, beat.emotion, beat.pose ?? 'plain');
    }
  }
  for (const id of Object.keys(story.structure.cast)) add(id, 'neutral', 'plain');
  return [...sheet].map(([look, { emotions, poses }]) => ({ look, emotions: [...emotions], poses: [...poses] }));
});

export function opening(story: Story): StageView['opens'] {
  const { start, nodes } = story.structure;
  const first = nodes[start];
  return first && 'scene' in first ? { place: first.scene.place, light: first.scene.light } : null;
}

const wordsIn = (lang: Lang) => onceFor((story) => Object.entries(story.texts[lang].words ?? {}).map(([word, meaning]) => ({ word, meaning })));
const WORDS = inEveryLanguage(wordsIn);

/** The words of the story that may need explaining. */
export const hardWords = (story: Story, lang: Lang): { word: string; meaning: string }[] => WORDS[lang](story);
