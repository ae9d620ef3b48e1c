import { useState } from 'preact/hooks';
import { icon } from '../../../art/pieces/icon.ts';
import type { TeacherIntent } from '../../../protocol/intents.ts';
import { AGREEMENT_LENGTH, CANDIDATES } from '../../../protocol/limits.ts';
import type { DeskView } from '../../../protocol/views/desk.ts';
import type { AgreementLine } from '../../../protocol/views/lines.ts';
import { Drawing } from '../../../ui/drawing.tsx';
import { t } from '../../texts.ts';
import styles from './agreements.module.css';
import boardStyles from './board.module.css';
import { Chosen } from './chosen.tsx';
import fieldStyles from './text-field.module.css';

type Ask = (intent: TeacherIntent, done?: string) => void;

function Ticks({ lines, ticked, onTick }: { lines: readonly AgreementLine[]; ticked: ReadonlySet<string>; onTick: (id: string) => void }) {
  return lines.map(({ id, text }) => (
    <label key={id}>
      <input type="checkbox" checked={ticked.has(id)} onChange={() => onTick(id)} />
      <span>{text}</span>
    </label>
  ));
}

function Own({ onAdd }: { onAdd: (text: string) => void }) {
  const [text, setText] = useState('');
  const trimmed = text.replace(/\s+/g, ' ').trim();
  return (
    <form
      class={`stack ${styles.own}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (trimmed) onAdd(trimmed);
        setText('');
      }}
    >
      <label>
        <b>{t('agreements.own')}</b>
        <input
          type="text"
          class={fieldStyles.field}
          maxLength={AGREEMENT_LENGTH}
          value={text}
          aria-describedby="own-hint"
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <p id="own-hint" class="soft">
        {t('agreements.ownHint')} {text.length > 60 && t('agreements.left', { count: AGREEMENT_LENGTH - text.length })}
      </p>
      <button type="submit" disabled={!trimmed}>
        <Drawing svg={icon('plus')} class="icon" />
        {t('agreements.add')}
      </button>
    </form>
  );
}

/** The class votes on two to four of the bank or of its own, in as many rounds as it likes; the teacher has the last word on the words. */
export function Agreements({ view, ask }: { view: DeskView; ask: Ask }) {
  const { bank, chosen } = view.agreements;
  const [own, setOwn] = useState<AgreementLine[]>([]);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const open = (line: AgreementLine) => !chosen.some(({ id }) => id === line.id);
  const all = [...own, ...bank].filter(open);
  const picked = all.filter(({ id }) => ticked.has(id));
  const wire = (lines: readonly AgreementLine[]) =>
    lines.map(({ id, text }) => ({ id, text: bank.some((line) => line.id === id && line.text === text) ? null : text }));
  const tick = (id: string) => setTicked(ticked.has(id) ? new Set([...ticked].filter((other) => other !== id)) : new Set([...ticked, id]));
  function add(text: string): void {
    const numbers = [...own, ...chosen].map(({ id }) => Number(/^own-(\d+)$/.exec(id)?.[1] ?? 0));
    const id = `own-${Math.max(0, ...numbers) + 1}`;
    setOwn([...own, { id, text }]);
    setTicked(new Set([...ticked, id]));
  }
  const enough = picked.length >= CANDIDATES.least && picked.length <= CANDIDATES.most;
  return (
    <section class={`card stack ${styles.agreements}`} aria-labelledby="agreements">
      <h2 id="agreements">{t('agreements.title')}</h2>
      <Chosen lines={chosen} onChange={(lines) => ask({ type: 'agreements.set', agreements: wire(lines) }, t('agreements.changed'))} />
      <p>{t('agreements.lead')}</p>
      <fieldset class={boardStyles.choices}>
        <legend>{t('agreements.fit')}</legend>
        <Ticks lines={[...own, ...bank.filter(({ fits }) => fits)].filter(open)} ticked={ticked} onTick={tick} />
      </fieldset>
      <details>
        <summary>{t('agreements.others')}</summary>
        <fieldset class={boardStyles.choices}>
          <legend class="hidden">{t('agreements.others')}</legend>
          <Ticks lines={bank.filter(({ fits }) => !fits).filter(open)} ticked={ticked} onTick={tick} />
        </fieldset>
      </details>
      <Own onAdd={add} />
      <div class="row">
        <button type="button" class="primary" disabled={!enough} onClick={() => ask({ type: 'agreements.ask', candidates: wire(picked) })}>
          {t('agreements.vote', { count: picked.length })}
        </button>
        <button
          type="button"
          disabled={picked.length === 0}
          onClick={() => {
            ask({ type: 'agreements.set', agreements: wire([...chosen, ...picked]) }, t('agreements.taken'));
            setTicked(new Set());
          }}
        >
          {t('agreements.take')}
        </button>
      </div>
    </section>
  );
}
