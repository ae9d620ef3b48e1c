import type { StageView } from '../../protocol/views/stage.ts';
import { clickerKey } from '../../ui/clicker.ts';
import { HEIGHT, WIDTH } from '../board/screen.ts';
import { CARD } from '../screens/lobby/join-card.ts';
import type { Chooser } from './chooser.ts';
import { type Command, commandFor } from './commands.ts';
import type { Dialogs } from './dialogs.ts';
import type { Pace } from './pace.ts';
import type { Rest } from './rest.ts';

interface Parts {
  canvas: HTMLElement;
  dialogs: Dialogs;
  chooser: Chooser;
  pace: Pace;
  rest: Rest;
  shown(): StageView | null;
  execute(command: Command, at: number): void;
}

/** What the teacher presses: every key, and the card with the QR. The buttons of the board have their own listeners. */
export function listenToPresses({ canvas, dialogs, chooser, pace, rest, shown, execute }: Parts): void {
  addEventListener(
    'keydown',
    ({ key, repeat, timeStamp }) => pace.press(key === ' ' || key === 'Enter' ? 'forward' : (clickerKey(key) ?? key), timeStamp, repeat),
    true,
  );
  addEventListener('click', ({ detail, timeStamp }) => detail > 0 && pace.point(detail, timeStamp), true);
  canvas.addEventListener('click', (event) => {
    if (shown()?.screen.kind === 'lobby' && isOnCard(canvas, event)) execute({ command: 'join' }, event.timeStamp);
  });
  addEventListener('keydown', (event) => {
    const view = shown();
    if (event.ctrlKey || event.metaKey || event.altKey || !view) return;
    // A key that is held down must not press what it has just opened.
    if (event.repeat && (event.key === 'Enter' || event.key === ' ')) return event.preventDefault();
    // The key that begins a slide show would load the page again.
    if (event.key === 'F5') {
      event.preventDefault();
      if (!document.fullscreenElement) execute({ command: 'full' }, event.timeStamp);
      return;
    }
    const command = commandFor(event.key, rest.on === view.paused ? view : { ...view, paused: rest.on });
    // Rest works whatever is open; all other keys are those of an open dialog.
    if (dialogs.open !== null && command?.command !== 'paused') return dialogs.press(event);
    const onButton = document.activeElement instanceof HTMLButtonElement || document.activeElement instanceof HTMLAnchorElement;
    if (onButton && (event.key === ' ' || event.key === 'Enter')) return;
    if (event.key === 'Escape') chooser.leave();
    if (!command) return;
    event.preventDefault();
    if (!event.repeat) execute(command, event.timeStamp);
  });
}

function isOnCard(canvas: HTMLElement, { clientX, clientY }: MouseEvent): boolean {
  const drawing = canvas.querySelector('canvas');
  if (!drawing) return false;
  const { left, top, width, height } = drawing.getBoundingClientRect();
  const [x, y] = [((clientX - left) / width) * WIDTH, ((clientY - top) / height) * HEIGHT];
  return x >= CARD.x && x <= CARD.x + CARD.width && y >= CARD.y && y <= CARD.y + CARD.height;
}
