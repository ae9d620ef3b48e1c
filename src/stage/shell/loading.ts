import { t } from '../text/texts.ts';
import { element } from './element.ts';
import styles from './loading.module.css';

/** A wait that is shorter than this, in ms, is not shown. */
const PATIENCE_MS = 300;

/** How far the next screen is, while its pictures are drawn. */
export class Loading {
  private readonly line = element('p', {});
  private readonly bar = element('i', {});
  readonly root = element(
    'section',
    { class: styles.loading, 'data-testid': 'loading', role: 'progressbar', 'aria-valuemin': '0', 'aria-valuemax': '100', hidden: '' },
    this.line,
    this.bar,
  );
  private since = 0;
  private share = 0;

  /** Null: the screen is there. */
  show(share: number | null): void {
    if (share === null) {
      this.since = 0;
      this.share = 0;
      this.root.hidden = true;
      return;
    }
    if (this.since === 0) this.since = performance.now();
    // Pictures that are asked for later do not move the bar back.
    this.share = Math.max(this.share, share);
    if (performance.now() - this.since < PATIENCE_MS) return;
    const percent = Math.round(this.share * 100);
    this.line.textContent = t('loading.story');
    this.bar.style.setProperty('--share', String(this.share));
    this.root.setAttribute('aria-label', t('loading.story'));
    this.root.setAttribute('aria-valuenow', String(percent));
    this.root.hidden = false;
  }

  /** For screen readers: in quarters, not at every step. */
  get words(): string[] {
    return this.root.hidden ? [] : [t('loading.share', { share: Math.floor(this.share * 4) * 25 })];
  }
}
