import { useLayoutEffect, useState } from 'preact/hooks';
import { badge } from '../../../art/pieces/badge.ts';
import { icon } from '../../../art/pieces/icon.ts';
import type { ChoiceId } from '../../../protocol/identity.ts';
import { LARGEST_ROOM } from '../../../protocol/limits.ts';
import type { DeskView } from '../../../protocol/views/desk.ts';
import type { StageScreen } from '../../../protocol/views/stage.ts';
import { Drawing } from '../../../ui/drawing.tsx';
import pageStyles from '../../page.module.css';
import { t } from '../../texts.ts';
import { Question } from './ballot.tsx';
import boardStyles from './board.module.css';
import styles from './hands.module.css';

type Counts = Record<ChoiceId, number>;
type HandsScreen = StageScreen & { kind: 'hands' };
const FEWEST = 8;

export interface Hands {
  counts: Counts;
  change: (choice: ChoiceId, next: (count: number | undefined) => number | null) => void;
  undo: (() => void) | null;
  /** What the big button sends: null until every choice was counted. */
  whole: Counts | null;
}

/** The counts of the hands vote on the board; they stay on this desk until they are confirmed. */
export function useHands(view: DeskView | null): Hands {
  const screen = view?.screen.kind === 'hands' ? view.screen : null;
  const [history, setHistory] = useState<Counts[]>([{}]);
  useLayoutEffect(() => setHistory([{}]), [screen?.vote.round]);
  const counts = history.at(-1) ?? {};
  /** Counts on from the newest state, because keys may come faster than the page is drawn. */
  const change = (choice: ChoiceId, next: (count: number | undefined) => number | null) =>
    setHistory((past) => {
      const { [choice]: before, ...others } = past.at(-1) ?? {};
      const count = next(before);
      return [...past, count === null ? others : { ...others, [choice]: Math.min(LARGEST_ROOM, Math.max(0, count)) }];
    });
  const raised = screen && !screen.mixed ? screen.vote.choices[screen.turn]?.id : undefined;
  // Runs before the page is painted, so that a key that is pressed at once counts.
  useLayoutEffect(() => {
    if (raised === undefined) return;
    const press = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || document.querySelector('dialog[open]')) return;
      if (/^\d$/.test(event.key)) change(raised, (count) => Number(`${count ?? ''}${event.key}`.slice(0, 3)));
      else if (event.key === 'Backspace') change(raised, (count) => ((count ?? 0) > 9 ? Math.floor((count ?? 0) / 10) : null));
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [raised]);
  return {
    counts,
    change,
    undo: history.length > 1 ? () => setHistory((past) => past.slice(0, -1)) : null,
    whole: screen?.vote.choices.every(({ id }) => counts[id] !== undefined) ? counts : null,
  };
}

export function PromiseText({ mixed }: { mixed: boolean }) {
  return (
    <div class={styles.promise}>
      <p>
        <b>{t('hands.promise')}</b>
      </p>
      <blockquote>{t(mixed ? 'hands.promiseMixed' : 'hands.promiseText')}</blockquote>
    </div>
  );
}

function Counter({
  letter,
  count,
  onChange,
}: {
  letter: string;
  count: number | undefined;
  onChange: (next: (count: number | undefined) => number | null) => void;
}) {
  return (
    <div class={boardStyles.counter}>
      <button type="button" aria-label={t('hands.fewer', { letter })} onClick={() => onChange((now) => (now ?? 0) - 1)}>
        <Drawing svg={icon('minus')} class="icon" />
      </button>
      <input
        type="text"
        inputMode="numeric"
        maxLength={3}
        aria-label={t('hands.count', { letter })}
        value={count ?? ''}
        onInput={(event) => {
          const digits = event.currentTarget.value.replace(/\D/g, '');
          event.currentTarget.value = digits;
          onChange(() => (digits === '' ? null : Number(digits)));
        }}
      />
      <button type="button" aria-label={t('hands.more', { letter })} onClick={() => onChange((now) => (now ?? 0) + 1)}>
        <Drawing svg={icon('plus')} class="icon" />
      </button>
      <button type="button" aria-label={t('hands.five', { letter })} onClick={() => onChange((now) => (now ?? 0) + 5)}>
        +5
      </button>
    </div>
  );
}

/** One choice after the other, with its hands beside it. In a mixed room nothing is counted: the teacher looks. */
export function HandsVote({ screen, pupils, hands }: { screen: HandsScreen; pupils: number; hands: Hands }) {
  const { vote, turn, mixed } = screen;
  const raised = vote.choices[turn];
  const sum = Object.values(hands.counts).reduce((total, count) => total + count, 0);
  return (
    <>
      <Question vote={vote} />
      {turn < 0 && <PromiseText mixed={mixed} />}
      {raised && <p class={boardStyles.big}>{t('hands.now', { letter: raised.letter })}</p>}
      <ul class={`${boardStyles.choices} ${styles.counts}`}>
        {vote.choices.map((choice) => (
          <li key={choice.id} class={choice.id === raised?.id ? boardStyles.taken : ''} aria-current={choice.id === raised?.id}>
            <Drawing svg={badge(choice.letter)} class="badge" />
            <p>{choice.text}</p>
            {!mixed && <Counter letter={choice.letter} count={hands.counts[choice.id]} onChange={(next) => hands.change(choice.id, next)} />}
          </li>
        ))}
      </ul>
      {mixed ? (
        <p>{t('hands.look')}</p>
      ) : (
        <>
          <div class="row">
            <p class={sum > pupils ? pageStyles.refusal : ''} role="status">
              <b>{t('hands.sum', { sum, pupils })}</b>
              {sum > pupils && ` ${t('hands.tooMany')}`}
              {hands.whole && sum < FEWEST && ` ${t('hands.few')}`}
            </p>
            <button type="button" disabled={!hands.undo} onClick={() => hands.undo?.()}>
              <Drawing svg={icon('arrow-counter-clockwise')} class="icon" />
              {t('hands.undo')}
            </button>
          </div>
          {raised && <p class={`soft ${styles.keyboard}`}>{t('hands.keys')}</p>}
        </>
      )}
    </>
  );
}
