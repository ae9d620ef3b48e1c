/**
 * A presenter's clicker has two keys. In a dialog the forward key presses the button that has the focus, and the backward key moves the
 * focus to the next button, round and round: so everything that a dialog offers can be reached. Returns whether it was one of them.
 */
export function pressOrMove(dialog: HTMLElement, event: KeyboardEvent): boolean {
  const { key } = event;
  if (key !== 'PageDown' && key !== 'PageUp') return false;
  event.preventDefault();
  if (event.repeat) return true;
  const buttons = [...dialog.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')];
  const focused = document.activeElement;
  const at = focused instanceof HTMLButtonElement ? buttons.indexOf(focused) : -1;
  if (key === 'PageDown' && at >= 0) buttons[at]?.click();
  else buttons[(at + 1) % buttons.length]?.focus();
  return true;
}
