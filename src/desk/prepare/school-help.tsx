import { useState } from 'preact/hooks';
import { Dialog } from '../../ui/dialog.tsx';
import { say } from '../say.ts';
import { Contact } from './contact.tsx';
import { contact } from './preparation.ts';

/** Who can help at this school, as every next lesson will say it. */
export function SchoolHelp() {
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState('');
  const people = contact.value;
  return (
    <section class="card stack" aria-labelledby="school-help">
      <h2 id="school-help">{say('contact.title')}</h2>
      {people.length === 0 ? (
        <p>{say('contact.none')}</p>
      ) : (
        <ul class="people">
          {people.map((one) => (
            <li key={one.role}>
              <b>{one.name}</b>, {say(`prepare.contact.${one.role}`)}
              <br />
              <span class="soft">{one.reach}</span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {say(people.length === 0 ? 'contact.edit' : 'contact.change')}
        </button>
      </p>
      {open && (
        <Dialog
          title={say('prepare.contact')}
          onClose={() => {
            setOpen(false);
            setProblem('');
          }}
        >
          <p>{say('prepare.contactLead')}</p>
          <Contact onProblem={setProblem} />
          <p>
            <button type="button" class="primary" onClick={() => !problem && setOpen(false)}>
              {say('close')}
            </button>
          </p>
        </Dialog>
      )}
    </section>
  );
}
