import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import styles from './dialog.module.css';
import type { TranslateLater } from './texts.ts';

interface Props {
  title: string;
  t: TranslateLater;
  /** The id of what is read out after the title. */
  describedBy?: string;
  onClose(): void;
  children: ComponentChildren;
}

/** Open for as long as it is drawn. */
export function Dialog({ title, t, describedBy, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element) return typeof element.showModal === 'function' ? showModal(element) : showAsPage(element, onClose);
  }, []);
  return (
    <dialog ref={dialog} class={styles.dialog} aria-label={title} aria-describedby={describedBy} onClose={onClose}>
      <div class={styles.top}>
        <h2 tabIndex={-1} dir="auto">
          {title}
        </h2>
        <button type="button" class="link" onClick={onClose}>
          {t('close')}
        </button>
      </div>
      {children}
    </dialog>
  );
}

function showModal(dialog: HTMLDialogElement): () => void {
  dialog.showModal();
  dialog.querySelector('h2')?.focus();
  return () => dialog.close();
}

/** Safari 14 and Firefox 78 know no modal dialog: there it takes the place of the page. */
function showAsPage(dialog: HTMLDialogElement, onClose: () => void): () => void {
  const page = document.getElementById('page');
  const before = document.activeElement;
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  dialog.setAttribute('open', '');
  dialog.setAttribute('role', 'dialog');
  if (page) page.hidden = true;
  dialog.querySelector('h2')?.focus();
  addEventListener('keydown', onKey);
  return () => {
    removeEventListener('keydown', onKey);
    if (page) page.hidden = false;
    if (before instanceof HTMLElement) before.focus();
  };
}
