import { box, clip, dot, dots, fill } from '../paint.ts';
import { type ByLight, fade, type Light, moon } from './light.ts';

interface Outside {
  sky: readonly string[];
  far: string;
  near: string;
  pane: string;
  cloud: string;
}

const OUTSIDE: ByLight<Outside> = {
  day: { sky: ['#A9D6EC', '#EAF3EE'], far: '#C6D6C2', near: '#D3A58A', pane: '#F3E6CF', cloud: '#FFFFFF' },
  dusk: { sky: ['#6C64A4', '#D98A8E', '#FBC58F'], far: '#7D648F', near: '#5B4678', pane: '#FFC98A', cloud: '#F0A894' },
  night: { sky: ['#12132F', '#37406F'], far: '#272B58', near: '#20244E', pane: '#FFC98A', cloud: '#2A2E5C' },
};

/** Which of the windows across the street are lit. */
const LIT: ByLight<readonly number[]> = { day: [], dusk: [1, 3], night: [1] };

function heaven(light: Light, width: number, height: number, cloud: string): string {
  const [x, y] = [width * 0.75, height * 0.22];
  if (light === 'night') {
    const stars = dots(
      [
        [width * 0.13, height * 0.12, 4],
        [width * 0.3, height * 0.3, 3],
        [width * 0.47, height * 0.1, 3],
        [width * 0.08, height * 0.46, 3],
        [width * 0.9, height * 0.5, 4],
        [width * 0.53, height * 0.43, 3],
      ],
      '#FFF8EA',
    );
    return stars + moon(x, y, 42);
  }
  const drift = `M0 0c0-24 34-34 48-14 18-22 58-12 56 16 24 2 26 28 0 28H2c-28 0-28-28-2-30z`;
  const clouds = `<g fill="${cloud}" opacity=".8"><path d="${drift}" transform="translate(${width * 0.12} ${height * 0.24})"/><path d="${drift}" transform="translate(${width * 0.6} ${height * 0.42}) scale(.8)"/></g>`;
  return light === 'dusk' ? dot(width * 0.3, height * 0.62, 54, '#FFE0A8', 'opacity=".9"') + clouds : clouds;
}

/** The street behind a window of any size: sky, hills, and the houses across. */
export function viewOutside(id: string, light: Light, x: number, y: number, width: number, height: number): string {
  const { sky, far, near, pane, cloud } = OUTSIDE[light];
  const hills = fill(
    `M0 ${height * 0.74}Q${width * 0.3} ${height * 0.58} ${width * 0.55} ${height * 0.7}T${width} ${height * 0.64}V${height}H0Z`,
    far,
  );
  const houses = [0, 1, 2, 3, 4, 5].map((index) => {
    const step = width / 4.4;
    const left = (index - 0.7) * step;
    const roof = height * (0.64 + (index % 2) * 0.07);
    const walls = fill(`M${left} ${height}V${roof + 44}L${left + step * 0.42} ${roof}L${left + step * 0.84} ${roof + 44}V${height}Z`, near);
    const glass = LIT[light].includes(index) || light === 'day' ? pane : far;
    return walls + box(left + step * 0.3, roof + 58, 20, 28, glass, 3);
  });
  const shape = `M0 0H${width}V${height}H0Z`;
  const inside = `${fade(`${id}-sky`, sky)}${fill(shape, `url(#${id}-sky)`)}${heaven(light, width, height, cloud)}${hills}${houses.join('')}`;
  return `<g transform="translate(${x} ${y})">${clip(`${id}-pane`, shape, inside)}</g>`;
}
