import type { StoryLang } from '../../locales/languages.ts';
import { personOf, textId } from '../schema/beat.ts';
import type { Structure } from '../schema/schema.ts';
import type { Texts } from '../schema/texts.ts';
import type { Note } from './diagnosis.ts';
import { sentences } from './length.ts';
import { LAW, LEXICON } from './lexicon.ts';
import { prose } from './prose.ts';

const lawful = (sentence: string, language: StoryLang) => !LAW.terms[language].test(sentence) || LAW.allows[language](sentence);

/** The texts that people in the story say to each other, as node and id. */
function spokenIn(structure: Structure): Set<string> {
  const spoken = new Set<string>();
  for (const [id, node] of Object.entries(structure.nodes)) {
    if (!('scene' in node)) continue;
    for (const beat of node.scene.beats) if (personOf(beat) !== null && textId(beat) !== null) spoken.add(`${id} ${textId(beat)}`);
  }
  return spoken;
}

/** Words that a story does not use. What the teacher should not say is quoted as a warning, so it is not checked. */
export function checkCautions(structure: Structure, texts: Texts, language: StoryLang, note: Note) {
  const spoken = spokenIn(structure);
  const names = new Set<string>();
  for (const { path, text } of prose(texts)) {
    if (path[0] === 'dontSay') continue;
    const isSpoken = spoken.has(path.slice(1).join(' '));
    for (const entry of LEXICON) {
      // Nearly always nothing is found, and going through all matches makes a new expression each time.
      if (text.search(entry[language]) < 0) continue;
      const found = [...text.matchAll(entry[language])].map(([whole, first]) => (entry.code === 'loud-text' ? text : (first ?? whole)));
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
    for (const loose of sentences(text).filter((sentence) => !lawful(sentence, language))) {
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
