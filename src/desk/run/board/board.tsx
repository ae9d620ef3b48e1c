import type { JSX } from 'preact';
import type { TeacherIntent } from '../../../protocol/intents.ts';
import type { DeskView } from '../../../protocol/views/desk.ts';
import type { ChoiceView } from '../../../protocol/views/vote.ts';
import { clockText } from '../../../ui/clock-text.ts';
import { t } from '../../texts.ts';
import { secondsTo } from '../now.ts';
import { Choices, Pick, Question } from './ballot.tsx';
import styles from './board.module.css';
import { type Hands, HandsVote, PromiseText } from './hands.tsx';
import { Live } from './live.tsx';
import { Lobby } from './lobby.tsx';
import { Ended, KeptResults, Revealed, TeacherDecides } from './outcome.tsx';
import { Scene } from './scene.tsx';
import { Timer } from './timer.tsx';

interface Props {
  view: DeskView;
  now: number;
  picked: ChoiceView | null;
  onPick: (choice: ChoiceView) => void;
  hands: Hands;
  /** Whether this device may open the debrief. */
  hasDebrief: boolean;
  ask: (intent: TeacherIntent) => void;
}

function Screen({ view, now, picked, onPick, hands, hasDebrief, ask }: Props): JSX.Element {
  const { screen } = view;
  switch (screen.kind) {
    case 'lobby':
      return <Lobby view={view} />;
    case 'scene':
      return <Scene screen={screen} now={now} title={view.here.title} />;
    case 'question':
      return (
        <>
          <Question vote={screen.vote} />
          <Choices vote={screen.vote} />
          <p class="soft">
            {t(`question.${screen.asked}`)}
            {screen.vote.held && ` ${t(screen.vote.foreseen ? 'question.foreseen' : 'question.held')}`}
          </p>
          {screen.asked === 'hands' && <PromiseText mixed={false} />}
        </>
      );
    case 'vote':
      return (
        <>
          <Question vote={screen.vote} />
          <Timer screen={screen} now={now} ask={ask} />
          <Choices vote={screen.vote} />
        </>
      );
    case 'hands':
      return <HandsVote screen={screen} pupils={view.headCount ?? 0} hands={hands} />;
    case 'teacherDecides':
      return <TeacherDecides screen={screen} picked={picked} onPick={onPick} />;
    case 'together':
      return (
        <>
          <Question vote={screen.vote} />
          <p>{t('together.how')}</p>
          <Pick vote={screen.vote} picked={picked} onPick={onPick} />
        </>
      );
    case 'too-few':
      return (
        <>
          <Question vote={screen.vote} />
          <p>{t(screen.again ? 'tooFew.again' : 'tooFew.how')}</p>
          <Pick vote={screen.vote} picked={picked} onPick={onPick} />
        </>
      );
    case 'recount':
      return (
        <>
          <Question vote={screen.vote} />
          <p>{t('recount.text', { seats: screen.seats, headCount: screen.headCount })}</p>
        </>
      );
    case 'talk':
      return (
        <>
          <Question vote={screen.vote} />
          <p class={styles.big}>{t('talk.left', { seconds: secondsTo(screen.until, now) })}</p>
          <Choices vote={screen.vote} />
        </>
      );
    case 'reveal':
      return <Revealed view={view} screen={screen} ask={ask} />;
    case 'results':
      return <KeptResults screen={screen} />;
    case 'foreseen':
      return (
        <>
          <h3>{screen.title}</h3>
          <p>{screen.question}</p>
          <p class="soft">
            {t('foreseen.came')} {screen.came.letter}. {screen.came.text}
          </p>
          <p class={styles.big}>{t(`foreseen.${screen.foreseen}`)}</p>
        </>
      );
    case 'tell':
      return (
        <>
          <h3>{screen.title}</h3>
          {screen.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </>
      );
    case 'live':
      return <Live screen={screen} now={now} ask={ask} />;
    case 'reflect':
      return (
        <>
          <h3>{screen.question}</h3>
          {screen.hint && <p>{screen.hint}</p>}
        </>
      );
    case 'end':
      return <Ended view={view} screen={screen} ask={ask} />;
    case 'over':
      return <p>{t(hasDebrief ? 'over.text' : 'over.elsewhere')}</p>;
  }
}

/** What the class looks at, small and in words. */
export function Board(props: Props) {
  const { view } = props;
  const kind = t(view.paused ? 'screen.paused' : `screen.${view.screen.kind}`);
  return (
    <section class={`card stack ${styles.board}`} aria-labelledby="board">
      <div class={styles.label}>
        <h2 id="board">{t('desk.board')}</h2>
        <p class={styles.screenKind}>{kind}</p>
      </div>
      {view.pausedSince !== null && (
        <p class={styles.big}>
          {t('paused.text')} <span role="timer">{t('paused.since', { time: clockText(props.now - view.pausedSince) })}</span>
        </p>
      )}
      {view.detour && <p class="soft">{t('detour.mark')}</p>}
      <Screen {...props} />
      <p class="hidden" role="status">
        {t('desk.status.board', { what: kind })}
      </p>
    </section>
  );
}
