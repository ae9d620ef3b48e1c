import { fill, shade, stroke } from './paint.ts';

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
  const cuff = bare ? '' : stroke(`M406 ${chin + 112}L358 ${chin + 134}`, shade(sleeve, 0.12), 16);
  const fist =
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
  const cuff = bare ? '' : stroke(`M398 ${mouth + 132}L346 ${mouth + 164}`, shade(sleeve, 0.12), 16);
  const hand =
    fill(
      'M-48 58C-60 20 -62 -8 -50 -30C-42 -44 -26 -44 -22 -30C-16 -46 4 -48 10 -32C18 -44 38 -40 38 -22C52 -24 58 -8 54 8C50 30 44 46 36 62Z',
      skin,
    ) + stroke('M-22 -26V2M9 -28V2M36 -18V4', crease, 5);
  const edge = stroke('M-50 40C-60 12 -61 -8 -50 -30C-42 -44 -26 -44 -22 -30C-16 -46 4 -48 10 -32C18 -44 38 -40 38 -22', crease, 8, 'opacity=".6"');
  return `${arm}${cuff}<g transform="translate(310 ${mouth + 30}) rotate(-34) scale(1.1)">${edge}${hand}</g>`;
}

/** Both hands before the eyes. */
function hide({ sleeve, bare, skin, crease }: Arm, mouth: number): string {
  const wrist = mouth + 34;
  const arm =
    stroke(`M492 900C524 760 484 ${mouth + 160} 404 ${wrist}`, shade(sleeve, -0.14), 100) +
    stroke(`M486 900C518 760 478 ${mouth + 160} 400 ${wrist + 2}`, sleeve, 88);
  const cuff = bare ? '' : stroke(`M434 ${wrist + 14}L386 ${wrist + 52}`, shade(sleeve, 0.12), 16);
  const hand =
    fill(
      'M-48 58C-60 20 -62 -8 -50 -30C-42 -44 -26 -44 -22 -30C-16 -46 4 -48 10 -32C18 -44 38 -40 38 -22C52 -24 58 -8 54 8C50 30 44 46 36 62Z',
      skin,
    ) + stroke('M-22 -26V4M9 -28V4M36 -18V6', crease, 5);
  const edge = stroke(
    'M-48 58C-60 20 -62 -8 -50 -30C-42 -44 -26 -44 -22 -30C-16 -46 4 -48 10 -32C18 -44 38 -40 38 -22C52 -24 58 -8 54 8',
    crease,
    9,
    'opacity=".7"',
  );
  const one = `${arm}${cuff}<g transform="translate(358 ${mouth - 74}) rotate(-18) scale(1.14)">${edge}${hand}</g>`;
  return `${one}<g transform="translate(600 0) scale(-1 1)">${one}</g>`;
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
