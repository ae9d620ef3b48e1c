import { useEffect, useRef, useState } from 'preact/hooks';
import { connect } from '../../client/connection.ts';
import type { Lang } from '../../locales/languages.ts';
import { PROTOCOL_VERSION } from '../../protocol/identity.ts';
import type { TeacherIntent } from '../../protocol/intents.ts';
import type { DeskView } from '../../protocol/views/desk.ts';
import type { ChoiceView } from '../../protocol/views/vote.ts';
import { type KeptLesson, markEnded } from '../../ui/kept-lessons.ts';
import { dateText, lang, speak } from '../../ui/locale.ts';
import { Languages } from '../../ui/locale-switch.tsx';
import { useLink } from '../../ui/use-connection.ts';
import { t } from '../texts.ts';
import { useTitle } from '../title.ts';
import { Items } from './bar/asking.tsx';
import { Back } from './bar/back.tsx';
import { Bar } from './bar/bar.tsx';
import { ClassSize } from './bar/class-size.tsx';
import { useClicker } from './bar/clicker.ts';
import { Counting } from './bar/counting.tsx';
import { useKeys } from './bar/keys.ts';
import { nextOf } from './bar/next.ts';
import { BoardSettings, More } from './bar/settings.tsx';
import { Agreements, useAgreements } from './board/agreements.tsx';
import { Board } from './board/board.tsx';
import { Clock } from './board/clock.tsx';
import { useHands } from './board/hands.tsx';
import { Notes } from './board/notes.tsx';
import { Offer } from './board/offer.tsx';
import { openBoard, openDebrief } from './board-window.ts';
import { Confirm } from './confirm.tsx';
import styles from './desk.module.css';
import { Health } from './health.tsx';
import { useNow } from './now.ts';
import { Refused } from './refused.tsx';
import { Safeguarding, useAftercare } from './safeguarding.tsx';

/** The second half of a double click was not meant for the screen that came in between. */
const DOUBLE_PRESS_MS = 400;

function showAgreements(): void {
  const card = document.querySelector('[data-part="agreements"]');
  card?.scrollIntoView({ block: 'start' });
  card?.querySelector('input')?.focus({ preventScroll: true });
}

interface Props {
  lesson: KeptLesson;
  boardBlocked: boolean;
  onLeave: () => void;
  onForget: () => void;
  onDeleted: (title: string) => void;
}

/** The teacher's side of a lesson that runs. */
export function Desk({ lesson, boardBlocked, onLeave, onForget, onDeleted }: Props) {
  const hello = () => ({ v: PROTOCOL_VERSION, role: 'desk', lang: lang.value, lesson: lesson.lesson, token: lesson.desk }) as const;
  const [link] = useState(() => connect<DeskView>(hello()));
  const { state, view } = useLink(link);
  const now = useNow(link);
  const [blocked, setBlocked] = useState(boardBlocked);
  const [picked, setPicked] = useState<ChoiceView | null>(null);
  const [feedback, setFeedback] = useState({ text: '', refused: false });
  const [dialog, setDialog] = useState<'back' | 'count' | 'finish' | 'safeguarding' | null>(null);
  const hands = useHands(view);
  const agreeing = useAgreements(view);
  const aftercare = useAftercare();
  useEffect(() => () => link.close(), [link]);
  const deleting = useRef(false);
  useEffect(() => {
    // The connection may end before the answer arrives.
    if (deleting.current && state.kind === 'refused' && state.refusal === 'lesson-unknown') onDeleted(view?.story.title ?? lesson.title);
  }, [state]);
  const arrived = useRef(0);
  useEffect(() => {
    arrived.current = performance.now();
    setPicked(null);
    setFeedback({ text: '', refused: false });
    // A new screen begins at its top, unless somebody is typing.
    if (!document.activeElement?.matches('input, textarea')) scrollTo({ top: 0 });
  }, [view?.screenRevision]);
  const over = view?.screen.kind === 'over';
  useEffect(() => {
    if (over) markEnded(lesson.lesson);
  }, [over]);
  useTitle(...(view ? [t(view.paused ? 'screen.paused' : `screen.${view.screen.kind}`), view.story.title] : []));

  async function ask(intent: TeacherIntent, done = ''): Promise<void> {
    const answer = await link.ask(intent);
    setFeedback(answer.ok ? { text: done, refused: false } : { text: t(answer.refusal), refused: true });
  }
  function choose(next: Lang): void {
    speak(next);
    link.greet(hello());
  }
  async function remove(): Promise<void> {
    deleting.current = true;
    const answer = await link.ask({ type: 'lesson.delete' });
    deleting.current = false;
    if (answer.ok) onDeleted(view?.story.title ?? lesson.title);
    else setFeedback({ text: t(answer.refusal), refused: true });
  }

  const pending = {
    pick: picked,
    hands: hands.whole,
    agreements: { ask: agreeing.ask, count: agreeing.picked.length, skipped: agreeing.skipped },
  };
  const next = view && nextOf(view, now, pending, lesson.debrief !== undefined);
  function go(): void {
    if (performance.now() - arrived.current < DOUBLE_PRESS_MS) return;
    if (next?.kind === 'ask') void ask(next.intent);
    if (next?.kind === 'count' || next?.kind === 'finish') setDialog(next.kind);
    if (next?.kind === 'agreements') showAgreements();
    if (next?.kind === 'debrief') openDebrief(lesson);
    if (next?.kind === 'leave') onLeave();
  }
  const rested = useRef(Number.NEGATIVE_INFINITY);
  function rest(): void {
    if (!view || over || performance.now() - rested.current < DOUBLE_PRESS_MS) return;
    rested.current = performance.now();
    void ask({ type: 'lesson.pause', on: !view.paused });
  }
  useClicker(go);
  useKeys(go, rest);

  if (state.kind === 'refused')
    return <Refused refusal={state.refusal} lesson={lesson} card={aftercare} contact={view?.contact ?? []} onLeave={onLeave} onForget={onForget} />;
  if (!view || !next) {
    return (
      <main class={styles.middle} data-screen="connecting">
        <p role="status">{t('desk.connecting')}</p>
        <button type="button" onClick={onLeave}>
          {t('desk.toStart')}
        </button>
      </main>
    );
  }
  // Before the story the board has to be set up; afterwards "back to a decision" is nearer at hand.
  const settling = view.screen.kind === 'lobby';
  const settings = (
    <BoardSettings key="settings" view={view} lesson={lesson} blocked={blocked} onOpened={(opened) => setBlocked(!opened)} ask={ask} />
  );
  return (
    <div class={styles.desk} data-screen={view.screen.kind} data-screen-revision={view.screenRevision}>
      {/* First for the keyboard, though it stands at the bottom: the big button is one Tab away. */}
      <Bar
        view={view}
        now={now}
        next={next}
        feedback={feedback}
        offline={state.kind === 'reconnecting' ? t(state.fault ? `desk.fault.${state.fault}` : 'desk.reconnecting') : null}
        onNext={go}
        onRest={rest}
        onBack={() => setDialog('back')}
        onSafeguarding={() => setDialog('safeguarding')}
        ask={ask}
      />
      <header>
        <h1>{view.story.title}</h1>
        <Health view={view} offline={state.kind === 'reconnecting'} onOpenBoard={lesson.stage ? () => setBlocked(!openBoard(lesson)) : null} />
        <Languages label={t('page.language')} chosen={lang.value} onChoose={choose} />
      </header>
      <main>
        <div class="stack">
          <Offer view={view} now={now} ask={ask} />
          {!over && <Notes view={view} />}
          <Board view={view} now={now} picked={picked} onPick={setPicked} hands={hands} hasDebrief={lesson.debrief !== undefined} ask={ask} />
          {view.screen.kind === 'end' && <Agreements view={view} agreeing={agreeing} ask={ask} />}
        </div>
        <div class="stack">
          {!over && <Clock key="clock" view={view} now={now} ask={ask} />}
          {!over && <ClassSize key="room" view={view} ask={ask} onCount={() => setDialog('count')} />}
          {settling && settings}
          {view.items.open && view.items.bank.length > 0 && <Items view={view} ask={ask} />}
          <More key="more" view={view} lesson={lesson} ask={ask} onBack={() => setDialog('back')} onLeave={onLeave} onDelete={() => void remove()} />
          {!settling && !over && settings}
        </div>
      </main>
      {dialog === 'back' && !over && <Back view={view} onGo={(aim) => void ask({ type: 'story.back', ...aim })} onClose={() => setDialog(null)} />}
      {dialog === 'count' && (
        <Counting
          before={view.headCount}
          seats={view.seats}
          onCounted={(count) => void ask({ type: 'headcount.confirm', count }, t('room.confirmed', { count }))}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'safeguarding' && (
        <Safeguarding
          lesson={lesson}
          card={aftercare}
          contact={view.contact}
          board={over ? null : { paused: view.paused, rest: () => void ask({ type: 'lesson.pause', on: true }) }}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'finish' && (
        <Confirm
          title={t('more.endTitle')}
          text={t('more.endText', { date: dateText(view.deletesAt) })}
          yes={t('more.endYes')}
          onYes={() => void ask({ type: 'lesson.end' })}
          onClose={() => setDialog(null)}
        />
      )}
    </div>
  );
}
