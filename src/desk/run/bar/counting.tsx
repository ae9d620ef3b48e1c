import { useLayoutEffect, useState } from 'preact/hooks';
import { Dialog } from '../../../ui/dialog.tsx';
import { enteredBefore, STEPS, withKey, withMore } from '../../../ui/entered-number.ts';
import { t } from '../../texts.ts';
import styles from './counting.module.css';

interface Props {
  /** What was counted before; null: nobody has counted yet. */
  before: number | null;
  /** The phones that take part: more than were counted, and no vote has a result. */
  seats: number;
  onCounted: (count: number) => void;
  onClose: () => void;
}

/** The teacher counts pupils: with buttons, digits or a clicker. It never begins with the number of phones. */
export function Counting({ before, seats, onCounted, onClose }: Props) {
  const [entered, setEntered] = useState(enteredBefore(before));
  const { count } = entered;
  const crowded = before !== null && seats > before;
  // The number that was counted before changes nothing where more phones take part than that.
  const changes = count !== null && !(crowded && count === before);
  const confirm = () => {
    if (count === null || !changes) return;
    if (count !== before) onCounted(count);
    onClose();
  };
  // Not after the next frame: a digit that comes before it would not know of the one before.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const next = withKey(entered, event.key);
      if (next) setEntered(next);
      // Somebody who typed the number means it to be taken; otherwise Enter presses the button that has the focus.
      else if (event.key === 'Enter' && entered.typing) confirm();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
  return (
    <Dialog title={t('room.count')} onClose={onClose}>
      <form
        class="stack"
        data-clicker
        onSubmit={(event) => {
          event.preventDefault();
          confirm();
        }}
      >
        {crowded && <p role="status">{t('room.tooMany', { seats, count: before })}</p>}
        <p>{t('room.countHow')}</p>
        <p class={styles.number}>
          <output aria-live="polite" aria-label={count === null ? t('room.countEmpty') : undefined}>
            {count ?? '–'}
          </output>{' '}
          {t('room.pupils', { count: count ?? 0 })}
        </p>
        <div class="row">
          {STEPS.map((step) => (
            <button key={step} type="button" onClick={() => setEntered(withMore(entered, step))}>
              {step > 0 ? `+ ${step}` : `− ${-step}`}
            </button>
          ))}
        </div>
        <p class="soft">{t('room.countWhy')}</p>
        <div class="row">
          <button type="submit" class="primary" disabled={!changes}>
            {t('room.confirm')}
          </button>
          <button type="button" onClick={onClose}>
            {t('cancel')}
          </button>
        </div>
        <p class="soft">{t('room.countClicker')}</p>
      </form>
    </Dialog>
  );
}
