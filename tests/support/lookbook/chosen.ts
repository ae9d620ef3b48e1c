import { fileURLToPath } from 'node:url';
import { beats, person, places, screens } from './states.ts';
import { Theatre } from './theatre.ts';

/** The pictures that the test compares: small, and of everything that is drawn in another way. */
export const REFERENCES = fileURLToPath(new URL('./pictures/', import.meta.url));
const SCREENS = [
  'lobby',
  'question',
  'together',
  'reveal-bands',
  'reveal-half',
  'reveal-path',
  'reflect',
  'results',
  'results-arms',
  'tell-feiten',
  'end',
];
const BEATS = ['beat-react', 'beat-silence-mirror'];

export async function picturesOf(): Promise<Map<string, Buffer>> {
  const all = [
    ...screens('nl').filter(({ id }) => SCREENS.includes(id)),
    ...beats('nl').filter(({ id }) => BEATS.includes(id)),
    ...places(['bikeshed'], ['night']),
    ...person('aylin', [
      ['happy', 'plain'],
      ['sad', 'phone'],
      ['angry', 'think'],
    ]),
  ];
  const theatre = await Theatre.open(640, 360);
  const found = new Map<string, Buffer>();
  try {
    await theatre.enter({ still: true }, all[0]!.view);
    for (const { id, view, after } of all) {
      await theatre.show(view, after);
      found.set(id, await theatre.page.screenshot());
    }
    if (theatre.complaints.length > 0) throw new Error(theatre.complaints.join('\n'));
  } finally {
    await theatre.close();
  }
  return found;
}
