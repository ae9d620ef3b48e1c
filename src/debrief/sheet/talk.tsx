import { avatar } from '../../art/people/character.ts';
import type { DebriefView, SourceLine } from '../../protocol/views/debrief.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { lang } from '../../ui/locale.ts';
import { t } from '../texts.ts';
import sheetStyles from './sheet.module.css';
import styles from './talk.module.css';

/** Each document once. The lines that are cited stand in the file that a teacher may take along, for who looks them up. */
const cited = (sources: SourceLine[]): string => [...new Set(sources.map(({ title, year }) => `${title} (${year})`))].join('; ');

function Sources({ sources }: { sources: SourceLine[] }) {
  return sources.length > 0 ? <p class={styles.source}>{t('sources.see', { list: cited(sources) })}</p> : null;
}

export function Caution({ view }: { view: DebriefView }) {
  const cast = view.cast.slice(0, 4).map((person) => person.name);
  // Safari 14.0 has no ListFormat.
  const names = 'ListFormat' in Intl ? new Intl.ListFormat(lang.value, { type: 'conjunction' }).format(cast) : cast.join(', ');
  return (
    <aside class={styles.caution}>
      <div class="row">
        {view.cast.slice(0, 4).map((person) => (
          <Drawing key={person.id} svg={avatar(person.look)} class="avatar" />
        ))}
      </div>
      <p>
        <b>{t('talk.start')}</b> {t('talk.startText', { names })}
      </p>
      <p>
        <b>{t('talk.stop')}</b> {t('talk.stopText')}
      </p>
    </aside>
  );
}

export function Talking({ talking }: { talking: DebriefView['talking'] }) {
  return (
    <section aria-labelledby="talking">
      <h2 id="talking">{t('talk.title')}</h2>
      <ol class={styles.numbered}>
        {talking.map((point) => (
          <li key={point.question}>
            <div>
              <h3>{point.question}</h3>
              <p>{point.note}</p>
              <Sources sources={point.sources} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

export function Facts({ facts }: { facts: DebriefView['facts'] }) {
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{t('facts.title')}</h2>
      <ul class={styles.facts}>
        {facts.map((fact) => (
          <li key={fact.text}>
            <p>{fact.text}</p>
            <Sources sources={fact.sources} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Words({ title, lines, id }: { title: string; lines: string[]; id: string }) {
  return (
    <section class={styles.ruled} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

export function Advice({ view }: { view: DebriefView }) {
  return (
    <div class={`${sheetStyles.columns} ${sheetStyles.two}`}>
      <Words id="say" title={t('say.do')} lines={view.say} />
      <Words id="dont" title={t('say.dont')} lines={view.dontSay} />
    </div>
  );
}
