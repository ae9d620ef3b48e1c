import { describe, expect, test } from 'vitest';
import { archive } from '../../src/lesson/archive.ts';
import type { DebriefView } from '../../src/protocol/views/debrief.ts';
import type { DeskView } from '../../src/protocol/views/desk.ts';
import type { StageView } from '../../src/protocol/views/stage.ts';
import { aClass, type Class } from '../support/lesson/class.ts';
import { petje, shared } from '../support/lesson/petje.ts';
import { looks } from '../support/lesson/views-of.ts';

const screen = (room: Class) => (looks(room).stage as StageView).screen;
const desk = (room: Class) => looks(room).desk as DeskView;
const debrief = (room: Class) => looks(room).debrief as DebriefView;
const bank = (...ids: string[]) => ids.map((id) => ({ id, text: null }));

/** Through the story, with a few votes here and there. */
const toEnd = (room: Class) => room.votes('a', 24).closes().votes('x', 24).closes().reaches('end');
const asked = (yes: number, no: number, items = ['oordeel']) => {
  const room = aClass().does({ type: 'items.set', items });
  for (const _ of items) room.votes('yes', yes).votes('no', no).closes();
  return room;
};
const again = (room: Class, yes: number, no: number) => toEnd(room).does({ type: 'items.ask' }).votes('yes', yes).votes('no', no).closes();

describe('questions before and after a story', () => {
  test('are off unless chosen', () => {
    expect(desk(aClass()).items.bank.map(({ chosen }) => chosen)).toEqual([false, false]);
    expect(aClass().next().lesson.point.node).toBe('begin');
  });

  test('are offered no more once retired, except to the lesson that asked them', () => {
    const { oordeel, schatting } = shared.items;
    if (!oordeel || !schatting) throw new Error('the items of the tests have other names');
    const items = { oordeel: { ...oordeel, retired: true }, schatting };
    const room = aClass({ story: { ...petje, beside: { items, agreements: shared.agreements } } });
    expect(desk(room).items.bank.map(({ id }) => id)).toEqual(['schatting']);
    // A lesson of an older folder is folded from its events, which still name it.
    expect(desk(room.does({ type: 'items.set', items: ['oordeel'] }).reaches('question')).items.bank).toEqual([]);
    expect(room.lesson.point.node).toBe('before.oordeel');
  });

  test('come one by one before the story, whose first scene follows', () => {
    const room = asked(20, 4, ['schatting', 'oordeel']);
    expect(room.lesson.decisions.map(({ node }) => node)).toEqual(['before.oordeel', 'before.schatting']);
    expect(room.lesson).toMatchObject({ phase: 'scene', point: { node: 'begin' }, returnPoint: null });
  });

  test('tell nothing until both have been answered, and then both at once, in bands, with what they do not prove', () => {
    const before = asked(14, 10);
    expect(looks(before)).toEqual(looks(asked(3, 21)));
    const room = again(before, 2, 22);
    expect(screen(room)).toMatchObject({
      kind: 'results',
      note: expect.stringContaining('bewijst het niets'),
      results: [
        { vote: { node: 'before.oordeel' }, released: { shown: 'bands', bands: { yes: 'most', no: 'some' } } },
        { vote: { node: 'after.oordeel' }, released: { shown: 'bands', bands: { yes: 'few', no: 'almost-all' } } },
      ],
    });
    expect(room.next().lesson).toMatchObject({ phase: 'end', returnPoint: null });
    expect(JSON.stringify(looks(room))).not.toContain('counts');
  });

  test('tell a change only from a few to more than half, or back: a smaller one could be one pupil', () => {
    const told = (yes: number, no: number) => screen(again(asked(14, 10), yes, no));
    expect(told(10, 14)).toMatchObject({ results: [{ released: { shown: 'bands' } }, { released: { shown: 'alike' } }] });
    expect(told(14, 10)).toEqual(told(10, 14));
  });

  test('tell nothing where not all who answered before answered after', () => {
    const room = again(asked(14, 10), 2, 21);
    expect(screen(room)).toMatchObject({ results: [{ released: { shown: 'incomplete' } }, { released: { shown: 'incomplete' } }] });
    const other = again(asked(3, 21), 21, 2);
    expect(screen(other)).toEqual(screen(room));
    const left = toEnd(asked(14, 10)).does({ type: 'seats.removed', seats: [3] });
    expect(left.tries({ type: 'items.ask' })).toBe('items-missing');
  });

  test('of which one half does not pass the rule tell neither', () => {
    const watching = toEnd(asked(20, 4)).does({ type: 'items.ask' }).votes('yes', 6).votes('no', 4).votes(null, 14).closes();
    expect(screen(watching)).toMatchObject({ results: [{ released: null }, { released: null }] });
    const room = watching;
    expect(debrief(room.next()).gaps).toEqual([]);
  });

  test('are asked again only of those who were there before', () => {
    const room = toEnd(asked(20, 4)).joins(1).does({ type: 'headcount.confirm', count: 25 }).does({ type: 'items.ask' }).opens();
    expect(room.triesVote(24, 'yes')).toBe('seat-late');
  });

  test('are in the debrief as a pair with its note, and in no decision to go back to', () => {
    const room = again(asked(20, 4), 20, 4).next();
    expect(debrief(room).gaps.at(-1)).toMatchObject({ node: 'pair.oordeel', note: expect.stringContaining('bewijst het niets') });
    expect(desk(room).decisions.map(({ node }) => node)).toEqual(['eerste', 'tweede']);
    expect(debrief(room).steps.map(({ node }) => node)).toEqual(['eerste', 'tweede']);
  });

  test('are chosen before the story only, out of the bank, and not asked again where nobody answered', () => {
    expect(aClass().tries({ type: 'items.set', items: ['geheim'] })).toBe('item-unknown');
    expect(
      aClass()
        .next()
        .tries({ type: 'items.set', items: ['oordeel'] }),
    ).toBe('not-now');
    expect(toEnd(aClass()).tries({ type: 'items.ask' })).toBe('items-missing');
    expect(toEnd(asked(6, 4)).tries({ type: 'items.ask' })).toBe('items-missing');
  });

  test('are skipped in a class too small to vote', () => {
    const room = aClass({ seats: 7 })
      .does({ type: 'items.set', items: ['oordeel'] })
      .next();
    expect(room.lesson).toMatchObject({ phase: 'scene', point: { node: 'begin' }, decisions: [] });
  });

  test('are forgotten overnight where they were answered once, the answers too: nobody knows any more who was asked, and the desk says so', () => {
    const room = toEnd(asked(20, 4));
    expect(desk(room).items).toMatchObject({ askable: true, lapsed: false });
    const later = asked(20, 4);
    later.lesson = archive(later.story, later.lesson, later.now);
    expect(later.lesson).toMatchObject({ phase: 'lobby', items: [], decisions: [], itemsLapsed: true });
    later.joins(24).does({ type: 'headcount.confirm', count: 24 }).next();
    expect(later.lesson).toMatchObject({ phase: 'scene', point: { node: 'begin' } });
    expect(desk(toEnd(later)).items).toMatchObject({ askable: false, lapsed: true });
  });

  test('are archived as their screen told them: not the second half that it withheld', () => {
    const room = again(asked(14, 10), 10, 14).next();
    const { gaps } = debrief(room);
    expect(room.lesson.decisions.findLast(({ node }) => node === 'after.oordeel')?.released).toMatchObject({ shown: 'bands' });
    room.lesson = archive(room.story, room.does({ type: 'lesson.end' }).lesson, room.now);
    expect(room.lesson.decisions.findLast(({ node }) => node === 'after.oordeel')?.released).toEqual({ shown: 'alike' });
    expect(debrief(room).gaps).toEqual(gaps);
  });

  test('that were told stay in the debrief when the lesson is over', () => {
    const room = again(asked(20, 4), 20, 4).next();
    const { gaps } = debrief(room);
    room.does({ type: 'lesson.end' });
    room.lesson = archive(room.story, room.lesson, room.now);
    expect(debrief(room).gaps).toEqual(gaps);
    expect(debrief(room).gaps.map(({ node }) => node)).toContain('pair.oordeel');
  });
});

describe('the agreements of a class', () => {
  const atEnd = () => toEnd(aClass());
  const voted = () =>
    atEnd().does({
      type: 'agreements.ask',
      candidates: [
        { id: '4', text: null },
        { id: 'own-1', text: 'We luisteren naar elkaar.' },
      ],
    });

  test('are voted on like any open question, out of those that the teacher ticked', () => {
    const room = voted();
    expect(screen(room)).toMatchObject({
      kind: 'question',
      vote: {
        choices: [
          { id: '4', letter: 'A', text: 'Afspraak 4' },
          { id: 'own-1', letter: 'B', text: 'We luisteren naar elkaar.' },
        ],
      },
    });
    room.votes('own-1', 18).votes('4', 6).closes();
    // The teacher typed one of the two: never more than a path.
    expect(screen(room)).toMatchObject({ kind: 'reveal', released: { shown: 'path', path: 'own-1' } });
    expect(room.next().lesson).toMatchObject({ phase: 'end', returnPoint: null, agreements: [{ id: 'own-1', text: 'We luisteren naar elkaar.' }] });
    expect(screen(room)).toMatchObject({ agreed: true, agreements: ['We luisteren naar elkaar.'] });
    expect(debrief(room).agreements).toEqual([{ id: 'own-1', text: 'We luisteren naar elkaar.' }]);
    expect(JSON.stringify(debrief(room).steps)).not.toContain('agree');
  });

  test('are collected over rounds, edited, put in order and removed', () => {
    const room = voted().votes('4', 24).closes().next();
    room
      .does({ type: 'agreements.ask', candidates: bank('1', '2', '3') })
      .votes('3', 24)
      .closes()
      .next();
    expect(room.lesson.agreements).toEqual(bank('4', '3'));
    room.does({
      type: 'agreements.set',
      agreements: [
        { id: '3', text: 'Drie, maar anders.' },
        { id: 'own-2', text: 'Van ons.' },
      ],
    });
    expect(debrief(room).agreements.map(({ text }) => text)).toEqual(['Drie, maar anders.', 'Van ons.']);
  });

  test('of a small class are chosen together', () => {
    const room = aClass({ seats: 0, headCount: 5 }).reaches('together').picks('a').reaches('together').picks('x').reaches('end');
    room.does({ type: 'agreements.ask', candidates: bank('1', '2') }).picks('2');
    expect(room.lesson.agreements).toEqual(bank('2'));
  });

  test('the same question asked twice tells only its path', () => {
    const room = atEnd()
      .does({ type: 'agreements.ask', candidates: bank('1', '2') })
      .votes('1', 24)
      .closes()
      .next();
    room
      .does({ type: 'agreements.ask', candidates: bank('1', '2') })
      .votes('2', 24)
      .closes();
    expect(room.released).toEqual({ shown: 'path', path: '2' });
  });

  const typed = (...ids: string[]) => ids.map((id) => ({ id, text: `Tekst ${id}` }));
  const votes = (room: Class, candidates: readonly { id: string; text: string | null }[], one: number, other: number) =>
    room
      .does({ type: 'agreements.ask', candidates: [...candidates] })
      .votes(candidates[0]!.id, one)
      .votes(candidates[1]!.id, other)
      .closes();

  test.each([
    ['the same two', bank('1', '2')],
    ['in another order', bank('2', '1')],
    ['beside a third', bank('3', '1', '2')],
    ['one of them beside another', bank('1', '3')],
    ['two others', bank('3', '4')],
    ['typed by the teacher', typed('own-1', 'own-2')],
  ])('are one question a lesson, so a second vote tells the path, and nothing where one pupil is out of the room: %s', (_, candidates) => {
    const again = (one: number, other: number) => votes(votes(atEnd(), bank('1', '2'), 18, 6).next(), candidates, one, other);
    expect(again(18, 6).released).toEqual({ shown: 'path', path: candidates[0]!.id });
    const room = again(17, 6);
    expect(screen(room)).toMatchObject({ kind: 'too-few', again: true });
    expect(room.lesson.decisions.at(-1)?.by).toBe('class');
    expect(room.picks(candidates[1]!.id).lesson.decisions.at(-1)).toMatchObject({ by: 'together', released: null });
  });

  test('that a teacher typed tell no more than a path, the first time too, whatever their ids', () => {
    const whole = votes(atEnd(), typed('own-1', 'own-2'), 14, 10);
    expect(whole.released).toEqual({ shown: 'path', path: 'own-1' });
    expect(votes(whole.next(), typed('own-3', 'own-4'), 14, 9).lesson.phase).toBe('tooFew');
  });

  test.each([
    ['agreements-number', bank('1')],
    ['agreements-number', bank('1', '1')],
    ['agreements-number', bank('1', '2', '3', '4', '5')],
    ['agreement-unknown', bank('1', '99')],
    ['agreement-unknown', bank('1', 'constructor')],
    ['agreement-unknown', [...bank('1'), { id: 'own-1', text: null }]],
    ['agreement-long', [...bank('1'), { id: 'own-1', text: 'x'.repeat(121) }]],
    ['agreement-long', [...bank('1'), { id: 'own-1', text: '' }]],
    ['agreement-long', [...bank('1'), { id: '2', text: 'een\nregel' }]],
  ] as const)('are refused with %s for %j', (refusal, candidates) => {
    expect(atEnd().tries({ type: 'agreements.ask', candidates: [...candidates] })).toBe(refusal);
  });

  test('are kept up to eight', () => {
    const nine = Array.from({ length: 9 }, (_, index) => ({ id: `own-${index}`, text: `Afspraak ${index}` }));
    expect(atEnd().tries({ type: 'agreements.set', agreements: nine })).toBe('agreements-full');
    expect(atEnd().tries({ type: 'agreements.set', agreements: nine.slice(1) })).toBe(null);
  });

  test('are voted on at the end only', () => {
    expect(
      aClass()
        .next()
        .tries({ type: 'agreements.ask', candidates: bank('1', '2') }),
    ).toBe('not-now');
  });

  test('a lesson that is archived in the middle of the vote resumes at its end', () => {
    const room = voted();
    room.lesson = archive(room.story, room.lesson, room.now);
    room.joins(8).does({ type: 'headcount.confirm', count: 8 }).next();
    expect(room.lesson).toMatchObject({ phase: 'end', point: { node: 'slot' } });
  });
});
