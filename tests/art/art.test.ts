import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { avatar, character, EMOTIONS, type Emotion, LOOKS, type Pose } from '../../src/art/people/character.ts';
import { ARMS, arm, faceSheet, featureBox, PARTS, type Part, part } from '../../src/art/people/puppet.ts';
import { badge } from '../../src/art/pieces/badge.ts';
import { envelope, openEnvelope, pile } from '../../src/art/pieces/ballot.ts';
import { ballotBox, closedBallotBox } from '../../src/art/pieces/ballot-box.ts';
import { CREATURES, creature } from '../../src/art/pieces/creature.ts';
import { EMOJI, emoji } from '../../src/art/pieces/emoji.ts';
import { ICON_NAMES, icon } from '../../src/art/pieces/icon.ts';
import { logo } from '../../src/art/pieces/logo.ts';
import { abstractSticker, type TileKind, tile } from '../../src/art/pieces/tile.ts';
import { lifeOf, sprite, spriteOf } from '../../src/art/places/ambience.ts';
import { backdrop, type Light, type Place } from '../../src/art/places/backdrop.ts';
import en from '../../src/locales/en/creatures.json' with { type: 'json' };
import type { Lang } from '../../src/locales/languages.ts';
import { lookUp } from '../../src/locales/look-up.ts';
import nl from '../../src/locales/nl/creatures.json' with { type: 'json' };
import {
  DRAWINGS,
  LIGHTS,
  PLACES,
  POSES,
  SOUNDS,
  EMOJI as STORY_EMOJI,
  EMOTIONS as STORY_EMOTIONS,
  LOOKS as STORY_LOOKS,
  TILES,
  WEATHERS,
} from '../../src/story/schema/vocabulary.ts';
import { creatureName } from '../../src/ui/creature-name.ts';

interface Element {
  name: string;
  attributes: Map<string, string>;
}

/** Reads a drawing as an XML parser would, and throws if one would refuse it, because the stage loads drawings as stand-alone images. */
function elements(svg: string): Element[] {
  const found: Element[] = [];
  const open: string[] = [];
  let at = 0;
  while (at < svg.length) {
    const text = /^[^<]+/.exec(svg.slice(at))?.[0] ?? '';
    if (text.trim() && !['text', 'tspan'].includes(open.at(-1) ?? '')) throw new Error(`Stray text '${text}'`);
    at += text.length;
    if (at === svg.length) break;
    const closing = /^<\/(\w+)>/.exec(svg.slice(at));
    if (closing) {
      if (open.pop() !== closing[1]) throw new Error(`${closing[0]} closes something else`);
      at += closing[0].length;
      continue;
    }
    const opening = /^<(\w+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/.exec(svg.slice(at));
    if (!opening) throw new Error(`No tag: ${svg.slice(at, at + 60)}`);
    const [whole, name, attributeText, selfClosing] = opening;
    const attributes = new Map<string, string>();
    for (const [, key, value] of attributeText!.matchAll(/([\w:-]+)="([^"]*)"/g)) {
      if (attributes.has(key!)) throw new Error(`<${name}> has ${key} twice`);
      attributes.set(key!, value!);
    }
    if (!found.length && name !== 'svg') throw new Error(`Starts with <${name}>`);
    found.push({ name: name!, attributes });
    if (!selfClosing) open.push(name!);
    at += whole.length;
    if (!open.length && at < svg.length) throw new Error('Goes on after its end');
  }
  if (open.length) throw new Error(`<${open.join('> <')}> stays open`);
  return found;
}

function ids(svg: string): string[] {
  return elements(svg).flatMap(({ attributes }) => attributes.get('id') ?? []);
}

function check(svg: string): void {
  const all = elements(svg);
  const root = all[0]!.attributes;
  expect(root.get('xmlns')).toBe('http://www.w3.org/2000/svg');
  expect(Number(root.get('width'))).toBeGreaterThan(0);
  expect(Number(root.get('height'))).toBeGreaterThan(0);
  expect(svg).not.toMatch(/NaN|undefined|null|\[object|Infinity|\$\{|HCLIP|https?:(?!\/\/www\.w3\.org\/2000\/svg")/);
  const own = ids(svg);
  expect(new Set(own).size).toBe(own.length);
  for (const [, id] of svg.matchAll(/url\(#([^)]*)\)/g)) if (!own.includes(id!)) throw new Error(`Refers to #${id}, which it lacks`);
  // Plain conditions: a hundred thousand attributes are too many for an assertion each.
  for (const { name, attributes } of all) {
    for (const [key, value] of attributes)
      if (/#(?![0-9a-fA-F]{3}$|[0-9a-fA-F]{6}$|[a-z][a-z0-9-]*\)$)/.test(value)) throw new Error(`${key}="${value}" is no colour`);
    const path = attributes.get('d');
    if (name === 'path' && !/^[Mm][\d\s.,MLHVCSQTAZmlhvcsqtaz-]+$/.test(path ?? '')) throw new Error(`d="${path}" is no path`);
  }
}

const poses: Pose[] = ['plain', 'phone', 'think', 'cover', 'hide', 'away'];
const places: Place[] = ['bedroom', 'classroom', 'schoolyard', 'kitchen', 'canteen', 'bikeshed', 'hallway'];
const lights: Light[] = ['day', 'dusk', 'night'];

const tiles: TileKind[] = ['sticker', 'photo', 'voice'];

/** Every drawing that a page can ask for, once. */
const drawings = new Map<string, string>();
for (const look of LOOKS) {
  for (const emotion of EMOTIONS) {
    drawings.set(`avatar ${look} ${emotion}`, avatar(look, emotion));
    for (const pose of poses) drawings.set(`character ${look} ${emotion} ${pose}`, character(look, emotion, pose));
  }
}
for (const look of LOOKS) {
  for (const name of Object.keys(PARTS) as Part[]) {
    const svg = part(look, name);
    if (svg !== null) drawings.set(`part ${look} ${name}`, svg);
  }
  for (const pose of Object.keys(ARMS) as (keyof typeof ARMS)[]) drawings.set(`arm ${look} ${pose}`, arm(look, pose));
  for (const emotion of EMOTIONS) drawings.set(`sheet ${look} ${emotion}`, faceSheet(look, emotion).svg);
}
for (const place of places)
  for (const light of lights)
    for (const life of [...lifeOf(place, light), ...lifeOf(place, light, 'rain')])
      drawings.set(`life ${spriteOf(life)} ${light}`, sprite(spriteOf(life), light));
for (const place of places) for (const light of lights) drawings.set(`backdrop ${place} ${light}`, backdrop(place, light));
for (let look = 0; look < CREATURES; look += 1)
  for (const asleep of [false, true]) drawings.set(`creature ${look} ${asleep}`, creature(look, asleep));
for (const letter of ['A', 'B', 'C', 'D'] as const) drawings.set(`badge ${letter}`, badge(letter));
for (const [name, svg] of Object.entries({ ballotBox, closedBallotBox, envelope, openEnvelope, pile })) drawings.set(name, svg());
for (const kind of tiles) drawings.set(`tile ${kind}`, tile(kind));
drawings.set('abstract sticker', abstractSticker());
for (const dark of [false, true]) drawings.set(`logo ${dark}`, logo(dark));
for (const name of ICON_NAMES) drawings.set(`icon ${name}`, icon(name));
for (const name of EMOJI) drawings.set(`emoji ${name}`, emoji(name));

describe('drawings', () => {
  test('the check refuses what an XML parser refuses', () => {
    const bad = [
      '<svg><g></svg></g>',
      '<svg><path d="M0 0" d="M1 1"/></svg>',
      '<svg>}</svg>',
      '<svg><g></svg>',
      '<svg a=1></svg>',
      '<g/>',
      '<svg/><svg/>',
    ];
    for (const svg of bad) expect(() => elements(svg), svg).toThrow();
  });

  test('each one is well-formed, stands alone, and contains no “undefined” or “NaN”', () => {
    for (const [name, svg] of drawings) {
      try {
        check(svg);
      } catch (error) {
        throw new Error(`${name}: ${String(error)}`, { cause: error });
      }
    }
    expect(drawings.size).toBeGreaterThan(2000);
  });

  test('an id in one page never means two different things', () => {
    const meaning = new Map<string, string>();
    for (const [name, svg] of drawings) {
      for (const [definition, id] of svg.matchAll(
        /<(?:clipPath|linearGradient|radialGradient) id="([^"]*)".*?<\/(?:clipPath|linearGradient|radialGradient)>/g,
      )) {
        expect(meaning.get(id!) ?? definition, `${id} in ${name}`).toBe(definition);
        meaning.set(id!, definition);
      }
    }
    expect(meaning.size).toBeGreaterThan(1000);
  });

  test('no two drawings of the cast are the same', () => {
    const cast = [...drawings]
      .filter(([name]) => name.startsWith('character') && name.endsWith(' plain'))
      .map(([, svg]) => svg.replaceAll(/(id="|#)[a-z0-9-]+(?=["()])/g, ''));
    expect(new Set(cast).size).toBe(LOOKS.length * EMOTIONS.length);
  });

  test('a face in parts has what acting needs, each in a place of its own on its sheet', () => {
    for (const look of LOOKS) {
      for (const emotion of EMOTIONS) {
        const { svg, cells } = faceSheet(look, emotion);
        for (const name of ['face', 'eyes', 'mouth', 'said', 'saying']) expect(cells, `${look} ${emotion}`).toHaveProperty(name);
        // Eyes that are closed already neither look around nor blink.
        expect('shut' in cells).toBe(emotion !== 'laughing' && emotion !== 'relieved');
        const height = Number(/viewBox="0 0 452 (\d+)"/.exec(svg)?.[1]);
        const boxes = Object.values(cells);
        for (const [x, y, width, high] of boxes) {
          expect(x + width).toBeLessThanOrEqual(452);
          expect(y + high).toBeLessThanOrEqual(height);
        }
        const overlapping = boxes.filter(([x, y, w, h], index) =>
          boxes.slice(index + 1).some(([ox, oy, ow, oh]) => x < ox + ow && ox < x + w && y < oy + oh && oy < y + h),
        );
        expect(overlapping, `${look} ${emotion}`).toEqual([]);
      }
    }
    expect(featureBox('left')).toEqual(featureBox('eyes'));
  });

  test('an unknown name is somebody in grey, a dot or a bare wall: no error, no empty picture and nobody of the cast', () => {
    const unknown = [character('nobody', 'happy'), avatar('constructor'), emoji('no-such-emoji'), emoji('constructor')];
    unknown.push(backdrop('beach' as Place, 'day'), faceSheet('noor', 'blij' as Emotion).svg);
    for (const svg of unknown) check(svg);
    for (const svg of unknown.slice(0, 5)) expect([...drawings.values()]).not.toContain(svg);
    expect(emoji('no-such-emoji')).toContain('<circle');
    expect(lifeOf('beach' as Place, 'day')).toEqual([]);
  });
});

describe('what a story may ask for', () => {
  test('is what can be drawn', () => {
    expect([...WEATHERS]).toEqual(['rain']);
    expect([...STORY_EMOTIONS].sort()).toEqual([...EMOTIONS].sort());
    expect([...STORY_LOOKS].sort()).toEqual([...LOOKS].sort());
    expect([...STORY_EMOJI].sort()).toEqual([...EMOJI].sort());
    expect([...POSES]).toEqual(poses);
    expect([...PLACES]).toEqual(places);
    expect([...LIGHTS]).toEqual(lights);
    expect([...TILES]).toEqual(tiles);
    expect([...DRAWINGS]).toEqual(['abstract-sticker']);
    for (const sound of SOUNDS) for (const kind of ['ogg', 'm4a']) expect(existsSync(`assets/sounds/${sound}.${kind}`), sound).toBe(true);
  });

  /** The drawing or file that a name of a story stands for, by the key that it stands under. */
  const drawn: Record<string, (name: string) => boolean> = {
    look: (name) => drawings.has(`avatar ${name} neutral`),
    emotion: (name) => drawings.has(`character noor ${name} plain`),
    pose: (name) => drawings.has(`character noor neutral ${name}`),
    emoji: (name) => drawings.has(`emoji ${name}`),
    place: (name) => drawings.has(`backdrop ${name} day`),
    light: (name) => drawings.has(`backdrop kitchen ${name}`),
    tile: (name) => drawings.has(`tile ${name}`),
    drawing: (name) => drawings.has(name.replace('-', ' ')),
    sound: (name) => existsSync(`assets/sounds/${name}.ogg`),
  };
  const undrawn = (part: unknown): string[] =>
    typeof part !== 'object' || part === null
      ? []
      : Object.entries(part).flatMap(([key, value]) =>
          typeof value === 'string' && drawn[key]?.(value) === false ? [`${key}: ${value}`] : undrawn(value),
        );

  // A story does not know the drawings and they do not know it; only this test compares them.
  const stories = globSync('scenarios/*/story.yaml');
  test('there are stories to hold against the drawings', () => expect(stories).not.toEqual([]));
  test.each(stories)('no board of %s stays black: each person, mood, place, emoji, tile and sound in it exists', (file) => {
    expect(undrawn(parse(readFileSync(file, 'utf8')))).toEqual([]);
  });
  test('a name that nobody draws is found', () => {
    expect(undrawn({ cast: { a: { look: 'nobody' } }, nodes: [{ react: 'm1', emoji: 'thumb' }, { sound: 'bang' }] })).toEqual([
      'look: nobody',
      'emoji: thumb',
      'sound: bang',
    ]);
  });
});

describe('creatures', () => {
  const shape = (look: number, asleep = false) => creature(look, asleep).replaceAll(`creature-${look}`, '');

  test('all 144 differ in more than an id, awake and asleep', () => {
    const looks = Array.from({ length: CREATURES }, (_, look) => look);
    expect(new Set(looks.map((look) => shape(look))).size).toBe(144);
    expect(new Set(looks.map((look) => shape(look, true))).size).toBe(144);
  });

  test('never wear a colour of a choice', () => {
    for (let look = 0; look < CREATURES; look += 1) expect(creature(look)).not.toMatch(/#(2B2A8C|FFC02E|16BFC2|B42F55)/i);
  });

  test('have a Dutch and an English name', () => {
    const named = (look: number, lang: Lang) => creatureName(look, (key, values) => lookUp(lang, [lang === 'nl' ? nl : en], key, values));
    expect(named(1, 'nl')).toBe('Blauwe Boon');
    expect(named(1, 'en')).toBe('Blue Bean');
    for (let look = 0; look < CREATURES; look += 1)
      for (const lang of ['nl', 'en'] as const) expect(named(look, lang)).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
  });
});
