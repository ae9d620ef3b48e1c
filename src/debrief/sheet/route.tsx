import { avatar } from '../../art/people/character.ts';
import { badge } from '../../art/pieces/badge.ts';
import type { ReportChoice, ReportStep } from '../../protocol/views/debrief.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { t } from '../texts.ts';
import figuresStyles from './figures.module.css';
import { Chart, ResultTable } from './result.tsx';
import styles from './route.module.css';

function Consequences({ choice }: { choice: ReportChoice }) {
  return (
    <dl class={styles.consequences}>
      <div>
        <dt>{t('route.now')}</dt>
        <dd>{choice.now}</dd>
      </div>
      <div>
        <dt>{t('route.later')}</dt>
        <dd>{choice.later}</dd>
      </div>
    </dl>
  );
}

function Outcomes({ step }: { step: ReportStep }) {
  const taken = step.choices.find((choice) => choice.taken);
  const others = step.choices.filter((choice) => !choice.taken && choice.now);
  return (
    <>
      {taken && (
        <section class={styles.outcome}>
          <h4>{t('route.then')}</h4>
          <Consequences choice={taken} />
        </section>
      )}
      {step.by && step.by !== 'not-asked' && others.length > 0 && (
        <div class={styles.others}>
          {others.map((choice) => (
            <details key={choice.id}>
              <summary>
                <Drawing svg={badge(choice.letter)} class="badge small" />
                <span>
                  <b>{t('route.whatIf')}</b> {choice.text}
                </span>
              </summary>
              <Consequences choice={choice} />
            </details>
          ))}
        </div>
      )}
    </>
  );
}

/** One decision: who made it, the choices, what was released, and what followed. */
export function Step({ step, number }: { step: ReportStep; number: number }) {
  const { released, choices, question } = step;
  const drawn = released?.shown === 'bands';
  return (
    <article class={styles.step} data-part="step" aria-labelledby={`step-${number}`}>
      <header>
        {step.as && <Drawing svg={avatar(step.as.look)} class="avatar" />}
        <div>
          <p class="soft">
            {number}. {step.title} · {step.as ? t('route.as', { name: step.as.name }) : t('route.asClass')}
          </p>
          <h3 id={`step-${number}`}>{question}</h3>
        </div>
      </header>
      <div class={drawn ? figuresStyles.pair : `${figuresStyles.pair} ${figuresStyles.bare}`} data-part="pair">
        <Chart choices={choices} released={released} label={t('result.chart', { question })} />
        <ResultTable choices={choices} released={released} caption={question} />
      </div>
      <p class="soft">
        {step.by ? t(`route.by.${step.by}`) : t('route.undecided')}
        {step.by && released?.shown === 'path' && ` ${t('path.only')}`}
      </p>
      <Outcomes step={step} />
    </article>
  );
}
