import { icon } from '../../../art/pieces/icon.ts';
import type { TeacherIntent } from '../../../protocol/intents.ts';
import type { DeskView } from '../../../protocol/views/desk.ts';
import type { StageScreen } from '../../../protocol/views/stage.ts';
import type { ChoiceView } from '../../../protocol/views/vote.ts';
import { Drawing } from '../../../ui/drawing.tsx';
import { t } from '../../texts.ts';
import { Choices, Compared, Pick, Question } from './ballot.tsx';

type Ask = (intent: TeacherIntent) => void;

/** What the class chose; a story's decision may be talked about and voted on once more. */
export function Revealed({ view, screen, ask }: { view: DeskView; screen: StageScreen & { kind: 'reveal' }; ask: Ask }) {
  return (
    <>
      <Question vote={screen.vote} />
      <Choices vote={screen.vote} path={screen.path} tag={t(screen.by === 'what-if' ? 'reveal.look' : 'reveal.path')} released={screen.released} />
      <p class="soft">
        {t(`reveal.by.${screen.by}`)}
        {screen.released?.shown === 'path' && ` ${t('path.only')}`}
      </p>
      {(screen.by === 'class' || screen.by === 'hands') && view.decisions.some(({ node }) => node === screen.vote.node) && (
        <div class="row">
          <button type="button" onClick={() => ask({ type: 'story.back', node: screen.vote.node, choice: null })}>
            <Drawing svg={icon('arrow-counter-clockwise')} class="icon" />
            {t('revote.go')}
          </button>
          <p class="soft">{t('revote.hint')}</p>
        </div>
      )}
    </>
  );
}

/** Results that were kept, told now. */
export function KeptResults({ screen }: { screen: StageScreen & { kind: 'results' } }) {
  return (
    <>
      <h3>{screen.title}</h3>
      {screen.note && <p>{screen.note}</p>}
      {screen.results.map(({ vote, released, arms }) => (
        <section key={vote.node} class="stack">
          <Question vote={vote} />
          <Choices vote={vote} released={released} />
          {arms && <Compared vote={vote} arms={arms} />}
          {!arms && released?.shown === 'path' && <p class="soft">{t('path.only')}</p>}
          {!arms && !(released && 'path' in released) && (
            <p class="soft">{t(released?.shown === 'alike' || released?.shown === 'incomplete' ? `results.${released.shown}` : 'results.none')}</p>
          )}
        </section>
      ))}
    </>
  );
}

/** In a mixed room: what the phones chose, and the teacher's pick. */
export function TeacherDecides({
  screen,
  picked,
  onPick,
}: {
  screen: StageScreen & { kind: 'teacherDecides' };
  picked: ChoiceView | null;
  onPick: (choice: ChoiceView) => void;
}) {
  const { released, vote } = screen;
  const path = !('path' in released) ? null : (vote.choices.find(({ id }) => id === released.path) ?? null);
  return (
    <>
      <Question vote={screen.vote} />
      <Choices vote={screen.vote} path={path} tag={t('teacherDecides.path')} released={screen.released} />
      {released.shown === 'path' && <p class="soft">{t('path.only')}</p>}
      <p>{t('teacherDecides.how')}</p>
      <Pick vote={screen.vote} picked={picked} onPick={onPick} />
    </>
  );
}

/** The end on the board, and the questions of before once more. */
export function Ended({ view, screen, ask }: { view: DeskView; screen: StageScreen & { kind: 'end' }; ask: Ask }) {
  return (
    <>
      <h3>{screen.title}</h3>
      <p>
        <b>{t('end.still')}</b>
      </p>
      <ul>
        {screen.still.map((still) => (
          <li key={still}>{still}</li>
        ))}
      </ul>
      {view.items.askable && (
        <div class="row">
          <button type="button" onClick={() => ask({ type: 'items.ask' })}>
            {t('items.again')}
          </button>
          <p class="soft">{t('items.againHint')}</p>
        </div>
      )}
      {view.items.lapsed && <p class="soft">{t('items.lapsed')}</p>}
    </>
  );
}
