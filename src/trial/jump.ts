import type { UnstampedEvent } from '../lesson/events.ts';
import type { Lang } from '../locales/languages.ts';
import type { RunningLesson } from '../session/running-lesson.ts';
import type { Way } from '../story/check/states.ts';
import type { Ways } from '../story/check/walk.ts';
import type { Story } from '../story/compile/story.ts';
import type { TrialRuntime } from './browser-runtime.ts';

/** A node of a story to jump to, with the shortest list of choices that leads there. */
export interface JumpTarget {
  node: string;
  title: string;
  kind: 'scene' | 'vote' | 'reflect' | 'results' | 'foreseen' | 'tell' | 'live' | 'end';
  way: Way;
}

const KINDS = ['scene', 'vote', 'reflect', 'results', 'foreseen', 'tell', 'live', 'end'] as const;

/** In the order in which the story is written. */
export function jumpTargets(story: Story, ways: Ways, lang: Lang): JumpTarget[] {
  return Object.entries(story.structure.nodes).flatMap(([node, shape]) => {
    const kind = KINDS.find((one) => one in shape);
    const way = ways.get(node);
    return kind && way ? [{ node, kind, way, title: story.texts[lang].nodes[node]?.title ?? node }] : [];
  });
}

const MOST_PRESSES = 1000;

/** What the class does on the way there. */
export interface Followers {
  voteFor(choice: string): Promise<void>;
  chat(): Promise<void>;
}

/** The path there needs more pupils than there are. */
export class ClassTooSmall extends Error {}

/** Steps a lesson from its lobby to the target. On the way the class votes and chats in no time, and chooses what leads there. */
export async function jump(
  running: RunningLesson,
  runtime: TrialRuntime,
  story: Story,
  { node, way }: JumpTarget,
  followers: Followers,
): Promise<void> {
  const happens = async (event: UnstampedEvent) => {
    const answer = await running.propose(event);
    if (answer.ok || ['moment-passed', 'not-now'].includes(answer.refusal)) return;
    if (answer.refusal === 'class-too-small') throw new ClassTooSmall(node);
    throw new Error(`${event.type} on the way to ${node}: ${answer.refusal}`);
  };
  for (const { node: at, choice } of way.choices)
    if ('bySize' in (story.structure.nodes[at] ?? {})) await happens({ type: 'way.set', node: at, way: choice });
  for (let presses = 0; running.lesson.phase === 'lobby' || running.lesson.point.node !== node; presses++) {
    if (presses > MOST_PRESSES) throw new Error(`never came to ${node}`);
    const { phase, screenRevision, point, round, rounds } = running.lesson;
    const chosen = way.choices.find((taken) => taken.node === point.node)?.choice;
    // A class that is too small skips a question whose result is kept, so this one has gone past it.
    if (phase === 'end' || (['question', 'together'].includes(phase) && chosen === undefined)) throw new ClassTooSmall(node);
    if (phase === 'scene') await happens({ type: 'story.skip', screenRevision });
    if (phase === 'together' || phase === 'tooFew') await happens({ type: 'vote.pick', round: `${point.node}-${rounds}`, choice: chosen ?? '' });
    else if ((phase === 'voting' || phase === 'live') && round) {
      runtime.reach(round.opensAt);
      await (phase === 'live' ? followers.chat() : followers.voteFor(chosen ?? ''));
      if (round.live) runtime.reach(round.deadline ?? round.live.endsAt);
      await happens({ type: 'vote.close', round: round.id });
    } else if (phase !== 'closing') await happens({ type: 'lesson.next', screenRevision });
    await new Promise<void>((turned) => runtime.soon(turned));
  }
}
