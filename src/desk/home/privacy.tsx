import { lang } from '../../ui/locale.ts';
import { say } from '../say.ts';

/** The short version of the privacy page. */
export function Privacy() {
  return (
    <section class="card stack" aria-labelledby="privacy">
      <h2 id="privacy">{say('privacy.title')}</h2>
      <h3>{say('privacy.yes')}</h3>
      <ul>
        {(['yes1', 'yes2', 'yes3', 'yes4'] as const).map((line) => (
          <li key={line}>{say(`privacy.${line}`)}</li>
        ))}
      </ul>
      <h3>{say('privacy.no')}</h3>
      <ul>
        {(['no1', 'no2', 'no3'] as const).map((line) => (
          <li key={line}>{say(`privacy.${line}`)}</li>
        ))}
      </ul>
      <p>
        <a href={lang.value === 'nl' ? '/privacy' : '/privacy/en'}>{say('privacy.more')}</a>
      </p>
    </section>
  );
}
