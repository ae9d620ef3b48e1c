import { PROTOCOL_VERSION } from '../protocol/identity.ts';
import type { RefusalCode } from '../protocol/refusals.ts';
import type { DeskView } from '../protocol/views/desk.ts';
import type { KeptLesson } from './kept-lessons.ts';
import { lang } from './locale.ts';

/** Deletes on the server, without opening the desk. Resolves with the reason where it did not. */
export async function deleteLesson(lesson: KeptLesson): Promise<RefusalCode | null> {
  // Most visits of the page that lists the lessons need no connection.
  const connection = await import('../client/connection.ts').catch(() => null);
  if (!connection) return 'server-broken';
  return new Promise((resolve) => {
    const link = connection.connect<DeskView>({ v: PROTOCOL_VERSION, role: 'desk', lang: lang.value, lesson: lesson.lesson, token: lesson.desk });
    let found = false;
    const late = setTimeout(() => finish('server-broken'), 12_000);
    const finish = (refusal: RefusalCode | null) => {
      clearTimeout(late);
      link.close();
      resolve(refusal);
    };
    link.subscribe(() => {
      if (link.view) found = true;
      // The connection may end before the answer arrives.
      if (link.state.kind === 'refused') finish(found && link.state.refusal === 'lesson-unknown' ? null : link.state.refusal);
    });
    void link.ask({ type: 'lesson.delete' }).then((answer) => finish(answer.ok ? null : answer.refusal));
  });
}
