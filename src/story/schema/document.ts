import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Diagnosis, Note, Path, StoryFile } from '../check/diagnosis.ts';

export interface YamlFile {
  /** Null where the text is no YAML. */
  value: unknown;
  diagnoses: Diagnosis[];
  note: Note;
}

const keyOf = (key: unknown) => String(isScalar(key) ? key.value : key);

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
    diagnoses.push({ severity, code, file: file.path, ...place(offsetOf(path)), node, message });
  };

  for (const error of document.errors) {
    const [nl, en] =
      error.code === 'DUPLICATE_KEY'
        ? [
            'Deze naam staat hier twee keer. Geef een van de twee een andere naam, of haal er een weg.',
            'This name stands here twice. Rename one of the two, or remove one.',
          ]
        : [
            `Dit is geen geldige YAML. Kijk naar inspringen, dubbele punten en aanhalingstekens. (${error.message})`,
            `This is not valid YAML. Look at the indentation, colons and quotation marks. (${error.message})`,
          ];
    diagnoses.push({
      severity: 'error',
      code: error.code === 'DUPLICATE_KEY' ? 'duplicate-id' : 'yaml',
      file: file.path,
      ...place(error.pos[0]),
      node: null,
      message: { nl, en },
    });
  }
  return { value: document.errors.length > 0 ? null : document.toJS(), diagnoses, note };
}
