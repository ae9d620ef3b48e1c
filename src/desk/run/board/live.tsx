import type { TeacherIntent } from '../../../protocol/intents.ts';
import type { DeskView } from '../../../protocol/views/desk.ts';
import type { StageScreen } from '../../../protocol/views/stage.ts';
import { say } from '../../say.ts';
import { secondsTo } from '../now.ts';

type Ask = (intent: TeacherIntent) => void;

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** A chat runs on every phone: its clock and a way to stop it; what the phones do is nobody's to see. */
export function Live({ screen, now, ask }: { screen: StageScreen & { kind: 'live' }; now: number; ask: Ask }) {
  const { startsAt, endsAt, closesAt, round } = screen;
  const said =
    now < startsAt
      ? say('live.soon')
      : now < endsAt
        ? say('live.runs', { left: clock(secondsTo(endsAt, now)) })
        : say('live.consent', { left: clock(secondsTo(closesAt, now)) });
  return (
    <>
      <p class="big">{said}</p>
      {now < endsAt && (
        <div class="row">
          <button type="button" onClick={() => ask({ type: 'vote.close', round })}>
            {say('live.stop')}
          </button>
        </div>
      )}
    </>
  );
}

/** Where the story depends on the size of the class: what fits, and what the teacher may choose instead. */
export function Ways({ view, ask }: { view: DeskView; ask: Ask }) {
  return view.branches.map(({ node, fitting, chosen, options }) => (
    <fieldset key={node} class="choices">
      <legend>{say('ways.title')}</legend>
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
            {text} {id === fitting && <small>({say('ways.fitting')})</small>} {!possible && <small>({say('ways.small')})</small>}
          </span>
        </label>
      ))}
    </fieldset>
  ));
}
