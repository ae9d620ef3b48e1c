import { useId, useState } from 'preact/hooks';
import { avatar } from '../art/character.ts';
import { icon } from '../art/icon.ts';
import { Drawing } from '../debrief/drawing.tsx';
import type { KeptLesson } from '../debrief/kept.ts';
import { lang } from '../debrief/language.ts';
import { sentence } from '../protocol/refusals.ts';
import type { HelpLine, StoryCard, TeacherSheet } from '../protocol/views.ts';
import { say } from './say.ts';
import { Screens } from './screens.tsx';
import { createLesson } from './server.ts';

export type Screening = 'beside' | 'alone';

function About({ story }: { story: StoryCard }) {
  return (
    <div class="about">
      <p>{story.about}</p>
      <p class="notice">
        <b>{say('story.notice')}:</b> {story.notice}
      </p>
      <p>
        <b>{say('story.notWhen')}</b> {story.notWhen}
      </p>
      <details>
        <summary>{say('story.goals')}</summary>
        <ul>
          {story.goals.map((goal) => (
            <li key={goal}>{goal}</li>
          ))}
        </ul>
      </details>
      <details>
        <summary>{say('story.needs')}</summary>
        <ul>
          {story.needs.map((need) => (
            <li key={need}>{need}</li>
          ))}
        </ul>
      </details>
      {story.sheet && <Sheet sheet={story.sheet} help={story.help[0]?.lines ?? []} />}
    </div>
  );
}

function Sheet({ sheet, help }: { sheet: TeacherSheet; help: HelpLine[] }) {
  const list = (key: 'before' | 'readAloud' | 'questions' | 'say' | 'dontSay' | 'agreements') =>
    sheet[key].length > 0 && (
      <>
        <h4>{say(`sheet.${key}`)}</h4>
        <ul>
          {sheet[key].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </>
    );
  return (
    <details>
      <summary>{say('story.sheet')}</summary>
      <div class="sheet">
        {list('before')}
        {list('readAloud')}
        <h4>{say('sheet.phones')}</h4>
        <p>{sheet.phones}</p>
        <h4>{say('sheet.withoutPhones')}</h4>
        <p>{sheet.withoutPhones}</p>
        {list('questions')}
        {list('say')}
        {list('dontSay')}
        {list('agreements')}
        <h4>{say('sheet.help')}</h4>
        <ul>
          {help.map((line) => (
            <li key={line.name}>
              <b>{line.name}</b>: {line.what} {line.contact}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

interface Props {
  story: StoryCard;
  asksCode: boolean;
  onStart: (lesson: KeptLesson, screening: Screening) => void;
}

/** One story: what a teacher reads before choosing, and the two ways to start it. */
export function Story({ story, asksCode, onStart }: Props) {
  const [code, setCode] = useState('');
  const [version, setVersion] = useState(story.versions[0]?.id);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const id = useId();

  async function start(screening: Screening): Promise<void> {
    if (busy) return;
    if (asksCode && !code.trim()) return setFailure(say('story.codeMissing'));
    setBusy(true);
    setFailure('');
    try {
      const answer = await createLesson({ scenario: story.id, lang: lang.value, version, ...(asksCode ? { teacherCode: code.trim() } : {}) });
      if (!answer.ok) setFailure(sentence(answer.refusal, lang.value));
      else
        onStart(
          {
            lesson: answer.lesson,
            title: story.versions.find((one) => one.id === version)?.title ?? story.title,
            date: Date.now(),
            desk: answer.desk,
            stage: answer.stage,
            debrief: answer.debrief,
          },
          screening,
        );
    } catch {
      setFailure(say('story.unreachable'));
    }
    setBusy(false);
  }

  return (
    <article class="card story" aria-labelledby={id}>
      <div class="face">
        <div class="cast">
          {story.cast.slice(0, 6).map((person) => (
            <Drawing key={person.id} svg={avatar(person.look)} class="avatar" label={person.name} />
          ))}
        </div>
        <h3 id={id}>{story.title}</h3>
        <p class="tagline">{story.tagline}</p>
        <p class="soft row facts">
          <span>
            <Drawing svg={icon('users-three')} class="icon" />
            {say('story.band', { band: story.band })}
          </span>
          <span>
            <Drawing svg={icon('clock')} class="icon" />
            {say('story.minutes', { minutes: story.minutes })}
          </span>
        </p>
      </div>
      <About story={story} />
      <div class="starting">
        {story.versions.length > 0 && (
          <fieldset class="versions">
            <legend>{say('story.version')}</legend>
            {story.versions.map((one) => (
              <label key={one.id}>
                <input type="radio" name={`${id}-version`} checked={one.id === version} onChange={() => setVersion(one.id)} />
                <span>
                  <b>{one.title}</b> · {say('story.band', { band: one.band })}
                  <br />
                  {one.about}
                </span>
              </label>
            ))}
          </fieldset>
        )}
        {asksCode && (
          <label>
            <b>{say('story.code')}</b> <span class="soft">{say('story.codeHint')}</span>
            <input
              type="password"
              autocomplete="off"
              value={code}
              onInput={(event) => setCode(event.currentTarget.value)}
              aria-describedby={`${id}-status`}
            />
          </label>
        )}
        <p id={`${id}-status`} role="status" class={failure ? 'refusal' : ''}>
          {busy ? say('story.starting') : failure}
        </p>
        <div class="ways">
          <div class="way">
            <Screens count={2} />
            <button type="button" class="primary" aria-describedby={`${id}-two`} onClick={() => start('beside')}>
              {say('story.start')}
            </button>
            <p id={`${id}-two`} class="soft">
              {say('story.startHint')}
            </p>
          </div>
          <div class="way">
            <Screens count={1} />
            <button type="button" aria-describedby={`${id}-one`} onClick={() => start('alone')}>
              {say('story.alone')}
            </button>
            <p id={`${id}-one`} class="soft">
              {say('story.aloneHint')}
            </p>
          </div>
        </div>
      </div>
    </article>
  );
}
