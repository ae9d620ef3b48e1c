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
  offline: boolean;
  onNext: () => void;
  onBack: () => void;
  onSafeguarding: () => void;
  ask: (intent: TeacherIntent) => void;
}

/** Always in reach, near the thumb on a phone: the big button, pause, hold, skip, back, safeguarding, and the answer to what was pressed. */
export function Bar({ view, now, next, feedback, offline, onNext, onBack, onSafeguarding, ask }: Props) {
  const { screen } = view;
  const playing = screen.kind === 'scene' && position(screen.playhead, now) < screen.scene.length;
  const voting = screen.kind === 'question' || screen.kind === 'vote' || screen.kind === 'recount' || screen.kind === 'hands';
  const [skipping, setSkipping] = useState(false);
  const held = screen.kind === 'scene' && screen.playhead.since === null;
  return (
    <section class={styles.bar} aria-label={t('desk.actions')}>
      <p role="status" class={feedback.refused || offline ? pageStyles.refusal : ''}>
        {offline ? t('desk.reconnecting') : feedback.text}
      </p>
      <div class={styles.keys}>
        <button type="button" data-testid="next" class={`primary ${styles.next}`} aria-disabled={next.kind === 'wait'} onClick={onNext}>
          {next.label}
        </button>
        {screen.kind !== 'over' && (
          <button type="button" onClick={() => ask({ type: 'lesson.pause', on: !view.paused })}>
            <Drawing svg={icon('hand')} class="icon" />
            {t(view.paused ? 'paused.off' : 'paused.on')}
          </button>
        )}
        {playing && !view.paused && (
          <button type="button" onClick={() => ask({ type: 'scene.hold', on: !held })}>
            <Drawing svg={icon(held ? 'play' : 'pause')} class="icon" />
            {t(held ? 'resume' : 'hold')}
          </button>
        )}
        {(playing || voting) && !view.paused && (
          <button type="button" onClick={() => (playing ? ask({ type: 'story.skip', screenRevision: view.screenRevision }) : setSkipping(true))}>
            <Drawing svg={icon('caret-right')} class="icon" />
            {t('skip.open')}
          </button>
        )}
        {screen.kind !== 'over' && screen.kind !== 'lobby' && (
          <button type="button" onClick={onBack}>
            <Drawing svg={icon('arrow-counter-clockwise')} class="icon" />
            {t('back.short')}
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
