interface Props<T extends string> {
  /** The id of the element that names the group. */
  labelledBy: string;
  options: readonly { value: T; label: string; lang?: string }[];
  chosen: T;
  onChoose: (value: T) => void;
}

/** One of a few, and which one it is now. */
export function Segments<T extends string>({ labelledBy, options, chosen, onChoose }: Props<T>) {
  return (
    <div class="segments" role="group" aria-labelledby={labelledBy}>
      {options.map(({ value, label, lang }) => (
        <button key={value} type="button" lang={lang} aria-pressed={chosen === value} onClick={() => onChoose(value)}>
          {label}
        </button>
      ))}
    </div>
  );
}
