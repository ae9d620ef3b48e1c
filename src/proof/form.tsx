import { badge } from '../art/pieces/badge.ts';
import { BANDS } from '../protocol/released.ts';
import { Drawing } from '../ui/drawing.tsx';
import styles from './form.module.css';
import { type Asked, LARGEST, lettersOf, nearest, type Outcome, pathOf, wordsFrom, wordsOf } from './outcomes.ts';
import { t } from './texts.ts';

const OPTIONS = [2, 3, 4];
const KINDS = ['open', 'guarded'] as const;

/** The class: how many vote, over how many choices, about what. */
export function ClassForm({ asked, onAsked }: { asked: Asked; onAsked: (asked: Asked) => void }) {
  return (
    <div class={styles.form}>
      <label class={styles.voters}>
        {t('ask.voters')}
        <output>{t('ask.votes', { count: asked.voters })}</output>
        <input
          type="range"
          min="2"
          max={LARGEST}
          value={asked.voters}
          onInput={({ currentTarget }) => onAsked({ ...asked, voters: Number(currentTarget.value) })}
        />
      </label>
      <fieldset>
        <legend>{t('ask.options')}</legend>
        {OPTIONS.map((options) => (
          <label key={options}>
            <input type="radio" name="options" checked={asked.options === options} onChange={() => onAsked({ ...asked, options })} />
            {options}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('ask.kind')}</legend>
        {KINDS.map((kind) => (
          <label key={kind}>
            <input type="radio" name="kind" checked={asked.kind === kind} onChange={() => onAsked({ ...asked, kind })} />
            {t(`ask.kind.${kind}`)}
          </label>
        ))}
      </fieldset>
    </div>
  );
}

function Path({ asked, outcome }: { asked: Asked; outcome: Outcome }) {
  const path = lettersOf(asked).find((letter) => letter === pathOf(outcome)) ?? 'A';
  return <Drawing svg={badge(path)} class="badge" label={path} />;
}

interface BoardProps {
  asked: Asked;
  outcomes: readonly Outcome[];
  outcome: Outcome;
  onOutcome: (outcome: Outcome) => void;
}

/** The result on the board: a word for each choice, and the path. */
export function BoardForm({ asked, outcomes, outcome, onOutcome }: BoardProps) {
  const words = wordsOf(outcome, asked);
  const path = pathOf(outcome);
  const from = wordsFrom(asked) ?? LARGEST;
  const choose = (next: Outcome | null) => next && onOutcome(next);
  const same = outcomes.filter((other) => String(wordsOf(other, asked)) === String(words));
  if (path === null) return <p>{t('board.nothing', { count: asked.voters })}</p>;
  return (
    <>
      {words ? (
        <ul class={styles.words}>
          {lettersOf(asked).map((letter, index) => (
            <li key={letter}>
              <label>
                <Drawing svg={badge(letter)} class="badge" />
                <span class="hidden">{letter}</span>
                <select
                  value={words[index]}
                  onChange={({ currentTarget }) => {
                    const wanted = BANDS.find((band) => band === currentTarget.value);
                    if (wanted) choose(nearest(outcomes, asked, Object.assign([...words], { [index]: wanted }), path, index));
                  }}
                >
                  {BANDS.filter((band) => outcomes.some((other) => wordsOf(other, asked)?.[index] === band)).map((band) => (
                    <option key={band} value={band}>
                      {t(`band.${band}`)}
                    </option>
                  ))}
                </select>
              </label>
            </li>
          ))}
        </ul>
      ) : (
        <p>{t('board.pathOnly', { count: asked.voters, from })}</p>
      )}
      {same.length === 1 ? (
        <p class={styles.only}>
          {t('board.follows')} <Path asked={asked} outcome={outcome} />
        </p>
      ) : (
        <fieldset class={styles.path}>
          <legend>{t('board.path')}</legend>
          {same.map((other) => (
            <label key={other.output}>
              <input type="radio" name="path" checked={other.output === outcome.output} onChange={() => onOutcome(other)} />
              <Path asked={asked} outcome={other} />
            </label>
          ))}
        </fieldset>
      )}
      {words && <p class={styles.hint}>{t('board.hint')}</p>}
    </>
  );
}
