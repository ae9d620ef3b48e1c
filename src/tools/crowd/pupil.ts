import { setTimeout as wait } from 'node:timers/promises';
import type { LiveChat } from '../../protocol/live-chat.ts';
import type { Telling } from './bot.ts';

/** A class takes its time: somewhere within six seconds, most of them early. */
export const hesitation = () => 500 + 5500 * Math.random() ** 2;

/** Some never act and some do not want to count, as in a class. */
const ACTS = 0.7;
const WITHDRAWS = 0.05;

/** How a made-up pupil goes through a chat: reads what it is about, perhaps does something, perhaps withdraws. */
export async function reads(chat: LiveChat, tell: Telling, now: () => number): Promise<void> {
  if (!chat.measured) return;
  const incident = chat.beats.find(({ id }) => id === chat.incident);
  const until = async (instant: number) => wait(Math.max(0, instant - now()));
  await until(chat.startsAt + (incident?.at ?? 0) + hesitation());
  await tell.seen();
  if (Math.random() < ACTS) {
    const left = Math.max(0, chat.endsAt - now() - 1000);
    await wait(Math.random() * left);
    const act = chat.acts[Math.floor(Math.random() * chat.acts.length)];
    if (act) await tell.act(act.id);
  }
  if (Math.random() < WITHDRAWS) {
    await until(chat.endsAt + hesitation());
    await tell.withdraw();
  }
}
