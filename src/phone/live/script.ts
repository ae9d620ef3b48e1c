import type { Instant } from '../../protocol/identity.ts';
import type { LiveBeat, LiveChat } from '../../protocol/live-chat.ts';

/** `after`: the chat has ended, and a pupil may still say that it should not count. */
export type Phase = 'before' | 'running' | 'after' | 'closed';

export function phaseAt(chat: LiveChat, now: Instant): Phase {
  if (now < chat.startsAt) return 'before';
  if (now < chat.endsAt) return 'running';
  return now < chat.closesAt ? 'after' : 'closed';
}

export type LineBeat = Extract<LiveBeat, { kind: 'say' | 'message' | 'tile' }>;
type Reaction = Extract<LiveBeat, { kind: 'react' }>;
/** A line of the chat, with the reactions to it. */
export interface Line {
  beat: LineBeat;
  reactions: Reaction[];
}
export interface Moment {
  lines: Line[];
  /** Who is typing and has not sent the message yet. */
  typing: string | null;
  readers: Extract<LiveBeat, { kind: 'readers' }> | null;
  /** True from the message on that the chat is about: then the pupil can act. */
  mayAct: boolean;
  /** The beats so far. */
  shown: LiveBeat[];
}

/** The chat as it stands at an instant: the same for a phone that was there all along and for one that comes back. */
export function momentAt(chat: LiveChat, now: Instant): Moment {
  const time = now - chat.startsAt;
  const shown = chat.beats.filter((beat) => beat.at <= time);
  const moment: Moment = { lines: [], typing: null, readers: null, mayAct: time >= 0 && chat.incident === null, shown };
  for (const beat of shown) {
    if (beat.id === chat.incident) moment.mayAct = true;
    if (beat.kind === 'typing') moment.typing = time < beat.at + beat.ms ? beat.name : null;
    else if (beat.kind === 'readers') moment.readers = beat;
    else if (beat.kind === 'react') react(moment.lines, beat);
    else {
      moment.lines.push({ beat, reactions: [] });
      if (beat.kind !== 'say' && beat.name === moment.typing) moment.typing = null;
    }
  }
  return moment;
}

/** A second reaction with the same face is a higher count of the first. */
function react(lines: Line[], reaction: Reaction): void {
  const line = lines.find(({ beat }) => beat.id === reaction.to);
  if (line) line.reactions = [...line.reactions.filter(({ emoji }) => emoji !== reaction.emoji), reaction];
}

/** When the chat next looks different; infinite once it is over. */
export function nextChange(chat: LiveChat, now: Instant): Instant {
  const times = chat.beats.flatMap((beat) => (beat.kind === 'typing' ? [beat.at, beat.at + beat.ms] : [beat.at]));
  const instants = [chat.startsAt, chat.endsAt, chat.closesAt, ...times.map((time) => chat.startsAt + time)];
  return Math.min(...instants.filter((instant) => instant > now));
}
