import { useEffect, useState } from 'preact/hooks';

type Art = typeof import('./art.ts');

let art: Art | null = null;
let turn: Promise<unknown> = Promise.resolve();

/** After the frame that is being drawn now. */
const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

async function fetchArt(): Promise<Art> {
  await painted();
  art ??= await import('./art.ts');
  return art;
}

/**
 * The code that draws people and places, fetched after the text of the page; null until then. The first pictures are drawn one
 * after the other, so that a press never waits for all of them.
 */
export function useArt(): Art | null {
  const [mine, setMine] = useState(art);
  useEffect(() => {
    if (mine) return;
    turn = Promise.all([fetchArt(), turn]).then(
      ([fetched]) =>
        new Promise((drawn) => {
          setMine(fetched);
          setTimeout(drawn);
        }),
      () => {},
    );
  }, []);
  return mine;
}
