import { useEffect, useRef } from 'preact/hooks';
import { pressOrMove } from '../../../ui/clicker.ts';

/** A presenter's clicker sends PageDown to whichever window has the focus: here it presses the big button, or what a dialog that takes it offers. */
export function useClicker(onNext: () => void): void {
  const newest = useRef(onNext);
  newest.current = onNext;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const dialog = document.querySelector('dialog[open]');
      const operable = dialog?.querySelector<HTMLElement>('[data-clicker]');
      // Arrows belong to what stands in the dialog: up and down count, and nothing is pressed with them.
      if (operable && !event.key.startsWith('Arrow')) pressOrMove(operable, event);
      if (event.key !== 'PageDown' || event.repeat || dialog) return;
      event.preventDefault();
      newest.current();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}
