import { request } from 'node:http';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { PROTOCOL_VERSION } from '../../src/protocol/identity.ts';
import type { DeskView } from '../../src/protocol/views/desk.ts';
import { sameOrigin } from '../../src/server/origins.ts';
import { newToken } from '../../src/server/secrets.ts';
import { TEACHER_INTENTS } from '../support/lesson/intents.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { Classroom, Phone, School, Screen } from '../support/server/classroom.ts';

let school: School;
let room: Classroom;
const strangers: Screen[] = [];
beforeAll(async () => {
  school = await new School().open();
});
afterAll(() => school.close());
afterEach(() => {
  room?.leave();
  for (const stranger of strangers.splice(0)) stranger.close();
});

function stranger<S extends Screen>(screen: S): S {
  strangers.push(screen);
  return screen;
}
const phone = (token?: string) => stranger(new Phone(school.origin, token) as unknown as Screen) as unknown as Phone;
const screen = (options?: ConstructorParameters<typeof Screen>[1]) => stranger(new Screen(school.origin, options));
const no = (refusal: string) => ({ ok: false, refusal });
const hello = (more: object) => ({ v: PROTOCOL_VERSION, lang: 'nl', token: newToken(), ...more });

describe('a stranger', () => {
  test('with an unknown or mistyped code hears that the code is unknown, after many tries that he should wait, and others may still join', async () => {
    room = await Classroom.of(school, 0);
    const guesser = phone();
    const wrong = room.code === 'AAAAAA' ? 'CCCCCC' : 'AAAAAA';
    expect(await guesser.join(wrong)).toEqual(no('code-unknown'));
    expect(await guesser.join('nope')).toEqual(no('code-unknown'));
    for (let tries = 0; tries < 8; tries++) expect(await guesser.join(wrong)).toEqual(no('code-unknown'));
    expect(await guesser.join(wrong)).toEqual(no('too-many-tries'));
    expect(await guesser.join(room.code)).toEqual(no('too-many-tries'));
    expect(await phone().join(room.code)).toEqual({ ok: true });
  });

  test('who tries hundreds of codes over many connections keeps nobody out: then the board shows a longer code, and whoever scans or types that is in at once', async () => {
    const own = await new School().open();
    const lesson = await Classroom.of(own, 1);
    const guesser = () => stranger(new Phone(own.origin) as unknown as Screen) as unknown as Phone;
    const wrong = lesson.code === 'AAAAAA' ? 'CCCCCC' : 'AAAAAA';
    expect(await guesser().join(lesson.code)).toEqual({ ok: true });
    await Promise.all(Array.from({ length: 80 }, guesser).flatMap((one) => Array.from({ length: 10 }, () => one.join(wrong))));
    const { code, join } = await lesson.stage.until('a longer code', (view) => view.code.length === 9);
    expect([code.slice(0, 6), join.url.split('#')[1]]).toEqual([lesson.code, code]);
    await lesson.desk.until('the same on the desk', (view) => view.code === code);
    const late = guesser();
    // Right and wrong codes are refused alike.
    for (const short of [wrong, lesson.code]) expect(await late.join(short)).toEqual(no('code-longer'));
    expect(await late.join(`${lesson.code}AAA`)).toEqual(no('code-unknown'));
    expect(await late.join(code)).toEqual({ ok: true });
    const back = stranger(new Phone(own.origin, lesson.phones[0]!.token) as unknown as Screen) as unknown as Phone;
    expect(await back.join(lesson.code)).toEqual({ ok: true });
    await lesson.desk.until('three phones', (view) => view.seats === 3);
    // A desk, old or new, does not wait either.
    await lesson.hello(guesser() as never, 'desk');
    await lesson.desk.ask({ type: 'desk.offer' });
    const { pairing } = await lesson.desk.until('a pairing code', (view) => view.pairing?.code != null);
    expect(await guesser().hello(hello({ role: 'pairing', pairing: pairing?.code }))).toMatchObject({ ok: true });
    lesson.leave();
    await own.close();
  });

  test('takes a few seats over one connection, not a roomful; and sockets without a seat are nobody', async () => {
    room = await Classroom.of(school, 2);
    const crowd = phone();
    for (let seat = 0; seat < 3; seat++) expect(await crowd.hello(hello({ role: 'phone', code: room.code }))).toEqual({ ok: true });
    expect(await crowd.hello(hello({ role: 'phone', code: room.code }))).toEqual(no('device-full'));
    // A phone that is in comes back over whatever connection.
    expect(await crowd.hello(hello({ role: 'phone', code: room.code, token: room.phones[0]!.token }))).toEqual({ ok: true });
    const idle = Array.from({ length: 60 }, () => phone());
    await Promise.all(idle.map((one) => one.socket.timeout(PATIENCE_MS).emitWithAck('alive')));
    expect(await room.confirms(2)).toEqual({ ok: true });
    await room.desk.until('too many', (view) => view.seats === 5);
    expect(await room.desk.ask({ type: 'seats.keep-first', count: 2 })).toEqual({ ok: true });
    await room.desk.until('the two that came first', (view) => view.seats === 2 && view.door === 'locked');
    expect(await phone().join(room.code)).toEqual(no('door-locked'));
    expect(await room.next()).toEqual({ ok: true });
  });

  test('with a code in small letters, spaces and look-alikes joins', async () => {
    room = await Classroom.of(school, 0);
    expect(await phone().join(` ${room.code.slice(0, 3)} ${room.code.slice(3)} `.toLowerCase())).toEqual({ ok: true });
  });

  test('without the keys is nobody’s stage, desk or debrief', async () => {
    room = await Classroom.of(school, 0);
    const { lesson, stage, desk, debrief } = room.keys;
    for (const role of ['stage', 'desk', 'debrief']) expect(await screen().hello(hello({ role, lesson }))).toEqual(no('not-yours'));
    expect(await screen().hello(hello({ role: 'desk', lesson, token: stage }))).toEqual(no('not-yours'));
    expect(await screen().hello(hello({ role: 'desk', lesson, token: debrief }))).toEqual(no('not-yours'));
    expect(await screen().hello(hello({ role: 'stage', lesson, token: desk }))).toEqual(no('not-yours'));
    expect(await screen().hello(hello({ role: 'debrief', lesson, token: desk }))).toEqual({ ok: true });
    expect(await screen().hello(hello({ role: 'stage', lesson: newToken(), token: stage }))).toEqual(no('lesson-unknown'));
  });

  test('with an older page is told to reload, whatever else it says', async () => {
    expect(await screen().hello({ v: PROTOCOL_VERSION + 1, words: 'of another time' })).toEqual(no('old-version'));
  });

  test('who asks before saying hello is refused', async () => {
    expect(await screen().ask({ type: 'seat.hop' })).toEqual(no('seat-unknown'));
    expect(await screen().ask({ type: 'lesson.end' })).toEqual(no('seat-unknown'));
  });
});

describe('a locked lesson', () => {
  test('refuses a new phone and lets a seat that has joined come back', async () => {
    room = await Classroom.of(school, 1);
    const inside = room.phones[0]!;
    await inside.until('a seat', () => true);
    expect(await room.desk.ask({ type: 'door.lock', locked: true })).toEqual({ ok: true });
    inside.close();
    expect(await phone().join(room.code)).toEqual(no('door-locked'));
    const back = phone(inside.token);
    expect(await back.join(room.code)).toEqual({ ok: true });
    expect((await back.until('its creature', () => true)).creature).toBe(inside.view?.creature);
    await room.desk.ask({ type: 'door.lock', locked: false });
    expect(await phone().join(room.code)).toEqual({ ok: true });
  });

  test('keeps out a phone whose seat was removed, also one that asks to come back', async () => {
    room = await Classroom.of(school, 2);
    const silent = room.phones[0]!;
    silent.close();
    await room.desk.until('one phone', (view) => view.online === 1);
    await room.desk.ask({ type: 'seats.remove-silent' });
    await room.desk.ask({ type: 'door.lock', locked: true });
    expect(await phone(silent.token).join(room.code)).toEqual(no('seat-removed'));
    expect(await phone(silent.token).join(room.code, 'nl', true)).toEqual(no('door-locked'));
    expect(room.desk.view?.seats).toBe(1);
  });
});

describe('a pupil', () => {
  test('who sends what only a teacher may is refused, and nothing changes', async () => {
    room = await Classroom.of(school, 1);
    const before = await room.desk.until('a phone in its seat', (view) => view.seats === 1 && view.online === 1);
    for (const intent of TEACHER_INTENTS) expect(await room.phones[0]!.ask(intent), intent.type).toEqual(no('not-yours'));
    await room.desk.ask({ type: 'desk.answer', accept: true });
    expect({ ...room.desk.view, now: 0 }).toEqual({ ...before, now: 0 });
  });

  test('may not vote by another seat, and a board or a debrief may not vote at all', async () => {
    room = await Classroom.of(school, 8);
    await room.confirms();
    await room.until('question');
    await room.next();
    const { screen: now } = await room.phones[0]!.sees('vote');
    const { round, choices } = now.kind === 'vote' ? now.vote : { round: '', choices: [] };
    const cast = { type: 'vote.cast', round, choice: choices[0]!.id, counter: 1 } as const;
    expect(await room.phones[0]!.raw({ ...cast, seat: 5, id: newToken() })).toEqual({ ok: true });
    for (const [seat, other] of room.phones.entries()) {
      const view = await other.sees('vote');
      expect(view.screen.kind === 'vote' && view.screen.mine !== null, `seat ${seat}`).toBe(seat === 0);
    }
    const debrief = screen();
    await room.hello(debrief as never, 'debrief');
    for (const wrong of [room.stage, room.desk, debrief]) expect(await wrong.ask(cast)).toEqual(no('not-yours'));
    for (const intent of TEACHER_INTENTS) expect(await debrief.ask(intent), intent.type).toEqual(no('not-yours'));
    expect(await room.stage.ask({ type: 'lesson.delete' })).toEqual(no('not-yours'));
    expect(await room.phones[1]!.ask({ ...cast, round: 'd9-9' })).toEqual(no('round-unknown'));
    expect(await room.phones[1]!.ask({ ...cast, choice: '__proto__' })).toEqual(no('choice-unknown'));
    expect(room.stage.view?.screen).toMatchObject({ kind: 'vote', answered: 1 });
  });
});

test('a phone whose network allows polling only gets its views uncompressed: their length tells nothing of a choice', async () => {
  room = await Classroom.of(school, 0);
  const polls = (sid: string, packet?: string) =>
    fetch(`${school.origin}/socket.io/?EIO=4&transport=polling${sid}`, {
      headers: { 'accept-encoding': 'gzip, deflate, br' },
      ...(packet === undefined ? {} : { method: 'POST', body: packet }),
    });
  const sid = `&sid=${JSON.parse((await (await polls('')).text()).slice(1)).sid}`;
  await polls(sid, '40');
  await polls(sid, `420${JSON.stringify(['hello', { v: PROTOCOL_VERSION, lang: 'nl', role: 'phone', code: room.code, token: newToken() }])}`);
  let heard = '';
  while (!heard.includes('"role":"phone"')) {
    const answer = await polls(sid);
    expect([answer.status, answer.headers.get('content-encoding')]).toEqual([200, null]);
    heard += await answer.text();
  }
});

test('what passes by polling is no page whatever a browser thinks of it, and a body of a thousand packets ends its connection before the first is read', async () => {
  const polls = (sid: string, body?: string) =>
    fetch(`${school.origin}/socket.io/?EIO=4&transport=polling${sid}`, body === undefined ? {} : { method: 'POST', body });
  const opened = await polls('');
  const sid = `&sid=${JSON.parse((await opened.text()).slice(1)).sid}`;
  const posted = await polls(sid, '40');
  const missing = await polls('&sid=none');
  expect([opened, posted, missing].map((answer) => answer.headers.get('x-content-type-options'))).toEqual(Array(3).fill('nosniff'));
  const many = Array.from({ length: 1000 }, (_, id) => `42${id}["alive"]`).join('\x1e');
  await polls(sid, many);
  expect((await polls(sid)).status).toBe(400);
});

describe('a page of another origin', () => {
  const foreign = { origin: 'http://evil.example' };

  test.each([['websocket'], ['polling']] as const)('is not let in by %s, with the keys or without', async (transport) => {
    const evil = screen({ transports: [transport], extraHeaders: foreign });
    await expect(new Promise((_, failed) => evil.socket.once('connect_error', failed))).rejects.toThrow();
    const own = screen({ transports: [transport], extraHeaders: { origin: school.origin } });
    expect(await own.hello(hello({ role: 'phone', code: 'AAAAAA' }))).toEqual(no('code-unknown'));
  });

  test('has no name of its own where PUBLIC_URL is another', () => {
    const publicUrl = 'https://watdoejij.school.nl';
    const from = (origin: string | undefined, host: string, at: string | null = publicUrl) => sameOrigin(origin, host, at);
    expect(from(publicUrl, '127.0.0.1:4500')).toBe(true);
    expect(from(publicUrl, 'watdoejij.school.nl')).toBe(true);
    // A name that somebody leads to this server, so that a browser takes it for the server's own.
    expect(from('http://evil.example:4500', 'evil.example:4500')).toBe(false);
    expect(from('https://evil.example', 'evil.example')).toBe(false);
    for (const host of ['localhost:4500', '127.0.0.1:4500', '192.168.1.20:4500', '[::1]:4500']) expect(from(`http://${host}`, host)).toBe(true);
    expect(from('http://localhost:8080', 'localhost:4500')).toBe(false);
    expect(from(undefined, 'evil.example')).toBe(true);
    expect(from('http://lokaal12.school:4500', 'lokaal12.school:4500', null)).toBe(true);
    expect(from('http://evil.example', 'lokaal12.school:4500', null)).toBe(false);
  });

  test('may not start a lesson', async () => {
    const post = (headers: Record<string, string>) =>
      new Promise<{ status: number; text: string }>((done, failed) => {
        const asked = request(
          `${school.origin}/api/lessons`,
          { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
          async (response) => {
            let text = '';
            for await (const chunk of response) text += chunk;
            done({ status: response.statusCode ?? 0, text });
          },
        );
        asked.on('error', failed);
        asked.end(JSON.stringify({ scenario: 'groepsapp', lang: 'nl' }));
      });
    expect(await post(foreign)).toEqual({ status: 403, text: JSON.stringify(no('not-yours')) });
    expect(await post({ origin: 'null' })).toMatchObject({ status: 403 });
    expect(await post({ origin: school.origin })).toMatchObject({ status: 200 });
  });
});

describe('an invalid message', () => {
  const nonsense: unknown[] = [
    undefined,
    null,
    0,
    '',
    'hello',
    [],
    {},
    [[]],
    { v: PROTOCOL_VERSION },
    { v: '1', role: 'phone' },
    { v: PROTOCOL_VERSION, lang: 'nl', role: 'king', token: newToken() },
    { v: PROTOCOL_VERSION, lang: 'nl', role: 'stage', lesson: { $ne: null }, token: newToken() },
    { type: 'vote.cast' },
    { type: 'constructor', id: newToken() },
    { type: 'vote.cast', id: newToken(), round: 5, choice: {}, counter: 'x' },
    Buffer.from('bytes'),
    { deep: Array.from({ length: 500 }).reduce((inner) => ({ inner }), {}) },
  ];

  test('is refused with a code where an answer was asked, and the lesson goes on', async () => {
    room = await Classroom.of(school, 1);
    const odd = room.phones[0]!;
    for (const message of nonsense) {
      expect(await odd.raw(message)).toEqual(no('bad-message'));
      expect(await odd.hello(message)).toEqual(no('bad-message'));
      odd.socket.emit('ask', message);
      odd.socket.emit('hello', message);
      odd.socket.emit('alive', message);
    }
    odd.socket.emit('ask');
    odd.socket.emit('hello');
    odd.socket.emit('no such event', { much: 'ado' });
    odd.socket.emit('view', { role: 'stage' });
    odd.socket.emit('ask', () => {}, { type: 'seat.hop' });
    expect(await odd.ask({ type: 'seat.hop' })).toEqual({ ok: true });
    await room.stage.until('the hop', (view) => view.screen.kind === 'lobby' && view.screen.creatures[0]?.hops === 1);
  });

  test('that is larger than any message of ours costs its sender the connection, and nobody else', async () => {
    room = await Classroom.of(school, 2);
    const [loud, quiet] = room.phones as [Phone, Phone];
    const gone = new Promise((resolve) => loud.socket.once('disconnect', resolve));
    loud.socket.emit('ask', { type: 'seat.hop', id: newToken(), fill: 'x'.repeat(40_000) });
    await gone;
    expect(await quiet.ask({ type: 'seat.hop' })).toEqual({ ok: true });
    const back = phone(loud.token);
    expect(await back.join(room.code)).toEqual({ ok: true });
  });

  test('that comes faster than it can be answered does not pile up, and its sender is heard again afterwards', async () => {
    room = await Classroom.of(school, 1);
    const hasty = room.phones[0]!;
    let answered = 0;
    // Each is answered a moment after the one before.
    for (let sent = 0; sent < 300; sent++)
      hasty.socket.emit('ask', { type: 'live.read', round: 'none', id: newToken() }, () => {
        answered += 1;
      });
    await expect.poll(() => answered).toBeGreaterThanOrEqual(100);
    expect(await hasty.ask({ type: 'seat.hop' })).toEqual({ ok: true });
    expect(answered).toBeLessThan(200);
    expect(hasty.dismissed).toBe(null);
  });

  test('that is no packet of the protocol costs its sender the connection, and nobody else', async () => {
    room = await Classroom.of(school, 2);
    const [broken, quiet] = room.phones as [Phone, Phone];
    const gone = new Promise((resolve) => broken.socket.once('disconnect', resolve));
    for (const packet of ['4nonsense', '42["ask"', '499999999999', '2/[]', '45-["x"]'])
      (broken.socket.io.engine as unknown as { write(text: string): void }).write(packet);
    await gone;
    expect(await quiet.ask({ type: 'seat.hop' })).toEqual({ ok: true });
  });

  test.each([
    ['not JSON', '{', 400],
    ['a list', '[]', 400],
    ['another type', '{"scenario":5,"lang":"nl"}', 400],
    ['too large', JSON.stringify({ scenario: 'x'.repeat(40_000), lang: 'nl' }), 413],
    ['an unknown story', '{"scenario":"constructor","lang":"nl"}', 404],
  ])('and starts a lesson with %s is refused with a code', async (_, body, status) => {
    const response = await fetch(`${school.origin}/api/lessons`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual(no(status === 404 ? 'scenario-unknown' : 'bad-message'));
  });

  test.each(['/../package.json', '/%2e%2e/package.json', '/assets/../../package.json', '/api/nothing', '/.git/config'])(
    'and asks for %s gets nothing of the server’s',
    async (path) => {
      const text = await new Promise<string>((done, failed) => {
        request(`${school.origin}`, { path }, async (response) => {
          let all = '';
          for await (const chunk of response) all += chunk;
          done(`${response.statusCode} ${all}`);
        })
          .on('error', failed)
          .end();
      });
      expect(text).toMatch(/^40[034]/);
      expect(text).not.toContain('"devDependencies"');
    },
  );
});

describe('a second desk', () => {
  const offered = async () => {
    room = await Classroom.of(school, 0);
    expect(await room.desk.ask({ type: 'desk.offer' })).toEqual({ ok: true });
    return (await room.desk.until('a pairing code', (view) => view.pairing?.code != null)).pairing!.code!;
  };
  const candidate = (pairing: string, lang = 'nl') => {
    const desk = stranger(new Screen<DeskView>(school.origin) as unknown as Screen) as unknown as Screen<DeskView>;
    return { desk, said: desk.hello(hello({ role: 'pairing', pairing, lang })) };
  };

  test('shows its sign on the board, waits until it is accepted, and then steers, in its own language, also after a reload', async () => {
    const code = await offered();
    const token = newToken();
    const desk = stranger(new Screen<DeskView>(school.origin) as unknown as Screen) as unknown as Screen<DeskView>;
    const answer = await desk.hello(hello({ role: 'pairing', pairing: code.toLowerCase(), lang: 'en', token }));
    expect(answer).toMatchObject({ ok: true, waiting: { name: expect.stringMatching(/^\d\d$/) } });
    const { pairing } = await room.stage.until('its sign', (view) => view.pairing?.sign != null);
    expect(pairing).toMatchObject({ code: null, sign: 'waiting' in answer && answer.waiting });
    expect(desk.view).toBe(null);
    expect(await desk.ask({ type: 'lesson.end' })).toEqual(no('seat-unknown'));
    expect(await room.stage.ask({ type: 'desk.answer', accept: true })).toEqual({ ok: true });
    const view = await desk.until('the lesson', () => true);
    expect([view.role, view.lang, view.lesson]).toEqual(['desk', 'en', room.keys.lesson]);
    expect(await desk.ask({ type: 'headcount.confirm', count: 9 })).toEqual({ ok: true });
    await room.stage.until('its count', (now) => now.headCount === 9 && now.pairing === null);
    expect(await screen().hello(hello({ role: 'desk', lesson: view.lesson, token }))).toEqual({ ok: true });
  });

  test('that the board refuses stays out', async () => {
    const { desk, said } = candidate(await offered());
    expect(await said).toMatchObject({ ok: true });
    await room.desk.ask({ type: 'desk.answer', accept: false });
    await expect.poll(() => desk.dismissed).toBe('pairing-denied');
    expect(await desk.ask({ type: 'lesson.end' })).toEqual(no('seat-unknown'));
    expect(desk.view).toBe(null);
  });

  test('joins alone: the code works once, and an older one no longer', async () => {
    const code = await offered();
    expect(await candidate(code).said).toMatchObject({ ok: true });
    expect(await candidate(code).said).toEqual(no('pairing-unknown'));
    await room.desk.ask({ type: 'desk.answer', accept: true });
    expect(await candidate(code).said).toEqual(no('pairing-unknown'));
    await room.desk.ask({ type: 'desk.offer' });
    const older = (await room.desk.until('a new code', (view) => view.pairing?.code != null)).pairing!.code!;
    await room.desk.ask({ type: 'desk.offer' });
    await room.desk.until('a newer code', (view) => view.pairing?.code != null && view.pairing.code !== older);
    expect(await candidate(older).said).toEqual(no('pairing-unknown'));
  });

  test('that leaves before the answer takes its sign along, and nobody is accepted', async () => {
    const { desk, said } = candidate(await offered());
    await said;
    await room.stage.until('its sign', (view) => view.pairing?.sign != null);
    desk.close();
    await room.stage.until('no sign', (view) => view.pairing === null);
    expect(await room.desk.ask({ type: 'desk.answer', accept: true })).toEqual(no('pairing-unknown'));
  });

  test('lives for sixty seconds at most', async () => {
    await offered();
    const { pairing, now } = room.desk.view!;
    expect(pairing!.expires - now).toBeGreaterThan(55_000);
    expect(pairing!.expires - now).toBeLessThanOrEqual(60_000);
  });
});

describe('on a slow disk', () => {
  const SLOW = 'const at = setTimeout; globalThis.setImmediate = (work, ...rest) => at(work, 400, ...rest);';
  let slow: School;
  beforeAll(async () => {
    slow = await new School({ NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(SLOW)}` }).open();
  });
  afterAll(() => slow.close());
  /** When this is answered, what was sent before has come. */
  const heard = (one: Phone | Screen<DeskView>) => one.socket.timeout(PATIENCE_MS).emitWithAck('alive');

  test('a phone that leaves while its seat is written is not connected: its seat is silent and can be removed', async () => {
    room = await Classroom.of(slow, 0);
    const brief = stranger(new Phone(slow.origin) as unknown as Screen) as unknown as Phone;
    brief.join(room.code).catch(() => {});
    await heard(brief);
    brief.close();
    await room.desk.until('its seat', (view) => view.seats === 1);
    await expect.poll(() => room.desk.ask({ type: 'seats.remove-silent' }).then(() => room.desk.view?.seats)).toBe(0);
  });

  test('a new desk that leaves while its acceptance is written is not counted', async () => {
    room = await Classroom.of(slow, 0);
    await room.desk.ask({ type: 'desk.offer' });
    const { pairing } = await room.desk.until('a pairing code', (view) => view.pairing?.code != null);
    const brief = stranger(new Screen<DeskView>(slow.origin) as unknown as Screen) as unknown as Screen<DeskView>;
    const token = newToken();
    expect(await brief.hello(hello({ role: 'pairing', pairing: pairing!.code, token }))).toMatchObject({ ok: true });
    const said = room.desk.ask({ type: 'desk.answer', accept: true });
    await heard(room.desk);
    brief.close();
    expect(await said).toEqual({ ok: true });
    // It may come in again, because the acceptance was written.
    const back = stranger(new Screen<DeskView>(slow.origin) as unknown as Screen) as unknown as Screen<DeskView>;
    expect(await back.hello(hello({ role: 'desk', lesson: room.keys.lesson, token }))).toEqual({ ok: true });
    await back.until('itself and the first desk alone', (view) => view.desks === 2);
  });

  test('a board, desk or phone that leaves while a message before its hello waits is not counted', async () => {
    room = await Classroom.of(slow, 1);
    const { lesson } = room.keys;
    for (const next of [
      { role: 'stage', lesson, token: room.keys.stage },
      { role: 'desk', lesson, token: room.keys.desk },
      { role: 'phone', code: room.code },
    ]) {
      const busy = stranger(new Phone(slow.origin) as unknown as Screen) as unknown as Phone;
      expect(await busy.join(room.code)).toEqual({ ok: true });
      busy.ask({ type: 'live.read', round: 'none' }).catch(() => {});
      busy.hello(hello({ token: busy.token, ...next })).catch(() => {});
      await heard(busy);
      busy.close();
    }
    await expect.poll(() => room.desk.ask({ type: 'seats.remove-silent' }).then(() => room.desk.view?.seats)).toBe(1);
    await room.desk.until('who is there', ({ online, boards, desks }) => online === 1 && boards === 1 && desks === 1);
  });
});

describe('the language', () => {
  test('of a phone changes the story’s text with a new hello, the vote stays', async () => {
    room = await Classroom.of(school, 8);
    await room.confirms();
    await room.until('question');
    await room.next();
    const [english] = room.phones as [Phone];
    await english.votes(0);
    const dutch = (await english.until('its vote', (view) => view.screen.kind === 'vote' && view.screen.mine !== null)).screen;
    expect(await english.join(room.code, 'en')).toEqual({ ok: true });
    const { screen: now } = await english.until('English', (view) => view.lang === 'en');
    if (now.kind !== 'vote' || dutch.kind !== 'vote') throw new Error('no vote');
    expect(now.mine).toEqual(dutch.mine);
    expect(now.vote.choices.map(({ id, letter }) => letter + id)).toEqual(dutch.vote.choices.map(({ id, letter }) => letter + id));
    expect(now.vote.question).not.toBe(dutch.vote.question);
    expect(english.dismissed).toBe(null);
    expect(room.phones[1]!.view?.lang).toBe('nl');
  });

  test('of the board is the lesson’s', async () => {
    room = await Classroom.of(school, 0);
    const { title } = (await room.stage.until('a title', () => true)).story;
    await room.desk.ask({ type: 'lang.set', lang: 'en' });
    expect((await room.stage.until('English', (view) => view.lang === 'en')).story.title).not.toBe(title);
    expect(room.desk.view?.lang).toBe('nl');
  });
});

test('with a TEACHER_CODE only somebody who knows it can start a lesson', async () => {
  const closed = await new School({ TEACHER_CODE: 'molenwiek-in-de-wind' }).open();
  await expect(closed.startLesson('groepsapp')).rejects.toThrow('teacher-code-wrong');
  await expect(closed.startLesson('groepsapp', 'Molenwiek-in-de-wind')).rejects.toThrow('teacher-code-wrong');
  expect((await closed.startLesson('groepsapp', 'molenwiek-in-de-wind')).lesson).toBeTruthy();
  expect(await (await fetch(`${closed.origin}/api/stories`)).json()).toMatchObject({ teacherCode: true });
  await closed.close();
});

test('whoever guesses a TEACHER_CODE keeps no teacher waiting, also not one who was never here', async () => {
  const teacherCode = 'een-code-voor-docenten';
  const closed = await new School({ TEACHER_CODE: teacherCode }).open();
  const guesses = Array.from({ length: 200 }, (_, guess) => closed.startLesson('groepsapp', `een-code-${guess}`));
  for (const { status, reason } of (await Promise.allSettled(guesses)) as PromiseRejectedResult[])
    expect([status, String(reason)]).toEqual(['rejected', expect.stringContaining('teacher-code-wrong')]);
  expect((await closed.startLesson('groepsapp', teacherCode)).lesson).toBeTruthy();
  await closed.close();
});

test('what is refused is never written', async () => {
  const own = await new School().open();
  const lesson = await Classroom.of(own, 8);
  const [pupil] = lesson.phones as [Phone];
  const screenRevision = lesson.desk.view!.screenRevision;
  const refused = [
    await lesson.next(),
    await lesson.desk.ask({ type: 'headcount.confirm', count: 0 }),
    await lesson.desk.ask({ type: 'story.back', node: 'd1', choice: null }),
    await lesson.desk.ask({ type: 'vote.close', round: 'd1-1' }),
    await pupil.ask({ type: 'vote.cast', round: 'd1-1', choice: null, counter: 1 }),
    await pupil.ask({ type: 'lesson.end' }),
    await lesson.confirms(8),
    await lesson.next(),
    await lesson.desk.ask({ type: 'lesson.next', screenRevision }),
    await lesson.desk.ask({ type: 'door.lock', locked: true }),
    await new Phone(own.origin).join(lesson.code),
  ].filter((answer) => !answer.ok);
  expect(refused).toHaveLength(8);
  lesson.leave();
  await own.close();
  const database = new DatabaseSync(join(own.dataDir, 'lessons.sqlite'), { readOnly: true });
  const rows = database.prepare("SELECT body FROM events WHERE lesson NOT LIKE 'story.%'").all() as { body: Uint8Array }[];
  expect(database.prepare('SELECT count(*) AS ballots FROM sealed').get()).toMatchObject({ ballots: 0 });
  database.close();
  const types = rows.map(({ body }) => (JSON.parse(new TextDecoder().decode(body)) as { type: string }).type).sort();
  expect(types).toEqual(['door.lock', 'headcount.confirm', 'lesson.created', 'lesson.next', 'opened', ...Array<string>(8).fill('seat.joined')]);
});
