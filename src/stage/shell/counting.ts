import { creature } from '../../art/pieces/creature.ts';
import { SMALLEST_CLASS } from '../../protocol/limits.ts';
import type { Creature, StageView } from '../../protocol/views/stage.ts';
import { creatureName } from '../../ui/creature-name.ts';
import { enteredBefore, STEPS, withKey, withMore } from '../../ui/entered-number.ts';
import { type TextName, t } from '../text/texts.ts';
import styles from './counting.module.css';
import dialogStyles from './dialogs.module.css';
import { actions, button, type Dialogs } from './dialogs.ts';
import { element, picture } from './element.ts';

/** What the teacher may do at the board where pupils are counted. */
export interface Counting {
  /** Only a count that was not there before. */
  confirm(count: number): void;
  remove(seat: number): void;
  removeSilent(): void;
  /** Opens the vote before the count is right: it is asked again when the vote closes. Null where no vote is about to open. */
  anyway: (() => void) | null;
  /** Past a vote that waits for the count; null elsewhere. */
  skip: (() => void) | null;
}

const CONFIRM: Partial<Record<StageView['screen']['kind'], TextName>> = { lobby: 'count.confirm', recount: 'count.confirmVotes' };

/** Known for as long as the question is open: what is true now, and the phones that may go. */
interface Present {
  seats: number;
  headCount: number | null;
  creatures: readonly Creature[];
}
const presentIn = ({ seats, headCount, screen }: StageView): Present => ({
  seats,
  headCount,
  creatures: 'creatures' in screen ? screen.creatures : [],
});

/**
 * How many pupils there are, counted by a person with buttons, digits or a clicker. It begins empty, or with what was counted before.
 * Gives what to do when phones come or go meanwhile.
 */
export function askCount(dialogs: Dialogs, view: StageView, does: Counting): (view: StageView) => void {
  let entered = enteredBefore(view.headCount);
  let present = presentIn(view);
  const number = element('output', { class: dialogStyles.number, 'aria-live': 'polite' });
  const unit = element('span', { class: dialogStyles.unit });
  const truth = element('p', { role: 'status' });
  const few = element('p', {}, t('count.few'));
  const leave = (act: () => void) => () => {
    dialogs.close('count');
    act();
  };
  const done = () => {
    if (entered.count === null || sure.disabled) return;
    dialogs.close('count');
    does.confirm(entered.count);
  };
  const sure = button(t(CONFIRM[view.screen.kind] ?? 'count.confirmHere'), done, dialogStyles.first);
  const remove = button(t('count.remove'), () => askRemoval(dialogs, present.creatures, does.remove));
  const silent = button(t('count.silent'), leave(does.removeSilent));
  const set = (next: typeof entered) => {
    entered = next;
    const { seats, headCount, creatures } = present;
    const crowded = headCount !== null && seats > headCount;
    number.textContent = String(entered.count ?? '–');
    if (entered.count === null) number.setAttribute('aria-label', t('count.empty'));
    else number.removeAttribute('aria-label');
    unit.textContent = t('count.pupils', { count: entered.count ?? 0 });
    truth.textContent = crowded ? t('count.tooMany', { seats, headCount }) : t('count.why');
    // The number that was counted before changes nothing where more phones take part than that.
    sure.disabled = entered.count === null || (crowded && entered.count === headCount);
    remove.hidden = !crowded || creatures.length === 0;
    silent.hidden = !crowded || !creatures.some(({ online }) => !online);
    few.hidden = seats >= SMALLEST_CLASS;
  };
  const steps = STEPS.map((step) => button(step > 0 ? `+ ${step}` : `− ${-step}`, () => set(withMore(entered, step))));
  set(entered);
  dialogs.show(
    'count',
    t('count.title'),
    truth,
    element('div', { class: dialogStyles.stepper }, number, unit, ...steps),
    few,
    actions(
      sure,
      remove,
      silent,
      ...(does.anyway ? [button(t('count.anyway'), leave(does.anyway))] : []),
      ...(does.skip ? [button(t('count.skip'), leave(does.skip))] : []),
      button(t('count.back'), () => dialogs.close('count')),
    ),
    element('p', { class: styles.keys }, t('count.keys')),
  );
  steps[0]?.focus();
  dialogs.takeKeys((event) => {
    const next = withKey(entered, event.key);
    if (next) set(next);
    // Somebody who typed the number means it to be taken; otherwise Enter presses the button that has the focus.
    else if (event.key === 'Enter' && entered.typing) done();
    else return false;
    return true;
  });
  return (newest) => {
    present = presentIn(newest);
    set(entered);
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
}

function askSure(dialogs: Dialogs, { seat, look, online }: Creature, remove: (seat: number) => void): void {
  const inside = [element('div', { class: dialogStyles.sign }, picture(creature(look, !online))), element('p', {}, t('remove.text'))];
  dialogs.sure('remove', t('remove.ask', { name: creatureName(look, t) }), inside, {
    yes: { label: t('remove.yes'), act: () => remove(seat) },
    no: t('count.back'),
    first: 'no',
  });
}
