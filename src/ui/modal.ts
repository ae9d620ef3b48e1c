import './modal.css';

const FIRST = 'button:not(:disabled), a[href], input:not(:disabled)';
/** How to put away each dialog that stands in the place of the page. */
const replacing = new WeakMap<HTMLDialogElement, () => void>();

/**
 * Opens it with the focus on `first`, or on the first control. Gives what to do when it goes unclosed. Safari 14 and Firefox 78 know
 * no modal dialog: there it takes the place of the page.
 */
export function openModal(dialog: HTMLDialogElement, first?: HTMLElement | null): () => void {
  if (typeof dialog.showModal === 'function') {
    dialog.showModal();
    first?.focus();
    return () => {};
  }
  const before = document.activeElement;
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') closeModal(dialog);
  };
  const putAway = () => {
    if (!replacing.delete(dialog)) return;
    removeEventListener('keydown', onKey);
    dialog.removeAttribute('open');
    delete document.documentElement.dataset.modal;
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  };
  replacing.set(dialog, putAway);
  dialog.setAttribute('open', '');
  dialog.setAttribute('role', 'dialog');
  document.documentElement.dataset.modal = '';
  (first ?? dialog.querySelector<HTMLElement>(FIRST))?.focus();
  addEventListener('keydown', onKey);
  return putAway;
}

export function closeModal(dialog: HTMLDialogElement): void {
  const putAway = replacing.get(dialog);
  if (!putAway) return dialog.close?.();
  putAway();
  dialog.dispatchEvent(new Event('close'));
}
