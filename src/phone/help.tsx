import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Lang } from '../protocol/identity.ts';
import type { HelpLine } from '../protocol/views.ts';
import { textsIn } from './texts.ts';

/** Telephone numbers and sites in a help line can be tapped. */
const CONTACT = /(\b0\d{2,3}[ -]{0,3}\d[\d ]{2,9}\d\b|\b(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/[\w./-]*)?)/i;

function contactLink(part: string) {
  if (/^\d/.test(part) && !part.includes('.')) return <a href={`tel:${part.replace(/\D/g, '')}`}>{part}</a>;
  return (
    <a href={`https://${part}`} target="_blank" rel="noreferrer noopener">
      {part}
    </a>
  );
}

export function HelpLines({ lines }: { lines: readonly HelpLine[] }) {
  return (
    <ul class="lines">
      {lines.map((line) => (
        <li key={line.name}>
          <strong dir="auto">{line.name}</strong>
          <span dir="auto">{line.what}</span>
          <span dir="auto">{line.contact.split(CONTACT).map((part, index) => (index % 2 ? contactLink(part) : part))}</span>
          {line.when && <span dir="auto">{line.when}</span>}
        </li>
      ))}
    </ul>
  );
}

interface Props {
  lang: Lang;
  /** Of the story; null before the phone is in, then the lines that always hold. */
  lines: readonly HelpLine[] | null;
  open: boolean;
  onClose(): void;
  onLeave: (() => void) | null;
}

export function Help({ lang, lines, open, onClose, onLeave }: Props) {
  const t = textsIn(lang);
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!open || !element) return;
    return typeof element.showModal === 'function' ? showModal(element) : showAsPage(element, onClose);
  }, [open]);
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help-title" onClose={onClose}>
      {open && (
        <>
          <div class="top">
            <h2 id="help-title" tabIndex={-1}>
              {t.helpTitle}
            </h2>
            <button type="button" class="link" onClick={onClose}>
              {t.close}
            </button>
          </div>
          {!lines?.length && <p>{t.helpFirst}</p>}
          <HelpLines lines={lines?.length ? lines : t.helpLines} />
          <p class="soft">{t.helpSilent}</p>
          {onLeave && (
            <button type="button" class="link" onClick={onLeave}>
              {t.leave}
            </button>
          )}
        </>
      )}
    </dialog>
  );
}

function showModal(dialog: HTMLDialogElement): () => void {
  dialog.showModal();
  dialog.querySelector('h2')?.focus();
  return () => dialog.close();
}

/** Safari 14 and Firefox 78 know no modal dialog: there the help takes the place of the page. */
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
    dialog.removeAttribute('open');
    if (page) page.hidden = false;
    if (before instanceof HTMLElement) before.focus();
  };
}
