import { icon } from '../art/icon.ts';
import { logo } from '../art/logo.ts';
import type { DebriefView, HelpLine } from '../protocol/views.ts';
import { Drawing } from './drawing.tsx';
import { dateText } from './language.ts';
import { Step } from './route.tsx';
import { say } from './say.ts';
import { Advice, Caution, Facts, Talking } from './talk.tsx';

function Lines({ id, title, lead }: { id: string; title: string; lead: string }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p>{lead}</p>
      <div class="lines" aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
      </div>
    </section>
  );
}

function Help({ help }: { help: HelpLine[] }) {
  return (
    <section class="help" aria-labelledby="help">
      <Drawing svg={icon('shield-check')} class="shield" />
      <div>
        <h2 id="help">{say('help.title')}</h2>
        <p>{say('help.text')}</p>
        <ul>
          {help.map((line) => (
            <li key={line.name}>
              <b>{line.name}</b>: {line.what} <span class="contact">{line.contact}</span>
              {line.when && ` (${line.when})`}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** The teacher's sheet, on the screen and on paper alike. */
export function Sheet({ view }: { view: DebriefView }) {
  const date = dateText(view.date);
  return (
    <main class="sheet">
      <header class="head">
        <div>
          <p class="kind">{say('sheet.kind')}</p>
          <h1>{view.story.title}</h1>
          <p class="soft">
            {say('sheet.played', { date })} · {say('sheet.band', { band: view.story.band })}
          </p>
        </div>
        <div class="mark">
          <Drawing svg={logo()} class="logo" label="Wat doe jij?" />
          <p class="soft">{say('sheet.promise')}</p>
        </div>
      </header>
      {!view.ended && (
        <p class="busy" role="status">
          {say('sheet.busy')}
        </p>
      )}
      <section aria-labelledby="route">
        <div class="beside">
          <h2 id="route">{say('route.title')}</h2>
          <Caution view={view} />
        </div>
        {view.steps.length === 0 && <p>{say('route.empty')}</p>}
        {view.steps.map((step, index) => (
          <Step key={step.node} step={step} number={index + 1} />
        ))}
      </section>
      {view.ending && (
        <section class="ending" aria-labelledby="ending">
          <h2 id="ending">{say('route.ending')}</h2>
          <p>{view.ending}</p>
        </section>
      )}
      <Talking talking={view.talking} />
      <div class="columns two">
        <Lines id="school" title={say('school.title')} lead={say('school.lead')} />
        <Lines id="plan" title={say('plan.title')} lead={say('plan.lead')} />
      </div>
      <section aria-labelledby="agreements">
        <h2 id="agreements">{say('agreements.title')}</h2>
        <p>{say('agreements.lead')}</p>
        <ul class="agreements">
          {(view.agreements.length > 0 ? view.agreements.map(({ text }) => text) : view.suggestions).map((agreement) => (
            <li key={agreement}>{agreement}</li>
          ))}
        </ul>
      </section>
      <Help help={view.help} />
      <Advice view={view} />
      <Facts facts={view.facts} />
      <section class="sources" aria-labelledby="sources">
        <h2 id="sources">{say('sources.title')}</h2>
        <ul>
          {view.sources.map((source) => (
            <li key={source.title}>
              {source.title} ({source.year})
            </li>
          ))}
        </ul>
      </section>
      <footer class="soft">
        <p>{say('sheet.deletes', { date: dateText(view.deletesAt) })}</p>
        <p>{say('sheet.foot', { date })}</p>
      </footer>
    </main>
  );
}
