import { badge } from '../../art/pieces/badge.ts';
import { creature } from '../../art/pieces/creature.ts';
import type { StageView } from '../../protocol/views/stage.ts';
import type { ChoiceView } from '../../protocol/views/vote.ts';
import { leadsHereOnly, pairingAddress } from '../../ui/addresses.ts';
import { pressOrMove } from '../../ui/clicker.ts';
import { closeModal, openModal } from '../../ui/modal.ts';
import { qr } from '../../ui/qr.ts';
import type { DisplaySettings } from '../board/display-settings.ts';
import { type TextName, t } from '../text/texts.ts';
import styles from './dialogs.module.css';
import { element, picture } from './element.ts';
import type { DialogName } from './keys.ts';
import type { Pace } from './pace.ts';
import { displaySettingsPanel } from './panel.ts';

export function button(label: string, act: () => void, kind?: string): HTMLButtonElement {
  const made = element('button', { type: 'button', class: kind }, label);
  made.addEventListener('click', act);
  return made;
}

/** Keys that a dialog has beside those of a clicker. Returns whether it was one of them. */
type OwnKeys = (event: KeyboardEvent) => boolean;

/** One modal at a time, with the browser's own focus and Escape. Every dialog can be gone through with the two keys of a clicker. */
export class Dialogs {
  readonly root = element('dialog', { class: styles.dialog, 'aria-labelledby': 'dialog-title' });
  private showing: DialogName | null = null;
  /** What the dialog of a pairing shows: a code, or the sign of a device. */
  private pairingShown: string | null = null;
  /** The one that the teacher has closed: it does not open again while it is valid. */
  private dismissed: string | null = null;
  private ownKeys: OwnKeys = () => false;
  private readonly pace: Pace;

  constructor(pace: Pace) {
    this.pace = pace;
    this.root.addEventListener('close', () => {
      if (this.root.hasAttribute('open')) return;
      // What stands under it takes the next press.
      this.pace.came(performance.now());
      if (this.showing === 'pairing') this.dismissed = this.pairingShown;
      this.showing = null;
    });
    this.root.addEventListener('click', (event) => this.keepBurst(event), true);
  }

  /** The presses that opened it press nothing in it. A finger or mouse aims at what it presses, and only its double click is one of those. */
  private keepBurst(event: MouseEvent): void {
    // What the arrows choose in a row of options can be chosen back.
    if (!(event.target instanceof Element && event.target.closest('button, a'))) return;
    const at = event.timeStamp;
    if (event.detail > 0 ? !this.pace.isBurst(at) : this.pace.takes(at)) return;
    event.stopPropagation();
    event.preventDefault();
  }

  /** The browser reports a close a moment later, and a key that comes before that must not be lost. */
  get open(): DialogName | null {
    return this.root.hasAttribute('open') ? this.showing : null;
  }

  close(...names: DialogName[]): void {
    if (names.length === 0 || (this.showing && names.includes(this.showing))) closeModal(this.root);
  }

  /** A key that comes while a dialog is open, wherever the focus is. */
  press(event: KeyboardEvent): void {
    if (this.ownKeys(event)) event.preventDefault();
    else pressOrMove(this.root, event);
  }

  help(): void {
    const row = (keys: string[], label: TextName) => [element('dt', {}, ...keys.map((key) => element('kbd', {}, key))), element('dd', {}, t(label))];
    this.show(
      'help',
      t('help.title'),
      element(
        'dl',
        { class: styles.keys },
        ...row([t('help.space'), '→', 'Page Down'], 'help.next'),
        ...row(['←', 'Page Up'], 'help.again'),
        ...row(['B', '.', 'R'], 'help.calm'),
        ...row(['1', '2', '3', '4'], 'help.pick'),
        ...row(['H'], 'help.hold'),
        ...row(['T'], 'help.count'),
        ...row(['J'], 'help.return'),
        ...row(['P'], 'help.offer'),
        ...row(['Q'], 'help.join'),
        ...row(['L'], 'help.lock'),
        ...row(['I'], 'help.display'),
        ...row(['M'], 'help.mute'),
        ...row(['+', '−'], 'help.volume'),
        ...row(['F', 'F5'], 'help.full'),
        ...row(['?'], 'help.this'),
      ),
      element('p', {}, t('help.clicker')),
      actions(this.closing()),
    );
  }

  display(set: (part: Partial<DisplaySettings>) => void): void {
    this.show(
      'display',
      t('display.title'),
      element('p', {}, t('display.kept')),
      displaySettingsPanel(set),
      element('p', {}, t('display.awake')),
      actions(this.closing()),
    );
  }

  /** For the last row: the QR and the code as large as the board allows. Q closes it again. */
  join({ join, code }: StageView): void {
    this.show(
      'join',
      t('lobby.scan'),
      ...hereOnly(join.url),
      besideQr(
        styles.join,
        join.url,
        element('p', {}, t('lobby.goto'), ' ', element('b', {}, join.text)),
        element('p', { class: styles.code }, code),
      ),
      actions(this.closing()),
    );
    this.takeKeys(({ key, repeat }) => {
      if (key.toLowerCase() !== 'q') return false;
      if (!repeat) this.close();
      return true;
    });
  }

  /** Asked before something is done that cannot be taken back with a press; `first`: the answer that has the focus. */
  sure(
    name: DialogName,
    title: string,
    inside: Node[],
    { yes, no, first }: { yes: { label: string; act: () => void }; no: string; first: 'yes' | 'no' },
  ): void {
    const agreed = button(
      yes.label,
      () => {
        this.close();
        yes.act();
      },
      styles.first,
    );
    const denied = button(no, () => this.close());
    this.show(name, title, ...inside, actions(agreed, denied));
    (first === 'yes' ? agreed : denied).focus();
  }

  pick(choice: ChoiceView, confirm: () => void): void {
    this.sure('pick', t('pick.title'), [element('div', { class: styles.choice }, picture(badge(choice.letter)), element('p', {}, choice.text))], {
      yes: { label: t('pick.confirm', { letter: choice.letter }), act: confirm },
      no: t('pick.back'),
      first: 'yes',
    });
  }

  /** A device wants to steer: the code to type on it, then "is this you?". */
  pairing({ pairing, join }: Pick<StageView, 'pairing' | 'join'>, now: number, answer: (accept: boolean) => void): void {
    // A code that the desk shows is not shown here as well.
    const name = pairing?.sign ? `sign ${pairing.sign.name}` : pairing?.code ? `code ${pairing.code}` : null;
    if (name === null || pairing === null) {
      this.close('pairing');
      return;
    }
    // It waits for another dialog to be answered.
    const shown = this.showing === 'pairing' ? this.pairingShown : null;
    if ((this.showing !== null && shown === null) || (this.dismissed === name && shown !== name)) return;
    if (shown !== name) {
      this.pairingShown = name;
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
          'pairing',
          t('pairing.question', { name: pairing.sign.name }),
          element('div', { class: styles.sign }, picture(creature(pairing.sign.look))),
          element('p', {}, t('pairing.why')),
          actions(yes, no),
        );
        no.focus();
      } else {
        this.show(
          'pairing',
          t('pairing.title'),
          ...hereOnly(join.url),
          besideQr(
            styles.pairing,
            pairingAddress(join.url, pairing.code ?? ''),
            element('p', {}, t('pairing.how', { address: `${join.text}/docent` })),
            element('p', { class: styles.code }, pairing.code ?? ''),
            element('p', { 'data-part': 'left' }),
          ),
          actions(this.closing()),
        );
      }
    }
    const left = this.root.querySelector('[data-part="left"]');
    const line = t('pairing.left', { count: Math.max(0, Math.ceil((pairing.expires - now) / 1000)) });
    if (left && left.textContent !== line) left.textContent = line;
  }

  show(name: DialogName, title: string, ...inside: Node[]): void {
    if (this.root.hasAttribute('open')) closeModal(this.root);
    this.ownKeys = () => false;
    this.root.replaceChildren(element('h2', { id: 'dialog-title' }, title), ...inside);
    this.showing = name;
    openModal(this.root);
    this.pace.came(performance.now());
  }

  /** For the dialog that was shown last. */
  takeKeys(keys: OwnKeys): void {
    this.ownKeys = keys;
  }

  private closing(): HTMLButtonElement {
    return button(t('control.close'), () => this.close(), styles.first);
  }
}

/** A warning where the QR leads to this computer, so that no phone gets anywhere by it. */
const hereOnly = (url: string) => (leadsHereOnly(url) ? [element('p', { class: styles.warning }, t('join.hereOnly'))] : []);
/** A QR with what can be typed instead. */
const besideQr = (style: string | undefined, address: string, ...words: HTMLElement[]) =>
  element('div', { class: style }, picture(qr(address)), element('div', {}, ...words));
export const actions = (...buttons: HTMLButtonElement[]) => element('div', { class: styles.actions }, ...buttons);
