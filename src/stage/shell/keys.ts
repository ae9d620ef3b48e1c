import type { StageScreen } from '../../protocol/views/stage.ts';

/** The dialogs of the board. One of them may be open over any screen. */
export type DialogName =
  | 'help'
  | 'join'
  | 'display'
  | 'count'
  | 'remove'
  | 'pick'
  | 'pairing'
  | 'handsDown'
  | 'closing'
  | 'agreements'
  | 'decisions'
  | 'return'
  | 'afterwards';

/** What the board shows, as far as it matters for the two keys of a clicker. */
export type Situation = StageScreen['kind'] | 'paused' | DialogName;

/** What one press does. */
export type Meaning =
  /** First ends what is playing; then the next beat, or the next screen. In the lobby and before a vote the count comes first where it is missing or too low. */
  | 'onward'
  | 'count'
  /** The newest line of the story once more. */
  | 'again'
  /** The choice in the frame, which is then asked once more; the first press shows the frame. */
  | 'choose'
  /** The frame goes to the next choice, round and round. */
  | 'otherChoice'
  /** What can still be done at the end: agreements, and ending the lesson. */
  | 'closing'
  | 'afterwards'
  | 'resume'
  /** In a dialog: the button that has the focus. */
  | 'press'
  /** In a dialog: the focus goes to the next button, round and round. */
  | 'nextButton'
  /** Where the class looks at another path, it is asked whether to go back to its own; nothing elsewhere. */
  | 'return'
  | 'nothing';

interface Presses {
  forward: Meaning;
  back: Meaning;
}
const SCREEN: Presses = { forward: 'onward', back: 'return' };
const CHOOSING: Presses = { forward: 'choose', back: 'otherChoice' };
const DIALOG: Presses = { forward: 'press', back: 'nextButton' };

/** Every situation stands here: a new screen or dialog does not compile before somebody has decided what a clicker does there. */
export const CLICKER: Record<Situation, Presses> = {
  lobby: { forward: 'onward', back: 'nothing' },
  scene: { forward: 'onward', back: 'again' },
  question: SCREEN,
  vote: SCREEN,
  recount: { forward: 'count', back: 'return' },
  hands: SCREEN,
  together: CHOOSING,
  'too-few': CHOOSING,
  teacherDecides: CHOOSING,
  talk: SCREEN,
  reveal: SCREEN,
  reflect: SCREEN,
  results: SCREEN,
  foreseen: SCREEN,
  tell: SCREEN,
  live: SCREEN,
  end: { forward: 'closing', back: 'return' },
  over: { forward: 'afterwards', back: 'nothing' },
  paused: { forward: 'resume', back: 'nothing' },
  help: DIALOG,
  join: DIALOG,
  display: DIALOG,
  count: DIALOG,
  remove: DIALOG,
  pick: DIALOG,
  pairing: DIALOG,
  handsDown: DIALOG,
  closing: DIALOG,
  agreements: DIALOG,
  decisions: DIALOG,
  return: DIALOG,
  afterwards: DIALOG,
};
