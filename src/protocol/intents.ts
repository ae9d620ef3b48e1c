import type { ChoiceId, Lang, NodeId, RoundId } from './identity.ts';
import type { NewNames, SchoolContact } from './preparing.ts';
import type { Answer } from './refusals.ts';
import type { Mode, Pace } from './settings.ts';
import type { Sign } from './views/pairing.ts';

/** What a phone may ask. The seat is known from the connection and never travels. */
export type PhoneIntent =
  /** The creature on the stage jumps: "this is my phone, and it works". */
  | { type: 'seat.hop' }
  /** `choice` null is "Ik kijk mee". `counter` grows on this phone with every tap, so a late repeat never undoes a newer vote. */
  | { type: 'vote.cast'; round: RoundId; choice: ChoiceId | null; counter: number }
  /** "Lees verder": nothing comes of it, so that a tap on it passes like one that does something. */
  | { type: 'live.read'; round: RoundId }
  /** The message that a live chat is about has been on this phone's screen. */
  | { type: 'live.seen'; round: RoundId }
  /** The first one counts; later ones are refused, so nothing has to be weighed twice. */
  | { type: 'live.act'; round: RoundId; act: string }
  /** Whether this phone's part in a live chat is counted; the newest (by `counter`) holds. */
  | { type: 'live.count'; round: RoundId; on: boolean; counter: number };

/**
 * What the teacher may ask, on the desk or with the stage's keys.
 * `moment` is the one that the sender was looking at: a second press of a clicker is refused instead of skipping a scene.
 */
export type TeacherIntent =
  /** Hurries a scene to its next beat; at the end of it, or on any other screen, goes on. */
  | { type: 'lesson.next'; screenRevision: number }
  /** Holds or resumes a scene that plays by itself. */
  | { type: 'scene.hold'; on: boolean }
  | { type: 'vote.close'; round: RoundId }
  | { type: 'vote.extend'; round: RoundId; seconds: number }
  /** Takes the timer off; the teacher closes. */
  | { type: 'vote.untimed'; round: RoundId }
  /** Hands at each choice, all at once. Turned into what may be kept before anything is written. */
  | { type: 'hands.counted'; round: RoundId; hands: Record<ChoiceId, number> }
  /** To the end of a scene; past a question or an open vote without a result: the class chooses together. */
  | { type: 'story.skip'; screenRevision: number }
  /** The path, where the rule leaves it to the teacher or the group agreed on it aloud. */
  | { type: 'vote.pick'; round: RoundId; choice: ChoiceId }
  /** Back to a decision: with a choice to look at that path, without one to vote again. */
  | { type: 'story.back'; node: NodeId; choice: ChoiceId | null }
  | { type: 'headcount.confirm'; count: number }
  /** Removes the seats whose phone is not connected now. */
  | { type: 'seats.remove-silent' }
  | { type: 'door.lock'; locked: boolean }
  | { type: 'lesson.pause'; on: boolean }
  | { type: 'lang.set'; lang: Lang }
  | { type: 'pace.set'; pace: Pace }
  | { type: 'mode.set'; mode: Mode }
  /** Which questions the class gets before and after; before the story only. */
  | { type: 'items.set'; items: string[] }
  /** The same questions again, at the end. */
  | { type: 'items.ask' }
  /** Two to four agreements for the class to choose from. `text` null: as in the bank. */
  | { type: 'agreements.ask'; candidates: { id: string; text: string | null }[] }
  /** What the class agreed on: edited, added, removed, in this order. */
  | { type: 'agreements.set'; agreements: { id: string; text: string | null }[] }
  /** Which way a `room` node of the story goes in this class; null: by its size. */
  | { type: 'way.set'; node: NodeId; way: string | null }
  /** Another address for the QR; `origin` is one that the view offered. */
  | { type: 'address.choose'; origin: string }
  /** A single-use code for a desk on another device; it appears in the desk's and the stage's view for 60 seconds. */
  | { type: 'desk.offer' }
  | { type: 'desk.answer'; accept: boolean }
  /** From now on only this desk runs the lesson; the board goes on. */
  | { type: 'desk.takeover' }
  | { type: 'lesson.end' }
  | { type: 'lesson.delete' };

export type Intent = PhoneIntent | TeacherIntent;

export function isPhoneIntent(intent: Intent): intent is PhoneIntent {
  return intent.type === 'seat.hop' || intent.type === 'vote.cast' || intent.type.startsWith('live.');
}

/** The first message on every connection. Tokens are made by the client: at least 128 random bits, base64url. */
export type Hello = { v: number; lang: Lang } & (
  | { role: 'phone'; code: string; token: string }
  | { role: 'stage' | 'desk' | 'debrief'; lesson: string; token: string }
  /** A new device that shows the code it was given; it waits until the stage says yes. */
  | { role: 'pairing'; pairing: string; token: string }
);
/** To a hello; `waiting`: what the new device shows until the teacher has answered. */
export type HelloAnswer = Answer<{ waiting?: Sign }>;
export type Role = 'phone' | 'stage' | 'desk' | 'debrief';

/** `POST /api/lessons` */
export interface NewLesson {
  scenario: string;
  lang: Lang;
  /** One of the story's versions; its first where absent. */
  version?: string;
  /** Characters that get another name in this lesson. */
  names?: NewNames;
  /** Whom pupils may go to at this school, for every help screen. */
  contact?: SchoolContact[];
  /** Only where the server asks for one (TEACHER_CODE). */
  teacherCode?: string;
}
/** Its answer: secrets that this browser keeps and shows to nobody. */
export interface LessonKeys {
  lesson: string;
  desk: string;
  stage: string;
  debrief: string;
}

/** `POST /api/story`: one story as such a lesson would tell it, to read and print before. Answered with its card and help lines. */
export type StoryWish = Omit<NewLesson, 'teacherCode'>;
