import { badge } from '../art/badge.ts';
import type { DecidedBy } from '../protocol/released.ts';
import type { PhoneScreen } from '../protocol/views.ts';
import { Drawing } from './drawing.tsx';
import type { Attendance, Session } from './session.ts';
import { textsIn } from './texts.ts';

type RevealScreen = Extract<PhoneScreen, { kind: 'reveal' }>;

/** What the board shows too, and nothing more. */
export function Reveal({ session, attendance, screen }: { session: Session; attendance: Attendance; screen: RevealScreen }) {
  const t = textsIn(session.lang);
  const who: Record<DecidedBy, string> = { class: t.revealClass, together: t.revealTogether, teacher: t.revealTeacher, 'what-if': t.revealWhatIf };
  const guess = screen.by === 'class' ? attendance.ballots.guess(screen.round) : undefined;
  const { released } = screen;
  const told = released && (released.shown === 'numbers' || released.shown === 'bands') ? released : null;
  return (
    <section class="screen reveal">
      <h1 tabIndex={-1}>{who[screen.by]}</h1>
      <p class="path">
        <Drawing svg={badge(screen.path.letter)} kind="mark" />
        <span>
          <span class="quiet">{screen.path.letter}: </span>
          <span dir="auto">{screen.path.text}</span>
        </span>
      </p>
      {guess !== undefined && <p class="compare">{guess === screen.path.id ? t.guessRight : t.guessOther}</p>}
      {released?.shown === 'path' && <p class="soft">{t.pathOnly}</p>}
      {told && (
        <>
          <h2>{t.results}</h2>
          <ul class="results">
            {screen.choices.map((choice) => (
              <li key={choice.id}>
                <Drawing svg={badge(choice.letter)} kind="mark" />
                <span>
                  <span class="quiet">{choice.letter}: </span>
                  <span dir="auto">{choice.short}</span>
                </span>
                <strong>{told.shown === 'numbers' ? t.votes(told.counts[choice.id] ?? 0) : t.bands[told.bands[choice.id] ?? 'few']}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
