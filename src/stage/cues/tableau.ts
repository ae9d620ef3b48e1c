import type { Beat, Chat, Person, SceneView, Standing } from '../../protocol/scene.ts';
import { speechLength } from '../figures/liveliness.ts';
import { CALM, type Focus } from './acting.ts';
import { type ChatLine, Conversation, type PhoneFace } from './chat.ts';

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
/** The beats among them that do not end a silence. */
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
    apply(beat, now, talk, ms - start);
  });
  const { front, second, behind, scrolled, playing } = talk;
  Object.assign(now, { ...front, second, behind, scrolled, playing });
  if (now.done) now.silence = null;
  return now;
}

/** A new kind of beat is shown here, in the chat, or names itself as unseen: otherwise it does not compile. */
function apply(beat: Beat, now: Tableau, talk: Conversation, elapsed: number): void {
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
    case 'sound':
      break;
    case 'typing':
    case 'message':
    case 'system':
    case 'seen':
    case 'react':
    case 'tile':
    case 'voice':
    case 'delete':
    case 'member':
    case 'behind':
    case 'scroll':
    case 'split':
    case 'copies':
    case 'chat':
      talk.take(beat, elapsed);
      break;
    default:
      beat satisfies never;
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
