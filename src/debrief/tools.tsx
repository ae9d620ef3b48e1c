import { icon } from '../art/pieces/icon.ts';
import { inTrial } from '../client/trial-connection.ts';
import type { Lang } from '../protocol/identity.ts';
import type { DebriefView } from '../protocol/views/debrief.ts';
import { Drawing } from '../ui/drawing.tsx';
import { lang } from '../ui/locale.ts';
import { Languages } from '../ui/locale-switch.tsx';
import { addressOf, type Part, part, partsOf } from './part.ts';
import { say } from './say.ts';

function Parts({ view }: { view: DebriefView }) {
  const link = (one: Part) => (
    <li key={one}>
      <a href={addressOf(one)} aria-current={part.value === one ? 'page' : undefined}>
        {say(`part.${one}`)}
      </a>
    </li>
  );
  return (
    <nav class="parts" aria-label={say('part.all')}>
      <ul>{partsOf(view).map(link)}</ul>
    </nav>
  );
}

/** What stands above every part, on the screen only. */
export function Tools({ view, reconnecting, onLanguage }: { view: DebriefView | null; reconnecting: boolean; onLanguage: (next: Lang) => void }) {
  return (
    <header class="tools">
      {!inTrial() && (
        <a class="button" href="/docent">
          <Drawing svg={icon('arrow-left')} class="icon" />
          {say('sheet.back')}
        </a>
      )}
      <Languages label={say('page.language')} chosen={lang.value} onChoose={onLanguage} />
      {part.value !== 'keep' && (
        <button type="button" class="primary" onClick={() => print()}>
          <Drawing svg={icon('printer', '#fff')} class="icon" />
          {say('sheet.print')}
        </button>
      )}
      {view && <Parts view={view} />}
      <p role="status">{reconnecting ? say('state.reconnecting') : ''}</p>
    </header>
  );
}
