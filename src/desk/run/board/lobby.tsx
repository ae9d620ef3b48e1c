import type { DeskView } from '../../../protocol/views/desk.ts';
import { leadsHereOnly } from '../../../ui/addresses.ts';
import pageStyles from '../../page.module.css';
import { t } from '../../texts.ts';
import styles from './lobby.module.css';

/** The code once more, for who cannot read the board. */
export function Lobby({ view }: { view: DeskView }) {
  if (view.mode === 'hands')
    return (
      <>
        <h3>{view.story.title}</h3>
        <p>{t('mode.lobby')}</p>
      </>
    );
  return (
    <>
      <h3>{view.story.title}</h3>
      <p>{t('lobby.join', { address: view.join.text })}</p>
      {leadsHereOnly(view.join.url) && <p class={pageStyles.refusal}>{t('join.hereOnly')}</p>}
      <p class={styles.joinCode} role="img" aria-label={t('lobby.codeLabel', { code: [...view.code].join(' ') })}>
        {[...view.code].map((character, index) => (
          <b key={index} aria-hidden="true">
            {character}
          </b>
        ))}
      </p>
    </>
  );
}
