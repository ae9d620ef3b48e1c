import { useState } from 'preact/hooks';
import { icon } from '../../../art/pieces/icon.ts';
import type { TeacherIntent } from '../../../protocol/intents.ts';
import { position } from '../../../protocol/scene.ts';
import type { DeskView } from '../../../protocol/views/desk.ts';
import { Drawing } from '../../../ui/drawing.tsx';
import pageStyles from '../../page.module.css';
import { t } from '../../texts.ts';
import { Confirm } from '../confirm.tsx';
import { SafeguardingButton } from '../safeguarding.tsx';
import styles from './bar.module.css';
import type { Next } from './next.ts';

interface Props {
  view: DeskView;
  now: number;
  next: Next;
  feedback: { text: string; refused: boolean };
  /** What is said while there is no connection. */
  offline: string | null;
  onNext: () => void;
  onRest: () => void;
  onBack: () => void;
  onSafeguarding: () => void;
  ask: (intent: TeacherIntent) => void;
}

function Key({ name }: { name: string }) {
  return (
    <span class={styles.key} aria-hidden="true">
      {name}
    </span>
  );
}

/** Always in reach, near the thumb on a phone: the big button, rest, hold, skip, back, safeguarding, and the answer to what was pressed. */
export function Bar({ view, now, next, feedback, offline, onNext, onRest, onBack, onSafeguarding, ask }: Props) {
  const { screen } = view;
  const playing = screen.kind === 'scene' && position(screen.playhead, now) < screen.scene.length;
  const voting = screen.kind === 'question' || screen.kind === 'vote' || screen.kind === 'recount' || screen.kind === 'hands';
  const [skipping, setSkipping] = useState(false);
  const held = screen.kind === 'scene' && screen.playhead.since === null;
  return (
    <section class={styles.bar} aria-label={t('desk.actions')}>
      <p role="status" class={feedback.refused || offline ? pageStyles.refusal : ''}>
        {offline ?? feedback.text}
      </p>
      <div class={styles.keys}>
        <button
          type="button"
          data-testid="next"
          class={`primary ${styles.next}`}
          aria-disabled={next.kind === 'wait'}
          aria-keyshortcuts="Space"
          onClick={onNext}
        >
          {next.label}
          <Key name={t('key.space')} />
        </button>
        {/* At rest the big button ends it. */}
        {screen.kind !== 'over' && !view.paused && (
          <button type="button" aria-keyshortcuts="R" onClick={onRest}>
            <Drawing svg={icon('moon')} class="icon" />
            {t('paused.on')}
            <Key name="R" />
          </button>
        )}
        {playing && !view.paused && (
          <button type="button" onClick={() => ask({ type: 'scene.hold', on: !held })}>
            <Drawing svg={icon(held ? 'play' : 'pause')} class="icon" />
            {t(held ? 'resume' : 'hold')}
          </button>
        )}
        {screen.kind === 'scene' && !view.paused && (
          <button type="button" onClick={() => ask({ type: 'scene.again', screenRevision: view.screenRevision })}>
            <Drawing svg={icon('arrow-left')} class="icon" />
            {t('scene.again')}
          </button>
        )}
        {view.detour && !view.paused && (
          <button type="button" onClick={() => ask({ type: 'story.return' })}>
            <Drawing svg={icon('arrow-left')} class="icon" />
            {t('detour.back')}
          </button>
        )}
        {(playing || voting) && !view.paused && (
          <button type="button" onClick={() => (playing ? ask({ type: 'story.skip', screenRevision: view.screenRevision }) : setSkipping(true))}>
            <Drawing svg={icon('caret-right')} class="icon" />
            {t(playing ? 'scene.toEnd' : 'skip.open')}
          </button>
        )}
        {/* While a scene plays its own keys need the room, so that the big button stays beside them; "Meer" has this one at any time. */}
        {screen.kind !== 'over' && screen.kind !== 'lobby' && !playing && (
          <button type="button" onClick={onBack}>
            <Drawing svg={icon('arrow-counter-clockwise')} class="icon" />
            {t('back.open')}
          </button>
        )}
        <SafeguardingButton onOpen={onSafeguarding} />
      </div>
      {skipping && voting && (
        <Confirm
          title={t('skip.title')}
          text={t(screen.vote.held ? 'skip.held' : 'skip.text')}
          yes={t('skip.yes')}
          onYes={() => ask({ type: 'story.skip', screenRevision: view.screenRevision })}
          onClose={() => setSkipping(false)}
        />
      )}
    </section>
  );
}
