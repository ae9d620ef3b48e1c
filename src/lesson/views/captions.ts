import type { Lang } from '../../locales/languages.ts';
import type { Emotion, Person, Pose, Tile } from '../../protocol/scene.ts';
import type { Beat } from '../../story/schema/schema.ts';

/** What a sound, a face or a silence is called, for whoever cannot hear or see it. */

const FEELS: Record<Emotion, Record<Lang, string>> = {
  neutral: { nl: 'kijkt rustig', en: 'looks calm' },
  happy: { nl: 'kijkt blij', en: 'looks happy' },
  laughing: { nl: 'laughing', en: 'laughs' },
  worried: { nl: 'kijkt bezorgd', en: 'looks worried' },
  ashamed: { nl: 'schaamt zich', en: 'looks ashamed' },
  angry: { nl: 'kijkt boos', en: 'looks angry' },
  thinking: { nl: 'denkt na', en: 'is thinking' },
  relieved: { nl: 'is opgelucht', en: 'is relieved' },
  sad: { nl: 'kijkt verdrietig', en: 'looks sad' },
  startled: { nl: 'schrikt', en: 'is startled' },
  smirking: { nl: 'smirking', en: 'grins' },
  determined: { nl: 'kijkt vastberaden', en: 'looks determined' },
};

type Sound = Extract<Beat, { sound: string }>['sound'];
const SOUNDS: Record<Sound, Record<Lang, string>> = {
  'message-in': { nl: 'bericht komt binnen', en: 'a message arrives' },
  'message-out': { nl: 'bericht verstuurd', en: 'message sent' },
  'seen-tick': { nl: 'iemand leest mee', en: 'somebody is reading' },
  'screen-on': { nl: 'een scherm gaat aan', en: 'a screen lights up' },
  'removed-from-group': { nl: 'uit de groep gehaald', en: 'removed from the group' },
  'outcome-light': { nl: 'zachte, warme klank', en: 'a soft, warm sound' },
  'outcome-heavy': { nl: 'zachte, zware klank', en: 'a soft, heavy sound' },
  forwarded: { nl: 'forwarded', en: 'forwarded' },
};

/** Every emoji that a reaction may be; a test holds this list and the drawings equal. */
export const REACTIONS: Record<string, Record<Lang, string>> = {
  'thumbs-up': { nl: 'duim omhoog', en: 'thumbs up' },
  'thumbs-down': { nl: 'duim omlaag', en: 'thumbs down' },
  'clapping-hands': { nl: 'applaus', en: 'applause' },
  'waving-hand': { nl: 'zwaai', en: 'wave' },
  'folded-hands': { nl: 'gevouwen handen', en: 'folded hands' },
  'crossed-fingers': { nl: 'vingers gekruist', en: 'fingers crossed' },
  'raised-hand': { nl: 'hand omhoog', en: 'raised hand' },
  'heart-hands': { nl: 'hartje met handen', en: 'heart hands' },
  eyes: { nl: 'ogen', en: 'eyes' },
  'red-heart': { nl: 'hartje', en: 'heart' },
  'blue-heart': { nl: 'blauw hartje', en: 'blue heart' },
  star: { nl: 'ster', en: 'star' },
  fire: { nl: 'vuur', en: 'fire' },
  sparkles: { nl: 'glitters', en: 'sparkles' },
  'party-popper': { nl: 'confetti', en: 'party popper' },
  popcorn: { nl: 'popcorn', en: 'popcorn' },
  pizza: { nl: 'pizza', en: 'pizza' },
  'birthday-cake': { nl: 'taart', en: 'cake' },
  'soccer-ball': { nl: 'voetbal', en: 'football' },
  'video-game': { nl: 'game', en: 'game' },
  'roller-coaster': { nl: 'achtbaan', en: 'roller coaster' },
  'see-no-evil-monkey': { nl: 'aap met handen voor de ogen', en: 'monkey covering its eyes' },
  'slightly-smiling-face': { nl: 'glimlach', en: 'smile' },
  'grinning-face-with-smiling-eyes': { nl: 'blij gezicht', en: 'happy face' },
  'face-with-tears-of-joy': { nl: 'lachen met tranen', en: 'laughing with tears' },
  'rolling-on-the-floor-laughing': { nl: 'omvallen van het lachen', en: 'rolling with laughter' },
  'smiling-face-with-sunglasses': { nl: 'zonnebril', en: 'sunglasses' },
  'hugging-face': { nl: 'knuffel', en: 'hug' },
  'winking-face': { nl: 'knipoog', en: 'wink' },
  'thinking-face': { nl: 'denkend gezicht', en: 'thinking face' },
  'neutral-face': { nl: 'neutraal gezicht', en: 'neutral face' },
  'face-with-rolling-eyes': { nl: 'rollende ogen', en: 'rolling eyes' },
  'grimacing-face': { nl: 'tanden op elkaar', en: 'grimace' },
  'shushing-face': { nl: 'stil', en: 'shush' },
  'zipper-mouth-face': { nl: 'mond dicht', en: 'zipped mouth' },
  'face-with-hand-over-mouth': { nl: 'hand voor de mond', en: 'hand over mouth' },
  'pensive-face': { nl: 'sip gezicht', en: 'pensive face' },
  'crying-face': { nl: 'huilend gezicht', en: 'crying face' },
  'loudly-crying-face': { nl: 'hard huilen', en: 'crying loudly' },
  'smirking-face': { nl: 'grijns', en: 'smirk' },
};

export const reacted = (lang: Lang, emoji: string, count: number) =>
  `${count}× ${REACTIONS[emoji]?.[lang] ?? (lang === 'nl' ? 'reactie' : 'reaction')}`;
const DOES: Partial<Record<Pose, Record<Lang, string>>> = {
  cover: { nl: ' en houdt een hand voor de mond', en: ' and covers the mouth' },
  hide: { nl: ' en slaat de handen voor de ogen', en: ' and covers both eyes' },
  away: { nl: ' en draait zich weg', en: ' and turns away' },
};
export const feels = (lang: Lang, name: string, emotion: Emotion, pose: Pose = 'plain') =>
  `${name} ${FEELS[emotion][lang]}${DOES[pose]?.[lang] ?? ''}.`;
export const comes = (lang: Lang, name: string) => (lang === 'nl' ? `${name} komt erbij.` : `${name} comes in.`);
export const goes = (lang: Lang, name: string) => (lang === 'nl' ? `${name} gaat weg.` : `${name} leaves.`);
export const heard = (lang: Lang, sound: Sound) => SOUNDS[sound][lang];
export const seenBy = (lang: Lang, count: number) => (lang === 'nl' ? `${count}× gelezen` : `Read ${count}×`);
const COPIED: Record<Tile, Record<Lang, (count: number) => string>> = {
  sticker: { nl: (count) => `${count}× opgeslagen`, en: (count) => `Saved ${count}×` },
  photo: { nl: (count) => `${count}× doorgestuurd`, en: (count) => `Forwarded ${count}×` },
  voice: { nl: (count) => `${count}× afgespeeld`, en: (count) => `Played ${count}×` },
};
export const copied = (lang: Lang, tile: Tile, count: number) => COPIED[tile][lang](count);
export const silent = (lang: Lang) => (lang === 'nl' ? 'Er komt niets.' : 'Nothing comes.');

// ---------- what the chat app says of itself ----------

const start = (name: string) => `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`;
export const deleted = (lang: Lang) => (lang === 'nl' ? 'Dit bericht is verwijderd' : 'This message was deleted');
export const unread = (lang: Lang, title: string, count: number) => (lang === 'nl' ? `${title}: ${count} ongelezen` : `${title}: ${count} unread`);
export const scrolledBack = (lang: Lang) => (lang === 'nl' ? 'Terug in de chat' : 'Back in the chat');

/** Somebody who left: as the others read it, and as the own phone says it. */
export function hasLeft(lang: Lang, person: Person): Said {
  const [text, own] =
    lang === 'nl'
      ? [`${start(person.name)} heeft de groep verlaten`, 'Jij hebt de groep verlaten']
      : [`${start(person.name)} left the group`, 'You left the group'];
  return { text, own: { [person.id]: own } };
}

type Said = { text: string; own: Record<string, string> };
const changed =
  (
    words: Record<
      Lang,
      { passive: string; you: string; done: (by: string, whom: string) => string; doneByYou: (whom: string) => string; me: string }
    >,
  ) =>
  (lang: Lang, person: Person, by: Person | null): Said => {
    const { passive, you, done, doneByYou, me } = words[lang];
    if (by === null) return { text: `${start(person.name)} ${passive}`, own: { [person.id]: you } };
    return {
      text: done(start(by.name), person.name),
      own: { [person.id]: done(start(by.name), me), [by.id]: doneByYou(person.name) },
    };
  };

export const wasRemoved = changed({
  nl: {
    passive: 'is verwijderd',
    you: 'Jij bent verwijderd',
    done: (by, whom) => `${by} heeft ${whom} verwijderd`,
    doneByYou: (whom) => `Jij hebt ${whom} verwijderd`,
    me: 'jou',
  },
  en: {
    passive: 'was removed',
    you: 'You were removed',
    done: (by, whom) => `${by} removed ${whom}`,
    doneByYou: (whom) => `You removed ${whom}`,
    me: 'you',
  },
});
export const wasAdded = changed({
  nl: {
    passive: 'is toegevoegd',
    you: 'Jij bent toegevoegd',
    done: (by, whom) => `${by} heeft ${whom} toegevoegd`,
    doneByYou: (whom) => `Jij hebt ${whom} toegevoegd`,
    me: 'jou',
  },
  en: { passive: 'was added', you: 'You were added', done: (by, whom) => `${by} added ${whom}`, doneByYou: (whom) => `You added ${whom}`, me: 'you' },
});
