import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Diagnosis, Message, Note, Path, StoryFile } from '../check/diagnosis.ts';
import type { Fault } from './yaml-explainer.ts';
import { cutTexts, faultsOf } from './yaml-faults.ts';

export interface YamlFile {
  /** Null where the text is no YAML. */
  value: unknown;
  diagnoses: Diagnosis[];
  note: Note;
  /** How the value at a path is written: `08`, where the value is 8. */
  written: (path: Path) => string;
}

const keyOf = (key: unknown) => String(isScalar(key) ? key.value : key);

const EMPTY: Message = {
  nl: 'Dit bestand is leeg. Begin met het voorbeeld in scenarios/README.md.',
  en: 'This file is empty. Begin with the example in scenarios/README.md.',
};
const NOT_A_BLOCK: Message = {
  nl: 'Dit bestand begint niet met een naam en een dubbele punt. Begin zoals het voorbeeld in scenarios/README.md, zonder streepje ervoor.',
  en: 'This file does not begin with a name and a colon. Begin like the example in scenarios/README.md, without a hyphen before it.',
};

/** One YAML file whose values remember the line and column they stand on. `prose`: every value is a text for people. */
export function readDocument(file: StoryFile, { prose = false } = {}): YamlFile {
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

  const written = (path: Path): string => {
    const node = document.getIn(path, true);
    return isScalar(node) && node.source !== undefined ? node.source : '';
  };

  const note: Note = (code, path, message, severity = 'error') => {
    const node = path[0] === 'nodes' && path.length > 1 ? String(path[1]) : null;
    const said = typeof message === 'function' ? message((other) => place(offsetOf(other)).line) : message;
    diagnoses.push({ severity, code, file: file.path, ...place(offsetOf(path)), node, message: said });
  };

  const diagnose = ({ code, offset, message }: Fault, severity: Diagnosis['severity'] = 'error') =>
    diagnoses.push({ severity, code, file: file.path, ...place(offset), node: null, message });
  for (const fault of faultsOf(document, file.text)) diagnose(fault);
  if (diagnoses.length === 0 && !isMap(document.contents)) {
    const empty = document.contents === null;
    diagnose({ code: empty ? 'empty-file' : 'not-a-block', offset: document.contents?.range?.[0] ?? 0, message: empty ? EMPTY : NOT_A_BLOCK });
  }
  const read = (): unknown => {
    try {
      return document.toJS();
    } catch (error) {
      // References that stand for others again and again would fill the memory.
      const why = error instanceof Error ? error.message : String(error);
      diagnose({
        code: 'yaml',
        offset: 0,
        message: {
          nl: `Dit bestand verwijst met & en * te vaak naar zichzelf. Schrijf de teksten uit. (${why})`,
          en: `This file refers to itself with & and * too often. Write the texts out. (${why})`,
        },
      });
      return null;
    }
  };
  if (diagnoses.length > 0) return { value: null, diagnoses, note, written };
  for (const cut of cutTexts(document, file.text, prose)) diagnose(cut, 'warning');
  return { value: read(), diagnoses, note, written };
}
