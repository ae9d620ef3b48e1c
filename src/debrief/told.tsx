import type { DebriefView } from '../protocol/views.ts';
import { Chart, ResultTable } from './result.tsx';
import { say } from './say.ts';

/** Kept results that were told together, disapproval first. */
export function Told({ gap }: { gap: DebriefView['gaps'][number] }) {
  return (
    <section class="told" aria-labelledby={`told-${gap.node}`}>
      <h2 id={`told-${gap.node}`}>{gap.title}</h2>
      <p>{say('told.lead')}</p>
      {gap.results.map(({ vote, released, asks }) => (
        <article key={vote.node} class="step" aria-labelledby={`told-${vote.node}`}>
          <header>
            <div>
              <p class="soft">{asks ? say(`asks.${asks}`) : say('asks.kept')}</p>
              <h3 id={`told-${vote.node}`}>{vote.question}</h3>
            </div>
          </header>
          <div class={released?.shown === 'bands' || released?.shown === 'numbers' ? 'pair' : 'pair bare'}>
            <Chart choices={vote.choices} released={released} label={say('result.chart', { question: vote.question })} />
            <ResultTable
              choices={vote.choices.map((choice) => ({ ...choice, taken: released?.shown === 'path' && released.path === choice.id }))}
              released={released}
              caption={vote.question}
            />
          </div>
          {(!released || released.shown === 'nothing') && <p class="soft">{say('slides.nothing')}</p>}
          {released?.shown === 'path' && <p class="soft">{say('told.path')}</p>}
        </article>
      ))}
    </section>
  );
}
