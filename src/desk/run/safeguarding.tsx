import { useEffect, useState } from 'preact/hooks';
import { icon } from '../../art/pieces/icon.ts';
import type { AftercareCard } from '../../protocol/catalogue.ts';
import type { HelpLine } from '../../protocol/views/lines.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Drawing } from '../../ui/drawing.tsx';
import { dateText, lang } from '../../ui/locale.ts';
import { fetchAftercare } from '../home/server.ts';
import { t } from '../texts.ts';
import styles from './safeguarding.module.css';

/** Fetched as soon as there is a desk, so that it opens also where the network has just gone. */
export function useAftercare(): AftercareCard | null {
  const [card, setCard] = useState<AftercareCard | null>(null);
  const language = lang.value;
  useEffect(() => {
    let here = true;
    fetchAftercare(language).then(
      (fetched) => {
        if (here) setCard(fetched);
      },
      () => {},
    );
    return () => {
      here = false;
    };
  }, [language]);
  return card;
}

export function SafeguardingButton({ onOpen }: { onOpen: () => void }) {
  return (
    <button type="button" class={styles.safeguarding} onClick={onOpen}>
      <Drawing svg={icon('hand-heart')} class="icon" />
      <span class={styles.wide}>{t('real.open')}</span>
      <span class={styles.narrow} aria-hidden="true">
        {t('real.short')}
      </span>
    </button>
  );
}

function Lines({ lines }: { lines: readonly HelpLine[] }) {
  return (
    <ul class={styles.lines}>
      {lines.map((line) => (
        <li key={line.name}>
          <b>{line.name}</b>
          <br />
          {line.what}
          <br />
          <b>{line.contact}</b>
          {line.when && ` · ${line.when}`}
        </li>
      ))}
    </ul>
  );
}

interface Props {
  card: AftercareCard | null;
  /** The school's own people, first. */
  contact: readonly HelpLine[];
  /** Null where the board is paused already, or there is no board any more. */
  onPause: (() => void) | null;
  paused: boolean;
  onClose: () => void;
}

/** What a teacher does when a pupil tells something real. Nothing of it reaches the board. */
export function SafeguardingCard({ card, contact, onPause, paused, onClose }: Props) {
  return (
    <Dialog title={t('real.title')} onClose={onClose}>
      <div class="row">
        <button type="button" class="primary" onClick={onClose}>
          {t('close')}
        </button>
        {onPause && (
          <button type="button" onClick={onPause}>
            <Drawing svg={icon('hand')} class="icon" />
            {t('real.calm')}
          </button>
        )}
      </div>
      <p role="status">{paused ? t('real.calmed') : ''}</p>
      <p>
        <b>{t('real.lead')}</b>
      </p>
      {card === null ? (
        <p role="alert">{t('real.failed')}</p>
      ) : (
        <div class={styles.safeguardingCard}>
          <section class="stack">
            <h3>{t('real.now')}</h3>
            <ol>
              {card.now.map((step) => (
                <li key={step.do}>
                  {step.do}
                  {step.say && (
                    <blockquote>
                      <span class="hidden">{t('real.say')}: </span>‘{step.say}’
                    </blockquote>
                  )}
                </li>
              ))}
            </ol>
          </section>
          <section class={`stack ${styles.never}`}>
            <h3>
              <Drawing svg={icon('warning')} class="icon" />
              {t('real.never')}
            </h3>
            <ul>
              {card.never.map((never) => (
                <li key={never}>{never}</li>
              ))}
            </ul>
          </section>
          <section class="stack">
            <h3>{t('real.today')}</h3>
            <ul>
              {card.today.map((today) => (
                <li key={today}>{today}</li>
              ))}
            </ul>
          </section>
          <section class="stack">
            <h3>{t('real.lines')}</h3>
            <Lines lines={[...contact, ...card.lines]} />
            <p class="soft">{t('real.checked', { date: dateText(Date.parse(card.checkedOn)) })}</p>
          </section>
          <section class={`stack ${styles.whole}`}>
            <h3>{t('real.special')}</h3>
            <dl>
              {card.special.map((special) => (
                <div key={special.when}>
                  <dt>{special.when}</dt>
                  <dd>{special.do}</dd>
                </div>
              ))}
            </dl>
          </section>
        </div>
      )}
    </Dialog>
  );
}
