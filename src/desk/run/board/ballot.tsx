import { avatar } from '../../../art/people/character.ts';
import { badge } from '../../../art/pieces/badge.ts';
import { abstractSticker } from '../../../art/pieces/tile.ts';
import type { Arms, Released } from '../../../protocol/released.ts';
import type { DrawingName } from '../../../protocol/scene.ts';
import type { ChoiceView, VoteView } from '../../../protocol/views/vote.ts';
import { Drawing } from '../../../ui/drawing.tsx';
import { t } from '../../texts.ts';
import styles from './ballot.module.css';
import boardStyles from './board.module.css';
import { Result } from './result.tsx';

/** What a vote may be about, as on the board. */
const DRAWINGS: Record<DrawingName, () => string> = { 'abstract-sticker': abstractSticker };

export function Question({ vote }: { vote: VoteView }) {
  return (
    <div class={styles.question}>
      {vote.as && <Drawing svg={avatar(vote.as.person.look, vote.as.emotion)} class="avatar" />}
      {vote.drawing && <Drawing svg={DRAWINGS[vote.drawing]()} class={styles.aboutThis} />}
      <div>
        <p class="soft">{vote.as ? t('vote.as', { name: vote.as.person.name }) : t('vote.asClass')}</p>
        <h3>{vote.question}</h3>
        {vote.context && <p>{vote.context}</p>}
      </div>
    </div>
  );
}

/** The choices as they stand on the board, with what was released of them. */
export function Choices({
  vote,
  path = null,
  tag = '',
  released = null,
}: {
  vote: VoteView;
  path?: ChoiceView | null;
  tag?: string;
  released?: Released | null;
}) {
  return (
    <ul class={boardStyles.choices}>
      {vote.choices.map((choice) => (
        <li key={choice.id} class={choice.id === path?.id ? boardStyles.taken : ''}>
          <Drawing svg={badge(choice.letter)} class="badge" />
          <div>
            <p>
              {choice.text} {choice.id === path?.id && <span class="tag">{tag}</span>}
            </p>
            {released && <Result choice={choice} released={released} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** If the votes do not decide the path, the teacher picks a card and confirms it with the big button. */
export function Pick({ vote, picked, onPick }: { vote: VoteView; picked: ChoiceView | null; onPick: (choice: ChoiceView) => void }) {
  return (
    <fieldset class={boardStyles.choices}>
      <legend>{t('pick.legend')}</legend>
      {vote.choices.map((choice) => (
        <label key={choice.id}>
          <input type="radio" name={`pick-${vote.round}`} checked={picked?.id === choice.id} onChange={() => onPick(choice)} />
          <Drawing svg={badge(choice.letter)} class="badge" />
          <span>{choice.text}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Those who saw few readers beside those who saw many. */
export function Compared({ vote, arms }: { vote: VoteView; arms: Arms }) {
  return (
    <>
      {(['few', 'many'] as const).map((condition) => (
        <div key={condition}>
          <h4>{t(`arms.${condition}`)}</h4>
          <Choices vote={vote} released={{ shown: 'bands', bands: arms[condition], path: '' }} />
        </div>
      ))}
      <p class="soft">{t('arms.proves')}</p>
    </>
  );
}
