import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { badge } from '../../art/pieces/badge.ts';
import type { ChoiceId } from '../../protocol/identity.ts';
import type { PhoneScreen } from '../../protocol/views/phone.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { useArrival } from '../arrival.ts';
import { type Ballot, isRefused } from '../ballots.ts';
import { EYE } from '../eye.ts';
import type { Late } from '../late.ts';
import { Sentences } from '../sentences.tsx';
import type { Attendance, Session } from '../session.ts';
import { refusalIn, textsIn } from '../texts.ts';
import screenStyles from './screen.module.css';
import { Sealed } from './sealed.tsx';
import styles from './vote.module.css';

export type VoteScreen = Extract<PhoneScreen, { kind: 'vote' }>;
const SEAL_AFTER_MS = 2000;
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
/** What the cards of a vote do: first choice, a change of mind, or hidden in the envelope. */
type Face = 'choose' | 'change' | 'sealed';

interface Props {
  session: Session;
  late: Late;
  attendance: Attendance;
  screen: VoteScreen;
  /** What stands under the question. */
  children: ComponentChildren;
}

export function Vote({ session, late, attendance, screen, children }: Props) {
  const { round } = screen.vote;
  const { ballots } = attendance;
  const ballot = ballots.of(round);
  const refused = isRefused(ballot);
  const [face, setFace] = useState<Face>(screen.mine || (ballot && !refused) ? 'sealed' : 'choose');
  const [tapped, setTapped] = useState<number | null>(null);
  useArrival(face);

  const show = (next: Face) => {
    setTapped(null);
    setFace(next);
  };
  useEffect(() => {
    if (refused) return show('change');
    if (tapped === null) return;
    const timer = setTimeout(() => {
      ballots.seal(round);
      show('sealed');
    }, SEAL_AFTER_MS);
    return () => clearTimeout(timer);
  }, [tapped, refused]);

  if (face === 'sealed') return <Sealed session={session} late={late} attendance={attendance} screen={screen} onChange={() => show('change')} />;
  const cast = (choice: ChoiceId | null) => {
    ballots.cast(round, choice, screen.mine?.counter ?? 0);
    setTapped(ballots.of(round)?.counter ?? null);
  };
  return (
    <Cards
      session={session}
      screen={screen}
      ballot={ballot}
      shown={tapped === null ? undefined : ballot?.choice}
      changing={face === 'change'}
      onCast={cast}
      onKeep={() => show('sealed')}
    >
      {children}
    </Cards>
  );
}

interface CardsProps {
  session: Session;
  screen: VoteScreen;
  ballot: Ballot | undefined;
  /** The card that was tapped last on this screen. */
  shown: ChoiceId | null | undefined;
  changing: boolean;
  onCast(choice: ChoiceId | null): void;
  onKeep(): void;
  children: ComponentChildren;
}

function Cards({ session, screen, ballot, shown, changing, onCast, onKeep, children }: CardsProps) {
  const t = textsIn(session.lang);
  const { vote } = screen;
  const refused = isRefused(ballot);
  const counts = screen.mine !== null || ballot?.state === 'sent' || ballot?.earlier === true;
  const undo = changing && shown === undefined && counts;
  /**
   * A browser's own radio buttons choose what an arrow comes to, so whoever wants to hear every card would vote for each. Here arrows only move, and
   * Enter or space chooses. A tap, also the double tap of a screen reader, is meant for one card and chooses it at once.
   */
  const onKey = (event: TargetedKeyboardEvent<HTMLFieldSetElement>) => {
    const cards = [...event.currentTarget.querySelectorAll('input')];
    const at = event.target instanceof HTMLInputElement ? cards.indexOf(event.target) : -1;
    const step = STEPS[event.key];
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey || (!step && event.key !== 'Enter')) return;
    event.preventDefault();
    if (step) cards[(at + step + cards.length) % cards.length]?.focus();
    else if (!event.repeat) cards[at]?.click();
  };
  const card = (choice: ChoiceId | null, kind: string, mark: string, letter: string, text: string) => (
    <label data-card={kind} class={`${styles.card}${shown === choice ? ` ${styles.chosen}` : ''}`} key={choice}>
      <input type="radio" name={vote.round} checked={shown === choice} onChange={() => onCast(choice)} />
      <Drawing svg={mark} />
      <span class={styles.what}>
        {letter && <span class="quiet">{letter}: </span>}
        <span dir="auto">{text}</span>
      </span>
      <span class={styles.tick} aria-hidden="true" />
    </label>
  );
  return (
    <section class={`${screenStyles.screen} ${styles.vote}`} data-choices={vote.choices.length}>
      {vote.as && (
        <p class={styles.as} dir="auto">
          {vote.as}
        </p>
      )}
      <h1 id="question" tabIndex={-1} dir="auto">
        <Sentences text={vote.question} />
      </h1>
      {vote.context && (
        <p id="context" dir="auto">
          {vote.context}
        </p>
      )}
      {vote.drawing && <p class={styles.onBoard}>{t(`onBoard.${vote.drawing}`)}</p>}
      {children}
      <fieldset class={styles.cards} aria-labelledby="question" aria-describedby={vote.context ? 'context' : undefined} onKeyDown={onKey}>
        {vote.choices.map((choice) => card(choice.id, choice.letter, badge(choice.letter), choice.letter, choice.text))}
        {card(null, 'watch', EYE, '', t('watchAlong'))}
      </fieldset>
      <div class={`${styles.standing}${refused || shown !== undefined ? ` ${styles.told}` : ''}${undo ? ` ${styles.undo}` : ''}`}>
        <VoteStatus session={session} ballot={ballot} tapped={shown !== undefined} counts={counts} changing={changing} />
        {undo && (
          <button type="button" class="button" onClick={onKeep}>
            {t('keep')}
          </button>
        )}
      </div>
    </section>
  );
}

interface StatusProps {
  session: Session;
  ballot: Ballot | undefined;
  tapped: boolean;
  counts: boolean;
  changing: boolean;
}

function VoteStatus({ session, ballot, tapped, counts, changing }: StatusProps) {
  const t = textsIn(session.lang);
  const refusal = ballot && isRefused(ballot) ? ballot.state : null;
  let words: ComponentChildren = t('voteHint');
  let kind = 'hint';
  if (refusal) {
    words = (
      <>
        {refusalIn(session.lang, refusal)} {counts && t('earlierCounts')}
      </>
    );
    kind = 'no';
  } else if (tapped && ballot) {
    words =
      ballot.state === 'sending' ? (
        t('sending')
      ) : (
        <>
          <strong>{t('sent')}</strong> {t('sentMay')}
        </>
      );
    kind = ballot.state === 'sending' ? 'busy' : 'done';
  } else if (changing && counts) {
    words = t('changing');
  }
  return (
    <p class={styles.status} data-kind={kind} role="status">
      {words}
    </p>
  );
}
