import type { DebriefView } from '../protocol/debrief.ts';
import { Figures } from './figures.tsx';
import { say } from './say.ts';

/** Kept results that were told together, disapproval first. */
export function Told({ gap }: { gap: DebriefView['gaps'][number] }) {
  return (
    <section class="told" aria-labelledby={`told-${gap.node}`}>
      <h2 id={`told-${gap.node}`}>{gap.title}</h2>
      <p>{say('told.lead')}</p>
      {gap.results.map((result) => (
        <article key={result.vote.node} class="step" aria-labelledby={`told-${gap.node}-${result.vote.node}`}>
          <header>
            <div>
              {result.asks && <p class="soft">{say(`asks.${result.asks}`)}</p>}
              <h3 id={`told-${gap.node}-${result.vote.node}`}>{result.vote.question}</h3>
            </div>
          </header>
          <Figures result={result} />
        </article>
      ))}
      {gap.note && <p class="busy">{gap.note}</p>}
    </section>
  );
}
