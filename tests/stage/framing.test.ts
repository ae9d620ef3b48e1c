import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EMOTIONS } from '../../src/art/people/character.ts';
import { bearing } from '../../src/art/people/puppet.ts';
import { sceneView } from '../../src/lesson/views/scene-view.ts';
import type { Beat, Emotion, SceneView, Standing } from '../../src/protocol/scene.ts';
import { applyDisplaySettings, displaySettings, SCALES, sized } from '../../src/stage/board/display-settings.ts';
import { blocking, CALM, type Focus, type Frame, HEAD, type Placed, type Shot } from '../../src/stage/cues/acting.ts';
import { beatStarts, tableau, withPhone } from '../../src/stage/cues/tableau.ts';
import { CAPTION, cardPlace, cardWidth } from '../../src/stage/screens/story/caption.ts';
import { handsetPlace } from '../../src/stage/screens/story/handset.ts';
import { walk } from '../../src/story/check/walk.ts';
import { stories } from '../support/lesson/library.ts';

/** Every scene as a class may come to it, in every language. Scenes that do not differ come once. */
const SCENES = new Map<string, [story: string, scene: SceneView]>();
for (const [id, story] of stories)
  for (const [node, entries] of walk(story).entered)
    if ('scene' in (story.structure.nodes[node] ?? {}))
      for (const variables of entries)
        for (const lang of ['nl', 'en'] as const) {
          const scene = sceneView(story, lang, { node, variables });
          SCENES.set(`${id} ${JSON.stringify(scene)}`, [id, scene]);
        }

const WHOLE = { width: 1920, clear: 1080 };
const stand = (id: string, at: Standing['at'], emotion: Emotion = 'neutral'): Standing => ({
  person: { id, name: id, look: 'sem' },
  emotion,
  pose: 'plain',
  at,
});

describe('faces and captions', () => {
  const looks = ['nova', 'jayden', 'mentor'];
  const chin = ({ y, scale, emotion }: Placed) => y - (HEAD.chin - bearing(emotion).sink * 1.25) * scale;
  const top = ({ y, scale }: Placed) => y - HEAD.top * scale;
  /** As it is framed. */
  const seen = ({ zoom, y }: Shot, at: number) => y + (at - y) * zoom;

  /** The lowest chin and the highest hair of a scene, at its worst for whoever comes in, is struck or speaks. */
  function extremes(standing: readonly Standing[], frame: Frame, focus: Focus): { chin: number; top: number } {
    const { figures, shot } = blocking(standing, frame, focus);
    return {
      chin: Math.max(0, ...figures.map((one) => seen(shot, chin(one)))),
      top: Math.min(1080, ...figures.map((one) => seen(shot, top(one)))),
    };
  }

  test('however high a caption is and whoever stands there, no face is under it and no hair beyond the board', () => {
    const standing = fc
      .uniqueArray(fc.constantFrom('left', 'centre', 'right'), { minLength: 1, maxLength: 3 })
      .chain((spots) => fc.tuple(...spots.map((at, index) => fc.constantFrom(...EMOTIONS).map((emotion) => stand(String(index), at, emotion)))));
    fc.assert(
      fc.property(standing, fc.constantFrom(1920, 1180, 926, 456), fc.integer({ min: 430, max: 1000 }), fc.boolean(), (all, width, clear, struck) => {
        const cast = all.map((one, index) => ({ ...one, person: { ...one.person, look: looks[index] ?? 'sem' } }));
        const focus = { ...CALM, moved: struck ? '0' : null, hush: !struck };
        const found = extremes(cast, { width, clear }, focus);
        expect(found.chin).toBeLessThanOrEqual(clear + 12);
        expect(found.top).toBeGreaterThan(-40);
      }),
    );
  });

  test('where a short caption leaves space, everybody stands where they always do', () => {
    const [low] = blocking([stand('sem', 'left')], { width: 1180, clear: 840 }, CALM).figures;
    const [none] = blocking([stand('sem', 'left')], { width: 1180, clear: 1080 }, CALM).figures;
    expect(low).toEqual(none);
    const [raised] = blocking([stand('sem', 'left')], { width: 1180, clear: 560 }, CALM).figures;
    expect(raised?.y).toBeLessThan(none?.y ?? 0);
  });

  test('beside each other the young are smaller than the grown, wherever they stand', () => {
    const among = (look: string, at: Standing['at']) => ({ ...stand(look, at), person: { id: look, name: look, look } });
    const { figures } = blocking([among('nova', 'left'), among('yusuf', 'centre'), among('mentor', 'right')], WHOLE, CALM);
    const viewers = figures.map(({ y, scale }) => y - 600 * scale);
    expect(viewers[0]).toBeGreaterThan((viewers[2] ?? 0) + 60);
  });

  describe.each(SCALES)('with text at %d', (scale) => {
    const usual = displaySettings();
    beforeAll(() => applyDisplaySettings({ ...usual, scale }));
    afterAll(() => applyDisplaySettings(usual));

    test('no caption of any story covers a face', () => {
      expect(SCENES.size).toBeGreaterThan(150);
      for (const [story, scene] of SCENES.values()) {
        const cleared = new Map<number, number>();
        const states = [0, ...beatStarts(scene.beats)].map((ms) => tableau(scene, ms));
        const found = states.map((state) => {
          const edge = withPhone(scene) ? handsetPlace(state.second ? 'second' : 'alone').x : null;
          const width = cardWidth(edge);
          const clear = cleared.get(width) ?? freeAbove(scene, width);
          cleared.set(width, clear);
          const { chin, top } = extremes(state.standing, { width: edge === null ? 1920 : edge - 16, clear }, state.focus);
          return { covered: chin - clear, top };
        });
        expect(Math.max(...found.map(({ covered }) => covered)), `${story} ${scene.node}`).toBeLessThanOrEqual(12);
        expect(Math.min(...found.map(({ top }) => top)), `${story} ${scene.node}`).toBeGreaterThan(-40);
      }
    });
  });
});

const freeAbove = (scene: SceneView, width: number) =>
  Math.min(1080, ...scene.beats.flatMap((beat) => (beat.kind === 'say' || beat.kind === 'speak' ? [free(beat, width)] : [])));

/** Up to where a caption leaves the board free, if its letters are rather wide. */
function free(beat: Extract<Beat, { kind: 'say' | 'speak' }>, width: number): number {
  const inside = CAPTION.inside(width);
  const lines = (size: number) => {
    let [count, at] = [1, 0];
    for (const word of beat.text.split(/\s+/)) {
      const wide = (word.length + 1) * size * 0.54;
      if (at > 0 && at + wide > inside) [count, at] = [count + 1, 0];
      at += wide;
    }
    return count;
  };
  const high = (size: number) => lines(size) * (size * 1.25 + 4) + size * 0.24;
  let size = sized(CAPTION.size);
  while (size > CAPTION.least && high(size) > CAPTION.most()) size -= 2;
  return cardPlace(high(size), beat.kind === 'speak').free;
}
