import { colours } from '../../art/tokens.ts';
import { t } from '../texts.ts';
import styles from './screens.module.css';

const board = (x: number) =>
  `<rect x="${x}" y="8" width="104" height="64" rx="8" fill="${colours.night2}" stroke="${colours.ink}" stroke-width="3"/>` +
  `<circle cx="${x + 30}" cy="38" r="13" fill="${colours.glow}"/><path d="M${x + 10} 68c2-20 38-20 40 0z" fill="${colours.brand}"/>` +
  `<rect x="${x + 60}" y="20" width="34" height="10" rx="5" fill="${colours.cream}"/><rect x="${x + 66}" y="36" width="28" height="10" rx="5" fill="${colours.mist}"/>`;
const laptop =
  `<rect x="8" y="32" width="64" height="42" rx="6" fill="${colours.card}" stroke="${colours.ink}" stroke-width="3"/><path d="M2 78h76l-6 8H8z" fill="${colours.ink}"/>` +
  `<rect x="16" y="40" width="30" height="5" rx="2.5" fill="${colours.edge}"/><rect x="16" y="49" width="38" height="5" rx="2.5" fill="${colours.edge}"/><rect x="34" y="60" width="30" height="9" rx="4.5" fill="${colours.brand}"/>`;
const clicker = `<rect x="124" y="42" width="20" height="46" rx="10" fill="${colours.ink}"/><circle cx="134" cy="55" r="5" fill="${colours.glow}"/><rect x="130" y="66" width="8" height="4" rx="2" fill="${colours.mist}"/>`;

/** How the screens stand in the room: a laptop beside the board, or the board alone. */
export function Screens({ count }: { count: 1 | 2 }) {
  const inside =
    count === 2 ? `${laptop}<path d="M80 54h12" stroke="${colours.edge}" stroke-width="3" stroke-dasharray="3 4"/>${board(98)}` : board(4) + clicker;
  return (
    <svg
      class={styles.screens}
      viewBox="0 0 208 92"
      role="img"
      aria-label={t(count === 2 ? 'story.picture.two' : 'story.picture.one')}
      dangerouslySetInnerHTML={{ __html: inside }}
    />
  );
}
