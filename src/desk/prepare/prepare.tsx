import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { icon } from '../../art/pieces/icon.ts';
import { LANGUAGES } from '../../locales/languages.ts';
import type { StoryCard } from '../../protocol/catalogue.ts';
import { Drawing } from '../../ui/drawing.tsx';
import type { KeptLesson } from '../../ui/kept-lessons.ts';
import { lang } from '../../ui/locale.ts';
import { Languages } from '../../ui/locale-switch.tsx';
import { Cover } from '../home/cover.tsx';
import { Facts } from '../home/facts.tsx';
import { sheetLink, trialLink } from '../home/page-address.ts';
import pageStyles from '../page.module.css';
import { t } from '../texts.ts';
import { Contact } from './contact.tsx';
import { Names } from './names.tsx';
import { contact, isShort, newNames, preparationOf, prepare, startLesson, teacherCode, versionOf } from './preparation.ts';
import styles from './prepare.module.css';
import { Screens } from './screens.tsx';
import type { Screening } from './story.tsx';

function Versions({ story }: { story: StoryCard }) {
  const chosen = versionOf(story);
  return (
    <fieldset class={`card stack ${styles.versions}`}>
      <legend>{t('prepare.version')}</legend>
      {story.versions.map((one) => (
        <label key={one.id}>
          <input type="radio" name="version" checked={one.id === chosen?.id} onChange={() => prepare(story.id, { version: one.id })} />
          <span>
            <b>{one.title}</b> · {t('story.band', { band: one.band })}
            <br />
            {one.about}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** A lesson of 45 minutes, or one of 25 without what the story may leave out. */
function Lengths({ story, shortMinutes }: { story: StoryCard; shortMinutes: number }) {
  const short = isShort(story);
  return (
    <fieldset class={`card stack ${styles.versions}`}>
      <legend>{t('prepare.length')}</legend>
      {[false, true].map((one) => (
        <label key={String(one)}>
          <input type="radio" name="length" checked={one === short} onChange={() => prepare(story.id, { short: one })} />
          <span>
            <b>{t(one ? 'prepare.short' : 'prepare.long')}</b>
            <br />
            {t(one ? 'prepare.shortAbout' : 'prepare.longAbout', { minutes: one ? shortMinutes : story.minutes })}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Summary({ story }: { story: StoryCard }) {
  const named = newNames(story).map(({ from, to }) => t('prepare.summary.renamed', { from, to }));
  const version = versionOf(story);
  const board = preparationOf(story.id).lang ?? lang.value;
  return (
    <dl class={styles.summary}>
      {version && (
        <div>
          <dt>{t('prepare.summary.version')}</dt>
          <dd>{version.title}</dd>
        </div>
      )}
      {story.shortMinutes !== null && (
        <div>
          <dt>{t('prepare.summary.length')}</dt>
          <dd>{t(isShort(story) ? 'prepare.short' : 'prepare.long')}</dd>
        </div>
      )}
      <div>
        <dt>{t('prepare.summary.language')}</dt>
        <dd lang={board}>{LANGUAGES[board].name}</dd>
      </div>
      <div>
        <dt>{t('prepare.summary.names')}</dt>
        <dd>{named.length > 0 ? named.join(', ') : t('prepare.summary.namesNone')}</dd>
      </div>
      <div>
        <dt>{t('prepare.summary.contact')}</dt>
        <dd>{contact.value.length > 0 ? contact.value.map((one) => one.name).join(', ') : t('prepare.summary.contactNone')}</dd>
      </div>
    </dl>
  );
}

interface Props {
  story: StoryCard;
  asksCode: boolean;
  onStart: (lesson: KeptLesson, screening: Screening) => void;
}

/** Everything that can be chosen before a lesson, set as most classes want it. */
export function Prepare({ story, asksCode, onStart }: Props) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const [problems, setProblems] = useState<Record<string, string>>({});
  // A part that is filled in starts open; after that the teacher opens and closes it.
  const [filled] = useState({ names: newNames(story).length > 0, contact: contact.value.length > 0 });
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => heading.current?.focus(), []);

  function note(where: string, why: string): void {
    setProblems((before) => ({ ...before, [where]: why }));
    setFailure('');
  }

  async function start(screening: Screening): Promise<void> {
    if (busy) return;
    if (asksCode && !teacherCode.value.trim()) return setFailure(t('prepare.codeMissing'));
    if (Object.values(problems).some((why) => why)) {
      document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return setFailure(t('prepare.mend'));
    }
    setBusy(true);
    setFailure('');
    const answer = await startLesson(story);
    setBusy(false);
    if ('why' in answer) setFailure(answer.why);
    else onStart(answer.lesson, screening);
  }

  return (
    <main class={styles.prepare} data-screen="prepare">
      <a class={styles.back} href="#verhalen">
        <Drawing svg={icon('arrow-left')} class="icon" />
        {t('prepare.back')}
      </a>
      <header class={`${styles.head} stack`}>
        <p class={pageStyles.kind}>{t('prepare.kind')}</p>
        <h1 ref={heading} tabIndex={-1}>
          {story.title}
        </h1>
        <p>{t('prepare.lead')}</p>
      </header>
      <div class={`${styles.wishes} stack`}>
        {story.versions.length > 0 && <Versions story={story} />}
        {story.shortMinutes !== null && <Lengths story={story} shortMinutes={story.shortMinutes} />}
        <section class="card stack" aria-labelledby={`${id}-language`}>
          <h2 id={`${id}-language`}>{t('prepare.language')}</h2>
          <Languages
            label={t('prepare.language')}
            chosen={preparationOf(story.id).lang ?? lang.value}
            onChoose={(next) => prepare(story.id, { lang: next })}
          />
          <p class="soft">{t('prepare.languageHint')}</p>
        </section>
        <details class="card" open={filled.names}>
          <summary>
            <h2>{t('prepare.names')}</h2>
          </summary>
          <p>{t('prepare.namesLead')}</p>
          <Names story={story} problems={problems} onProblem={note} />
        </details>
        <details class="card" open={filled.contact}>
          <summary>
            <h2>{t('prepare.contact')}</h2>
          </summary>
          <p>{t('prepare.contactLead')}</p>
          <Contact onProblem={(why) => note('/contact', why)} />
        </details>
      </div>
      <aside class={`card stack ${styles.go}`} aria-labelledby={`${id}-go`}>
        <Cover story={story} />
        <h2 id={`${id}-go`}>{t('prepare.go')}</h2>
        <Facts story={story} named={false} />
        <Summary story={story} />
        {asksCode && (
          <label>
            <b>{t('prepare.code')}</b>
            <span class="soft">{t('prepare.codeHint')}</span>
            <input
              type="password"
              autocomplete="off"
              value={teacherCode.value}
              onInput={(event) => (teacherCode.value = event.currentTarget.value)}
              aria-describedby={`${id}-status`}
            />
          </label>
        )}
        <p id={`${id}-status`} role="status" class={failure ? pageStyles.refusal : ''}>
          {busy ? t('story.starting') : failure}
        </p>
        <div class={styles.way}>
          <Screens count={2} />
          <button type="button" class="primary" aria-describedby={`${id}-two`} onClick={() => start('beside')}>
            {t('story.start')}
          </button>
          <p id={`${id}-two`} class="soft">
            {t('story.startHint')}
          </p>
        </div>
        <div class={styles.way}>
          <Screens count={1} />
          <button type="button" aria-describedby={`${id}-one`} onClick={() => start('alone')}>
            {t('story.alone')}
          </button>
          <p id={`${id}-one`} class="soft">
            {t('story.aloneHint')}
          </p>
        </div>
        <a class="button" href={trialLink(story.id)}>
          {t('story.trial')}
        </a>
        {story.sheet && (
          <a class="button" href={sheetLink(story.id)}>
            <Drawing svg={icon('note')} class="icon" />
            {t('story.sheet')}
          </a>
        )}
      </aside>
    </main>
  );
}
