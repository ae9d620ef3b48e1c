import { useEffect, useRef, useState } from 'preact/hooks';
import { icon } from '../../art/pieces/icon.ts';
import { logo } from '../../art/pieces/logo.ts';
import { colours } from '../../art/tokens.ts';
import type { StoryCard, TeacherSheet } from '../../protocol/catalogue.ts';
import type { HelpLine } from '../../protocol/views/lines.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { lang } from '../../ui/locale.ts';
import { prepareLink, trialLink } from '../home/page-address.ts';
import { fetchStory } from '../home/server.ts';
import { Unfetched } from '../home/unfetched.tsx';
import pageStyles from '../page.module.css';
import { t } from '../texts.ts';
import { contact, newNames, versionOf } from './preparation.ts';
import styles from './sheet.module.css';

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
    <section class={styles.help}>
      <h2>{t('sheet.help')}</h2>
      <p class="soft">{t('sheet.helpHint')}</p>
      <ul>
        {lines.map((line) => (
          <li key={line.name}>
            <b>{line.name}</b> {line.what} <span class={styles.number}>{line.contact}</span>
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
    <article class={styles.paper}>
      <header>
        <div>
          <p class={pageStyles.kind}>{t('sheet.kind')}</p>
          <h1>{story.title}</h1>
          <p class="soft">
            {t('story.band', { band: version?.band ?? story.band })} ·{' '}
            {story.shortMinutes === null
              ? t('story.minutes', { minutes: story.minutes })
              : t('story.minutesBoth', { minutes: story.minutes, short: story.shortMinutes })}
            {version && ` · ${version.title}`}
          </p>
        </div>
        <div class={styles.mark}>
          <Drawing svg={logo()} class="logo" label="Wat doe jij?" />
          <p class="soft">{t('sheet.promise')}</p>
        </div>
      </header>
      <div class={styles.two}>
        <Text title={t('sheet.about')} text={story.about} />
        <Lines title={t('sheet.goals')} lines={story.goals} />
      </div>
      <section class={styles.warning}>
        <h2>{t('sheet.notWhen')}</h2>
        <p>{story.notWhen}</p>
      </section>
      <Lines title={t('sheet.before')} lines={sheet.before} kind={styles.checks} />
      <Lines title={t('sheet.readAloud')} hint={t('sheet.readAloudHint')} lines={[story.notice, ...sheet.readAloud]} kind={styles.aloud} />
      <div class={styles.two}>
        <Text title={t('sheet.phones')} text={sheet.phones} />
        <Text title={t('sheet.withoutPhones')} text={sheet.withoutPhones} />
      </div>
      <Lines title={t('sheet.questions')} hint={t('sheet.questionsHint')} lines={sheet.questions} kind={styles.numbered} />
      <div class={styles.two}>
        <Lines title={t('sheet.say')} lines={sheet.say} kind={styles.ruled} />
        <Lines title={t('sheet.dontSay')} lines={sheet.dontSay} kind={styles.ruled} />
      </div>
      <Lines title={t('sheet.agreements')} hint={t('sheet.agreementsHint')} lines={sheet.agreements} kind={styles.agreed} />
      <Help lines={help} />
      <footer class="soft">{t('sheet.foot', { title: story.title })}</footer>
    </article>
  );
}

/** The teacher's paper for one story, in the version and with the names that this lesson will have. */
export function Sheet({ story }: { story: StoryCard }) {
  const heading = useRef<HTMLElement>(null);
  const [content, setContent] = useState<{ story: StoryCard; help: HelpLine[] } | null>(null);
  const [failed, setFailed] = useState(false);
  const names = Object.fromEntries(newNames(story).map(({ id, to }) => [id, to]));
  const version = versionOf(story);

  function load(): void {
    setFailed(false);
    fetchStory({ scenario: story.id, lang: lang.value, names, contact: contact.value, ...(version ? { version: version.id } : {}) })
      .then((answer) => (answer.ok ? setContent(answer) : setFailed(true)))
      .catch(() => setFailed(true));
  }
  useEffect(load, [story, lang.value]);
  useEffect(() => heading.current?.focus(), []);

  return (
    <main class={styles.reading} data-screen={content ? 'sheet' : 'sheet-loading'} ref={heading} tabIndex={-1} aria-label={t('sheet.kind')}>
      <nav class={styles.tools} aria-label={t('sheet.kind')}>
        <a class="button" href={prepareLink(story.id)}>
          <Drawing svg={icon('arrow-left')} class="icon" />
          {t('sheet.prepare')}
        </a>
        <a class="button" href="#verhalen">
          {t('prepare.back')}
        </a>
        <a class="button" href={trialLink(story.id)}>
          {t('story.trial')}
        </a>
        <button type="button" class="primary" onClick={() => print()}>
          <Drawing svg={icon('printer', colours.white)} class="icon" />
          {t('sheet.print')}
        </button>
      </nav>
      <div role="status">
        {failed && <Unfetched onRetry={load} />}
        {!failed && !content && <p>{t('sheet.loading')}</p>}
      </div>
      {content && (content.story.sheet ? <Page story={content.story} sheet={content.story.sheet} help={content.help} /> : <p>{t('sheet.none')}</p>)}
    </main>
  );
}
