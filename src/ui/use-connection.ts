import { useEffect, useState } from 'preact/hooks';
import type { Link } from '../client/connection.ts';
import type { View } from '../protocol/views/view.ts';

/** Draws the component again at every change of the link. */
export function useLink<V extends View>(link: Link<V>): Link<V> {
  const [, draw] = useState(0);
  useEffect(() => {
    draw((count) => count + 1);
    return link.subscribe(() => draw((count) => count + 1));
  }, [link]);
  return link;
}
