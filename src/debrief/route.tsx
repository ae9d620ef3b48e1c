import { badge } from '../art/badge.ts';
import { avatar } from '../art/character.ts';
import type { ReportChoice, ReportStep } from '../protocol/views.ts';
import { Drawing } from './drawing.tsx';
import { Result } from './result.tsx';
import { say } from './say.ts';

function Consequences({ choice }: { choice: ReportChoice }) {
  return (
    <dl class="consequences">
      <div>
        <dt>{say('route.now')}</dt>
        <dd>{choice.now}</dd>
      </div>
      <div>
        <dt>{say('route.later')}</dt>
        <dd>{choice.later}</dd>
      </div>
    </dl>
  );
}

function Choice({ choice, step }: { choice: ReportChoice; step: ReportStep }) {
  const barred = step.released?.shown === 'bands' || step.released?.shown === 'numbers';
  return (
    <li class={`choice ${choice.taken ? 'taken' : ''} ${barred ? 'barred' : ''}`}>
      <Drawing svg={badge(choice.letter)} class="badge" />
      <p>
        {choice.text} {choice.taken && <span class="tag">{say('route.taken')}</span>}
        {choice.lookedAt && !choice.taken && <span class="tag open">{say('route.lookedAt')}</span>}
      </p>
      {step.released && <Result choice={choice} released={step.released} />}
    </li>
  );
}

/** One decision: whose, what there was to choose, what was released, and what came of it. */
export function Step({ step, number }: { step: ReportStep; number: number }) {
  const taken = step.choices.find((choice) => choice.taken);
  const others = step.choices.filter((choice) => !choice.taken && choice.now);
  return (
    <article class="step" aria-labelledby={`step-${number}`}>
      <header>
        {step.as && <Drawing svg={avatar(step.as.look)} class="avatar" />}
        <div>
          <p class="soft">
            {number}. {step.title} · {step.as ? say('route.as', { name: step.as.name }) : say('route.asClass')}
          </p>
          <h3 id={`step-${number}`}>{step.question}</h3>
        </div>
      </header>
      <ul class="choices">
        {step.choices.map((choice) => (
          <Choice key={choice.id} choice={choice} step={step} />
        ))}
      </ul>
      <p class="soft">
        {step.by ? say(`route.by.${step.by}`) : say('route.undecided')}
        {taken && step.released?.shown === 'path' && ` ${say('route.only')}`}
      </p>
      {taken && (
        <section class="outcome">
          <h4>{say('route.then')}</h4>
          <Consequences choice={taken} />
        </section>
      )}
      {step.by && others.length > 0 && (
        <div class="others">
          {others.map((choice) => (
            <details key={choice.id}>
              <summary>
                <Drawing svg={badge(choice.letter)} class="badge small" />
                <span>
                  <b>{say('route.whatIf')}</b> {choice.text}
                </span>
              </summary>
              <Consequences choice={choice} />
            </details>
          ))}
        </div>
      )}
    </article>
  );
}
