import { useState } from 'preact/hooks';
import { icon } from '../art/icon.ts';
import { Drawing } from '../debrief/drawing.tsx';
import { lang, timeText } from '../debrief/language.ts';
import { connect } from '../link/connection.ts';
import { PROTOCOL_VERSION } from '../protocol/identity.ts';
import { type RefusalCode, sentence } from '../protocol/refusals.ts';
import type { DeskView } from '../protocol/views.ts';
import { openDebrief } from './board-window.ts';
import { Confirm } from './confirm.tsx';
import { forgetLesson, type KeptLesson, keepsLessons, keptLessons } from './kept.ts';
import { say } from './say.ts';

/** Deletes on the server, without opening the desk. Resolves with the reason where it did not. */
function deleteLesson(lesson: KeptLesson): Promise<RefusalCode | null> {
  return new Promise((resolve) => {
    const link = connect<DeskView>({ v: PROTOCOL_VERSION, role: 'desk', lang: lang.value, lesson: lesson.lesson, token: lesson.desk });
    let found = false;
    const late = setTimeout(() => finish('server-broken'), 12_000);
    const finish = (refusal: RefusalCode | null) => {
      clearTimeout(late);
      link.close();
      resolve(refusal);
    };
    link.subscribe(() => {
      if (link.view) found = true;
      // The end of the connection may overtake the answer.
      if (link.state.kind === 'refused') finish(found && link.state.refusal === 'lesson-unknown' ? null : link.state.refusal);
    });
    void link.ask({ type: 'lesson.delete' }).then((answer) => finish(answer.ok ? null : answer.refusal));
  });
}

/** The lessons that this browser has the keys of: go on, read back, delete. */
export function Lessons({ news, onResume }: { news: string; onResume: (lesson: KeptLesson) => void }) {
  const [, draw] = useState(0);
  const [doomed, setDoomed] = useState<KeptLesson | null>(null);
  const [told, setTold] = useState(news);

  async function remove(lesson: KeptLesson): Promise<void> {
    setTold(say('lessons.deleting'));
    const refusal = await deleteLesson(lesson);
    const gone = refusal === 'lesson-unknown';
    if (!refusal || gone) forgetLesson(lesson.lesson);
    const { title } = lesson;
    if (gone) setTold(say('lessons.gone', { title }));
    else setTold(refusal ? say('lessons.notDeleted', { title, why: sentence(refusal, lang.value) }) : say('lessons.deleted', { title }));
    draw((count) => count + 1);
  }

  return (
    <section class="card stack" aria-labelledby="lessons">
      <h2 id="lessons">{say('lessons.title')}</h2>
      {keptLessons().length === 0 && <p>{say('lessons.none')}</p>}
      {!keepsLessons() && <p>{say('lessons.unkept')}</p>}
      <ul class="lessons">
        {keptLessons().map((lesson) => (
          <li key={lesson.lesson}>
            <p>
              <b>{lesson.title}</b>
              {!lesson.stage && ` · ${say('lessons.paired')}`}
              <br />
              <span class="soft">{timeText(lesson.date)}</span>
            </p>
            <div class="row">
              <button type="button" onClick={() => onResume(lesson)}>
                {say('lessons.resume')}
              </button>
              {lesson.debrief && (
                <button type="button" onClick={() => openDebrief(lesson)}>
                  {say('lessons.debrief')}
                </button>
              )}
              <button type="button" class="plain" onClick={() => setDoomed(lesson)}>
                <Drawing svg={icon('trash')} class="icon" />
                {say('lessons.delete')}
              </button>
            </div>
          </li>
        ))}
      </ul>
      <p role="status">{told}</p>
      {doomed && (
        <Confirm
          title={say('lessons.deleteTitle')}
          text={say('lessons.deleteText', { title: doomed.title, date: timeText(doomed.date) })}
          yes={say('lessons.deleteYes')}
          onYes={() => void remove(doomed)}
          onClose={() => setDoomed(null)}
        />
      )}
    </section>
  );
}
