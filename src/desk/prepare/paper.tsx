import { useEffect, useRef, useState } from 'preact/hooks';
import { icon } from '../../art/pieces/icon.ts';
import { logo } from '../../art/pieces/logo.ts';
import { colours } from '../../art/tokens.ts';
import { PAPERS, type Paper } from '../../protocol/catalogue.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { lang } from '../../ui/locale.ts';
import { paperLink } from '../home/page-address.ts';
import { fetchAftercare } from '../home/server.ts';
import { Unfetched } from '../home/unfetched.tsx';
import pageStyles from '../page.module.css';
import { t } from '../texts.ts';
import styles from './sheet.module.css';

type Part = Paper['parts'][number];

function Lines({ kind, lines }: Pick<Part, 'kind' | 'lines'>) {
  if (kind === 'letter')
    return (
      <>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </>
    );
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{kind === 'steps' ? <span>{line}</span> : line}</li>
      ))}
    </ul>
  );
}

const CLASSES: Record<Part['kind'], string | undefined> = { steps: styles.checks, aloud: styles.aloud, letter: styles.letter, fill: styles.fill };

/** A paper of one A4 for before or after a lesson, on the screen and on paper alike. */
export function PaperPage({ id }: { id: Paper['id'] }) {
  const heading = useRef<HTMLElement>(null);
  const [papers, setPapers] = useState<Paper[] | null>(null);
  const [failed, setFailed] = useState(false);

  function load(): void {
    setFailed(false);
    fetchAftercare(lang.value).then(
      (card) => setPapers(card.papers),
      () => setFailed(true),
    );
  }
  useEffect(load, [lang.value]);
  useEffect(() => heading.current?.focus(), []);

  const paper = papers?.find((one) => one.id === id);
  return (
    <main class={styles.reading} data-screen={paper ? 'paper' : 'paper-loading'} ref={heading} tabIndex={-1} aria-label={t('papers.title')}>
      <nav class={styles.tools} aria-label={t('papers.title')}>
        <a class="button" href="#verhalen">
          <Drawing svg={icon('arrow-left')} class="icon" />
          {t('prepare.back')}
        </a>
        {PAPERS.filter((other) => other !== id).map((other) => (
          <a key={other} class="button" href={paperLink(other)}>
            {t(`paper.${other}`)}
          </a>
        ))}
        <button type="button" class="primary" onClick={() => print()}>
          <Drawing svg={icon('printer', colours.white)} class="icon" />
          {t('sheet.print')}
        </button>
      </nav>
      <div role="status">
        {failed && <Unfetched onRetry={load} />}
        {!failed && !paper && <p>{t('sheet.loading')}</p>}
      </div>
      {paper && (
        <article class={styles.paper}>
          <header>
            <div>
              <p class={pageStyles.kind}>{t('papers.title')}</p>
              <h1>{t(`paper.${id}`)}</h1>
            </div>
            <div class={styles.mark}>
              <Drawing svg={logo()} class="logo" label="Wat doe jij?" />
            </div>
          </header>
          <p>
            <b>{paper.lead}</b>
          </p>
          {paper.parts.map((part) => (
            <section key={part.title} class={CLASSES[part.kind]}>
              <h2>{part.title}</h2>
              <Lines kind={part.kind} lines={part.lines} />
            </section>
          ))}
          <footer class="soft">{t('papers.foot')}</footer>
        </article>
      )}
    </main>
  );
}
