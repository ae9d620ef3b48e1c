import type { Letter } from '../../protocol/identity.ts';
import type { TeacherIntent } from '../../protocol/intents.ts';
import type { StageView } from '../../protocol/views/stage.ts';
import type { ChoiceView } from '../../protocol/views/vote.ts';

/** What a key or button of the teacher means on this screen. */
export type Command =
  | { command: 'intent'; intent: TeacherIntent }
  /** The head count comes before the story, and again when more phones have joined than were counted. */
  | { command: 'count' }
  /** Done only after it has been confirmed. */
  | { command: 'pick'; choice: ChoiceView; round: string }
  | { command: 'paused' }
  | { command: 'mute' }
  | { command: 'volume'; by: 1 | -1 }
  /** "Beeld en geluid". */
  | { command: 'display' }
  | { command: 'full' }
  | { command: 'help' };

const fits = ({ headCount, seats }: StageView) => headCount !== null && seats <= headCount;

export function next(view: StageView): Command {
  if (view.paused) return { command: 'paused' };
  if (view.screen.kind === 'recount' || (view.screen.kind === 'lobby' && !fits(view))) return { command: 'count' };
  return { command: 'intent', intent: { type: 'lesson.next', screenRevision: view.screenRevision } };
}

export function hold(view: StageView): Command | null {
  if (view.screen.kind !== 'scene') return null;
  return { command: 'intent', intent: { type: 'scene.hold', on: view.screen.playhead.since !== null } };
}

function pick(view: StageView, letter: Letter): Command | null {
  const { screen } = view;
  if (view.paused || (screen.kind !== 'together' && screen.kind !== 'too-few' && screen.kind !== 'teacherDecides')) return null;
  const choice = screen.vote.choices.find((one) => one.letter === letter);
  return choice ? { command: 'pick', choice, round: screen.vote.round } : null;
}

/** A presenter's clicker sends Page Up, Page Down, and often a full stop for its black screen. */
export function commandFor(key: string, view: StageView): Command | null {
  switch (key) {
    case ' ':
    case 'ArrowRight':
    case 'PageDown':
    case 'Enter':
      return next(view);
    case 'ArrowLeft':
    case 'PageUp':
    case 'h':
    case 'H':
      return hold(view);
    case '.':
      return { command: 'paused' };
    case 'm':
    case 'M':
      return { command: 'mute' };
    case '+':
    case '=':
      return { command: 'volume', by: 1 };
    case '-':
      return { command: 'volume', by: -1 };
    case 'i':
    case 'I':
      return { command: 'display' };
    case 'f':
    case 'F':
      return { command: 'full' };
    case '?':
      return { command: 'help' };
    case 'p':
    case 'P':
      return { command: 'intent', intent: { type: 'desk.offer' } };
    case 'l':
    case 'L':
      return { command: 'intent', intent: { type: 'door.lock', locked: view.door === 'open' } };
    case 'a':
    case 'A':
      return pick(view, 'A');
    case 'b':
    case 'B':
      return pick(view, 'B');
    case 'd':
    case 'D':
      return pick(view, 'D');
    // C picks a choice where letters do, and pauses everywhere else.
    case 'c':
    case 'C':
      return pick(view, 'C') ?? { command: 'paused' };
    default:
      return null;
  }
}
