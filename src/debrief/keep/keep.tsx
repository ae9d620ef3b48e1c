import { useState } from 'preact/hooks';
import { icon } from '../../art/pieces/icon.ts';
import type { DebriefView } from '../../protocol/views/debrief.ts';
import { deleteLesson } from '../../ui/deletion.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Drawing } from '../../ui/drawing.tsx';
import { forgetLesson, keptLessons } from '../../ui/kept-lessons.ts';
import { addressWith, type Key } from '../../ui/lesson-key.ts';
import { dateText } from '../../ui/locale.ts';
import { t } from '../texts.ts';
import { copy } from './clipboard.ts';
import styles from './keep.module.css';
import { dayOf, jsonOf } from './record.ts';
import { tableOf } from './table.ts';

function download(text: string, type: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function Downloads({ view }: { view: DebriefView }) {
  const name = (ending: string) => `wat-doe-jij-${view.story.id}-${dayOf(view.date)}.${ending}`;
  return (
    <section class="card stack" aria-labelledby="downloads">
      <h2 id="downloads">{t('keep.files')}</h2>
      <p>{t('keep.filesText')}</p>
      <div class="row">
        <button type="button" onClick={() => download(tableOf(view, t), 'text/csv;charset=utf-8', name('csv'))}>
          <Drawing svg={icon('download-simple')} class="icon" />
          {t('keep.csv')}
        </button>
        <button type="button" onClick={() => download(jsonOf(view), 'application/json', name('json'))}>
          <Drawing svg={icon('download-simple')} class="icon" />
          {t('keep.json')}
        </button>
      </div>
    </section>
  );
}

/** The link is never shown on a page that may be projected, unless copying is refused and somebody asks. */
function Share({ own }: { own: Key }) {
  const address = `${location.origin}${addressWith('/nabespreking', own)}`;
  const [message, setMessage] = useState<'' | 'keep.copied' | 'keep.notCopied'>('');
  return (
    <section class="card stack" aria-labelledby="link">
      <h2 id="link">{t('keep.link')}</h2>
      <p>{t('keep.linkText')}</p>
      <p>{t('keep.linkWho')}</p>
      <div class="row">
        <button type="button" onClick={() => void copy(address).then((done) => setMessage(done ? 'keep.copied' : 'keep.notCopied'))}>
          <Drawing svg={icon('copy')} class="icon" />
          {t('keep.copy')}
        </button>
      </div>
      <p role="status">{message && t(message)}</p>
      {message === 'keep.notCopied' && (
        <label class="stack">
          {t('keep.byHand')}
          <input type="text" readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
        </label>
      )}
    </section>
  );
}

function Deletion({ view, own, onDeleted }: { view: DebriefView; own: Key; onDeleted: () => void }) {
  const [asking, setAsking] = useState(false);
  const [message, setMessage] = useState('');
  const kept = keptLessons().find(({ lesson }) => lesson === own.lesson);
  const remove = async () => {
    if (!kept) return;
    setAsking(false);
    setMessage(t('keep.deleting'));
    const refusal = await deleteLesson(kept);
    if (refusal && refusal !== 'lesson-unknown') return setMessage(t('keep.notDeleted', { why: t(refusal) }));
    forgetLesson(kept.lesson);
    onDeleted();
  };
  return (
    <section class="card stack" aria-labelledby="deletion">
      <h2 id="deletion">{t('keep.delete')}</h2>
      <p>{t('keep.deletes', { date: dateText(view.deletesAt) })}</p>
      <p>{t(kept ? 'keep.deleteText' : 'keep.deleteElsewhere')}</p>
      {kept && (
        <div class="row">
          <button type="button" onClick={() => setAsking(true)}>
            <Drawing svg={icon('trash')} class="icon" />
            {t('keep.deleteNow')}
          </button>
        </div>
      )}
      <p role="status">{message}</p>
      {asking && (
        <Dialog title={t('keep.sure')} onClose={() => setAsking(false)}>
          <p>{t('keep.sureText', { title: view.story.title, date: dateText(view.date) })}</p>
          <div class="row">
            <button type="button" onClick={() => setAsking(false)}>
              {t('cancel')}
            </button>
            <button type="button" class="primary" onClick={() => void remove()}>
              {t('keep.yes')}
            </button>
          </div>
        </Dialog>
      )}
    </section>
  );
}

/** Downloads, the link to share, and deletion. */
export function Keep({ view, own, onDeleted }: { view: DebriefView; own: Key; onDeleted: () => void }) {
  return (
    <main class={styles.keepPart}>
      <h1>{t('part.keep')}</h1>
      <Downloads view={view} />
      <Share own={own} />
      <Deletion view={view} own={own} onDeleted={onDeleted} />
    </main>
  );
}
