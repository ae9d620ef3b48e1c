import { creature } from '../../art/pieces/creature.ts';
import { SMALLEST_CLASS } from '../../protocol/limits.ts';
import type { Creature, StageView } from '../../protocol/views/stage.ts';
import { pressOrMove } from '../../ui/clicker.ts';
import { creatureName } from '../../ui/creature-name.ts';
import { enteredBefore, STEPS, withKey, withMore } from '../../ui/entered-number.ts';
import { t } from '../text/texts.ts';
import styles from './counting.module.css';
import dialogStyles from './dialogs.module.css';
import { actions, button, type Dialogs } from './dialogs.ts';
import { element, picture } from './element.ts';

/** What the teacher may do at the board where pupils are counted. */
export interface Counting {
  confirm(count: number): void;
  remove(seat: number): void;
  removeSilent(): void;
  /** Past a vote that waits for the count; null in the lobby. */
  skip: (() => void) | null;
}

/** How many pupils there are, counted by a person with buttons, digits or a clicker. It begins empty, or with what was counted before. */
export function askCount(dialogs: Dialogs, view: StageView, does: Counting): void {
  let entered = enteredBefore(view.headCount);
  const number = element('output', { class: dialogStyles.number, 'aria-live': 'polite' });
  const unit = element('span', { class: dialogStyles.unit });
  const done = () => {
    if (entered.count === null) return;
    dialogs.close();
    does.confirm(entered.count);
  };
  const sure = button(t(view.screen.kind === 'recount' ? 'count.confirmVotes' : 'count.confirm'), done, dialogStyles.first);
  const set = (next: typeof entered) => {
    entered = next;
    number.textContent = String(entered.count ?? '–');
    if (entered.count === null) number.setAttribute('aria-label', t('count.empty'));
    else number.removeAttribute('aria-label');
    unit.textContent = t('count.pupils', { count: entered.count ?? 0 });
    sure.disabled = entered.count === null;
  };
  set(entered);
  const steps = STEPS.map((step) => button(step > 0 ? `+ ${step}` : `− ${-step}`, () => set(withMore(entered, step))));
  const { headCount, seats } = view;
  const tooMany = headCount !== null && seats > headCount;
  const creatures = 'creatures' in view.screen ? view.screen.creatures : [];
  const leave = (act: () => void) => () => {
    dialogs.close();
    act();
  };
  dialogs.show(
    'count',
    t('count.title'),
    element('p', {}, tooMany ? t('count.tooMany', { seats, headCount }) : t('count.why')),
    element('div', { class: dialogStyles.stepper }, number, unit, ...steps),
    ...(seats < SMALLEST_CLASS ? [element('p', {}, t('count.few'))] : []),
    actions(
      sure,
      ...(tooMany
        ? [
            button(t('count.remove'), () => askRemoval(dialogs, creatures, does.remove)),
            ...(creatures.some(({ online }) => !online) ? [button(t('count.silent'), leave(does.removeSilent))] : []),
          ]
        : []),
      ...(does.skip ? [button(t('count.skip'), leave(does.skip))] : []),
      button(t('count.back'), () => dialogs.close()),
    ),
    element('p', { class: styles.keys }, t('count.keys')),
  );
  steps[0]?.focus();
  dialogs.root.onkeydown = (event) => {
    if (pressOrMove(dialogs.root, event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = withKey(entered, event.key);
    if (next) set(next);
    // Somebody who typed the number means it to be taken; otherwise Enter presses the button that has the focus.
    else if (event.key === 'Enter' && entered.typing) done();
    else return;
    event.preventDefault();
  };
}

/** Which phone goes: the class sees the creatures too, and each pupil knows the own one. */
function askRemoval(dialogs: Dialogs, creatures: readonly Creature[], remove: (seat: number) => void): void {
  const back = button(t('count.back'), () => dialogs.close());
  const each = creatures.map((one) => {
    const pressed = button('', () => askSure(dialogs, one, remove));
    pressed.append(
      picture(creature(one.look, !one.online)),
      element('span', {}, creatureName(one.look, t), ...(one.online ? [] : [element('small', {}, t('remove.away'))])),
    );
    return pressed;
  });
  dialogs.show('remove', t('remove.title'), element('p', {}, t('remove.how')), element('div', { class: styles.creatures }, ...each), actions(back));
  (each[0] ?? back).focus();
  dialogs.root.onkeydown = (event) => void pressOrMove(dialogs.root, event);
}

function askSure(dialogs: Dialogs, { seat, look, online }: Creature, remove: (seat: number) => void): void {
  const no = button(t('count.back'), () => dialogs.close());
  const yes = button(
    t('remove.yes'),
    () => {
      dialogs.close();
      remove(seat);
    },
    dialogStyles.first,
  );
  dialogs.show(
    'remove',
    t('remove.ask', { name: creatureName(look, t) }),
    element('div', { class: dialogStyles.sign }, picture(creature(look, !online))),
    element('p', {}, t('remove.text')),
    actions(no, yes),
  );
  no.focus();
  dialogs.root.onkeydown = (event) => void pressOrMove(dialogs.root, event);
}
