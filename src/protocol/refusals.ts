import type { Lang } from '../locales/languages.ts';

/** Every reason for a "no", with the sentence that a person reads. */
export const REFUSALS = {
  'bad-message': { nl: 'Dat bericht begrepen we niet. Ververs de pagina.', en: 'We did not understand that message. Reload the page.' },
  'old-version': { nl: 'Er is een nieuwe versie. Ververs de pagina.', en: 'There is a new version. Reload the page.' },
  'code-unknown': { nl: 'Deze code kennen we niet. Kijk nog eens goed op het bord.', en: 'We do not know this code. Check the board again.' },
  'too-many-tries': {
    nl: 'Er kwamen te veel verkeerde codes. Wacht een minuut en probeer het dan opnieuw.',
    en: 'There were too many wrong codes. Wait a minute, then try again.',
  },
  'lesson-unknown': { nl: 'Deze les bestaat niet meer.', en: 'This lesson is gone.' },
  'lesson-ended': { nl: 'Deze les is afgelopen.', en: 'This lesson has ended.' },
  'not-yours': { nl: 'Dit toestel mag deze les niet bedienen.', en: 'This device may not run this lesson.' },
  'teacher-code-wrong': { nl: 'De docentcode klopt niet. Vraag hem aan je school.', en: 'The teacher code is wrong. Ask your school for it.' },
  'scenario-unknown': { nl: 'Dit verhaal staat niet op deze server.', en: 'This story is not on this server.' },
  'name-wrong': {
    nl: 'Een naam heeft 1 tot 14 letters, met hooguit een spatie of streepje ertussen.',
    en: 'A name has 1 to 14 letters, with at most a space or hyphen in between.',
  },
  'name-taken': {
    nl: 'Die naam komt al voor in dit verhaal. Kies een andere.',
    en: 'That name is already in this story. Choose another.',
  },
  'name-unknown': { nl: 'Die persoon zit niet in dit verhaal.', en: 'That person is not in this story.' },
  'contact-half': {
    nl: 'Vul bij het contact een naam in én hoe je die persoon bereikt.',
    en: 'For the contact, fill in a name and how to reach this person.',
  },
  'contact-long': {
    nl: 'Maak het contact korter: een naam tot 60 tekens, de rest tot 80.',
    en: 'Make the contact shorter: a name of up to 60 characters, the rest up to 80.',
  },
  'door-locked': { nl: 'De deur is dicht. Vraag je docent om je binnen te laten.', en: 'The door is locked. Ask your teacher to let you in.' },
  'room-full': { nl: 'Deze les zit vol.', en: 'This lesson is full.' },
  'seat-unknown': { nl: 'Dit toestel doet niet meer mee. Vul de code opnieuw in.', en: 'This device is no longer in. Enter the code again.' },
  'seat-elsewhere': { nl: 'Je doet al mee in een ander tabblad of venster.', en: 'You are already in, in another tab or window.' },
  'seat-late': { nl: 'Je kwam er na de eerste stemming bij. Kijk deze keer mee.', en: 'You joined after the first vote. Watch along this time.' },
  'vote-not-open': { nl: 'Je kunt nu niet stemmen.', en: 'You cannot vote now.' },
  'vote-closed': { nl: 'Net te laat: de stemming is dicht.', en: 'Just too late: the vote is closed.' },
  'round-unknown': { nl: 'Deze stemming is voorbij. Kijk naar het bord.', en: 'This vote is over. Look at the board.' },
  'choice-unknown': { nl: 'Die keuze bestaat niet.', en: 'There is no such choice.' },
  'vote-older': { nl: 'Je nieuwere keuze telt al.', en: 'Your newer choice already counts.' },
  'trial-only': { nl: 'Dat kan niet in een proefles.', en: 'That is not possible in a trial lesson.' },
  'act-known': { nl: 'Wat je eerst deed, telt al.', en: 'What you did first already counts.' },
  'live-not-running': { nl: 'De chat loopt nu niet.', en: 'The chat is not running now.' },
  'way-unknown': { nl: 'Zo kan dit verhaal niet verder.', en: 'This story cannot go on that way.' },
  'class-too-small': { nl: 'Daarvoor doen er te weinig telefoons mee.', en: 'Too few phones have joined for that.' },
  'moment-passed': { nl: 'Het bord was al verder.', en: 'The board had already moved on.' },
  'not-now': { nl: 'Dat kan nu niet.', en: 'That is not possible now.' },
  'paused-now': { nl: 'Het bord staat even op rust.', en: 'The board is at rest.' },
  'headcount-missing': { nl: 'Tel eerst hoeveel leerlingen er zijn.', en: 'First count how many pupils there are.' },
  'headcount-too-low': {
    nl: 'Er doen meer toestellen mee dan leerlingen. Tel nog eens of haal stille plekken weg.',
    en: 'More devices than pupils have joined. Count again or remove silent seats.',
  },
  'number-out-of-range': { nl: 'Dat getal kan niet.', en: 'That number is not possible.' },
  'node-unknown': { nl: 'Die keuze is nog niet geweest.', en: 'That decision has not been played yet.' },
  'hands-missing': { nl: 'Vul eerst in hoeveel handen er waren.', en: 'First enter how many hands there were.' },
  'hands-too-many': { nl: 'Dat zijn meer handen dan leerlingen. Tel nog eens.', en: 'Those are more hands than pupils. Count again.' },
  'item-unknown': { nl: 'Die vraag staat niet op deze server.', en: 'This server does not have that question.' },
  'items-missing': {
    nl: 'Aan het begin is er geen vraag gesteld, of er stemden te weinig mensen.',
    en: 'No question was asked at the start, or too few people voted.',
  },
  'agreement-unknown': { nl: 'Die afspraak staat niet in de lijst.', en: 'That agreement is not in the list.' },
  'agreement-long': { nl: 'Een afspraak heeft 1 tot 120 tekens.', en: 'An agreement has 1 to 120 characters.' },
  'agreements-number': { nl: 'Kies twee, drie of vier verschillende afspraken.', en: 'Choose two, three or four different agreements.' },
  'agreements-full': {
    nl: 'Meer dan acht afspraken onthoudt niemand. Haal er eerst één weg.',
    en: 'Nobody remembers more than eight. Remove one first.',
  },
  'desk-taken': { nl: 'Een ander toestel bedient deze les nu.', en: 'Another device runs this lesson now.' },
  'address-unknown': { nl: 'Dat adres kennen we niet.', en: 'We do not know that address.' },
  'pairing-unknown': { nl: 'Deze koppelcode werkt niet meer. Maak een nieuwe.', en: 'This pairing code no longer works. Make a new one.' },
  'pairing-denied': { nl: 'Het bord zei nee tegen dit toestel.', en: 'The board said no to this device.' },
  'storage-full': {
    nl: 'De server kan niets meer opslaan. Je keuze is niet geteld. Roep je docent.',
    en: 'The server cannot store anything. Your choice was not counted. Call your teacher.',
  },
  'server-broken': {
    nl: 'Er ging iets mis op de server. Probeer het zo nog eens.',
    en: 'Something went wrong on the server. Try again in a moment.',
  },
} as const satisfies Record<string, Record<Lang, string>>;

export type RefusalCode = keyof typeof REFUSALS;

export type Answer<T = object> = ({ ok: true } & T) | { ok: false; refusal: RefusalCode };

export function sentence(code: RefusalCode, lang: Lang): string {
  return REFUSALS[code][lang];
}
