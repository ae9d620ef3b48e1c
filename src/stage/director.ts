import {
  type Beat,
  type Chat,
  type Creature,
  type Person,
  position,
  type SceneView,
  type StageScreen,
  type StageView,
  type Standing,
} from '../protocol/views.ts';
import { CALM, type Company, company, type Focus } from './acting.ts';
import { type ChatLine, Conversation, type PhoneFace } from './chat.ts';
import { speechLength } from './liveliness.ts';

/** What the stage does because something changed. Players with or without sound, motion or colour play the same cues. */
export type Cue =
  | { cue: 'enter'; screen: StageScreen['kind']; live: boolean }
  | { cue: 'join'; index: number }
  | { cue: 'hop'; index: number }
  /** Another envelope in the box. */
  | { cue: 'ballot'; count: number }
  /** Who comes and who goes between two scenes. */
  | ({ cue: 'company' } & Company)
  | { cue: 'sound'; sound: SoundName; caption: string | null };

export type SoundName =
  | 'meedoen-1'
  | 'meedoen-2'
  | 'meedoen-3'
  | 'meedoen-4'
  | 'meedoen-5'
  | 'bericht-in'
  | 'bericht-uit'
  | 'typen'
  | 'gezien-tik'
  | 'doorgestuurd'
  | 'scherm-aan'
  | 'uit-de-groep'
  | 'vraag-open'
  | 'laatste-tellen'
  | 'tijd-om'
  | 'stem-in-bus'
  | 'husselen'
  | 'stapel-landt'
  | 'uitkomst-licht'
  | 'uitkomst-zwaar'
  | 'adem'
  | 'muziek-rustig';

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
    case 'weigh':
      return `${screen.kind} ${screen.vote.round}`;
    case 'reveal':
      return `reveal ${screen.vote.round} ${screen.path.id}`;
    case 'reflect':
    case 'results':
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
    found.push({ cue: 'enter', screen: after.kind, live: before !== null });
  if (before === null) return found;
  if (after.kind === 'scene' && stay(before) !== stay(after)) found.push(...companyCues(before, after.scene));
  if (before.kind === 'lobby' && after.kind === 'lobby') found.push(...crowdCues(before.creatures, after.creatures));
  if (before.kind === 'vote' && after.kind === 'vote' && before.vote.round === after.vote.round && after.answered > before.answered) {
    found.push({ cue: 'ballot', count: after.answered - before.answered }, { cue: 'sound', sound: 'stem-in-bus', caption: null });
  }
  // A vote that the end of the lesson takes away does not close: it is gone.
  if (before.kind === 'vote' && after.kind !== 'vote' && after.kind !== 'over')
    found.push({ cue: 'sound', sound: 'tijd-om', caption: 'sound.closed' });
  return found;
}

/** A story begins with its people coming in; after a vote they are simply there. */
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
  if (found.length > 0) found.push({ cue: 'sound', sound: `meedoen-${(after.length % 5) + 1}` as SoundName, caption: null });
  return found;
}

// ---------- inside a vote ----------

/** What happens by the clock alone between two instants of an open vote. */
export function clockCues(screen: Extract<StageScreen, { kind: 'vote' }>, from: number, to: number): Cue[] {
  const found: Cue[] = [];
  const passes = (instant: number) => from < instant && instant <= to;
  if (passes(screen.opensAt)) found.push({ cue: 'sound', sound: 'vraag-open', caption: 'sound.open' });
  if (screen.deadline === null) return found;
  for (let second = 1; second <= 5; second += 1) {
    if (passes(screen.deadline - second * 1000)) found.push({ cue: 'sound', sound: 'laatste-tellen', caption: null });
  }
  return found;
}

// ---------- inside a scene ----------

/** All that can be seen at one position of a scene. */
export interface Tableau {
  /** Index of the newest beat. */
  newest: number;
  caption: { id: string; name: string | null; text: string } | null;
  chat: Chat | null;
  lines: ChatLine[];
  typing: Person | null;
  seen: PhoneFace['seen'];
  /** The owner of the phone is out of the group. */
  closed: boolean;
  /** The same chat on another phone. */
  second: PhoneFace | null;
  behind: Conversation['behind'];
  /** The line that the chat went back to. */
  scrolled: string | null;
  /** The voice message that sounds now, and how far. */
  playing: Conversation['playing'];
  standing: Standing[];
  /** What the eyes of everybody are drawn to. */
  focus: Focus;
  /** Two amounts, until the story goes on in words or messages. */
  bars: Extract<Beat, { kind: 'bars' }>['bars'] | null;
  silence: { mirror: boolean; text: string; ms: number; elapsed: number } | null;
  /** The scene waits for "next". */
  done: boolean;
}

/** Whether a phone stands on the board at some point of the scene: its place is kept free from the start. */
export const withPhone = (scene: SceneView) => scene.chat !== null || scene.beats.some((beat) => beat.kind === 'chat');

export function beatStarts(beats: Beat[]): number[] {
  let at = 0;
  return beats.map((beat) => {
    const start = at;
    at += beat.ms;
    return start;
  });
}

/** Beats that happen beside what is going on in the chat. */
const BESIDE: readonly Beat['kind'][] = ['sound', 'act', 'enter', 'leave', 'seen', 'react', 'copies', 'delete', 'behind'];
/** Those of them that do not end a silence. */
const SILENT: readonly Beat['kind'][] = ['sound', 'act', 'enter', 'leave'];

export function tableau(scene: SceneView, ms: number): Tableau {
  const starts = beatStarts(scene.beats);
  const talk = new Conversation(scene.chat);
  const now: Tableau = {
    newest: -1,
    caption: null,
    chat: scene.chat,
    lines: [],
    typing: null,
    seen: null,
    closed: false,
    second: null,
    behind: null,
    scrolled: null,
    playing: null,
    standing: scene.standing,
    focus: CALM,
    bars: null,
    silence: null,
    done: ms >= scene.length,
  };
  scene.beats.forEach((beat, index) => {
    const start = starts[index] ?? 0;
    if (start > ms) return;
    now.newest = index;
    // Reaching the end of the scene leaves the silence behind as well.
    if (!SILENT.includes(beat.kind)) now.silence = null;
    if (!BESIDE.includes(beat.kind)) {
      talk.hush();
      now.focus = CALM;
    }
    now.focus = drawnTo(beat, now.focus, start);
    if (!BESIDE.includes(beat.kind) && beat.kind !== 'say') now.bars = null;
    apply(beat, now, ms - start);
    talk.take(beat, ms - start);
  });
  const { front, second, behind, scrolled, playing } = talk;
  Object.assign(now, { ...front, second, behind, scrolled, playing });
  if (now.done) now.silence = null;
  return now;
}

function apply(beat: Beat, now: Tableau, elapsed: number): void {
  switch (beat.kind) {
    case 'say':
      now.caption = { id: beat.id, name: null, text: beat.text };
      break;
    case 'speak':
      now.caption = { id: beat.id, name: beat.person.name, text: beat.text };
      break;
    case 'act':
      now.standing = now.standing.map((standing) =>
        standing.person.id === beat.person.id ? { ...standing, emotion: beat.emotion, pose: beat.pose } : standing,
      );
      break;
    case 'enter': {
      const { person, emotion, pose, at } = beat;
      now.standing = [...now.standing.filter((standing) => standing.person.id !== person.id), { person, emotion, pose, at }];
      break;
    }
    case 'leave':
      now.standing = now.standing.filter((standing) => standing.person.id !== beat.person.id);
      break;
    case 'bars':
      now.bars = beat.bars;
      break;
    case 'silence':
      now.silence = { mirror: beat.mirror, text: beat.text, ms: beat.ms, elapsed };
      break;
  }
}

function drawnTo(beat: Beat, focus: Focus, at: number): Focus {
  switch (beat.kind) {
    case 'speak':
      return { ...CALM, speech: { by: beat.person.id, at, ms: speechLength(beat.text, beat.ms) } };
    case 'message':
    case 'typing':
    case 'tile':
    case 'voice':
    case 'system':
    case 'member':
    case 'chat':
      return { ...CALM, reading: true };
    case 'act':
    case 'enter':
      return { ...focus, moved: beat.person.id };
    case 'silence':
      return { ...CALM, hush: true };
    default:
      return focus;
  }
}

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
        return [{ cue: 'sound', sound: beat.mine ? 'bericht-uit' : 'bericht-in', caption: null }];
      case 'behind':
        return [{ cue: 'sound', sound: 'bericht-in', caption: null }];
      case 'member':
        return beat.how === 'added' ? [] : [{ cue: 'sound', sound: 'uit-de-groep', caption: null }];
      case 'copies':
        return [{ cue: 'sound', sound: 'doorgestuurd', caption: null }];
      case 'typing':
        return [{ cue: 'sound', sound: 'typen', caption: null }];
      case 'seen':
        return [{ cue: 'sound', sound: 'gezien-tik', caption: null }];
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
  if (view.calm) return 'off';
  const { screen } = view;
  switch (screen.kind) {
    case 'lobby':
      return 'full';
    case 'reflect':
    case 'results':
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
