import type { Code } from '../check/codes.ts';
import type { Message } from '../check/diagnosis.ts';
import { quoted, unquoted } from './quoted.ts';

/** What is said of a fault of YAML: what it is, and what to type. */
export interface Sentence {
  code: Code;
  message: Message;
}

export const specialStart = (mark: string, text: string): Sentence => ({
  code: 'special-start',
  message: {
    nl: `Een tekst kan niet zomaar met ${mark} beginnen: dat teken heeft in YAML een eigen betekenis. Typ aanhalingstekens om de tekst: ${text}`,
    en: `A text cannot simply begin with ${mark}: that character has a meaning of its own in YAML. Type quotation marks around the text: ${text}`,
  },
});

export const colonInText = (text: string, help: Message): Sentence => ({
  code: 'colon-in-text',
  message: {
    nl: `Een dubbele punt met een spatie erachter begint in YAML iets nieuws. Typ aanhalingstekens om de tekst: ${quoted(text)}${help.nl}`,
    en: `A colon with a space after it begins something new in YAML. Type quotation marks around the text: ${quoted(text)}${help.en}`,
  },
});

export const openQuote = (mark: string, text: string, apostrophe: boolean): Sentence => ({
  code: 'open-quote',
  message: apostrophe
    ? {
        nl: `Een tekst die met ’ begint, leest YAML als een tekst tussen aanhalingstekens. Typ er dubbele om: ${quoted(text)}`,
        en: `YAML reads a text that begins with ’ as one between quotation marks. Type double ones around it: ${quoted(text)}`,
      }
    : {
        nl: `Hier begint een aanhalingsteken (${mark}) dat nergens sluit. Zet er een aan het eind van deze tekst: ${quoted(text.slice(1))}`,
        en: `Here begins a quotation mark (${mark}) that never closes. Put one at the end of this text: ${quoted(text.slice(1))}`,
      },
});

export const afterQuote = (text: string): Sentence => ({
  code: 'after-quote',
  message: {
    nl: `De aanhalingstekens sluiten midden in deze tekst. Typ er andere om alles heen: ${quoted(unquoted(text))}`,
    en: `The quotation marks close in the middle of this text. Type other ones around all of it: ${quoted(unquoted(text))}`,
  },
});

export const openBracket = (mark: string, close: string, rest: string, isText: boolean): Sentence => ({
  code: 'open-bracket',
  message: {
    nl: `Hier begint ${mark}, maar ${close} ontbreekt. Zet ${close} aan het eind.${isText ? ` Is dit een tekst? Typ dan aanhalingstekens: ${quoted(rest)}` : ''}`,
    en: `Here begins ${mark}, but ${close} is missing. Put ${close} at the end.${isText ? ` Is this a text? Then type quotation marks: ${quoted(rest)}` : ''}`,
  },
});

export const missingComma = (name: string, behind: boolean): Sentence => ({
  code: 'missing-comma',
  message: behind
    ? {
        nl: `Tussen { } en [ ] staat voor elk volgend deel een komma. Zet er een voor “${name}”.`,
        en: `Between { } and [ ] every further part has a comma before it. Put one before “${name}”.`,
      }
    : {
        nl: `Tussen { } en [ ] staat achter elk deel een komma. Zet er een achter “${name}”.`,
        en: `Between { } and [ ] every part has a comma behind it. Put one behind “${name}”.`,
      },
});

export const extraBracket = (mark: string): Sentence => ({
  code: 'extra-bracket',
  message: {
    nl: `Hier staat een ${mark} te veel: hij sluit te vroeg, of er is niets meer om te sluiten. Haal hem weg.`,
    en: `This ${mark} is one too many: it closes too early, or there is nothing left to close. Remove it.`,
  },
});

export const cutText = (whole: string): Sentence => ({
  code: 'cut-text',
  message: {
    nl: `Een # met een spatie ervoor begint een opmerking: de rest van de regel telt niet mee. Hoort hij bij de tekst? Typ aanhalingstekens om de hele tekst, zoals ${quoted(whole.trim())}`,
    en: `A # with a space before it begins a remark: the rest of the line does not count. Is it part of the text? Type quotation marks around the whole text, as in ${quoted(whole.trim())}`,
  },
});

export const indentation = (): Sentence => ({
  code: 'indentation',
  message: {
    nl: 'Deze regel springt niet goed in. Zet hem precies onder de regel waar hij bij hoort; wat erin zit, springt twee spaties verder in. Loopt hier een tekst door? Zet die op één regel.',
    en: 'This line is not indented well. Put it exactly below the line that it belongs with; what is inside it is two spaces further. Does a text go on here? Put it on one line.',
  },
});

export const missingHyphen = (): Sentence => ({
  code: 'indentation',
  message: {
    nl: 'Is dit een deel van de lijst? Dan ontbreekt een streepje met een spatie. Zo niet, zet deze regel precies onder de regel waar hij bij hoort.',
    en: 'Is this an item of the list? Then a hyphen with a space is missing. If not, put this line exactly below the line that it belongs with.',
  },
});

export const looseLine = (line: string): Sentence => ({
  code: 'loose-line',
  message: {
    nl: `Op deze regel staat geen naam met een dubbele punt. Schrijf “naam: ${line.trim()}”, of zet dit achter de tekst van de regel erboven.`,
    en: `There is no name with a colon on this line. Write “name: ${line.trim()}”, or put this behind the text of the line above.`,
  },
});

export const ownLine = (text: string): Sentence => ({
  code: 'loose-line',
  message: {
    nl: `Wat hiervoor staat, is al gesloten. Zet “${text}” op een eigen regel.`,
    en: `What stands before this is closed already. Put “${text}” on a line of its own.`,
  },
});

export const missingSpace = (mended: string): Sentence => ({
  code: 'missing-space',
  message: {
    nl: `Achter de dubbele punt hoort een spatie. Typ: ${mended}`,
    en: `A space belongs after the colon. Type: ${mended}`,
  },
});

export const spaceAfterHyphen = (): Sentence => ({
  code: 'missing-space',
  message: { nl: 'Achter een streepje van een lijst hoort een spatie.', en: 'A space belongs after a hyphen of a list.' },
});

export const missingColon = (first: string, value: string): Sentence => ({
  code: 'missing-colon',
  message: {
    nl: `Achter “${first}” ontbreekt een dubbele punt met een waarde. Typ: ${first}: ${value || '…'}`,
    en: `A colon with a value is missing behind “${first}”. Type: ${first}: ${value || '…'}`,
  },
});

export const commaInText = (own: string, text: string): Sentence => ({
  code: 'comma-in-text',
  message: {
    nl: `Tussen { } begint een komma iets nieuws, en “${own}” heeft geen waarde. Typ aanhalingstekens om de tekst: ${quoted(text)}`,
    en: `Between { } a comma begins something new, and “${own}” has no value. Type quotation marks around the text: ${quoted(text)}`,
  },
});

export const backslash = (text: string): Sentence => ({
  code: 'backslash',
  message: {
    nl: `Tussen dubbele aanhalingstekens heeft \\ een eigen betekenis. Typ enkele: ${quoted(text)}`,
    en: `Between double quotation marks \\ has a meaning of its own. Type single ones: ${quoted(text)}`,
  },
});

export const tab = (): Sentence => ({
  code: 'tab',
  message: {
    nl: 'Hier springt een tab in. YAML kent alleen spaties: vervang elke tab door twee spaties.',
    en: 'A tab indents this line. YAML knows spaces only: replace every tab by two spaces.',
  },
});

export const secondDocument = (): Sentence => ({
  code: 'second-document',
  message: {
    nl: 'Drie streepjes of punten op een eigen regel beginnen een nieuw document, en een bestand heeft er hier één. Haal die regel weg.',
    en: 'Three hyphens or dots on a line of their own begin a new document, and a file has one here. Remove that line.',
  },
});

export const extraComma = (): Sentence => ({
  code: 'extra-comma',
  message: {
    nl: 'Hier staat een komma te veel: er staat niets voor. Haal hem weg, of zet ervoor wat er hoort.',
    en: 'There is a comma too many here: nothing stands before it. Remove it, or write before it what belongs there.',
  },
});

export const notYaml = (why: string): Sentence => ({
  code: 'yaml',
  message: {
    nl: `Dit is geen geldige YAML. Kijk naar inspringen, dubbele punten en aanhalingstekens. (${why})`,
    en: `This is not valid YAML. Look at the indentation, colons and quotation marks. (${why})`,
  },
});
