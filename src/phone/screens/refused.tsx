import type { RefusalCode } from '../../protocol/refusals.ts';
import type { Attendance, Session } from '../session.ts';
import { laterTextsIn, refusalIn } from '../texts.ts';
import { Moving } from './notes.tsx';
import screenStyles from './screen.module.css';

const RELOAD: readonly RefusalCode[] = ['old-version', 'bad-message'];

/** A "no" that is not about the code: what it says, and what to do about it. */
export function Refused({ session, attendance, refusal }: { session: Session; attendance: Attendance; refusal: RefusalCode }) {
  const t = laterTextsIn(session.lang);
  const elsewhere = refusal === 'seat-elsewhere';
  const reload = RELOAD.includes(refusal);
  const removed = refusal === 'seat-removed';
  if (removed && attendance.moved) return <Moving session={session} code={attendance.code} onHere={session.comeBack} />;
  const act = reload ? () => location.reload() : removed ? session.comeBack : session.retry;
  return (
    <section class={screenStyles.screen}>
      <h1 tabIndex={-1}>{t(elsewhere ? 'elsewhereTitle' : removed ? 'removedTitle' : 'refusedTitle')}</h1>
      <p role="alert">{refusalIn(session.lang, refusal)}</p>
      {elsewhere && <p>{t('elsewhere')}</p>}
      {removed && <p>{t('removedVote')}</p>}
      <button type="button" class="button main" onClick={act}>
        {t(elsewhere ? 'here' : reload ? 'reload' : removed ? 'comeBack' : 'again')}
      </button>
      <button type="button" class="link" onClick={session.leave}>
        {t('newCode')}
      </button>
    </section>
  );
}
