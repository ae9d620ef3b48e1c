import { boardColours, colours } from '../../art/tokens.ts';
/** How this board is seen and heard, as its teacher set it. Every screen draws by it and nothing else knows of sizes and contrast. */
export interface DisplaySettings {
  scale: (typeof SCALES)[number];
  /** Dark solid cards, thick outlines, text of at least 7:1. */
  contrast: boolean;
  /** Nothing moves; things only fade. */
  reducedMotion: boolean;
  /** A visible line for each sound that means something. */
  captions: boolean;
  muted: boolean;
  /** 0 to 10. */
  volume: number;
}

export const SCALES = [1, 1.25, 1.5] as const;
export const LOUDEST = 10;

const usual: DisplaySettings = { scale: 1, contrast: false, reducedMotion: false, captions: true, muted: false, volume: 7 };
let present = usual;

export const displaySettings = (): Readonly<DisplaySettings> => present;
export function applyDisplaySettings(next: DisplaySettings): void {
  present = next;
}

/** Reads what the browser kept, which may be old, foreign or broken. A field that is not understood gets its default. */
export function understood(kept: string | null, system: Pick<DisplaySettings, 'reducedMotion' | 'contrast'>): DisplaySettings {
  const asUsual = { ...usual, ...system };
  let found: unknown = null;
  try {
    found = JSON.parse(kept ?? 'null');
  } catch {
    return asUsual;
  }
  if (typeof found !== 'object' || found === null) return asUsual;
  const { scale, contrast, reducedMotion, still, captions, muted, volume }: Partial<Record<keyof DisplaySettings | 'still', unknown>> = found;
  const yes = (value: unknown, otherwise: boolean) => (typeof value === 'boolean' ? value : otherwise);
  return {
    scale: SCALES.find((one) => one === scale) ?? usual.scale,
    contrast: yes(contrast, system.contrast),
    // Settings that were kept under the field's old name still hold.
    reducedMotion: yes(reducedMotion ?? still, system.reducedMotion),
    captions: yes(captions, usual.captions),
    muted: yes(muted, usual.muted),
    volume: typeof volume === 'number' && Number.isInteger(volume) && volume >= 0 && volume <= LOUDEST ? volume : usual.volume,
  };
}

/** Boards whose settings give the same key draw alike. */
export const drawingKey = ({ scale, contrast, reducedMotion }: Readonly<DisplaySettings>) => `${scale} ${contrast} ${reducedMotion}`;

// ---------- size ----------

/** Lettering of this size is legible from the back row and does not grow. */
const LARGE = 96;

/** The size of lettering that is `size` at 100 %. */
export const sized = (size: number): number => (size >= LARGE ? size : Math.round(Math.min(size * present.scale, LARGE)));

// ---------- contrast ----------

const SOLID = colours.solid;
export const OUTLINE = colours.cream;
/** The luminance of grounds at most, and of lettering at least: together a contrast of 7:1. */
const DARK = 0.04;
const LIGHT = 0.58;
/** A colour whose channels differ by no more than this counts as grey and becomes white. */
const GREY = 40;

/** A card's fill. In high contrast it is always dark, and coloured only if it was coloured and dark before. */
export function ground(fill: string): string {
  if (!present.contrast || !/^#[0-9a-f]{6}$/i.test(fill)) return fill;
  if (luminance(fill) > 0.25) return SOLID;
  return blend(fill, boardColours.black, (colour) => luminance(colour) <= DARK);
}

/** The colour of lettering, icons and lines. In high contrast it is always light. */
export function ink(colour: string): string {
  if (!present.contrast || !/^#[0-9a-f]{6}$/i.test(colour)) return colour;
  const parts = channels(colour);
  if (Math.max(...parts) - Math.min(...parts) <= GREY && luminance(colour) < LIGHT) return colours.white;
  return blend(colour, colours.white, (lighter) => luminance(lighter) >= LIGHT);
}

function blend(from: string, to: string, enough: (colour: string) => boolean): string {
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = hex(channels(from).map((value, index) => Math.round(value + ((channels(to)[index] ?? 0) - value) * share)));
    if (enough(mixed)) return mixed;
  }
  return to;
}

const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
const hex = (values: number[]) => `#${values.map((value) => value.toString(16).padStart(2, '0')).join('')}`;

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function ratio(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
