import type { TeacherIntent } from '../../../protocol/intents.ts';
import type { DeskView } from '../../../protocol/views/desk.ts';
import type { StageScreen } from '../../../protocol/views/stage.ts';
import { clockText } from '../../../ui/clock-text.ts';
import { t } from '../../texts.ts';
import { secondsTo } from '../now.ts';
import styles from './board.module.css';

type Ask = (intent: TeacherIntent) => void;

const clock = (seconds: number) => clockText(seconds * 1000);

/** While a chat runs on every phone: its clock and a way to stop it, and nothing of what the phones do. */
export function Live({ screen, now, ask }: { screen: StageScreen & { kind: 'live' }; now: number; ask: Ask }) {
  const { startsAt, endsAt, closesAt, round } = screen;
  const said =
    now < startsAt
      ? t('live.soon')
      : now < endsAt
        ? t('live.runs', { left: clock(secondsTo(endsAt, now)) })
        : t('live.consent', { left: clock(secondsTo(closesAt, now)) });
  return (
    <>
      <p class={styles.big}>{said}</p>
      {now < endsAt && (
        <div class="row">
          <button type="button" onClick={() => ask({ type: 'vote.close', round })}>
            {t('live.stop')}
          </button>
        </div>
      )}
    </>
  );
}

/** Where the story depends on the size of the class: what fits, and what the teacher may choose instead. */
export function Ways({ view, ask }: { view: DeskView; ask: Ask }) {
  return view.branches.map(({ node, fitting, chosen, options }) => (
    <fieldset key={node} class={styles.choices}>
      <legend>{t('ways.title')}</legend>
      {options.map(({ id, text, possible }) => (
        <label key={id}>
          <input
            type="radio"
            name={`way-${node}`}
            checked={(chosen ?? fitting) === id}
            disabled={!possible}
            onChange={() => ask({ type: 'way.set', node, way: id === fitting ? null : id })}
          />
          <span>
            {text} {id === fitting && <small>({t('ways.fitting')})</small>} {!possible && <small>({t('ways.small')})</small>}
          </span>
        </label>
      ))}
    </fieldset>
  ));
}
