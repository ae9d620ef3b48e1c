import { cut as box, dot, fill, shade, stroke } from '../paint.ts';
import { glow, type Light, lit, standing } from './light.ts';
import { bike, heaven, tree } from './outdoors.ts';

const POSTS = [70, 430, 790, 1130];

/** Behind the bikes: planks below, frosted panels above that let the sky through. */
function wall(light: Light): string {
  const wood = lit('#C08D66', light);
  const frost = light === 'day' ? '#F4F7EC' : light === 'dusk' ? '#E6B6A4' : '#4A4C86';
  const planks = [470, 540, 610, 680].map(
    (y, index) => box(0, y, 1150, 62, shade(wood, index % 2 ? -0.05 : 0.03), 4) + box(0, y + 56, 1150, 8, shade(wood, -0.2)),
  );
  const knots = [
    [150, 506],
    [330, 642],
    [620, 574],
    [905, 500],
    [1050, 650],
  ].map(([x, y]) => stroke(`M${x} ${y}h54M${x! + 70} ${y! + 8}h26`, shade(wood, -0.16), 4));
  const panels = POSTS.slice(0, 3).map((x, index) => {
    const width = POSTS[index + 1]! - x - 40;
    return (
      box(x + 20, 236, width, 210, frost, 8, 'opacity=".5"') +
      fill(`M${x + 70} 236H${x + 150}L${x + 80} 446H${x + 20}V400Z`, shade(frost, 0.5), 'opacity=".3"')
    );
  });
  return (
    panels.join('') + box(0, 450, 1150, 340, shade(wood, -0.4)) + planks.join('') + knots.join('') + box(0, 446, 1150, 22, shade(wood, -0.28), 6)
  );
}

function roof(light: Light): string {
  const [tin, beam] = [lit('#7F9AA0', light), lit('#8A6A50', light)];
  const ribs = Array.from({ length: 17 }, (_, index) => `M${20 + index * 72} ${99 + index * 2.2}V${163 + index * 2.2}`).join('');
  return (
    POSTS.map(
      (x) =>
        box(x - 15, 190, 30, 640, beam, 6) +
        box(x - 15, 190, 11, 640, shade(beam, 0.12), 5) +
        stroke(`M${x} 330L${x + 74} 222`, shade(beam, -0.1), 16),
    ).join('') +
    fill('M-20 176L1216 214V240L-20 214Z', shade(beam, -0.24)) +
    fill('M-20 168L1216 198V218L-20 184Z', shade(beam, -0.45)) +
    fill('M-20 92L1216 130V200L-20 170Z', tin) +
    stroke(ribs, shade(tin, -0.16), 7) +
    fill('M-20 92L1216 130V146L-20 108Z', shade(tin, 0.2))
  );
}

function lamp(id: string, light: Light): string {
  const shine = light === 'day' ? '' : glow(`${id}-lamp`, 610, 286, light === 'dusk' ? 480 : 560, light === 'dusk' ? 0.55 : 0.62);
  return (
    shine +
    box(606, 200, 8, 50, lit('#4A4766', light)) +
    dot(610, 284, 19, light === 'day' ? lit('#FFF8EA', light) : '#FFF0CF') +
    fill('M560 282Q566 246 610 246T660 282Z', lit('#B4545A', light))
  );
}

/** Bikes side by side in the rack: a crate, panniers, one with its wheel turned. */
function rack(light: Light): string {
  const steel = lit('#A3A6B8', light);
  const hoops = [30, 210, 390, 570, 750, 930, 1090].map((x) => stroke(`M${x} 850V736Q${x} 706 ${x + 30} 706T${x + 60} 736V850`, steel, 11)).join('');
  const crate = fill('M700 660H836L824 744H712Z', lit('#D9A35F', light)) + stroke('M708 688H830M711 716H826', lit('#A9743E', light), 6);
  const pannier =
    fill('M248 672H338Q350 672 348 684L340 752Q338 762 328 762H262Q252 762 250 752L240 684Q238 672 248 672Z', lit('#7B5EA7', light)) +
    box(262, 694, 64, 12, lit('#A98BD8', light), 6);
  const carrier = stroke('M256 672H366', lit('#3B3A52', light), 8);
  const bikes = [
    bike(150, 808, '#3E6A78', light, 1.5),
    bike(400, 812, '#B4545A', light, 1.6),
    bike(690, 808, '#D9A13B', light, 1.5),
    bike(985, 812, '#5F8F7C', light, 1.6),
  ];
  return standing(560, 868, 1240, light) + hoops + bikes.join('') + carrier + pannier + crate + box(0, 846, 1150, 16, shade(steel, -0.24), 8);
}

/** A hedge and a fence in the haze: the phone hangs before them. */
function farSide(light: Light): string {
  const [hedge, fence] = [lit('#A9C39B', light), lit('#CDB78E', light)];
  const bushes = fill(
    'M1130 790V640C1160 590 1240 590 1270 620C1310 570 1400 574 1430 616C1480 574 1570 580 1600 622C1650 580 1740 586 1770 624C1810 588 1890 590 1930 620V800H1130Z',
    hedge,
  );
  const pickets = Array.from({ length: 11 }, (_, index) => box(1180 + index * 70, 700, 16, 110, fence, 6)).join('');
  return bushes + pickets + box(1150, 722, 780, 12, fence, 6) + box(1150, 772, 780, 12, fence, 6);
}

export function bikeshed(light: Light): string {
  const id = `bikeshed-${light}`;
  const ground = lit('#DCC8A4', light);
  const joints = stroke(
    'M0 880H1920M0 950H1920M0 1030H1920M120 814L20 1080M420 814L370 1080M720 814L720 1080M1020 814L1070 1080M1320 814L1420 1080M1620 814L1770 1080',
    shade(ground, -0.07),
    4,
  );
  const pavement = box(0, 790, 1920, 290, ground) + joints + box(0, 790, 1920, 24, shade(ground, -0.1));
  return (
    heaven(id, light, [962, 344]) +
    `<g opacity=".55">${fill('M0 620C160 560 300 600 420 570S700 540 820 580 1100 540 1240 570 1600 530 1920 590V820H0Z', lit('#B9D0B0', light))}</g>` +
    tree(1240, 800, 0.7, light, '#93B384', '#84A675') +
    tree(1850, 812, 1.1, light) +
    farSide(light) +
    wall(light) +
    pavement +
    roof(light) +
    lamp(id, light) +
    rack(light)
  );
}
