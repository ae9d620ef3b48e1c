import { badge } from '../art/badge.ts';
import { envelope } from '../art/ballot.ts';
import { useArrival } from './arrival.ts';
import { Drawing } from './drawing.tsx';
import type { Attendance, Session } from './session.ts';
import { textsIn } from './texts.ts';
import type { VoteScreen } from './vote.tsx';

/** The choice in its envelope: a neighbour who looks sees the same as on every phone. */
export function Sealed({ session, attendance, screen, onChange }: { session: Session; attendance: Attendance; screen: VoteScreen; onChange(): void }) {
  const t = textsIn(session.lang);
  const sending = attendance.ballots.of(screen.vote.round)?.state === 'sending';
  useArrival('sealed');
  return (
    <section class="screen sealed">
      <Drawing svg={envelope()} kind="envelope" />
      <div role="status">
        <h1 tabIndex={-1}>{sending ? t.sealedSending : t.sealed}</h1>
        <p class="soft">{sending ? t.sealedWait : t.sealedText}</p>
      </div>
      <Guess session={session} attendance={attendance} screen={screen} />
      <button type="button" class="button" onClick={onChange}>{t.change}</button>
    </section>
  );
}

/** "Wat koos de klas, denk je?": only for this phone, and hidden again once it is given. */
function Guess({ session, attendance, screen }: { session: Session; attendance: Attendance; screen: VoteScreen }) {
  const t = textsIn(session.lang);
  const { round, choices } = screen.vote;
  if (attendance.ballots.guess(round) !== undefined) {
    return (
      <div class="guess">
        <p role="status">{t.guessKept}</p>
        <button type="button" class="link" onClick={() => attendance.ballots.setGuess(round, undefined)}>{t.guessAgain}</button>
      </div>
    );
  }
  return (
    <fieldset class="guess">
      <legend>{t.guess}</legend>
      <p class="soft">{t.guessHint}</p>
      <div class="guesses">
        {choices.map((choice) => (
          <button type="button" key={choice.id} class="small-card" onClick={() => attendance.ballots.setGuess(round, choice.id)}>
            <Drawing svg={badge(choice.letter)} kind="mark" />
            <span class="quiet">{choice.letter}: </span>
            <span dir="auto">{choice.short}</span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}
