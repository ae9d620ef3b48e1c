import { describe, expect, test } from 'vitest';
import { archive, unarchive } from '../../src/lesson/archive.ts';
import { activeSeats, GRACE_MS, HEADS_UP_MS, voters } from '../../src/lesson/state.ts';
import { position } from '../../src/protocol/scene.ts';
import type { DebriefView } from '../../src/protocol/views/debrief.ts';
import type { StageView } from '../../src/protocol/views/stage.ts';
import { advance } from '../../src/story/compile/machine.ts';
import { aClass } from '../support/lesson/class.ts';
import { petje } from '../support/lesson/petje.ts';
import { inWords } from '../support/lesson/round-in-words.ts';
import { looks } from '../support/lesson/views-of.ts';

describe('the size of a class', () => {
  test('with seven seats no vote opens: the class talks and the teacher enters what it agreed on', () => {
    const room = aClass({ seats: 7 }).reaches('together');
    expect(room.lesson.round).toBe(null);
    room.picks('b');
    expect(room.lesson.phase).toBe('reveal');
    expect(room.lesson.current).toEqual({ node: 'eerste', choice: 'b', by: 'together', released: null });
    expect(room.next().lesson.point.node).toBe('na-b');
  });

  test('with eight seats a vote opens, and with eight votes the class decides', () => {
    const room = aClass({ seats: 8 }).votes('a', 5).votes('b', 3).closes();
    expect(room.released).toEqual({ shown: 'path', path: 'a' });
    expect(room.path).toEqual(['eerste a class']);
  });

  test('a class that shrinks while the question is read aloud talks instead', () => {
    const room = aClass({ seats: 8 })
      .reaches('question')
      .does({ type: 'seats.removed', seats: [0] })
      .next();
    expect(room.lesson.phase).toBe('together');
  });

  test('where seven of eight voted nothing is released, and the teacher picks', () => {
    const room = aClass({ seats: 8 }).votes('a', 7).votes(null, 1).closes();
    expect(room.lesson.phase).toBe('tooFew');
    expect(room.lesson.decisions).toEqual([]);
    expect(room.lesson.round).toBe(null);
    expect(room.picks('b').path).toEqual(['eerste b teacher']);
  });

  test('watching is an answer but no vote', () => {
    const room = aClass({ seats: 24 }).votes('a', 14).votes(null, 10);
    expect(Object.keys(room.lesson.round!.ballots)).toHaveLength(24);
    expect(room.closes().released).toEqual({ shown: 'bands', bands: { a: 'almost-all', b: 'few' }, path: 'a' });
  });
});

describe('more devices than pupils', () => {
  const crowded = () => aClass({ seats: 23, headCount: 24 }).opens().joins(2).votes('a', 13).votes('b', 12).closes();

  test('make the result wait until the class was counted again', () => {
    const room = crowded();
    expect(room.lesson.phase).toBe('recount');
    room.does({ type: 'headcount.confirm', count: 24 });
    expect(room.lesson.phase).toBe('recount');
    room.does({ type: 'headcount.confirm', count: 25 });
    expect(room.lesson.phase).toBe('closing');
    expect(room.releases().released).toEqual({ shown: 'bands', bands: { a: 'about-half', b: 'about-half' }, path: 'a' });
  });

  test('or until seats are removed, whose ballots go with them', () => {
    const room = crowded().does({ type: 'seats.removed', seats: [0, 1, 2] });
    expect(room.lesson.phase).toBe('closing');
    expect(Object.keys(room.lesson.round!.ballots)).toHaveLength(22);
    expect(room.releases().released).toEqual({ shown: 'bands', bands: { a: 'about-half', b: 'about-half' }, path: 'b' });
  });

  test('wait on where too few seats were removed, and a seat removed twice counts once', () => {
    const room = aClass({ seats: 22, headCount: 22 }).opens().joins(2).votes('a', 24).closes();
    room.does({ type: 'seats.removed', seats: [0] }).does({ type: 'seats.removed', seats: [0] });
    expect(room.lesson.phase).toBe('recount');
    expect(room.does({ type: 'seats.removed', seats: [0, 1] }).lesson.phase).toBe('closing');
  });

  test('or the class chooses by talking, where devices stay that nobody counts', () => {
    const room = crowded();
    room.does({ type: 'story.skip', screenRevision: room.lesson.screenRevision });
    expect([room.lesson.phase, room.lesson.round]).toEqual(['together', null]);
    expect(room.picks('b').lesson.decisions.at(-1)).toEqual({ node: room.lesson.point.node, choice: 'b', by: 'together', released: null });
  });

  test('are caught at a deadline that passes as well', () => {
    const room = aClass({ seats: 24 })
      .opens()
      .joins(1)
      .waits(60_000 + GRACE_MS);
    expect(room.does({ type: 'clock.due', screenRevision: room.lesson.screenRevision }).lesson.phase).toBe('recount');
  });
});

describe('the time of a vote', () => {
  test('begins three seconds after the press and ends a minute later, with a second and a half of grace', () => {
    const room = aClass().reaches('question');
    const pressed = room.now;
    room.next();
    expect(room.lesson.round).toMatchObject({ opensAt: pressed + HEADS_UP_MS, deadline: pressed + HEADS_UP_MS + 60_000 });
    expect(room.triesVote(0, 'a')).toBe('vote-not-open');
    room.waits(HEADS_UP_MS);
    expect(room.triesVote(0, 'a')).toBe(null);
    room.waits(60_000 + GRACE_MS);
    expect(room.triesVote(1, 'a')).toBe(null);
    room.waits(1);
    expect(room.triesVote(2, 'a')).toBe('vote-closed');
    expect(room.does({ type: 'clock.due', screenRevision: room.lesson.screenRevision }).lesson.phase).toBe('closing');
    expect(Object.keys(room.lesson.round!.ballots)).toEqual(['0', '1']);
  });

  test('grows by what the teacher gives, from now on where it was already over', () => {
    const room = aClass().opens();
    const deadline = room.lesson.round!.deadline!;
    expect(room.does({ type: 'vote.extend', round: room.round, seconds: 30 }).lesson.round?.deadline).toBe(deadline + 30_000);
    room.waits(100_000);
    expect(room.does({ type: 'vote.extend', round: room.round, seconds: 10 }).lesson.round?.deadline).toBe(room.now + 10_000);
    expect(room.triesVote(0, 'a')).toBe(null);
  });

  test('has no end where the teacher took the timer off, or the story has none', () => {
    const room = aClass().opens();
    room.does({ type: 'vote.untimed', round: room.round }).waits(3_600_000);
    expect(room.triesVote(0, 'a')).toBe(null);
    expect(room.tries({ type: 'clock.due', screenRevision: room.lesson.screenRevision })).toBe('not-now');
    expect(room.votes('a', 23).closes().opens().lesson.round?.deadline).toBe(null);
  });

  test('stands still while the lesson is paused, a minute of pause for a minute of time', () => {
    const room = aClass().opens().waits(10_000);
    const { deadline } = room.lesson.round!;
    room.does({ type: 'lesson.pause', on: true }).waits(300_000);
    expect(room.tries({ type: 'clock.due', screenRevision: room.lesson.screenRevision })).toBe('not-now');
    room.does({ type: 'lesson.pause', on: true }).does({ type: 'lesson.pause', on: false });
    expect(room.lesson.round?.deadline).toBe(deadline! + 300_000);
    expect(room.triesVote(0, 'a')).toBe(null);
  });

  test('that has not begun waits for the end of a pause too', () => {
    const room = aClass()
      .reaches('question')
      .next()
      .waits(1000)
      .does({ type: 'lesson.pause', on: true })
      .waits(60_000)
      .does({ type: 'lesson.pause', on: false });
    expect(room.triesVote(0, 'a')).toBe('vote-not-open');
    expect(room.waits(2000).triesVote(0, 'a')).toBe(null);
  });

  test('is given back where the server was away', () => {
    const room = aClass().opens();
    const { deadline } = room.lesson.round!;
    room.waits(90_000).does({ type: 'server.resumed', down: 80_000 });
    expect(room.lesson.round?.deadline).toBe(deadline! + 80_000);
    expect(room.triesVote(0, 'a')).toBe(null);
  });

  test('stays open after a crash for whoever asks again, though the server knows only roughly how long it was away', () => {
    const room = aClass().opens().seatVotes(0, 'a').waits(5000).does({ type: 'server.resumed', down: 5800 });
    expect(room.lesson.round?.opensAt).toBe(room.now - 5000);
    expect(room.triesVote(1, 'a')).toBe(null);
  });

  test('is given back once where the server was away during a pause', () => {
    const room = aClass().opens();
    const { deadline } = room.lesson.round!;
    room
      .does({ type: 'lesson.pause', on: true })
      .waits(90_000)
      .does({ type: 'server.resumed', down: 80_000 })
      .does({ type: 'lesson.pause', on: false });
    expect(room.lesson.round?.deadline).toBe(deadline! + 90_000);
  });

  test('never runs backwards, though a clock may', () => {
    const room = aClass().opens();
    const { now } = room.lesson;
    room.waits(-60_000);
    room.does({ type: 'door.lock', locked: true });
    expect(room.lesson.now).toBe(now);
  });
});

describe('a talk with a neighbour', () => {
  const talking = () => aClass().votes('a', 24).closes().votes('x', 24).closes();

  test('comes between the close and the reveal, for the thirty seconds of the story', () => {
    const room = talking();
    expect(room.lesson.phase).toBe('talk');
    expect(room.lesson.talkUntil).toBe(room.now + 30_000);
    room.waits(30_000).does({ type: 'clock.due', screenRevision: room.lesson.screenRevision });
    expect(room.lesson.phase).toBe('reveal');
    expect(room.lesson.current?.choice).toBe('x');
  });

  test('ends sooner where the teacher goes on', () => {
    expect(talking().next().lesson.phase).toBe('reveal');
  });

  test('stands still while the lesson is paused, and is given back where the server was away', () => {
    const room = talking();
    const until = room.lesson.talkUntil;
    room.does({ type: 'lesson.pause', on: true }).waits(60_000).does({ type: 'lesson.pause', on: false });
    room.does({ type: 'server.resumed', down: 5000 });
    expect(room.lesson.talkUntil).toBe(until! + 65_000);
  });
});

describe('a scene', () => {
  const playing = () => aClass().next();
  const at = (room: ReturnType<typeof aClass>) => position(room.lesson.playhead!, room.now);

  test('plays by itself, is held, and goes on where it was', () => {
    const room = playing().waits(700).does({ type: 'scene.hold', on: true }).waits(9000);
    expect(at(room)).toBe(700);
    expect(at(room.does({ type: 'scene.hold', on: true }).does({ type: 'scene.hold', on: false }).waits(100))).toBe(800);
  });

  test('is moved from beat to beat, and left only after the last', () => {
    const room = playing();
    const starts = [1000, 2000, 4000, 5000].map(() => at(room.next()));
    expect(starts).toEqual([1000, 2000, 4000, 5000]);
    expect(room.lesson.phase).toBe('scene');
    expect(room.next().lesson.phase).toBe('question');
  });

  test('that played to its end is left by one press', () => {
    expect(playing().waits(5000).next().lesson.phase).toBe('question');
  });

  test('is moved on while it is held, and stays held', () => {
    const room = playing().does({ type: 'scene.hold', on: true }).next().waits(400);
    expect(room.lesson.playhead).toEqual({ offset: 1000, since: null });
  });

  test('says its newest line once more, pressed again at once the line before it, and nothing of it is counted', () => {
    const again = (room: ReturnType<typeof aClass>) => room.does({ type: 'scene.again', screenRevision: room.lesson.screenRevision });
    const room = playing().waits(4900);
    const before = room.lesson;
    expect([0, 100, 100].map((ms) => at(again(room.waits(ms))))).toEqual([1000, 0, 0]);
    expect({ ...room.lesson, playhead: null, now: 0, spokenAt: 0 }).toEqual({ ...before, playhead: null, now: 0, spokenAt: 0 });
    expect(room.waits(5000).next().lesson.phase).toBe('question');
    expect(room.tries({ type: 'scene.again', screenRevision: room.lesson.screenRevision })).toBe('not-now');
  });

  test('goes back from its end, and held it stays held', () => {
    const room = playing().waits(60_000);
    expect(at(room.does({ type: 'scene.again', screenRevision: room.lesson.screenRevision }))).toBe(4000);
    const held = playing().waits(3500).does({ type: 'scene.hold', on: true });
    held.does({ type: 'scene.again', screenRevision: held.lesson.screenRevision });
    expect(held.lesson.playhead).toEqual({ offset: 1000, since: null });
  });

  test('stands still while the lesson is paused and while the server is away', () => {
    const room = playing().waits(500).does({ type: 'lesson.pause', on: true }).waits(60_000).does({ type: 'lesson.pause', on: false });
    expect(at(room)).toBe(500);
    expect(at(room.waits(3000).does({ type: 'server.resumed', down: 3000 }))).toBe(500);
  });
});

describe('a vote of a seat', () => {
  test('is the last by its own count, whatever arrives last', () => {
    const room = aClass().opens().seatVotes(0, 'a', 1).seatVotes(0, 'b', 3);
    expect(room.triesVote(0, 'a', 2)).toBe('vote-older');
    expect(inWords(room.story, room.lesson.round!).ballots[0]).toEqual({ choice: 'b', counter: 3 });
  });

  test('may be repeated without harm, and taken back to watching', () => {
    const room = aClass().opens().seatVotes(0, 'a', 1);
    const before = structuredClone(room.lesson);
    expect(room.seatVotes(0, 'a', 1).lesson).toEqual(before);
    expect(inWords(room.story, room.seatVotes(0, null, 2).lesson.round!).ballots[0]).toEqual({ choice: null, counter: 2 });
  });

  test('is known nowhere after the release', () => {
    const room = aClass().votes('a', 14).votes('b', 10).closes();
    expect(room.lesson.round).toBe(null);
    const { decisions, current, ...others } = room.lesson;
    expect(JSON.stringify(others)).not.toMatch(/"choice"|"counter"|ballots/);
    expect(decisions).toEqual([current]);
  });
});

describe('back to a decision', () => {
  const decided = () => aClass().votes('a', 14).votes('b', 10).closes().reaches('question', 'tweede');

  test('with a choice shows the other path, which the class did not choose', () => {
    const room = decided().does({ type: 'story.back', node: 'eerste', choice: 'b' });
    expect(room.lesson.phase).toBe('reveal');
    expect(room.lesson.current).toEqual({ node: 'eerste', choice: 'b', by: 'what-if', released: null });
    room.reaches('scene', 'na-b');
    expect(room.lesson.point.variables).toEqual({ eerste: 'b' });
    expect(room.path).toEqual(['eerste a class', 'eerste b what-if']);
  });

  test('leads back to where the class was: the question that it was about to answer', () => {
    const room = decided().does({ type: 'story.back', node: 'eerste', choice: 'b' }).reaches('scene', 'na-b');
    expect(room.lesson.detour).toMatchObject({ point: { node: 'tweede', variables: { eerste: 'a' } }, current: null });
    room.does({ type: 'story.return' });
    expect([room.lesson.phase, room.lesson.point, room.lesson.detour]).toEqual(['question', { node: 'tweede', variables: { eerste: 'a' } }, null]);
    expect(room.tries({ type: 'story.return' })).toBe('not-now');
  });

  test('or its own decision, as it stood there, and from there along its own path; a look during a look changes nothing of that', () => {
    const room = aClass().votes('a', 14).votes('b', 10).closes();
    const own = room.lesson.current;
    const [before] = [looks(room).stage];
    room.does({ type: 'story.back', node: 'eerste', choice: 'b' }).does({ type: 'story.back', node: 'eerste', choice: 'a' });
    expect(looks(room)).toMatchObject({ stage: { detour: true }, desk: { detour: true } });
    room.does({ type: 'story.return' });
    expect([room.lesson.phase, room.lesson.current, room.lesson.detour]).toEqual(['reveal', own, null]);
    expect(looks(room).stage).toMatchObject({ detour: false, screen: (before as StageView).screen });
    room.reaches('scene', 'na-a');
    expect(room.lesson.point.variables).toEqual({ eerste: 'a' });
  });

  test('leaves what the class decided as it was, also where it decides the same again on the other path, and votes anew with what it had', () => {
    const room = decided().votes('x', 24).closes().reaches('reveal');
    const [own, known] = [room.lesson.current, room.lesson.checkpoints];
    room.does({ type: 'story.back', node: 'eerste', choice: 'b' }).votes('y', 24).closes().reaches('reveal');
    expect(room.path.at(-1)).toBe('tweede y class');
    room.does({ type: 'story.return' });
    expect([room.lesson.phase, room.lesson.current, room.lesson.checkpoints]).toEqual(['reveal', own, known]);
    const { steps } = looks(room).debrief as DebriefView;
    expect(steps.find(({ node }) => node === 'tweede')?.choices.filter(({ taken }) => taken)).toMatchObject([{ id: 'x' }]);
  });

  test('and back is the decision that waits on another day', () => {
    const room = decided().votes('x', 24).closes().reaches('reveal');
    const own = room.lesson.current;
    room.does({ type: 'story.back', node: 'eerste', choice: 'b' }).does({ type: 'story.return' });
    room.lesson = unarchive(JSON.parse(JSON.stringify(archive(room.story, room.lesson, room.now))));
    room.joins(12).does({ type: 'headcount.confirm', count: 12 }).next();
    expect([room.lesson.phase, room.lesson.current]).toEqual(['reveal', own]);
    expect(looks(room).stage).toMatchObject({ screen: { kind: 'reveal', path: { id: 'x' } } });
  });

  test('after the end of the story shows another end, and the class keeps its own', () => {
    const room = decided().votes('x', 24).closes().reaches('end');
    const { debrief } = looks(room);
    room.does({ type: 'story.back', node: 'eerste', choice: 'b' }).does({ type: 'lesson.end' });
    expect([room.lesson.point.node, room.lesson.detour]).toEqual(['slot', null]);
    expect((looks(room).debrief as DebriefView).ending).toBe((debrief as DebriefView).ending);
  });

  test('a class that votes anew is on its own path, and a lesson that goes on another day still knows the way back', () => {
    const away = () => decided().does({ type: 'story.back', node: 'eerste', choice: 'b' });
    expect(away().does({ type: 'story.back', node: 'eerste', choice: null }).lesson.detour).toBe(null);
    const next = away();
    next.lesson = unarchive(JSON.parse(JSON.stringify(archive(next.story, next.lesson, next.now))));
    next.does({ type: 'story.return' });
    expect([next.lesson.phase, next.lesson.point.node]).toEqual(['together', 'tweede']);
  });

  test('without one votes again: only the path of the second vote is told', () => {
    const room = decided().does({ type: 'story.back', node: 'eerste', choice: null });
    expect(room.lesson.point).toEqual({ node: 'eerste', variables: { eerste: 'geen' } });
    room.votes('a', 9).votes('b', 15).closes();
    expect(room.released).toEqual({ shown: 'path', path: 'b' });
    expect(room.path).toEqual(['eerste a class', 'eerste b class']);
  });

  test('has another name for every opening, so a late vote never lands in the second', () => {
    const first = aClass().opens();
    const round = first.round;
    const room = first.votes('a', 24).closes().does({ type: 'story.back', node: 'eerste', choice: null }).opens();
    expect(room.round).not.toBe(round);
    expect(room.triesVote(0, 'a', 9, round)).toBe('round-unknown');
  });

  test('leaves whoever came after the first vote watching, also at a third', () => {
    const room = decided().joins(2).does({ type: 'story.back', node: 'eerste', choice: null }).opens();
    expect(voters(room.lesson)).toHaveLength(24);
    expect(room.triesVote(24, 'a')).toBe('seat-late');
    room.votes('a', 24).does({ type: 'headcount.confirm', count: 26 }).closes();
    room.joins(1).does({ type: 'headcount.confirm', count: 27 }).does({ type: 'story.back', node: 'eerste', choice: null }).opens();
    expect(room.triesVote(23, 'a')).toBe(null);
    expect(room.triesVote(25, 'a')).toBe('seat-late');
    expect(room.triesVote(26, 'a')).toBe('seat-late');
  });

  test('lets them vote at the next question, which is new to everybody', () => {
    const room = decided().joins(1).does({ type: 'headcount.confirm', count: 25 }).opens();
    expect(room.triesVote(24, 'x')).toBe(null);
  });
});

describe('a locked lesson', () => {
  test('keeps new phones out and everybody in', () => {
    const room = aClass().does({ type: 'door.lock', locked: true });
    expect(room.tries({ type: 'seat.joined', token: 'new', look: 1 })).toBe('door-locked');
    expect(activeSeats(room.does({ type: 'door.lock', locked: false }).joins(1).lesson)).toHaveLength(25);
  });

  test('that is unlocked lets a removed phone in again with a new seat', () => {
    const room = aClass({ seats: 8 }).does({ type: 'seats.removed', seats: [3] });
    room.does({ type: 'seat.joined', token: 'token-3', look: 3 });
    expect(activeSeats(room.lesson).map((seat) => seat.id)).toEqual([0, 1, 2, 4, 5, 6, 7, 8]);
  });
});

describe('the end', () => {
  test('of the story is a screen, of the lesson is for good', () => {
    const room = aClass().votes('a', 24).closes().votes('x', 24).closes().reaches('end');
    expect(room.lesson.phase).toBe('end');
    expect(room.does({ type: 'lesson.end' }).lesson.phase).toBe('over');
  });

  test('in the middle of a vote leaves no ballot', () => {
    const room = aClass().votes('a', 20).does({ type: 'lesson.end' });
    expect(room.lesson.round).toBe(null);
    expect(room.lesson.decisions).toEqual([]);
  });

  test('another device may steer as well, with a key of its own', () => {
    expect(aClass().does({ type: 'desk.paired', token: 'second' }).lesson.keys.desk).toEqual(['desk', 'second']);
  });
});

describe('an archived lesson', () => {
  test('tells nothing of a result that an end in the middle of its talk left', () => {
    const room = aClass().votes('a', 24).closes().votes('x', 20).closes();
    expect(room.lesson).toMatchObject({ phase: 'talk', current: { released: { shown: 'bands' } } });
    const left = archive(room.story, room.does({ type: 'lesson.end' }).lesson, room.now);
    expect([left.current, left.decisions.map(({ node }) => node)]).toEqual([null, ['eerste']]);
  });

  test('keeps no seat, no token and no ballot, but the path and its results', () => {
    const room = aClass().votes('a', 14).votes('b', 10).closes().votes('x', 20);
    const resting = archive(room.story, room.lesson, room.now);
    expect(JSON.stringify(resting)).not.toContain('token-');
    expect(resting).toMatchObject({
      seats: [],
      round: null,
      headCount: null,
      phase: 'lobby',
      decisions: room.lesson.decisions,
      point: room.lesson.point,
    });
  });

  test('goes on in the lobby where it was, with whoever comes then', () => {
    const room = aClass().votes('a', 24).closes().reaches('scene', 'na-a');
    room.lesson = archive(room.story, room.lesson, room.now);
    room.joins(9).does({ type: 'headcount.confirm', count: 9 }).next();
    expect(room.lesson).toMatchObject({ phase: 'scene', point: { node: 'na-a' } });
    expect(room.votes('x', 9).closes().path).toEqual(['eerste a class', 'tweede x class']);
  });

  test('shows first the decision that was on the board when it was archived', () => {
    const room = aClass().votes('b', 24).closes();
    room.lesson = archive(room.story, room.lesson, room.now);
    expect(room.joins(9).does({ type: 'headcount.confirm', count: 9 }).next().lesson.phase).toBe('reveal');
    expect(room.next().lesson.point.node).toBe('na-b');
  });

  test('that had ended stays ended', () => {
    const room = aClass().does({ type: 'lesson.end' });
    expect(archive(room.story, room.lesson, room.now).phase).toBe('over');
  });
});

test('the variables of a path are those that the story machine gives', () => {
  const room = aClass().votes('b', 24).closes().next();
  expect(room.lesson.point).toEqual(advance(petje.machine, { node: 'eerste', variables: { eerste: 'geen' } }, { type: 'CHOOSE', choice: 'b' }));
});
