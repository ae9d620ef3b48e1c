import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import refusals from '../../src/locales/nl/refusals.json' with { type: 'json' };
import type { Intent } from '../../src/protocol/intents.ts';
import type { Answer } from '../../src/protocol/refusals.ts';
import { PHONE_INTENTS, TEACHER_INTENTS } from '../support/lesson/intents.ts';
import { HOSTS, type HostedLesson, turns } from '../support/server/both-hosts.ts';

const INTENTS: Intent[] = [...PHONE_INTENTS, ...TEACHER_INTENTS];
const ROLES = ['phone', 'stage', 'desk', 'debrief'] as const;
const DESK_ONLY = ['desk.takeover', 'lesson.delete'];
/** Where no other device is and nothing is kept. */
const NOT_IN_A_TRIAL = ['desk.offer', 'desk.answer', 'desk.takeover', 'lesson.delete'];
const NOT_YOURS = { ok: false, refusal: 'not-yours' };

const mayAsk = (role: (typeof ROLES)[number], type: Intent['type']) => {
  if (PHONE_INTENTS.some((intent) => intent.type === type)) return role === 'phone';
  return role === 'desk' || (role === 'stage' && !DESK_ONLY.includes(type));
};

async function answerOf(host: keyof typeof HOSTS, role: (typeof ROLES)[number], intent: Intent): Promise<Answer> {
  const lesson = await HOSTS[host]();
  const answer = await lesson.ask(role, intent);
  lesson.close();
  return answer;
}

describe.each(ROLES)('what a %s asks', (role) => {
  test.each(INTENTS)('of $type is answered alike by a server and by a trial lesson, and only where it may ask', async (intent) => {
    const [server, trial] = await Promise.all([answerOf('server', role, intent), answerOf('trial', role, intent)]);
    const allowed = mayAsk(role, intent.type);
    if (allowed) expect(server).not.toEqual(NOT_YOURS);
    else expect(server).toEqual(NOT_YOURS);
    // A phone does not carry the sentences of the others.
    if (allowed && role === 'phone' && !server.ok) expect(Object.keys(refusals)).toContain(server.refusal);
    expect(trial).toEqual(allowed && NOT_IN_A_TRIAL.includes(intent.type) ? { ok: false, refusal: 'trial-only' } : server);
  });
});

describe.each(Object.keys(HOSTS) as (keyof typeof HOSTS)[])('in a lesson of a %s', (host) => {
  let lesson: HostedLesson;
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
    let opened: HostedLesson | null = null;
    void HOSTS[host]().then((one) => {
      opened = one;
    });
    while (!opened) await vi.advanceTimersByTimeAsync(10);
    lesson = opened;
    // The board has been told of everybody who joined.
    await vi.advanceTimersByTimeAsync(200);
  });
  afterEach(() => {
    lesson.close();
    vi.useRealTimers();
  });

  const hops = () => {
    const { screen } = lesson.board();
    return screen.kind === 'lobby' ? screen.creatures.map((creature) => creature.hops) : [];
  };

  test('a creature hops at most every 400 ms, and what comes between is answered as if it did', async () => {
    const hop = async () => expect(await lesson.ask('phone', { type: 'seat.hop' })).toEqual({ ok: true });
    for (let times = 0; times < 5; times++) await hop();
    await vi.advanceTimersByTimeAsync(399);
    await hop();
    expect(hops()).toEqual([1]);
    await vi.advanceTimersByTimeAsync(1);
    await hop();
    // The board is told of several hops together.
    await vi.advanceTimersByTimeAsync(200);
    expect(hops()).toEqual([2]);
  });

  test('an agreement that a teacher types is kept without what nobody sees', async () => {
    const sets = async (text: string) => {
      const answer = lesson.ask('desk', { type: 'agreements.set', agreements: [{ id: 'own-1', text }] });
      await vi.advanceTimersByTimeAsync(200);
      return answer;
    };
    expect(await sets(' \u202aWe  luisteren\u3164\u200b. ')).toEqual({ ok: true });
    expect(await sets('\u3164')).toEqual({ ok: false, refusal: 'agreement-long' });
    expect(lesson.debrief().agreements.map(({ text }) => text)).toEqual(['We luisteren.']);
  });

  test('everything that a live chat is asked is answered 40 ms later, whatever it is and whatever comes of it', async () => {
    const round = 'k-chat-1';
    const answered: string[] = [];
    const asked: Intent[] = [
      { type: 'live.read', round },
      { type: 'live.seen', round },
      { type: 'live.act', round, act: 'hulp' },
      { type: 'live.count', round, on: true, counter: 1 },
    ];
    for (const intent of asked) void lesson.ask('phone', intent).then(() => answered.push(intent.type));
    await vi.advanceTimersByTimeAsync(39);
    expect(answered).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(answered.sort()).toEqual(asked.map(({ type }) => type).sort());
  });
});

test('a seat whose phone has left is removed in both when the teacher asks for it', async () => {
  for (const open of Object.values(HOSTS)) {
    const lesson = await open();
    lesson.leave('phone');
    expect(await lesson.ask('desk', { type: 'seats.remove-silent' })).toEqual({ ok: true });
    await turns();
    expect(lesson.board().seats).toBe(0);
    lesson.close();
  }
});
