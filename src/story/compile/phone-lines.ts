/** A choice's text on a phone 360 pixels wide: 20-pixel letters between the mark and the tick. Measured on the page: 25 letters a line. */
const LETTERS_A_LINE = 24;
export const PHONE_LINES = 2;

export function phoneLines(choice: string): number {
  let lines = 1;
  let left = LETTERS_A_LINE;
  for (const word of choice.split(' ')) {
    if (word.length > left && left < LETTERS_A_LINE) {
      lines += 1;
      left = LETTERS_A_LINE;
    }
    left -= word.length + 1;
  }
  return lines;
}
