import type { Lang } from '../protocol/identity.ts';
import type { Emotion } from '../protocol/views.ts';
import type { Beat } from '../scenario/schema.ts';

/** What a sound, a face or a silence is called, for whoever cannot hear or see it. */

const FEELS: Record<Emotion, Record<Lang, string>> = {
  neutraal: { nl: 'kijkt rustig', en: 'looks calm' },
  blij: { nl: 'kijkt blij', en: 'looks happy' },
  lacht: { nl: 'lacht', en: 'laughs' },
  bezorgd: { nl: 'kijkt bezorgd', en: 'looks worried' },
  beschaamd: { nl: 'schaamt zich', en: 'looks ashamed' },
  boos: { nl: 'kijkt boos', en: 'looks angry' },
  nadenkend: { nl: 'denkt na', en: 'is thinking' },
  opgelucht: { nl: 'is opgelucht', en: 'is relieved' },
  verdrietig: { nl: 'kijkt verdrietig', en: 'looks sad' },
  geschrokken: { nl: 'schrikt', en: 'is startled' },
  grijnst: { nl: 'grijnst', en: 'grins' },
  vastberaden: { nl: 'kijkt vastberaden', en: 'looks determined' },
};

type Sound = Extract<Beat, { sound: string }>['sound'];
const SOUNDS: Record<Sound, Record<Lang, string>> = {
  'bericht-in': { nl: 'bericht komt binnen', en: 'a message arrives' },
  'bericht-uit': { nl: 'bericht verstuurd', en: 'message sent' },
  'gezien-tik': { nl: 'iemand leest mee', en: 'somebody is reading' },
  'scherm-aan': { nl: 'een scherm gaat aan', en: 'a screen lights up' },
  'uit-de-groep': { nl: 'uit de groep gehaald', en: 'removed from the group' },
  'uitkomst-licht': { nl: 'zachte, warme klank', en: 'a soft, warm sound' },
  'uitkomst-zwaar': { nl: 'zachte, zware klank', en: 'a soft, heavy sound' },
  doorgestuurd: { nl: 'doorgestuurd', en: 'forwarded' },
};

export const feels = (lang: Lang, name: string, emotion: Emotion) => `${name} ${FEELS[emotion][lang]}.`;
export const heard = (lang: Lang, sound: Sound) => SOUNDS[sound][lang];
export const seenBy = (lang: Lang, count: number) => (lang === 'nl' ? `${count}× gelezen` : `Read ${count}×`);
export const silent = (lang: Lang) => (lang === 'nl' ? 'Er komt niets.' : 'Nothing comes.');
