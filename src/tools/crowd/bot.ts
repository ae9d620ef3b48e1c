import { connect } from '../../client/connection.ts';
import { randomId } from '../../client/random-id.ts';
import { BASE_LANG } from '../../locales/languages.ts';
import type { Hello } from '../../protocol/hello.ts';
import type { RoundId } from '../../protocol/identity.ts';
import { PROTOCOL_VERSION } from '../../protocol/identity.ts';
import type { LiveChat } from '../../protocol/live-chat.ts';
import type { Answer, RefusalCode } from '../../protocol/refusals.ts';
import type { PhoneView } from '../../protocol/views/phone.ts';

/** Who wants to know what a bot meets. */
export interface Watcher {
  joined?(): void;
  refused?(refusal: RefusalCode): void;
  opened(round: RoundId, vote: () => Promise<Voted>): void;
  /** A chat plays on this phone now. */
  chats?(chat: LiveChat, tell: Telling): void;
}
/** What a phone in a live chat may say of itself. */
export interface Telling {
  seen(): Promise<Answer>;
  act(act: string): Promise<Answer>;
  withdraw(): Promise<Answer>;
}
export interface Voted {
  ok: boolean;
  /** From the tap to the server's acknowledgement. */
  ms: number;
}

/** A pupil's phone without a screen, on the same connection as the real one. Voting is left to the watcher. */
export function bot(origin: string, code: string, watcher: Watcher) {
  const hello: Hello = { v: PROTOCOL_VERSION, lang: BASE_LANG, role: 'phone', code, token: randomId() };
  let link = open();
  let greeted = false;
  let seen: RoundId | null = null;
  let taps = 0;

  function open() {
    const link = connect<PhoneView>(hello, origin);
    link.subscribe(() => {
      if (link.state.kind === 'refused') watcher.refused?.(link.state.refusal);
      if (link.state.kind !== 'connected' || !link.view) return;
      if (!greeted) {
        greeted = true;
        watcher.joined?.();
      }
      const { screen } = link.view;
      if (screen.kind === 'live' && screen.chat.round !== seen) {
        seen = screen.chat.round;
        watcher.chats?.(screen.chat, telling(seen));
      }
      if (screen.kind !== 'vote' || screen.vote.round === seen) return;
      seen = screen.vote.round;
      watcher.opened(seen, () =>
        cast(
          screen.vote.round,
          screen.vote.choices.map((choice) => choice.id),
        ),
      );
    });
    return link;
  }

  const telling = (round: RoundId): Telling => ({
    seen: () => link.ask({ type: 'live.seen', round }),
    act: (act) => link.ask({ type: 'live.act', round, act }),
    withdraw: () => link.ask({ type: 'live.count', round, on: false, counter: ++taps }),
  });

  async function cast(round: RoundId, choices: string[]): Promise<Voted> {
    const choice = choices[Math.floor(Math.random() * choices.length)] ?? null;
    taps += 1;
    const tapped = performance.now();
    const answer = await link.ask({ type: 'vote.cast', round, choice, counter: taps });
    return { ok: answer.ok, ms: performance.now() - tapped };
  }

  return {
    /** The server's clock, as this phone knows it. */
    now: () => link.now(),
    hop: () => link.ask({ type: 'seat.hop' }),
    /** The same phone opens the page again: the same seat, the same vote. */
    reload() {
      link.close();
      link = open();
    },
    leave: () => link.close(),
  };
}
