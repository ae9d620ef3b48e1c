import type { ComponentChildren } from 'preact';

interface Props {
  class?: string | undefined;
  caption?: string;
  /** What is told to a screen reader only: the caption, or the caption and the heads of the columns. */
  quiet?: 'caption' | 'heads';
  /** Null above a column of row heads. */
  columns: readonly (string | null)[];
  children: ComponentChildren;
}

export function Table({ class: name, caption, quiet, columns, children }: Props) {
  return (
    <table class={name}>
      {caption && <caption class={quiet && 'hidden'}>{caption}</caption>}
      <thead class={quiet === 'heads' ? 'hidden' : undefined}>
        <tr>
          {columns.map((column) =>
            column === null ? (
              <td key="" />
            ) : (
              <th key={column} scope="col">
                {column}
              </th>
            ),
          )}
        </tr>
      </thead>
      {children}
    </table>
  );
}
