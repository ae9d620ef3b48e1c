import type { Lang } from '../../locales/languages.ts';
import type { PhoneScreen } from '../../protocol/views/phone.ts';
import { reportOf } from '../ballots.ts';
import { liveOf } from '../live.ts';
import { choiceOf } from '../marks.ts';
import { foreseenHere } from '../release/foreseen.ts';
import { heldResults, resultsNote, revealed, revealedBy } from '../release/results.ts';
import { secondsOf } from '../scene.ts';
import { nodeTexts } from '../side-activity.ts';
import { type Lesson, mayVote, type Seat } from '../state.ts';
import { liveView } from './live-view.ts';
import { mirror } from './mirror.ts';
import { releasedSources } from './source-line.ts';
import type { LessonContent } from './view-context.ts';
import { choiceViews, currentChoice, talkSeconds, voteView } from './vote-view.ts';

export function phoneScreen({ story, shared }: LessonContent, lesson: Lesson, seat: Seat, lang: Lang, now: number): PhoneScreen {
  if (lesson.pausedSince !== null) return { kind: 'paused' };
  const question = nodeTexts(story, lang, lesson.point.node).question ?? '';
  const choices = () => choiceViews(story, lang, lesson, lesson.point.node);
  switch (lesson.phase) {
    case 'lobby':
      return { kind: 'lobby' };
    case 'scene':
      return mirror(story, lang, lesson, now) ?? { kind: 'look' };
    case 'question':
      return { kind: 'look' };
    case 'together':
      return { kind: 'together', question, choices: choices() };
    case 'voting': {
      const round = lesson.round;
      if (!mayVote(lesson, seat.id)) return { kind: 'watch', question };
      if (now < round.opensAt) return { kind: 'ready', opensAt: round.opensAt };
      const { as, context, drawing, held } = voteView(story, lang, lesson);
      const ballot = round.ballots[seat.id];
      return {
        kind: 'vote',
        vote: { round: round.id, as: as?.text || null, question, context, drawing, held, choices: choices() },
        deadline: round.deadline,
        seconds: secondsOf(story, lesson),
        mine: ballot ? { choice: choiceOf(story, round.node, ballot.choice), counter: ballot.counter } : null,
      };
    }
    case 'recount':
    case 'closing':
      return { kind: 'closed', round: lesson.round.id };
    case 'hands':
      return { kind: 'look' };
    case 'teacherDecides':
      return {
        kind: 'results',
        title: nodeTexts(story, lang, lesson.point.node).title,
        results: [{ question, choices: choices(), released: lesson.phonesResult }],
        note: null,
        phonesResult: true,
      };
    case 'tooFew':
      return { kind: 'too-few', again: lesson.unreleased === 'incomplete' };
    case 'talk':
      return { kind: 'talk', until: lesson.talkUntil, seconds: talkSeconds(story, lesson) };
    case 'reveal':
      return {
        kind: 'reveal',
        round: `${lesson.point.node}-${lesson.rounds}`,
        question,
        choices: choices(),
        path: currentChoice(story, lang, lesson),
        by: revealedBy(lesson),
        released: revealed(lesson),
      };
    case 'reflect':
      return { kind: 'reflect', question };
    case 'results':
      return {
        kind: 'results',
        title: nodeTexts(story, lang, lesson.point.node).title,
        results: heldResults(story, lang, lesson).map(({ vote, released, arms }) => ({
          question: vote.question,
          choices: vote.choices,
          released,
          arms,
        })),
        note: resultsNote(lesson, lang),
      };
    case 'foreseen':
      return { kind: 'foreseen', title: nodeTexts(story, lang, lesson.point.node).title, ...foreseenHere(story, lang, lesson) };
    case 'tell': {
      const { title, lines = [] } = nodeTexts(story, lang, lesson.point.node);
      return { kind: 'tell', title, lines, sources: releasedSources({ story, shared }, lesson, lang) };
    }
    case 'live': {
      if (!mayVote(lesson, seat.id)) return { kind: 'apart' };
      const acts = liveOf(story, lesson.point.node)?.acts ?? [];
      const mine = reportOf(acts, lesson.round.live?.reports ?? {}, seat.id);
      return { kind: 'live', chat: liveView(story, lang, lesson, seat.id), mine };
    }
    case 'end':
      return { kind: 'end' };
    case 'over':
      return { kind: 'over' };
  }
}
