import type { Lang } from '../locales/languages.ts';
import { PROTOCOL_VERSION } from '../protocol/identity.ts';
import type { Intent } from '../protocol/intents.ts';
import type { LiveChat } from '../protocol/live-chat.ts';
import type { PhoneScreen, PhoneView } from '../protocol/views/phone.ts';
import type { View } from '../protocol/views/view.ts';
import type { Story } from '../story/compile/story.ts';
import { acts, chooses, led, type Mood } from './pupil.ts';
import type { Client, TrialSession } from './trial-session.ts';

const JOIN_WITHIN_MS = 4000;
const VOTE_WITHIN_MS = 6000;
const AFTER_REST_MS = 1000;

/** A made-up class: each pupil is a phone without a screen that sees what a phone sees and asks what a phone asks. */
export class Pupils {
  mood: Mood;
  readonly #session: TrialSession;
  readonly #story: Story;
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  readonly #clients: Client[] = [];
  /** One random number for each round that the whole class has in common. */
  readonly #common = new Map<string, number>();
  /** True during a jump: everything happens at once. */
  #hurried = false;
  #left = false;

  constructor(session: TrialSession, story: Story, mood: Mood) {
    this.#session = session;
    this.#story = story;
    this.mood = mood;
  }

  /** Resolves when all have joined; `hurried`: without hesitation. */
  async join(seats: number, lang: Lang, hurried: boolean): Promise<void> {
    this.#hurried = hurried;
    await Promise.all(Array.from({ length: seats }, () => this.#joins(lang)));
    this.#hurried = false;
  }

  leave(): void {
    this.#left = true;
    for (const timer of this.#timers) clearTimeout(timer);
    for (const client of this.#clients) client.leave();
  }

  #later(ms: number, work: () => void): void {
    if (this.#left) return;
    const timer = setTimeout(
      () => {
        this.#timers.delete(timer);
        work();
      },
      this.#hurried ? 0 : ms,
    );
    this.#timers.add(timer);
  }

  #joins(lang: Lang): Promise<void> {
    return new Promise((joined) => {
      this.#later(this.#random() * JOIN_WITHIN_MS, async () => {
        let answered = '';
        let pupil: Client | null = null;
        const show = (view: View) => {
          const { screen } = view as PhoneView;
          const round = screen.kind === 'vote' ? screen.vote.round : screen.kind === 'live' ? screen.chat.round : '';
          if (!pupil || !round || round === answered) return;
          answered = round;
          if (screen.kind === 'vote') this.#votes(pupil, screen);
          if (screen.kind === 'live') this.#chats(pupil, screen.chat);
        };
        const hello = { v: PROTOCOL_VERSION, lang, role: 'phone', code: this.#session.code, token: this.#session.runtime.token() } as const;
        const { client } = await this.#session.greet(hello, { show, count: () => {}, attendance: () => {}, dismiss: () => {} });
        pupil = client;
        if (client) this.#clients.push(client);
        void client?.ask({ type: 'seat.hop' });
        joined();
      });
    });
  }

  /** On a jump: everybody votes at once, and most choose `to`. */
  async voteFor(to: string): Promise<void> {
    const { round } = this.#session.running.lesson;
    if (!round) return;
    const options = this.#optionsHere();
    const votes = led(
      this.#clients.map(() => this.#choice(round.id, options)),
      to,
    );
    await Promise.all(
      this.#clients.map((client, index) => client.ask({ type: 'vote.cast', round: round.id, choice: votes[index] ?? null, counter: 1 })),
    );
  }

  /** On a jump: everybody has read the chat and done what they do. */
  async chat(): Promise<void> {
    const { round, point } = this.#session.running.lesson;
    const node = this.#story.structure.nodes[point.node];
    if (!round || !node || !('live' in node) || !node.live.measured) return;
    const { live } = node;
    const seen = this.#clients.map((client) => client.ask({ type: 'live.seen', round: round.id }));
    const acted = this.#clients.map((client) => {
      const act = acts(live.acts, this.mood, this.#random);
      return act === null ? null : client.ask({ type: 'live.act', round: round.id, act });
    });
    await Promise.all([...seen, ...acted]);
  }

  readonly #random = (): number => this.#session.runtime.random();

  #votes(pupil: Client, { vote: { round } }: Extract<PhoneScreen, { kind: 'vote' }>): void {
    const choice = this.#choice(round, this.#optionsHere());
    this.#later(500 + VOTE_WITHIN_MS * this.#random() ** 2, () => this.#asks(pupil, { type: 'vote.cast', round, choice, counter: 1 }));
  }

  /** Tries again after a while, as long as the lesson is paused. */
  #asks(pupil: Client, intent: Intent): void {
    void pupil.ask(intent).then((answer) => {
      if (!answer.ok && answer.refusal === 'paused-now') this.#later(AFTER_REST_MS, () => this.#asks(pupil, intent));
    });
  }

  #choice(round: string, options: Parameters<typeof chooses>[0]): string | null {
    const common = this.#common.get(round) ?? this.#random();
    this.#common.set(round, common);
    return chooses(options, this.mood, common, this.#random);
  }

  #optionsHere(): Parameters<typeof chooses>[0] {
    const node = this.#story.structure.nodes[this.#session.running.lesson.point.node];
    return node && 'vote' in node ? node.vote.choices : [];
  }

  #chats(pupil: Client, chat: LiveChat): void {
    if (!chat.measured) return;
    const { round } = chat;
    const incident = chat.beats.find(({ id }) => id === chat.incident)?.at ?? 0;
    const act = acts(chat.acts, this.mood, this.#random);
    const seen = Math.max(0, chat.startsAt + incident - this.#session.runtime.now()) + 1500 * this.#random();
    this.#later(seen, () => this.#asks(pupil, { type: 'live.seen', round }));
    const left = Math.max(0, chat.endsAt - chat.startsAt - incident - 3000);
    if (act !== null) this.#later(seen + 1000 + left * this.#random(), () => this.#asks(pupil, { type: 'live.act', round, act }));
  }
}
