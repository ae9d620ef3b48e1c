import { badge } from '../../art/pieces/badge.ts';
import type { StageView } from '../../protocol/views/stage.ts';
import type { ChoiceView } from '../../protocol/views/vote.ts';
import { move } from '../../ui/clicker.ts';
import { t } from '../text/texts.ts';
import styles from './chooser.module.css';
import { choosing } from './commands.ts';
import { element, picture } from './element.ts';

/** The choices as buttons on the board, where the class chooses aloud: for a finger, a keyboard and a clicker. The one that has the focus stands in a frame. */
export class Chooser {
  readonly root = element('div', { class: styles.chooser, 'data-testid': 'chooser', role: 'group', hidden: '' });
  private readonly chosen: (choice: ChoiceView) => void;
  private readonly framed: (index: number | null) => void;
  private drawn = '';

  /** `framed`: which choice has the frame now, for its card. */
  constructor(chosen: (choice: ChoiceView) => void, framed: (index: number | null) => void) {
    this.chosen = chosen;
    this.framed = framed;
    this.root.addEventListener('focusout', () => this.framed(null));
  }

  show(view: StageView, paused: boolean): void {
    const vote = paused ? null : choosing(view);
    const sign = vote ? `${view.lang} ${vote.round} ${view.screen.kind}` : '';
    if (sign === this.drawn) return;
    this.drawn = sign;
    this.root.hidden = vote === null;
    this.root.setAttribute('aria-label', t('chooser.title'));
    this.root.replaceChildren(...(vote?.choices ?? []).map((choice, index) => this.button(choice, index)));
  }

  /** Frames the first choice, or asks about the one in the frame; `index`: about this one. */
  choose(index?: number): void {
    const one = index === undefined ? null : this.root.querySelectorAll('button')[index];
    one?.focus();
    move(this.root, 'forward');
  }

  other(): void {
    move(this.root, 'back');
  }

  /** Without a frame again. */
  leave(): void {
    for (const one of this.root.querySelectorAll('button')) one.blur();
  }

  private button(choice: ChoiceView, index: number): HTMLButtonElement {
    const made = element('button', { type: 'button', 'aria-label': `${choice.letter}. ${choice.text}` }, picture(badge(choice.letter)));
    made.addEventListener('click', () => this.chosen(choice));
    made.addEventListener('focus', () => this.framed(index));
    return made;
  }
}
