import { useEffect, useState } from 'preact/hooks';
import { icon } from '../../art/pieces/icon.ts';
import type { AftercareCard } from '../../protocol/catalogue.ts';
import type { HelpLine } from '../../protocol/views/lines.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Drawing } from '../../ui/drawing.tsx';
import type { KeptLesson } from '../../ui/kept-lessons.ts';
import { dateText, lang } from '../../ui/locale.ts';
import { fetchAftercare } from '../home/server.ts';
import { t } from '../texts.ts';
import styles from './safeguarding.module.css';
import { keepSeenBy, likelySeenBy, type SeenBy, seenByOf } from './seen-by.ts';

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

interface CardProps {
  card: AftercareCard | null;
  /** The school's own people, first. */
  contact: readonly HelpLine[];
  /** Null where there is no board any more. */
  board: { paused: boolean; rest: () => void } | null;
  onClose: () => void;
}

function Rested({ board }: Pick<CardProps, 'board'>) {
  return <p role="status">{board?.paused ? t('real.rested') : ''}</p>;
}

/** Nothing on it may tell a class that looks along what it is asked for. */
function WhoSees({ board, lesson, onSeen, onClose }: Pick<CardProps, 'board' | 'onClose'> & { lesson: KeptLesson; onSeen: (by: SeenBy) => void }) {
  const likely = likelySeenBy(lesson);
  const answer = (by: SeenBy) => (
    <button type="button" class={by === likely ? 'primary' : ''} onClick={() => onSeen(by)}>
      {t(`where.${by}`)}
    </button>
  );
  return (
    <Dialog key="where" title={t('where.title')} onClose={onClose}>
      <Rested board={board} />
      <p>{t('where.how')}</p>
      <div class="row">
        {/* What is likely has the focus. */}
        {likely === 'class' ? [answer('class'), answer('me')] : [answer('me'), answer('class')]}
        <button type="button" class="plain" onClick={onClose}>
          {t('cancel')}
        </button>
      </div>
    </Dialog>
  );
}

function Hide({ board, onHidden, onClose }: Pick<CardProps, 'board' | 'onClose'> & { onHidden: () => void }) {
  return (
    <Dialog key="hide" title={t('where.hideTitle')} onClose={onClose}>
      <Rested board={board} />
      <p>{t('where.hide')}</p>
      <div class="row">
        <button type="button" onClick={onClose}>
          {t('cancel')}
        </button>
        <button type="button" class="primary" onClick={onHidden}>
          {t('where.hidden')}
        </button>
      </div>
    </Dialog>
  );
}

/** The board goes to rest first. Then it is asked, once a lesson, who sees this screen; and only then the card is on it. */
export function Safeguarding({ lesson, ...card }: CardProps & { lesson: KeptLesson }) {
  const { board, onClose } = card;
  const [seenBy, setSeenBy] = useState(() => seenByOf(lesson));
  const [hidden, setHidden] = useState(false);
  useEffect(() => {
    if (board && !board.paused) board.rest();
  }, []);
  if (seenBy === null)
    return (
      <WhoSees
        board={board}
        lesson={lesson}
        onClose={onClose}
        onSeen={(by) => {
          keepSeenBy(lesson, by);
          setSeenBy(by);
        }}
      />
    );
  // A mirror that was off may be on the next time.
  if (seenBy === 'class' && !hidden) return <Hide board={board} onHidden={() => setHidden(true)} onClose={onClose} />;
  return <SafeguardingCard {...card} />;
}

/** What a teacher does when a pupil tells something real. Nothing of it reaches the board. */
function SafeguardingCard({ card, contact, board, onClose }: CardProps) {
  return (
    <Dialog key="card" title={t('real.title')} onClose={onClose}>
      <div class="row">
        <button type="button" class="primary" onClick={onClose}>
          {t('close')}
        </button>
        {board && !board.paused && (
          <button type="button" onClick={board.rest}>
            <Drawing svg={icon('moon')} class="icon" />
            {t('paused.on')}
          </button>
        )}
      </div>
      <Rested board={board} />
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
            <p class="soft">{t('real.papers')}</p>
            <p class="soft">{t('real.read', { date: dateText(Date.parse(card.readOn)) })}</p>
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
