import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, type Node, Scalar, type YAMLMap } from 'yaml';
import { quoted } from './quoted.ts';
import { Explainer, type Fault } from './yaml-explainer.ts';
import { eachNode } from './yaml-nodes.ts';

/** What UTF-8 looks like to a program that takes it for the encoding of an old Windows. */
const GARBLED = /[ÃÂ][\u0080-\u00BF]|â€[™œ“”˜¦]?/u;
const ODD_SPACE = /^[ \t]*(?:- )?(?:[\w-]+:)?([\u00A0\u2000-\u200B\u202F\u3000])/gmu;

/** The references that lead nowhere, or into themselves. YAML's reader fails on them without saying where they stand. */
function lostAliases(document: Document, text: string): Alias[] {
  const named = new Map<string, Node>();
  const lost: Alias[] = [];
  if (!text.includes('*')) return lost;
  eachNode(document, (node) => {
    if (!isAlias(node)) {
      if (node.anchor) named.set(node.anchor, node);
      return;
    }
    const meant = named.get(node.source);
    const [from = 0, , to = 0] = meant?.range ?? [];
    const at = node.range?.[0] ?? 0;
    if (!meant || (at > from && at < to)) lost.push(node);
  });
  return lost;
}

/** What YAML's reader takes without a word, and what is not meant where there are only names and texts. */
function misread(document: Document, text: string, explainer: Explainer): Fault[] {
  const faults = lostAliases(document, text).map((alias) => explainer.special(alias.range?.[0] ?? 0));
  const used = new Set<string>();
  if (text.includes('*')) {
    eachNode(document, (node) => {
      if (isAlias(node)) used.add(node.source);
    });
  }
  /** Where the mark stands that YAML took off the beginning of a text. */
  const before = (node: Node, mark: string) => text.lastIndexOf(mark, node.range?.[0] ?? 0);
  const marked = (node: Exclude<Node, Alias>) => {
    if (node.anchor && !used.has(node.anchor)) faults.push(explainer.special(before(node, `&${node.anchor}`)));
    if (node.tag && isScalar(node) && before(node, '!') >= 0) faults.push(explainer.special(before(node, '!')));
  };
  const between = (map: YAMLMap) => {
    if (!map.flow || !map.range) return;
    if (text[map.range[0]] !== '{') faults.push(explainer.colon(map.range[0], true));
    map.items.forEach(({ key, value }, index) => {
      const last = map.items[index - 1]?.value;
      if (value === null && isScalar(key)) faults.push(explainer.comma(key, isScalar(last) && last.type === Scalar.PLAIN ? last : null));
    });
  };
  /** `- one` below which ` - two` is too far to the right is one text. */
  const swallowed = ({ type, range, source }: Scalar) => {
    if (type !== Scalar.PLAIN || !range || !source?.includes('- ')) return;
    const next = /\n[ \t]*- /.exec(text.slice(range[0], range[1]));
    if (!next) return;
    if (/^-\S/.test(text.slice(range[0]))) faults.push(explainer.hyphen(range[0]));
    else faults.push(explainer.indentation(range[0] + next.index + 1));
  };
  eachNode(document, (node) => {
    if (isAlias(node)) return;
    marked(node);
    if (isMap(node)) between(node);
    else if (isScalar(node)) swallowed(node);
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
  const hasRemarks = text.includes('#');
  if (!hasRemarks && !prose) return [];
  const cut = ({ type, range, value }: Scalar) => {
    if (!hasRemarks || type !== Scalar.PLAIN || !range || (!prose && /^[a-z0-9-]+$/.test(String(value)))) return;
    if (!/[ \t]/.test(text.charAt(range[1]))) return;
    const space = /^[ \t]+(?=#)/.exec(text.slice(range[1]))?.[0];
    if (space !== undefined) cuts.push(explainer.cut(range[1] + space.length));
  };
  eachNode(document, (node, isKey) => {
    if (isScalar(node) && !isKey) cut(node);
    else if (prose && isSeq(node) && node.flow) cuts.push(...splitTexts(node.items, text));
  });
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
