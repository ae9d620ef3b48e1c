import type { Lang } from '../../locales/languages.ts';
import { position } from '../../protocol/scene.ts';
import type { DeskView } from '../../protocol/views/desk.ts';
import type { PairingView } from '../../protocol/views/pairing.ts';
import type { PhoneView } from '../../protocol/views/phone.ts';
import type { StageView } from '../../protocol/views/stage.ts';
import { hasShortWay } from '../../story/compile/length.ts';
import type { Story } from '../../story/compile/story.ts';
import { beatsOf } from '../scene.ts';
import { nodeTexts } from '../side-activity.ts';
import { activeSeats, type Lesson, type Seat } from '../state.ts';
import { creatures } from './attendance.ts';
import { agreementsView, decisionViews, itemsView, nextPoint } from './desk-view.ts';
import { ageBandOf, contactLines, helpLines } from './help.ts';
import { lessonPlan } from './lesson-plan.ts';
import { branchViews } from './live-view.ts';
import { phoneScreen } from './phone-screen.ts';
import { stageScreen } from './stage-screen.ts';
import { castSheet, hardWords, opening } from './story-view.ts';
import type { LessonContent, ViewContext } from './view-context.ts';

function shared(content: LessonContent, lesson: Lesson, lang: Lang, context: ViewContext) {
  const { title, tagline } = content.story.texts[lang];
  return {
    rev: context.rev,
    now: context.now,
    lang,
    screenRevision: lesson.screenRevision,
    mode: lesson.mode,
    story: { id: lesson.scenario, title, tagline },
    code: context.code,
    join: context.join,
    door: lesson.doorLocked ? ('locked' as const) : ('open' as const),
    seats: activeSeats(lesson).length,
    headCount: lesson.headCount,
    paused: lesson.pausedSince !== null,
    detour: lesson.detour !== null,
    pausedSince: lesson.pausedSince,
    screen: stageScreen(content, lesson, lang, context),
  };
}

function pairingView(context: ViewContext, withCode: boolean): PairingView | null {
  if (!context.pairing) return null;
  const { code, expires, sign } = context.pairing;
  return { code: withCode ? code : null, expires, sign };
}

/** The projected page: nothing secret, whoever looks. */
export function stageView(content: LessonContent, lesson: Lesson, context: ViewContext): StageView {
  return {
    role: 'stage',
    ...shared(content, lesson, lesson.lang, context),
    pairing: pairingView(context, context.pairing?.onStage ?? false),
    cast: castSheet(content.story),
    opens: opening(content.story),
  };
}

/** What the projector shows, in the language of this desk, with the notes and controls around it. */
export function deskView(content: LessonContent, lesson: Lesson, lang: Lang, context: ViewContext): DeskView {
  const { story } = content;
  const texts = nodeTexts(story, lang, lesson.point.node);
  const following = nextPoint(story, lesson);
  const ahead = following && nodeTexts(story, lang, following.node);
  return {
    role: 'desk',
    ...shared(content, lesson, lang, context),
    pairing: pairingView(context, true),
    lesson: lesson.id,
    online: activeSeats(lesson).filter((seat) => context.online.has(seat.id)).length,
    creatures: creatures(lesson, context),
    contact: contactLines(ageBandOf(story, lesson.point.variables.version), lang, lesson.contact),
    boards: context.boards,
    desks: context.desks,
    boardLang: lesson.lang,
    addresses: context.addresses,
    here: lesson.phase === 'lobby' ? { title: texts.title, note: null } : { title: texts.title, note: texts.note ?? null },
    upcoming: ahead ? { title: ahead.title, notice: ahead.notice ?? null } : null,
    pace: lesson.pace,
    length: hasShortWay(story.structure) ? { is: lesson.length, mayUndo: lesson.length === 'late' && !lesson.leftOut } : null,
    clock: lessonPlan(story, lesson),
    items: itemsView(story, lang, lesson),
    agreements: agreementsView(content, lang, lesson),
    branches: branchViews(story, lang, lesson),
    decisions: decisionViews(story, lang, lesson),
    deletesAt: context.deletesAt,
    storing: context.storing,
  };
}

/** One pupil's phone, in that phone's language. Knows of ballots only its own. */
export function phoneView(content: LessonContent, lesson: Lesson, seat: Seat, lang: Lang, context: Pick<ViewContext, 'now' | 'rev'>): PhoneView {
  return {
    role: 'phone',
    rev: context.rev,
    now: context.now,
    lang,
    title: content.story.texts[lang].title,
    creature: seat.look,
    screen: phoneScreen(content, lesson, seat, lang, context.now),
    words: hardWords(content.story, lang),
    help: helpLines(content.shared, content.story, lesson.point.variables.version, lang, lesson.contact),
  };
}

/** The next instant at which a view changes without any event, or null. */
export function nextChange(story: Story, lesson: Lesson, now: number): number | null {
  if (lesson.pausedSince !== null) return null;
  if (lesson.phase === 'voting' && lesson.round && now < lesson.round.opensAt) return lesson.round.opensAt;
  if (lesson.phase !== 'scene' || lesson.playhead.since === null) return null;
  const at = position(lesson.playhead, now);
  const edges = beatsOf(story, lesson.point).flatMap(({ beat, start, ms }) => ('silence' in beat && beat.mirror ? [start, start + ms] : []));
  const next = edges.find((edge) => edge > at);
  return next === undefined ? null : now + (next - at);
}
