import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { debriefView } from '../../src/lesson/report.ts';
import { deskView, stageView } from '../../src/lesson/views.ts';
import { walk } from '../../src/scenario/walk.ts';
import { readLibrary } from '../../src/server/library.ts';
import { aClass } from './class.ts';
import { around } from './room.ts';

const { stories, shelf } = await readLibrary(fileURLToPath(new URL('../../scenarios', import.meta.url)));

test.each([...stories.values()].map((story) => [story.texts.nl.title, story] as const))(
  'every way through "%s" is one that a class can take, with every screen on it, to the end',
  (_title, story) => {
    let paths = 0;
    for (const { choices } of walk(story).paths()) {
      paths += 1;
      // The teacher decides for a class too small to vote: the same machine, and quick enough for every path.
      const room = aClass({ seats: 0, story });
      for (let presses = 0; room.lesson.phase !== 'end'; presses++) {
        if (presses > 1000) throw new Error(`${JSON.stringify(choices)} never ends`);
        if (room.lesson.phase === 'together') room.picks(choices[room.lesson.trail.length]!.choice);
        else {
          if (room.lesson.phase === 'scene') room.waits(600_000);
          room.next();
        }
        if (paths % 20 === 1) for (const lang of ['nl', 'en'] as const) deskView({ story, shelf }, room.lesson, lang, around(room));
        if (paths % 20 === 1) stageView({ story, shelf }, room.lesson, around(room));
      }
      expect(room.lesson.trail.map(({ node, choice }) => ({ node, choice }))).toEqual(choices);
      const report = debriefView({ story, shelf }, room.lesson, 'nl', around(room));
      expect(report.steps.map((step) => ({ node: step.node, choice: step.choices.find((choice) => choice.taken)?.id }))).toEqual(choices);
      expect(report.ending).toBeTruthy();
    }
    expect(paths).toBe(walk(story).count);
  },
);
