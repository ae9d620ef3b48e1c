import { PHONE_LINES, phoneLines } from '../compile/phone-lines.ts';
import { isLine, textId } from '../schema/beat.ts';
import { liveTextIds } from '../schema/live-chat.ts';
import type { Structure } from '../schema/schema.ts';
import type { Texts } from '../schema/texts.ts';
import type { Code } from './codes.ts';
import type { Note, Path } from './diagnosis.ts';
import { isLawful } from './lexicon.ts';

/** What a class can read from the board, in words. */
const LIMITS = {
  sentence: 13,
  say: 24,
  message: 12,
  choice: 9,
  act: 5,
  short: 3,
  spread: 4,
  question: 10,
  title: 5,
  notice: 30,
  explanation: 12,
  note: 15,
};

export const words = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
const cutAfter = (end: RegExp) => (text: string) =>
  text
    .replace(end, '$1\0')
    .split('\0')
    .filter((sentence) => sentence.trim() !== '');
/** A reader may stop at a colon too. */
export const sentences = cutAfter(/([.!?…:])["'”’)]*\s+/gu);
export const wholeSentences = cutAfter(/([.!?…])["'”’)]*\s+/gu);

/** Warnings only: a writer may know better. */
export function checkLength(structure: Structure, texts: Texts, note: Note) {
  const long = (code: Code, path: Path, count: number, limit: number, nl: string, en: string) => {
    if (count <= limit) return;
    note(
      code,
      path,
      {
        nl: `${nl} heeft ${count} woorden. Meer dan ${limit} leest niet snel genoeg; maak het korter.`,
        en: `${en} has ${count} words. More than ${limit} takes too long to read; make it shorter.`,
      },
      'warning',
    );
  };
  const plain = (path: Path, text: string | undefined) => {
    // What may be said about the law is said in these words, however many they are.
    const own = wholeSentences(text ?? '').filter((sentence) => !isLawful(sentence));
    const longest = Math.max(0, ...own.flatMap(sentences).map(words));
    long('long-sentence', path, longest, LIMITS.sentence, 'De langste zin', 'The longest sentence');
  };

  long('long-notice', ['notice'], words(texts.notice), LIMITS.notice, 'De melding vooraf', 'The notice');
  for (const [word, meaning] of Object.entries(texts.words ?? {}))
    long('long-explanation', ['words', word], words(meaning), LIMITS.explanation, 'Deze uitleg', 'This explanation');
  for (const [id, node] of Object.entries(structure.nodes)) {
    const own = texts.nodes[id];
    if (!own) continue;
    const at = (...path: (string | number)[]) => ['nodes', id, ...path];
    if (own.note) long('long-note', at('note'), words(own.note), LIMITS.note, 'Deze notitie voor de docent', 'This note for the teacher');
    long('long-title', at('title'), words(own.title), LIMITS.title, 'Deze titel', 'This title');
    for (const field of ['question', 'context', 'hint', 'as', 'ending'] as const) plain(at(field), own[field]);
    long('long-question', at('question'), words(own.question ?? ''), LIMITS.question, 'Deze vraag', 'This question');
    own.still?.forEach((text, index) => {
      plain(at('still', index), text);
    });
    own.lines?.forEach((text, index) => {
      plain(at('lines', index), text);
      long('long-say', at('lines', index), words(text), LIMITS.say, 'Deze regel', 'This line');
    });
    for (const [act, text] of Object.entries(own.acts ?? {})) long('long-act', at('acts', act), words(text), LIMITS.act, 'Deze knop', 'This button');
    if ('live' in node) {
      for (const name of liveTextIds(node.live)) {
        const text = own[name];
        if (typeof text !== 'string') continue;
        plain(at(name), text);
        long('long-message', at(name), words(text), LIMITS.message, 'Dit bericht', 'This message');
      }
    }
    if ('scene' in node) {
      const seen = new Set<string>();
      for (const beat of node.scene.beats) {
        const name = textId(beat);
        const text = name === null ? undefined : own[name];
        if (name === null || typeof text !== 'string' || seen.has(name)) continue;
        seen.add(name);
        plain(at(name), text);
        if ('say' in beat || 'speak' in beat) long('long-say', at(name), words(text), LIMITS.say, 'Deze regel', 'This line');
        if (isLine(beat)) long('long-message', at(name), words(text), LIMITS.message, 'Dit bericht', 'This message');
      }
    }
    for (const [choice, said] of Object.entries(own.choices ?? {})) {
      long('long-choice', at('choices', choice, 'text'), words(said.text), LIMITS.choice, 'Deze keuze', 'This choice');
      if (phoneLines(said.text) > PHONE_LINES) {
        note(
          'choice-lines',
          at('choices', choice, 'text'),
          {
            nl: `Deze keuze past niet op ${PHONE_LINES} regels van een telefoon (${said.text.length} letters). Maak hem korter.`,
            en: `This choice does not fit on ${PHONE_LINES} lines of a phone (${said.text.length} letters). Make it shorter.`,
          },
          'warning',
        );
      }
      long('long-short', at('choices', choice, 'short'), words(said.short), LIMITS.short, 'Dit label', 'This label');
      plain(at('choices', choice, 'now'), said.now);
      plain(at('choices', choice, 'later'), said.later);
    }
    const counts = Object.values(own.choices ?? {}).map((choice) => words(choice.text));
    const [shortest, longest] = [Math.min(...counts), Math.max(...counts)];
    if (counts.length > 1 && longest - shortest > LIMITS.spread) {
      note(
        'uneven-choices',
        at('choices'),
        {
          nl: `De kortste keuze heeft ${shortest} woorden en de langste ${longest}. Maak het verschil hoogstens ${LIMITS.spread}: lengte verraadt een voorkeur.`,
          en: `The shortest choice has ${shortest} words and the longest ${longest}. Let them differ by ${LIMITS.spread} at most: length gives a preference away.`,
        },
        'warning',
      );
    }
  }
}
