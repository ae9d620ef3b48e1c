import { type Document, isCollection, isScalar, type Node, type YAMLError } from 'yaml';
import { quoted, unquoted } from './quoted.ts';
import { eachNode } from './yaml-nodes.ts';
import type { Sentence } from './yaml-sentences.ts';
import * as say from './yaml-sentences.ts';

/** Something that is wrong in a text as YAML, at the place where it begins. */
export interface Fault extends Sentence {
  offset: number;
}

/** YAML's reader says where it could not go on. A writer needs to know where it began, and what to type there. */
export class Explainer {
  readonly #document: Document;
  readonly #text: string;
  #found: { node: Node; start: number; end: number }[] | null = null;

  constructor(document: Document, text: string) {
    this.#document = document;
    this.#text = text;
  }

  /** Looked for only where there is something to explain: most files are right. */
  get #nodes() {
    if (this.#found) return this.#found;
    const found: { node: Node; start: number; end: number }[] = [];
    eachNode(this.#document, (node) => {
      if (node.range) found.push({ node, start: node.range[0], end: node.range[1] });
    });
    this.#found = found;
    return found;
  }

  #mark = (offset: number) => this.#text.charAt(offset);

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
    const [mark, text] = [this.#mark(offset), quoted(this.#textFrom(offset))];
    return { offset, ...say.specialStart(mark, text) };
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
    return { offset, ...say.colonInText(text, help) };
  }

  #openQuote(offset: number): Fault {
    const [mark, text] = [this.#mark(offset), this.#textFrom(offset)];
    const next = offset + this.#restOfLine(offset).length + 1;
    // It closes on the next line, which is too far to the left to be part of it.
    if (!text.slice(1).includes(mark) && /^[^\s#]/.test(this.#restOfLine(next)) && this.#restOfLine(next).trimEnd().endsWith(mark)) {
      return this.indentation(next);
    }
    const apostrophe = mark === "'" && /^'[a-z]{1,2}(?:\s|$)/i.test(text);
    return { offset, ...say.openQuote(mark, text, apostrophe) };
  }

  /** A text between quotation marks with others inside: to those behind which something new comes. */
  #quotedFrom(offset: number): string {
    const whole = /^(["']).*?\1(?=\s*(?:,\s*[\w-]+:\s|[}\]]))/.exec(this.#restOfLine(offset))?.[0];
    return (this.#inFlow(offset) ? whole : undefined) ?? this.#textFrom(offset);
  }

  #afterQuote(offset: number): Fault {
    const text = this.#quotedFrom(offset);
    if (/^'[a-z]{1,2}\s/i.test(text)) return this.#openQuote(offset);
    return { offset, ...say.afterQuote(text) };
  }

  #openBracket(offset: number): Fault {
    const [mark, close] = this.#text[offset] === '{' ? ['{', '}'] : ['[', ']'];
    const comment = /\s#/.exec(this.#restOfLine(offset));
    if (comment) return this.cut(offset + comment.index + 1);
    const rest = this.#restOfLine(offset).trim();
    const isText = !/^\{\s*[\w-]+:\s|^\[\s*(?:\{|[\w'":-]+\s*,)/.test(rest);
    return { offset, ...say.openBracket(mark, close, rest, isText) };
  }

  #missingComma(offset: number): Fault {
    const name = this.#restOfLine(offset)
      .trim()
      .split(/[\s:,]/, 1)[0]!;
    const behind = this.#restOfLine(offset).includes(':');
    return { offset, ...say.missingComma(name, behind) };
  }

  #extraBracket(offset: number): Fault {
    const mark = this.#mark(offset);
    return { offset, ...say.extraBracket(mark) };
  }

  cut(offset: number): Fault {
    const before = this.#text.slice(this.#lineStart(offset), offset);
    const value = /^(?:.*[{,[]\s*|\s*(?:- )?)(?:[\w-]+:\s+)?/.exec(before)?.[0].length ?? 0;
    const rest = this.#restOfLine(offset);
    const whole = before.slice(value) + (/[{[]/.test(before) ? rest.split(/[,}\]]/, 1)[0]! : rest);
    return { offset, ...say.cutText(whole) };
  }

  /** The line above at the same column, with what is inside it left out. Null: there is none. */
  #above(offset: number): number | null {
    const column = this.#indented(offset) - this.#lineStart(offset);
    for (let start = this.#lineStart(offset); start > 0; ) {
      start = this.#lineStart(start - 1);
      const line = this.#restOfLine(start);
      const own = line.search(/\S/);
      if (own >= 0 && own < column) return null;
      if (own === column) return start + own;
    }
    return null;
  }

  indentation(offset: number): Fault {
    // An item and what is none at one column: the one without a hyphen and a space is wrong, whichever comes first.
    const [here, above] = [this.#indented(offset), this.#above(offset)];
    const isItem = (at: number) => /^- /.test(this.#restOfLine(at));
    if (above !== null && isItem(here) !== isItem(above)) {
      const wrong = isItem(here) ? above : here;
      const line = this.#restOfLine(wrong);
      if (/^-\S/.test(line)) return this.hyphen(wrong);
      if (/^[\w-]+:/.test(line)) return { offset: wrong, ...say.missingHyphen() };
    }
    return { offset: this.#indented(offset), ...say.indentation() };
  }

  /** A line that is no `name: value`. */
  #loose(offset: number): Fault {
    const at = this.#indented(offset);
    const line = this.#restOfLine(at);
    if (/^[*&!@`]/.test(line)) return this.special(at);
    const folded = /^(?:- )?[\w-]+:\s+(?=[|>])/.exec(line)?.[0];
    if (folded !== undefined) return this.special(at + folded.length);
    const name = /^([\w-]+):\S/.exec(line)?.[1];
    if (name !== undefined) return this.space(at + name.length, `${name}: ${line.slice(name.length + 1)}`);
    return { offset: at, ...say.looseLine(line) };
  }

  space(offset: number, mended: string): Fault {
    return { offset, ...say.missingSpace(mended) };
  }

  hyphen(offset: number): Fault {
    return { offset, ...say.spaceAfterHyphen() };
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
      return { offset: key.range?.[0] ?? 0, ...say.missingColon(first, value) };
    }
    return { offset: from, ...say.commaInText(own, this.#text.slice(from, to)) };
  }

  #backslash(offset: number): Fault {
    const quote = this.#nodes.find(({ node, start, end }) => isScalar(node) && start < offset && offset < end)?.start ?? offset;
    const text = unquoted(this.#textFrom(quote));
    return { offset, ...say.backslash(text) };
  }

  #implicitKey(offset: number): Fault {
    if (this.#text[offset] === '?') return this.special(offset);
    const line = this.#indented(offset);
    if (/^-[{[]/.test(this.#restOfLine(line))) return this.hyphen(line);
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
    if (/^[\w-]+:/.test(this.#restOfLine(offset)) && '[{'.includes(mark)) return { offset, ...say.ownLine(this.#restOfLine(offset).trim()) };
    return '*[{'.includes(mark) ? this.special(before.start) : this.#loose(offset);
  }

  explain({ code, message, pos: [offset] }: YAMLError): Fault {
    switch (code) {
      case 'TAB_AS_INDENT':
        return { offset, ...say.tab() };
      case 'BAD_SCALAR_START':
      case 'BAD_ALIAS':
      case 'TAG_RESOLVE_FAILED':
        return this.special(offset);
      case 'BAD_DIRECTIVE':
        return this.special(this.#indented(offset));
      case 'BAD_DQ_ESCAPE':
        return this.#backslash(offset);
      case 'MULTIPLE_DOCS':
        return { offset, ...say.secondDocument() };
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
        const closed = this.#text.slice(0, offset).trimEnd().length - 1;
        if (/[}\]]/.test(this.#mark(closed))) {
          return this.#mark(offset) === ',' ? this.#extraBracket(closed) : { offset, ...say.ownLine(this.#restOfLine(offset).trim()) };
        }
        if (this.#mark(offset) === ',') return { offset, ...say.extraComma() };
        return this.#other(offset, message);
      }
      default:
        return this.#other(offset, message);
    }
  }

  #other(offset: number, why: string): Fault {
    return { offset, ...say.notYaml(why) };
  }
}
