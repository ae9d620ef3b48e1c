import { badge } from '../../art/pieces/badge.ts';
import type { MapWay, PathMap } from '../../protocol/views/debrief.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { Table } from '../../ui/table.tsx';
import resultStyles from '../sheet/result.module.css';
import { t } from '../texts.ts';
import styles from './map.module.css';
import { drawMap, type MapDrawing } from './map-layout.ts';

const BADGE = 30;
const WAYS: MapWay[] = ['taken', 'not-asked', 'looked-at', 'open'];

function Lines({ lines, x, y, step }: { lines: string[]; x: number; y: number; step: number }) {
  const first = y - ((lines.length - 1) * step) / 2;
  return lines.map((line, index) => (
    <text key={line} x={x} y={first + index * step} dominant-baseline="central">
      {line}
    </text>
  ));
}

function Stop({ stop }: { stop: MapDrawing['stops'][number] }) {
  const { x, y, width, height, kind, lines, way } = stop;
  return (
    <g class={styles.stop} data-kind={kind} data-way={way}>
      <rect x={x} y={y} width={width} height={height} rx={kind === 'end' ? height / 2 : 10} />
      <Lines lines={lines} x={x + width / 2} y={y + height / 2} step={22} />
    </g>
  );
}

function Choice({ choice }: { choice: MapDrawing['choices'][number] }) {
  const { x, y, width, height, letter, lines, way } = choice;
  const sized = badge(letter).replace('<svg', `<svg x="${x + 8}" y="${y + (height - BADGE) / 2}" width="${BADGE}" height="${BADGE}"`);
  return (
    <g class={styles.choiceCard} data-testid="choice-card" data-way={way}>
      <rect x={x} y={y} width={width} height={height} rx={14} />
      <g dangerouslySetInnerHTML={{ __html: sized }} />
      <Lines lines={lines} x={x + 46} y={y + height / 2} step={19} />
    </g>
  );
}

/** What was left out is explained only where something was. */
function Legend({ map }: { map: PathMap }) {
  const shown = WAYS.filter((way) => way !== 'not-asked' || map.edges.some((edge) => edge.way === way));
  return (
    <ul class={styles.mapLegend}>
      {shown.map((way) => (
        <li key={way}>
          <svg viewBox="0 0 60 12" aria-hidden="true">
            <path class={styles.way} data-way={way} d="M2 6H58" />
          </svg>
          {t(`map.way.${way}`)}
        </li>
      ))}
    </ul>
  );
}

/** The same in words: each choice, where it leads, and whether the class went there. */
function MapTable({ map }: { map: PathMap }) {
  const titleOf = (id: string) => map.nodes.find((node) => node.id === id)?.title ?? '';
  const decisions = map.nodes.filter(({ kind }) => kind === 'decision');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <div class={styles.scroller} role="region" aria-label={t('map.table')} tabIndex={0}>
      <Table class={styles.mapTable} caption={t('map.table')} columns={[t('map.decision'), t('map.choice'), t('map.next'), t('map.state')]}>
        {decisions.map(({ id, title }) => {
          const edges = map.edges.filter(({ from }) => from === id);
          const letters = [...new Set(edges.map(({ letter }) => letter))].sort();
          return (
            <tbody key={id}>
              {letters.map((letter, index) => {
                const own = edges.filter((edge) => edge.letter === letter);
                const went = WAYS.find((way) => own.some((edge) => edge.way === way)) ?? 'open';
                const shown = own.filter((edge) => edge.way === went);
                return (
                  <tr key={letter} data-way={went}>
                    {index === 0 && (
                      <th scope="rowgroup" rowSpan={letters.length}>
                        {title}
                      </th>
                    )}
                    <td>
                      <span class={resultStyles.withBadge}>
                        <Drawing svg={badge(letter)} class="badge small" />
                        <span class="hidden">{letter} </span>
                        {own[0]?.text}
                      </span>
                    </td>
                    <td>{[...new Set(shown.map(({ to }) => titleOf(to)))].join(t('map.or'))}</td>
                    <td>{went === 'open' ? '' : <b>{t(`map.short.${went}`)}</b>}</td>
                  </tr>
                );
              })}
            </tbody>
          );
        })}
      </Table>
    </div>
  );
}

/** The story as one picture: where it began, what was taken, what was not, and where it ended. */
export function StoryMap({ map }: { map: PathMap }) {
  const drawing = drawMap(map);
  return (
    <section class={styles.map} aria-labelledby="map">
      <h2 id="map">{t('map.title')}</h2>
      <p>{t('map.lead')}</p>
      <Legend map={map} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <div class={styles.scroller} role="region" aria-label={t('map.drawing')} tabIndex={0}>
        <svg
          class={styles.mapDrawing}
          viewBox={`0 0 ${drawing.width} ${drawing.height}`}
          width={drawing.width}
          height={drawing.height}
          role="img"
          aria-label={t('map.drawing')}
        >
          <defs>
            <marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto">
              <path d="M0 0 10 5 0 10z" />
            </marker>
          </defs>
          {drawing.lines.map(({ path, way }) => (
            <path key={path} class={styles.way} data-way={way} d={path} marker-end="url(#tip)" />
          ))}
          {drawing.stops.map((stop) => (
            <Stop key={stop.id} stop={stop} />
          ))}
          {drawing.choices.map((choice) => (
            <Choice key={choice.id} choice={choice} />
          ))}
        </svg>
      </div>
      <MapTable map={map} />
    </section>
  );
}
