import type { Lang } from '../../protocol/identity.ts';
import { position } from '../../protocol/scene.ts';
import type { DeskView, PairingView, PhoneView, StageView } from '../../protocol/views.ts';
import type { Story } from '../../story/compile/story.ts';
import { beatsOf } from '../scene.ts';
import { nodeTexts } from '../side-activity.ts';
import { activeSeats, type Lesson, type Seat } from '../state.ts';
import { agreementsFace, decisionFaces, itemsFace, nextPoint } from './desk-view.ts';
import { ageBandOf, contactLines, helpLines } from './help.ts';
import { wayFaces } from './live-view.ts';
import { phoneScreen } from './phone-screen.ts';
import { stageScreen } from './stage-screen.ts';
import { castSheet, hardWords, opening } from './story-view.ts';
import type { Book, Surroundings } from './view-context.ts';

function shared(book: Book, lesson: Lesson, lang: Lang, around: Surroundings) {
  const { title, tagline } = book.story.texts[lang];
  return {
    rev: around.rev,
    now: around.now,
    lang,
    moment: lesson.moment,
    mode: lesson.mode,
    story: { id: lesson.scenario, title, tagline },
    code: lesson.code,
    join: around.join,
    door: lesson.doorLocked ? ('locked' as const) : ('open' as const),
    seats: activeSeats(lesson).length,
    headCount: lesson.headCount,
    calm: lesson.calmSince !== null,
    screen: stageScreen(book, lesson, lang, around),
  };
}

function pairingFace(around: Surroundings, withCode: boolean): PairingView | null {
  if (!around.pairing) return null;
  const { code, expires, sign } = around.pairing;
  return { code: withCode ? code : null, expires, sign };
}

/** The projected page: nothing secret, whoever looks. */
export function stageView(book: Book, lesson: Lesson, around: Surroundings): StageView {
  return {
    role: 'stage',
    ...shared(book, lesson, lesson.lang, around),
    pairing: pairingFace(around, around.pairing?.onStage ?? false),
    cast: castSheet(book.story),
    opens: opening(book.story),
  };
}

/** What the projector shows, in the language of this desk, with the notes and controls around it. */
export function deskView(book: Book, lesson: Lesson, lang: Lang, around: Surroundings): DeskView {
  const { story } = book;
  const texts = nodeTexts(story, lang, lesson.point.node);
  const following = nextPoint(story, lesson);
  const ahead = following && nodeTexts(story, lang, following.node);
  return {
    role: 'desk',
    ...shared(book, lesson, lang, around),
    pairing: pairingFace(around, true),
    lesson: lesson.id,
    online: activeSeats(lesson).filter((seat) => around.online.has(seat.id)).length,
    contact: contactLines(ageBandOf(story, lesson.point.variables.version), lang, lesson.contact),
    boards: around.boards,
    desks: around.desks,
    boardLang: lesson.lang,
    addresses: around.addresses,
    here: lesson.phase === 'lobby' ? { title: texts.title, note: null } : { title: texts.title, note: texts.note ?? null },
    upcoming: ahead ? { title: ahead.title, notice: ahead.notice ?? null } : null,
    pace: lesson.pace,
    items: itemsFace(story, lang, lesson),
    agreements: agreementsFace(book, lang, lesson),
    ways: wayFaces(story, lang, lesson),
    decisions: decisionFaces(story, lang, lesson),
    deletesAt: around.deletesAt,
  };
}

/** One pupil's phone, in that phone's language. Knows of ballots only its own. */
export function phoneView(book: Book, lesson: Lesson, seat: Seat, lang: Lang, around: Pick<Surroundings, 'now' | 'rev'>): PhoneView {
  return {
    role: 'phone',
    rev: around.rev,
    now: around.now,
    lang,
    title: book.story.texts[lang].title,
    creature: seat.look,
    screen: phoneScreen(book, lesson, seat, lang, around.now),
    words: hardWords(book.story, lang),
    help: helpLines(book.shelf, ageBandOf(book.story, lesson.point.variables.version), lang, lesson.contact),
  };
}

/** The next instant at which a view changes without any event, or null. */
export function nextChange(story: Story, lesson: Lesson, now: number): number | null {
  if (lesson.calmSince !== null) return null;
  if (lesson.phase === 'voting' && lesson.round && now < lesson.round.opensAt) return lesson.round.opensAt;
  if (lesson.phase !== 'scene' || lesson.playhead.since === null) return null;
  const at = position(lesson.playhead, now);
  const edges = beatsOf(story, lesson.point).flatMap(({ beat, start, ms }) => ('silence' in beat && beat.mirror ? [start, start + ms] : []));
  const next = edges.find((edge) => edge > at);
  return next === undefined ? null : now + (next - at);
}
