import type { Lang } from '../../locales/languages.ts';
import type { HelpLine } from '../../protocol/views/lines.ts';
import { Dialog } from '../dialog.tsx';
import { laterTextsIn } from '../texts.ts';
import styles from './help.module.css';

/** Telephone numbers, sites and addresses in a help line can be tapped. */
const CONTACT = /([\w.+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}|\b0\d{2,3}[ -]{0,3}\d[\d ]{2,9}\d\b|\b(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/[\w./-]*)?)/i;

function contactLink(part: string) {
  if (part.includes('@')) return <a href={`mailto:${part}`}>{part}</a>;
  if (/^\d/.test(part) && !part.includes('.')) return <a href={`tel:${part.replace(/\D/g, '')}`}>{part}</a>;
  return (
    <a href={`https://${part}`} target="_blank" rel="noreferrer noopener">
      {part}
    </a>
  );
}

export function HelpLines({ lines }: { lines: readonly HelpLine[] }) {
  return (
    <ul class={styles.lines}>
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
  /** The story's help lines; null before the phone has joined, when the general lines are shown. */
  lines: readonly HelpLine[] | null;
  onClose(): void;
  onLeave: (() => void) | null;
}

export function Help({ lang, lines, onClose, onLeave }: Props) {
  const t = laterTextsIn(lang);
  return (
    <Dialog title={t('helpTitle')} t={t} onClose={onClose}>
      {!lines?.length && <p>{t('helpFirst')}</p>}
      <HelpLines
        lines={
          lines?.length ? lines : [{ name: t('helpLine.name'), what: t('helpLine.what'), contact: t('helpLine.contact'), when: t('helpLine.when') }]
        }
      />
      <p class="soft">{t('helpSilent')}</p>
      {onLeave && (
        <button type="button" class="link" onClick={onLeave}>
          {t('leave')}
        </button>
      )}
    </Dialog>
  );
}
