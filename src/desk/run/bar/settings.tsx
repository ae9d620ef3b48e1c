import { useState } from 'preact/hooks';
import { icon } from '../../../art/pieces/icon.ts';
import { colours } from '../../../art/tokens.ts';
import { LANGS, LANGUAGES } from '../../../locales/languages.ts';
import type { TeacherIntent } from '../../../protocol/intents.ts';
import type { Pace } from '../../../protocol/settings.ts';
import type { DeskView } from '../../../protocol/views/desk.ts';
import { Drawing } from '../../../ui/drawing.tsx';
import type { KeptLesson } from '../../../ui/kept-lessons.ts';
import { dateText } from '../../../ui/locale.ts';
import pageStyles from '../../page.module.css';
import { t } from '../../texts.ts';
import boardStyles from '../board/board.module.css';
import { Ways } from '../board/live.tsx';
import { becomeBoard, openBoard, openDebrief } from '../board-window.ts';
import { Confirm } from '../confirm.tsx';
import { Segments } from './segments.tsx';
import styles from './settings.module.css';

const PACES: readonly Pace[] = ['normal', 'calm', 'off'];
type Ask = (intent: TeacherIntent, done?: string) => void;

/** The projected page: its window, its language, and the address in its QR. */
export function BoardSettings({
  view,
  lesson,
  blocked,
  onOpened,
  ask,
}: {
  view: DeskView;
  lesson: KeptLesson;
  blocked: boolean;
  onOpened: (opened: boolean) => void;
  ask: Ask;
}) {
  return (
    <section class="card stack" aria-labelledby="board-settings">
      <h2 id="board-settings">{t('board.title')}</h2>
      {lesson.stage && (
        <>
          <p role="status" class={blocked ? pageStyles.refusal : ''}>
            {blocked ? t('board.blocked') : ''}
          </p>
          <div class="row">
            <button type="button" class={blocked ? 'primary' : ''} onClick={() => onOpened(openBoard(lesson))}>
              <Drawing svg={icon('monitor', blocked ? colours.white : undefined)} class="icon" />
              {t('board.open')}
            </button>
            <button type="button" class="plain" onClick={() => becomeBoard(lesson)}>
              {t('board.here')}
            </button>
          </div>
          <p class="soft">{t('board.openHint')}</p>
        </>
      )}
      {view.screen.kind === 'lobby' && view.addresses.length > 1 && (
        <fieldset class={boardStyles.choices}>
          <legend>{t('board.address')}</legend>
          <p class="soft">{t('board.addressHint')}</p>
          {view.addresses.map(({ origin, label }) => (
            <label key={origin}>
              <input
                type="radio"
                name="address"
                checked={view.join.url.startsWith(origin)}
                onChange={() => ask({ type: 'address.choose', origin })}
              />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
      )}
      <Ways view={view} ask={ask} />
      <Segments
        id="pace"
        label={t('pace.label')}
        options={PACES.map((value) => ({ value, label: t(`pace.${value}`) }))}
        chosen={view.pace}
        onChoose={(pace) => ask({ type: 'pace.set', pace })}
      />
      <Segments
        id="board-language"
        label={t('board.language')}
        options={LANGS.map((lang) => ({ value: lang, label: LANGUAGES[lang].name, lang }))}
        chosen={view.boardLang}
        onChoose={(next) => ask({ type: 'lang.set', lang: next }, t('board.languageSet'))}
      />
    </section>
  );
}

interface MoreProps {
  view: DeskView;
  lesson: KeptLesson;
  ask: Ask;
  onBack: () => void;
  onLeave: () => void;
  onDelete: () => void;
}

/** Settings that are rarely needed. Ending and deleting ask for confirmation. */
export function More({ view, lesson, ask, onBack, onLeave, onDelete }: MoreProps) {
  const [asking, setAsking] = useState<'end' | 'delete' | 'takeover' | null>(null);
  const over = view.screen.kind === 'over';
  return (
    <section class="card stack" aria-labelledby="more">
      <h2 id="more">{t('more.title')}</h2>
      <div class={styles.list}>
        {!over && (
          <button type="button" onClick={onBack}>
            <Drawing svg={icon('arrow-counter-clockwise')} class="icon" />
            {t('back.open')}
          </button>
        )}
        {!over && (
          <button type="button" onClick={() => ask({ type: 'desk.offer' })}>
            <Drawing svg={icon('device-mobile')} class="icon" />
            {t('offer.open')}
          </button>
        )}
        {!over && (
          <button type="button" onClick={() => setAsking('takeover')}>
            <Drawing svg={icon('lock')} class="icon" />
            {t('takeover.go')}
          </button>
        )}
        {lesson.debrief && (
          <button type="button" onClick={() => openDebrief(lesson)}>
            <Drawing svg={icon('printer')} class="icon" />
            {t('more.debrief')}
          </button>
        )}
        <button type="button" onClick={onLeave}>
          <Drawing svg={icon('arrow-left')} class="icon" />
          {t('more.leave')}
        </button>
        {!over && (
          <button type="button" onClick={() => setAsking('end')}>
            <Drawing svg={icon('x')} class="icon" />
            {t('more.end')}
          </button>
        )}
        <button type="button" onClick={() => setAsking('delete')}>
          <Drawing svg={icon('trash')} class="icon" />
          {t('more.delete')}
        </button>
      </div>
      {asking === 'end' && (
        <Confirm
          title={t('more.endTitle')}
          text={t('more.endText', { date: dateText(view.deletesAt) })}
          yes={t('more.endYes')}
          onYes={() => ask({ type: 'lesson.end' })}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'takeover' && (
        <Confirm
          title={t('takeover.title')}
          text={t('takeover.text')}
          yes={t('takeover.yes')}
          onYes={() => ask({ type: 'desk.takeover' }, t('takeover.done'))}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'delete' && (
        <Confirm
          title={t('more.deleteTitle')}
          text={t('more.deleteText')}
          yes={t('more.deleteYes')}
          onYes={onDelete}
          onClose={() => setAsking(null)}
        />
      )}
    </section>
  );
}
