import { type Beat, position } from '../../../protocol/scene.ts';
import type { DeskView } from '../../../protocol/views/desk.ts';
import type { StageScreen } from '../../../protocol/views/stage.ts';
import { t } from '../../texts.ts';
import styles from './scene.module.css';

function line(beat: Beat): { who: string; text: string } | null {
  switch (beat.kind) {
    case 'say':
    case 'act':
    case 'enter':
    case 'leave':
    case 'system':
    case 'sound':
    case 'seen':
    case 'react':
    case 'copies':
    case 'delete':
    case 'member':
    case 'behind':
    case 'scroll':
      return { who: '', text: beat.text };
    case 'speak':
    case 'message':
    case 'tile':
    case 'voice':
      return { who: beat.person.name, text: beat.text };
    case 'bars':
      return { who: '', text: beat.bars.map((bar) => bar.text).join(' · ') };
    case 'chat':
    case 'split':
      return { who: '', text: beat.chat.title };
    case 'silence':
      return { who: '', text: t('scene.silence', { seconds: Math.round(beat.ms / 1000) }) };
    case 'typing':
      return null;
  }
}

/** The newest lines of a scene that plays, in words. */
export function Scene({ screen, now, title }: { screen: StageScreen & { kind: 'scene' }; now: number; title: DeskView['here']['title'] }) {
  const { scene, playhead } = screen;
  const at = position(playhead, now);
  const starts = scene.beats.map((_, index) => scene.beats.slice(0, index).reduce((sum, beat) => sum + beat.ms, 0));
  const told = scene.beats.flatMap((beat, index) => ((starts[index] ?? 0) <= at ? [{ id: beat.id, told: line(beat) }] : []));
  const newest = told.filter((beat) => beat.told?.text).slice(-3);
  const state = at >= scene.length ? 'scene.done' : playhead.since === null ? 'scene.held' : 'scene.playing';
  return (
    <>
      <h3>
        {title}
        {scene.time && <span class="soft"> · {scene.time}</span>}
      </h3>
      <ol class={styles.script}>
        {newest.map((beat) => (
          <li key={beat.id}>
            {beat.told?.who && <b>{beat.told.who}: </b>}
            {beat.told?.text}
          </li>
        ))}
      </ol>
      <div class={styles.played} aria-hidden="true">
        <i style={{ width: `${Math.min(100, (at / Math.max(1, scene.length)) * 100)}%` }} />
      </div>
      <p class="soft">{t(state)}</p>
    </>
  );
}
