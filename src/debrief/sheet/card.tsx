import { creature } from '../../art/pieces/creature.ts';
import { logo } from '../../art/pieces/logo.ts';
import type { DebriefView } from '../../protocol/views/debrief.ts';
import { Drawing } from '../../ui/drawing.tsx';
import posterStyles from '../poster/poster.module.css';
import { t } from '../texts.ts';
import styles from './card.module.css';
import { Help } from './help.tsx';
import sheetStyles from './sheet.module.css';

/** Creatures for the corner. Which one it is means nothing. */
const GUESTS = [34, 95];

function Home({ view, id }: { view: DebriefView; id: string }) {
  return (
    <article class={styles.homeCard} data-testid="home-card" aria-labelledby={id}>
      <header>
        <div>
          <p class={sheetStyles.kind}>{t('home.kind')}</p>
          <h2 id={id}>{t('home.title', { title: view.story.title })}</h2>
        </div>
        <Drawing svg={logo()} class="logo" label="Wat doe jij?" />
      </header>
      <section>
        <h3>{t('home.played')}</h3>
        <p>{view.story.about}</p>
        <p>{t('home.how')}</p>
      </section>
      <section class={styles.ask}>
        <div>
          <h3>{t('home.ask')}</h3>
          <ul>
            <li>{t('home.ask1')}</li>
            <li>{t('home.ask2')}</li>
            <li>{t('home.ask3')}</li>
            <li>{t('home.ask4')}</li>
          </ul>
        </div>
        <div class={posterStyles.guests} data-part="guests" aria-hidden="true">
          {GUESTS.map((look) => (
            <Drawing key={look} svg={creature(look)} class={posterStyles.guest} />
          ))}
        </div>
      </section>
      <section>
        <h3>{t('home.tip')}</h3>
        <p>{t('home.tipText')}</p>
      </section>
      <Help help={view.help} id={`${id}-help`} />
    </article>
  );
}

/** A card to take home: what was played and talked about, never what a class or a pupil chose. Two fit on a sheet of A4. */
export function TakeHome({ view }: { view: DebriefView }) {
  return (
    <main class={styles.homePart}>
      <h1 class="hidden">{t('part.card')}</h1>
      <p class="screen-only">{t('home.lead')}</p>
      <div class={styles.homeSheet} data-testid="home-sheet">
        <Home view={view} id="home" />
        <div class={styles.second} aria-hidden="true">
          <Home view={view} id="home-second" />
        </div>
      </div>
    </main>
  );
}
