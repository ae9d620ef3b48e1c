import type { Tile } from '../../protocol/scene.ts';
import { Drawing } from '../../ui/drawing.tsx';
import styles from './chat.module.css';
import { EMOJI } from './emoji.ts';
import type { Line } from './script.ts';
import type { TranslateChat } from './texts.ts';

const crossedOut = (shape: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 40" fill="none" stroke="currentColor" stroke-width="4" stroke-linejoin="round" stroke-linecap="round" focusable="false">${shape}<path d="M16 38L48 2"/></svg>`;
/** What lies in the chat and is never shown. */
const TILES: Record<Tile, string> = {
  photo: crossedOut('<path d="M10 20Q20 6 32 6T54 20Q44 34 32 34T10 20Z"/><circle cx="32" cy="20" r="6"/>'),
  sticker: crossedOut('<path d="M18 4H46V26L36 36H18ZM46 26H36V36"/>'),
  voice: crossedOut('<path d="M8 17V23M16 12V28M24 6V34M32 14V26M40 4V36M48 14V26M56 17V23"/>'),
};

interface Props {
  t: TranslateChat;
  line: Line;
  /** Written by somebody else than the line before. */
  first: boolean;
  colour: number;
  /** Not yet unfolded by "lees verder"; screen readers have it already. */
  folded: boolean;
  fresh: boolean;
}

export function ChatLine({ t, line: { beat, reactions }, first, colour, folded, fresh }: Props) {
  const more = `${folded ? ' quiet' : ''}${fresh ? ` ${styles.fresh}` : ''}`;
  if (beat.kind === 'say')
    return (
      <li class={`${styles.system}${more}`} data-beat={beat.id} dir="auto">
        {beat.text}
      </li>
    );
  const toYou = beat.kind === 'message' && beat.toYou;
  return (
    <li class={`${styles.bubble}${toYou ? ` ${styles.toYou}` : ''}${more}`} data-beat={beat.id}>
      {first ? (
        <strong class={styles[`name${colour}`]} dir="auto">
          {beat.name}
          <span class="quiet">: </span>
        </strong>
      ) : (
        <span class="quiet">{beat.name}: </span>
      )}
      {toYou && <b class={styles.chip}>{t('toYou')}</b>}
      {beat.kind === 'tile' && <Drawing svg={TILES[beat.tile]} class={styles.tile} />}
      <span dir="auto">{beat.text}</span>
      {reactions.length > 0 && (
        <span class={styles.reactions}>
          {reactions.map((reaction) => (
            <span key={reaction.emoji}>
              <span aria-hidden="true">
                {EMOJI[reaction.emoji] ?? '•'} {reaction.count}
              </span>
              <span class="quiet"> {reaction.text}</span>
            </span>
          ))}
        </span>
      )}
    </li>
  );
}
