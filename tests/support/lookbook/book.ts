import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { EMOTIONS, LOOKS } from '../../../src/art/people/character.ts';
import type { Emotion, Light, Place, Pose, SceneView } from '../../../src/protocol/scene.ts';
import { picturesOf, REFERENCES } from './chosen.ts';
import { BOOK, type Chapter, Pages } from './pages.ts';
import { beats, moments, person, places, type State, screens, stories, wraps } from './states.ts';
import { type Look, Theatre } from './theatre.ts';

/** `npm run lookbook` draws everything that the board can show into one page; `-- --accept` makes today's look the reference of the test. */
const PLACES: readonly Place[] = ['bedroom', 'classroom', 'schoolyard', 'kitchen', 'canteen', 'bikeshed', 'hallway'];
const LIGHTS: readonly Light[] = ['day', 'dusk', 'night'];
const POSES: readonly Pose[] = ['plain', 'phone', 'think', 'cover', 'hide', 'away'];

const EACH = [...EMOTIONS.map((emotion) => [emotion, 'plain'] as const), ...POSES.slice(1).map((pose) => ['worried', pose] as const)].map(
  ([emotion, pose]): [Emotion, Pose] => [emotion, pose],
);
const ALL = POSES.flatMap((pose) => EMOTIONS.map((emotion): [Emotion, Pose] => [emotion, pose]));

/** Pages of the board that draw beside each other: a core each on the slowest machine that is asked to. */
const AT_ONCE = 2;
const LARGE = { width: 960, height: 540 };
const SMALL = { width: 640, height: 360 };
const STILL: Look = { still: true };

interface Part {
  look: Look;
  size: typeof LARGE;
  chapter: Chapter;
}
const part = (look: Look, size: typeof LARGE, id: string, title: string, states: State[]): Part => ({ look, size, chapter: { id, title, states } });
const many = (look: Look, size: typeof LARGE, chapters: Chapter[]): Part[] => chapters.map((chapter) => ({ look, size, chapter }));

/** In the order in which they are drawn: what is set up alike stands together. */
const PARTS: Part[] = [
  part({}, LARGE, 'screens-nl', 'Screens, Dutch', screens('nl')),
  part({}, LARGE, 'screens-en', 'Screens, English', screens('en')),
  part({}, LARGE, 'beats', 'Beats of a scene and its chats', [...beats('nl'), ...wraps('nl')]),
  ...many({}, LARGE, moments('nl')),
  ...many({}, SMALL, stories('nl')),
  part(STILL, LARGE, 'screens-still', 'Screens, less motion', screens('nl')),
  part(STILL, SMALL, 'places', 'Places and their light', places(PLACES, LIGHTS)),
  // Everybody in every mood and every pose, and the first in all of them together.
  ...LOOKS.map((look, index) => part(STILL, SMALL, `cast-${look}`, look, person(look, index === 0 ? ALL : EACH))),
  part({ ...STILL, scale: 1.25 }, LARGE, 'screens-125', 'Screens, text at 125%', screens('nl')),
  ...many(
    { ...STILL, scale: 1.25 },
    SMALL,
    scenes('125', ({ chat }) => chat !== null),
  ),
  part({ ...STILL, scale: 1.5 }, LARGE, 'screens-150', 'Screens, text at 150%', screens('nl')),
  ...many(
    { ...STILL, scale: 1.5 },
    SMALL,
    scenes('150', () => true),
  ),
  part({ ...STILL, contrast: true }, LARGE, 'screens-contrast', 'Screens, high contrast', screens('nl')),
];

/** Scenes again with larger text, where captions come closest to faces. */
function scenes(size: string, wanted: (scene: SceneView) => boolean): Chapter[] {
  return stories('nl').map(({ id, title, states }) => ({
    id: `${id}-${size}`,
    title: `${title}, text at ${size}%`,
    states: states.filter(({ view }) => view.screen.kind === 'scene' && wanted(view.screen.scene)),
  }));
}

async function draw(): Promise<void> {
  const pages = new Pages(PARTS.map(({ chapter }) => chapter));
  const waiting = [...PARTS];
  const complaints = await Promise.all(Array.from({ length: AT_ONCE }, () => drawn(waiting, pages)));
  pages.end();
  if (complaints.flat().length > 0) {
    console.error(`The board complained:\n${complaints.flat().join('\n')}`);
    process.exitCode = 1;
  }
}

/** One board, that draws part after part until none is left. */
async function drawn(waiting: Part[], pages: Pages): Promise<string[]> {
  const theatre = await Theatre.open(LARGE.width, LARGE.height);
  try {
    let set = '';
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { look, size, chapter } = next;
      const [first] = chapter.states;
      if (!first) continue;
      await theatre.page.setViewportSize(size);
      if (set !== JSON.stringify(look)) await theatre.enter(look, first.view);
      set = JSON.stringify(look);
      for (const one of chapter.states) {
        await theatre.show(one.view, one.after);
        pages.add(chapter, one, await theatre.page.screenshot({ type: 'jpeg', quality: 84, animations: 'disabled' }));
      }
    }
  } finally {
    await theatre.close();
  }
  return theatre.complaints;
}

if (process.argv.includes('--accept')) {
  rmSync(REFERENCES, { recursive: true, force: true });
  mkdirSync(REFERENCES);
  for (const [name, png] of await picturesOf()) writeFileSync(`${REFERENCES}${name}.png`, png);
  console.log(`Today's look is the reference: ${REFERENCES}`);
} else {
  const begun = performance.now();
  await draw();
  console.log(`${Math.round((performance.now() - begun) / 1000)} s: ${BOOK}index.html`);
}
process.exit();
