import { useState } from 'preact/hooks';
import { icon } from '../../../art/pieces/icon.ts';
import type { TeacherIntent } from '../../../protocol/intents.ts';
import type { DeskView } from '../../../protocol/views/desk.ts';
import { Drawing } from '../../../ui/drawing.tsx';
import pageStyles from '../../page.module.css';
import { t } from '../../texts.ts';
import { Confirm } from '../confirm.tsx';
import { Modes } from './asking.tsx';
import styles from './class-size.module.css';
import { Removal } from './removal.tsx';

interface Props {
  view: DeskView;
  ask: (intent: TeacherIntent, done?: string) => void;
  onCount: () => void;
}

/** The phones that take part beside the pupils that were counted: where there are more phones, no vote has a result. */
function HeadCount({ view: { seats, headCount }, onCount }: Props) {
  return (
    <div class={styles.headcount} role="group" aria-labelledby="headcount">
      <p>
        <b id="headcount">{t('room.count')}</b>
        <br />
        <span class="soft">{headCount === null ? t('room.unconfirmed') : t('room.confirmed', { count: headCount })}</span>
        <br />
        <span class="soft">{t('room.phones', { count: seats })}</span>
      </p>
      {headCount !== null && seats > headCount && (
        <p class={pageStyles.refusal} role="status">
          {t('room.tooMany', { seats, count: headCount })}
        </p>
      )}
      <div class="row">
        <button type="button" onClick={onCount}>
          {t('room.countOpen')}
        </button>
      </div>
    </div>
  );
}

/** One phone or two are taken away by their creatures. */
const FAR_TOO_MANY = 3;

/** Who has joined: the count, phones that must go, and whether more may join. */
export function ClassSize(props: Props) {
  const { view, ask } = props;
  const [asking, setAsking] = useState<'silent' | 'one' | 'newest' | null>(null);
  const silent = view.seats - view.online;
  const locked = view.door === 'locked';
  const pupils = view.headCount ?? view.seats;
  const tooMany = view.seats - pupils;
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
        {view.seats > 0 && (
          <button type="button" onClick={() => setAsking('one')}>
            <Drawing svg={icon('user-minus')} class="icon" />
            {t('room.remove')}
          </button>
        )}
        {silent > 0 && (
          <button type="button" onClick={() => setAsking('silent')}>
            <Drawing svg={icon('user-minus')} class="icon" />
            {t('room.silent')}
          </button>
        )}
        {tooMany >= FAR_TOO_MANY && (
          <button type="button" onClick={() => setAsking('newest')}>
            <Drawing svg={icon('user-minus')} class="icon" />
            {t('room.keepFirst', { count: pupils })}
          </button>
        )}
      </div>
      <p class="soft">{t(locked ? 'room.locked' : 'room.open')}</p>
      {asking === 'one' && <Removal creatures={view.creatures} ask={ask} onClose={() => setAsking(null)} />}
      {asking === 'newest' && (
        <Confirm
          title={t('room.keepFirstTitle', { count: pupils })}
          text={t('room.keepFirstText', { count: tooMany })}
          yes={t('room.silentYes')}
          onYes={() => ask({ type: 'seats.keep-first', count: pupils }, t('room.keptFirst'))}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'silent' && (
        <Confirm
          title={t('room.silentTitle')}
          text={t('room.silentText', { count: silent })}
          yes={t('room.silentYes')}
          onYes={() => ask({ type: 'seats.remove-silent' }, t('room.removed'))}
          onClose={() => setAsking(null)}
        />
      )}
    </section>
  );
}
