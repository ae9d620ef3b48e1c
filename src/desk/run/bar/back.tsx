import { useState } from 'preact/hooks';
import { badge } from '../../../art/pieces/badge.ts';
import type { ChoiceId, NodeId } from '../../../protocol/identity.ts';
import type { DeskView } from '../../../protocol/views/desk.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { Drawing } from '../../../ui/drawing.tsx';
import { t } from '../../texts.ts';
import styles from '../board/board.module.css';

type Decision = DeskView['decisions'][number];
interface Aim {
  node: NodeId;
  choice: ChoiceId | null;
}

function Options({ decision, aim, onAim }: { decision: Decision; aim: Aim | null; onAim: (aim: Aim) => void }) {
  const option = (choice: ChoiceId | null) => (
    <input
      type="radio"
      name="back"
      checked={aim?.node === decision.node && aim.choice === choice}
      onChange={() => onAim({ node: decision.node, choice })}
    />
  );
  const others = decision.taken === null ? [] : decision.choices.filter((choice) => choice.id !== decision.taken);
  const taken = decision.choices.find((choice) => choice.id === decision.taken);
  return (
    <fieldset class={styles.choices}>
      <legend>
        {decision.question}
        {taken && (
          <span class="soft">
            {' '}
            ({taken.letter} {taken.short}: {t('back.taken')})
          </span>
        )}
      </legend>
      {others.map((choice) => (
        <label key={choice.id}>
          {option(choice.id)}
          <Drawing svg={badge(choice.letter)} class="badge" />
          <span>
            <b>{t('back.whatIf')}</b> {choice.short}
          </span>
        </label>
      ))}
      <label>
        {option(null)}
        <span>
          <b>{t(decision.revote ? 'back.vote' : 'back.choose')}</b>
          {decision.revote && <span class="soft"> {t('back.revoteHint')}</span>}
        </span>
      </label>
    </fieldset>
  );
}

/** Looks at the other path of a decision, or lets the class decide it again. */
export function Back({ view, onGo, onClose }: { view: DeskView; onGo: (aim: Aim) => void; onClose: () => void }) {
  const [aim, setAim] = useState<Aim | null>(null);
  const onBoard = 'vote' in view.screen ? view.screen.vote.node : null;
  const played = view.decisions.filter((decision) => decision.taken !== null || decision.node !== onBoard);
  return (
    <Dialog title={t('back.open')} onClose={onClose}>
      <p>{t(played.length > 0 ? 'back.lead' : 'back.none')}</p>
      {played.map((decision) => (
        <Options key={decision.node} decision={decision} aim={aim} onAim={setAim} />
      ))}
      <div class="row">
        <button type="button" onClick={onClose}>
          {t('cancel')}
        </button>
        {played.length > 0 && (
          <button
            type="button"
            class="primary"
            disabled={!aim}
            onClick={() => {
              if (aim) onGo(aim);
              onClose();
            }}
          >
            {t('back.go')}
          </button>
        )}
      </div>
    </Dialog>
  );
}
