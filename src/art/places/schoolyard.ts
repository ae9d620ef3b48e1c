import { cut as box, dot, fill, stroke } from '../paint.ts';
import { type ByLight, glow, type Light, lit, standing } from './light.ts';
import { bike, heaven, tree } from './outdoors.ts';

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
  return `<g transform="translate(70 288) scale(.64)">${walls}${panes.join('')}${door}${clock}</g>`;
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

/** What pupils paint, play on and sit on. */
function playground(light: Light): string {
  const paint = lit('#FFFDF8', light);
  const squares = [0, 1, 2, 3, 4].map((index) => {
    const [x, y, size] = [520 + index * 58, 1004 - index * 30, 84 - index * 10];
    return fill(
      `M${x} ${y}l${size} -4l${size * 0.34} -${size * 0.36}l-${size * 0.92} 3z`,
      'none',
      `stroke="${paint}" stroke-width="7" stroke-linejoin="round" opacity=".6"`,
    );
  });
  const field = stroke('M1920 884C1620 860 1290 872 1120 940S1180 1080 1180 1080', paint, 9, 'opacity=".55"');
  const metal = lit('#5B5A72', light);
  const hoop =
    box(1266, 470, 16, 350, metal, 6) +
    box(1196, 418, 156, 118, lit('#FFF8EA', light), 10) +
    stroke('M1240 458h68v48h-68z', lit('#D9634B', light), 7) +
    stroke('M1236 524h76', lit('#D9634B', light), 10) +
    stroke('M1242 530l10 50h44l10 -50M1258 530l8 50M1290 530l-8 50M1246 552h56', lit('#FFFDF8', light), 4, 'opacity=".9"');
  const bench =
    standing(1560, 872, 300, light) +
    box(1440, 790, 14, 80, metal, 4) +
    box(1660, 790, 14, 80, metal, 4) +
    box(1416, 776, 284, 22, lit('#C08D66', light), 8) +
    box(1416, 722, 284, 18, lit('#C08D66', light), 8) +
    box(1416, 748, 284, 16, lit('#B07D58', light), 8) +
    fill('M1600 776V736Q1602 716 1624 716H1640Q1660 716 1662 736V776Z', lit('#7B5EA7', light)) +
    stroke('M1612 718Q1630 690 1650 718', lit('#A98BD8', light), 7);
  return field + squares.join('') + standing(1274, 822, 90, light) + hoop + bench;
}

/** A hedge and a fence between the yard and the hills. */
function border(light: Light): string {
  const hedge = fill(
    'M880 812V716Q910 676 960 694T1060 690T1160 684T1270 694T1380 682T1490 692T1600 680T1710 694T1810 684T1920 690V812Z',
    lit('#9DBC8F', light),
  );
  const shadow = fill('M880 812V770Q1100 748 1400 764T1920 752V812Z', lit('#86A978', light), 'opacity=".7"');
  return hedge + shadow;
}

export function schoolyard(light: Light): string {
  const id = `schoolyard-${light}`;
  const hills = `<g opacity=".55">${fill('M0 620C160 560 300 600 420 570S700 540 820 580 1100 540 1240 570 1600 530 1920 590V820H0Z', lit('#B9D0B0', light))}</g>`;
  const ground =
    fill('M0 800C400 780 1400 780 1920 800V1080H0Z', lit('#E6D3AE', light)) +
    fill('M0 800C400 780 1400 780 1920 800V824C1400 802 400 802 0 824Z', lit('#D8C196', light)) +
    fill('M0 880C300 862 560 900 780 1080H0Z', lit('#DDC89F', light), 'opacity=".7"');
  const trees =
    tree(4, 842, 0.92, light) +
    tree(872, 830, 0.86, light, '#93B384', '#84A675') +
    tree(1030, 824, 0.56, light) +
    tree(1470, 800, 0.5, light, '#9CBB8E', '#8DAE80') +
    tree(1840, 860, 1.42, light);
  return (
    heaven(id, light) +
    hills +
    border(light) +
    school(light) +
    trees +
    ground +
    playground(light) +
    `<g transform="translate(452 0)">${lamppost(id, light)}</g>` +
    standing(1040, 838, 190, light) +
    bike(980, 808, '#B4545A', light, 0.86) +
    bike(1076, 812, '#4E7C8A', light, 0.86)
  );
}
