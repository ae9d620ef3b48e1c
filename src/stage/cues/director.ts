import { position, type SceneView } from '../../protocol/scene.ts';
import type { Creature, StageScreen, StageView } from '../../protocol/views/stage.ts';
import { type Company, company } from './acting.ts';
import { beatStarts, tableau, withPhone } from './tableau.ts';

/** What the stage does because something changed. Players with or without sound, motion or colour play the same cues. */
export type Cue =
  | { cue: 'enter'; screen: StageScreen['kind']; animate: boolean }
  /** The scene went back to the beginning of a line. */
  | { cue: 'again' }
  | { cue: 'join'; index: number }
  | { cue: 'hop'; index: number }
  /** Another envelope in the box. */
  | { cue: 'ballot'; count: number }
  /** Who comes and who goes between two scenes. */
  | ({ cue: 'company' } & Company)
  | { cue: 'sound'; sound: SoundName; caption: string | null };

export type SoundName =
  | 'join-1'
  | 'join-2'
  | 'join-3'
  | 'join-4'
  | 'join-5'
  | 'message-in'
  | 'message-out'
  | 'typing'
  | 'seen-tick'
  | 'forwarded'
  | 'screen-on'
  | 'removed-from-group'
  | 'question-open'
  | 'last-seconds'
  | 'time-up'
  | 'vote-in-box'
  | 'shuffle'
  | 'pile-lands'
  | 'outcome-light'
  | 'outcome-heavy'
  | 'breath'
  | 'music-calm';

type SceneScreen = Extract<StageScreen, { kind: 'scene' }>;

// ---------- from one view to the next ----------

/** Two views with the same stay draw on the same screen; a vote stays one screen from its question to its talk. */
export function stay(screen: StageScreen): string {
  switch (screen.kind) {
    case 'scene':
      return `scene ${screen.scene.node}`;
    case 'question':
    case 'vote':
    case 'together':
    case 'recount':
    case 'too-few':
    case 'talk':
      return `ballot ${screen.vote.node}`;
    case 'hands':
    case 'teacherDecides':
      return `${screen.kind} ${screen.vote.round}`;
    case 'reveal':
      return `reveal ${screen.vote.round} ${screen.path.id}`;
    case 'reflect':
    case 'results':
    case 'foreseen':
    case 'tell':
    case 'live':
    case 'end':
      return `${screen.kind} ${screen.node}`;
    default:
      return screen.kind;
  }
}

/** `previous` null: the page has just loaded, so nothing is news. */
export function cues(previous: StageView | null, next: StageView): Cue[] {
  const before = previous?.screen ?? null;
  const after = next.screen;
  const found: Cue[] = [];
  if (before === null || before.kind !== after.kind || stay(before) !== stay(after))
    found.push({ cue: 'enter', screen: after.kind, animate: before !== null && !returnsToOwnPath(previous, next) });
  if (before === null) return found;
  if (before.kind === 'scene' && after.kind === 'scene' && stay(before) === stay(after) && wentBack(before, after, next.now))
    found.push({ cue: 'again' });
  if (after.kind === 'scene' && stay(before) !== stay(after)) found.push(...companyCues(before, after.scene));
  if (before.kind === 'lobby' && after.kind === 'lobby') found.push(...crowdCues(before.creatures, after.creatures));
  if (before.kind === 'vote' && after.kind === 'vote' && before.vote.round === after.vote.round && after.answered > before.answered) {
    found.push({ cue: 'ballot', count: after.answered - before.answered }, { cue: 'sound', sound: 'vote-in-box', caption: null });
  }
  // A vote that ends with the lesson is not closed but removed.
  if (before.kind === 'vote' && after.kind !== 'vote' && after.kind !== 'over')
    found.push({ cue: 'sound', sound: 'time-up', caption: 'sound.closed' });
  return found;
}

/** Back from a look at another path the class knows its decision already, so the board only shows it. A vote that is asked again is new. */
export const returnsToOwnPath = (previous: StageView | null, { detour, screen }: StageView): boolean =>
  previous?.detour === true && !detour && !(screen.kind === 'question' && screen.vote.before !== null);

/** Further than a rest, which the board has seen begin a moment later than the server. */
const BACK_AT_LEAST_MS = 400;
const wentBack = (before: SceneScreen, after: SceneScreen, now: number) =>
  position(after.playhead, now) < position(before.playhead, now) - BACK_AT_LEAST_MS;

/** At the start of a story people walk in; after a vote they are there already. */
function companyCues(before: StageScreen, { place, light, standing }: SceneView): Cue[] {
  if (before.kind === 'lobby') return [{ cue: 'company', ...company([], standing, false, false) }];
  if (before.kind !== 'scene') return [];
  const { scene } = before;
  const same = scene.place === place && scene.light === light;
  return [{ cue: 'company', ...company(tableau(scene, scene.length).standing, standing, same, withPhone(scene)) }];
}

function crowdCues(before: Creature[], after: Creature[]): Cue[] {
  const found: Cue[] = [];
  after.forEach((creature, index) => {
    const was = before[index];
    if (!was) found.push({ cue: 'join', index });
    else if (creature.hops > was.hops) found.push({ cue: 'hop', index });
  });
  if (found.length > 0) found.push({ cue: 'sound', sound: `join-${(after.length % 5) + 1}` as SoundName, caption: null });
  return found;
}

// ---------- inside a vote ----------

/** What time alone changes between two instants of an open vote. */
export function clockCues(screen: Extract<StageScreen, { kind: 'vote' }>, from: number, to: number): Cue[] {
  const found: Cue[] = [];
  const passes = (instant: number) => from < instant && instant <= to;
  if (passes(screen.opensAt)) found.push({ cue: 'sound', sound: 'question-open', caption: 'sound.open' });
  if (screen.deadline === null) return found;
  for (let second = 1; second <= 5; second += 1) {
    if (passes(screen.deadline - second * 1000)) found.push({ cue: 'sound', sound: 'last-seconds', caption: null });
  }
  return found;
}

// ---------- inside a scene ----------

/** The sounds of the beats that begin after `from` and up to `to` ms into the scene. */
export function beatCues(scene: SceneView, from: number, to: number): Cue[] {
  const starts = beatStarts(scene.beats);
  return scene.beats.flatMap((beat, index): Cue[] => {
    const start = starts[index] ?? 0;
    if (start <= from || start > to) return [];
    switch (beat.kind) {
      case 'message':
      case 'voice':
      case 'tile':
        return [{ cue: 'sound', sound: beat.mine ? 'message-out' : 'message-in', caption: null }];
      case 'behind':
        return [{ cue: 'sound', sound: 'message-in', caption: null }];
      case 'member':
        return beat.how === 'added' ? [] : [{ cue: 'sound', sound: 'removed-from-group', caption: null }];
      case 'copies':
        return [{ cue: 'sound', sound: 'forwarded', caption: null }];
      case 'typing':
        return [{ cue: 'sound', sound: 'typing', caption: null }];
      case 'seen':
        return [{ cue: 'sound', sound: 'seen-tick', caption: null }];
      case 'sound':
        return [{ cue: 'sound', sound: beat.sound as SoundName, caption: beat.text }];
      default:
        return [];
    }
  });
}

export type Music = 'off' | 'under' | 'full';

/** Music belongs to waiting, goes under what people say, and is in the story only where the story asks for it: never in a silence. */
export function music(view: StageView, now: number): Music {
  if (view.paused) return 'off';
  const { screen } = view;
  switch (screen.kind) {
    case 'lobby':
      return 'full';
    case 'reflect':
    case 'results':
    case 'foreseen':
    case 'end':
      return 'under';
    case 'scene':
      return screen.scene.music && !hushed(view, now) ? 'under' : 'off';
    default:
      return 'off';
  }
}

/** In a silence of the story nothing sounds at all. */
export function hushed({ screen }: StageView, now: number): boolean {
  return screen.kind === 'scene' && tableau(screen.scene, position(screen.playhead, now)).silence !== null;
}
