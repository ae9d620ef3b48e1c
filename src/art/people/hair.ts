import { LONG } from './hair-long.ts';
import { SHORT } from './hair-short.ts';
import { HEADWEAR } from './headwear.ts';

export const HAIR = { ...SHORT, ...LONG, ...HEADWEAR };
export type HairName = keyof typeof HAIR;
