import { type ByLight, glow, type Light, lit } from './light.ts';
import { bike, heaven, tree } from './outdoors.ts';
import { box, dot, fill, stroke } from './paint.ts';

const LIT_PANES: ByLight<readonly number[]> = { day: [8], dusk: [2, 6, 7, 8, 9], night: [7] };
const SHINE: ByLight<string> = { day: '#FFE08A', dusk: '#FFC98A', night: '#FFC98A' };

function school(light: Light): string {
  const [brick, roof, tower, pane] = ['#D99B77', '#B87553', '#E4AA86', '#FDF3DE'].map((colour) => lit(colour, light)) as [
    string,
    string,
    string,
    string,
  ];
  const panes = Array.from({ length: 12 }, (_, index) => {
    const [x, y] = [122 + (index % 6) * 92, index < 6 ? 530 : 652];
    const glass = LIT_PANES[light].includes(index) ? SHINE[light] : lit(index < 6 ? '#FDF3DE' : '#F3E2C4', light);
    return box(x, y, 68, 84, glass, 6) + box(x, y + 40, 68, 6, roof) + box(x + 31, y, 6, 84, roof);
  });
  const door =
    box(722, 640, 106, 160, lit('#3E6A78', light), 8) +
    box(772, 640, 6, 160, lit('#2E525E', light)) +
    box(706, 600, 138, 16, lit('#8E573B', light), 4);
  const clock = dot(776, 470, 34, light === 'day' ? pane : SHINE[light]) + stroke('M776 470V450M776 470l14 8', '#1D1B36', 5);
  const walls = box(90, 470, 820, 330, brick, 6) + box(90, 470, 820, 26, roof) + box(690, 390, 170, 410, tower, 6) + box(690, 390, 170, 24, roof);
  return `<g transform="translate(70 322) scale(.6)">${walls}${panes.join('')}${door}${clock}</g>`;
}

function lamppost(id: string, light: Light): string {
  const metal = lit('#5B5A72', light);
  const post =
    box(689, 590, 12, 220, metal, 4) +
    box(675, 800, 40, 14, metal, 6) +
    fill('M665 590H725L712 552H678Z', light === 'day' ? lit('#F6E7C4', light) : '#FFD9A0') +
    box(671, 542, 48, 14, metal, 6);
  return (light === 'day' ? '' : glow(`${id}-lamp`, 695, 575, light === 'dusk' ? 260 : 380, light === 'dusk' ? 0.5 : 0.6)) + post;
}

export function schoolyard(light: Light): string {
  const id = `schoolyard-${light}`;
  const hills = `<g opacity=".55">${fill('M0 620C160 560 300 600 420 570S700 540 820 580 1100 540 1240 570 1600 530 1920 590V820H0Z', lit('#B9D0B0', light))}</g>`;
  const ground =
    fill('M0 800C400 780 1400 780 1920 800V1080H0Z', lit('#E6D3AE', light)) +
    fill('M0 800C400 780 1400 780 1920 800V824C1400 802 400 802 0 824Z', lit('#D8C196', light));
  const trees =
    tree(10, 836, 0.8, light) + tree(820, 832, 0.72, light, '#93B384', '#84A675') + tree(960, 830, 0.5, light) + tree(1880, 850, 1.25, light);
  return (
    heaven(id, light) +
    hills +
    school(light) +
    trees +
    ground +
    lamppost(id, light) +
    bike(1060, 808, '#B4545A', light) +
    bike(1130, 810, '#4E7C8A', light)
  );
}
