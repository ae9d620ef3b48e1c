import type { Letter } from '../../protocol/identity.ts';
import type { TeacherIntent } from '../../protocol/intents.ts';
import type { ChoiceFace, StageView } from '../../protocol/views.ts';

/** What a key or button of the teacher means on this screen. */
export type Wish =
  | { wish: 'intent'; intent: TeacherIntent }
  /** The head count comes before the story, and again when more phones have joined than were counted. */
  | { wish: 'count' }
  /** Shown first, done after a second yes. */
  | { wish: 'pick'; choice: ChoiceFace; round: string }
  | { wish: 'calm' }
  | { wish: 'mute' }
  | { wish: 'volume'; by: 1 | -1 }
  /** "Beeld en geluid". */
  | { wish: 'comfort' }
  | { wish: 'full' }
  | { wish: 'help' };

const fits = ({ headCount, seats }: StageView) => headCount !== null && seats <= headCount;

export function next(view: StageView): Wish {
  if (view.calm) return { wish: 'calm' };
  if (view.screen.kind === 'recount' || (view.screen.kind === 'lobby' && !fits(view))) return { wish: 'count' };
  return { wish: 'intent', intent: { type: 'lesson.next', moment: view.moment } };
}

export function hold(view: StageView): Wish | null {
  if (view.screen.kind !== 'scene') return null;
  return { wish: 'intent', intent: { type: 'scene.hold', on: view.screen.playhead.since !== null } };
}

function pick(view: StageView, letter: Letter): Wish | null {
  const { screen } = view;
  if (view.calm || (screen.kind !== 'together' && screen.kind !== 'too-few' && screen.kind !== 'weigh')) return null;
  const choice = screen.vote.choices.find((one) => one.letter === letter);
  return choice ? { wish: 'pick', choice, round: screen.vote.round } : null;
}

/** A presenter's clicker sends Page Up, Page Down, and often a full stop for its black screen. */
export function wishOf(key: string, view: StageView): Wish | null {
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
      return { wish: 'calm' };
    case 'm':
    case 'M':
      return { wish: 'mute' };
    case '+':
    case '=':
      return { wish: 'volume', by: 1 };
    case '-':
      return { wish: 'volume', by: -1 };
    case 'i':
    case 'I':
      return { wish: 'comfort' };
    case 'f':
    case 'F':
      return { wish: 'full' };
    case '?':
      return { wish: 'help' };
    case 'p':
    case 'P':
      return { wish: 'intent', intent: { type: 'desk.offer' } };
    case 'l':
    case 'L':
      return { wish: 'intent', intent: { type: 'door.lock', locked: view.door === 'open' } };
    case 'a':
    case 'A':
    case 'b':
    case 'B':
    case 'd':
    case 'D':
      return pick(view, key.toUpperCase() as Letter);
    // C picks where letters pick, and is calm everywhere else.
    case 'c':
    case 'C':
      return pick(view, 'C') ?? { wish: 'calm' };
    default:
      return null;
  }
}
