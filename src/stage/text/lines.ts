import type * as Phaser from 'phaser';

/** What a break costs, in the square of a line's share of the width that it leaves empty. */
const AFTER_SENTENCE = -0.3;
const AFTER_COMMA = -0.05;
/** The cost where a sentence begins with one word at the end of a line, or ends with one word on the next. */
const TORN = 0.35;
/** "de", "in", "een": they belong to what follows. */
const LITTLE = 0.06;

interface Word {
  text: string;
  width: number;
}

/** Breaks where a reader takes a breath: as few lines as fit, between sentences rather than inside one, of about the same length, with no word alone. */
export function lines(words: readonly Word[], space: number, limit: number, count: number): string[] {
  const widthOf = (from: number, to: number) => words.slice(from, to).reduce((sum, { width }) => sum + width + space, -space);
  const even = widthOf(0, words.length) / count;
  const found = new Map<string, { cost: number; ends: number[] }>();
  const best = (from: number, left: number): { cost: number; ends: number[] } => {
    const key = `${from} ${left}`;
    const known = found.get(key);
    if (known) return known;
    let result: { cost: number; ends: number[] } = { cost: Number.POSITIVE_INFINITY, ends: [] };
    for (let to = left === 1 ? words.length : from + 1; to <= words.length - left + 1; to += 1) {
      const width = widthOf(from, to);
      if (width > limit && to > from + 1) break;
      const rest = left === 1 ? { cost: 0, ends: [] } : best(to, left - 1);
      const cost = ((even - width) / limit) ** 2 + (to < words.length ? broken(words, to) : 0) + rest.cost;
      if (cost < result.cost) result = { cost, ends: [to, ...rest.ends] };
    }
    found.set(key, result);
    return result;
  };
  let from = 0;
  return best(0, count).ends.map((to) => {
    const line = words.slice(from, to).map(({ text }) => text);
    from = to;
    return line.join(' ');
  });
}

const ENDS = /(^·|[.?!…]["'”’)]*)$/;

/** What it costs to break before this word. */
function broken(words: readonly Word[], at: number): number {
  const [before, last, next] = [words[at - 2]?.text, words[at - 1]?.text ?? '', words[at]?.text ?? ''];
  if (ENDS.test(last)) return AFTER_SENTENCE;
  const torn = (before !== undefined && ENDS.test(before)) || ENDS.test(next);
  const little = /^\p{L}{1,3}$/u.test(last) ? LITTLE : 0;
  return (torn ? TORN : 0) + (/[,;:]$/.test(last) ? AFTER_COMMA : little);
}

/** For Phaser's word wrap: every paragraph in as many lines as it needs, and no more. */
export function breathing(limit: number): (content: string, text: Phaser.GameObjects.Text) => string {
  return (content, text) => {
    const { context } = text;
    const space = context.measureText(' ').width;
    return content
      .split('\n')
      .flatMap((paragraph) => {
        const plain = text.advancedWordWrap(paragraph, context, limit).split('\n');
        const words = paragraph.split(/ +/).map((word) => ({ text: word, width: context.measureText(word).width }));
        if (plain.length < 2 || words.some(({ width }) => width > limit)) return plain;
        const kept = lines(words, space, limit, plain.length);
        return kept.length === plain.length ? kept : plain;
      })
      .join('\n');
  };
}
