/** What a key of a presenter's clicker is for, whichever keys its maker chose. The keys that blacken a slide show are rest here, and nothing else. */
export type ClickerKey = 'forward' | 'back' | 'rest';

const KEYS: Readonly<Record<string, ClickerKey>> = {
  PageDown: 'forward',
  ArrowRight: 'forward',
  ArrowDown: 'forward',
  PageUp: 'back',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  '.': 'rest',
  b: 'rest',
  B: 'rest',
};
export const clickerKey = (key: string): ClickerKey | null => KEYS[key] ?? null;

const BUTTONS = 'button:not(:disabled):not([hidden])';

/**
 * A presenter's clicker has two keys. In a dialog the forward key presses the button that has the focus, and the backward key moves the
 * focus to the next one, round and round: so everything that a dialog offers can be reached. Returns whether it was one of them.
 */
export function pressOrMove(dialog: HTMLElement, event: KeyboardEvent): boolean {
  const meaning = clickerKey(event.key);
  const focused = document.activeElement;
  // A slider, a field and a group of radio buttons have arrows of their own.
  const isOwn = event.key.startsWith('Arrow') && focused instanceof HTMLElement && focused.matches('input, textarea, select');
  if (isOwn || (meaning !== 'forward' && meaning !== 'back')) return false;
  event.preventDefault();
  if (!event.repeat) move(dialog, meaning, focused);
  return true;
}

/** The same for a press that comes from elsewhere than this part of the page. */
export function move(dialog: HTMLElement, meaning: 'forward' | 'back', focused: Element | null = document.activeElement): void {
  const buttons = [...dialog.querySelectorAll<HTMLButtonElement>(BUTTONS)];
  const at = focused instanceof HTMLButtonElement ? buttons.indexOf(focused) : -1;
  if (meaning === 'forward' && at >= 0) buttons[at]?.click();
  else buttons[(at + 1) % buttons.length]?.focus();
}
