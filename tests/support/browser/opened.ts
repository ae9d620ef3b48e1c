/** What the tests of this file hold open: connections, servers, pages. */
interface Opened {
  /** Null: it is closed with its test. Everything else that a test leaves open is a mistake of the test. */
  what: string | null;
  close(): unknown;
}

const open = new Map<object, Opened>();
const lasting = new WeakSet<object>();

export function opened(thing: { close(): unknown }, what: string | null = null): void {
  if (!lasting.has(thing)) open.set(thing, { what, close: () => thing.close() });
}

export function closed(thing: object): void {
  open.delete(thing);
}

/** Stays open after the test that asked for it, also where that test opens it again: its file's fixture closes it. */
export function shared<T extends object>(thing: T): T {
  lasting.add(thing);
  open.delete(thing);
  return thing;
}

export const openNow = (): ReadonlySet<object> => new Set(open.keys());

/** Closes what was opened since, and says what the test should have closed. */
export async function closeSince(before: ReadonlySet<object>): Promise<string[]> {
  const left = [...open].filter(([thing]) => !before.has(thing));
  for (const [thing, { close }] of left) {
    open.delete(thing);
    await close();
  }
  return left.flatMap(([, { what }]) => what ?? []);
}
