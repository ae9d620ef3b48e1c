import type { StoryLang } from '../../locales/languages.ts';
import { personOf, textId } from '../schema/beat.ts';
import type { Structure } from '../schema/schema.ts';
import type { Texts } from '../schema/texts.ts';
import type { Code } from './codes.ts';
import type { Note } from './diagnosis.ts';
import { sentences, wholeSentences } from './length.ts';
import { isLawful, LAW, LEXICON } from './lexicon.ts';
import { prose } from './prose.ts';

const isAboutLaw = (text: string, language: StoryLang) => LAW.terms[language].test(text);
/** One a line. */
const joined = (texts: readonly { text: string }[]) => texts.map(({ text }) => text).join('\n');

/** The texts that people in the story say to each other, as node and id. */
function spokenIn(structure: Structure): Set<string> {
  const spoken = new Set<string>();
  for (const [id, node] of Object.entries(structure.nodes)) {
    if (!('scene' in node)) continue;
    for (const beat of node.scene.beats) if (personOf(beat) !== null && textId(beat) !== null) spoken.add(`${id} ${textId(beat)}`);
  }
  return spoken;
}

/** What a story says nowhere. What a teacher should not say may call names, blame or ask: it is quoted as a warning, and still printed. */
const NOWHERE = new Set<Code>(['brand', 'real-name', 'contact-detail', 'self-harm']);

/** All that somebody reads: also the words that are explained, which are names in the file. */
const readable = (texts: Texts) => [...prose(texts), ...Object.keys(texts.words ?? {}).map((text) => ({ path: ['words', text], text }))];

/** Words that a story does not use. */
export function checkCautions(structure: Structure, texts: Texts, language: StoryLang, note: Note) {
  const spoken = spokenIn(structure);
  const names = new Set<string>();
  const all = readable(texts);
  // Nearly always nothing is found, and all texts together are searched far quicker than one by one.
  const whole = joined(all);
  const entries = LEXICON.filter((entry) => whole.search(entry[language]) >= 0);
  const mayBeLaw = isAboutLaw(whole, language);
  for (const { path, text } of all) {
    const isQuoted = path[0] === 'dontSay';
    const isSpoken = spoken.has(path.slice(1).join(' '));
    for (const entry of entries) {
      if (isQuoted && !NOWHERE.has(entry.code)) continue;
      // Going through all matches makes a new expression each time.
      if (text.search(entry[language]) < 0) continue;
      const found = [...text.matchAll(entry[language])].map(([whole, ...groups]) =>
        entry.code === 'loud-text' ? text : (groups.find(Boolean) ?? whole),
      );
      for (const said of new Set(found)) {
        // A name comes back all through a story, and is changed everywhere at once.
        if (entry.code === 'real-name') {
          if (names.has(said.toLowerCase())) continue;
          names.add(said.toLowerCase());
        }
        note(
          entry.code,
          path,
          { nl: `“${said}” ${entry.why.nl} (eis ${entry.rule}).`, en: `“${said}” ${entry.why.en} (requirement ${entry.rule}).` },
          // People in a story may ask each other; nobody asks the class.
          entry.code === 'own-experience' && isSpoken ? 'warning' : entry.severity,
        );
      }
    }
    if (isQuoted || !mayBeLaw || !isAboutLaw(text, language)) continue;
    // One of the list has a colon inside; any other is judged on each side of its colon.
    const said = wholeSentences(text).flatMap((sentence) => (isLawful(sentence) ? [] : sentences(sentence)));
    for (const loose of said.filter((sentence) => isAboutLaw(sentence, language) && !LAW.allows[language](sentence))) {
      note(
        'law-word',
        path,
        {
          nl: `“${loose}” zegt iets over de wet. Gebruik een zin uit de lijst in scenarios/README.md, letterlijk (eis ${LAW.rule}).`,
          en: `“${loose}” says something about the law. Use a sentence of the list in scenarios/README.md, with “can be” or “may be” and no penalty (requirement ${LAW.rule}).`,
        },
        'withheld',
      );
    }
  }
}
