import { useState } from 'preact/hooks';
import type { DebriefView } from '../../protocol/views/debrief.ts';
import { dateText } from '../../ui/locale.ts';
import { Table } from '../../ui/table.tsx';
import sheetStyles from '../sheet/sheet.module.css';
import { t } from '../texts.ts';
import compareStyles from './compare.module.css';
import { type ComparedChoice, type ComparedQuestion, compare, type Relation } from './comparison.ts';
import styles from './side-by-side.module.css';

function Side({ choice, side }: { choice: ComparedChoice; side: 0 | 1 }) {
  const band = choice.bands?.[side];
  return (
    <td>
      {band && <span>{t(`band.${band}`)}</span>} {choice.taken[side] && <span class="tag">{t('route.taken')}</span>}
    </td>
  );
}

function Question({ question, heads, relation }: { question: ComparedQuestion; heads: [string, string]; relation: Relation }) {
  return (
    <section class={styles.compared} data-testid="compared" aria-labelledby={`compared-${question.node}`}>
      <p class="soft">{question.title}</p>
      <h3 id={`compared-${question.node}`}>{question.question}</h3>
      <Table
        caption={question.question}
        quiet="caption"
        columns={[t('map.choice'), ...heads, ...(relation === 'same-class' ? [t('compare.change')] : [])]}
      >
        <tbody>
          {question.choices.map((choice) => (
            <tr key={choice.id}>
              <th scope="row">{choice.text}</th>
              <Side choice={choice} side={0} />
              <Side choice={choice} side={1} />
              {choice.change && <td>{t(`compare.change.${choice.change}`)}</td>}
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

/** Which lesson stands in a column: by day, and by its order where both were on one day. */
function headsOf(one: DebriefView, other: DebriefView): [string, string] {
  const head = (view: DebriefView, number: number) => `${t('compare.lesson', { number })}: ${dateText(view.date)}`;
  return [head(one, 1), head(other, 2)];
}

export function SideBySide({ one, other }: { one: DebriefView; other: DebriefView }) {
  const [relation, setRelation] = useState<Relation>('same-class');
  const questions = compare(one, other, relation);
  const heads = headsOf(one, other);
  return (
    <article class={`${sheetStyles.sheet} ${compareStyles.sideBySide}`}>
      <header class={sheetStyles.head}>
        <div>
          <p class={sheetStyles.kind}>{t('part.compare')}</p>
          <h2>{one.story.id === other.story.id ? one.story.title : `${one.story.title} · ${other.story.title}`}</h2>
        </div>
      </header>
      {one.story.id === other.story.id ? (
        <fieldset class="stack">
          <legend>{t('compare.relation')}</legend>
          {(['same-class', 'two-classes'] as const).map((each) => (
            <label key={each}>
              <input type="radio" name="relation" checked={relation === each} onChange={() => setRelation(each)} /> {t(`compare.${each}`)}
            </label>
          ))}
        </fieldset>
      ) : (
        <p>{t('compare.otherStory')}</p>
      )}
      {questions.length > 0 && <p>{t(`compare.why.${relation}`)}</p>}
      {questions.map((question) => (
        <Question key={question.node} question={question} heads={heads} relation={relation} />
      ))}
      <section aria-labelledby="compared-rest">
        <h3 id="compared-rest">{t('compare.rest')}</h3>
        <Table columns={[null, ...heads]}>
          <tbody>
            <tr>
              <th scope="row">{t('route.ending')}</th>
              <td>{one.ending ?? t('compare.notYet')}</td>
              <td>{other.ending ?? t('compare.notYet')}</td>
            </tr>
            <tr>
              <th scope="row">{t('compare.agreements')}</th>
              {[one, other].map((view, index) => (
                <td key={index === 0 ? 'one' : 'other'}>
                  {view.agreements.length === 0 ? (
                    t('compare.notYet')
                  ) : (
                    <ul>
                      {view.agreements.map(({ id, text }) => (
                        <li key={id}>{text}</li>
                      ))}
                    </ul>
                  )}
                </td>
              ))}
            </tr>
          </tbody>
        </Table>
      </section>
      <p class={sheetStyles.busy}>{t('compare.proof')}</p>
    </article>
  );
}
