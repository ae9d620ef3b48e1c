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

/** A picture that says nothing of its own: the page around it tells what it means. */
export function drawing(
  viewBox: [x: number, y: number, width: number, height: number],
  inside: string,
  width = viewBox[2],
  height = viewBox[3],
): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${viewBox.join(' ')}" aria-hidden="true" focusable="false">${inside}</svg>`;
}
