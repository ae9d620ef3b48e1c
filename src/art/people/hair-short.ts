import { type Dot, dots, fill, ring, shade, stroke } from '../paint.ts';
import { type Hairdo, HEAD_CLIP } from './hairdo.ts';

export const SHORT = {
  crop({ colour, light }) {
    const front =
      'M188 232C176 140 214 72 304 70C394 70 426 140 412 232C408 218 402 206 394 198L386 206C376 196 366 190 352 188L344 198C330 188 316 186 300 187L288 197C276 188 262 188 250 190L240 202C228 196 218 196 208 198C198 206 192 218 188 232Z';
    return {
      front:
        fill(
          'M177 292C166 240 170 190 190 156L214 196C200 214 188 244 184 292ZM423 292C434 240 430 190 410 156L386 196C400 214 412 244 416 292Z',
          colour,
          `opacity=".62" clip-path="url(#${HEAD_CLIP})"`,
        ) +
        fill(front, colour) +
        stroke('M222 132C250 104 296 92 338 96M238 160C270 138 316 132 356 140M258 100q14-8 28-10', light, 6, 'opacity=".6"'),
      shadow: front,
    };
  },
  sweep({ colour, light }) {
    const front =
      'M172 284C146 156 196 60 314 58C414 58 452 140 428 280C424 250 418 226 404 206C396 190 384 176 366 162C338 196 262 222 208 200C190 222 178 252 172 284Z';
    return {
      front: fill(front, colour) + stroke('M356 158C322 176 268 186 224 176M380 120C340 90 262 92 218 140', light, 7, 'opacity=".6"'),
      shadow: front,
    };
  },
  undercut({ colour, light }) {
    const front = 'M190 214C188 120 236 52 330 54C420 58 440 128 414 196C392 186 372 176 356 158C318 200 250 216 190 214Z';
    return {
      front:
        fill(
          'M177 284C170 238 178 196 196 168L214 208C198 226 184 252 177 284ZM423 284C430 238 422 196 404 168L392 192C408 220 418 250 423 284Z',
          shade(colour, -0.1),
          `opacity=".72" clip-path="url(#${HEAD_CLIP})"`,
        ) +
        fill(front, colour) +
        stroke('M352 152C316 180 258 192 210 190M384 104C344 78 276 86 232 130', light, 7, 'opacity=".6"'),
      shadow: front,
    };
  },
  curlytop({ colour, light }) {
    const curls: Dot[] = [...ring([300, 190], [122, 104], [188, 352], 9, 40, 3), ...ring([300, 176], [74, 70], [190, 350], 6, 42, 2), [300, 150, 64]];
    return {
      front:
        fill(
          'M178 276C172 220 186 176 220 156L380 156C414 176 428 220 422 276C414 244 404 222 390 204C350 188 250 188 210 204C196 222 186 244 178 276Z',
          colour,
        ) +
        dots(curls, colour) +
        stroke('M214 120q16-22 38-16M288 92q22-14 40 2M362 122q20-4 30 14M252 142q16-14 32-4M322 140q16-10 30 2', light, 6, 'opacity=".55"') +
        dots(ring([300, 192], [92, 20], [185, 355], 8, 24, 3), colour),
      shadow: 'M190 226C220 190 260 202 300 198C340 202 380 190 410 226L410 180L190 180Z',
    };
  },
  twists({ colour }) {
    const twists = Array.from({ length: 11 }, (_, index) => {
      const angle = -62 + 12.4 * index;
      const turn = (angle * Math.PI) / 180;
      const [x, y] = [300 + Math.sin(turn) * 84, 172 - Math.cos(turn) * 46].map((place) => place.toFixed(1));
      const place = `translate(${x} ${y}) rotate(${(angle * 0.9).toFixed(1)})`;
      return `<rect x="-19" y="-92" width="38" height="${104 + (index % 2) * 8}" rx="19" fill="${index % 2 ? colour : shade(colour, 0.07)}" transform="${place}"/>`;
    });
    const front = 'M180 270C168 160 220 104 300 104C380 104 432 160 420 270C414 236 406 212 392 196C350 184 250 184 208 196C194 212 186 236 180 270Z';
    return {
      front: fill(front, shade(colour, 0.04)) + twists.join('') + fill('M206 198C226 150 374 150 394 198C350 184 250 184 206 198Z', colour),
      shadow: front,
    };
  },
  afro({ colour, light }) {
    const curls = ring([300, 190], [166, 150], [140, 400], 19, 46, 3);
    return {
      back:
        fill('M300 44C420 40 478 130 466 230C462 300 440 336 404 350L196 350C160 336 138 300 134 230C122 130 180 40 300 44Z', colour) +
        dots(curls, colour),
      front:
        fill(
          'M178 262C168 150 214 84 300 84C386 84 432 150 422 262C412 226 396 206 372 196C340 186 260 186 228 196C204 206 188 226 178 262Z',
          colour,
        ) +
        dots(ring([300, 214], [106, 34], [190, 350], 10, 22, 2), colour) +
        stroke('M214 96q20-20 44-14M330 76q28-2 44 18M176 176q6-26 26-34M420 190q4-30-16-46', light, 7, 'opacity=".5"'),
      shadow: 'M186 250C200 214 250 204 300 204C350 204 400 214 414 250L414 190L186 190Z',
    };
  },
} satisfies Record<string, Hairdo>;
