import en from '../../locales/en/lesson.json' with { type: 'json' };
import nl from '../../locales/nl/lesson.json' with { type: 'json' };
import { EMOJI, type EmojiName, LIGHTS, LOOKS, type LookName, PLACES, SOUNDS, TILES } from '../../story/schema/vocabulary.ts';

type Said = readonly [nl: string, en: string];

/** Everybody whom the board can draw. */
export const LOOK_NAMES: Record<LookName, Said> = {
  noor: ['13 jaar, lang donker haar, gele hoodie', '13, long dark hair, yellow hoodie'],
  sem: ['13 jaar, blond haar opzij, groene trui', '13, blond hair swept aside, green sweater'],
  yusuf: ['14 jaar, zwarte krullen, blauw trainingsjack', '14, black curls, blue track jacket'],
  kofi: ['13 jaar, korte twists, rood T-shirt', '13, short twists, red T-shirt'],
  aylin: ['14 jaar, paarse hoofddoek, donker vest', '14, purple headscarf, dark cardigan'],
  lotte: ['11 jaar, rood kort haar, tuinbroek', '11, red bob, overalls'],
  zofia: ['14 jaar, blonde staart, spijkerjack', '14, blond ponytail, denim jacket'],
  imran: ['15 jaar, kort zwart haar, grijze hoodie', '15, short black hair, grey hoodie'],
  mila: ['12 jaar, zwarte vlechten, roze trui', '12, black braids, pink sweater'],
  daan: ['14 jaar, bruin haar met kale zijkant, groen jack', '14, brown undercut, green jacket'],
  harjit: ['13 jaar, blauwe patka, oranje trui', '13, blue patka, orange sweater'],
  robin: ['15 jaar, blauw haar, bril, donkere hoodie', '15, blue hair, glasses, dark hoodie'],
  nova: ['10 jaar, halflange krullen, groen T-shirt', '10, curls, green T-shirt'],
  jayden: ['16 jaar, afro, rood jack, rolstoel', '16, afro, red jacket, wheelchair'],
  mentor: ['volwassene, grijs haar en baard, blauw overhemd', 'grown-up, grey hair and beard, blue shirt'],
  zorg: ['volwassene, donkere knot, rood vest', 'grown-up, dark bun, red cardigan'],
  ouder: ['volwassene, oranje hoofdwrap, groen overhemd', 'grown-up, orange head wrap, green shirt'],
};
export const PLACE_NAMES: Record<(typeof PLACES)[number], Said> = {
  bedroom: ['slaapkamer', 'bedroom'],
  classroom: ['klaslokaal', 'classroom'],
  schoolyard: ['schoolplein', 'schoolyard'],
  kitchen: ['keuken', 'kitchen'],
  canteen: ['kantine', 'canteen'],
  bikeshed: ['fietsenstalling', 'bike shed'],
  hallway: ['gang van de school', 'hallway of the school'],
};
export const LIGHT_NAMES: Record<(typeof LIGHTS)[number], Said> = {
  day: ['overdag', 'by day'],
  dusk: ['schemering', 'at dusk'],
  night: ['nacht', 'at night'],
};
export const SOUND_NAMES: Record<(typeof SOUNDS)[number], Said> = {
  'message-in': ['een bericht komt binnen', 'a message comes in'],
  'message-out': ['een bericht gaat weg', 'a message goes out'],
  'seen-tick': ['het vinkje van gezien', 'the tick of seen'],
  'screen-on': ['een scherm gaat aan', 'a screen lights up'],
  'removed-from-group': ['iemand wordt uit de groep gehaald', 'somebody is taken out of the group'],
  'outcome-light': ['het loopt licht af', 'it turns out light'],
  'outcome-heavy': ['het loopt zwaar af', 'it turns out heavy'],
  forwarded: ['iets wordt doorgestuurd', 'something is passed on'],
};
export const TILE_NAMES: Record<(typeof TILES)[number], Said> = {
  sticker: ['een dichte sticker', 'a closed sticker'],
  photo: ['een dichte foto', 'a closed photo'],
  voice: ['een dicht spraakbericht', 'a closed voice message'],
};
export const emojiName = (name: EmojiName): Said => [nl[`reaction.${name}`], en[`reaction.${name}`]];

const said = (names: readonly string[], of: (name: string) => Said | undefined) => ({ names, of });
const table = (names: readonly string[], all: Readonly<Record<string, Said>>) => said(names, (name) => all[name]);

/** Every list of names of which an editor says what each one is. */
export const LISTS = [
  table(LOOKS, LOOK_NAMES),
  table(PLACES, PLACE_NAMES),
  table(LIGHTS, LIGHT_NAMES),
  table(SOUNDS, SOUND_NAMES),
  table(TILES, TILE_NAMES),
  said(EMOJI, (name) => EMOJI.flatMap((known) => (known === name ? [emojiName(known)] : []))[0]),
];
