import { badge } from '../../art/pieces/badge.ts';
import type { ChoiceId, NodeId } from '../../protocol/identity.ts';
import type { TeacherIntent } from '../../protocol/intents.ts';
import { CANDIDATES } from '../../protocol/limits.ts';
import type { AgreementLine } from '../../protocol/views/lines.ts';
import type { StageScreen } from '../../protocol/views/stage.ts';
import { t } from '../text/texts.ts';
import styles from './closing.module.css';
import dialogStyles from './dialogs.module.css';
import { actions, button, type Dialogs } from './dialogs.ts';
import { element, picture } from './element.ts';

type Candidates = Extract<TeacherIntent, { type: 'agreements.ask' }>['candidates'];

type Offered = Pick<Extract<StageScreen, { kind: 'end' }>, 'candidates' | 'otherPaths'>;

export interface Closing {
  /** Null where the class is on its own path. */
  toOwnPath: (() => void) | null;
  agree(candidates: Candidates): void;
  /** Shows where another choice would have led. */
  whatIf(node: NodeId, choice: ChoiceId): void;
  end(): void;
}

const leave = (dialogs: Dialogs, act: () => void) => () => {
  dialogs.close();
  act();
};
const back = (dialogs: Dialogs) => button(t('closing.back'), () => dialogs.close());

/** The end of the story: what a class can still do with the board alone. */
export function askClosing(dialogs: Dialogs, { candidates, otherPaths }: Offered, does: Closing): void {
  const open = candidates.length >= CANDIDATES.least;
  const agree = open ? [button(t('closing.agree'), () => askAgreements(dialogs, candidates, does.agree), dialogStyles.first)] : [];
  const own = does.toOwnPath ? [button(t('detour.back'), leave(dialogs, does.toOwnPath))] : [];
  const end = button(t('closing.end'), () => askEnd(dialogs, does.end), open ? undefined : dialogStyles.first);
  const others = otherPaths.length > 0 ? [button(t('closing.decisions'), () => askDecision(dialogs, otherPaths, does.whatIf))] : [];
  const all = [...own, ...agree, ...others, end, back(dialogs)];
  dialogs.show('closing', t('closing.title'), element('p', {}, t(open ? 'closing.text' : 'closing.endText')), actions(...all));
  all[0]?.focus();
}

/** Two to four of the agreements that fit, for the class to choose from. */
function askAgreements(dialogs: Dialogs, candidates: readonly AgreementLine[], agree: Closing['agree']): void {
  const picked = new Set<string>();
  const vote = button(
    '',
    leave(dialogs, () => agree(candidates.filter(({ id }) => picked.has(id)).map(({ id }) => ({ id, text: null })))),
    dialogStyles.first,
  );
  const show = () => {
    vote.textContent = t('closing.vote', { count: picked.size });
    vote.disabled = picked.size < CANDIDATES.least || picked.size > CANDIDATES.most;
  };
  const each = candidates.map(({ id, text }) => {
    const made = button(text, () => {
      if (!picked.delete(id)) picked.add(id);
      made.setAttribute('aria-pressed', String(picked.has(id)));
      show();
    });
    made.setAttribute('aria-pressed', 'false');
    return made;
  });
  show();
  dialogs.show(
    'agreements',
    t('closing.agree'),
    element('p', {}, t('closing.agreeHow', { least: CANDIDATES.least, most: CANDIDATES.most })),
    element('div', { class: styles.agreements }, ...each),
    actions(vote, back(dialogs)),
  );
  each[0]?.focus();
}

/** The choices that were not taken. A look at one changes nothing, and one press leads back from it. */
function askDecision(dialogs: Dialogs, otherPaths: Offered['otherPaths'], whatIf: Closing['whatIf']): void {
  const each = otherPaths.map(({ node, question, choices }) =>
    element(
      'div',
      { class: styles.decision, role: 'group', 'aria-label': question },
      element('p', {}, question),
      ...choices.map((choice) => {
        const made = button(
          '',
          leave(dialogs, () => whatIf(node, choice.id)),
        );
        made.append(picture(badge(choice.letter)), t('closing.whatIf', { short: choice.short }));
        return made;
      }),
    ),
  );
  dialogs.show('decisions', t('closing.decisions'), element('p', {}, t('closing.decisionsHow')), ...each, actions(back(dialogs)));
}

function askEnd(dialogs: Dialogs, end: () => void): void {
  dialogs.sure('closing', t('closing.endTitle'), [element('p', {}, t('closing.endText'))], {
    yes: { label: t('closing.endYes'), act: end },
    no: t('closing.back'),
    first: 'no',
  });
}

/** The lesson is over. `openDebrief` null: this browser does not have its key. */
export function askAfterwards(dialogs: Dialogs, openDebrief: (() => void) | null): void {
  const desk = button(t('keyless.link'), () => location.assign('/docent'), openDebrief ? undefined : dialogStyles.first);
  const debrief = openDebrief ? [button(t('afterwards.debrief'), openDebrief, dialogStyles.first)] : [];
  const all = [...debrief, desk, back(dialogs)];
  dialogs.show('afterwards', t('afterwards.title'), element('p', {}, t(openDebrief ? 'afterwards.text' : 'afterwards.elsewhere')), actions(...all));
  all[0]?.focus();
}

/** Numbers of hands are entered where the class does not see them; without a desk the teacher, who saw them, takes the path. */
export function askHandsDown(dialogs: Dialogs, choose: () => void): void {
  dialogs.sure('handsDown', t('handsDown.title'), [element('p', {}, t('handsDown.text'))], {
    yes: { label: t('handsDown.choose'), act: choose },
    no: t('closing.back'),
    first: 'no',
  });
}

export function askReturn(dialogs: Dialogs, toOwnPath: () => void): void {
  dialogs.sure('return', t('detour.title'), [element('p', {}, t('detour.text'))], {
    yes: { label: t('detour.yes'), act: toOwnPath },
    no: t('detour.no'),
    first: 'yes',
  });
}
