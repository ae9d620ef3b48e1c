import { icon } from '../../art/pieces/icon.ts';
import { colours } from '../../art/tokens.ts';
import { clockText } from '../../ui/clock-text.ts';
import { displaySettings } from '../board/display-settings.ts';
import { t } from '../text/texts.ts';
import dialogsStyles from './dialogs.module.css';
import { element, picture } from './element.ts';
import styles from './overlays.module.css';

const BREATH_MS = 4000;

/** "Even pauze" (paused): covers everything in one frame, whatever the story was doing. */
export class PauseScreen {
  readonly root: HTMLElement;
  private readonly line = element('p', {});
  private readonly clock = element('p', { class: styles.clock, 'aria-hidden': 'true' });
  private readonly back = element('button', { type: 'button', class: dialogsStyles.first });
  private timer: ReturnType<typeof setInterval> | undefined;
  private inward = true;
  /** What had the focus before the rest, and gets it back. */
  private before: Element | null = null;

  constructor(leave: (at: number) => void) {
    this.back.addEventListener('click', ({ timeStamp }) => leave(timeStamp));
    this.root = element(
      'section',
      { class: styles.paused, 'data-testid': 'paused', hidden: '' },
      element('div', { class: styles.breath, 'aria-hidden': 'true' }),
      element('h1', {}),
      this.line,
      this.clock,
      this.back,
    );
  }

  get on(): boolean {
    return !this.root.hidden;
  }

  show(on: boolean): void {
    if (on) this.speak();
    if (on === this.on) return;
    if (on) this.before = document.activeElement;
    this.root.hidden = !on;
    clearInterval(this.timer);
    if (on) this.back.focus();
    else if (this.before instanceof HTMLElement && this.before.isConnected) this.before.focus();
    if (!on) return;
    this.inward = true;
    this.breathe();
    if (!displaySettings().reducedMotion)
      this.timer = setInterval(() => {
        this.inward = !this.inward;
        this.breathe();
      }, BREATH_MS);
  }

  /** How long the rest has lasted. */
  tick(ms: number): void {
    const time = clockText(ms);
    if (this.clock.textContent !== time) this.clock.textContent = time;
  }

  /** The language may change while the lesson is paused. */
  private speak(): void {
    const title = this.root.querySelector('h1');
    if (title) title.textContent = t('paused.title');
    this.back.textContent = t('paused.back');
    this.breathe();
  }

  private breathe(): void {
    this.line.textContent = displaySettings().reducedMotion ? `${t('paused.in')} ${t('paused.out')}` : t(this.inward ? 'paused.in' : 'paused.out');
  }
}

/** Small words at the edge: what was heard, what was refused, whether the board is connected. */
export class Notes {
  private readonly heard = element('p', { class: `${styles.note} ${styles.heard}`, 'data-testid': 'heard', 'aria-hidden': 'true', hidden: '' });
  private readonly caption = element('span', {});
  private readonly said = element('p', { class: styles.note, role: 'status', hidden: '' });
  private readonly news = element('p', { class: styles.note, role: 'status', hidden: '' });
  private readonly anew = element('p', { class: `${styles.note} ${styles.linked}`, role: 'status', hidden: '' });
  private readonly linked = element('p', { class: `${styles.note} ${styles.linked}`, role: 'status', hidden: '' });
  readonly root = element('div', { class: styles.notes }, this.linked, this.anew, this.news, this.said, this.heard);
  private readonly timers = new Map<HTMLElement, ReturnType<typeof setTimeout>>();

  constructor() {
    this.heard.append(picture(icon('speaker-high', colours.cream)), this.caption);
  }

  /** The sound that is heard now, as a line to read. */
  get hearing(): string | null {
    return this.heard.hidden ? null : this.caption.textContent;
  }

  /** A line of a sound goes with the screen on which it was heard. */
  hush(): void {
    this.heard.hidden = true;
  }

  sound(caption: string): void {
    this.caption.textContent = caption;
    this.flash(this.heard, 2600);
  }

  say(line: string): void {
    this.said.textContent = line;
    this.flash(this.said, 6000);
  }

  /** Somebody came in after the count; null: the count is right again, or is asked for. */
  arrived(line: string | null): void {
    if (line === null) this.news.hidden = true;
    else {
      this.news.textContent = line;
      this.flash(this.news, 12_000);
    }
  }

  /** While the board is drawn anew; null when it is there. */
  picture(line: string | null): void {
    this.anew.hidden = line === null;
    if (line !== null) this.anew.textContent = line;
  }

  connection(line: string | null): void {
    this.linked.hidden = line === null;
    if (line !== null) this.linked.textContent = line;
  }

  private flash(note: HTMLElement, ms: number): void {
    note.hidden = false;
    clearTimeout(this.timers.get(note));
    this.timers.set(
      note,
      setTimeout(() => {
        note.hidden = true;
      }, ms),
    );
  }
}

/** The class looks at another path than its own: a frame around the whole board, with its name. */
export class DetourMark {
  readonly root = element('div', { class: styles.detour, 'data-testid': 'detour', 'aria-hidden': 'true', hidden: '' }, element('p', {}));

  show(on: boolean): void {
    this.root.hidden = !on;
    const name = this.root.querySelector('p');
    if (on && name) name.textContent = t('detour.mark');
  }
}

/** Some browsers let no page sound before somebody has touched it, also after a reload. */
export class Unlock {
  readonly root = element('button', { type: 'button', class: styles.unlock, 'data-testid': 'unlock', hidden: '' });

  show(blocked: boolean): void {
    if (this.root.hidden !== blocked) return;
    this.root.hidden = !blocked;
    if (blocked) this.root.replaceChildren(picture(icon('speaker-slash', colours.cream)), element('span', {}, t('sound.unlock')));
  }
}
