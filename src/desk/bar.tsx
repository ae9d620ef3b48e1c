import { icon } from '../art/icon.ts';
import { Drawing } from '../debrief/drawing.tsx';
import type { TeacherIntent } from '../protocol/intents.ts';
import { type DeskView, position } from '../protocol/views.ts';
import type { Next } from './next.ts';
import { say } from './say.ts';

interface Props {
  view: DeskView;
  now: number;
  next: Next;
  told: { text: string; refused: boolean };
  offline: boolean;
  onNext: () => void;
  ask: (intent: TeacherIntent) => void;
}

/** Always at hand: the big button, hold, rest, and the answer to what was pressed. */
export function Bar({ view, now, next, told, offline, onNext, ask }: Props) {
  const { screen } = view;
  const playing = screen.kind === 'scene' && position(screen.playhead, now) < screen.scene.length;
  const held = screen.kind === 'scene' && screen.playhead.since === null;
  return (
    <section class="bar" aria-label={say('desk.actions')}>
      <p role="status" class={told.refused || offline ? 'refusal' : ''}>
        {offline ? say('desk.reconnecting') : told.text}
      </p>
      <div class="keys">
        {screen.kind !== 'over' && (
          <button type="button" onClick={() => ask({ type: 'calm', on: !view.calm })}>
            <Drawing svg={icon('hand')} class="icon" />
            {say(view.calm ? 'calm.off' : 'calm.on')}
          </button>
        )}
        {playing && !view.calm && (
          <button type="button" onClick={() => ask({ type: 'scene.hold', on: !held })}>
            <Drawing svg={icon(held ? 'play' : 'pause')} class="icon" />
            {say(held ? 'resume' : 'hold')}
          </button>
        )}
        <button type="button" class="primary next" aria-disabled={next.kind === 'wait'} onClick={onNext}>
          {next.label}
        </button>
      </div>
    </section>
  );
}
