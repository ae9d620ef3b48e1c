import type { Link } from '../client/connection.ts';
import type { ChoiceId, RoundId } from '../protocol/identity.ts';
import type { RefusalCode } from '../protocol/refusals.ts';
import type { PhoneView } from '../protocol/views/phone.ts';
import { nextCounter } from './seat.ts';

export interface Ballot {
  /** Undefined once the envelope is closed, so that a phone that somebody picks up shows nothing. */
  choice: ChoiceId | null | undefined;
  counter: number;
  state: 'sending' | 'sent' | RefusalCode;
  /** An earlier choice in this vote was acknowledged. */
  earlier: boolean;
}

type Missed = 'vote-closed' | 'vote-unsure';
const isMissed = (state: Ballot['state']): state is Missed => state === 'vote-closed' || state === 'vote-unsure';

export function isRefused(ballot: Ballot | undefined): ballot is Ballot & { state: RefusalCode } {
  return ballot !== undefined && ballot.state !== 'sending' && ballot.state !== 'sent';
}

/** What this page remembers of the votes; nothing of it outlives the page. */
export interface Ballots {
  of(round: RoundId): Ballot | undefined;
  cast(round: RoundId, choice: ChoiceId | null, seen: number): void;
  seal(round: RoundId): void;
  /** Why the newest vote on this page may not have counted: it came too late, or nobody knows. Null once the next vote comes. */
  readonly missed: Missed | null;
  forgetMissed(): void;
  guess(round: RoundId): ChoiceId | undefined;
  setGuess(round: RoundId, choice: ChoiceId | undefined): void;
}

export function openBallots(code: string, link: Link<PhoneView>, tell: () => void): Ballots {
  const ballots = new Map<RoundId, Ballot>();
  const guesses = new Map<RoundId, ChoiceId>();
  let missed: Missed | null = null;

  return {
    get missed() {
      return missed;
    },
    forgetMissed() {
      missed = null;
    },
    of: (round) => ballots.get(round),
    cast(round, choice, seen) {
      const counter = nextCounter(code, seen);
      const before = ballots.get(round);
      const earlier = seen > 0 || before?.state === 'sent' || before?.earlier === true;
      ballots.set(round, { choice, counter, state: 'sending', earlier });
      tell();
      void link.ask({ type: 'vote.cast', round, choice, counter }).then((answer) => {
        const newest = ballots.get(round);
        if (newest?.counter !== counter) return;
        const counts = answer.ok || answer.refusal === 'vote-older';
        // Where only a change of mind came late, the choice before it counts.
        missed = !answer.ok && !earlier && isMissed(answer.refusal) ? answer.refusal : null;
        ballots.set(round, counts ? { ...newest, state: 'sent' } : { choice: undefined, counter, state: answer.refusal, earlier });
        tell();
      });
    },
    seal(round) {
      const ballot = ballots.get(round);
      if (ballot) ballots.set(round, { ...ballot, choice: undefined });
    },
    guess: (round) => guesses.get(round),
    setGuess(round, choice) {
      if (choice === undefined) guesses.delete(round);
      else guesses.set(round, choice);
      tell();
    },
  };
}
