import { useState } from 'preact/hooks';
import type { TeacherIntent } from '../../../protocol/intents.ts';
import type { Mode } from '../../../protocol/settings.ts';
import type { DeskView } from '../../../protocol/views/desk.ts';
import { t } from '../../texts.ts';
import styles from '../board/board.module.css';
import { Segments } from './segments.tsx';

type Ask = (intent: TeacherIntent, done?: string) => void;
const MODES: readonly Mode[] = ['phones', 'hands', 'mixed'];

/** Phones, hands or both; also in the middle of a lesson, as long as no vote is open. */
export function Modes({ view, ask }: { view: DeskView; ask: Ask }) {
  return (
    <Segments
      id="mode"
      label={t('mode.label')}
      options={MODES.map((value) => ({ value, label: t(`mode.${value}`) }))}
      chosen={view.mode}
      onChoose={(mode) => ask({ type: 'mode.set', mode }, t('mode.set'))}
    >
      <p class="soft">{t(`mode.${view.mode}Hint`)}</p>
    </Segments>
  );
}

interface Props {
  view: DeskView;
  /** Resolves with the answer, which comes after the view that shows it. */
  ask(intent: TeacherIntent): Promise<void>;
}

/** What the class may be asked before and after the story. Off until somebody ticks one. */
export function Items({ view, ask }: Props) {
  const { bank } = view.items;
  // A tick shows at once. Before the answer comes the clock redraws the page several times, and the teacher may tick again.
  const [asked, setAsked] = useState<readonly string[] | null>(null);
  const chosen = asked ?? bank.filter((item) => item.chosen).map(({ id }) => id);
  async function toggle(id: string): Promise<void> {
    const items = chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id];
    setAsked(items);
    await ask({ type: 'items.set', items });
    setAsked((newest) => (newest === items ? null : newest));
  }
  return (
    <details class="card" open={chosen.length > 0}>
      <summary>{t('items.title')}</summary>
      <div class="stack">
        <p>{t('items.lead')}</p>
        <fieldset class={styles.choices}>
          <legend>{t('items.legend')}</legend>
          {bank.map((item) => (
            <label key={item.id}>
              <input type="checkbox" checked={chosen.includes(item.id)} onChange={() => void toggle(item.id)} />
              <span>{item.question}</span>
            </label>
          ))}
        </fieldset>
        <p class="soft">{t('items.phones')}</p>
      </div>
    </details>
  );
}
