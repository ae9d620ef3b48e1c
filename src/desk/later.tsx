import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Unfetched } from './home/unfetched.tsx';

/** A part of this page whose code is loaded apart from the rest, at the latest when it is first drawn. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>) {
  let Part: ComponentType<P> | null = null;

  async function fetch(): Promise<void> {
    Part = await load();
  }
  function Later(props: P) {
    const [state, setState] = useState<'waiting' | 'here' | 'failed'>(Part ? 'here' : 'waiting');
    useEffect(() => {
      if (state === 'waiting')
        fetch().then(
          () => setState('here'),
          () => setState('failed'),
        );
    }, [state]);
    if (state === 'failed') return <Unfetched onRetry={() => setState('waiting')} />;
    return Part && <Part {...props} />;
  }
  return Object.assign(Later, { fetch });
}
