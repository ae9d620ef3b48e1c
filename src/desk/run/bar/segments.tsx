import type { ComponentChildren } from 'preact';
import styles from './segments.module.css';

interface Props<T extends string> {
  id: string;
  label: string;
  options: readonly { value: T; label: string; lang?: string }[];
  chosen: T;
  onChoose: (value: T) => void;
  children?: ComponentChildren;
}

/** A choice between a few options, with the present one marked. */
export function Segments<T extends string>({ id, label, options, chosen, onChoose, children }: Props<T>) {
  return (
    <div class={styles.setting} role="group" aria-labelledby={id}>
      <p id={id}>
        <b>{label}</b>
      </p>
      <div class="segments">
        {options.map(({ value, label: name, lang }) => (
          <button key={value} type="button" lang={lang} aria-pressed={chosen === value} onClick={() => onChoose(value)}>
            {name}
          </button>
        ))}
      </div>
      {children}
    </div>
  );
}
