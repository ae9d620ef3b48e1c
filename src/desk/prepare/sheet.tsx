import { useEffect, useState } from 'preact/hooks';
import { icon } from '../../art/pieces/icon.ts';
import { logo } from '../../art/pieces/logo.ts';
import type { StoryCard, TeacherSheet } from '../../protocol/catalogue.ts';
import type { HelpLine } from '../../protocol/views/lines.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { dateText, lang } from '../../ui/locale.ts';
import { prepareLink, trialLink } from '../home/page-address.ts';
import { fetchStory } from '../home/server.ts';
import pageStyles from '../page.module.css';
import { t } from '../texts.ts';
import { Minutes } from './minutes.tsx';
import { Plot } from './plot.tsx';
import { contact, newNames, versionOf } from './preparation.ts';
import { Reading } from './reading.tsx';
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

/** Three boxes to tick before anything else; of an older story the sentence that it has in their place. */
function Check({ story }: { story: StoryCard }) {
  if (!story.check)
    return (
      <section class={styles.warning}>
        <h2>{t('sheet.notWhen')}</h2>
        <p>{story.notWhen}</p>
      </section>
    );
  const { questions, otherwise } = story.check;
  return (
    <section class={`${styles.warning} ${styles.checks}`}>
      <h2>{t('sheet.check')}</h2>
      <ul>
        {questions.map((question) => (
          <li key={question}>
            <span>{question}</span>
          </li>
        ))}
      </ul>
      <p>
        <b>{t('sheet.otherwise')}</b> {otherwise} {t('sheet.instead')}
      </p>
    </section>
  );
}

/** Who at school knows beforehand, and what a story needs from them or from parents. */
function Told({ permission, parents }: Pick<TeacherSheet, 'permission' | 'parents'>) {
  return (
    <section>
      <h2>{t('sheet.told')}</h2>
      <p>{t('sheet.toldSchool')}</p>
      {permission && (
        <p>
          <b>{t('sheet.permission')}</b> {permission}
        </p>
      )}
      {parents && (
        <p>
          <b>{t('sheet.parents')}</b> {parents}
        </p>
      )}
    </section>
  );
}

function Questions({ questions }: Pick<TeacherSheet, 'questions'>) {
  return (
    <section class={styles.numbered}>
      <h2>{t('sheet.questions')}</h2>
      <p class="soft">{t('sheet.questionsHint')}</p>
      <ul>
        {questions.map(({ question, note }) => (
          <li key={question}>
            <span>
              {question}
              <br />
              <span class={styles.note}>{note}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Which points of digital citizenship a theme is about, after the list of a brochure for schools (S1:489-560). */
const POINTS: Record<string, readonly ('respect' | 'boundaries' | 'choosing' | 'helping')[]> = {
  'leaving-out': ['respect', 'helping'],
  'group-chat': ['choosing'],
  pictures: ['boundaries', 'helping'],
  consent: ['boundaries'],
  fakes: ['boundaries', 'choosing'],
  mockery: ['respect'],
  rumours: ['choosing'],
  bystanders: ['helping'],
};

function Citizenship({ story }: { story: StoryCard }) {
  const points = new Set(story.themes.flatMap(({ id }) => POINTS[id] ?? []));
  return (
    <section>
      <h2>{t('sheet.citizenship')}</h2>
      <ul>
        {[...points].map((point) => (
          <li key={point}>{t(`citizen.${point}`)}</li>
        ))}
      </ul>
      <p class="soft">{t('sheet.citizenshipHint')}</p>
    </section>
  );
}

function Help({ lines, readOn }: { lines: HelpLine[]; readOn: string }) {
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
      <p class="soft">{t('sheet.readOn', { date: dateText(Date.parse(readOn)) })}</p>
    </section>
  );
}

interface Content {
  story: StoryCard;
  help: HelpLine[];
  /** The day on which the numbers of the help lines were read, as yyyy-mm-dd. */
  readOn: string;
}

function Page({ story, sheet, help, readOn }: Content & { sheet: TeacherSheet }) {
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
      <Check story={story} />
      <div class={styles.two}>
        <Text title={t('sheet.about')} text={story.about} />
        <Lines title={t('sheet.goals')} lines={story.goals} />
      </div>
      {sheet.plots && <Plot plots={sheet.plots} version={version?.id ?? null} />}
      <Minutes story={story} />
      <Told permission={sheet.permission} parents={sheet.parents} />
      <Lines title={t('sheet.before')} lines={sheet.before} kind={styles.checks} />
      <Lines title={t('sheet.readAloud')} hint={t('sheet.readAloudHint')} lines={[story.notice, ...sheet.readAloud]} kind={styles.aloud} />
      <div class={styles.two}>
        <Text title={t('sheet.phones')} text={sheet.phones} />
        <Text title={t('sheet.withoutPhones')} text={sheet.withoutPhones} />
      </div>
      <Questions questions={sheet.questions} />
      <div class={styles.two}>
        <Lines title={t('sheet.say')} lines={sheet.say} kind={styles.ruled} />
        <Lines title={t('sheet.dontSay')} lines={sheet.dontSay} kind={styles.ruled} />
      </div>
      <Lines title={t('sheet.agreements')} hint={t('sheet.agreementsHint')} lines={sheet.agreements} kind={styles.agreed} />
      <div class={styles.two}>
        <Lines title={t('sheet.followUp')} lines={sheet.followUp} />
        <Citizenship story={story} />
      </div>
      <Lines title={t('sheet.facts')} hint={t('sheet.factsHint')} lines={sheet.facts} kind={styles.flowing} />
      <Help lines={help} readOn={readOn} />
      <footer class="soft">{t('sheet.foot', { title: story.title })}</footer>
    </article>
  );
}

/** The teacher's paper for one story, in the version and with the names that this lesson will have. */
export function Sheet({ story }: { story: StoryCard }) {
  const [content, setContent] = useState<Content | null>(null);
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

  return (
    <Reading
      screen="sheet"
      label={t('sheet.kind')}
      links={
        <>
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
        </>
      }
      ready={content !== null}
      failed={failed}
      onRetry={load}
    >
      {content && (content.story.sheet ? <Page {...content} sheet={content.story.sheet} /> : <p>{t('sheet.none')}</p>)}
    </Reading>
  );
}
