import type { Beat, Chat, Person, Tile } from '../../protocol/scene.ts';

interface Reaction {
  emoji: string;
  count: number;
  text: string;
}
interface Said {
  id: string;
  person: Person;
  text: string;
  mine: boolean;
  reactions: Reaction[];
  /** What stands in its place once it was deleted. */
  deleted: string | null;
}
export type MessageLine = Said & { kind: 'message' };
/** `copies`: the counter in words. */
export type TileLine = Said & { kind: 'tile'; tile: Tile; copies: string | null };
export type VoiceLine = Said & { kind: 'voice'; seconds: number };
export type SaidLine = MessageLine | TileLine | VoiceLine;
export type ChatLine = SaidLine | { kind: 'system'; id: string; text: string };

/** One phone as it stands. */
export interface PhoneFace {
  chat: Chat | null;
  lines: ChatLine[];
  typing: Person | null;
  seen: { count: number; text: string } | null;
  /** Its owner is out of the group: nothing can be sent any more. */
  closed: boolean;
}

const nothing = (chat: Chat | null): PhoneFace => ({ chat, lines: [], typing: null, seen: null, closed: false });

/** The beats that change what a phone shows. */
export type ChatBeat = Extract<
  Beat,
  {
    kind:
      | 'typing'
      | 'message'
      | 'system'
      | 'seen'
      | 'react'
      | 'tile'
      | 'voice'
      | 'delete'
      | 'member'
      | 'behind'
      | 'scroll'
      | 'split'
      | 'copies'
      | 'chat';
  }
>;

/** What the phones of one scene show, beat after beat. A chat that comes back still has what was said in it. */
export class Conversation {
  front: PhoneFace;
  second: PhoneFace | null = null;
  behind: { chat: Chat; unread: number; text: string } | null = null;
  /** The line that the chat went back to. */
  scrolled: string | null = null;
  playing: { id: string; share: number } | null = null;
  private readonly faces = new Map<string, PhoneFace>();

  constructor(chat: Chat | null) {
    this.front = this.face(chat);
  }

  /** Nobody types any more, and no voice sounds. */
  hush(): void {
    for (const face of this.faces.values()) face.typing = null;
    this.playing = null;
  }

  take(beat: ChatBeat, elapsed: number): void {
    switch (beat.kind) {
      case 'typing':
        this.scrolled = null;
        for (const face of this.open()) if (face.chat?.owner?.id !== beat.person.id || this.second === null) face.typing = beat.person;
        break;
      case 'message':
      case 'voice':
      case 'tile':
        this.say(beat);
        if (beat.kind === 'voice' && elapsed < beat.seconds * 1000) this.playing = { id: beat.id, share: elapsed / (beat.seconds * 1000) };
        break;
      case 'system':
        this.scrolled = null;
        for (const face of this.open(beat.only)) face.lines.push({ kind: 'system', id: beat.id, text: beat.text });
        break;
      case 'member':
        this.member(beat);
        break;
      case 'seen':
        for (const face of this.open()) face.seen = { count: beat.count, text: beat.text };
        break;
      case 'react': {
        const { emoji, count, text } = beat;
        for (const line of this.known(beat.to))
          line.reactions = [...line.reactions.filter((reaction) => reaction.emoji !== emoji), { emoji, count, text }];
        break;
      }
      case 'copies':
        for (const line of this.known(beat.to)) if (line.kind === 'tile') line.copies = beat.text;
        break;
      case 'delete':
        for (const line of this.known(beat.to)) Object.assign(line, { deleted: beat.text, reactions: [] });
        break;
      case 'scroll':
        this.scrolled = beat.to;
        break;
      case 'behind':
        this.behind = { chat: beat.chat, unread: beat.unread, text: beat.text };
        break;
      case 'split':
        this.scrolled = null;
        this.second = this.beside(beat.chat);
        break;
      case 'chat':
        this.scrolled = this.second = null;
        if (this.behind?.chat.id === beat.chat.id) this.behind = null;
        this.front = this.face(beat.chat);
        break;
      default:
        beat satisfies never;
    }
  }

  private face(chat: Chat | null): PhoneFace {
    const known = this.faces.get(chat?.id ?? '') ?? nothing(chat);
    this.faces.set(chat?.id ?? '', known);
    return known;
  }

  /** The other phone was in the same chat all along. */
  private beside(chat: Chat): PhoneFace {
    const face = this.face(chat);
    if (face.lines.length === 0) face.lines = this.front.lines.map((line) => (line.kind === 'system' ? line : this.seenBy(chat, line)));
    face.seen ??= this.front.seen;
    return face;
  }

  private seenBy<Line extends SaidLine>(chat: Chat | null, line: Line): Line {
    return { ...line, mine: chat?.owner?.id === line.person.id };
  }

  /** The phones on the board that hear what is said now. */
  private open(only?: string): PhoneFace[] {
    const shown = this.second ? [this.front, this.second] : [this.front];
    return only === undefined ? shown.filter(({ closed }) => !closed) : shown.filter(({ chat }) => chat?.id === only);
  }

  private say(beat: Extract<Beat, { kind: 'message' | 'voice' | 'tile' }>): void {
    this.scrolled = null;
    const { id, person, text } = beat;
    for (const { chat, lines } of this.open(beat.only)) {
      const said = { id, person, text, mine: chat?.owner?.id === person.id, reactions: [], deleted: null };
      if (beat.kind === 'message') lines.push({ ...said, kind: 'message' });
      else if (beat.kind === 'voice') lines.push({ ...said, kind: 'voice', seconds: beat.seconds });
      else lines.push({ ...said, kind: 'tile', tile: beat.tile, copies: beat.copies === null ? null : `${beat.copies}×` });
    }
  }

  private member(beat: Extract<Beat, { kind: 'member' }>): void {
    this.scrolled = null;
    const shown = this.second ? [this.front, this.second] : [this.front];
    for (const face of shown) {
      const owner = face.chat?.owner?.id ?? '';
      if (face.closed && owner !== beat.person.id) continue;
      face.lines.push({ kind: 'system', id: beat.id, text: beat.own[owner] ?? beat.text });
      if (owner === beat.person.id) face.closed = beat.how !== 'added';
    }
  }

  private known(id: string): SaidLine[] {
    return [...this.faces.values()].flatMap(({ lines }) => lines.filter((line): line is SaidLine => line.id === id && line.kind !== 'system'));
  }
}
