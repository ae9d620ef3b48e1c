import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { Code } from '../check/codes.ts';
import type { Diagnosis, Message, Note, Path, StoryFile } from '../check/diagnosis.ts';

export interface YamlFile {
  /** Null where the text is no YAML. */
  value: unknown;
  diagnoses: Diagnosis[];
  note: Note;
}

const keyOf = (key: unknown) => String(isScalar(key) ? key.value : key);

const NO_REFERENCE: Message = {
  nl: 'Een tekst die met * begint, leest YAML als een verwijzing, en die leidt hier nergens heen. Zet de tekst tussen aanhalingstekens.',
  en: 'YAML reads a text that begins with * as a reference, and this one leads nowhere. Put the text between quotation marks.',
};

const invalid = (why: string): Message => ({
  nl: `Dit is geen geldige YAML. Kijk naar inspringen, dubbele punten en aanhalingstekens. (${why})`,
  en: `This is not valid YAML. Look at the indentation, colons and quotation marks. (${why})`,
});

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

/** One YAML file whose values remember the line and column they stand on. */
export function readDocument(file: StoryFile): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false });
  const diagnoses: Diagnosis[] = [];

  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };

  /** Where the path stands, or the part of it that exists. */
  const offsetOf = (path: Path): number => {
    let node: unknown = document.contents;
    let offset = 0;
    for (const segment of path) {
      if (isAlias(node)) node = node.resolve(document);
      if (isMap(node)) {
        const pair = node.items.find((item) => keyOf(item.key) === String(segment));
        if (!pair) break;
        if (isScalar(pair.key) && pair.key.range) offset = pair.key.range[0];
        node = pair.value;
      } else if (isSeq(node)) {
        const item: unknown = node.items[Number(segment)];
        if (item === undefined) break;
        node = item;
        if ((isMap(item) || isSeq(item) || isScalar(item) || isAlias(item)) && item.range) offset = item.range[0];
      } else break;
    }
    return offset;
  };

  const note: Note = (code, path, message, severity = 'error') => {
    const node = path[0] === 'nodes' && path.length > 1 ? String(path[1]) : null;
    const said = typeof message === 'function' ? message((other) => place(offsetOf(other)).line) : message;
    diagnoses.push({ severity, code, file: file.path, ...place(offsetOf(path)), node, message: said });
  };

  const diagnose = (code: Code, offset: number, message: Message) =>
    diagnoses.push({ severity: 'error', code, file: file.path, ...place(offset), node: null, message });
  // What YAML's reader only warns of is a text that begins with ! and would be lost.
  for (const error of [...document.errors, ...document.warnings]) {
    if (error.code === 'DUPLICATE_KEY') {
      diagnose('duplicate-id', error.pos[0], {
        nl: 'Deze naam staat hier twee keer. Geef een van de twee een andere naam, of haal er een weg.',
        en: 'This name stands here twice. Rename one of the two, or remove one.',
      });
    } else {
      diagnose('yaml', error.pos[0], invalid(error.message));
    }
  }
  for (const alias of lostAliases(document)) diagnose('yaml', alias.range?.[0] ?? 0, NO_REFERENCE);
  const read = (): unknown => {
    try {
      return document.toJS();
    } catch (error) {
      // References that stand for others again and again would fill the memory.
      diagnose('yaml', 0, invalid(error instanceof Error ? error.message : String(error)));
      return null;
    }
  };
  return { value: diagnoses.length > 0 ? null : read(), diagnoses, note };
}
