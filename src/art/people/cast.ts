import type { GarmentName } from './body.ts';
import type { HairName } from './hair.ts';

export interface Skin {
  base: string;
  shade: string;
  blush: string;
  /** Of mouth and lashes. */
  line: string;
}

const SKINS = {
  /** Of nobody. */
  s0: { base: '#C3C0C9', shade: '#A5A1AD', blush: '#B4B0BB', line: '#5E5B6B' },
  s1: { base: '#FBDCC6', shade: '#EDBB9E', blush: '#F08C7E', line: '#7A3B3A' },
  s2: { base: '#F3C8A4', shade: '#DFA67E', blush: '#E97F6B', line: '#743631' },
  s3: { base: '#E2AE80', shade: '#C98F61', blush: '#DB6C55', line: '#65302A' },
  s4: { base: '#CB915F', shade: '#AF7446', blush: '#C9553F', line: '#572720' },
  s5: { base: '#AC7047', shade: '#8F5731', blush: '#B34534', line: '#47201A' },
  s6: { base: '#8C5838', shade: '#704226', blush: '#9C3A30', line: '#381814' },
  s7: { base: '#734730', shade: '#56311D', blush: '#8A332C', line: '#2A110E' },
  s8: { base: '#5D3925', shade: '#422617', blush: '#7A2C27', line: '#1E0C0A' },
} satisfies Record<string, Skin>;

const HAIR_COLOURS = {
  black: ['#231C22', '#3A303A'],
  darkBrown: ['#3A2620', '#563A30'],
  brown: ['#6A432B', '#86593B'],
  darkBlond: ['#B58A4E', '#CBA56A'],
  blond: ['#DDB765', '#EBCF8C'],
  red: ['#B9532A', '#D2703F'],
  grey: ['#8E8A92', '#A9A6AE'],
  blue: ['#3B4F9E', '#5467B8'],
} as const;

export interface Look {
  /** Drives the proportions; from 20 on a grown-up. */
  age: number;
  skin: keyof typeof SKINS;
  hair: HairName;
  hairColour: keyof typeof HAIR_COLOURS;
  eyes: string;
  garment: GarmentName;
  main: string;
  second: string;
  face: 'round' | 'oval' | 'long' | 'square';
  nose: 'soft' | 'button' | 'wide' | 'long';
  /** Behind an avatar. */
  ground: string;
  cloth?: string;
  bead?: string;
  freckles?: boolean;
  glasses?: 'round' | 'square';
  brow?: number;
  beard?: boolean;
  /** A hearing aid, in its colour. */
  aid?: string;
  /** Uses a wheelchair with a frame of this colour. */
  chair?: string;
}

// biome-ignore format: one look a line reads as a table
const CAST = {
  noor: { age: 13, skin: 's3', hair: 'long', hairColour: 'darkBrown', eyes: '#4A2E20', garment: 'hoodie', main: '#E9A23B', second: '#FFF3DC', face: 'oval', nose: 'soft', ground: '#F7D9A8' },
  sem: { age: 13, skin: 's1', hair: 'sweep', hairColour: 'darkBlond', eyes: '#3F6C7D', garment: 'sweater', main: '#2E6E6A', second: '#DDEFEA', face: 'round', nose: 'button', freckles: true, ground: '#BFE3DC' },
  yusuf: { age: 14, skin: 's3', hair: 'curlytop', hairColour: 'black', eyes: '#3A241B', garment: 'track', main: '#2B2F66', second: '#F4F1E8', face: 'long', nose: 'long', ground: '#CBD0EE' },
  kofi: { age: 13, skin: 's7', hair: 'twists', hairColour: 'black', eyes: '#241511', garment: 'tee', main: '#D9634B', second: '#FFE3D6', face: 'square', nose: 'wide', ground: '#F9CFC4' },
  aylin: { age: 14, skin: 's2', hair: 'hijab', hairColour: 'darkBrown', cloth: '#7B5EA7', eyes: '#54402A', garment: 'cardigan', main: '#3D3A5C', second: '#EDE6F5', face: 'oval', nose: 'long', ground: '#DCCFF0' },
  lotte: { age: 11, skin: 's1', hair: 'bob', hairColour: 'red', eyes: '#4E7A52', garment: 'overall', main: '#4C78A8', second: '#F7D774', face: 'round', nose: 'button', freckles: true, glasses: 'round', ground: '#FBE9A9' },
  zofia: { age: 14, skin: 's1', hair: 'ponytail', hairColour: 'blond', eyes: '#5580A0', garment: 'denim', main: '#5B7FA6', second: '#FBF6EC', face: 'oval', nose: 'soft', ground: '#CFE0F0' },
  imran: { age: 15, skin: 's4', hair: 'crop', hairColour: 'black', eyes: '#2F1D16', garment: 'hoodie', main: '#4B4F5E', second: '#D8DCE6', face: 'square', nose: 'wide', brow: 1.2, ground: '#D5D8E0' },
  mila: { age: 12, skin: 's6', hair: 'braids', hairColour: 'black', eyes: '#2A1812', garment: 'sweater', main: '#C24A7A', second: '#FAD7E4', face: 'round', nose: 'wide', bead: '#FFC02E', ground: '#F6CADB' },
  daan: { age: 14, skin: 's2', hair: 'undercut', hairColour: 'brown', eyes: '#5A6B3C', garment: 'bomber', main: '#4E5D43', second: '#EFE7D2', face: 'long', nose: 'soft', ground: '#D3DCC6' },
  harjit: { age: 13, skin: 's4', hair: 'patka', hairColour: 'black', cloth: '#1F3A5F', eyes: '#2F1D16', garment: 'sweater', main: '#D98E2B', second: '#FFF0D2', face: 'round', nose: 'long', ground: '#F6DDB4' },
  robin: { age: 15, skin: 's2', hair: 'shag', hairColour: 'blue', eyes: '#6A5638', garment: 'hoodie', main: '#2F2B3F', second: '#C9B8FF', face: 'oval', nose: 'soft', glasses: 'square', ground: '#DAD0F7' },
  nova: { age: 10, skin: 's5', hair: 'curlymid', hairColour: 'darkBrown', eyes: '#3A2418', garment: 'tee', main: '#6BA368', second: '#EAF5E4', face: 'round', nose: 'button', aid: '#E4572E', ground: '#D6E8D2' },
  jayden: { age: 16, skin: 's8', hair: 'afro', hairColour: 'black', eyes: '#1F110D', garment: 'bomber', main: '#8E3B46', second: '#F6E7E0', face: 'long', nose: 'wide', chair: '#3F86B8', ground: '#E9CFCF' },
  mentor: { age: 41, skin: 's2', hair: 'crop', hairColour: 'grey', eyes: '#4D6274', garment: 'shirt', main: '#47698A', second: '#F4F7FA', face: 'long', nose: 'long', beard: true, glasses: 'square', ground: '#DDE5EC' },
  zorg: { age: 48, skin: 's3', hair: 'bun', hairColour: 'darkBrown', eyes: '#3A281E', garment: 'cardigan', main: '#A3563F', second: '#FBEFE6', face: 'oval', nose: 'long', ground: '#F3DCCB' },
  ouder: { age: 44, skin: 's7', hair: 'wrap', hairColour: 'black', cloth: '#D98324', eyes: '#241511', garment: 'shirt', main: '#2C6B63', second: '#E6F2EE', face: 'oval', nose: 'wide', ground: '#CFE4DE' },
} satisfies Record<string, Look>;

export const LOOKS: readonly string[] = Object.keys(CAST);

/** Somebody all in grey, for a look that the cast lacks: the checker refuses it, but a lesson may keep an older story. */
const NOBODY: Look = {
  age: 14,
  skin: 's0',
  hair: 'crop',
  hairColour: 'grey',
  eyes: '#5E5B6B',
  garment: 'sweater',
  main: '#8E8A92',
  second: '#D5D2DA',
  face: 'oval',
  nose: 'soft',
  ground: '#D5D2DA',
};

const isLook = (name: string): name is keyof typeof CAST => LOOKS.includes(name);
export const lookOf = (name: string): Look => (isLook(name) ? CAST[name] : NOBODY);

/** Height as a share of a sixteen-year-old's. */
export function stature({ age }: Look): number {
  return age >= 20 ? 1.03 : 1 - Math.max(0, 16 - age) * 0.022;
}

export function skinOf(look: Look): Skin {
  return SKINS[look.skin];
}

export function hairColoursOf(look: Look) {
  const [colour, light] = HAIR_COLOURS[look.hairColour];
  return { colour, light, cloth: look.cloth ?? colour, bead: look.bead ?? colour };
}
