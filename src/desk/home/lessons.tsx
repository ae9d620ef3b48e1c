import { useState } from 'preact/hooks';
import { icon } from '../../art/pieces/icon.ts';
import { deleteLesson } from '../../ui/deletion.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { forgetLesson, type KeptLesson, keepsLessons, keptLessons } from '../../ui/kept-lessons.ts';
import { timeText } from '../../ui/locale.ts';
import { openDebrief } from '../run/board-window.ts';
import { Confirm } from '../run/confirm.tsx';
import { t } from '../texts.ts';
import styles from './lessons.module.css';

/** The lessons that this browser has the keys of: go on where it has not ended, read back, delete. */
export function Lessons({ news, onResume }: { news: string; onResume: (lesson: KeptLesson) => void }) {
  const [, draw] = useState(0);
  const [doomed, setDoomed] = useState<KeptLesson | null>(null);
  const [message, setMessage] = useState(news);

  async function remove(lesson: KeptLesson): Promise<void> {
    setMessage(t('lessons.deleting'));
    const refusal = await deleteLesson(lesson);
    const gone = refusal === 'lesson-unknown';
    if (!refusal || gone) forgetLesson(lesson.lesson);
    const { title } = lesson;
    if (gone) setMessage(t('lessons.gone', { title }));
    else setMessage(refusal ? t('lessons.notDeleted', { title, why: t(refusal) }) : t('lessons.deleted', { title }));
    draw((count) => count + 1);
  }

  return (
    <section class="card stack" aria-labelledby="lessons">
      <h2 id="lessons">{t('lessons.title')}</h2>
      {keptLessons().length === 0 && <p>{t('lessons.none')}</p>}
      {!keepsLessons() && <p>{t('lessons.unkept')}</p>}
      <ul class={styles.lessons}>
        {keptLessons().map((lesson) => (
          <li key={lesson.lesson}>
            <p>
              <b>{lesson.title}</b>
              {!lesson.stage && ` · ${t('lessons.paired')}`}
              {lesson.ended && ` · ${t('screen.over')}`}
              <br />
              <span class="soft">{timeText(lesson.date)}</span>
            </p>
            <div class="row">
              {!lesson.ended && (
                <button type="button" onClick={() => onResume(lesson)}>
                  {t('lessons.resume')}
                </button>
              )}
              {lesson.debrief && (
                <button type="button" onClick={() => openDebrief(lesson)}>
                  {t('more.debrief')}
                </button>
              )}
              <button type="button" class="plain" onClick={() => setDoomed(lesson)}>
                <Drawing svg={icon('trash')} class="icon" />
                {t('more.delete')}
              </button>
            </div>
          </li>
        ))}
      </ul>
      <p role="status">{message}</p>
      {doomed && (
        <Confirm
          title={t('lessons.deleteTitle')}
          text={t('lessons.deleteText', { title: doomed.title, date: timeText(doomed.date) })}
          yes={t('lessons.deleteYes')}
          onYes={() => void remove(doomed)}
          onClose={() => setDoomed(null)}
        />
      )}
    </section>
  );
}
