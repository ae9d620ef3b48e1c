import { type IconName, icon } from '../../art/pieces/icon.ts';
import { colours } from '../../art/tokens.ts';
import type { StageView } from '../../protocol/views/stage.ts';
import { type TextName, t } from '../text/texts.ts';
import { again, back, type Command, hold, next, recount, rest } from './commands.ts';
import styles from './controls.module.css';
import { element, picture } from './element.ts';

const FADE_AFTER_MS = 3500;

/** The teacher's small buttons, at the edge of the story. They go when a mouse rests; a finger cannot hover, and after a touch they stay. */
export class Controls {
  readonly root = element('div', { class: styles.controls, 'data-testid': 'controls', role: 'group' });
  private readonly command: (command: Command, at: number) => void;
  private view: StageView | null = null;
  private drawn = '';
  private fading: ReturnType<typeof setTimeout> | undefined;

  constructor(command: (command: Command, at: number) => void) {
    this.command = command;
    for (const name of ['pointermove', 'pointerdown'] as const) addEventListener(name, (event) => this.wake(event.pointerType === 'touch'));
  }

  show(view: StageView, muted: boolean): void {
    this.view = view;
    const held = view.screen.kind === 'scene' && view.screen.playhead.since === null;
    const counts = recount(view) !== null;
    const sign = `${view.lang} ${view.screen.kind} ${held} ${muted} ${counts} ${view.detour}`;
    if (sign === this.drawn) return;
    this.drawn = sign;
    const focused =
      document.activeElement instanceof HTMLElement && this.root.contains(document.activeElement) ? document.activeElement.dataset.name : undefined;
    this.root.setAttribute('aria-label', t('control.group'));
    this.root.replaceChildren(
      ...(view.screen.kind === 'scene'
        ? [
            this.button('arrow-counter-clockwise', 'control.again', 'again', again),
            this.button(held ? 'play' : 'pause', held ? 'control.resume' : 'control.hold', 'hold', hold),
          ]
        : []),
      this.button('arrow-right', 'control.next', 'next', next),
      ...(view.detour ? [this.button('arrow-left', 'detour.back', 'return', back)] : []),
      ...(counts ? [this.button('users-three', 'control.count', 'count', recount)] : []),
      ...(view.screen.kind === 'over' ? [] : [this.button('moon', 'control.calm', 'paused', rest)]),
      this.button(muted ? 'speaker-slash' : 'speaker-high', muted ? 'control.unmute' : 'control.mute', 'mute', () => ({ command: 'mute' })),
      this.button('eye', 'control.display', 'display', () => ({ command: 'display' })),
      ...(document.fullscreenEnabled ? [this.button('monitor', 'control.full', 'full', () => ({ command: 'full' }))] : []),
      this.button('question', 'control.help', 'help', () => ({ command: 'help' })),
    );
    if (focused) this.root.querySelector<HTMLElement>(`[data-name="${focused}"]`)?.focus();
  }

  private button(name: IconName, label: TextName, id: string, meaning: (view: StageView) => Command | null): HTMLButtonElement {
    const made = element('button', { type: 'button', title: t(label), 'aria-label': t(label), 'data-name': id }, picture(icon(name, colours.cream)));
    made.addEventListener('click', (event) => {
      // After a mouse or finger the space bar must mean "next" again.
      if (event.detail > 0) made.blur();
      const command = this.view && meaning(this.view);
      if (command) this.command(command, event.timeStamp);
    });
    return made;
  }

  private wake(stay: boolean): void {
    this.root.dataset.awake = '';
    delete document.documentElement.dataset.idle;
    clearTimeout(this.fading);
    if (stay) return;
    this.fading = setTimeout(() => {
      delete this.root.dataset.awake;
      document.documentElement.dataset.idle = '';
    }, FADE_AFTER_MS);
  }
}
