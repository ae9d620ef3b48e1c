import type { ComponentChildren } from 'preact';
import { badge } from '../../art/pieces/badge.ts';
import type { Arms, Released } from '../../protocol/released.ts';
import type { PhoneScreen } from '../../protocol/views/phone.ts';
import type { ChoiceView } from '../../protocol/views/vote.ts';
import { Drawing } from '../../ui/drawing.tsx';
import type { Session } from '../session.ts';
import { laterTextsIn, type TranslateLater } from '../texts.ts';
import styles from './results.module.css';
import screenStyles from './screen.module.css';

type Bands = Extract<Released, { shown: 'bands' }>['bands'];

/** A choice behind its badge. */
export function Lettered({ choice, text }: { choice: ChoiceView; text: string }) {
  return (
    <>
      <Drawing svg={badge(choice.letter)} />
      <span>
        <span class="quiet">{choice.letter}: </span>
        <span dir="auto">{text}</span>
      </span>
    </>
  );
}

export function Shares({ t, choices, bands }: { t: TranslateLater; choices: readonly ChoiceView[]; bands: Bands }) {
  return (
    <ul class={styles.results}>
      {choices.map((choice) => (
        <li key={choice.id}>
          <Lettered choice={choice} text={choice.short} />
          <strong>{t(`bands.${bands[choice.id] ?? 'few'}`)}</strong>
        </li>
      ))}
    </ul>
  );
}

interface Props {
  session: Session;
  screen: Extract<PhoneScreen, { kind: 'results' }>;
  children: ComponentChildren;
}

/** Kept results, which decide no path. */
export function Results({ session, screen, children }: Props) {
  const t = laterTextsIn(session.lang);
  return (
    <section class={`${screenStyles.screen} ${styles.kept}`}>
      <h1 tabIndex={-1} dir="auto">
        {screen.phonesResult ? t('teacherDecidesTitle') : screen.title}
      </h1>
      {children}
      {screen.results.map(({ question, choices, released, arms }) => (
        <div key={question}>
          <h2 dir="auto">{question}</h2>
          {arms ? (
            <Compared t={t} choices={choices} arms={arms} />
          ) : (
            <Kept t={t} choices={choices} released={released} heading={screen.phonesResult ? null : t('decided.class')} />
          )}
        </div>
      ))}
      {screen.phonesResult && <p class="soft">{t('teacherDecidesText')}</p>}
      {screen.note && (
        <p class="soft" dir="auto">
          {screen.note}
        </p>
      )}
    </section>
  );
}

/** `heading`: over a path alone. */
function Kept({
  t,
  choices,
  released,
  heading,
}: {
  t: TranslateLater;
  choices: readonly ChoiceView[];
  released: Released | null;
  heading: string | null;
}) {
  if (released?.shown === 'bands') return <Shares t={t} choices={choices} bands={released.bands} />;
  const path = released?.shown === 'path' && choices.find((choice) => choice.id === released.path);
  if (!path) return <p>{t(released?.shown === 'alike' || released?.shown === 'incomplete' ? released.shown : 'tooFewKept')}</p>;
  return (
    <>
      {heading && <p>{heading}:</p>}
      <p class={styles.path}>
        <Lettered choice={path} text={path.text} />
      </p>
      <p class="soft">{t('pathOnly')}</p>
    </>
  );
}

/** Two conditions beside each other. */
function Compared({ t, choices, arms }: { t: TranslateLater; choices: readonly ChoiceView[]; arms: Arms }) {
  return (
    <>
      <p class="soft">{t('armsText')}</p>
      <ul class={`${styles.results} ${styles.arms}`}>
        {choices.map((choice) => (
          <li key={choice.id}>
            <Lettered choice={choice} text={choice.short} />
            <dl>
              {(['few', 'many'] as const).map((arm) => (
                <div key={arm}>
                  <dt>{t(`arms.${arm}`)}</dt>
                  <dd>{t(`bands.${arms[arm][choice.id] ?? 'few'}`)}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </>
  );
}
