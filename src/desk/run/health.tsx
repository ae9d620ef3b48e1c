import { icon } from '../../art/pieces/icon.ts';
import type { DeskView } from '../../protocol/views/desk.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { t } from '../texts.ts';
import styles from './health.module.css';

/** Whether the server, the board and the phones can be reached, in words and not by colour alone. */
export function Health({ view, offline, onOpenBoard }: { view: DeskView; offline: boolean; onOpenBoard: (() => void) | null }) {
  const over = view.screen.kind === 'over';
  const parts = [
    {
      name: t('health.server'),
      sign: offline ? ('wifi-slash' as const) : view.storing ? ('wifi-high' as const) : ('warning' as const),
      state: t(offline ? 'health.lost' : view.storing ? 'health.connected' : 'health.full'),
      bad: offline || !view.storing,
      mend: null,
    },
    // Board and phones leave with the end of the lesson, and nobody needs to hear that they are gone.
    ...(over
      ? []
      : [
          {
            name: t('health.board'),
            sign: 'monitor' as const,
            state: t('health.boards', { count: view.boards }),
            bad: view.boards === 0,
            mend: view.boards === 0 ? onOpenBoard : null,
          },
        ]),
    ...(over || (view.mode === 'hands' && view.seats === 0)
      ? []
      : [
          {
            name: t('health.phones'),
            sign: 'device-mobile' as const,
            state: t('health.online', { online: view.online, seats: view.seats }),
            bad: view.online < view.seats,
            mend: null,
          },
        ]),
  ];
  return (
    <ul class={styles.health} aria-label={t('health.title')}>
      {parts.map(({ name, sign, state, bad, mend }) => {
        const said = (
          <>
            <Drawing svg={icon(sign)} class="icon" />
            <span>
              {name}: <b>{state}</b>
            </span>
          </>
        );
        return (
          <li key={name} class={bad ? styles.bad : ''}>
            {mend ? (
              <button type="button" onClick={mend}>
                {said}
                <span class="hidden">. {t('board.open')}</span>
              </button>
            ) : (
              said
            )}
          </li>
        );
      })}
    </ul>
  );
}
