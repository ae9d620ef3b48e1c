import { sentences, words } from './length.ts';

/** Vowels that make one syllable together in Dutch; what is left counts by the letter. */
const VOWELS = /aai|ooi|oei|eeuw|ieuw|auw|ouw|aa|ee|ie|oo|uu|oe|eu|ui|ij|ei|au|ou|[aeiouyáéíóúàèëïöü]/giu;

const syllables = (text: string): number =>
  text.split(/[^\p{L}]+/u).reduce((sum, word) => sum + (word === '' ? 0 : Math.max(1, word.match(VOWELS)?.length ?? 0)), 0);

export interface Reading {
  /** Flesch–Douma: 206.84 − 0.77 × syllables per 100 words − 0.93 × words per sentence. 60-80 is plain, above 80 easy. */
  douma: number;
  meanSentence: number;
  longestSentence: { words: number; text: string };
}

/** How hard Dutch texts are to read, estimated: syllables are counted by their vowels. */
export function readingOf(texts: readonly string[]): Reading {
  const all = texts.flatMap(sentences).filter((sentence) => words(sentence) > 0);
  const count = all.reduce((sum, sentence) => sum + words(sentence), 0);
  const mean = count / Math.max(1, all.length);
  const per100 = (100 * all.reduce((sum, sentence) => sum + syllables(sentence), 0)) / Math.max(1, count);
  const longest = all.toSorted((a, b) => words(b) - words(a))[0] ?? '';
  return { douma: 206.84 - 0.77 * per100 - 0.93 * mean, meanSentence: mean, longestSentence: { words: words(longest), text: longest } };
}
