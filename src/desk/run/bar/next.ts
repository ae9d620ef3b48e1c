import type { ChoiceId } from '../../../protocol/identity.ts';
import type { TeacherIntent } from '../../../protocol/intents.ts';
import { CONSENT_LEAST_MS } from '../../../protocol/live-chat.ts';
import { position } from '../../../protocol/scene.ts';
import type { DeskView } from '../../../protocol/views/desk.ts';
import type { ChoiceView } from '../../../protocol/views/vote.ts';
import { say } from '../../say.ts';

/** What the big button does now. */
export type Next = { label: string } & ({ kind: 'ask'; intent: TeacherIntent } | { kind: 'finish' | 'debrief' | 'leave' | 'wait' });

/** What the teacher has set on this desk and not yet sent. */
export interface Pending {
  count: number;
  pick: ChoiceView | null;
  /** Null until every choice has been counted. */
  hands: Record<ChoiceId, number> | null;
}

export function nextOf(view: DeskView, now: number, pending: Pending, hasDebrief: boolean): Next {
  const { screen, screenRevision } = view;
  const onward = (label: string): Next => ({ label, kind: 'ask', intent: { type: 'lesson.next', screenRevision } });
  const count = (): Next => ({
    label: say('next.count', { count: pending.count }),
    kind: 'ask',
    intent: { type: 'headcount.confirm', count: pending.count },
  });
  if (view.paused && screen.kind !== 'over') return { label: say('next.paused'), kind: 'ask', intent: { type: 'lesson.pause', on: false } };
  switch (screen.kind) {
    case 'lobby':
      if (view.headCount === null || view.seats > view.headCount) return count();
      return onward(say(view.decisions.length > 0 ? 'next.again' : 'next.begin'));
    case 'scene':
      return onward(say(position(screen.playhead, now) < screen.scene.length ? 'next.hurry' : 'next.onward'));
    case 'question':
      return onward(say(screen.asked === 'together' ? 'next.together' : screen.asked === 'hands' ? 'next.eyes' : 'next.openVote'));
    case 'hands': {
      const raised = screen.vote.choices[screen.turn + 1];
      if (raised) return onward(say('next.raise', { letter: raised.letter }));
      if (screen.turn < screen.vote.choices.length) return onward(say('next.handsDown'));
      if (screen.mixed) return onward(say('next.teacherDecides'));
      if (!pending.hands) return { label: say('next.handsFirst'), kind: 'wait' };
      return { label: say('next.hands'), kind: 'ask', intent: { type: 'hands.counted', round: screen.vote.round, hands: pending.hands } };
    }
    case 'vote':
      if (now < screen.opensAt) return { label: say('next.soon'), kind: 'wait' };
      return { label: say('next.closeVote'), kind: 'ask', intent: { type: 'vote.close', round: screen.vote.round } };
    case 'together':
    case 'too-few':
    case 'teacherDecides':
      if (!pending.pick) return { label: say('next.pickFirst'), kind: 'wait' };
      return {
        label: say('next.pick', { letter: pending.pick.letter, short: pending.pick.short }),
        kind: 'ask',
        intent: { type: 'vote.pick', round: screen.vote.round, choice: pending.pick.id },
      };
    case 'live':
      if (now < screen.endsAt) return { label: say('next.live'), kind: 'wait' };
      if (now < Math.min(screen.closesAt, screen.endsAt + CONSENT_LEAST_MS)) return { label: say('next.consent'), kind: 'wait' };
      return onward(say('next.onward'));
    case 'recount':
      return count();
    case 'talk':
      return onward(say('next.result'));
    case 'reveal':
    case 'reflect':
    case 'results':
    case 'tell':
      return onward(say('next.onward'));
    case 'end':
      return { label: say('next.end'), kind: 'finish' };
    case 'over':
      return hasDebrief ? { label: say('next.debrief'), kind: 'debrief' } : { label: say('next.start'), kind: 'leave' };
  }
}
