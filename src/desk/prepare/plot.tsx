import { avatar } from '../../art/people/character.ts';
import type { TeacherSheet } from '../../protocol/catalogue.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { t } from '../texts.ts';
import styles from './sheet.module.css';

/** What happens in this version and who everybody is, with the faces that the board shows. */
export function Plot({ plots, version }: { plots: NonNullable<TeacherSheet['plots']>; version: string | null }) {
  const told = plots.find((one) => one.version === version) ?? plots[0];
  if (!told) return null;
  return (
    <>
      <section class={styles.plot}>
        <h2>{t('sheet.plot')}</h2>
        <p class="soft">{t('sheet.plotHint')}</p>
        {told.plot.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </section>
      <section>
        <h2>{t('sheet.people')}</h2>
        <ul class={styles.people}>
          {told.people.map(({ person, who }) => (
            <li key={person.id}>
              <Drawing svg={avatar(person.look)} class="avatar" />
              <span>
                <b>{person.name}</b> {who}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
