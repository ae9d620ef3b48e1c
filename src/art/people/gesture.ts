import { fill, shade, stroke } from '../paint.ts';

/** `hide`: both hands before the eyes. `away`: turned from whoever is there. */
export type Pose = 'plain' | 'phone' | 'think' | 'cover' | 'hide' | 'away';

interface Arm {
  sleeve: string;
  /** The sleeve is the skin itself: no cuff. */
  bare: boolean;
  skin: string;
  crease: string;
}

/** A phone held up in front of the chest, seen from the back. */
function phone({ sleeve, skin, crease }: Arm): string {
  const arm =
    fill('M452 1000C486 820 492 740 452 690C430 668 398 676 390 700C404 760 392 830 372 1000Z', shade(sleeve, -0.14)) +
    fill('M446 1000C478 820 480 748 444 700C426 682 404 690 398 708C410 764 398 836 380 1000Z', sleeve);
  const device =
    '<g transform="rotate(-8 372 640)"><rect x="318" y="548" width="110" height="186" rx="20" fill="#1D1B36"/><rect x="327" y="558" width="92" height="166" rx="13" fill="#2F2C57"/><circle cx="345" cy="577" r="8" fill="#4A4678"/></g>';
  const fingers =
    fill(
      'M404 716C392 690 398 664 420 652C432 640 446 646 444 662C460 656 472 668 464 682C478 682 482 698 470 708C476 722 466 736 450 734C436 744 414 738 404 716Z',
      skin,
    ) + stroke('M430 668l22 4M434 690l26 0M434 712l24 2', crease, 5);
  const thumb = fill('M340 700C326 690 324 670 338 662C350 656 362 664 362 676L360 700C356 708 346 706 340 700Z', skin);
  return `<g transform="translate(-6 -84)">${arm}${device}${fingers}${thumb}</g>`;
}

/** A loose fist under the chin. No single finger points up: children would see something else in it. */
function think({ sleeve, bare, skin, crease }: Arm, chin: number): string {
  const arm =
    stroke(`M446 900C452 800 436 ${chin + 190} 384 ${chin + 80}`, shade(sleeve, -0.14), 74) +
    stroke(`M440 900C446 800 430 ${chin + 190} 380 ${chin + 82}`, sleeve, 64);
  const cuff = bare ? '' : stroke(`M352 ${chin + 104}L410 ${chin + 80}`, shade(sleeve, 0.14), 16);
  const fist =
    stroke(
      'M-36 36C-44 16 -47 2 -40 -16C-36 -28 -22 -30 -16 -22C-10 -32 4 -33 9 -23C16 -31 28 -28 31 -18C40 -18 44 -8 42 4C41 16 38 28 34 38',
      crease,
      10,
    ) +
    fill('M-32 50C-44 26 -48 2 -40 -16C-36 -28 -22 -30 -16 -22C-10 -32 4 -33 9 -23C16 -31 28 -28 31 -18C40 -18 44 -8 42 4C40 24 34 38 26 52Z', skin) +
    stroke('M-16 -20C-18 -10 -17 -4 -14 2M9 -22C8 -12 9 -6 12 0M31 -16C29 -8 29 -2 31 4', crease, 5) +
    fill('M-44 10C-48 -4 -38 -12 -28 -6L2 10C10 16 6 28 -4 27L-30 24C-38 22 -42 18 -44 10Z', skin) +
    stroke('M-28 -6L2 10C10 16 6 28 -4 27L-22 25', crease, 5);
  return `${arm}${cuff}<g transform="translate(352 ${chin + 32}) rotate(-20) scale(1.02)">${fist}</g>`;
}

/** A hand before the mouth. */
function cover({ sleeve, bare, skin, crease }: Arm, mouth: number): string {
  const arm =
    stroke(`M452 900C464 790 440 ${mouth + 210} 366 ${mouth + 110}`, shade(sleeve, -0.14), 80) +
    stroke(`M446 900C458 790 434 ${mouth + 210} 362 ${mouth + 112}`, sleeve, 68);
  const cuff = bare ? '' : stroke(`M336 ${mouth + 136}L392 ${mouth + 98}`, shade(sleeve, 0.14), 16);
  const hand =
    fill(
      'M-48 58C-60 20 -62 -8 -50 -30C-42 -44 -26 -44 -22 -30C-16 -46 4 -48 10 -32C18 -44 38 -40 38 -22C52 -24 58 -8 54 8C50 30 44 46 36 62Z',
      skin,
    ) + stroke('M-22 -26V2M9 -28V2M36 -18V4', crease, 5);
  const edge = stroke(
    'M-48 48C-60 18 -62 -8 -50 -30C-42 -44 -26 -44 -22 -30C-16 -46 4 -48 10 -32C18 -44 38 -40 38 -22C52 -24 58 -8 54 8C52 22 49 34 45 44',
    crease,
    10,
  );
  return `${arm}${cuff}<g transform="translate(310 ${mouth + 30}) rotate(-34) scale(1.1)">${edge}${hand}</g>`;
}

/** From where a finger leaves the hand to its tip: little finger, ring, middle, index; the thumb lies along the cheek. */
const FINGERS: readonly (readonly [base: number, tip: number, top: number])[] = [
  [318, 314, -92],
  [344, 338, -122],
  [371, 366, -130],
  [396, 396, -112],
];

/** Bowed into both hands: fingers up to the brows, palms before nose and mouth, elbows at the sides. */
function hide({ sleeve, bare, skin, crease }: Arm, mouth: number): string {
  const wrist = mouth + 126;
  const sleeveOf = (x: number, colour: string, width: number) =>
    stroke(`M${448 + x} 940C${442 + x} 800 ${412 + x} ${mouth + 230} ${364 + x} ${wrist}`, colour, width);
  const arm = sleeveOf(2, shade(sleeve, -0.2), 106) + sleeveOf(0, sleeve, 94);
  const cuff = bare ? '' : stroke(`M399 ${wrist - 22}Q360 ${wrist - 20} 326 ${wrist + 4}`, shade(sleeve, 0.14), 17);
  const palm = `M303 ${mouth - 40}C302 ${mouth} 308 ${mouth + 52} 326 ${mouth + 92}L396 ${mouth + 78}C412 ${mouth + 36} 414 ${mouth} 411 ${mouth - 44}Z`;
  const thumb = `M398 ${mouth + 34}Q422 ${mouth} 420 ${mouth - 52}`;
  const fingers = FINGERS.map(([base, tip, top]) => `M${base} ${mouth - 30}L${tip} ${mouth + top}`);
  const rim = fill(palm, crease) + stroke(palm, crease, 9) + stroke(thumb, crease, 37);
  const one =
    rim +
    stroke(thumb, skin, 28) +
    fingers.map((finger) => stroke(finger, crease, 36) + stroke(finger, skin, 27)).join('') +
    fill(palm, skin) +
    stroke(`M331 ${mouth - 34}V${mouth - 16}M358 ${mouth - 38}V${mouth - 18}M384 ${mouth - 36}V${mouth - 18}`, crease, 5);
  const shadow = `<g opacity=".32" transform="translate(-3 9)">${fill(palm, crease)}${fingers.map((finger) => stroke(finger, crease, 38)).join('')}</g>`;
  const mirrored = (inside: string) => `<g transform="translate(600 0) scale(-1 1)">${inside}</g>`;
  const limbs = mirrored(arm + cuff) + arm + cuff;
  const hands = shadow + mirrored(shadow) + mirrored(one) + one;
  // A bare arm runs on into its hand; otherwise the hand comes out of a sleeve.
  return bare ? limbs + hands : hands + limbs;
}

export function gesture(pose: Pose, arm: Arm, chin: number, mouth: number): string {
  switch (pose) {
    case 'plain':
    case 'away':
      return '';
    case 'hide':
      return hide(arm, mouth);
    case 'phone':
      return phone(arm);
    case 'think':
      return think(arm, chin);
    case 'cover':
      return cover(arm, mouth);
  }
}
