import type { ChoiceId } from '../../../protocol/identity.ts';
import type { TeacherIntent } from '../../../protocol/intents.ts';
import { CONSENT_LEAST_MS } from '../../../protocol/live-chat.ts';
import { position } from '../../../protocol/scene.ts';
import type { DeskView } from '../../../protocol/views/desk.ts';
import type { ChoiceView } from '../../../protocol/views/vote.ts';
import { t } from '../../texts.ts';

/** What the big button does now. */
export type Next = { label: string } & (
  | { kind: 'ask'; intent: TeacherIntent }
  | { kind: 'count' | 'agreements' | 'finish' | 'debrief' | 'leave' | 'wait' }
);

/** What the teacher has set on this desk and not yet sent. */
export interface Pending {
  pick: ChoiceView | null;
  /** Null until every choice has been counted. */
  hands: Record<ChoiceId, number> | null;
  /** `ask` null: not so many are ticked that the class can vote on them. */
  agreements: { ask: TeacherIntent | null; count: number; skipped: boolean };
}

export function nextOf(view: DeskView, now: number, pending: Pending, hasDebrief: boolean): Next {
  const { screen, screenRevision } = view;
  const onward = (label: string): Next => ({ label, kind: 'ask', intent: { type: 'lesson.next', screenRevision } });
  // No button offers a number: pupils are counted by a person.
  const count = (): Next => ({ label: t('next.count'), kind: 'count' });
  if (view.paused && screen.kind !== 'over') return { label: t('next.paused'), kind: 'ask', intent: { type: 'lesson.pause', on: false } };
  switch (screen.kind) {
    case 'lobby':
      if (view.headCount === null || view.seats > view.headCount) return count();
      return onward(t(view.decisions.length > 0 ? 'next.again' : 'next.begin'));
    case 'scene':
      return onward(t(position(screen.playhead, now) < screen.scene.length ? 'next.hurry' : 'next.onward'));
    case 'question':
      // A vote that opens with more phones than pupils would wait for the count afterwards.
      if (screen.asked !== 'together' && screen.asked !== 'hands' && view.headCount !== null && view.seats > view.headCount) return count();
      return onward(t(screen.asked === 'together' ? 'next.together' : screen.asked === 'hands' ? 'next.eyes' : 'next.openVote'));
    case 'hands': {
      const raised = screen.vote.choices[screen.turn + 1];
      if (raised) return onward(t('next.raise', { letter: raised.letter }));
      if (screen.turn < screen.vote.choices.length) return onward(t('next.handsDown'));
      if (screen.mixed) return onward(t('next.teacherDecides'));
      if (!pending.hands) return { label: t('next.handsFirst'), kind: 'wait' };
      return { label: t('next.hands'), kind: 'ask', intent: { type: 'hands.counted', round: screen.vote.round, hands: pending.hands } };
    }
    case 'vote':
      if (now < screen.opensAt) return { label: t('next.soon'), kind: 'wait' };
      return { label: t('next.closeVote'), kind: 'ask', intent: { type: 'vote.close', round: screen.vote.round } };
    case 'together':
    case 'too-few':
    case 'teacherDecides':
      if (!pending.pick) return { label: t('next.pickFirst'), kind: 'wait' };
      return {
        label: t('next.pick', { letter: pending.pick.letter, short: pending.pick.short }),
        kind: 'ask',
        intent: { type: 'vote.pick', round: screen.vote.round, choice: pending.pick.id },
      };
    case 'live':
      if (now < screen.endsAt) return { label: t('next.live'), kind: 'wait' };
      if (now < Math.min(screen.closesAt, screen.endsAt + CONSENT_LEAST_MS)) return { label: t('next.consent'), kind: 'wait' };
      return onward(t('next.onward'));
    case 'recount':
      return count();
    case 'talk':
      return onward(t('next.result'));
    case 'reveal':
    case 'reflect':
    case 'results':
    case 'foreseen':
    case 'tell':
      return onward(t('next.onward'));
    case 'end':
      if (view.agreements.chosen.length > 0 || pending.agreements.skipped) return { label: t('next.end'), kind: 'finish' };
      if (!pending.agreements.ask) return { label: t('next.agreements'), kind: 'agreements' };
      return { label: t('agreements.vote', { count: pending.agreements.count }), kind: 'ask', intent: pending.agreements.ask };
    case 'over':
      return hasDebrief ? { label: t('next.debrief'), kind: 'debrief' } : { label: t('next.start'), kind: 'leave' };
  }
}
