import type { DeskView } from '../../../protocol/views/desk.ts';
import { say } from '../../say.ts';

/** The code once more, for who cannot read the board. */
export function Lobby({ view }: { view: DeskView }) {
  if (view.mode === 'hands')
    return (
      <>
        <h3>{view.story.title}</h3>
        <p>{say('mode.lobby')}</p>
      </>
    );
  return (
    <>
      <h3>{view.story.title}</h3>
      <p>{say('lobby.join', { address: view.join.text })}</p>
      <p class="code" role="img" aria-label={say('lobby.codeLabel', { code: [...view.code].join(' ') })}>
        {[...view.code].map((character, index) => (
          <b key={index} aria-hidden="true">
            {character}
          </b>
        ))}
      </p>
    </>
  );
}
