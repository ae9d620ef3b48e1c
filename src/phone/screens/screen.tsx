import type { JSX } from 'preact';
import { creature } from '../../art/pieces/creature.ts';
import type { PhoneView } from '../../protocol/views/phone.ts';
import { type HardWord, hardWordsIn, voteTexts } from '../hard-words.ts';
import type { Late } from '../late.ts';
import type { Attendance, Session } from '../session.ts';
import { textsIn } from '../texts.ts';
import { HardWords } from './hard-words.tsx';
import { Vote } from './vote.tsx';
import { Connecting, Lobby, Note, Ready } from './waiting.tsx';

export interface ScreenProps {
  session: Session;
  attendance: Attendance;
  view: PhoneView;
  onExplain(word: HardWord): void;
}

/** What a phone shows until it has voted; every other screen comes after the first view. */
export function Screen({ session, late, attendance, view, onExplain }: ScreenProps & { late: Late }): JSX.Element {
  const t = textsIn(session.lang);
  const { screen } = view;
  switch (screen.kind) {
    case 'lobby':
      return <Lobby session={session} attendance={attendance} look={view.creature} />;
    case 'look':
      return (
        <Note title={t('lookTitle')} art={creature(view.creature, true)}>
          <p>{t('lookText')}</p>
        </Note>
      );
    case 'ready':
      return <Ready session={session} attendance={attendance} opensAt={screen.opensAt} />;
    case 'vote':
      return (
        <Vote key={screen.vote.round} session={session} late={late} attendance={attendance} screen={screen}>
          <HardWords words={hardWordsIn(voteTexts(screen.vote, t), view.words)} t={t} onExplain={onExplain} />
        </Vote>
      );
    case 'live':
      return late.live ? (
        <late.live.Live key={screen.chat.round} session={session} attendance={attendance} screen={screen} lang={view.lang} />
      ) : late.rest ? (
        <late.rest.Coming lang={session.lang} failed={late.failures > 0} />
      ) : (
        <Connecting session={session} />
      );
    case 'mirror':
      return late.live ? <late.live.Mirror lang={session.lang} screen={screen} /> : <Connecting session={session} />;
    default:
      return late.rest ? (
        <late.rest.LaterScreen session={session} attendance={attendance} view={view} screen={screen} onExplain={onExplain} />
      ) : (
        <Connecting session={session} />
      );
  }
}
