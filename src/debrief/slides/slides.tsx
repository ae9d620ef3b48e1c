import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { icon } from '../../art/pieces/icon.ts';
import { logo } from '../../art/pieces/logo.ts';
import type { DebriefView, GapResult } from '../../protocol/views/debrief.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { Figures } from '../sheet/figures.tsx';
import { t } from '../texts.ts';
import styles from './slides.module.css';

const headOf = (result: GapResult, title: string) => (result.asks ? t(`asks.${result.asks}`) : title);

function ResultSlide({ result, title }: { result: GapResult; title: string }) {
  const { vote } = result;
  return (
    <>
      <p class={styles.kicker}>{headOf(result, title)}</p>
      <h2>{vote.question}</h2>
      {vote.context && <p class={styles.context}>{vote.context}</p>}
      <div class={styles.figure}>
        <Figures result={result} />
      </div>
    </>
  );
}

function Together({ gap }: { gap: DebriefView['gaps'][number] }) {
  return (
    <>
      <p class={styles.kicker}>{gap.title}</p>
      <h2>{t('slides.together')}</h2>
      <div class={gap.results.length > 3 ? `${styles.strip} ${styles.many}` : styles.strip}>
        {gap.results.map((result) => (
          <section key={result.vote.node}>
            <div>
              {result.asks && <h3>{t(`asks.${result.asks}`)}</h3>}
              <p class="small">{result.vote.question}</p>
            </div>
            <div>
              <Figures result={result} tables={result.released?.shown === 'path'} />
            </div>
          </section>
        ))}
      </div>
      {gap.note && <p class={styles.context}>{gap.note}</p>}
    </>
  );
}

function Ask() {
  return (
    <>
      <p class={styles.kicker}>{t('slides.talk')}</p>
      <ol class={styles.questions}>
        <li>{t('slides.ask1')}</li>
        <li>{t('slides.ask2')}</li>
        <li>{t('slides.ask3')}</li>
      </ol>
      <p class={styles.context}>{t('slides.proof')}</p>
    </>
  );
}

/** Arrow keys and a clicker's page keys turn the slides wherever the focus is, but not while somebody types. */
function useDeck(count: number) {
  const [at, setAt] = useState(0);
  const go = (to: number) => setAt(Math.max(0, Math.min(count - 1, to)));
  // Not after the next frame: a second press before it would turn to the same slide.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLInputElement || event.ctrlKey || event.altKey || event.metaKey) return;
      const steps: Record<string, number> = { ArrowRight: at + 1, PageDown: at + 1, ArrowLeft: at - 1, PageUp: at - 1, Home: 0, End: count - 1 };
      const to = steps[event.key];
      if (to === undefined) return;
      event.preventDefault();
      go(to);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [at, count]);
  return { at, go };
}

/** The kept results, each as one slide to show on the board: arrow keys, a clicker, or the buttons. In print one on each page. */
export function Slides({ gaps }: { gaps: DebriefView['gaps'] }) {
  const slides = [
    ...gaps.flatMap((gap) => [
      ...gap.results.map((result) => ({ id: `${gap.node}-${result.vote.node}`, body: <ResultSlide result={result} title={gap.title} /> })),
      ...(gap.results.length > 1 ? [{ id: gap.node, body: <Together gap={gap} /> }] : []),
    ]),
    { id: 'ask', body: <Ask /> },
  ];
  const { at, go } = useDeck(slides.length);
  const deck = useRef<HTMLElement>(null);
  const [full, setFull] = useState(false);
  useEffect(() => {
    const changed = () => setFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', changed);
    return () => document.removeEventListener('fullscreenchange', changed);
  }, []);
  const enter = () => void (full ? document.exitFullscreen() : deck.current?.requestFullscreen());
  return (
    <main class={styles.slides}>
      <h1 class="hidden">{t('part.slides')}</h1>
      <p class="screen-only">{t('slides.lead')}</p>
      <section class={styles.deck} ref={deck} aria-roledescription={t('slides.deck')} aria-label={t('part.slides')}>
        {slides.map(({ id, body }, index) => (
          <article key={id} class={styles.slide} data-testid="slide" data-slide={id} hidden={index !== at}>
            {body}
            <footer>
              <Drawing svg={logo()} class="logo" />
              <p>
                {index + 1} / {slides.length}
              </p>
            </footer>
          </article>
        ))}
        <p class="hidden" role="status">
          {t('slides.at', { at: at + 1, of: slides.length })}
        </p>
        <div class={styles.deckControls}>
          <button type="button" aria-disabled={at === 0} onClick={() => go(at - 1)}>
            <Drawing svg={icon('arrow-left')} class="icon" />
            {t('slides.previous')}
          </button>
          <button type="button" aria-disabled={at === slides.length - 1} onClick={() => go(at + 1)}>
            {t('slides.next')}
            <Drawing svg={icon('arrow-right')} class="icon" />
          </button>
          {document.fullscreenEnabled && (
            <button type="button" onClick={enter}>
              <Drawing svg={icon(full ? 'arrows-in' : 'arrows-out')} class="icon" />
              {t(full ? 'slides.small' : 'slides.full')}
            </button>
          )}
        </div>
      </section>
    </main>
  );
}
