import { useState } from 'preact/hooks';
import type { AftercareCard } from '../../protocol/catalogue.ts';
import type { RefusalCode } from '../../protocol/refusals.ts';
import type { HelpLine } from '../../protocol/views/lines.ts';
import type { KeptLesson } from '../../ui/kept-lessons.ts';
import { t } from '../texts.ts';
import styles from './desk.module.css';
import { Safeguarding, SafeguardingButton } from './safeguarding.tsx';

interface Props {
  refusal: RefusalCode;
  lesson: KeptLesson;
  card: AftercareCard | null;
  contact: readonly HelpLine[];
  onLeave: () => void;
  onForget: () => void;
}

/** A lesson that this desk may not run, or not any more: why, and what can still be done. */
export function Refused({ refusal, lesson, card, contact, onLeave, onForget }: Props) {
  const [safeguarding, setSafeguarding] = useState(false);
  return (
    <main class={styles.middle} data-screen="refused">
      <section class="card stack">
        <h1>{t(refusal === 'desk-taken' ? 'takeover.lost' : 'desk.refused')}</h1>
        <p role="alert">{t(refusal)}</p>
        {refusal === 'desk-taken' && <p>{t('takeover.how')}</p>}
        <div class="row">
          <button type="button" class="primary" onClick={onLeave}>
            {t('desk.toStart')}
          </button>
          {refusal === 'lesson-unknown' && (
            <button type="button" onClick={onForget}>
              {t('desk.remove')}
            </button>
          )}
          <SafeguardingButton onOpen={() => setSafeguarding(true)} />
        </div>
      </section>
      {safeguarding && <Safeguarding lesson={lesson} card={card} contact={contact} board={null} onClose={() => setSafeguarding(false)} />}
    </main>
  );
}
