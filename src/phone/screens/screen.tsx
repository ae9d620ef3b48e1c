import type { JSX } from 'preact';
import { CREATURES, creature } from '../../art/pieces/creature.ts';
import type { PhoneView } from '../../protocol/views/phone.ts';
import type { Late } from '../late.ts';
import type { Attendance, Session } from '../session.ts';
import { type HardWord, hardWordsIn, storyTexts } from '../story-texts.ts';
import { textsIn } from '../texts.ts';
import { HardWords } from './hard-words.tsx';
import { Mirror } from './mirror.tsx';
import { Results } from './results.tsx';
import { Reveal } from './reveal.tsx';
import styles from './screen.module.css';
import { Vote } from './vote.tsx';
import { Closed, Coming, End, Lobby, Note, Over, Ready, Tell, Together } from './waiting.tsx';

/** A creature with another body and another colour. */
const NEIGHBOUR = 8;

interface ScreenProps {
  session: Session;
  late: Late;
  attendance: Attendance;
  view: PhoneView;
  onExplain(word: HardWord): void;
}

export function Screen({ session, late, attendance, view, onExplain }: ScreenProps): JSX.Element {
  const t = textsIn(session.lang);
  const { screen } = view;
  const words = <HardWords words={hardWordsIn(storyTexts(screen, t), view.words)} t={t} onExplain={onExplain} />;
  switch (screen.kind) {
    case 'lobby':
      return <Lobby session={session} attendance={attendance} look={view.creature} />;
    case 'look':
      return (
        <Note title={t('lookTitle')} art={creature(view.creature, true)}>
          <p>{t('lookText')}</p>
        </Note>
      );
    case 'apart':
      return (
        <Note title={t('apart')} art={creature(view.creature)}>
          <p>{t('apartText')}</p>
        </Note>
      );
    case 'ready':
      return <Ready session={session} attendance={attendance} opensAt={screen.opensAt} />;
    case 'vote':
      return (
        <Vote key={screen.vote.round} session={session} attendance={attendance} screen={screen}>
          {words}
        </Vote>
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
        </Note>
      );
    case 'too-few':
      return (
        <Note title={t('tooFew')}>
          <p>{t('tooFewText')}</p>
        </Note>
      );
    case 'reveal':
      return (
        <Reveal session={session} attendance={attendance} screen={screen}>
          {words}
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
    case 'tell':
      return (
        <Tell screen={screen} t={t}>
          {words}
        </Tell>
      );
    case 'live':
      return late.part ? (
        <late.part.Live key={screen.chat.round} session={session} attendance={attendance} screen={screen} lang={view.lang} />
      ) : (
        <Coming t={t} failed={late.failed} />
      );
    case 'mirror':
      return <Mirror lang={session.lang} screen={screen} />;
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
