import { expect, test } from 'vitest';
import { sceneView } from '../../src/lesson/views/scene-view.ts';
import { begin } from '../../src/story/compile/machine.ts';
import { mutate, readSmallStory, structure } from '../support/lesson/small-story.ts';

/** Where people stand at the start of the first scene, and where who comes in later does. */
function sides(standing: string, beats = ''): string[] {
  const whole = structure.slice(structure.indexOf('      standing:'), structure.indexOf('      chat: klas'));
  let text = mutate(structure, whole, `      standing: [${standing}]\n`);
  text = mutate(text, '        - { act: yara, emotion: laughing }\n', beats);
  const { story, diagnoses } = readSmallStory({ structure: text });
  if (!story) throw new Error(JSON.stringify(diagnoses));
  const scene = sceneView(story, 'nl', begin(story.machine));
  return [...scene.standing.map(({ at }) => at), ...scene.beats.flatMap((beat) => (beat.kind === 'enter' ? [beat.at] : []))];
}
const [daan, yara] = ['{ who: daan, emotion: happy }', '{ who: yara, emotion: happy }'];
const comes = (who: string) => `        - { enter: ${who}, emotion: happy }\n`;

test.each([
  ['one alone', [daan], '', ['centre']],
  ['two', [daan, yara], '', ['left', 'right']],
  ['two, of whom one has a place', [daan, '{ who: yara, emotion: happy, at: left }'], '', ['right', 'left']],
  ['somebody who comes in to nobody', [], comes('daan'), ['centre']],
  ['somebody who comes in to one', [daan], comes('yara'), ['centre', 'right']],
  ['somebody who comes in after another went', [daan, yara], `        - { leave: yara }\n${comes('yara')}`, ['left', 'right', 'right']],
] as const)('people without a place are spread: %s', (_, standing, beats, expected) => {
  expect(sides(standing.join(', '), beats)).toEqual(expected);
});
