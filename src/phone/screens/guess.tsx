import type { Ref } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { badge } from '../../art/pieces/badge.ts';
import { Drawing } from '../../ui/drawing.tsx';
import type { Attendance, Session } from '../session.ts';
import { laterTextsIn } from '../texts.ts';
import styles from './guess.module.css';
import type { VoteScreen } from './vote.tsx';

/** "Wat koos de klas, denk je?": only for this phone, and hidden again once it is given. */
export function Guess({ session, attendance, screen }: { session: Session; attendance: Attendance; screen: VoteScreen }) {
  const t = laterTextsIn(session.lang);
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
