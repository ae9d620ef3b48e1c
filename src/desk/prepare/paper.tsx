import { useEffect, useState } from 'preact/hooks';
import { icon } from '../../art/pieces/icon.ts';
import { logo } from '../../art/pieces/logo.ts';
import { PAPERS, type Paper } from '../../protocol/catalogue.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { lang } from '../../ui/locale.ts';
import { paperLink } from '../home/page-address.ts';
import { fetchAftercare } from '../home/server.ts';
import pageStyles from '../page.module.css';
import { t } from '../texts.ts';
import { Reading } from './reading.tsx';
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

  const paper = papers?.find((one) => one.id === id);
  return (
    <Reading
      screen="paper"
      label={t('papers.title')}
      links={
        <>
          <a class="button" href="#verhalen">
            <Drawing svg={icon('arrow-left')} class="icon" />
            {t('prepare.back')}
          </a>
          {PAPERS.filter((other) => other !== id).map((other) => (
            <a key={other} class="button" href={paperLink(other)}>
              {t(`paper.${other}`)}
            </a>
          ))}
        </>
      }
      ready={paper !== undefined}
      failed={failed}
      onRetry={load}
    >
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
    </Reading>
  );
}
