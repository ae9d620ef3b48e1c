/** One rule for whatever somebody types and others read: what is drawn as nothing is not there, and what is drawn over other lines is cut off. */

/** Drawn as nothing: fillers that count as letters, marks for the direction of a text (a copied telephone number has them), soft hyphens, controls. */
const JOINING = '\\uFE0F|[\\u200C-\\u200D\\u{E0020}-\\u{E007F}]';
const INVISIBLE = new RegExp(`(?!${JOINING})[\\p{Default_Ignorable_Code_Point}\\p{Cc}\\p{Cs}\\p{Co}\\uFFF9-\\uFFFC\\u{1D159}]`, 'gu');
/** A space for the eye, though it is none by name. */
const BLANK = /[\s\u2800]+/gu;

/** What holds an emoji together, or the letters of a script that joins them: kept there, and invisible anywhere else. */
const EMOJI = '\\p{Extended_Pictographic}(?:\\uFE0F|\\p{Emoji_Modifier})?';
const FLAG = '\\u{1F3F4}[\\u{E0061}-\\u{E007A}]{2,6}\\u{E007F}';
const KEYCAP = '[0-9#*]\\uFE0F?\\u20E3';
const JOINED = '(?!\\p{Script=Latin})[\\p{L}\\p{M}][\\u200C-\\u200D](?=(?!\\p{Script=Latin})[\\p{L}\\p{M}])';
const JOINERS = new RegExp(`(${FLAG}|${EMOJI}(?:\\u200D${EMOJI})*|${KEYCAP}|${JOINED})|${JOINING}`, 'gu');

/** No script needs more marks on one letter than two; a pile of them is drawn over the lines above and below. */
const MARKS_TOO_MANY = /(\p{M}{2})\p{M}+/gu;
const MARKS_ON_NOTHING = /(^|\s)\p{M}+/gu;

export function tidyText(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(BLANK, ' ')
    .replace(INVISIBLE, '')
    .replace(JOINERS, (_, kept: string | undefined) => kept ?? '')
    .replace(MARKS_TOO_MANY, '$1')
    .replace(MARKS_ON_NOTHING, '$1')
    .replace(/ +/g, ' ')
    .trim()
    .normalize('NFC');
}
