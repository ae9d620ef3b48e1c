import { transition } from 'xstate';
import type { RefusalCode } from '../protocol/refusals.ts';
import type { Released } from '../protocol/released.ts';
import { begin } from '../scenario/machine.ts';
import type { Story } from '../scenario/story.ts';
import type { Creation, Happening } from './events.ts';
import { create, type Lesson, type Phase } from './lesson.ts';
import { lessonMachine } from './machine.ts';
import { type Count, release } from './release.ts';
import { nodeOf } from './scene.ts';

export type Step = { ok: true; lesson: Lesson } | { ok: false; refusal: RefusalCode };

const machines = new WeakMap<Story, ReturnType<typeof lessonMachine>>();
function machineOf(story: Story) {
  const known = machines.get(story);
  if (known) return known;
  const made = lessonMachine(story);
  machines.set(story, made);
  return made;
}

export function start(story: Story, creation: Creation, at: number): Lesson {
  return create(creation, begin(story.machine, creation.version === null ? {} : { version: creation.version }), at);
}

/** The next lesson, or a refusal that changes nothing. Server, tests and replay all run this one. */
export function step(story: Story, lesson: Lesson, happening: Happening): Step {
  const machine = machineOf(story);
  const at = Math.max(lesson.now, happening.at);
  const snapshot = machine.resolveState({ value: lesson.phase, context: lesson });
  const [next, actions] = transition(machine, snapshot, { ...happening, at });
  for (const action of actions) {
    if (action.type === 'refuse') return { ok: false, refusal: (action.params as unknown as { code: RefusalCode }).code };
  }
  return {
    ok: true,
    lesson: { ...next.context, phase: next.value as Phase, now: at, spokenAt: happening.type === 'server.resumed' ? lesson.spokenAt : at },
  };
}

/** The result of the round that is closing; `lot` in [0, 1) breaks a tie. */
export function count(story: Story, lesson: Lesson, lot: number): Released {
  const node = nodeOf(story, lesson.point.node);
  if (!lesson.round || !('vote' in node)) throw new Error(`no round to count in phase ${lesson.phase}`);
  const votes: Count['votes'] = Object.fromEntries(node.vote.choices.map((choice) => [choice.id, 0]));
  for (const { choice } of Object.values(lesson.round.ballots)) if (choice !== null) votes[choice] = (votes[choice] ?? 0) + 1;
  const again = lesson.trail.some(
    (decision) => (decision.node === lesson.point.node || decision.node === node.vote.again) && decision.released !== null,
  );
  return release({ kind: node.vote.kind, votes, again, lot });
}
