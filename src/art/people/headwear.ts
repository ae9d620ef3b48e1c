import { fill, shade, stroke } from '../paint.ts';
import type { Hairdo } from './hairdo.ts';

export const HEADWEAR = {
  hijab({ cloth }) {
    const dark = shade(cloth, -0.18);
    const pale = shade(cloth, 0.14);
    const outer = 'M300 62C416 62 452 160 446 276C442 360 420 420 392 458L208 458C180 420 158 360 154 276C148 160 184 62 300 62Z';
    const hole = 'M300 150C366 150 404 196 404 276C404 346 372 430 300 432C228 430 196 346 196 276C196 196 234 150 300 150Z';
    return {
      back: fill('M300 58C424 58 458 160 452 280C448 370 460 470 480 540L120 540C140 470 152 370 148 280C142 160 176 58 300 58Z', dark),
      front:
        `<path d="${outer}${hole}" fill="${cloth}" fill-rule="evenodd"/>` +
        stroke('M206 232C214 176 250 142 300 142C350 142 386 176 394 232', dark, 12) +
        stroke('M190 150C216 104 258 84 306 84', pale, 8, 'opacity=".7"') +
        stroke('M178 330C190 390 214 430 250 452M424 320C412 384 392 424 360 448', dark, 7, 'opacity=".55"'),
      over:
        fill(
          'M204 412C236 446 364 446 396 412C440 450 470 500 482 560C430 600 360 596 316 574C250 600 170 596 118 560C130 500 160 450 204 412Z',
          cloth,
        ) +
        fill('M396 412C380 470 350 540 316 574C370 592 430 590 482 560C470 500 440 450 396 412Z', dark, 'opacity=".6"') +
        stroke('M232 448C262 480 300 500 344 500M196 470C240 520 290 540 330 536', dark, 7, 'opacity=".55"'),
      shadow: 'M196 276C196 196 234 150 300 150C366 150 404 196 404 276L404 250C404 190 366 166 300 166C234 166 196 190 196 250Z',
    };
  },
  patka({ colour, cloth }) {
    const dark = shade(cloth, -0.22);
    const pale = shade(cloth, 0.18);
    const front = 'M178 250C166 150 214 84 300 84C386 84 434 150 422 250C404 214 376 182 300 158C224 182 196 214 178 250Z';
    return {
      front:
        fill(
          'M180 292C174 262 178 240 188 222L200 236C190 252 184 272 180 292ZM420 292C426 262 422 240 412 222L400 236C410 252 416 272 420 292Z',
          colour,
        ) +
        `<ellipse cx="300" cy="66" rx="46" ry="42" fill="${cloth}"/>` +
        fill('M262 88C280 100 320 100 338 88L334 104C316 112 284 112 266 104Z', dark) +
        fill(front, cloth) +
        stroke('M300 158C262 140 230 160 200 200M300 158C338 140 370 160 400 200M236 112C256 100 280 94 300 94', pale, 6, 'opacity=".5"') +
        stroke('M284 52C300 44 318 48 326 62', pale, 6, 'opacity=".6"'),
      shadow: front,
    };
  },
  wrap({ colour, cloth }) {
    const dark = shade(cloth, -0.2);
    const pale = shade(cloth, 0.22);
    const front = 'M174 232C150 110 210 20 304 20C400 20 452 110 426 232C400 198 360 176 300 172C240 176 200 198 174 232Z';
    return {
      front:
        fill(
          'M180 290C174 262 178 240 186 224L200 232C190 250 184 270 180 290ZM420 290C426 262 422 240 414 224L400 232C410 250 416 270 420 290Z',
          colour,
        ) +
        fill(front, cloth) +
        stroke('M186 190C230 130 330 120 420 190M186 140C240 80 340 76 410 130M230 66C270 44 330 44 366 70', dark, 8, 'opacity=".7"') +
        stroke('M200 166C250 110 340 104 408 156M214 104C262 62 330 58 384 96', pale, 5, 'opacity=".7"') +
        fill('M392 84C378 52 404 26 426 40C432 20 466 26 462 54C480 62 474 96 446 98C430 112 402 108 392 84Z', dark) +
        fill('M398 78C390 54 408 38 424 48C432 32 456 36 454 58C466 66 460 86 442 88C428 98 406 96 398 78Z', pale) +
        stroke('M410 74q14-8 22-24M430 82q10-8 16-20', dark, 5),
      shadow: front,
    };
  },
} satisfies Record<string, Hairdo>;
