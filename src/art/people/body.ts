import { clip, fill, shade, stroke } from '../paint.ts';

/** A garment is cut on a body whose neck is at (300, 0) and whose shoulders reach from `left` to `right`. */
interface Cut {
  left: number;
  right: number;
  main: string;
  second: string;
  dark: string;
  light: string;
  skin: string;
  body: string;
  /** Unique in the page, for clip paths. */
  id: string;
}

/** `behind` lies behind the neck; `bare`: the lower arms show; `shoulders`: the colour of body and sleeves where it is not the main one. */
interface Garment {
  front: (cut: Cut) => string;
  behind?: (cut: Cut) => string;
  bare?: boolean;
  sleeves?: 'second';
}

const openJacket = (cut: Cut) => {
  const shirt = fill('M244 4C252 44 348 44 356 4L372 430L228 430Z', cut.second) + stroke('M250 8C256 44 344 44 350 8', shade(cut.second, -0.12), 9);
  return clip(`${cut.id}-opening`, 'M262 -20L338 -20C352 60 338 120 336 430L264 430C262 120 248 60 262 -20Z', shirt);
};

const GARMENTS = {
  hoodie: {
    behind: ({ dark }) => fill(`M206 20C176 -50 220 -84 300 -80C380 -84 424 -50 394 20Z`, dark),
    front: ({ second, dark, light }) =>
      fill(`M214 -6C196 34 236 92 300 98C364 92 404 34 386 -6C372 30 340 50 300 50C260 50 228 30 214 -6Z`, light) +
      stroke(`M272 84L266 160M328 84L334 160`, second, 9) +
      stroke(`M222 312C250 270 350 270 378 312`, dark, 7),
  },
  sweater: {
    front: ({ left, right, second, dark, light, body, id }) =>
      stroke(`M232 6C244 52 356 52 368 6`, light, 22) +
      clip(`${id}-band`, body, fill(`M${left - 20} 176H${right + 20}V206H${left - 20}Z`, second)) +
      seams(left, right, dark),
  },
  tee: {
    bare: true,
    front: ({ left, right, main, second, light, skin, body, id }) =>
      stroke(`M234 8C246 54 354 54 366 8`, light, 14) +
      clip(
        `${id}-arms`,
        body,
        fill(
          `M${left - 40} 210C${left} 226 ${left + 30} 226 ${left + 60} 214L${left + 60} 920L${left - 60} 920ZM${right + 40} 210C${right} 226 ${right - 30} 226 ${right - 60} 214L${right - 60} 920L${right + 60} 920Z`,
          skin,
        ),
      ) +
      `<circle cx="300" cy="160" r="40" fill="${second}"/>` +
      fill(`M276 174L292 142L304 162L312 150L326 174Z`, main),
  },
  track: {
    front: ({ left, right, main, second }) =>
      stroke(
        `M${left + 34} 64C${left + 6} 130 ${left + 4} 240 ${left} 900M${right - 34} 64C${right - 6} 130 ${right - 4} 240 ${right} 430`,
        second,
        9,
      ) +
      fill(`M234 2C246 44 280 58 300 60L300 -6ZM366 2C354 44 320 58 300 60L300 -6Z`, second) +
      fill(`M228 -14C226 40 264 72 300 76C336 72 374 40 372 -14L356 -2C350 30 326 46 300 48C274 46 250 30 244 -2Z`, main) +
      stroke(`M300 60V900`, second, 6),
  },
  denim: {
    front: (cut) =>
      openJacket(cut) +
      fill(`M232 -4L214 42L262 96L282 44ZM368 -4L386 42L338 96L318 44Z`, cut.light) +
      stroke(`M${cut.left + 70} 190h70v56l-35 18-35-18zM${cut.right - 140} 190h70v56l-35 18-35-18z`, cut.light, 5),
  },
  bomber: { front: (cut) => openJacket(cut) + stroke(`M230 2C240 40 258 60 268 90M370 2C360 40 342 60 332 90`, cut.dark, 22) },
  cardigan: { front: (cut) => openJacket(cut) + stroke(`M232 2C246 80 262 150 264 900M368 2C354 80 338 150 336 430`, cut.light, 16) },
  overall: {
    sleeves: 'second',
    front: ({ main, second }) =>
      stroke(`M236 8C248 50 352 50 364 8`, shade(second, 0.3), 14) +
      fill(`M226 130H374C384 190 400 220 430 250L440 900L160 900L170 250C200 220 216 190 226 130Z`, main) +
      stroke(`M238 140L224 26M362 140L376 26`, main, 26) +
      `<circle cx="240" cy="150" r="10" fill="#F3E3B3"/><circle cx="360" cy="150" r="10" fill="#F3E3B3"/>` +
      stroke(`M258 190h84v50h-84z`, shade(main, 0.2), 5),
  },
  shirt: {
    front: ({ second, dark }) =>
      fill(`M238 -6L222 34L276 80L300 44L324 80L378 34L362 -6C350 30 330 40 300 42C270 40 250 30 238 -6Z`, second) +
      stroke(`M300 60V900`, dark, 6) +
      [120, 200, 280, 360].map((y) => `<circle cx="300" cy="${y}" r="7" fill="${second}"/>`).join(''),
  },
} satisfies Record<string, Garment>;
export type GarmentName = keyof typeof GARMENTS;

function seams(left: number, right: number, colour: string): string {
  return stroke(
    `M${left + 56} 178C${left + 62} 240 ${left + 60} 320 ${left + 58} 430M${right - 56} 178C${right - 62} 240 ${right - 60} 320 ${right - 58} 430`,
    colour,
    7,
  );
}

export interface Body {
  behind: string;
  front: string;
  sleeve: string;
  bare: boolean;
}

/** `width`: half of the shoulders. */
export function body(name: GarmentName, width: number, main: string, second: string, skin: string, id: string): Body {
  const garment: Garment = GARMENTS[name];
  const left = 300 - width;
  const right = 300 + width;
  const shape = `M240 6C222 26 ${left + 50} 30 ${left + 18} 70C${left - 8} 110 ${left - 16} 220 ${left - 22} 430L${right + 22} 430C${right + 16} 220 ${right + 8} 110 ${right - 18} 70C${right - 50} 30 378 26 360 6Z`;
  const cloth = garment.sleeves === 'second' ? second : main;
  const cut: Cut = { left, right, main, second, dark: shade(main, -0.16), light: shade(main, 0.14), skin, body: shape, id };
  const shadow = fill(
    `M${right - 40} 0C${right - 90} 120 ${right - 86} 220 ${right - 60} 430L${right + 60} 430L${right + 60} 0Z`,
    shade(cloth, -0.18),
    'opacity=".38"',
  );
  const base = fill(shape, cloth) + seams(left, right, shade(cloth, -0.16)) + clip(`${id}-body`, shape, shadow);
  return { behind: garment.behind?.(cut) ?? '', front: base + garment.front(cut), sleeve: garment.bare ? skin : cloth, bare: garment.bare ?? false };
}
