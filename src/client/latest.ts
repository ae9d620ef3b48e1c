import type { View } from '../protocol/views/view.ts';
import type { Link } from './connection.ts';

/**
 * A view that is older when it comes was on its way while this page did not run, and others may follow it at once. A count or whatever else changes
 * a view in part leaves it the time of the whole, and says nothing of age.
 */
const OLD_MS = 2000;
const SETTLED_MS = 50;

/**
 * As `subscribe` of the link, for a page that plays what is new in a view. What it missed while it was frozen comes at once: it is told of the last of
 * it, instead of playing everything after the others.
 */
export function subscribeToLatest<V extends View>(link: Pick<Link<V>, 'subscribe' | 'view' | 'now'>, listener: () => void): void {
  let settling: ReturnType<typeof setTimeout> | undefined;
  let heard: V | null = null;
  link.subscribe(() => {
    const { view } = link;
    const old = view !== null && view.now !== heard?.now && link.now() - view.now > OLD_MS;
    heard = view;
    if (!old && settling === undefined) return listener();
    settling ??= setTimeout(() => {
      settling = undefined;
      listener();
    }, SETTLED_MS);
  });
}
