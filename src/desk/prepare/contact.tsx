import { useId, useState } from 'preact/hooks';
import type { SchoolContact } from '../../protocol/new-lesson.ts';
import { CONTACT_LENGTH, tidyContact } from '../../protocol/preparing.ts';
import { CONTACT_ROLES, type ContactRole } from '../../protocol/settings.ts';
import pageStyles from '../page.module.css';
import { t } from '../texts.ts';
import styles from './contact.module.css';
import { contact, contactKept, keepContact } from './preparation.ts';

type Draft = Record<ContactRole, { name: string; reach: string }>;

const draftOf = (kept: SchoolContact[]): Draft => {
  const of = (role: ContactRole) => kept.find((one) => one.role === role) ?? { name: '', reach: '' };
  return { mentor: of('mentor'), counsellor: of('counsellor') };
};

/** Whom pupils may go to at this school. Kept as soon as a field is left and what stands there is right. */
export function Contact({ onProblem }: { onProblem?: (why: string) => void }) {
  const [draft, setDraft] = useState(() => draftOf(contact.value));
  const [problem, setProblem] = useState<{ role: ContactRole; why: string } | null>(null);
  const [message, setMessage] = useState('');
  const id = useId();

  const change = (role: ContactRole, part: 'name' | 'reach', value: string) => setDraft({ ...draft, [role]: { ...draft[role], [part]: value } });

  function leave(role: ContactRole, event: FocusEvent): void {
    const result = tidyContact(CONTACT_ROLES.map((one) => ({ role: one, ...draft[one] })));
    // A half-filled pair is no mistake while the focus moves to the other half.
    const { currentTarget, relatedTarget } = event;
    const pair = currentTarget instanceof Element ? currentTarget.closest('fieldset') : null;
    const within = pair !== null && relatedTarget instanceof Node && pair.contains(relatedTarget);
    const half = within && 'refusal' in result && result.refusal === 'contact-half' && result.role === role;
    const wrong = 'refusal' in result && !half ? { role: result.role, why: t(result.refusal) } : null;
    setProblem(wrong);
    onProblem?.('refusal' in result ? t(result.refusal) : '');
    if (!('contact' in result)) return setMessage('');
    if (JSON.stringify(result.contact) === JSON.stringify(contact.value)) return;
    keepContact(result.contact);
    setMessage(t(contactKept.value ? 'prepare.contactKept' : 'prepare.contactUnkept'));
  }

  function forget(): void {
    setDraft(draftOf([]));
    setProblem(null);
    onProblem?.('');
    keepContact([]);
    setMessage(t('prepare.contactForgotten'));
  }

  return (
    <div class={styles.contact}>
      {CONTACT_ROLES.map((role) => (
        <fieldset key={role}>
          <legend>{t(`prepare.contact.${role}`)}</legend>
          {(['name', 'reach'] as const).map((part) => (
            <label key={part}>
              {t(part === 'name' ? 'prepare.contactName' : 'prepare.contactReach')}
              <input
                type="text"
                autocomplete="off"
                autoCorrect="off"
                spellcheck={false}
                maxLength={CONTACT_LENGTH[part]}
                value={draft[role][part]}
                aria-invalid={problem?.role === role ? 'true' : undefined}
                aria-describedby={problem?.role === role ? `${id}-problem` : part === 'reach' ? `${id}-${role}-hint` : undefined}
                onInput={(event) => change(role, part, event.currentTarget.value)}
                onBlur={(event) => leave(role, event)}
              />
              {part === 'reach' && (
                <span id={`${id}-${role}-hint`} class={`soft ${styles.hint}`}>
                  {t('prepare.contactHint')}
                </span>
              )}
            </label>
          ))}
          {problem?.role === role && (
            <p id={`${id}-problem`} class={pageStyles.refusal}>
              {problem.why}
            </p>
          )}
        </fieldset>
      ))}
      <p role="status">{problem ? problem.why : message}</p>
      {contact.value.length > 0 && (
        <button type="button" class="plain" onClick={forget}>
          {t('prepare.contactForget')}
        </button>
      )}
    </div>
  );
}
