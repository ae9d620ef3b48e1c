import { useEffect, useState } from 'preact/hooks';
import { icon } from '../../../art/pieces/icon.ts';
import { AGREEMENT_LENGTH } from '../../../protocol/limits.ts';
import type { AgreementLine } from '../../../protocol/views/lines.ts';
import { Drawing } from '../../../ui/drawing.tsx';
import { t } from '../../texts.ts';
import styles from './chosen.module.css';
import fieldStyles from './text-field.module.css';

function Line({ line, number, onText }: { line: AgreementLine; number: number; onText: (text: string) => void }) {
  const [text, setText] = useState(line.text);
  useEffect(() => setText(line.text), [line.text]);
  const trimmed = text.replace(/\s+/g, ' ').trim();
  return (
    <form
      class={styles.line}
      onSubmit={(event) => {
        event.preventDefault();
        if (trimmed) onText(trimmed);
      }}
    >
      <textarea
        class={fieldStyles.field}
        rows={2}
        maxLength={AGREEMENT_LENGTH}
        aria-label={t('agreements.text', { number })}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          if (trimmed) onText(trimmed);
        }}
      />
      {trimmed !== line.text && trimmed !== '' && <button type="submit">{t('agreements.save')}</button>}
    </form>
  );
}

/** What the class agreed on: in order, in its own words. */
export function Chosen({ lines, onChange }: { lines: readonly AgreementLine[]; onChange: (lines: AgreementLine[]) => void }) {
  if (lines.length === 0) return <p class="soft">{t('agreements.none')}</p>;
  const move = (index: number, by: number) => {
    const next = [...lines];
    const [line] = next.splice(index, 1);
    if (line) next.splice(index + by, 0, line);
    onChange(next);
  };
  return (
    <div class="stack">
      <h3>{t('agreements.chosen')}</h3>
      <ol class={styles.chosen}>
        {lines.map((line, index) => (
          <li key={line.id}>
            <Line
              line={line}
              number={index + 1}
              onText={(text) => onChange(lines.map((other) => (other.id === line.id ? { ...other, text } : other)))}
            />
            <div class="row">
              <button type="button" aria-label={t('agreements.up', { text: line.text })} disabled={index === 0} onClick={() => move(index, -1)}>
                <Drawing svg={icon('caret-down')} class={`icon ${styles.up}`} />
              </button>
              <button
                type="button"
                aria-label={t('agreements.down', { text: line.text })}
                disabled={index === lines.length - 1}
                onClick={() => move(index, 1)}
              >
                <Drawing svg={icon('caret-down')} class="icon" />
              </button>
              <button
                type="button"
                aria-label={t('agreements.remove', { text: line.text })}
                onClick={() => onChange(lines.filter(({ id }) => id !== line.id))}
              >
                <Drawing svg={icon('trash')} class="icon" />
              </button>
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}
