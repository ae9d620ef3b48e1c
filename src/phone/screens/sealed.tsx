import type { Ref } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { badge } from '../../art/pieces/badge.ts';
import { envelope } from '../../art/pieces/ballot.ts';
import { Drawing } from '../../ui/drawing.tsx';
import type { Attendance, Session } from '../session.ts';
import { textsIn } from '../texts.ts';
import screenStyles from './screen.module.css';
import styles from './sealed.module.css';
import type { VoteScreen } from './vote.tsx';

/** The choice in its envelope: a neighbour who looks sees the same as on every phone. */
export function Sealed({
  session,
  attendance,
  screen,
  onChange,
}: {
  session: Session;
  attendance: Attendance;
  screen: VoteScreen;
  onChange(): void;
}) {
  const t = textsIn(session.lang);
  const sending = attendance.ballots.of(screen.vote.round)?.state === 'sending';
  return (
    <section class={`${screenStyles.screen} ${styles.sealed}`}>
      <Drawing svg={envelope()} class={styles.envelope} />
      <div role="status">
        <h1 tabIndex={-1}>{sending ? t('sealedSending') : t('sealed')}</h1>
        <p class="soft">{sending ? t('sealedWait') : t('sealedText')}</p>
      </div>
      {screen.vote.held ? <p>{t('held')}</p> : <Guess session={session} attendance={attendance} screen={screen} />}
      <button type="button" class="button" onClick={onChange}>
        {t('change')}
      </button>
    </section>
  );
}

/** "Wat koos de klas, denk je?": only for this phone, and hidden again once it is given. */
function Guess({ session, attendance, screen }: { session: Session; attendance: Attendance; screen: VoteScreen }) {
  const t = textsIn(session.lang);
  const { round, choices } = screen.vote;
  const kept = attendance.ballots.guess(round) !== undefined;
  const box = useRef<HTMLElement>(null);
  const first = useRef(kept);
  useLayoutEffect(() => {
    if (first.current !== kept) box.current?.focus();
    first.current = kept;
  }, [kept]);
  if (kept) {
    return (
      <div class={styles.guess}>
        <p ref={box as Ref<HTMLParagraphElement>} tabIndex={-1}>
          {t('guessKept')}
        </p>
        <button type="button" class="link" onClick={() => attendance.ballots.setGuess(round, undefined)}>
          {t('guessAgain')}
        </button>
      </div>
    );
  }
  return (
    <fieldset class={styles.guess} ref={box as Ref<HTMLFieldSetElement>} tabIndex={-1}>
      <legend>{t('guess')}</legend>
      <p class="soft">{t('guessHint')}</p>
      <div class={styles.guesses}>
        {choices.map((choice) => (
          <button type="button" key={choice.id} class={styles.smallCard} onClick={() => attendance.ballots.setGuess(round, choice.id)}>
            <Drawing svg={badge(choice.letter)} />
            <span class="quiet">{choice.letter}: </span>
            <span dir="auto">{choice.short}</span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}
