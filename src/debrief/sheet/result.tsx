import { useEffect, useRef } from 'preact/hooks';
import { badge } from '../../art/pieces/badge.ts';
import { colours } from '../../art/tokens.ts';
import { LETTERS } from '../../protocol/identity.ts';
import type { Released } from '../../protocol/released.ts';
import type { ChoiceView } from '../../protocol/views/vote.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { lang } from '../../ui/locale.ts';
import { Table } from '../../ui/table.tsx';
import { t } from '../texts.ts';
import { chart, NARROW_BELOW } from './chart.ts';
import styles from './result.module.css';

/** The slant of the black lines, so that the bars differ on any printer. */
const HATCH = { A: 45, B: 90, C: -45, D: 0 } as const;

export function Hatches() {
  return (
    <svg class={styles.hatches} aria-hidden="true">
      {LETTERS.map((letter) => (
        <pattern key={letter} id={`hatch-${letter}`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform={`rotate(${HATCH[letter]})`}>
          <rect width="6" height="6" fill={colours.white} />
          <path d="M3 0v6" stroke={colours.ink} stroke-width="2" />
        </pattern>
      ))}
    </svg>
  );
}

function wordsOf(released: Released | null, choice: string): string {
  return released?.shown === 'bands' ? t(`band.${released.bands[choice] ?? 'few'}`) : '';
}

/** Bars for what was released, or nothing where there is nothing to draw. */
export function Chart({ choices, released, label }: { choices: ChoiceView[]; released: Released | null; label: string }) {
  const place = useRef<HTMLDivElement>(null);
  const drawn = released?.shown === 'bands';
  useEffect(() => {
    if (!drawn || !place.current) return;
    const narrow = place.current.clientWidth > 0 && place.current.clientWidth < NARROW_BELOW;
    place.current.replaceChildren(chart(choices, released, { words: (choice) => wordsOf(released, choice), label }, narrow));
  }, [JSON.stringify([choices, released]), lang.value, label]);
  return drawn ? <div data-part="chart" class={styles.chart} ref={place} /> : null;
}

interface Marked extends ChoiceView {
  taken?: boolean;
  went?: boolean;
  lookedAt?: boolean;
}

/** The same in words; it is the whole result where only a path was released. */
export function ResultTable({ choices, released, caption }: { choices: Marked[]; released: Released | null; caption: string }) {
  const drawn = released?.shown === 'bands';
  const tagged = choices.some(({ taken, went, lookedAt }) => taken || went || lookedAt);
  return (
    <Table
      class={styles.results}
      caption={caption}
      quiet="heads"
      columns={[t('map.choice'), ...(drawn ? [t('result.class')] : []), ...(tagged ? [t('map.state')] : [])]}
    >
      <tbody>
        {choices.map((choice) => (
          <tr key={choice.id} class={choice.taken ? styles.taken : ''}>
            <th scope="row">
              <span class={styles.withBadge}>
                <Drawing svg={badge(choice.letter)} class="badge small" />
                <span>
                  <span class="hidden">{choice.letter} </span>
                  {choice.text}
                </span>
              </span>
            </th>
            {drawn && <td class={styles.part}>{wordsOf(released, choice.id)}</td>}
            {tagged && (
              <td class={styles.state}>
                {choice.taken && <span class="tag">{t('route.taken')}</span>}
                {choice.went && <span class="tag open">{t('route.went')}</span>}
                {choice.lookedAt && !choice.taken && <span class="tag open">{t('route.lookedAt')}</span>}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
