import type { TeacherIntent } from '../../protocol/intents.ts';
import type { StageView } from '../../protocol/views/stage.ts';
import { clickerKey } from '../../ui/clicker.ts';
import { CLICKER, type Meaning } from './keys.ts';

/** What a key or button of the teacher means on this screen. */
export type Command =
  | { command: 'intent'; intent: TeacherIntent }
  /** The head count comes before the story, and again when more phones have joined than were counted. */
  | { command: 'count' }
  /** The choice in the frame, asked once more; `choice`: the one at this place. */
  | { command: 'choose'; choice?: number }
  | { command: 'otherChoice' }
  /** Dialogs that ask how to go on. */
  | { command: 'handsDown' | 'closing' | 'return' | 'afterwards' }
  | { command: 'paused' }
  | { command: 'mute' }
  | { command: 'volume'; by: 1 | -1 }
  /** "Beeld en geluid". */
  | { command: 'display' }
  | { command: 'full' }
  /** The QR and the code, as large as the board. */
  | { command: 'join' }
  | { command: 'help' };

const OF_SCREEN: readonly Command['command'][] = ['count', 'choose', 'otherChoice', 'handsDown', 'closing', 'return', 'afterwards'];
/** Whether it means something else, or nothing, on another screen. */
export const isOfScreen = (command: Command): boolean =>
  command.command === 'intent' ? 'screenRevision' in command.intent : OF_SCREEN.includes(command.command);

/**
 * Whether it leaves what stands there, or asks whether to: not for a press that was meant for something else (`Pace`). A scene is left line by
 * line, and a line can be had once more.
 */
export const leavesScreen = (command: Command, { screen }: StageView): boolean =>
  isOfScreen(command) && command.command !== 'otherChoice' && screen.kind !== 'scene';

/** With more phones than pupils no vote has a result. */
export const tooMany = ({ mode, headCount, seats }: StageView): boolean => mode !== 'hands' && headCount !== null && seats > headCount;

/** Where the choice is the class's own, said aloud: three screens with the choices to press. */
export const choosing = ({ paused, screen }: StageView) =>
  !paused && (screen.kind === 'together' || screen.kind === 'too-few' || screen.kind === 'teacherDecides') ? screen.vote : null;

/** Whether the pupils have to be counted before this screen can go on. */
function countFirst(view: StageView): boolean {
  const { screen, headCount, seats } = view;
  if (screen.kind === 'lobby') return headCount === null || seats > headCount;
  // A vote that opens now would have no result; afterwards it waits for the count all the same.
  return screen.kind === 'question' && screen.asked !== 'together' && tooMany(view);
}

function onward(view: StageView): Command {
  const { screen, screenRevision } = view;
  if (countFirst(view)) return { command: 'count' };
  // Numbers of hands never stand on the board.
  if (screen.kind === 'hands' && !screen.mixed && screen.turn >= screen.vote.choices.length) return { command: 'handsDown' };
  return { command: 'intent', intent: { type: 'lesson.next', screenRevision } };
}

const COMMANDS: Record<Meaning, (view: StageView) => Command | null> = {
  onward,
  count: () => ({ command: 'count' }),
  again: ({ screenRevision }) => ({ command: 'intent', intent: { type: 'scene.again', screenRevision } }),
  choose: () => ({ command: 'choose' }),
  otherChoice: () => ({ command: 'otherChoice' }),
  closing: () => ({ command: 'closing' }),
  afterwards: () => ({ command: 'afterwards' }),
  resume: () => ({ command: 'paused' }),
  return: ({ detour }) => (detour ? { command: 'return' } : null),
  // The dialog itself takes these.
  press: () => null,
  nextButton: () => null,
  nothing: () => null,
};

function pressed(view: StageView, key: 'forward' | 'back'): Command | null {
  return COMMANDS[CLICKER[view.paused ? 'paused' : view.screen.kind][key]](view);
}

export const next = (view: StageView): Command | null => pressed(view, 'forward');

export function hold(view: StageView): Command | null {
  if (view.screen.kind !== 'scene') return null;
  return { command: 'intent', intent: { type: 'scene.hold', on: view.screen.playhead.since !== null } };
}

export const again = (view: StageView): Command | null => (view.screen.kind === 'scene' ? pressed(view, 'back') : null);
export const rest = (view: StageView): Command | null => (view.screen.kind === 'over' ? null : { command: 'paused' });
export const back = (view: StageView): Command | null => (view.detour && !view.paused ? { command: 'return' } : null);
export const recount = (view: StageView): Command | null =>
  !view.paused && (view.screen.kind === 'lobby' || tooMany(view)) ? { command: 'count' } : null;

const DIGITS = ['1', '2', '3', '4'];

/** A key while no dialog is open. What a clicker sends is in `CLICKER` and `clickerKey`; the other keys are a keyboard's only. */
export function commandFor(key: string, view: StageView): Command | null {
  const meaning = clickerKey(key);
  if (meaning === 'rest') return rest(view);
  if (meaning) return pressed(view, meaning);
  const choice = DIGITS.indexOf(key);
  if (choice >= 0) return choosing(view)?.choices[choice] ? { command: 'choose', choice } : null;
  switch (key.toLowerCase()) {
    case ' ':
    case 'enter':
      return next(view);
    case 'r':
      return rest(view);
    case 'h':
      return hold(view);
    case 'j':
      return back(view);
    case 't':
      return recount(view);
    case 'm':
      return { command: 'mute' };
    case '+':
    case '=':
      return { command: 'volume', by: 1 };
    case '-':
      return { command: 'volume', by: -1 };
    case 'i':
      return { command: 'display' };
    case 'f':
      return { command: 'full' };
    case 'q':
      return { command: 'join' };
    case '?':
      return { command: 'help' };
    case 'p':
      return { command: 'intent', intent: { type: 'desk.offer' } };
    case 'l':
      return { command: 'intent', intent: { type: 'door.lock', locked: view.door === 'open' } };
    default:
      return null;
  }
}
