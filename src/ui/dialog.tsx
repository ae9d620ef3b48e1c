import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { openModal } from './modal.ts';

/** A modal dialog: Escape closes it, and the focus goes back to where it was. */
export function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: ComponentChildren }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const putAway = dialog.current ? openModal(dialog.current) : () => {};
    return () => {
      putAway();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby="dialog-title" onClose={onClose}>
      <h2 id="dialog-title">{title}</h2>
      {children}
    </dialog>
  );
}
