import type { Lang } from '../../locales/languages.ts';
import type { Emotion } from '../../protocol/scene.ts';
import type { StageView } from '../../protocol/views/stage.ts';
import type { Story } from '../../story/compile/story.ts';

/** Every look with the emotions and poses that the story gives it, to load ahead. */
export function castSheet(story: Story): StageView['cast'] {
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
}

export function opening(story: Story): StageView['opens'] {
  const { start, nodes } = story.structure;
  const first = nodes[start];
  return first && 'scene' in first ? { place: first.scene.place, light: first.scene.light } : null;
}

/** The words of the story that may need explaining. */
export function hardWords(story: Story, lang: Lang): { word: string; meaning: string }[] {
  return Object.entries(story.texts[lang].words ?? {}).map(([word, meaning]) => ({ word, meaning }));
}
