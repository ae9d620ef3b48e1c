import { type Alias, type Document, isAlias, isCollection, isScalar, type Node, Scalar, visit, type YAMLError } from 'yaml';
import type { Code } from '../check/codes.ts';
import type { Message } from '../check/diagnosis.ts';
import { quoted, unquoted } from './quoted.ts';

/** Something that is wrong in a text as YAML, at the place where it begins. */
export interface Fault {
  code: Code;
  offset: number;
  message: Message;
}

/** YAML's reader says where it could not go on. A writer needs to know where it began, and what to type there. */
class Explainer {
  readonly #text: string;
  readonly #nodes: { node: Node; start: number; end: number }[] = [];

  constructor(document: Document, text: string) {
    this.#text = text;
    visit(document, {
      Node: (_key, node) => {
        if (node.range) this.#nodes.push({ node, start: node.range[0], end: node.range[1] });
      },
    });
  }

  #lineStart = (offset: number) => this.#text.lastIndexOf('\n', offset - 1) + 1;
  #restOfLine = (offset: number) => this.#text.slice(offset).split('\n', 1)[0]!;
  #line = (offset: number) => this.#restOfLine(this.#lineStart(offset));
  /** Where the line has its first letter. */
  #indented(offset: number): number {
    const start = this.#lineStart(offset);
    return start + (this.#line(offset).match(/^\s*/)?.[0].length ?? 0);
  }
  #inFlow(offset: number): boolean {
    return this.#nodes.some(({ node, start, end }) => isCollection(node) && node.flow && start < offset && offset <= end);
  }
  /** What was probably meant as one text: to the end of the line or, between brackets, to what ends it there. */
  #textFrom(offset: number): string {
    const rest = this.#restOfLine(offset);
    return (this.#inFlow(offset) ? rest.split(/[,}\]]/, 1)[0]! : rest).trim();
  }

  special(offset: number): Fault {
    const [mark, text] = [this.#text[offset], quoted(this.#textFrom(offset))];
    return {
      code: 'special-start',
      offset,
      message: {
        nl: `Een tekst kan niet zomaar met ${mark} beginnen: dat teken heeft in YAML een eigen betekenis. Typ aanhalingstekens om de tekst: ${text}`,
        en: `A text cannot simply begin with ${mark}: that character has a meaning of its own in YAML. Type quotation marks around the text: ${text}`,
      },
    };
  }

  /** `inList`: an item of a list, which has braces where it is no text. */
  colon(offset: number, inList = false): Fault {
    const text = this.#textFrom(offset);
    const name = /(?:^|\s)([a-z][\w-]*):(?:\s|$)/.exec(text)?.[1];
    const named = this.#inFlow(offset) && name !== undefined;
    const help = !named
      ? { nl: '', en: '' }
      : inList
        ? { nl: `. Is “${name}” een naam van het formaat? Zet er dan { } om.`, en: `. Is “${name}” a name of the format? Then put { } around it.` }
        : { nl: `. Is “${name}” een nieuwe naam? Zet er dan een komma voor.`, en: `. Is “${name}” a new name? Then put a comma before it.` };
    return {
      code: 'colon-in-text',
      offset,
      message: {
        nl: `Een dubbele punt met een spatie erachter begint in YAML iets nieuws. Typ aanhalingstekens om de tekst: ${quoted(text)}${help.nl}`,
        en: `A colon with a space after it begins something new in YAML. Type quotation marks around the text: ${quoted(text)}${help.en}`,
      },
    };
  }

  #openQuote(offset: number): Fault {
    const [mark, text] = [this.#text[offset], this.#textFrom(offset)];
    const apostrophe = mark === "'" && /^'[a-z]{1,2}(?:\s|$)/i.test(text);
    return {
      code: 'open-quote',
      offset,
      message: apostrophe
        ? {
            nl: `Een tekst die met ’ begint, leest YAML als een tekst tussen aanhalingstekens. Typ er dubbele om: ${quoted(text)}`,
            en: `YAML reads a text that begins with ’ as one between quotation marks. Type double ones around it: ${quoted(text)}`,
          }
        : {
            nl: `Hier begint een aanhalingsteken (${mark}) dat nergens sluit. Zet er een aan het eind van deze tekst: ${quoted(text.slice(1))}`,
            en: `Here begins a quotation mark (${mark}) that never closes. Put one at the end of this text: ${quoted(text.slice(1))}`,
          },
    };
  }

  #afterQuote(offset: number): Fault {
    const text = this.#textFrom(offset);
    if (/^'[a-z]{1,2}\s/i.test(text)) return this.#openQuote(offset);
    return {
      code: 'after-quote',
      offset,
      message: {
        nl: `De aanhalingstekens sluiten midden in deze tekst. Typ er andere om alles heen: ${quoted(unquoted(text))}`,
        en: `The quotation marks close in the middle of this text. Type other ones around all of it: ${quoted(unquoted(text))}`,
      },
    };
  }

  #openBracket(offset: number): Fault {
    const [mark, close] = this.#text[offset] === '{' ? ['{', '}'] : ['[', ']'];
    const comment = /\s#/.exec(this.#restOfLine(offset));
    if (comment) return this.cut(offset + comment.index + 1);
    const rest = this.#restOfLine(offset).trim();
    const isText = !/^\{\s*[\w-]+:\s|^\[\s*(?:\{|[\w'":-]+\s*,)/.test(rest);
    return {
      code: 'open-bracket',
      offset,
      message: {
        nl: `Hier begint ${mark}, maar ${close} ontbreekt. Zet ${close} aan het eind.${isText ? ` Is dit een tekst? Typ dan aanhalingstekens: ${quoted(rest)}` : ''}`,
        en: `Here begins ${mark}, but ${close} is missing. Put ${close} at the end.${isText ? ` Is this a text? Then type quotation marks: ${quoted(rest)}` : ''}`,
      },
    };
  }

  #missingComma(offset: number): Fault {
    const name = /^[\w-]+/.exec(this.#restOfLine(offset).trim())?.[0];
    const behind = this.#restOfLine(offset).includes(':');
    return {
      code: 'missing-comma',
      offset,
      message: behind
        ? {
            nl: `Tussen { } en [ ] staat voor elk volgend deel een komma. Zet er een voor “${name}”.`,
            en: `Between { } and [ ] every further part has a comma before it. Put one before “${name}”.`,
          }
        : {
            nl: `Tussen { } en [ ] staat achter elk deel een komma. Zet er een achter “${name}”.`,
            en: `Between { } and [ ] every part has a comma behind it. Put one behind “${name}”.`,
          },
    };
  }

  #extraBracket(offset: number): Fault {
    const mark = this.#text[offset];
    return {
      code: 'extra-bracket',
      offset,
      message: {
        nl: `Hier staat een ${mark} te veel: hij sluit te vroeg, of er is niets meer om te sluiten. Haal hem weg.`,
        en: `This ${mark} is one too many: it closes too early, or there is nothing left to close. Remove it.`,
      },
    };
  }

  cut(offset: number): Fault {
    const before = this.#text.slice(this.#lineStart(offset), offset);
    const value = /^(?:.*[{,[]\s*|\s*(?:- )?)(?:[\w-]+:\s+)?/.exec(before)?.[0].length ?? 0;
    const rest = this.#restOfLine(offset);
    const whole = before.slice(value) + (/[{[]/.test(before) ? rest.split(/[,}\]]/, 1)[0]! : rest);
    return {
      code: 'cut-text',
      offset,
      message: {
        nl: `Een # met een spatie ervoor begint een opmerking: de rest van de regel telt niet mee. Hoort hij bij de tekst? Typ aanhalingstekens om de hele tekst, zoals ${quoted(whole.trim())}`,
        en: `A # with a space before it begins a remark: the rest of the line does not count. Is it part of the text? Type quotation marks around the whole text, as in ${quoted(whole.trim())}`,
      },
    };
  }

  indentation(offset: number): Fault {
    return {
      code: 'indentation',
      offset: this.#indented(offset),
      message: {
        nl: 'Deze regel springt niet goed in. Zet hem precies onder de regel waar hij bij hoort; wat erin zit, springt twee spaties verder in. Loopt hier een tekst door? Zet die op één regel.',
        en: 'This line is not indented well. Put it exactly below the line that it belongs with; what is inside it is two spaces further. Does a text go on here? Put it on one line.',
      },
    };
  }

  /** A line that is no `name: value`. */
  #loose(offset: number): Fault {
    const at = this.#indented(offset);
    const line = this.#restOfLine(at);
    if (/^[*&!@`]/.test(line)) return this.special(at);
    const name = /^([\w-]+):\S/.exec(line)?.[1];
    if (name !== undefined) return this.space(at + name.length, `${name}: ${line.slice(name.length + 1)}`);
    return {
      code: 'loose-line',
      offset: at,
      message: {
        nl: `Op deze regel staat geen naam met een dubbele punt. Schrijf “naam: ${line.trim()}”, of zet dit achter de tekst van de regel erboven.`,
        en: `There is no name with a colon on this line. Write “name: ${line.trim()}”, or put this behind the text of the line above.`,
      },
    };
  }

  space(offset: number, mended: string): Fault {
    return {
      code: 'missing-space',
      offset,
      message: {
        nl: `Achter de dubbele punt hoort een spatie. Typ: ${mended}`,
        en: `A space belongs after the colon. Type: ${mended}`,
      },
    };
  }

  hyphen(offset: number): Fault {
    return {
      code: 'missing-space',
      offset,
      message: { nl: 'Achter een streepje van een lijst hoort een spatie.', en: 'A space belongs after a hyphen of a list.' },
    };
  }

  /** In `{ text: I go, I think, short: go }` a text has commas, and each begins something new. */
  comma(key: Node, before: Node | null): Fault {
    const [from, to] = [before?.range?.[0] ?? key.range?.[0] ?? 0, key.range?.[1] ?? 0];
    const own = this.#text.slice(key.range?.[0] ?? 0, to);
    const name = /^([\w-]+):\S/.exec(own)?.[1];
    if (name !== undefined) return this.space((key.range?.[0] ?? 0) + name.length, `${name}: ${own.slice(name.length + 1)}`);
    if (own === '' || own.startsWith('?')) return this.special(key.range?.[0] ?? from);
    // Behind another name, or where there is nothing that it could belong to, it is a name itself.
    if (before === null || /^[a-z0-9-]+$/.test(this.#text.slice(from, before.range?.[1]))) {
      const [, first = own, value = ''] = /^([\w-]+)[\s=]*(.*)$/.exec(own) ?? [];
      return {
        code: 'missing-colon',
        offset: key.range?.[0] ?? 0,
        message: {
          nl: `Achter “${first}” ontbreekt een dubbele punt met een waarde. Typ: ${first}: ${value || '…'}`,
          en: `A colon with a value is missing behind “${first}”. Type: ${first}: ${value || '…'}`,
        },
      };
    }
    return {
      code: 'comma-in-text',
      offset: from,
      message: {
        nl: `Tussen { } begint een komma iets nieuws, en “${own}” heeft geen waarde. Typ aanhalingstekens om de tekst: ${quoted(this.#text.slice(from, to))}`,
        en: `Between { } a comma begins something new, and “${own}” has no value. Type quotation marks around the text: ${quoted(this.#text.slice(from, to))}`,
      },
    };
  }

  #backslash(offset: number): Fault {
    const quote = this.#nodes.find(({ node, start, end }) => isScalar(node) && start < offset && offset < end)?.start ?? offset;
    const text = unquoted(this.#textFrom(quote));
    return {
      code: 'backslash',
      offset,
      message: {
        nl: `Tussen dubbele aanhalingstekens heeft \\ een eigen betekenis. Typ enkele: ${quoted(text)}`,
        en: `Between double quotation marks \\ has a meaning of its own. Type single ones: ${quoted(text)}`,
      },
    };
  }

  #implicitKey(offset: number): Fault {
    if (this.#text[offset] === '?') return this.special(offset);
    if (/:(\s|$)/.test(this.#restOfLine(offset))) return this.colon(offset);
    const next = this.#text.indexOf('\n', offset) + 1;
    return next > 0 ? this.indentation(next) : this.indentation(offset);
  }

  #blockInFlow(offset: number): Fault {
    const rest = this.#restOfLine(offset);
    if (/^[-?](?:\s|[,}\]]|$)/.test(rest)) return this.special(offset);
    const whole = /^(?:"[^"]*"|'[^']*'|\[[^\]]*\]|\{[^}]*\})\s+(?=[\w-]+:)/.exec(rest)?.[0];
    return whole === undefined ? this.colon(offset) : this.#missingComma(offset + whole.length);
  }

  /** What stands behind a value that was already whole: behind `"Hoi"` in `"Hoi" zei hij`. */
  #behind(offset: number): Fault {
    const before = this.#nodes.filter(({ end }) => end <= offset).sort((a, b) => b.end - a.end || a.start - b.start)[0];
    if (!before) return this.#loose(offset);
    const mark = this.#text[before.start] ?? '';
    if (mark === '"' || mark === "'") return this.#afterQuote(before.start);
    if (this.#lineStart(before.start) !== this.#lineStart(offset)) return this.indentation(offset);
    return '*[{'.includes(mark) ? this.special(before.start) : this.#loose(offset);
  }

  explain({ code, message, pos: [offset] }: YAMLError): Fault {
    switch (code) {
      case 'TAB_AS_INDENT':
        return {
          code: 'tab',
          offset,
          message: {
            nl: 'Hier springt een tab in. YAML kent alleen spaties: vervang elke tab door twee spaties.',
            en: 'A tab indents this line. YAML knows spaces only: replace every tab by two spaces.',
          },
        };
      case 'BAD_SCALAR_START':
      case 'BAD_ALIAS':
      case 'TAG_RESOLVE_FAILED':
        return this.special(offset);
      case 'BAD_DIRECTIVE':
        return this.special(this.#indented(offset));
      case 'BAD_DQ_ESCAPE':
        return this.#backslash(offset);
      case 'MULTIPLE_DOCS':
        return {
          code: 'second-document',
          offset,
          message: {
            nl: 'Drie streepjes of punten op een eigen regel beginnen een nieuw document, en een bestand heeft er hier één. Haal die regel weg.',
            en: 'Three hyphens or dots on a line of their own begin a new document, and a file has one here. Remove that line.',
          },
        };
      case 'BLOCK_AS_IMPLICIT_KEY':
        return message.startsWith('Nested') ? this.#implicitKey(offset) : this.indentation(offset);
      case 'BLOCK_IN_FLOW':
        return this.#blockInFlow(offset);
      case 'MULTILINE_IMPLICIT_KEY':
        return this.#inFlow(offset) ? this.#missingComma(offset) : this.#loose(offset);
      case 'MISSING_CHAR': {
        if (message.includes('quote')) {
          const open = this.#nodes.findLast(
            ({ node, start, end }) => isScalar(node) && /['"]/.test(this.#text[start] ?? '') && start < offset && end >= offset - 1,
          );
          return this.#openQuote(open?.start ?? offset);
        }
        if (message.startsWith('Missing ,')) {
          const last = this.#text.slice(0, offset).trimEnd().length - 1;
          return this.#text[last] === '?' ? this.special(last) : this.#missingComma(offset);
        }
        if (message.startsWith('Implicit map keys')) return this.#loose(offset);
        if (message.startsWith('Sequence item')) return this.indentation(offset);
        return this.#other(offset, message);
      }
      case 'BAD_INDENT': {
        if (!message.startsWith('Flow')) return this.indentation(offset);
        const open = this.#nodes
          .filter(({ node, start, end }) => isCollection(node) && node.flow && start < offset && !/[}\]]/.test(this.#text[end - 1] ?? ''))
          .sort((a, b) => b.start - a.start)[0];
        return this.#openBracket(open?.start ?? offset);
      }
      case 'UNEXPECTED_TOKEN': {
        if (message.includes('at node end')) return this.#behind(offset);
        if (/Not a YAML token|Block scalar header/.test(message)) {
          const line = this.#text.slice(this.#lineStart(offset), offset);
          return this.special(this.#lineStart(offset) + Math.max(line.lastIndexOf('|'), line.lastIndexOf('>')));
        }
        if (message.includes('on same line with key')) return this.special(offset);
        if (/flow-(?:map|seq)-end/.test(message)) {
          return /(?:^|:\s+|-\s+)$/.test(this.#text.slice(this.#lineStart(offset), offset)) ? this.special(offset) : this.#extraBracket(offset);
        }
        if (this.#text[offset] === ',') {
          const closed = this.#text.slice(0, offset).trimEnd().length - 1;
          if (/[}\]]/.test(this.#text[closed] ?? '')) return this.#extraBracket(closed);
        }
        return this.#other(offset, message);
      }
      default:
        return this.#other(offset, message);
    }
  }

  #other(offset: number, why: string): Fault {
    return {
      code: 'yaml',
      offset,
      message: {
        nl: `Dit is geen geldige YAML. Kijk naar inspringen, dubbele punten en aanhalingstekens. (${why})`,
        en: `This is not valid YAML. Look at the indentation, colons and quotation marks. (${why})`,
      },
    };
  }
}

/** What UTF-8 looks like to a program that takes it for the encoding of an old Windows. */
const GARBLED = /[ÃÂ][\u0080-\u00BF]|â€[™œ“”˜¦]?/u;
const ODD_SPACE = /^[ \t]*(?:- )?(?:[\w-]+:)?([\u00A0\u2000-\u200B\u202F\u3000])/gmu;

/** The references that lead nowhere, or into themselves. YAML's reader fails on them without saying where they stand. */
function lostAliases(document: Document): Alias[] {
  const named = new Map<string, Node>();
  const lost: Alias[] = [];
  visit(document, {
    Node: (_key, node) => {
      if (!isAlias(node)) {
        if (node.anchor) named.set(node.anchor, node);
        return;
      }
      const meant = named.get(node.source);
      const [from = 0, , to = 0] = meant?.range ?? [];
      const at = node.range?.[0] ?? 0;
      if (!meant || (at > from && at < to)) lost.push(node);
    },
  });
  return lost;
}

/** What YAML's reader takes without a word, and what is not meant where there are only names and texts. */
function misread(document: Document, text: string, explainer: Explainer): Fault[] {
  const faults = lostAliases(document).map((alias) => explainer.special(alias.range?.[0] ?? 0));
  const used = new Set<string>();
  visit(document, { Alias: (_key, { source }) => void used.add(source) });
  /** Where the mark stands that YAML took off the beginning of a text. */
  const before = (node: Node, mark: string) => text.lastIndexOf(mark, node.range?.[0] ?? 0);
  visit(document, {
    Node: (_key, node) => {
      if (isAlias(node)) return;
      if (node.anchor && !used.has(node.anchor)) faults.push(explainer.special(before(node, `&${node.anchor}`)));
      if (node.tag && isScalar(node) && before(node, '!') >= 0) faults.push(explainer.special(before(node, '!')));
    },
    Map: (_key, map) => {
      if (!map.flow || !map.range) return;
      if (text[map.range[0]] !== '{') faults.push(explainer.colon(map.range[0], true));
      map.items.forEach(({ key, value }, index) => {
        const last = map.items[index - 1]?.value;
        if (value === null && isScalar(key)) faults.push(explainer.comma(key, isScalar(last) && last.type === Scalar.PLAIN ? last : null));
      });
    },
  });
  // `- one` below which ` - two` is too far to the right is one text.
  visit(document, {
    Scalar: (_key, { type, range }) => {
      if (type !== Scalar.PLAIN || !range) return;
      const next = /\n[ \t]*- /.exec(text.slice(range[0], range[1]));
      if (!next) return;
      if (/^-\S/.test(text.slice(range[0]))) faults.push(explainer.hyphen(range[0]));
      else faults.push(explainer.indentation(range[0] + next.index + 1));
    },
  });
  const garbled = GARBLED.exec(text);
  if (garbled) {
    faults.push({
      code: 'garbled-text',
      offset: garbled.index,
      message: {
        nl: `“${garbled[0]}” is een letter die bij het kopiëren of opslaan is stukgegaan, zoals é of ’. Typ de letter opnieuw, en kijk ook verderop.`,
        en: `“${garbled[0]}” is a letter that was broken by copying or saving, such as é or ’. Type it again, and look further down too.`,
      },
    });
  }
  for (const { index, 0: before, 1: mark } of text.matchAll(ODD_SPACE)) {
    faults.push({
      code: 'odd-space',
      offset: index + before.length - mark!.length,
      message: {
        nl: 'Hier staat een bijzondere spatie, zoals tekstverwerkers en websites die gebruiken. Typ er een gewone spatie voor in de plaats.',
        en: 'Here is a special space, as word processors and web sites use them. Type an ordinary space instead.',
      },
    });
  }
  return faults;
}

/** The first fault alone, because what follows it is mostly its consequence; where there is none, every name that stands twice. */
export function faultsOf(document: Document, text: string): Fault[] {
  const explainer = new Explainer(document, text);
  const all = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  const unread = all.filter(({ code }) => code !== 'DUPLICATE_KEY').slice(0, 1);
  const faults = [...unread.map((error) => explainer.explain(error)), ...misread(document, text, explainer)];
  const [first] = faults.sort((a, b) => a.offset - b.offset);
  if (first) {
    const line = text.indexOf('\n', first.offset);
    return [faults.find(({ code, offset }) => code === 'odd-space' && (line < 0 || offset < line)) ?? first];
  }
  return all.map(({ pos: [offset] }) => {
    const name = text.slice(offset).match(/^['"]?([^'":\n]*)/)?.[1] ?? '';
    return {
      code: 'duplicate-id',
      offset,
      message: {
        nl: `“${name}” staat hier twee keer in hetzelfde blok. Geef een van de twee een andere naam, of haal er een weg.`,
        en: `“${name}” stands here twice in the same block. Rename one of the two, or remove one.`,
      },
    };
  });
}

/** Texts that a remark cuts off. Where only names belong, a remark behind one is meant. */
export function cutTexts(document: Document, text: string, prose: boolean): Fault[] {
  const explainer = new Explainer(document, text);
  const cuts: Fault[] = [];
  visit(document, {
    Scalar: (key, { type, range, value }) => {
      if (key === 'key' || type !== Scalar.PLAIN || !range || (!prose && /^[a-z0-9-]+$/.test(String(value)))) return;
      const space = /^[ \t]+(?=#)/.exec(text.slice(range[1]))?.[0];
      if (space !== undefined) cuts.push(explainer.cut(range[1] + space.length));
    },
  });
  if (prose) {
    visit(document, {
      Seq: (_key, { flow, items }) => {
        if (flow) cuts.push(...splitTexts(items, text));
      },
    });
  }
  return cuts;
}

/** `[I see, that it helps.]` has two items for YAML. */
function splitTexts(items: readonly unknown[], text: string): Fault[] {
  return items.flatMap((item, index): Fault[] => {
    const before = items[index - 1];
    if (!isScalar(item) || !isScalar(before) || item.type !== Scalar.PLAIN || before.type !== Scalar.PLAIN || !item.range || !before.range) return [];
    if (!/^\p{Ll}/u.test(String(item.value)) || !/^\p{Lu}.*[^.?!…]$/su.test(String(before.value))) return [];
    const whole = quoted(text.slice(before.range[0], item.range[1]));
    return [
      {
        code: 'comma-in-text',
        offset: before.range[0],
        message: {
          nl: `In een lijst begint een komma iets nieuws. Is dit één tekst? Typ aanhalingstekens eromheen: ${whole}`,
          en: `In a list a comma begins something new. Is this one text? Type quotation marks around it: ${whole}`,
        },
      },
    ];
  });
}
