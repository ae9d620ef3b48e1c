import { logo } from '../../art/pieces/logo.ts';
import { privacyPath } from '../../locales/languages.ts';
import type { DebriefView } from '../../protocol/views/debrief.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { dateText, lang } from '../../ui/locale.ts';
import { StoryMap } from '../map/map.tsx';
import { t } from '../texts.ts';
import { Help } from './help.tsx';
import { KeptResults, Predictions } from './released.tsx';
import { Step } from './route.tsx';
import styles from './sheet.module.css';
import { Advice, Caution, Facts, Talking } from './talk.tsx';
import { Weeks } from './weeks.tsx';

function Lines({ id, title, lead }: { id: string; title: string; lead: string }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p>{lead}</p>
      <div class={styles.lines} aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
      </div>
    </section>
  );
}

function Agreements({ view }: { view: DebriefView }) {
  const agreed = view.agreements.length > 0;
  const lines = agreed ? view.agreements.map(({ text }) => text) : view.suggestions;
  return (
    <section aria-labelledby="agreements">
      <h2 id="agreements">{t(agreed ? 'agreements.ours' : 'agreements.title')}</h2>
      <p>{t(agreed ? 'agreements.oursLead' : 'agreements.lead')}</p>
      <ul class={agreed ? `${styles.agreements} ${styles.agreed}` : styles.agreements}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

/** The teacher's sheet, on the screen and on paper alike. The questions come first: they are what the next quarter of an hour needs. */
export function Sheet({ view }: { view: DebriefView }) {
  const date = dateText(view.date);
  const kept = new Set(view.gaps.flatMap(({ results }) => results.map(({ vote }) => vote.node)));
  const decisions = view.steps.filter(({ node }) => !kept.has(node));
  return (
    <main class={styles.sheet}>
      <header class={styles.head}>
        <div>
          <p class={styles.kind}>{t('sheet.kind')}</p>
          <h1>{view.story.title}</h1>
          <p class="soft">
            {t('sheet.played', { date })} · {t('sheet.band', { band: view.story.band })}
          </p>
        </div>
        <div class={styles.mark}>
          <Drawing svg={logo()} class="logo" label="Wat doe jij?" />
          <p class="soft">{t('sheet.promise')}</p>
        </div>
      </header>
      {!view.ended && (
        <p class={styles.busy} role="status">
          {t('sheet.busy')}
        </p>
      )}
      <Caution view={view} />
      <Talking talking={view.talking} />
      <StoryMap map={view.map} />
      <section aria-labelledby="route">
        <h2 id="route">{t('route.title')}</h2>
        {decisions.length === 0 && <p>{t('route.empty')}</p>}
        {decisions.map((step, index) => (
          <Step key={step.node} step={step} number={index + 1} />
        ))}
      </section>
      {view.foreseen.length > 0 && <Predictions foreseen={view.foreseen} />}
      {view.gaps.map((gap) => (
        <KeptResults key={gap.node} gap={gap} />
      ))}
      {view.ending && (
        <section class={styles.ending} aria-labelledby="ending">
          <h2 id="ending">{t('route.ending')}</h2>
          <p>{view.ending}</p>
        </section>
      )}
      <Agreements view={view} />
      <Weeks view={view} />
      <div class={`${styles.columns} ${styles.two}`}>
        <Lines id="school" title={t('school.title')} lead={t('school.lead')} />
        <Lines id="plan" title={t('plan.title')} lead={t('plan.lead')} />
      </div>
      <Help help={view.help} />
      <Advice view={view} />
      <Facts facts={view.facts} />
      <section class={styles.sources} aria-labelledby="sources">
        <h2 id="sources">{t('sources.title')}</h2>
        <ul>
          {view.sources.map((source) => (
            <li key={source.title}>
              {source.title} ({source.year})
            </li>
          ))}
        </ul>
      </section>
      <footer class="soft">
        <p>{t('sheet.deletes', { date: dateText(view.deletesAt) })}</p>
        <p>{t('sheet.foot', { title: view.story.title, date })}</p>
        <p class="screen-only">
          <a href={privacyPath(lang.value)}>Privacy</a>
        </p>
      </footer>
    </main>
  );
}
