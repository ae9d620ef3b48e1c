import { useEffect, useRef } from 'preact/hooks';
import { clickerKey } from '../../../ui/clicker.ts';

/** Written one by one, because Chrome 87 and Firefox 78 know no list in `:not`. */
const TYPING = 'textarea, select, input:not([type="radio"]):not([type="checkbox"])';
const OPERABLE = 'button, a[href], input, summary';

/**
 * The space bar presses the big button, and R puts the lesson at rest or ends the rest, as do the keys by which a clicker blackens a slide
 * show: not while somebody types, and not in a dialog. Where
 * the keyboard has gone to a button, the space bar presses that one, as everywhere.
 */
export function useKeys(onNext: () => void, onRest: () => void): void {
  const newest = useRef({ onNext, onRest });
  newest.current = { onNext, onRest };
  useEffect(() => {
    /**
     * What a mouse or finger has pressed keeps the focus, or gets it back from a dialog, and nobody who goes on with the space bar means it.
     * What this page itself gave the focus is meant.
     */
    let pointed = new WeakSet<Element>();
    const point = ({ target }: Event) => {
      if (!(target instanceof Element)) return;
      const pressed = target.closest('label')?.control ?? target.closest(OPERABLE);
      if (pressed) pointed.add(pressed);
    };
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Tab' || event.key.startsWith('Arrow')) pointed = new WeakSet();
      const focused = document.activeElement;
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || focused?.matches(TYPING)) return;
      const isNext = event.key === ' ';
      if (!isNext && event.key.toLowerCase() !== 'r' && clickerKey(event.key) !== 'rest') return;
      if (document.querySelector('dialog[open]')) {
        // A key that is held down must not press what the dialog has put under it.
        if (event.repeat) event.preventDefault();
        return;
      }
      if (isNext && focused?.matches(OPERABLE)) {
        if (!focused || !pointed.has(focused)) return;
        // Firefox presses a button when the key comes up, also where the press was prevented.
        if (focused instanceof HTMLElement) focused.blur();
      }
      event.preventDefault();
      if (event.repeat) return;
      // Where the big button gives the focus to something, the next press is for that, also if it was pressed before.
      pointed = new WeakSet();
      if (isNext) newest.current.onNext();
      else newest.current.onRest();
    };
    addEventListener('pointerdown', point);
    addEventListener('keydown', press);
    return () => {
      removeEventListener('pointerdown', point);
      removeEventListener('keydown', press);
    };
  }, []);
}
