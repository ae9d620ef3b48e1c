import { badge } from '../../art/pieces/badge.ts';
import { creature } from '../../art/pieces/creature.ts';
import type { PairingView } from '../../protocol/views/pairing.ts';
import type { ChoiceView } from '../../protocol/views/vote.ts';
import { pressOrMove } from '../../ui/clicker.ts';
import { closeModal, openModal } from '../../ui/modal.ts';
import type { DisplaySettings } from '../board/display-settings.ts';
import { type TextName, t } from '../text/texts.ts';
import styles from './dialogs.module.css';
import { element, picture } from './element.ts';
import { displaySettingsPanel } from './panel.ts';

export function button(label: string, act: () => void, kind?: string): HTMLButtonElement {
  const made = element('button', { type: 'button', class: kind }, label);
  made.addEventListener('click', act);
  return made;
}

/** One modal at a time, with the browser's own focus and Escape. */
export class Dialogs {
  readonly root = element('dialog', { class: styles.dialog, 'aria-labelledby': 'dialog-title' });
  private showing: string | null = null;
  /** The code that the teacher has closed: it does not open again while it is valid. */
  private dismissed: string | null = null;

  constructor() {
    this.root.addEventListener('close', () => {
      if (this.root.hasAttribute('open')) return;
      if (isPairing(this.showing)) this.dismissed = this.showing;
      this.showing = null;
    });
  }

  /** The browser reports a close a moment later, and a key that comes before that must not be lost. */
  get open(): string | null {
    return this.root.hasAttribute('open') ? this.showing : null;
  }

  close(name?: string): void {
    if (name === undefined || this.showing === name) closeModal(this.root);
  }

  help(): void {
    const row = (keys: string[], label: TextName) => [element('dt', {}, ...keys.map((key) => element('kbd', {}, key))), element('dd', {}, t(label))];
    this.show(
      'help',
      t('help.title'),
      element(
        'dl',
        { class: styles.keys },
        ...row([t('help.space'), '→'], 'help.next'),
        ...row(['←'], 'help.hold'),
        ...row(['C', '.'], 'help.calm'),
        ...row(['A', 'B', 'C', 'D'], 'help.pick'),
        ...row(['P'], 'help.offer'),
        ...row(['L'], 'help.lock'),
        ...row(['I'], 'help.display'),
        ...row(['M'], 'help.mute'),
        ...row(['+', '−'], 'help.volume'),
        ...row(['F'], 'help.full'),
        ...row(['?'], 'help.this'),
      ),
      actions(button(t('control.close'), () => this.close(), styles.first)),
    );
  }

  display(set: (part: Partial<DisplaySettings>) => void): void {
    this.show(
      'display',
      t('display.title'),
      element('p', {}, t('display.kept')),
      displaySettingsPanel(set),
      actions(button(t('control.close'), () => this.close(), styles.first)),
    );
  }

  pick(choice: ChoiceView, confirm: () => void): void {
    const done = () => {
      this.close();
      confirm();
    };
    const sure = button(t('pick.confirm', { letter: choice.letter }), done, styles.first);
    this.show(
      'pick',
      t('pick.title'),
      element('div', { class: styles.choice }, picture(badge(choice.letter)), element('p', {}, choice.text)),
      actions(
        sure,
        button(t('pick.back'), () => this.close()),
      ),
    );
    sure.focus();
    this.root.onkeydown = (event) => {
      if (pressOrMove(this.root, event) || event.repeat || event.key.toUpperCase() !== choice.letter) return;
      event.preventDefault();
      done();
    };
  }

  /** A device wants to steer: the code to type on it, then "is this you?". */
  pairing(pairing: PairingView | null, now: number, answer: (accept: boolean) => void): void {
    // A code that the desk shows is not shown here as well.
    const name = pairing?.sign ? `sign ${pairing.sign.name}` : pairing?.code ? `code ${pairing.code}` : null;
    if (name === null || pairing === null) {
      if (isPairing(this.showing)) closeModal(this.root);
      return;
    }
    // It waits for another dialog to be answered.
    if ((this.showing !== null && !isPairing(this.showing)) || (this.dismissed === name && this.showing !== name)) return;
    if (this.showing !== name) {
      if (pairing.sign) {
        const yes = button(
          t('pairing.yes'),
          () => {
            this.close();
            answer(true);
          },
          styles.first,
        );
        const no = button(t('pairing.no'), () => {
          this.close();
          answer(false);
        });
        this.show(
          name,
          t('pairing.question', { name: pairing.sign.name }),
          element('div', { class: styles.sign }, picture(creature(pairing.sign.look))),
          element('p', {}, t('pairing.why')),
          actions(yes, no),
        );
        no.focus();
      } else {
        this.show(
          name,
          t('pairing.title'),
          element('p', {}, t('pairing.how')),
          element('p', { class: styles.code }, pairing.code ?? ''),
          element('p', { 'data-part': 'left' }),
          actions(button(t('control.close'), () => this.close(), styles.first)),
        );
      }
    }
    const left = this.root.querySelector('[data-part="left"]');
    const line = t('pairing.left', { count: Math.max(0, Math.ceil((pairing.expires - now) / 1000)) });
    if (left && left.textContent !== line) left.textContent = line;
  }

  /** `inside` may take the keys of this dialog with `root.onkeydown` afterwards. */
  show(name: string, title: string, ...inside: Node[]): void {
    if (this.root.hasAttribute('open')) closeModal(this.root);
    this.root.onkeydown = null;
    this.root.replaceChildren(element('h2', { id: 'dialog-title' }, title), ...inside);
    this.showing = name;
    openModal(this.root);
  }
}

const isPairing = (name: string | null) => name !== null && /^(code|sign) /.test(name);
export const actions = (...buttons: HTMLButtonElement[]) => element('div', { class: styles.actions }, ...buttons);
