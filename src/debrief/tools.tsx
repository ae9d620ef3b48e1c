import { icon } from '../art/pieces/icon.ts';
import { colours } from '../art/tokens.ts';
import { inTrial } from '../client/trial-frame.ts';
import type { Lang } from '../locales/languages.ts';
import type { DebriefView } from '../protocol/views/debrief.ts';
import { Drawing } from '../ui/drawing.tsx';
import { lang } from '../ui/locale.ts';
import { Languages } from '../ui/locale-switch.tsx';
import { addressOf, type Part, part, partsOf } from './part.ts';
import { t } from './texts.ts';
import styles from './tools.module.css';

function Parts({ view }: { view: DebriefView }) {
  const link = (one: Part) => (
    <li key={one}>
      <a href={addressOf(one)} aria-current={part.value === one ? 'page' : undefined}>
        {t(`part.${one}`)}
      </a>
    </li>
  );
  return (
    <nav class={styles.parts} aria-label={t('part.all')}>
      <ul>{partsOf(view).map(link)}</ul>
    </nav>
  );
}

/** What stands above every part, on the screen only. */
export function Tools({ view, reconnecting, onLanguage }: { view: DebriefView | null; reconnecting: boolean; onLanguage: (next: Lang) => void }) {
  return (
    <header class={styles.tools}>
      {!inTrial() && (
        <a class="button" href="/docent">
          <Drawing svg={icon('arrow-left')} class="icon" />
          {t('sheet.back')}
        </a>
      )}
      <Languages label={t('page.language')} chosen={lang.value} onChoose={onLanguage} />
      {part.value !== 'keep' && (
        <button type="button" class="primary" onClick={() => print()}>
          <Drawing svg={icon('printer', colours.white)} class="icon" />
          {t('sheet.print')}
        </button>
      )}
      {view && <Parts view={view} />}
      <p role="status">{reconnecting ? t('state.reconnecting') : ''}</p>
    </header>
  );
}
