import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { debriefView } from '../../src/lesson/report.ts';
import { start } from '../../src/lesson/step.ts';
import { deskView, stageView } from '../../src/lesson/views.ts';
import { walk } from '../../src/scenario/walk.ts';
import { readLibrary } from '../../src/server/library.ts';
import { Class, creationOf } from './class.ts';
import { readFullStory } from './full-story.ts';
import { around } from './room.ts';

const { stories, shelf } = await readLibrary(fileURLToPath(new URL('../../scenarios', import.meta.url)));

/** Above this an even sample is replayed: the walk itself has seen every state. */
const REPLAYED = 2000;
const all = [...stories.values(), readFullStory().story!];
test.each(all.map((story) => [story.texts.nl.title, story] as const))(
  'every way through "%s" (evenly 2000 of them where there are more) is one that a class can take, with every screen on it, to the end',
  (_title, story) => {
    let paths = 0;
    const walked = walk(story);
    const every = Math.ceil(walked.count / REPLAYED);
    const held = (node: string) => {
      const shape = story.structure.nodes[node]!;
      return 'vote' in shape && shape.vote.held === true;
    };
    for (const { version, choices } of walked.paths()) {
      paths += 1;
      if (paths % every !== 0) continue;
      // The teacher decides for a class too small to vote: the same machine, and quick enough for every path.
      const room = new Class(story);
      room.lesson = start(story, { ...creationOf(story), version }, room.now);
      room.does({ type: 'headcount.confirm', count: 1 });
      for (let presses = 0; room.lesson.phase !== 'end'; presses++) {
        if (presses > 1000) throw new Error(`${JSON.stringify(choices)} never ends`);
        if (room.lesson.phase === 'together') room.picks(choices[room.lesson.trail.length]!.choice);
        else {
          if (room.lesson.phase === 'scene') room.waits(600_000);
          room.next();
        }
        if (paths % (20 * every) === every) for (const lang of ['nl', 'en'] as const) deskView({ story, shelf }, room.lesson, lang, around(room));
        if (paths % (20 * every) === every) stageView({ story, shelf }, room.lesson, around(room));
      }
      expect(room.lesson.trail.map(({ node, choice }) => ({ node, choice }))).toEqual(choices);
      const report = debriefView({ story, shelf }, room.lesson, 'nl', around(room));
      expect(report.steps.map((step) => ({ node: step.node, choice: step.choices.find((choice) => choice.taken)?.id }))).toEqual(
        choices.map(({ node, choice }) => ({ node, choice: held(node) ? undefined : choice })),
      );
      expect(report.ending).toBeTruthy();
    }
    expect(paths).toBe(walked.count);
  },
);
