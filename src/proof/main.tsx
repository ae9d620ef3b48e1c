import '../ui/page-start.css';
import { useMemo, useState } from 'preact/hooks';
import { badge } from '../art/pieces/badge.ts';
import { Drawing } from '../ui/drawing.tsx';
import { Table } from '../ui/table.tsx';
import { renderPage } from '../ui/translator.ts';
import { BoardForm, ClassForm } from './form.tsx';
import styles from './main.module.css';
import {
  type Asked,
  COALITION,
  lettersOf,
  nearest,
  type Outcome,
  outcomesOf,
  pathOf,
  pinsDown,
  pooledIn,
  rangesIn,
  tiesIn,
  wordsOf,
} from './outcomes.ts';
import { Classes, DRAWN } from './picture.tsx';
import { t } from './texts.ts';

const FIRST: Asked = { voters: 24, options: 2, kind: 'open' };

/** How many classes fit what is on the board. */
function Fits({ asked, outcome }: { asked: Asked; outcome: Outcome }) {
  const count = outcome.classes.length;
  const ties = tiesIn(outcome);
  return (
    <section aria-labelledby="fits">
      <h2 id="fits">{t('fits.title')}</h2>
      <p class={styles.count} role="status" data-part="count" data-count={count}>
        {t('fits.count', { count })}
      </p>
      <p>{t('fits.same')}</p>
      <Classes classes={outcome.classes} voters={asked.voters} label={t('fits.drawing', { count })} />
      <p class={styles.small}>
        {t('fits.bars')} {count > DRAWN && t('fits.some', { drawn: DRAWN, count })}
      </p>
      <ul class={styles.ranges}>
        {rangesIn(outcome, asked).map(({ least, most }, index) => {
          const letter = lettersOf(asked)[index] ?? 'A';
          return (
            <li key={letter}>
              <Drawing svg={badge(letter)} class="badge small" label={letter} /> {t('fits.range', { least, most })}
            </li>
          );
        })}
      </ul>
      {ties > 0 && <p>{t('fits.ties', { ties, count })}</p>}
    </section>
  );
}

/** What somebody who adds own votes still cannot know. */
function Who({ asked, outcome }: { asked: Asked; outcome: Outcome }) {
  const letters = lettersOf(asked);
  const rows = pooledIn(outcome, asked);
  const pinned = pinsDown(outcome, asked, COALITION[asked.kind]);
  const whoOf = (known: readonly number[]) => {
    const own = letters.flatMap((letter, index) => Array<string>(known[index] ?? 0).fill(letter));
    const [first, second] = own;
    if (first === undefined) return t('who.nobody');
    return second === undefined ? t('who.one', { choice: first }) : t('who.two', { first, second });
  };
  return (
    <section aria-labelledby="who">
      <h2 id="who">{t('who.title')}</h2>
      <p>{t(`who.lead.${asked.kind}`)}</p>
      <div class={pinned ? `${styles.verdict} ${styles.pinned}` : styles.verdict} role="status" data-part="verdict" data-pinned={pinned}>
        <p>
          <strong>{t(pinned ? 'who.pinned' : 'who.safe')}</strong>
        </p>
        <p>{t(pinned ? 'who.pinnedText' : 'who.safeText')}</p>
      </div>
      <Table class={styles.who} columns={[t('who.who'), t('who.fit'), t('who.others')]}>
        <tbody>
          {rows.map(({ known, classes, others, ranges }) => (
            <tr key={known.join()} data-known={known.join()} data-count={classes}>
              <th scope="row">{whoOf(known)}</th>
              <td>{classes}</td>
              <td>
                {ranges.map(({ least, most }, index) => (
                  <p key={letters[index]}>
                    <b>{letters[index]}</b> {t('who.range', { least, most, others })}
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {asked.kind === 'open' && <p>{t(pinsDown(outcome, asked, 2) ? 'who.twoMay' : 'who.twoMayNot')}</p>}
    </section>
  );
}

function Proof() {
  const [asked, setAsked] = useState(FIRST);
  const outcomes = useMemo(() => outcomesOf(asked), [asked]);
  const [chosen, setChosen] = useState<Outcome | null>(null);
  const words = chosen && wordsOf(chosen, asked);
  // Another class may never get the result that was set: then the one that is most like it.
  const outcome = nearest(outcomes, asked, words ?? ['most', 'some', 'few', 'few'], chosen ? pathOf(chosen) : 'A');
  if (!outcome) return null;
  return (
    <>
      <section aria-labelledby="ask">
        <h2 id="ask">{t('ask.title')}</h2>
        <ClassForm asked={asked} onAsked={setAsked} />
      </section>
      <section aria-labelledby="board">
        <h2 id="board">{t('board.title')}</h2>
        <BoardForm asked={asked} outcomes={outcomes} outcome={outcome} onOutcome={setChosen} />
      </section>
      <Fits asked={asked} outcome={outcome} />
      <Who asked={asked} outcome={outcome} />
    </>
  );
}

const place = document.getElementById('proof');
if (place) {
  place.replaceChildren();
  place.className = styles.proof ?? '';
  renderPage(<Proof />, place);
}
