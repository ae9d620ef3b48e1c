import { useState } from 'preact/hooks';
import { creature } from '../../../art/pieces/creature.ts';
import type { TeacherIntent } from '../../../protocol/intents.ts';
import type { Creature } from '../../../protocol/views/stage.ts';
import { creatureName } from '../../../ui/creature-name.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { Drawing } from '../../../ui/drawing.tsx';
import { t } from '../../texts.ts';
import styles from './removal.module.css';

interface Props {
  creatures: readonly Creature[];
  ask: (intent: TeacherIntent, done?: string) => void;
  onClose: () => void;
}

/** Takes one phone out of the lesson, connected or not: known by its creature, and asked once more. */
export function Removal({ creatures, ask, onClose }: Props) {
  const [doomed, setDoomed] = useState<Creature | null>(null);
  if (doomed) {
    const name = creatureName(doomed.look, t);
    return (
      <Dialog key="sure" title={t('room.removeAsk', { name })} onClose={onClose}>
        <div class="stack" data-clicker>
          <Drawing svg={creature(doomed.look, !doomed.online)} class={styles.large} />
          <p>{t('room.removeText')}</p>
          <div class="row">
            <button type="button" onClick={onClose}>
              {t('cancel')}
            </button>
            <button
              type="button"
              class="primary"
              onClick={() => {
                ask({ type: 'seat.remove', seat: doomed.seat }, t('room.removedOne', { name }));
                onClose();
              }}
            >
              {t('room.removeYes')}
            </button>
          </div>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog key="which" title={t('room.removeTitle')} onClose={onClose}>
      <div class="stack" data-clicker>
        <p>{t('room.removeHow')}</p>
        <div class="row">
          <button type="button" onClick={onClose}>
            {t('cancel')}
          </button>
        </div>
        <ul class={styles.creatures}>
          {creatures.map((one) => (
            <li key={one.seat}>
              <button type="button" onClick={() => setDoomed(one)}>
                <Drawing svg={creature(one.look, !one.online)} class={styles.small} />
                <span>
                  {creatureName(one.look, t)}
                  {!one.online && <span class="soft"> {t('room.away')}</span>}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
