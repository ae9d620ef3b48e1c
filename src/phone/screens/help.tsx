import { useState } from 'preact/hooks';
import { inTrial } from '../../client/trial-frame.ts';
import type { Lang } from '../../locales/languages.ts';
import type { RefusalCode } from '../../protocol/refusals.ts';
import type { HelpLine } from '../../protocol/views/lines.ts';
import { Dialog } from '../dialog.tsx';
import type { Attendance } from '../session.ts';
import { laterTextsIn, refusalIn } from '../texts.ts';
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
  /** Null where nobody is in. */
  attendance: Attendance | null;
  onLeave(): void;
}

export function Help({ lang, lines, onClose, attendance, onLeave }: Props) {
  const t = laterTextsIn(lang);
  const [problem, setProblem] = useState<RefusalCode | null>(null);
  const move = async (attendance: Attendance) => {
    if (attendance.moved) return;
    // The server says that the seat is gone before it answers.
    attendance.moved = true;
    const answer = await attendance.link.ask({ type: 'seat.leave' });
    if (answer.ok) return onClose();
    attendance.moved = false;
    setProblem(answer.refusal);
  };
  return (
    <Dialog title={t('helpTitle')} t={t} onClose={onClose}>
      {!lines?.length && <p>{t('helpFirst')}</p>}
      <HelpLines
        lines={
          lines?.length ? lines : [{ name: t('helpLine.name'), what: t('helpLine.what'), contact: t('helpLine.contact'), when: t('helpLine.when') }]
        }
      />
      <p class="soft">{t('helpSilent')}</p>
      {attendance && (
        <button type="button" class="link" onClick={onLeave}>
          {t('leave')}
        </button>
      )}
      {attendance && !inTrial() && (
        <>
          <button type="button" class="link" onClick={() => void move(attendance)}>
            {t('move')}
          </button>
          <p class="soft" role="status">
            {problem ? refusalIn(lang, problem) : t('moveText')}
          </p>
        </>
      )}
    </Dialog>
  );
}
