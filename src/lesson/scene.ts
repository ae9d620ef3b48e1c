import { BASE_LANG } from '../locales/languages.ts';
import type { Instant } from '../protocol/identity.ts';
import { type Playhead, position } from '../protocol/scene.ts';
import { plays } from '../story/compile/length.ts';
import type { StoryPoint } from '../story/compile/machine.ts';
import { beatLengths } from '../story/compile/pace.ts';
import type { Story } from '../story/compile/story.ts';
import { textId } from '../story/schema/beat.ts';
import type { Beat } from '../story/schema/schema.ts';
import type { Texts } from '../story/schema/texts.ts';
import { nodeOf } from './side-activity.ts';
import type { Lesson, LessonIn } from './state.ts';

const SLOWER = 3;

/** How long the phones may vote here, at the pace that the teacher chose; null: until the teacher closes. */
export function secondsOf(story: Story, lesson: Lesson): number | null {
  const node = nodeOf(story, lesson.point.node);
  if (!('vote' in node) || node.vote.seconds === 'off' || lesson.pace === 'off') return null;
  return node.vote.seconds * (lesson.pace === 'calm' ? SLOWER : 1);
}

/** A scene's beats that play with these variables, each with its place in time (ms from the scene's start). */
export interface TimedBeat {
  beat: Beat;
  id: string;
  start: number;
  ms: number;
}

export function beatsOf(story: Story, point: StoryPoint): TimedBeat[] {
  const node = nodeOf(story, point.node);
  if (!('scene' in node)) return [];
  const played = node.scene.beats.flatMap((beat, index) =>
    plays(beat, point.variables) ? [{ beat, id: textId(beat) ?? `${point.node}-${index}` }] : [],
  );
  const lengths = beatLengths(
    played.map(({ beat }) => beat),
    (beat) => beatText(beat, story.texts[BASE_LANG].nodes[point.node]),
  );
  let start = 0;
  return played.map(({ beat, id }, index) => {
    const ms = lengths[index] ?? 0;
    const timed = { beat, id, start, ms };
    start += ms;
    return timed;
  });
}

export function beatText(beat: Beat, texts: Texts['nodes'][string] | undefined): string {
  const id = textId(beat);
  const text = id === null ? '' : texts?.[id];
  return typeof text === 'string' ? text : '';
}

export function sceneLength(beats: readonly TimedBeat[]): number {
  const last = beats.at(-1);
  return last ? last.start + last.ms : 0;
}

/** The beat that is newest at `ms` into the scene. */
export function beatAt(beats: readonly TimedBeat[], ms: number): TimedBeat | undefined {
  return beats.findLast((timed) => timed.start <= ms);
}

/** Whether the scene has played to its end at `now`. */
export function played(story: Story, lesson: LessonIn<'scene'>, now: Instant): boolean {
  return position(lesson.playhead, now) >= sceneLength(beatsOf(story, lesson.point));
}

/** The playhead moved to where the scene waits for "next". */
export function sceneEnd(story: Story, lesson: LessonIn<'scene'>, now: Instant): Playhead {
  return { offset: sceneLength(beatsOf(story, lesson.point)), since: lesson.playhead.since === null ? null : now };
}

/** A press within this many ms after the beginning of a line means the line before it. */
const BACK_MS = 2000;

/** The playhead moved back to the beginning of the newest line, or of the one before it; before the first line, of the scene. */
export function stepBack(story: Story, lesson: LessonIn<'scene'>, now: Instant): Playhead {
  const at = position(lesson.playhead, now) - BACK_MS;
  const line = beatsOf(story, lesson.point).findLast(({ beat, start }) => textId(beat) !== null && start <= at);
  return { offset: line?.start ?? 0, since: lesson.playhead.since === null ? null : now };
}

/** The playhead moved to the next beat. */
export function fastForward(story: Story, lesson: LessonIn<'scene'>, now: Instant): Playhead {
  const beats = beatsOf(story, lesson.point);
  const at = position(lesson.playhead, now);
  const next = beats.find((timed) => timed.start > at);
  return { offset: next ? next.start : sceneLength(beats), since: lesson.playhead.since === null ? null : now };
}
