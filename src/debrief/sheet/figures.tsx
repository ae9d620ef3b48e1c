import type { Released } from '../../protocol/released.ts';
import type { GapResult } from '../../protocol/views/debrief.ts';
import { t } from '../texts.ts';
import styles from './figures.module.css';
import { Chart, ResultTable } from './result.tsx';

/** Why no bars are drawn. */
function whyBare(released: Released | null) {
  if (released?.shown === 'path') return 'path.only';
  return released?.shown === 'alike' || released?.shown === 'incomplete' ? (`told.${released.shown}` as const) : 'slides.nothing';
}

/** What is drawn of one kept result: two conditions beside each other, or one chart. */
export function Figures({ result, tables = true }: { result: GapResult; tables?: boolean }) {
  const { vote, released, arms } = result;
  const label = t('result.chart', { question: vote.question });
  const both = arms ? (['few', 'many'] as const).map((arm) => ({ arm, shown: { shown: 'bands', bands: arms[arm], path: '' } as const })) : [];
  if (arms)
    return (
      <div class={styles.conditions} data-part="conditions">
        {both.map(({ arm, shown }) => (
          <section key={arm}>
            <h4>{t(`arms.${arm}`)}</h4>
            <Chart choices={vote.choices} released={shown} label={`${t(`arms.${arm}`)}. ${label}`} />
            {tables && <ResultTable choices={vote.choices} released={shown} caption={`${t(`arms.${arm}`)}: ${vote.question}`} />}
          </section>
        ))}
      </div>
    );
  const bare = released?.shown !== 'bands';
  const choices = vote.choices.map((choice) => ({ ...choice, taken: released?.shown === 'path' && released.path === choice.id }));
  return (
    <>
      <div class={bare || !tables ? `${styles.pair} ${styles.bare}` : styles.pair} data-part="pair">
        <Chart choices={vote.choices} released={released} label={label} />
        {tables && <ResultTable choices={choices} released={released} caption={vote.question} />}
      </div>
      {bare && <p>{t(whyBare(released))}</p>}
    </>
  );
}
