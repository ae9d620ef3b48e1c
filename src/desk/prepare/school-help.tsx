import { useState } from 'preact/hooks';
import { Dialog } from '../../ui/dialog.tsx';
import { t } from '../texts.ts';
import { Contact } from './contact.tsx';
import { contact } from './preparation.ts';
import styles from './school-help.module.css';

/** Who can help at this school, as every next lesson will say it. */
export function SchoolHelp() {
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState('');
  const people = contact.value;
  return (
    <section class="card stack" aria-labelledby="school-help">
      <h2 id="school-help">{t('contact.title')}</h2>
      {people.length === 0 ? (
        <p>{t('contact.none')}</p>
      ) : (
        <ul class={styles.people}>
          {people.map((one) => (
            <li key={one.role}>
              <b>{one.name}</b>, {t(`prepare.contact.${one.role}`)}
              <br />
              <span class="soft">{one.reach}</span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {t(people.length === 0 ? 'contact.edit' : 'contact.change')}
        </button>
      </p>
      {open && (
        <Dialog
          title={t('prepare.contact')}
          onClose={() => {
            setOpen(false);
            setProblem('');
          }}
        >
          <p>{t('prepare.contactLead')}</p>
          <Contact onProblem={setProblem} />
          <p>
            <button type="button" class="primary" onClick={() => !problem && setOpen(false)}>
              {t('close')}
            </button>
          </p>
        </Dialog>
      )}
    </section>
  );
}
