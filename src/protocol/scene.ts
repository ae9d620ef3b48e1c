import type { Instant, NodeId } from './identity.ts';

export type Emotion =
  | 'neutral'
  | 'happy'
  | 'laughing'
  | 'worried'
  | 'ashamed'
  | 'angry'
  | 'thinking'
  | 'relieved'
  | 'sad'
  | 'startled'
  | 'smirking'
  | 'determined';
export type Pose = 'plain' | 'phone' | 'think' | 'cover' | 'hide' | 'away';
export type Place = 'bedroom' | 'classroom' | 'schoolyard' | 'kitchen' | 'canteen' | 'bikeshed' | 'hallway';
export type Tile = 'sticker' | 'photo' | 'voice';
/** An abstract drawing that a vote may be about. */
export type DrawingName = 'abstract-sticker';
export type Light = 'day' | 'dusk' | 'night';
export type Weather = 'rain';

/** Somebody who can be seen. `look` names a drawing of the cast; `name` is what the story calls them. */
export interface Person {
  id: string;
  name: string;
  look: string;
}
export interface Standing {
  person: Person;
  emotion: Emotion;
  pose: Pose;
  at: 'left' | 'centre' | 'right';
}
/** The phone that the class looks at. `owner` null: the class's own view on the group. */
export interface Chat {
  id: string;
  title: string;
  badge: string;
  members: string;
  owner: Person | null;
}

/** One step of a scene. `ms`: how long it stays the newest, at reading pace. */
export type Beat = { id: string; ms: number } & (
  | { kind: 'typing'; person: Person }
  /** The narrator, on the caption card. */
  | { kind: 'say'; text: string }
  /** Somebody says this aloud, on the caption card with the name. */
  | { kind: 'speak'; person: Person; text: string }
  /** `mine`: written by the owner of the phone. */
  | { kind: 'message'; person: Person; text: string; mine: boolean; only?: string }
  /** A line of the app itself: somebody was added or removed. */
  | { kind: 'system'; text: string; only?: string }
  | { kind: 'seen'; count: number; text: string }
  /** A reaction under the message of the beat `to`. */
  | { kind: 'react'; to: string; emoji: string; count: number; text: string }
  | { kind: 'act'; person: Person; emotion: Emotion; pose: Pose; text: string }
  /** Somebody enters the scene, or leaves it. */
  | { kind: 'enter'; person: Person; emotion: Emotion; pose: Pose; at: Standing['at']; text: string }
  | { kind: 'leave'; person: Person; text: string }
  | { kind: 'sound'; sound: string; text: string }
  /** A silence. `mirror`: every phone becomes the owner's. */
  | { kind: 'silence'; mirror: boolean; text: string }
  /** Something in the chat that is never shown: a closed tile with its caption. `copies` null: no counter. */
  | { kind: 'tile'; tile: Tile; person: Person; text: string; copies: number | null; mine: boolean; only?: string }
  /** A voice message; `text` is what it says. */
  | { kind: 'voice'; person: Person; text: string; seconds: number; mine: boolean; only?: string }
  /** The line of the beat `to` is taken away; its place stays, with this text. */
  | { kind: 'delete'; to: string; text: string }
  /** Who is in the group changes. `own`: what it says on the phone of that person or of who did it, by person. */
  | { kind: 'member'; how: 'left' | 'removed' | 'added'; person: Person; text: string; own: Record<string, string> }
  /** Another chat waits behind this one. */
  | { kind: 'behind'; chat: Chat; unread: number; text: string }
  /** The chat goes back to the line of the beat `to`. */
  | { kind: 'scroll'; to: string; text: string }
  /** The same chat on a second phone. A line with `only` is seen on the phone of that chat alone. */
  | { kind: 'split'; chat: Chat }
  /** The counter of the tile of the beat `to` climbs. */
  | { kind: 'copies'; to: string; count: number; text: string }
  /** Two amounts beside each other. */
  | { kind: 'bars'; bars: { text: string; value: number; of: number }[] }
  /** Another phone or group slides in. */
  | { kind: 'chat'; chat: Chat }
);

/** Where a scene that plays by itself is: `offset` ms at `since`, standing still where `since` is null. */
export interface Playhead {
  offset: number;
  since: Instant | null;
}

/** Ms into the scene at the instant `now` of the server's clock. */
export function position(playhead: Playhead, now: Instant): number {
  return playhead.offset + (playhead.since === null ? 0 : Math.max(0, now - playhead.since));
}

export interface SceneView {
  node: NodeId;
  place: Place;
  light: Light;
  weather: Weather | null;
  /** Music may go on under it. */
  music: boolean;
  time: string | null;
  standing: Standing[];
  chat: Chat | null;
  beats: Beat[];
  /** The sum of the beats' ms: from there on the scene waits for "next". */
  length: number;
}
