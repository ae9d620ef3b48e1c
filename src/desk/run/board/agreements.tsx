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

/** What is ticked and typed on this desk, and not yet asked. */
export interface Agreeing {
  own: readonly AgreementLine[];
  ticked: ReadonlySet<string>;
  picked: readonly AgreementLine[];
  /** Lets the class vote on what is ticked; null where that is too little or too much. */
  ask: TeacherIntent | null;
  wire: (lines: readonly AgreementLine[]) => { id: string; text: string | null }[];
  add: (text: string) => void;
  tick: (id: string) => void;
  untick: () => void;
  /** The teacher goes on without any. */
  skipped: boolean;
  skip: () => void;
}

export function useAgreements(view: DeskView | null): Agreeing {
  const [own, setOwn] = useState<readonly AgreementLine[]>([]);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [skipped, setSkipped] = useState(false);
  const { bank, chosen } = view?.agreements ?? { bank: [], chosen: [] };
  const picked = [...own, ...bank].filter(({ id }) => ticked.has(id) && !chosen.some((line) => line.id === id));
  const wire = (lines: readonly AgreementLine[]) =>
    lines.map(({ id, text }) => ({ id, text: bank.some((line) => line.id === id && line.text === text) ? null : text }));
  const enough = picked.length >= CANDIDATES.least && picked.length <= CANDIDATES.most;
  return {
    own,
    ticked,
    picked,
    ask: enough ? { type: 'agreements.ask', candidates: wire(picked) } : null,
    wire,
    add(text) {
      const numbers = [...own, ...chosen].map(({ id }) => Number(/^own-(\d+)$/.exec(id)?.[1] ?? 0));
      const id = `own-${Math.max(0, ...numbers) + 1}`;
      setOwn([...own, { id, text }]);
      setTicked(new Set([...ticked, id]));
      setSkipped(false);
    },
    tick(id) {
      if (ticked.has(id)) return setTicked(new Set([...ticked].filter((other) => other !== id)));
      setTicked(new Set([...ticked, id]));
      setSkipped(false);
    },
    untick: () => setTicked(new Set()),
    skipped,
    skip: () => setSkipped(true),
  };
}

/** The class votes on two to four of the bank or of its own, in as many rounds as it likes; the teacher has the last word on the words. */
export function Agreements({ view, agreeing, ask }: { view: DeskView; agreeing: Agreeing; ask: Ask }) {
  const { bank, chosen } = view.agreements;
  const { own, ticked, picked, wire } = agreeing;
  const open = (line: AgreementLine) => !chosen.some(({ id }) => id === line.id);
  return (
    <section class={`card stack ${styles.agreements}`} data-part="agreements" aria-labelledby="agreements">
      <h2 id="agreements">{t('agreements.title')}</h2>
      <Chosen lines={chosen} onChange={(lines) => ask({ type: 'agreements.set', agreements: wire(lines) }, t('agreements.changed'))} />
      <p>{t('agreements.lead')}</p>
      <fieldset class={boardStyles.choices}>
        <legend>{t('agreements.fit')}</legend>
        <Ticks lines={[...own, ...bank.filter(({ fits }) => fits)].filter(open)} ticked={ticked} onTick={agreeing.tick} />
      </fieldset>
      <details>
        <summary>{t('agreements.others')}</summary>
        <fieldset class={boardStyles.choices}>
          <legend class="hidden">{t('agreements.others')}</legend>
          <Ticks lines={bank.filter(({ fits }) => !fits).filter(open)} ticked={ticked} onTick={agreeing.tick} />
        </fieldset>
      </details>
      <Own onAdd={agreeing.add} />
      <div class="row">
        <button type="button" disabled={!agreeing.ask} onClick={() => agreeing.ask && ask(agreeing.ask)}>
          {t('agreements.vote', { count: picked.length })}
        </button>
        <button
          type="button"
          disabled={picked.length === 0}
          onClick={() => {
            ask({ type: 'agreements.set', agreements: wire([...chosen, ...picked]) }, t('agreements.taken'));
            agreeing.untick();
          }}
        >
          {t('agreements.take')}
        </button>
        {chosen.length === 0 && !agreeing.skipped && (
          <button type="button" class="plain" onClick={agreeing.skip}>
            {t('agreements.skip')}
          </button>
        )}
      </div>
    </section>
  );
}
