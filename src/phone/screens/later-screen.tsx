import type { JSX } from 'preact';
import { CREATURES, creature } from '../../art/pieces/creature.ts';
import type { PhoneScreen } from '../../protocol/views/phone.ts';
import { hardWordsIn } from '../hard-words.ts';
import { storyTexts } from '../story-texts.ts';
import { laterTextsIn } from '../texts.ts';
import { HardWords } from './hard-words.tsx';
import styles from './later-screen.module.css';
import { Closed, End, ForeseenNote, Missed, Over, Tell, Together } from './notes.tsx';
import { Results } from './results.tsx';
import { Reveal } from './reveal.tsx';
import type { ScreenProps } from './screen.tsx';
import { Note } from './waiting.tsx';

type LaterPhoneScreen = Exclude<PhoneScreen, { kind: 'lobby' | 'look' | 'ready' | 'vote' | 'live' | 'mirror' }>;

/** A creature with another body and another colour. */
const NEIGHBOUR = 8;

/** The screens that no vote needs; one that is drawn neither here nor in `Screen` does not compile. */
export function LaterScreen({ session, attendance, view, screen, onExplain }: ScreenProps & { screen: LaterPhoneScreen }): JSX.Element {
  const t = laterTextsIn(session.lang);
  const words = <HardWords words={hardWordsIn(storyTexts(screen, t), view.words)} t={t} onExplain={onExplain} />;
  switch (screen.kind) {
    case 'apart':
      return (
        <Note title={t('apart')} art={creature(view.creature)}>
          <p>{t('apartText')}</p>
        </Note>
      );
    case 'watch':
      return (
        <Note title={t('watchTitle')}>
          <p class={styles.story} dir="auto">
            {screen.question}
          </p>
          {words}
          <p>{t('watchText')}</p>
        </Note>
      );
    case 'together':
      return (
        <Together session={session} screen={screen}>
          {words}
        </Together>
      );
    case 'closed':
      return <Closed session={session} attendance={attendance} round={screen.round} />;
    case 'talk':
      return (
        <Note title={t('talk')} art={creature(view.creature) + creature((view.creature + NEIGHBOUR) % CREATURES)} kind={styles.pair}>
          <p>{t('talkText')}</p>
          <Missed t={t} attendance={attendance} />
        </Note>
      );
    case 'too-few':
      return (
        <Note title={t(screen.again ? 'againTogether' : 'tooFew')}>
          <p>{t(screen.again ? 'againTogetherText' : 'tooFewText')}</p>
          <Missed t={t} attendance={attendance} />
        </Note>
      );
    case 'reveal':
      return (
        <Reveal session={session} attendance={attendance} screen={screen}>
          {words}
          <Missed t={t} attendance={attendance} />
        </Reveal>
      );
    case 'reflect':
      return (
        <Note title={screen.question}>
          {words}
          <p>
            {t('reflect')}. {t('reflectText')}
          </p>
        </Note>
      );
    case 'results':
      return (
        <Results session={session} screen={screen}>
          {words}
        </Results>
      );
    case 'foreseen':
      return (
        <ForeseenNote screen={screen} t={t}>
          {words}
        </ForeseenNote>
      );
    case 'tell':
      return (
        <Tell screen={screen} t={t}>
          {words}
        </Tell>
      );
    case 'paused':
      return (
        <Note title={t('calm')} art={creature(view.creature, true)}>
          <p>{t('calmText')}</p>
        </Note>
      );
    case 'end':
      return <End session={session} lines={view.help} />;
    case 'over':
      return <Over session={session} lines={view.help} />;
  }
}
