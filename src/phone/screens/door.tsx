import { useEffect, useRef } from 'preact/hooks';
import { privacyPath } from '../../locales/languages.ts';
import { CODE_LENGTH, FULL_CODE_LENGTH } from '../../protocol/identity.ts';
import type { RefusalCode } from '../../protocol/refusals.ts';
import type { AttendanceState, Session } from '../session.ts';
import { refusalIn, textsIn } from '../texts.ts';
import styles from './door.module.css';
import screenStyles from './screen.module.css';

/** Where a pupil types the code of the board. */
export function Door({ session, door }: { session: Session; door: Extract<AttendanceState, { kind: 'door' }> }) {
  const t = textsIn(session.lang);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!door.problem || !field.current) return;
    field.current.focus();
    field.current.select();
  }, [door]);
  const problem = door.problem && (door.problem === 'code-short' ? t('codeShort') : withBoard(door.problem, session));
  const submit = (event: Event) => {
    event.preventDefault();
    session.join(field.current?.value ?? '');
  };
  return (
    <form class={`${screenStyles.screen} ${styles.door}`} onSubmit={submit} noValidate>
      <h1 class={styles.logo} tabIndex={-1} lang="nl">
        Wat doe <em>jij?</em>
      </h1>
      <label for="code">{t('codeLabel')}</label>
      <input
        id="code"
        ref={field}
        class={styles.code}
        type="text"
        name="code"
        defaultValue={door.typed}
        autocomplete="off"
        autocapitalize="characters"
        // By its attribute: in newer browsers the property `autocorrect` is a yes or no, and the word "off" would be a yes.
        autoCorrect="off"
        spellcheck={false}
        inputMode="text"
        enterkeyhint="go"
        maxLength={FULL_CODE_LENGTH * 2}
        aria-describedby={problem ? 'problem hint' : 'hint'}
        aria-invalid={problem ? 'true' : undefined}
      />
      <p id="hint" class="soft">
        {t('codeHint', { length: door.problem === 'code-longer' ? FULL_CODE_LENGTH : CODE_LENGTH })}
      </p>
      <p id="problem" class={styles.problem} role="alert">
        {problem}
      </p>
      <button type="submit" class="button main">
        {t('join')}
      </button>
      <p class="soft">
        {t('noAccount')}{' '}
        <a class="link" href={privacyPath(session.lang)}>
          Privacy
        </a>
      </p>
    </form>
  );
}

function withBoard(refusal: RefusalCode, { lang }: Session): string {
  const why = refusalIn(lang, refusal);
  return refusal === 'lesson-ended' || refusal === 'lesson-unknown' || refusal === 'seat-unknown' ? `${why} ${textsIn(lang)('boardToo')}` : why;
}
