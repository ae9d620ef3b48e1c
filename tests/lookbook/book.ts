import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EMOTIONS, LOOKS } from '../../src/art/character.ts';
import type { Emotion, Light, Place, Pose } from '../../src/protocol/views.ts';
import { picturesOf, REFERENCES } from './chosen.ts';
import { beats, type Chapter, moments, person, places, type State, screens, stories } from './states.ts';
import { type Look, Theatre } from './theatre.ts';

/** `npm run lookbook` draws everything that the board can show into one page; `-- --accept` makes today's look the reference of the test. */
const BOOK = fileURLToPath(new URL('../../lookbook/', import.meta.url));
const PLACES: readonly Place[] = ['bedroom', 'classroom', 'schoolyard', 'kitchen', 'canteen', 'bikeshed', 'hallway'];
const LIGHTS: readonly Light[] = ['day', 'dusk', 'night'];
const POSES: readonly Pose[] = ['plain', 'phone', 'think', 'cover', 'hide', 'away'];

const EACH = [...EMOTIONS.map((emotion) => [emotion, 'plain'] as const), ...POSES.slice(1).map((pose) => ['bezorgd', pose] as const)].map(
  ([emotion, pose]): [Emotion, Pose] => [emotion, pose],
);
const ALL = POSES.flatMap((pose) => EMOTIONS.map((emotion): [Emotion, Pose] => [emotion, pose]));

interface Part {
  look: Look;
  width: number;
  height: number;
  chapters: Chapter[];
}
const LARGE = { width: 1280, height: 720 };
const SMALL = { width: 640, height: 360 };
const chapter = (id: string, title: string, states: State[]): Chapter => ({ id, title, states });

const PARTS: Part[] = [
  { ...LARGE, look: { still: true }, chapters: [chapter('screens-nl', 'Screens, Dutch', screens('nl')), chapter('beats', 'Beats', beats('nl'))] },
  { ...LARGE, look: { still: true }, chapters: [chapter('screens-en', 'Screens, English', screens('en'))] },
  { ...LARGE, look: { still: true, scale: 1.5 }, chapters: [chapter('screens-150', 'Screens, text at 150%', screens('nl'))] },
  { ...LARGE, look: { still: true, contrast: true }, chapters: [chapter('screens-contrast', 'Screens, high contrast', screens('nl'))] },
  { ...LARGE, look: {}, chapters: moments('nl') },
  {
    ...SMALL,
    look: { still: true },
    chapters: [
      chapter('places', 'Places', places(PLACES, LIGHTS)),
      // Everybody in every mood and every pose, and the first in all of them together.
      ...LOOKS.map((look, index) => chapter(`cast-${look}`, look, person(look, index === 0 ? ALL : EACH))),
    ],
  },
  { ...SMALL, look: { still: true }, chapters: stories('nl') },
];

async function draw(): Promise<void> {
  rmSync(BOOK, { recursive: true, force: true });
  mkdirSync(BOOK);
  const theatre = await Theatre.open(LARGE.width, LARGE.height);
  const sections: string[] = [];
  let drawn = 0;
  for (const { chapters, look, width, height } of PARTS) {
    const first = chapters[0]?.states[0];
    if (!first) continue;
    await theatre.page.setViewportSize({ width, height });
    await theatre.enter(look, first.view);
    for (const { id, title, states } of chapters) {
      const figures: string[] = [];
      for (const one of states) {
        await theatre.show(one.view, one.after);
        const name = `${id}-${one.id}.jpg`.replaceAll(/[^\w.-]/g, '_');
        await theatre.page.screenshot({ path: `${BOOK}${name}`, type: 'jpeg', quality: 82 });
        figures.push(
          `<figure id="${name}"><a href="${name}"><img src="${name}" loading="lazy" alt=""></a><figcaption>${one.title}</figcaption></figure>`,
        );
        drawn += 1;
      }
      sections.push(`<section id="${id}"><h2>${title}</h2><div>${figures.join('')}</div></section>`);
      console.log(`${title}: ${states.length}`);
    }
  }
  await theatre.close();
  const links = sections.map((section) => section.replace(/<section id="([^"]+)"><h2>(.*?)<\/h2>.*/s, '<a href="#$1">$2</a>'));
  writeFileSync(
    `${BOOK}index.html`,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Look-book</title><link rel="icon" href="data:,"><style>
body { margin: 24px; font: 16px/1.4 system-ui, sans-serif; background: #eee9df; color: #1d1b36; }
nav { display: flex; flex-wrap: wrap; gap: 4px 16px; }
section > div { display: grid; grid-template-columns: repeat(auto-fill, minmax(420px, 1fr)); gap: 12px; }
figure { margin: 0; } img { width: 100%; border-radius: 8px; display: block; aspect-ratio: 16 / 9; }
</style><h1>Look-book: ${drawn} pictures</h1><nav>${links.join('')}</nav>${sections.join('')}</html>`,
  );
  console.log(`${drawn} pictures: ${BOOK}index.html`);
  if (theatre.complaints.length > 0) {
    console.error(`The board complained:\n${theatre.complaints.join('\n')}`);
    process.exitCode = 1;
  }
}

if (process.argv.includes('--accept')) {
  rmSync(REFERENCES, { recursive: true, force: true });
  mkdirSync(REFERENCES);
  for (const [name, png] of await picturesOf()) writeFileSync(`${REFERENCES}${name}.png`, png);
  console.log(`Today's look is the reference: ${REFERENCES}`);
} else await draw();
process.exit();
