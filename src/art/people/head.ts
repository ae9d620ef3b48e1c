import { clip, fill, shade, stroke } from '../paint.ts';
import { hairColoursOf, type Look, skinOf } from './cast.ts';
import type { Expression, MouthName } from './expression.ts';
import { brow, eye, mouth } from './face.ts';
import { HAIR } from './hair.ts';
import { type Hair, HEAD_CLIP } from './hairdo.ts';

const FACES = {
  round: { cheek: 122, jaw: 86, chin: 430 },
  oval: { cheek: 116, jaw: 74, chin: 438 },
  long: { cheek: 112, jaw: 74, chin: 448 },
  square: { cheek: 117, jaw: 90, chin: 440 },
};
const FRAME = '#2B2438';

/** Where the parts of a face stand; children have lower, larger features in a shorter face. */
export function proportions(look: Look) {
  const { cheek, jaw, chin } = FACES[look.face];
  const grown = look.age >= 20;
  const small = look.age <= 11;
  return {
    cheek,
    jaw,
    chin: chin + (grown ? 10 : small ? -8 : 0),
    grown,
    eyes: grown ? 286 : 296,
    mouth: grown ? 384 : 380,
    eyeSize: grown ? 0.84 : small ? 1.1 : look.age <= 13 ? 1.04 : 0.97,
    features: grown ? 1.02 : small ? 1.17 : look.age <= 13 ? 1.13 : 1.09,
  };
}
type Proportions = ReturnType<typeof proportions>;

function skull({ cheek, jaw, chin }: Proportions): string {
  const left = 300 - cheek;
  const right = 300 + cheek;
  const crown = (cheek * 0.62).toFixed(1);
  return `M${left} 268C${left - 4} 165 ${300 - Number(crown)} 100 300 100C${300 + Number(crown)} 100 ${right + 4} 165 ${right} 268C${right - 1} 322 ${300 + jaw + 22} ${chin - 52} ${300 + jaw - 8} ${chin - 30}C${300 + jaw - 36} ${chin - 6} 322 ${chin} 300 ${chin}C278 ${chin} ${300 - jaw + 36} ${chin - 6} ${300 - jaw + 8} ${chin - 30}C${300 - jaw - 22} ${chin - 52} ${left + 1} 322 ${left} 268Z`;
}

const NOSES: Record<Look['nose'], string> = {
  soft: 'M-11 8Q0 17 12 7',
  button: 'M-10 4Q0 13 10 4',
  wide: 'M-19 5Q-13 14 0 13Q13 14 19 5',
  long: 'M6 -34Q16 -2 12 6Q2 16 -11 9',
};

function glasses(kind: 'round' | 'square', y: number, cheek: number): string {
  const arms = `M-93 -6L${-cheek} -12M93 -6L${cheek} -12`;
  const lenses =
    kind === 'round'
      ? '<circle cx="-51" cy="1" r="41"/><circle cx="51" cy="1" r="41"/>'
      : '<rect x="-93" y="-30" width="84" height="62" rx="18"/><rect x="9" y="-30" width="84" height="62" rx="18"/>';
  const bridge = kind === 'round' ? 'M-10 -5Q0 -13 10 -5' : 'M-9 -9Q0 -15 9 -9';
  return `<g transform="translate(300 ${y})"><g fill="#fff" fill-opacity=".14" stroke="${FRAME}" stroke-width="8">${lenses}</g>${stroke(bridge + arms, FRAME, 7)}</g>`;
}

function freckles(y: number, colour: string): string {
  const places = 'M-88 44h0M-70 38h0M-56 48h0M-76 54h0M88 44h0M70 38h0M56 48h0M76 54h0M-8 30h0M8 31h0';
  return `<g transform="translate(300 ${y})">${stroke(places, colour, 7.2, 'opacity=".8"')}</g>`;
}

function beard(path: string, { cheek }: Proportions, colour: string, id: string): string {
  const shape = `M${292 - cheek} 300C${324 - cheek} 350 246 360 262 352C284 344 316 344 338 352C354 360 ${276 + cheek} 350 ${308 + cheek} 300L${308 + cheek} 480L${292 - cheek} 480ZM266 372C270 408 330 408 334 372C318 362 282 362 266 372Z`;
  return clip(`${id}-beard`, path, fill(shape, colour, 'fill-rule="evenodd" opacity=".92"'));
}

function ear(side: -1 | 1, cheek: number, skin: string, line: string): string {
  const lobe = `<ellipse cx="${cheek + 3}" cy="304" rx="22" ry="33" fill="${skin}"/>${stroke(`M${cheek + 8} 290Q${cheek + 16} 304 ${cheek + 4} 320`, line, 7)}`;
  return `<g transform="translate(300 0) scale(${side} 1)">${lobe}</g>`;
}

function blush(y: number, colour: string, amount: number, id: string): string {
  const spots = [224, 376].map(
    (x) => `<ellipse cx="${x}" cy="${y + 56}" rx="46" ry="30" fill="url(#${id}-blush)" opacity="${Math.min(1, amount).toFixed(2)}"/>`,
  );
  return `<radialGradient id="${id}-blush"><stop offset=".25" stop-color="${colour}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>${spots.join('')}`;
}

/** What shows a mood beside the features: sweat, a sigh. */
function signs(mood: Expression, { cheek, mouth: y }: Proportions, line: string): string {
  const sweat = mood.sweat ? fill(`M${324 + cheek} 186c9 13 13 19 13 25a13 13 0 0 1-26 0c0-6 4-12 13-25z`, '#7CC8E8') : '';
  const sigh = mood.sigh ? stroke(`M${330 + cheek} ${y - 14}q16 4 28-6M${326 + cheek} ${y + 10}q20 8 38-2`, line, 6, 'opacity=".5"') : '';
  return sweat + sigh;
}

function hearingAid(cheek: number, colour: string): string {
  const [x, hook] = [300 + cheek, 302 + cheek];
  return stroke(`M${x + 4} 276C${x + 26} 268 ${x + 34} 296 ${x + 22} 322`, colour, 13) + stroke(`M${hook} 278q-8 10-6 22`, '#F6EFE6', 5);
}

/** Hair is drawn for a head of one width and stretched to this one. */
function fitHair(hair: string, { cheek }: Proportions): string {
  return `<g transform="translate(300 0) scale(${(cheek / 119).toFixed(3)} 1) translate(-300 0)">${hair}</g>`;
}

/** The parts of a head, each drawn at its place in the figure, so that a moving head can be put together from them. */
export interface HeadParts {
  /** Ears, skin and beard. */
  skull: string;
  blush: (amount: number) => string;
  /** Nose, freckles, folds and brows. */
  face: string;
  eyes: (gaze?: Gaze) => string;
  mouth: (name?: MouthName) => string;
  /** What lies on the features: glasses and a tear. */
  over: string;
  signs: string;
  hairBehind: string;
  hair: string;
  hairOver: string;
}

export type Gaze = 'left' | 'right' | 'down' | 'shut';
const GAZES: Record<Exclude<Gaze, 'shut'>, Expression['gaze']> = { left: [-13, 1], right: [13, 1], down: [0, 12] };

function looking(mood: Expression, gaze: Gaze | undefined): Expression {
  if (gaze === undefined || typeof mood.eye === 'string') return mood;
  if (gaze === 'shut') return { ...mood, eye: 'closed down' };
  return { ...mood, gaze: GAZES[gaze], eye: gaze === 'down' ? Math.min(mood.eye, 0.66) : mood.eye };
}

export function headParts(look: Look, mood: Expression, id: string): HeadParts {
  const size = proportions(look);
  const { base, shade: shadow, blush: red, line } = skinOf(look);
  const hairColours = hairColoursOf(look);
  const hair: Hair = HAIR[look.hair](hairColours);
  const path = skull(size);
  const y = size.eyes;
  const onFace = (inside: string) =>
    inside && `<g transform="translate(300 ${y + 34}) scale(${size.features}) translate(-300 ${-(y + 34)})">${inside}</g>`;

  const light = fill(
    `M${274 + size.cheek} 90C${242 + size.cheek} 240 ${266 + size.cheek} 360 320 ${size.chin + 12}L440 ${size.chin + 12}L440 90Z`,
    shadow,
    'opacity=".28"',
  );
  const hairShadow = fill(hair.shadow, shadow, 'opacity=".5" transform="translate(4 15)"');
  const ears = look.hair === 'hijab' ? '' : ear(-1, size.cheek, base, shadow) + ear(1, size.cheek, base, shadow);

  const browColour = shade(look.hairColour === 'blond' ? shade(hairColours.colour, -0.28) : hairColours.colour, -0.05);
  const browWeight = (look.brow ?? 1) * (size.grown ? 1.1 : 1);
  const folds =
    size.grown && !look.beard
      ? stroke(
          `M252 ${size.mouth - 26}Q246 ${size.mouth - 10} 250 ${size.mouth + 4}M348 ${size.mouth - 26}Q354 ${size.mouth - 10} 350 ${size.mouth + 4}`,
          shadow,
          6,
          'opacity=".7"',
        )
      : '';
  const tear = mood.tear
    ? `${fill(`M364 ${y + 24}c12 16 16 24 16 32a16 16 0 0 1-32 0c0-8 4-16 16-32z`, '#8FD3EE')}<ellipse cx="359" cy="${y + 58}" rx="4" ry="7" fill="#fff" opacity=".8"/>`
    : '';
  return {
    skull: ears + fill(path, base) + clip(`${id}-head`, path, light + hairShadow) + (look.beard ? beard(path, size, hairColours.colour, id) : ''),
    blush: (amount) => clip(`${id}-cheeks`, path, blush(y, red, amount, id)),
    face: onFace(
      `<g transform="translate(300 340)">${stroke(NOSES[look.nose], shadow, 7)}</g>` +
        (look.freckles ? freckles(y, shade(shadow, -0.12)) : '') +
        folds +
        brow(-1, 250, y - 48, mood.brow, browColour, browWeight) +
        brow(1, 350, y - 48, mood.otherBrow ?? mood.brow, browColour, browWeight),
    ),
    eyes: (gaze) => {
      const seen = looking(mood, gaze);
      const own = gaze ? `${id}-${gaze}` : id;
      return onFace(
        eye(-1, 250, y, seen, look.eyes, line, shadow, size.eyeSize, own) + eye(1, 350, y, seen, look.eyes, line, shadow, size.eyeSize, own),
      );
    },
    mouth: (name = mood.mouth) => onFace(mouth(name, 300, size.mouth, line, name === mood.mouth ? id : `${id}-${name}`)),
    over: onFace(tear + (look.glasses ? glasses(look.glasses, y, size.cheek) : '')),
    signs: signs(mood, size, line),
    hairBehind: hair.back ? fitHair(hair.back, size) : '',
    hair: fitHair(hair.front.replaceAll(HEAD_CLIP, `${id}-head`), size) + (look.aid ? hearingAid(size.cheek, look.aid) : ''),
    hairOver: hair.over ? fitHair(hair.over, size) : '',
  };
}

/** Hair in front may be cut to the shape of a head that is not in the same drawing. */
export function headShape(look: Look, id: string): string {
  return `<clipPath id="${id}-head"><path d="${skull(proportions(look))}"/></clipPath>`;
}

/** How far the features move when the head turns; 1 is the furthest. */
export const TURN = { features: 17, hair: 6 };

/** A whole head. `turn`: to the right where positive. */
export function head(look: Look, mood: Expression, id: string, turn = 0): Pick<HeadParts, 'hairBehind' | 'hairOver'> & { head: string } {
  const parts = headParts(look, mood, id);
  const cheeks = parts.blush(((mood.blush ?? 0) + 0.12) * 1.25);
  const moved = (by: number, inside: string) => (turn === 0 ? inside : `<g transform="translate(${by * turn} 0)">${inside}</g>`);
  const features = parts.face + parts.eyes() + parts.mouth() + parts.over;
  const drawn = parts.skull + cheeks + moved(TURN.features, features) + moved(TURN.hair, parts.hair) + parts.signs;
  return { head: drawn, hairBehind: parts.hairBehind, hairOver: parts.hairOver };
}
