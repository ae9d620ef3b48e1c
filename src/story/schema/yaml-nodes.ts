import { type Document, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';

function within(node: unknown, isKey: boolean, see: (node: Node, isKey: boolean) => void) {
  if (isScalar(node) || isAlias(node)) see(node, isKey);
  else if (isMap(node)) {
    see(node, isKey);
    for (const { key, value } of node.items) {
      within(key, true, see);
      within(value, false, see);
    }
  } else if (isSeq(node)) {
    see(node, isKey);
    for (const item of node.items) within(item, false, see);
  }
}

/** Every name, text, list and block of a file, from its beginning to its end. YAML's own `visit` makes a path for each, which takes a tenth of the time of a check. */
export const eachNode = (document: Document, see: (node: Node, isKey: boolean) => void) => within(document.contents, false, see);
