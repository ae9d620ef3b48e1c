import { useEffect, useRef } from 'preact/hooks';

/** A presenter's clicker sends PageDown to whichever window has the focus: here it presses the big button. */
export function useClicker(onNext: () => void): void {
  const newest = useRef(onNext);
  newest.current = onNext;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'PageDown' || event.repeat || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      newest.current();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}
