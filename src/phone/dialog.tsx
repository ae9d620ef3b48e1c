import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { closeModal, openModal } from '../ui/modal.ts';
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

/** A dialog that is open for as long as it is drawn. Its title gets the focus: a screen reader then reads all of it. */
export function Dialog({ title, t, describedBy, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    openModal(element, element.querySelector('h2'));
    return () => closeModal(element);
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
