import { icon } from '../../art/pieces/icon.ts';
import type { HelpLine } from '../../protocol/views/lines.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { t } from '../texts.ts';
import styles from './help.module.css';

export function Help({ help, id = 'help' }: { help: HelpLine[]; id?: string }) {
  return (
    <section class={styles.help} data-part="help" aria-labelledby={id}>
      <Drawing svg={icon('shield-check')} class={styles.shield} />
      <div>
        <h2 id={id}>{t('help.title')}</h2>
        <p>{t('help.text')}</p>
        <ul>
          {help.map((line) => (
            <li key={line.name}>
              <b>{line.name}</b>: {line.what} <span class={styles.contact}>{line.contact}</span>
              {line.when && ` (${line.when})`}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
