/** In hundredths of the poster's width, as its style sheet counts. */
const SIZES = [5.4, 5, 4.6, 4.2, 3.8, 3.4, 3.1, 2.8, 2.5, 2.2, 2, 1.8, 1.6, 1.4];
const SPACE = 66;
/** Suggestions stand under a longer heading. */
const LONGER_HEADING = 15;
const GAP = 2;
const LINE = 1.2;
const PADDING = 1;
/** The width of an average letter of the heading, rounded up. */
const LETTER = 0.53;

function linesOf(text: string, letters: number): number {
  let lines = 1;
  let used = 0;
  for (const { length } of text.split(' ')) {
    if (used > 0 && used + 1 + length > letters) {
      lines += 1;
      used = 0;
    }
    lines += Math.ceil(length / letters) - 1;
    used += length + 1;
  }
  return lines;
}

/** The largest letters with which all agreements stand on one poster: what a teacher writes may be long, and nothing is cut. */
export function letterSize(texts: readonly string[], suggestions = false): number {
  const space = suggestions ? SPACE - LONGER_HEADING : SPACE;
  const fits = (size: number) => {
    const letters = Math.floor((86 - 3 - size * (2.1 + 1.6)) / (size * LETTER));
    const high = texts.reduce((sum, text) => sum + Math.max(2.1, linesOf(text, letters) * LINE + PADDING) * size + GAP, -GAP);
    return high <= space;
  };
  return SIZES.find(fits) ?? 1.2;
}
