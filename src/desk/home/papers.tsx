import { PAPERS } from '../../protocol/catalogue.ts';
import { t } from '../texts.ts';
import { paperLink } from './page-address.ts';

/** What a teacher may print that belongs to no story. */
export function Papers() {
  return (
    <section class="card stack" aria-labelledby="papers">
      <h2 id="papers">{t('papers.title')}</h2>
      <p>{t('papers.lead')}</p>
      <ul>
        {PAPERS.map((id) => (
          <li key={id}>
            <a href={paperLink(id)}>{t(`paper.${id}`)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
