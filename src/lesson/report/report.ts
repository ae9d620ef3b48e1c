import type { Lang } from '../../locales/languages.ts';
import type { NodeId } from '../../protocol/identity.ts';
import type { Person } from '../../protocol/scene.ts';
import type { DebriefView, GapResult, ReportStep, SourceLine } from '../../protocol/views/debrief.ts';
import type { Story } from '../../story/compile/story.ts';
import { ASKS } from '../../story/schema/vocabulary.ts';
import { agreementLines, agreementTexts } from '../agreements.ts';
import { homePoint, ownDecisions } from '../detour.ts';
import { foreseenAt } from '../release/foreseen.ts';
import { pairResults } from '../release/pair.ts';
import { isForeseen } from '../release/question.ts';
import { releasedOf } from '../release/results.ts';
import { nodeOf, nodeTexts, provesNothing, sideActivityOf } from '../side-activity.ts';
import { type Lesson, releasedDecisions } from '../state.ts';
import { ageBandOf, helpLines } from '../views/help.ts';
import { person } from '../views/scene-view.ts';
import { sourceLines } from '../views/source-line.ts';
import type { LessonContent, ViewContext } from '../views/view-context.ts';
import { choiceViews, isHeld, voteView } from '../views/vote-view.ts';
import { pathMap } from './path-map.ts';

function voteOf(story: Story, id: NodeId) {
  const node = nodeOf(story, id);
  return 'vote' in node ? node.vote : null;
}

/** The decisions of the class in the order they came, each with its newest result; other paths that were looked at among them. */
function steps(story: Story, lesson: Lesson, lang: Lang): ReportStep[] {
  const decisions = releasedDecisions(lesson);
  const own = ownDecisions(decisions);
  const played = [...new Set(own.map((decision) => decision.node))];
  const looked = (node: NodeId, choice: string) =>
    decisions.some((decision) => decision.by === 'what-if' && decision.node === node && decision.choice === choice);
  const replaced = (node: NodeId) => own.some((decision) => voteOf(story, decision.node)?.again === node);
  const kept = (node: NodeId) => isHeld(story, node);
  return played
    .filter((node) => !sideActivityOf(node) && (!kept(node) || lesson.releasedResults.includes(node)) && !isForeseen(story, node))
    .map((node) => {
      const decision = own.findLast((candidate) => candidate.node === node);
      const shape = nodeOf(story, node);
      const texts = nodeTexts(story, lang, node);
      return {
        node,
        title: texts.title,
        as: 'vote' in shape && shape.vote.as ? person(story, lang, shape.vote.as) : null,
        question: texts.question ?? '',
        choices: choiceViews(story, lang, lesson, node).map((face) => ({
          ...face,
          now: texts.choices?.[face.id]?.now ?? '',
          later: texts.choices?.[face.id]?.later ?? '',
          taken: !kept(node) && decision?.by !== 'not-asked' && face.id === decision?.choice,
          went: decision?.by === 'not-asked' && face.id === decision.choice,
          lookedAt: looked(node, face.id),
        })),
        by: decision?.by ?? null,
        released: replaced(node) ? null : releasedOf(decision).released,
      };
    });
}

/** Shown first is that most of us disapprove, so that "most did nothing" is not read as the norm. */
function inOrder(results: GapResult[]): GapResult[] {
  const place = ({ asks }: GapResult) => (asks === null ? ASKS.length : ASKS.indexOf(asks));
  return results.toSorted((one, other) => place(one) - place(other));
}

/** What was kept and has been told, by the screen that told it. */
function gaps(story: Story, lesson: Lesson, lang: Lang): DebriefView['gaps'] {
  return [...kept(story, lesson, lang), ...pairs(story, lesson, lang)];
}

/** The questions before and after that were told, both halves or neither. */
function pairs(story: Story, lesson: Lesson, lang: Lang): DebriefView['gaps'] {
  const released = lesson.items.filter((item) => lesson.releasedResults.includes(`after.${item}`));
  return released.flatMap((item) => {
    const node = `pair.${item}`;
    const results = pairResults(story, lang, lesson, node);
    if (results.every(({ released }) => released === null)) return [];
    return [
      { node, title: nodeTexts(story, lang, node).title, results: results.map((result) => ({ ...result, asks: null })), note: provesNothing(lang) },
    ];
  });
}

/** The results screens that were shown: all their results are released, and no screen with more results contains them. */
function kept(story: Story, lesson: Lesson, lang: Lang): DebriefView['gaps'] {
  const screens = Object.entries(story.structure.nodes).flatMap(([node, shape]) => ('results' in shape ? [{ node, ids: shape.results }] : []));
  const released = screens.filter(({ ids }) => ids.every((id) => lesson.releasedResults.includes(id)));
  const fullest = released.filter(({ ids }) => !released.some((other) => other.ids.length > ids.length && ids.every((id) => other.ids.includes(id))));
  return fullest.map(({ node, ids }) => {
    const results = ids.map((id) => ({
      vote: voteView(story, lang, lesson, id),
      ...releasedOf(lesson.decisions.findLast((decision) => decision.node === id)),
      asks: voteOf(story, id)?.asks ?? ('live' in nodeOf(story, id) ? ('act' as const) : null),
    }));
    return { node, title: nodeTexts(story, lang, node).title, results: inOrder(results), note: null };
  });
}

/** What the board said of predictions. */
function foreseen(story: Story, lesson: Lesson, lang: Lang): DebriefView['foreseen'] {
  return lesson.releasedResults.flatMap((node) => {
    const shape = nodeOf(story, node);
    if (!('foreseen' in shape)) return [];
    return [{ node, title: nodeTexts(story, lang, node).title, ...foreseenAt(story, lang, lesson, node) }];
  });
}

/** Every source that the story cites, once: title, year and all its lines. */
function citedSources(content: LessonContent, lang: Lang): SourceLine[] {
  const { structure } = content.story;
  const consequences = Object.values(structure.nodes).flatMap((node) =>
    'vote' in node ? node.vote.choices.flatMap((choice) => [...choice.now, ...choice.later]) : [],
  );
  const all = [...Object.values(structure.facts).flat(), ...Object.values(structure.talking).flat(), ...consequences];
  const cited = sourceLines(content, lang, [...new Set(all)].sort());
  const firsts = cited.filter(({ title }, index) => cited.findIndex((line) => line.title === title) === index);
  return firsts.map(({ title, year }) => ({
    title,
    year,
    lines: [...new Set(cited.filter((line) => line.title === title).map((line) => line.lines.replace(/^\w+ | \(.*\)$/g, '')))].join(', '),
  }));
}

/** What the teacher keeps: released results only. */
export function debriefView(
  content: LessonContent,
  lesson: Lesson,
  lang: Lang,
  context: Pick<ViewContext, 'now' | 'rev' | 'deletesAt'>,
): DebriefView {
  const { story, shared } = content;
  const texts = story.texts[lang];
  const home = homePoint(story, lesson);
  const last = nodeOf(story, home.node);
  const people: Person[] = Object.keys(story.structure.cast).map((id) => person(story, lang, id));
  return {
    role: 'debrief',
    rev: context.rev,
    now: context.now,
    lang,
    story: {
      id: lesson.scenario,
      title: texts.title,
      tagline: texts.tagline,
      about: texts.about,
      band: ageBandOf(story, lesson.point.variables.version),
    },
    date: lesson.createdAt,
    ended: lesson.phase === 'end' || lesson.phase === 'over',
    cast: people,
    steps: steps(story, lesson, lang),
    map: pathMap(story, lesson, lang),
    foreseen: foreseen(story, lesson, lang),
    gaps: gaps(story, lesson, lang),
    ending: 'end' in last ? (nodeTexts(story, lang, home.node).ending ?? null) : null,
    talking: Object.entries(texts.talking).map(([id, { question, note }]) => ({
      question,
      note,
      sources: sourceLines(content, lang, story.structure.talking[id] ?? []),
    })),
    facts: Object.entries(texts.facts).map(([id, text]) => ({ text, sources: sourceLines(content, lang, story.structure.facts[id] ?? []) })),
    say: texts.say,
    dontSay: texts.dontSay,
    followUp: texts.followUp,
    agreements: agreementLines(shared, lang, lesson.agreements),
    suggestions: agreementTexts(shared, story, lang),
    help: helpLines(shared, story, lesson.point.variables.version, lang, lesson.contact),
    sources: citedSources(content, lang),
    deletesAt: context.deletesAt,
  };
}
