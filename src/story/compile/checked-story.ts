import type { Way } from '../check/states.ts';
import type { Walk } from '../check/walk.ts';
import type { SharedContent } from '../schema/shared-content.ts';
import { compile } from './machine.ts';
import type { Story } from './story.ts';

/** A story that was checked and walked before, as JSON: who plays it needs neither its files nor the check. */
export interface CheckedStory {
  story: Omit<Story, 'machine' | 'beside'>;
  /** The shortest way to each node that can be reached. */
  ways: [node: string, way: Way][];
}

/** What stands where a story should, if that cannot be played. */
export interface Mistake {
  mistake: string;
}

export function checkedStory({ structure, texts, version }: Story, { ways }: Walk): CheckedStory {
  const nodes = Object.keys(structure.nodes).flatMap((node): CheckedStory['ways'] => {
    const way = ways.get(node);
    return way ? [[node, way]] : [];
  });
  return { story: { structure, texts, version }, ways: nodes };
}

export function openChecked({ story, ways }: CheckedStory, { items, agreements }: SharedContent): { story: Story; ways: ReadonlyMap<string, Way> } {
  return { story: { ...story, machine: compile(story.structure), beside: { items, agreements } }, ways: new Map(ways) };
}
