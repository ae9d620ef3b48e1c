import { type ComponentChild, options, render } from 'preact';

/**
 * A browser that translates a page puts an element of its own in the place of each text. Preact goes on with the text that it made: what
 * changes would not be seen, and what goes would stay. So its texts are back in their places while it draws, and afterwards the
 * translation is back where nothing changed. All of it happens between two frames.
 */
interface Translation {
  shown: Element;
  /** Some translators keep the text itself, inside what they show. */
  inside: Element | null;
}
const translations = new Map<Text, Translation>();

/** Chrome and Edge show `<font>`, others an element of their own name. No page of this game has any of these. */
const isTranslators = (node: Node | null): node is Element => node instanceof Element && /^font$|-/i.test(node.nodeName);

function notice(records: readonly MutationRecord[]): void {
  for (const { removedNodes, addedNodes, previousSibling, nextSibling } of records) {
    const shown = [...addedNodes, previousSibling, nextSibling].find(isTranslators);
    for (const text of removedNodes)
      if (shown && text instanceof Text) translations.set(text, { shown, inside: shown.contains(text) ? text.parentElement : null });
  }
}
let observer: MutationObserver | null = null;

/** A browser gives no click where what was pressed leaves the page before it is let go, so a press is over before the next draw. */
let pressedUntil = 0;
function hold({ type }: Event): void {
  // Whoever lets go outside the window is not heard.
  pressedUntil = performance.now() + (type === 'pointerdown' ? 1000 : 50);
}

function keepTranslations(draw: () => void): void {
  if (translations.size > 0 && performance.now() < pressedUntil) return void setTimeout(keepTranslations, 25, draw);
  notice(observer?.takeRecords() ?? []);
  const texts = [...translations].filter(([text, { shown }]) => {
    const stands = shown.isConnected;
    if (stands) shown.replaceWith(text);
    else translations.delete(text);
    return stands;
  });
  const before = texts.map(([text]) => text.data);
  try {
    draw();
  } finally {
    for (const [index, [text, translation]] of texts.entries()) {
      if (!text.isConnected || text.data !== before[index]) {
        translations.delete(text);
        continue;
      }
      text.replaceWith(translation.shown);
      translation.inside?.append(text);
      translations.set(text, translation);
    }
    observer?.takeRecords();
  }
}

/** Draws a page that browsers may translate. */
export function renderPage(page: ComponentChild, root: Element): void {
  if (!observer) {
    observer = new MutationObserver(notice);
    observer.observe(document, { childList: true, subtree: true });
    for (const type of ['pointerdown', 'pointerup', 'pointercancel']) addEventListener(type, hold, true);
    options.debounceRendering = (process) => queueMicrotask(() => keepTranslations(process));
  }
  keepTranslations(() => render(page, root));
}
