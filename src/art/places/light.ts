import { shade } from '../paint.ts';

export type Light = 'day' | 'dusk' | 'night';
export type ByLight<Palette> = Record<Light, Palette>;

const FILTERS = { dusk: { glass: '#E6B3B4', haze: '#4A3670', amount: 0.14 }, night: { glass: '#7D79BC', haze: '#1C1A3A', amount: 0.2 } };

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

/** How a daylight colour looks in this light: seen through coloured glass, then a little haze. */
export function lit(colour: string, light: Light): string {
  if (light === 'day') return shade(colour, 0);
  const { glass, haze, amount } = FILTERS[light];
  const [through, mist] = [channels(glass), channels(haze)];
  const mixed = channels(colour).map((value, index) => {
    const seen = (value * through[index]!) / 255;
    return Math.round(seen + (mist[index]! - seen) * amount);
  });
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** A vertical fade; `stops` from top to bottom. */
export function fade(id: string, stops: readonly string[]): string {
  const steps = stops.map((colour, index) => `<stop offset="${(index / (stops.length - 1)).toFixed(2)}" stop-color="${colour}"/>`);
  return `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${steps.join('')}</linearGradient>`;
}

/** The one warm light in the dark: strong at its centre, gone at its edge. */
export function glow(id: string, x: number, y: number, radius: number, strength: number): string {
  const stops = `<stop offset="0" stop-color="#FFC98A" stop-opacity="${strength}"/><stop offset=".5" stop-color="#E09A86" stop-opacity="${(strength * 0.34).toFixed(2)}"/><stop offset="1" stop-color="#C58A9A" stop-opacity="0"/>`;
  return `<radialGradient id="${id}" gradientUnits="userSpaceOnUse" cx="${x}" cy="${y}" r="${radius}">${stops}</radialGradient><circle cx="${x}" cy="${y}" r="${radius}" fill="url(#${id})"/>`;
}

const DUSKY: ByLight<{ colour: string; strength: number }> = {
  day: { colour: '#7A4E2E', strength: 0.14 },
  dusk: { colour: '#3A1F4A', strength: 0.34 },
  night: { colour: '#0B0A20', strength: 0.5 },
};

/** Darkens the corners, so that the eye goes to the middle, where people stand. */
export function corners(id: string, light: Light): string {
  const { colour, strength } = DUSKY[light];
  const stops = `<stop offset=".52" stop-color="${colour}" stop-opacity="0"/><stop offset=".8" stop-color="${colour}" stop-opacity="${(strength * 0.36).toFixed(2)}"/><stop offset="1" stop-color="${colour}" stop-opacity="${strength}"/>`;
  return `<radialGradient id="${id}" gradientUnits="userSpaceOnUse" cx="0" cy="0" r="1" gradientTransform="translate(900 470) scale(1340 860)">${stops}</radialGradient><rect width="1920" height="1080" fill="url(#${id})"/>`;
}

/** Soft shadow on the floor under something that stands on it. */
export function standing(x: number, y: number, width: number, light: Light): string {
  const depth = { day: 0.16, dusk: 0.24, night: 0.34 }[light];
  return `<ellipse cx="${x}" cy="${y}" rx="${width / 2}" ry="${Math.max(8, width * 0.035)}" fill="#1D1230" opacity="${depth}"/>`;
}

export function moon(x: number, y: number, radius: number): string {
  return `<path d="M0 -58A58 58 0 1 1 -50.6 28.3A50.1 50.1 0 0 0 0 -58Z" fill="#FFE9B8" transform="translate(${x} ${y}) scale(${(radius / 58).toFixed(2)})"/>`;
}
