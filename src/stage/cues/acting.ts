import { lookOf, stature } from '../../art/people/cast.ts';
import type { Emotion, Standing } from '../../protocol/scene.ts';

/** What the eyes of everybody in a scene are drawn to. */
export interface Focus {
  /** Somebody says the newest line. `at`: ms into the scene; `ms`: how long the mouth moves. */
  speech: { by: string; at: number; ms: number } | null;
  /** Something new stands in the chat. */
  reading: boolean;
  /** Somebody's mood changed just now. */
  moved: string | null;
  /** Nobody says or writes anything. */
  hush: boolean;
}
export const CALM: Focus = { speech: null, reading: false, moved: null, hush: false };

type Gaze = 'rest' | 'left' | 'right' | 'down' | 'shut';
export interface Placed extends Standing {
  x: number;
  y: number;
  scale: number;
  gaze: Gaze;
  /** How far the head turns, from -1 (left) to 1 (right). */
  turn: number;
}
/** How the picture is taken: who it is about, how close, around which point, and in how many ms it gets there. */
export interface Shot {
  kind: 'empty' | 'one' | 'two' | 'group';
  zoom: number;
  x: number;
  y: number;
  ms: number;
}
export interface Blocking {
  figures: Placed[];
  shot: Shot;
}

const WIDTH = 1920;
const FLOOR = 1086;
/** From the floor up to the eyes of a figure of full size. */
const EYES = 600;
/** From the floor up to the chin and to the top of the highest hair. */
export const HEAD = { chin: 412, top: 957 };
/** How far a hanging head lowers the chin, in a closer shot. */
const NOD = 46;
/** How much lower somebody sits than stands. */
const SEAT = 44;
/** Hair stays below this line. */
const CEILING = 20;

/** The part of the board for people: its width, up to the phone if there is one, and its height above the caption. */
export interface Frame {
  width: number;
  clear: number;
}

/** Where everybody stands, where they look, and how it is framed. */
export function blocking(standing: readonly Standing[], { width, clear }: Frame, focus: Focus): Blocking {
  const spots = lifted(
    standing.map((one) => ({ ...one, ...spot(one, standing.length, width) })),
    clear,
  );
  const figures = spots.map((one): Placed => ({ ...one, ...regard(one, spots, width, focus) }));
  return { figures, shot: framing(figures, width, focus) };
}

interface Spot {
  x: number;
  y: number;
  scale: number;
}
function spot(standing: Standing, count: number, width: number): Spot {
  const narrow = width < WIDTH;
  const share = count === 1 ? 0.54 : { left: narrow ? 0.24 : 0.27, centre: narrow ? 0.5 : 0.52, right: narrow ? 0.76 : 0.77 }[standing.at];
  const scale = count === 1 ? 1 : count === 2 ? (narrow ? 0.86 : 0.96) : narrow ? 0.7 : 0.88;
  // In a group the middle stands a little behind, and small figures further back, so that the caption leaves their faces free.
  const back = count > 2 && standing.at === 'centre' ? 0.94 : 1;
  // Height is relative to others, so somebody alone has the usual height.
  const look = lookOf(standing.person.look);
  const size = scale * back * (count === 1 ? 1 : stature(look));
  const floor = narrow && count > 2 ? FLOOR - 58 : FLOOR;
  return { x: Math.round(width * share), y: floor + (look.chair ? Math.round(SEAT * size) : 0), scale: size };
}

type Stood = Standing & Spot;

/** Raises everybody by as much as the lowest chin needs to stay above the caption, and makes them smaller if their hair would leave the board. */
function lifted(all: readonly Stood[], clear: number): Stood[] {
  const covered = Math.max(0, ...all.map(({ y, scale }) => y - (HEAD.chin - NOD) * scale - clear));
  const shrink = Math.min(1, ...all.map(({ y, scale }) => (y - covered - HEAD.chin * scale - CEILING) / ((HEAD.top - HEAD.chin) * scale)));
  return all.map((one) => ({ ...one, y: Math.round(one.y - covered - HEAD.chin * one.scale * (1 - shrink)), scale: one.scale * shrink }));
}
/** Moods in which people look nobody in the eye. */
const AVERTED: readonly Emotion[] = ['ashamed', 'sad'];
const towards = (from: Stood, x: number): -1 | 0 | 1 => (Math.abs(x - from.x) < 1 ? 0 : x < from.x ? -1 : 1);
const glance = (side: -1 | 0 | 1, turn: number): Pick<Placed, 'gaze' | 'turn'> => ({
  gaze: side === 0 ? 'rest' : side < 0 ? 'left' : 'right',
  turn: side * turn,
});

function regard(one: Stood, all: readonly Stood[], width: number, { speech, reading, moved }: Focus): Pick<Placed, 'gaze' | 'turn'> {
  const others = all.filter(({ person }) => person.id !== one.person.id);
  const middle = others.length === 0 ? one.x : others.reduce((sum, { x }) => sum + x, 0) / others.length;
  const side = towards(one, middle);
  if (one.pose === 'hide') return { gaze: 'shut', turn: 0 };
  if (one.pose === 'away') return glance(side === 0 ? -1 : side > 0 ? -1 : 1, 1);
  if (speech?.by === one.person.id) {
    const between = others.some(({ x }) => x < one.x) && others.some(({ x }) => x > one.x);
    return between || side === 0 ? { gaze: 'rest', turn: 0 } : glance(side, 0.45);
  }
  const averted = AVERTED.includes(one.emotion);
  const speaker = others.find(({ person }) => person.id === speech?.by);
  if (speaker && !averted) return glance(towards(one, speaker.x), 0.75);
  if (one.pose === 'phone') return { gaze: averted ? 'rest' : 'down', turn: 0.3 };
  if (averted) return { gaze: 'rest', turn: side * -0.2 };
  const seen = others.find(({ person, emotion }) => person.id === moved && STRONG.includes(emotion));
  if (seen) return glance(towards(one, seen.x), 0.6);
  if (reading && width < WIDTH) return glance(1, 0.35);
  return { gaze: 'rest', turn: side * 0.15 };
}

/** Moods for which the shot moves closer. */
const STRONG: readonly Emotion[] = ['startled', 'sad', 'ashamed', 'angry'];

function framing(figures: readonly Placed[], width: number, { speech, moved, hush }: Focus): Shot {
  const kind = (['empty', 'one', 'two', 'group'] as const)[Math.min(figures.length, 3)] ?? 'group';
  const at = (one: Placed, zoom: number, ms: number): Shot => ({ kind, zoom, x: one.x, y: Math.round(one.y - EYES * one.scale), ms });
  const struck = figures.find(({ person, emotion }) => person.id === moved && STRONG.includes(emotion));
  if (struck) return at(struck, kind === 'group' ? 1.05 : 1.09, 2600);
  const [first] = figures;
  if (kind === 'one' && first) return at(first, hush ? 1.1 : 1.06, hush ? 9000 : 14_000);
  const speaker = figures.find(({ person }) => person.id === speech?.by);
  if (speaker) return at(speaker, kind === 'two' ? 1.045 : 1.03, 1600);
  const rest = { kind, x: width / 2, y: 480 };
  return kind === 'empty' ? { ...rest, zoom: 1.05, ms: 16_000 } : { ...rest, zoom: 1.01, ms: 2600 };
}

// ---------- coming and going ----------

/** From one scene to the next, new people walk in. If the place stays the same, people who are gone walk out. */
export interface Company {
  same: boolean;
  before: Standing[];
  /** Whether a phone had the right side. */
  narrow: boolean;
  arrives: string[];
  departs: string[];
}

export function company(before: Company['before'], after: readonly Standing[], same: boolean, narrow: boolean): Company {
  const missing = (from: readonly Standing[], among: readonly Standing[]) =>
    from.map(({ person }) => person.id).filter((id) => !among.some(({ person }) => person.id === id));
  return { same, before, narrow, arrives: missing(after, before), departs: same ? missing(before, after) : [] };
}

/** The side by which somebody enters and leaves: their own, or the nearest. */
export function wing({ at }: Pick<Standing, 'at'>, narrow: boolean): 'left' | 'right' {
  return at === 'centre' ? (narrow ? 'left' : 'right') : at;
}
