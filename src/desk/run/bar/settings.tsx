import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { type IconName, icon } from '../../../art/pieces/icon.ts';
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

function Group({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class={styles.list}>
      <h3>{title}</h3>
      {children}
    </div>
  );
}

function Row({ sign, label, onPress }: { sign: IconName; label: string; onPress: () => void }) {
  return (
    <button type="button" onClick={onPress}>
      <Drawing svg={icon(sign)} class="icon" />
      {label}
    </button>
  );
}

/** What is rarely needed, in groups. Ending and deleting ask for confirmation; a lesson is deleted after its end only. */
export function More({ view, lesson, ask, onBack, onLeave, onDelete }: MoreProps) {
  const [asking, setAsking] = useState<'end' | 'delete' | 'takeover' | null>(null);
  const over = view.screen.kind === 'over';
  return (
    <section class="card stack" aria-labelledby="more">
      <h2 id="more">{t('more.title')}</h2>
      {!over && (
        <>
          <Group title={t('more.story')}>
            <Row sign="arrow-counter-clockwise" label={t('back.open')} onPress={onBack} />
          </Group>
          <Group title={t('more.devices')}>
            <Row sign="device-mobile" label={t('offer.open')} onPress={() => ask({ type: 'desk.offer' })} />
            <Row sign="lock" label={t('takeover.go')} onPress={() => setAsking('takeover')} />
          </Group>
        </>
      )}
      <Group title={t('more.lesson')}>
        {lesson.debrief && <Row sign="printer" label={t('more.debrief')} onPress={() => openDebrief(lesson)} />}
        <Row sign="arrow-left" label={t('more.leave')} onPress={onLeave} />
        {over ? (
          <Row sign="trash" label={t('more.delete')} onPress={() => setAsking('delete')} />
        ) : (
          <Row sign="x" label={t('more.end')} onPress={() => setAsking('end')} />
        )}
      </Group>
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
