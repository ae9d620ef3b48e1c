import type { PhoneIntent, TeacherIntent } from '../../../src/protocol/intents.ts';

type Each<I extends { type: string }> = { [T in I['type']]: Extract<I, { type: T }> };

/** One of every kind: a new intent has to stand here before the tests compile. */
const phone: Each<PhoneIntent> = {
  'seat.hop': { type: 'seat.hop' },
  'seat.leave': { type: 'seat.leave' },
  'vote.cast': { type: 'vote.cast', round: 'd1-1', choice: 'mee', counter: 3 },
  'live.read': { type: 'live.read', round: 'k-chat-1' },
  'live.seen': { type: 'live.seen', round: 'k-chat-1' },
  'live.act': { type: 'live.act', round: 'k-chat-1', act: 'hulp' },
  'live.count': { type: 'live.count', round: 'k-chat-1', on: false, counter: 1 },
};
const teacher: Each<TeacherIntent> = {
  'lesson.next': { type: 'lesson.next', screenRevision: 0 },
  'scene.hold': { type: 'scene.hold', on: true },
  'scene.again': { type: 'scene.again', screenRevision: 0 },
  'vote.close': { type: 'vote.close', round: 'd1-1' },
  'vote.extend': { type: 'vote.extend', round: 'd1-1', seconds: 30 },
  'vote.untimed': { type: 'vote.untimed', round: 'd1-1' },
  'hands.counted': { type: 'hands.counted', round: 'd1-1', hands: { mee: 12 } },
  'story.skip': { type: 'story.skip', screenRevision: 0 },
  'vote.pick': { type: 'vote.pick', round: 'd1-1', choice: 'mee' },
  'story.back': { type: 'story.back', node: 'd1', choice: 'mee' },
  'story.return': { type: 'story.return' },
  'headcount.confirm': { type: 'headcount.confirm', count: 1 },
  'seats.remove-silent': { type: 'seats.remove-silent' },
  'seat.remove': { type: 'seat.remove', seat: 0 },
  'seats.keep-first': { type: 'seats.keep-first', count: 1 },
  'door.lock': { type: 'door.lock', locked: true },
  'lesson.pause': { type: 'lesson.pause', on: true },
  'lang.set': { type: 'lang.set', lang: 'en' },
  'pace.set': { type: 'pace.set', pace: 'off' },
  'late.set': { type: 'late.set', on: true },
  'mode.set': { type: 'mode.set', mode: 'hands' },
  'items.set': { type: 'items.set', items: ['meelachen'] },
  'items.ask': { type: 'items.ask' },
  'agreements.ask': {
    type: 'agreements.ask',
    candidates: [
      { id: '1', text: null },
      { id: '2', text: null },
    ],
  },
  'agreements.set': { type: 'agreements.set', agreements: [{ id: 'own-1', text: 'Van mij.' }] },
  'way.set': { type: 'way.set', node: 'k-groep', way: 'groot' },
  'address.choose': { type: 'address.choose', origin: 'http://127.0.0.1' },
  'desk.offer': { type: 'desk.offer' },
  'desk.answer': { type: 'desk.answer', accept: true },
  'desk.takeover': { type: 'desk.takeover' },
  'lesson.end': { type: 'lesson.end' },
  'lesson.delete': { type: 'lesson.delete' },
};

export const PHONE_INTENTS = Object.values(phone);
export const TEACHER_INTENTS = Object.values(teacher);
