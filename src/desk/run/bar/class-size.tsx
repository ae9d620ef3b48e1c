import { useEffect, useState } from 'preact/hooks';
import { icon } from '../../../art/pieces/icon.ts';
import type { TeacherIntent } from '../../../protocol/intents.ts';
import { LARGEST_ROOM } from '../../../protocol/limits.ts';
import type { DeskView } from '../../../protocol/views/desk.ts';
import { Drawing } from '../../../ui/drawing.tsx';
import pageStyles from '../../page.module.css';
import { t } from '../../texts.ts';
import { Confirm } from '../confirm.tsx';
import { Modes } from './asking.tsx';
import styles from './class-size.module.css';

/** The head count on this desk: as many as have joined, until the teacher changes it. */
export function useCount(view: DeskView | null): { count: number; turn: (count: number) => void } {
  const [turned, setTurned] = useState<number | null>(null);
  useEffect(() => setTurned(null), [view?.headCount]);
  const count = turned ?? Math.max(1, view?.headCount ?? view?.seats ?? 1);
  return { count, turn: (next) => setTurned(Math.min(LARGEST_ROOM, Math.max(1, next))) };
}

interface Props {
  view: DeskView;
  count: number;
  turn: (count: number) => void;
  ask: (intent: TeacherIntent, done?: string) => void;
}

function HeadCount({ view, count, turn, ask }: Props) {
  return (
    <div class={styles.headcount} role="group" aria-labelledby="headcount">
      <p>
        <b id="headcount">{t('room.count')}</b>
        <br />
        <span class="soft">{view.headCount === null ? t('room.unconfirmed') : t('room.confirmed', { count: view.headCount })}</span>
      </p>
      <div class="row">
        <button type="button" aria-label={t('room.fewer')} onClick={() => turn(count - 1)}>
          <Drawing svg={icon('minus')} class="icon" />
        </button>
        <output aria-live="polite">{count}</output>
        <button type="button" aria-label={t('room.more')} onClick={() => turn(count + 1)}>
          <Drawing svg={icon('plus')} class="icon" />
        </button>
        <button type="button" disabled={count === view.headCount} onClick={() => ask({ type: 'headcount.confirm', count })}>
          {t('room.confirm')}
        </button>
      </div>
      {view.seats > count && (
        <p class={pageStyles.refusal} role="status">
          {t('room.tooMany', { seats: view.seats, count })}
          {view.online < view.seats && ` ${t('room.orSilent')}`}
        </p>
      )}
    </div>
  );
}

/** Who has joined: the count, the seats without a connection, and whether more may join. */
export function ClassSize(props: Props) {
  const { view, ask } = props;
  const [asking, setAsking] = useState(false);
  const silent = view.seats - view.online;
  const locked = view.door === 'locked';
  return (
    <section class="card stack" aria-labelledby="room">
      <h2 id="room">{t('room.title')}</h2>
      <HeadCount {...props} />
      <Modes view={view} ask={ask} />
      <div class="row">
        <button type="button" onClick={() => ask({ type: 'door.lock', locked: !locked })}>
          <Drawing svg={icon(locked ? 'lock-open' : 'lock')} class="icon" />
          {t(locked ? 'room.unlock' : 'room.lock')}
        </button>
        {silent > 0 && (
          <button type="button" onClick={() => setAsking(true)}>
            <Drawing svg={icon('user-minus')} class="icon" />
            {t('room.silent')}
          </button>
        )}
      </div>
      <p class="soft">{t(locked ? 'room.locked' : 'room.open')}</p>
      {asking && (
        <Confirm
          title={t('room.silentTitle')}
          text={t('room.silentText', { count: silent })}
          yes={t('room.silentYes')}
          onYes={() => ask({ type: 'seats.remove-silent' }, t('room.removed'))}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}
