import type { Lang } from '../../locales/languages.ts';
import { position } from '../../protocol/scene.ts';
import type { StageScreen } from '../../protocol/views/stage.ts';
import { agreementCandidates, agreementLines, agreementTexts } from '../agreements.ts';
import { askedOf } from '../asking.ts';
import { foreseenHere } from '../release/foreseen.ts';
import { heldResults, resultsNote, revealed, revealedBy } from '../release/results.ts';
import { secondsOf } from '../scene.ts';
import { nodeTexts } from '../side-activity.ts';
import { activeSeats, type Lesson, type LessonIn, voters } from '../state.ts';
import { creatures } from './attendance.ts';
import { decisionViews } from './desk-view.ts';
import { helpLines } from './help.ts';
import { sceneView } from './scene-view.ts';
import { releasedSources } from './source-line.ts';
import type { LessonContent, ViewContext } from './view-context.ts';
import { currentChoice, talkSeconds, voteView } from './vote-view.ts';

export function stageScreen({ story, shared }: LessonContent, lesson: Lesson, lang: Lang, context: ViewContext): StageScreen {
  const vote = () => voteView(story, lang, lesson);
  const texts = nodeTexts(story, lang, lesson.point.node);
  switch (lesson.phase) {
    case 'lobby':
      return {
        kind: 'lobby',
        since: lesson.lobbySince,
        creatures: creatures(lesson, context),
      };
    case 'scene':
      return {
        kind: 'scene',
        scene: sceneView(story, lang, lesson.point),
        playhead: lesson.pausedSince === null ? lesson.playhead : { offset: position(lesson.playhead, lesson.pausedSince), since: null },
      };
    case 'question':
      return { kind: 'question', vote: vote(), asked: askedOf(story, lesson, lesson.point.node) };
    case 'hands':
      return { kind: 'hands', vote: vote(), turn: lesson.turn, mixed: lesson.phonesResult !== null };
    case 'teacherDecides':
      return { kind: 'teacherDecides', vote: vote(), released: lesson.phonesResult };
    case 'together':
      return { kind: 'together', vote: vote() };
    case 'voting':
    case 'closing': {
      const seconds = secondsOf(story, lesson);
      const { opensAt, deadline, ballots } = lesson.round;
      return { kind: 'vote', vote: vote(), opensAt, deadline, seconds, answered: Object.keys(ballots).length, seats: voters(lesson).length };
    }
    case 'recount':
      return {
        kind: 'recount',
        vote: vote(),
        seats: activeSeats(lesson).length,
        headCount: lesson.headCount ?? 0,
        creatures: creatures(lesson, context),
      };
    case 'tooFew':
      return { kind: 'too-few', vote: vote(), again: lesson.unreleased === 'incomplete' };
    case 'talk':
      return { kind: 'talk', vote: vote(), until: lesson.talkUntil, seconds: talkSeconds(story, lesson) };
    case 'reveal':
      return {
        kind: 'reveal',
        vote: vote(),
        path: currentChoice(story, lang, lesson),
        by: revealedBy(lesson),
        released: revealed(lesson),
      };
    case 'reflect':
      return { kind: 'reflect', node: lesson.point.node, question: texts.question ?? '', hint: texts.hint ?? null };
    case 'results':
      return {
        kind: 'results',
        node: lesson.point.node,
        title: texts.title,
        results: heldResults(story, lang, lesson),
        note: resultsNote(lesson, lang),
      };
    case 'foreseen':
      return { kind: 'foreseen', node: lesson.point.node, title: texts.title, ...foreseenHere(story, lang, lesson) };
    case 'tell':
      return {
        kind: 'tell',
        node: lesson.point.node,
        title: texts.title,
        lines: texts.lines ?? [],
        sources: releasedSources({ story, shared }, lesson, lang),
      };
    case 'live':
      return { kind: 'live', node: lesson.point.node, title: texts.title, ...liveTimes(lesson) };
    case 'end':
      return {
        kind: 'end',
        node: lesson.point.node,
        title: texts.title,
        still: texts.still ?? [],
        agreements:
          lesson.agreements.length > 0
            ? agreementLines(shared, lang, lesson.agreements).map(({ text }) => text)
            : agreementTexts(shared, story, lang),
        agreed: lesson.agreements.length > 0,
        candidates: agreementCandidates(shared, story, lang, lesson.agreements),
        otherPaths: decisionViews(story, lang, lesson)
          .filter(({ taken }) => taken !== null)
          .map(({ node, question, choices, taken }) => ({ node, question, choices: choices.filter(({ id }) => id !== taken) })),
        help: helpLines(shared, story, lesson.point.variables.version, lang, lesson.contact),
      };
    case 'over':
      return { kind: 'over' };
  }
}

function liveTimes(lesson: LessonIn<'live'>) {
  const { id: round, opensAt: startsAt, deadline, live } = lesson.round;
  const endsAt = live?.endsAt ?? startsAt;
  return { round, startsAt, endsAt, closesAt: deadline ?? endsAt };
}
