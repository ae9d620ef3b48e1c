import { avatar, character, EMOTIONS } from '../../art/people/character.ts';
import { emoji } from '../../art/pieces/emoji.ts';
import { abstractSticker, tile } from '../../art/pieces/tile.ts';
import { backdrop } from '../../art/places/backdrop.ts';
import { colours } from '../../art/tokens.ts';
import type { StoryLang } from '../../locales/languages.ts';
import { EMOJI, LIGHTS, LOOKS, PLACES, POSES, SOUNDS, TILES } from '../../story/schema/vocabulary.ts';
import { emojiName, LIGHT_NAMES, LOOK_NAMES, PLACE_NAMES, SOUND_NAMES, TILE_NAMES } from './name-descriptions.ts';

type Said = readonly [nl: string, en: string];

const HEADINGS = {
  title: ['Wat een verhaal kan laten zien', 'What a story can show'],
  how: ['Schrijf de naam die erbij staat over in story.yaml.', 'Copy the name beside it into story.yaml.'],
  looks: ['Mensen (look)', 'People (look)'],
  emotions: ['Hoe iemand kijkt (emotion)', 'Moods (emotion)'],
  poses: ['Wat de handen doen (pose)', 'Poses (pose)'],
  places: ['Plekken (place) en licht (light)', 'Places (place) and light (light)'],
  emoji: ['Reacties (emoji)', 'Reactions (emoji)'],
  tiles: ['Gesloten tegels (tile) en het plaatje bij een stemming (drawing)', 'Closed tiles (tile) and the picture of a vote (drawing)'],
  sounds: ['Geluiden (sound)', 'Sounds (sound)'],
} as const;

/** One page with everything that the board can draw, by the code that it draws with. `sounds`: where the sounds stand, seen from the page. */
export function picturesPage(lang: StoryLang, sounds: string): string {
  const say = ([nl, en]: Said) => (lang === 'nl' ? nl : en);
  const card = (name: string, picture: string, what = '') => `<figure>${picture}<figcaption><code>${name}</code> ${what}</figcaption></figure>`;
  const part = (heading: Said, kind: string, cards: string[]) => `<h2>${say(heading)}</h2><div class="${kind}">${cards.join('')}</div>`;
  const sound = (name: string) => `<audio controls preload="none" src="${sounds}/${name}.ogg"></audio>`;
  return `<!doctype html>
<html lang="${lang}">
<meta charset="utf-8">
<title>${say(HEADINGS.title)}</title>
<style>
  body { margin: 2rem; font: 16px/1.4 system-ui, sans-serif; background: ${colours.paper}; color: ${colours.ink}; }
  div { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); }
  .wide { grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr)); }
  figure { margin: 0; padding: .5rem; background: white; border-radius: .5rem; }
  figure svg, audio { display: block; width: 100%; height: auto; }
  .small svg { width: 4rem; margin: auto; }
  code { font-weight: 700; }
</style>
<h1>${say(HEADINGS.title)}</h1>
<p>${say(HEADINGS.how)}</p>
${part(
  HEADINGS.looks,
  'people',
  LOOKS.map((look) => card(look, character(look, 'neutral'), say(LOOK_NAMES[look]))),
)}
${part(
  HEADINGS.emotions,
  'faces',
  EMOTIONS.map((emotion) => card(emotion, avatar('noor', emotion))),
)}
${part(
  HEADINGS.poses,
  'people',
  POSES.map((pose) => card(pose, character('daan', 'worried', pose))),
)}
${part(
  HEADINGS.places,
  'wide',
  PLACES.flatMap((place) =>
    LIGHTS.map((light) => card(`place: ${place}, light: ${light}`, backdrop(place, light), `${say(PLACE_NAMES[place])}, ${say(LIGHT_NAMES[light])}`)),
  ),
)}
${part(
  HEADINGS.emoji,
  'small',
  EMOJI.map((name) => card(name, emoji(name), say(emojiName(name)))),
)}
${part(HEADINGS.tiles, 'wide', [...TILES.map((kind) => card(kind, tile(kind), say(TILE_NAMES[kind]))), card('abstract-sticker', abstractSticker())])}
${part(
  HEADINGS.sounds,
  'wide',
  SOUNDS.map((name) => card(name, sound(name), say(SOUND_NAMES[name]))),
)}
</html>
`;
}
