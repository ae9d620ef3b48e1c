import { fileURLToPath } from 'node:url';
import { beats, person, places, type State, screens } from './states.ts';
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
  'foreseen-other',
  'tell-k-uitleg',
  'end',
];
const BEATS = ['beat-react', 'beat-silence-mirror'];

/** The same moment in a story that names what nobody drew. */
function unknown({ view, after, title }: State): State {
  const text = JSON.stringify(view)
    .replaceAll(/"look":"[a-z]+"/g, '"look":"nobody"')
    .replaceAll(/"emoji":"[a-z-]+"/g, '"emoji":"thumb"');
  return { id: 'beat-unknown', title, after, view: JSON.parse(text) };
}
const UNKNOWN = ['The board knows no look "nobody".', 'The board knows no emoji "thumb".'];

export async function picturesOf(): Promise<Map<string, Buffer>> {
  const chosen = beats('nl').filter(({ id }) => BEATS.includes(id));
  const all = [
    ...screens('nl').filter(({ id }) => SCREENS.includes(id)),
    ...chosen,
    ...chosen.filter(({ id }) => id === 'beat-react').map(unknown),
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
      found.set(id, await theatre.page.screenshot({ animations: 'disabled' }));
    }
    if (theatre.complaints.length > 0) throw new Error(theatre.complaints.join('\n'));
    const missing = UNKNOWN.filter((sentence) => !theatre.errors.includes(sentence));
    if (missing.length > 0) throw new Error(`The board did not say in its console: ${missing.join(' ')}`);
  } finally {
    await theatre.close();
  }
  return found;
}
