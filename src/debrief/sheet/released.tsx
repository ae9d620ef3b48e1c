import type { DebriefView } from '../../protocol/views/debrief.ts';
import { t } from '../texts.ts';
import { Figures } from './figures.tsx';
import styles from './released.module.css';
import routeStyles from './route.module.css';
import sheetStyles from './sheet.module.css';

type Gap = DebriefView['gaps'][number];

function Result({ gap, result }: { gap: Gap; result: Gap['results'][number] }) {
  const id = `told-${gap.node}-${result.vote.node}`;
  return (
    <article class={routeStyles.step} data-part="step" aria-labelledby={id}>
      <header>
        <div>
          {result.asks && <p class="soft">{t(`asks.${result.asks}`)}</p>}
          <h3 id={id}>{result.vote.question}</h3>
        </div>
      </header>
      <Figures result={result} />
    </article>
  );
}

/** What somebody in the story did, and whether the class saw it coming. */
export function Predictions({ foreseen }: { foreseen: DebriefView['foreseen'] }) {
  return (
    <section class={styles.told} aria-labelledby="foreseen">
      <h2 id="foreseen">{t('foreseen.title')}</h2>
      {foreseen.map(({ node, title, question, came, foreseen: told }) => (
        <article key={node} class={routeStyles.step} data-part="step" aria-labelledby={`foreseen-${node}`}>
          <header>
            <div>
              <p class="soft">{title}</p>
              <h3 id={`foreseen-${node}`}>{question}</h3>
            </div>
          </header>
          <p>
            {t('foreseen.came')} {came.text}
          </p>
          <p>
            <strong>{t(`foreseen.${told}`)}</strong>
          </p>
        </article>
      ))}
      {foreseen.some(({ foreseen: told }) => told !== 'untold') && <p class="soft">{t('foreseen.only')}</p>}
    </section>
  );
}

/** Kept results that were told together, disapproval first. In print the first stays on the page of its heading. */
export function KeptResults({ gap }: { gap: Gap }) {
  const [first, ...others] = gap.results;
  return (
    <section class={styles.told} aria-labelledby={`told-${gap.node}`}>
      <div class={styles.begins}>
        <h2 id={`told-${gap.node}`}>{gap.title}</h2>
        <p>{t('told.lead')}</p>
        {first && <Result gap={gap} result={first} />}
      </div>
      {others.map((result) => (
        <Result key={result.vote.node} gap={gap} result={result} />
      ))}
      {gap.note && <p class={sheetStyles.busy}>{gap.note}</p>}
    </section>
  );
}
