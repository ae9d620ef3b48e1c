import type { Released } from '../../protocol/released.ts';
import type { DebriefView } from '../../protocol/views/debrief.ts';
import type { t } from '../texts.ts';
import { type RecordedQuestion, recordOf } from './record.ts';

type Words = typeof t;
type Cell = string | number;

/** A spreadsheet takes a cell that begins with one of these for a formula, also with the full-width signs. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Quoted, and never a formula. */
export function cell(value: Cell): string {
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return `"${safe.replace(/"/g, '""')}"`;
}

function resultCells(released: Released | null, choice: string, words: Words): Cell[] {
  if (!released) return ['', ''];
  const shown = words(`table.shown.${released.shown}`);
  return [shown, released.shown === 'bands' ? words(`band.${released.bands[choice] ?? 'few'}`) : ''];
}

interface ReleasedRow {
  condition: string;
  released: Released | null;
}
/** Two conditions of one chat give two rows for each choice. */
function releasedRows({ conditions, released }: RecordedQuestion, words: Words): ReleasedRow[] {
  if (!conditions) return [{ condition: '', released }];
  return (['few', 'many'] as const).map((arm) => ({
    condition: words(`arms.${arm}`),
    released: { shown: 'bands', bands: conditions[arm], path: '' },
  }));
}

function rows(question: RecordedQuestion, words: Words): Cell[][] {
  const { kind, title, as, decidedBy } = question;
  return question.choices.flatMap(({ id, letter, text, chosen, lookedAt }) =>
    releasedRows(question, words).map(({ condition, released }) => [
      words(`table.kind.${kind}`),
      title,
      question.question,
      as ?? '',
      letter,
      text,
      chosen ? words('yes') : '',
      lookedAt ? words('yes') : '',
      condition,
      ...resultCells(released, id, words),
      decidedBy ? words(`table.by.${decidedBy}`) : '',
    ]),
  );
}

const HEADS = ['kind', 'title', 'question', 'as', 'letter', 'choice', 'chosen', 'lookedAt', 'condition', 'shown', 'band', 'by'] as const;

/** For a spreadsheet as a Dutch school has it: semicolons, and a byte-order mark so that it reads UTF-8. */
export function tableOf(view: DebriefView, words: Words): string {
  const record = recordOf(view);
  const own: Cell[] = [record.story.title, record.playedOn];
  const lines: Cell[][] = [
    [words('table.story'), words('table.day'), ...HEADS.map((head) => words(`table.${head}`))],
    ...record.questions.flatMap((question) => rows(question, words).map((row) => [...own, ...row])),
    ...record.predictions.map(({ title, question, happened, foreseen }) => [
      ...own,
      words('table.kind.prediction'),
      title,
      question,
      '',
      '',
      happened,
      ...Array<string>(3).fill(''),
      words(`foreseen.${foreseen}`),
      '',
      '',
    ]),
    ...record.agreements.map((text) => [...own, words('table.kind.agreement'), '', '', '', '', text, ...Array<string>(6).fill('')]),
  ];
  return `\uFEFF${lines.map((line) => line.map(cell).join(';')).join('\r\n')}\r\n`;
}
