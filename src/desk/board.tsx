import { icon } from '../art/icon.ts';
import { Drawing } from '../debrief/drawing.tsx';
import type { TeacherIntent } from '../protocol/intents.ts';
import type { ChoiceFace, DeskView, StageScreen } from '../protocol/views.ts';
import { Choices, Compared, Pick, Question } from './ballot.tsx';
import { type Hands, HandsVote, PromiseText } from './hands.tsx';
import { Live } from './live.tsx';
import { secondsTo } from './now.ts';
import { say } from './say.ts';
import { Scene } from './scene.tsx';

interface Props {
  view: DeskView;
  now: number;
  picked: ChoiceFace | null;
  onPick: (choice: ChoiceFace) => void;
  hands: Hands;
  ask: (intent: TeacherIntent) => void;
}

function Timer({ screen, now, ask }: { screen: StageScreen & { kind: 'vote' }; now: number; ask: Props['ask'] }) {
  const { round } = screen.vote;
  if (now < screen.opensAt) return <p class="big">{say('vote.heads', { seconds: secondsTo(screen.opensAt, now) })}</p>;
  const left = screen.deadline === null ? null : secondsTo(screen.deadline, now);
  return (
    <>
      <div class="answered">
        <progress max={Math.max(1, screen.seats)} value={screen.answered} aria-labelledby="answered" />
        <p>
          <b id="answered">{say('vote.answered', { answered: screen.answered, seats: screen.seats })}</b> ·{' '}
          {left === null ? say('vote.untimed') : left > 0 ? say('vote.left', { seconds: left }) : say('vote.closing')}
        </p>
      </div>
      {left !== null && (
        <div class="row">
          <button type="button" onClick={() => ask({ type: 'vote.extend', round, seconds: 30 })}>
            {say('vote.extend')}
          </button>
          <button type="button" onClick={() => ask({ type: 'vote.untimed', round })}>
            {say('vote.noTimer')}
          </button>
        </div>
      )}
    </>
  );
}

function Lobby({ view }: { view: DeskView }) {
  if (view.mode === 'hands')
    return (
      <>
        <h3>{view.story.title}</h3>
        <p>{say('mode.lobby')}</p>
      </>
    );
  return (
    <>
      <h3>{view.story.title}</h3>
      <p>{say('lobby.join', { address: view.join.text })}</p>
      <p class="code" role="img" aria-label={say('lobby.codeLabel', { code: [...view.code].join(' ') })}>
        {[...view.code].map((character, index) => (
          <b key={index} aria-hidden="true">
            {character}
          </b>
        ))}
      </p>
    </>
  );
}

function Screen({ view, now, picked, onPick, hands, ask }: Props) {
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
            {say(`question.${screen.asked}`)}
            {screen.vote.held && ` ${say('question.held')}`}
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
    case 'weigh':
      return (
        <>
          <Question vote={screen.vote} />
          <Choices vote={screen.vote} released={screen.released} />
          <p>{say('weigh.how')}</p>
          <Pick vote={screen.vote} picked={picked} onPick={onPick} />
        </>
      );
    case 'together':
      return (
        <>
          <Question vote={screen.vote} />
          <p>{say('together.how')}</p>
          <Pick vote={screen.vote} picked={picked} onPick={onPick} />
        </>
      );
    case 'too-few':
      return (
        <>
          <Question vote={screen.vote} />
          <p>{say('tooFew.how')}</p>
          <Pick vote={screen.vote} picked={picked} onPick={onPick} />
        </>
      );
    case 'recount':
      return (
        <>
          <Question vote={screen.vote} />
          <p>{say('recount.text', { seats: screen.seats, headCount: screen.headCount })}</p>
        </>
      );
    case 'talk':
      return (
        <>
          <Question vote={screen.vote} />
          <p class="big">{say('talk.left', { seconds: secondsTo(screen.until, now) })}</p>
          <Choices vote={screen.vote} />
        </>
      );
    case 'reveal':
      return (
        <>
          <Question vote={screen.vote} />
          <Choices
            vote={screen.vote}
            path={screen.path}
            tag={say(screen.by === 'what-if' ? 'reveal.look' : 'reveal.path')}
            released={screen.released}
          />
          <p class="soft">{say(`reveal.by.${screen.by}`)}</p>
          {(screen.by === 'class' || screen.by === 'hands') && (
            <div class="row">
              <button type="button" onClick={() => ask({ type: 'story.back', node: screen.vote.node, choice: null })}>
                <Drawing svg={icon('arrow-counter-clockwise')} class="icon" />
                {say('revote.go')}
              </button>
              <p class="soft">{say('revote.hint')}</p>
            </div>
          )}
        </>
      );
    case 'results':
      return (
        <>
          <h3>{screen.title}</h3>
          {screen.note && <p>{screen.note}</p>}
          {screen.results.map(({ vote, released, arms }) => (
            <section key={vote.node} class="stack">
              <Question vote={vote} />
              <Choices vote={vote} released={released} />
              {arms && <Compared vote={vote} arms={arms} />}
              {!released && !arms && <p class="soft">{say('results.none')}</p>}
            </section>
          ))}
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
      return (
        <>
          <h3>{screen.title}</h3>
          <p>
            <b>{say('end.still')}</b>
          </p>
          <ul>
            {screen.still.map((still) => (
              <li key={still}>{still}</li>
            ))}
          </ul>
          {view.items.askable && (
            <div class="row">
              <button type="button" onClick={() => ask({ type: 'items.ask' })}>
                {say('items.again')}
              </button>
              <p class="soft">{say('items.againHint')}</p>
            </div>
          )}
        </>
      );
    case 'over':
      return <p>{say('over.text')}</p>;
  }
}

/** What the class looks at, small and in words. */
export function Board(props: Props) {
  const { view } = props;
  const kind = say(view.calm ? 'screen.calm' : `screen.${view.screen.kind}`);
  return (
    <section class="card stack board" aria-labelledby="board">
      <div class="label">
        <h2 id="board">{say('desk.board')}</h2>
        <p class="kind">{kind}</p>
      </div>
      {view.calm && <p class="big">{say('calm.text')}</p>}
      <Screen {...props} />
      <p class="hidden" role="status">
        {say('desk.status.board', { what: kind })}
      </p>
    </section>
  );
}
