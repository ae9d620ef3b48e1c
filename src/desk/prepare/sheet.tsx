import { useEffect, useRef, useState } from 'preact/hooks';
import { icon } from '../../art/pieces/icon.ts';
import { logo } from '../../art/pieces/logo.ts';
import type { StoryCard, TeacherSheet } from '../../protocol/catalogue.ts';
import type { HelpLine } from '../../protocol/views/lines.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { lang } from '../../ui/locale.ts';
import { prepareLink, trialLink } from '../home/page-address.ts';
import { fetchStory } from '../home/server.ts';
import { Unfetched } from '../home/unfetched.tsx';
import { say } from '../say.ts';
import { contact, newNames, versionOf } from './preparation.ts';
import './sheet.css';

function Lines({ title, hint, lines, kind = '' }: { title: string; hint?: string; lines: string[]; kind?: string }) {
  return (
    <section class={kind}>
      <h2>{title}</h2>
      {hint && <p class="soft">{hint}</p>}
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function Text({ title, text }: { title: string; text: string }) {
  return (
    <section>
      <h2>{title}</h2>
      <p>{text}</p>
    </section>
  );
}

function Help({ lines }: { lines: HelpLine[] }) {
  return (
    <section class="help">
      <h2>{say('sheet.help')}</h2>
      <p class="soft">{say('sheet.helpHint')}</p>
      <ul>
        {lines.map((line) => (
          <li key={line.name}>
            <b>{line.name}</b> {line.what} <span class="contact">{line.contact}</span>
            {line.when && ` (${line.when})`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Page({ story, sheet, help }: { story: StoryCard; sheet: TeacherSheet; help: HelpLine[] }) {
  const version = versionOf(story);
  return (
    <article class="paper">
      <header>
        <div>
          <p class="kind">{say('sheet.kind')}</p>
          <h1>{story.title}</h1>
          <p class="soft">
            {say('story.band', { band: version?.band ?? story.band })} · {say('story.minutes', { minutes: story.minutes })}
            {version && ` · ${version.title}`}
          </p>
        </div>
        <div class="mark">
          <Drawing svg={logo()} class="logo" label="Wat doe jij?" />
          <p class="soft">{say('sheet.promise')}</p>
        </div>
      </header>
      <div class="two">
        <Text title={say('sheet.about')} text={story.about} />
        <Lines title={say('sheet.goals')} lines={story.goals} />
      </div>
      <section class="caution">
        <h2>{say('sheet.notWhen')}</h2>
        <p>{story.notWhen}</p>
      </section>
      <Lines title={say('sheet.before')} lines={sheet.before} kind="checks" />
      <Lines title={say('sheet.readAloud')} hint={say('sheet.readAloudHint')} lines={[story.notice, ...sheet.readAloud]} kind="aloud" />
      <div class="two">
        <Text title={say('sheet.phones')} text={sheet.phones} />
        <Text title={say('sheet.withoutPhones')} text={sheet.withoutPhones} />
      </div>
      <Lines title={say('sheet.questions')} hint={say('sheet.questionsHint')} lines={sheet.questions} kind="numbered" />
      <div class="two">
        <Lines title={say('sheet.say')} lines={sheet.say} kind="ruled" />
        <Lines title={say('sheet.dontSay')} lines={sheet.dontSay} kind="ruled" />
      </div>
      <Lines title={say('sheet.agreements')} hint={say('sheet.agreementsHint')} lines={sheet.agreements} kind="agreements" />
      <Help lines={help} />
      <footer class="soft">{say('sheet.foot', { title: story.title })}</footer>
    </article>
  );
}

/** The teacher's paper for one story, in the version and with the names that this lesson will have. */
export function Sheet({ story }: { story: StoryCard }) {
  const heading = useRef<HTMLElement>(null);
  const [told, setTold] = useState<{ story: StoryCard; help: HelpLine[] } | null>(null);
  const [failed, setFailed] = useState(false);
  const names = Object.fromEntries(newNames(story).map(({ id, to }) => [id, to]));
  const version = versionOf(story);

  function load(): void {
    setFailed(false);
    fetchStory({ scenario: story.id, lang: lang.value, names, contact: contact.value, ...(version ? { version: version.id } : {}) })
      .then((answer) => (answer.ok ? setTold(answer) : setFailed(true)))
      .catch(() => setFailed(true));
  }
  useEffect(load, [story, lang.value]);
  useEffect(() => heading.current?.focus(), []);

  return (
    <main class="reading" data-screen={told ? 'sheet' : 'sheet-loading'} ref={heading} tabIndex={-1} aria-label={say('sheet.kind')}>
      <nav class="tools" aria-label={say('sheet.kind')}>
        <a class="button" href={prepareLink(story.id)}>
          <Drawing svg={icon('arrow-left')} class="icon" />
          {say('sheet.prepare')}
        </a>
        <a class="button" href="#verhalen">
          {say('prepare.back')}
        </a>
        <a class="button" href={trialLink(story.id)}>
          {say('story.trial')}
        </a>
        <button type="button" class="primary" onClick={() => print()}>
          <Drawing svg={icon('printer', '#fff')} class="icon" />
          {say('sheet.print')}
        </button>
      </nav>
      <div role="status">
        {failed && <Unfetched onRetry={load} />}
        {!failed && !told && <p>{say('sheet.loading')}</p>}
      </div>
      {told && (told.story.sheet ? <Page story={told.story} sheet={told.story.sheet} help={told.help} /> : <p>{say('sheet.none')}</p>)}
    </main>
  );
}
