import type { StoryLang } from '../../locales/languages.ts';
import type { Texts } from '../schema/texts.ts';
import type { Note } from './diagnosis.ts';
import { sentences } from './length.ts';
import { LAW, LEXICON } from './lexicon.ts';
import { prose } from './prose.ts';

const lawful = (sentence: string, language: StoryLang) => !LAW.terms[language].test(sentence) || LAW.allows[language](sentence);

/** Words that a story does not use. What the teacher should not say is quoted as a warning, so it is not checked. */
export function checkCautions(texts: Texts, language: StoryLang, note: Note) {
  for (const { path, text } of prose(texts)) {
    if (path[0] === 'dontSay') continue;
    for (const entry of LEXICON) {
      const found = entry[language].exec(text);
      if (!found) continue;
      const said = entry.code === 'loud-text' ? text : (found[1] ?? found[0]);
      note(
        entry.code,
        path,
        { nl: `“${said}” ${entry.why.nl} (eis ${entry.rule}).`, en: `“${said}” ${entry.why.en} (requirement ${entry.rule}).` },
        'warning',
      );
    }
    const loose = sentences(text).find((sentence) => !lawful(sentence, language));
    if (loose === undefined) continue;
    note(
      'law-word',
      path,
      {
        nl: `“${loose}” zegt iets over de wet. Gebruik een zin uit de lijst in scenarios/README.md, letterlijk (eis ${LAW.rule}).`,
        en: `“${loose}” says something about the law. Use a sentence of the list in scenarios/README.md, with “can be” or “may be” (requirement ${LAW.rule}).`,
      },
      'warning',
    );
  }
}
