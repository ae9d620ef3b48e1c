import { useEffect, useState } from 'preact/hooks';
import { connect } from '../../client/connection.ts';
import { PROTOCOL_VERSION } from '../../protocol/identity.ts';
import type { DebriefView } from '../../protocol/views/debrief.ts';
import type { Key } from '../../ui/lesson-key.ts';
import { lang } from '../../ui/locale.ts';
import { useLink } from '../../ui/use-connection.ts';
import { t } from '../texts.ts';
import styles from './compare.module.css';
import { Picker } from './picker.tsx';
import { SideBySide } from './side-by-side.tsx';

function Other({ own, theirs, onBack }: { own: DebriefView; theirs: Key; onBack: () => void }) {
  const hello = () => ({ v: PROTOCOL_VERSION, role: 'debrief', lang: lang.value, ...theirs }) as const;
  const [connection] = useState(() => connect<DebriefView>(hello()));
  const { state, view } = useLink(connection);
  useEffect(() => () => connection.close(), [connection]);
  useEffect(() => {
    if (view && view.lang !== lang.value) connection.greet(hello());
  }, [lang.value]);
  return (
    <>
      <div class="row screen-only">
        <button type="button" onClick={onBack}>
          {t('compare.again')}
        </button>
      </div>
      {state.kind === 'refused' && <p role="alert">{t('compare.refused', { why: t(state.refusal) })}</p>}
      {!view && state.kind !== 'refused' && <p role="status">{t('state.connecting')}</p>}
      {view && <SideBySide one={own} other={view} />}
    </>
  );
}

/** Two lessons side by side: less is shown than in each alone. */
export function Compare({ view, own }: { view: DebriefView; own: Key }) {
  const [theirs, setTheirs] = useState<Key | null>(null);
  return (
    <main class={styles.comparePart}>
      <h1 class="screen-only">{t('part.compare')}</h1>
      {theirs ? <Other own={view} theirs={theirs} onBack={() => setTheirs(null)} /> : <Picker own={own} onPick={setTheirs} />}
    </main>
  );
}
