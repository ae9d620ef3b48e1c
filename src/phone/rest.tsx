import later from '../locales/nl/phone-later.json';
import refusals from '../locales/nl/refusals.json';
import './styles/fonts-ext.css';
import './tab-name.ts';
import { keepDutch } from './texts.ts';

/** What comes after the first view of the page, in one piece. */
keepDutch('phone-later', later);
keepDutch('refusals', refusals);

export { ReadAloud } from './aloud.tsx';
export { Guess } from './screens/guess.tsx';
export { Help } from './screens/help.tsx';
export { LaterScreen } from './screens/later-screen.tsx';
export { Meaning } from './screens/meaning.tsx';
export { Coming, Moving, Over } from './screens/notes.tsx';
export { Refused } from './screens/refused.tsx';
