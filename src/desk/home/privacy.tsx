import { privacyPath } from '../../locales/languages.ts';
import { lang } from '../../ui/locale.ts';
import { t } from '../texts.ts';

/** The short version of the privacy page. */
export function Privacy() {
  return (
    <section class="card stack" aria-labelledby="privacy">
      <h2 id="privacy">{t('privacy.title')}</h2>
      <h3>{t('privacy.yes')}</h3>
      <ul>
        {(['yes1', 'yes2', 'yes3', 'yes4'] as const).map((line) => (
          <li key={line}>{t(`privacy.${line}`)}</li>
        ))}
      </ul>
      <h3>{t('privacy.no')}</h3>
      <ul>
        {(['no1', 'no2', 'no3'] as const).map((line) => (
          <li key={line}>{t(`privacy.${line}`)}</li>
        ))}
      </ul>
      <p>
        <a href={privacyPath(lang.value)}>{t('privacy.more')}</a>
      </p>
    </section>
  );
}
