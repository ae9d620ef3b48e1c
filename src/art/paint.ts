/** The pen of every drawing: flat shapes, a few strokes, and a tint or shade of the same colour. */
export function fill(path: string, colour: string, attributes = ''): string {
  return `<path d="${path}" fill="${colour}" ${attributes}/>`;
}

export function stroke(path: string, colour: string, width: number, attributes = ''): string {
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${attributes}/>`;
}

export function box(x: number, y: number, width: number, height: number, colour: string, radius = 0, attributes = ''): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${colour}" ${attributes}/>`;
}

/** How far a hand-cut edge strays, from -1 to 1. It follows from the position, so a drawing is the same every time. */
function stray(...places: number[]): number {
  let hash = 2166136261;
  for (const place of places) hash = Math.imul(hash ^ Math.round(place * 8), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 31 - 1;
}

const WHOLE = 1900;

/** A box that looks cut by hand: its corners are not quite square and its sides not quite straight. A box over the whole width stays exact. */
export function cut(x: number, y: number, width: number, height: number, colour: string, radius = 0, attributes = ''): string {
  if (width >= WHOLE) return box(x, y, width, height, colour, radius, attributes);
  const far = Math.min(4, 0.7 + 0.012 * Math.max(width, height), 0.1 * Math.min(width, height));
  const corners = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ].map(([cx, cy], index) => [cx! + far * stray(x, y, width, index), cy! + far * stray(y, x, height, index)] as const);
  const round = Math.min(radius, width / 2, height / 2);
  const at = (px: number, py: number) => `${px.toFixed(1)} ${py.toFixed(1)}`;
  const path = corners.map(([cx, cy], index) => {
    const [nx, ny] = corners[(index + 1) % 4]!;
    const length = Math.hypot(nx - cx, ny - cy) || 1;
    const [ux, uy] = [(nx - cx) / length, (ny - cy) / length];
    const bow = far * 0.8 * stray(cx, ny, index);
    const [fx, fy, tx, ty] = [cx + ux * round, cy + uy * round, nx - ux * round, ny - uy * round];
    const side = `Q${at((fx + tx) / 2 - uy * bow, (fy + ty) / 2 + ux * bow)} ${at(tx, ty)}`;
    const [ex, ey] = corners[(index + 2) % 4]!;
    const beyond = Math.hypot(ex - nx, ey - ny) || 1;
    const corner = round === 0 ? '' : `Q${at(nx, ny)} ${at(nx + ((ex - nx) / beyond) * round, ny + ((ey - ny) / beyond) * round)}`;
    return (index === 0 ? `M${at(fx, fy)}` : '') + side + corner;
  });
  return fill(`${path.join('')}Z`, colour, attributes);
}

export function dot(x: number, y: number, radius: number, colour: string, attributes = ''): string {
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${colour}" ${attributes}/>`;
}

export type Dot = [x: number, y: number, radius: number];

export function dots(places: readonly Dot[], colour: string): string {
  return places.map(([x, y, radius]) => dot(x, y, radius, colour)).join('');
}

/** `count` dots along an ellipse, from one angle in degrees to another, every second one larger by twice `jitter`. */
export function ring(centre: [number, number], radii: [number, number], angles: [number, number], count: number, size: number, jitter = 0): Dot[] {
  return Array.from({ length: count }, (_, index) => {
    const angle = ((angles[0] + ((angles[1] - angles[0]) * index) / (count - 1)) * Math.PI) / 180;
    const x = Number((centre[0] + Math.cos(angle) * radii[0]).toFixed(1));
    const y = Number((centre[1] + Math.sin(angle) * radii[1]).toFixed(1));
    return [x, y, size + (index % 2 ? jitter : -jitter)];
  });
}

/** Lighter for a positive amount (1 is white), darker for a negative one (-1 is black). */
export function shade(colour: string, amount: number): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const mixed = channels.map((channel) => Math.round(amount < 0 ? channel * (1 + amount) : channel + (255 - channel) * amount));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

export function clip(id: string, path: string, inside: string): string {
  return `<clipPath id="${id}"><path d="${path}"/></clipPath><g clip-path="url(#${id})">${inside}</g>`;
}

/** An SVG that screen readers skip, because the page around it says what it means. */
export function drawing(
  viewBox: [x: number, y: number, width: number, height: number],
  inside: string,
  width = viewBox[2],
  height = viewBox[3],
): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${viewBox.join(' ')}" aria-hidden="true" focusable="false">${inside}</svg>`;
}
