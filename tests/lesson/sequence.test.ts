import { describe, expect, test } from 'vitest';
import { choiceOf } from '../../src/lesson/marks.ts';
import { answerersOf, questionOf } from '../../src/lesson/release/question.ts';
import type { Count } from '../../src/lesson/release/release.ts';
import type { Lesson } from '../../src/lesson/state.ts';
import { closeOf } from '../../src/lesson/step.ts';
import type { Band, Released } from '../../src/protocol/released.ts';
import { CuriousTeacher, type Rule, THE_RULE, type Topic } from '../support/lesson/curious-teacher.ts';
import { petje } from '../support/lesson/petje.ts';
import { randomFrom } from '../support/random.ts';

/**
 * A curious teacher does whatever a desk can do: asks again, goes back, looks at another path, skips, mixes hands and phones, counts the heads anew, takes
 * the pupil away, types own texts and other names for them, asks before and after. All pupils choose the same each time, and one of them comes and goes.
 * After everything that the board shows, every class that fits it is counted: no choice may be the same in all of them.
 */
const SEED = 20_261_130;
const SCRIPTS = 160;
const MOVES = 70;
const SIZES: Record<Topic, readonly number[]> = { eerste: [8, 9, 10, 11, 14], tweede: [8, 9], agree: [8, 9, 10, 14], item: [13, 14, 15] };
const TOPICS = ['eerste', 'tweede', 'agree', 'item'] as const;

interface Play {
  topic: Topic;
  pupils: number;
  rule: Rule;
  seed: number;
  /** Two lessons of the same story; `away`: the pupil is in one of them only. */
  lessons?: { away: boolean };
}

/** What the teacher knows for certain after one lesson, or two. */
function play({ topic, pupils, rule, seed, lessons }: Play) {
  const teacher = new CuriousTeacher(topic, pupils, rule, randomFrom(seed));
  for (let sitting = 0; sitting < (lessons ? 2 : 1) && !teacher.found; sitting++) {
    if (sitting > 0) teacher.begins();
    if (lessons) teacher.presence = lessons.away && sitting === 1 ? 'away' : 'here';
    for (let move = 0; move < (lessons ? 25 : MOVES) && !teacher.found; move++) teacher.move();
  }
  return teacher.found;
}

/** The first of so many plays in which something is certain. */
function search(plays: Omit<Play, 'seed' | 'topic' | 'pupils'> & { topics: readonly Topic[] }, scripts: number) {
  const random = randomFrom(SEED);
  for (let script = 0; script < scripts; script++) {
    const topic = plays.topics[script % plays.topics.length] as Topic;
    const at = { ...plays, topic, pupils: random.pick(SIZES[topic]), seed: SEED + script };
    const found = play(at);
    if (found) return { topic, pupils: at.pupils, script, found };
  }
  return null;
}

test(`of ${SCRIPTS} lessons with a curious teacher none makes anybody certain of one pupil, or of a tie`, () => {
  expect(search({ topics: TOPICS, rule: THE_RULE }, SCRIPTS)).toBeNull();
});

test('nor do two lessons of the same story with the same pupils', () => {
  expect(search({ topics: ['eerste', 'tweede', 'item'], rule: THE_RULE, lessons: { away: false } }, 30)).toBeNull();
});

/**
 * No rule of one lesson can hold this: whatever depends on the votes moves at some edge, and no lesson knows who was in another. Numbers tell the pupil
 * who was away on one of the two days always, the words only where a count lies on the edge of a word, in a class where nobody else changes.
 */
test('two lessons on two days can tell a pupil who was away on one of them', () => {
  expect(search({ topics: ['eerste'], rule: THE_RULE, lessons: { away: true } }, 100)).not.toBeNull();
});

/** Each of these was once the rule, or nearly: the search must find what it tells. */
describe('the search finds a pupil or a tie', () => {
  const votesIn = (lesson: Lesson): Count['votes'] => {
    const votes: Count['votes'] = {};
    for (const ballot of Object.values(lesson.round?.ballots ?? {})) {
      const choice = choiceOf(petje, lesson.point.node, ballot.choice);
      if (choice !== null) votes[choice] = (votes[choice] ?? 0) + 1;
    }
    return votes;
  };
  const instead = (change: (lesson: Lesson) => Lesson): Rule => ({ ...THE_RULE, close: (lesson, lot) => closeOf(petje, change(lesson), lot) });
  const inWords = (change: (released: Extract<Released, { shown: 'bands' }>, lesson: Lesson) => Released): Rule => ({
    ...THE_RULE,
    close: (lesson, lot) => {
      const { answered, result } = THE_RULE.close(lesson, lot);
      return { answered, result: { ...result, released: result.released.shown === 'bands' ? change(result.released, lesson) : result.released } };
    },
  });
  /** Whoever answers now is taken for everybody who answered the first time. */
  const whoeverAnswers = instead((lesson) =>
    lesson.round ? { ...lesson, answered: { ...lesson.answered, [questionOf(petje, lesson.round.node)]: answerersOf(lesson.round) } } : lesson,
  );
  const everyNodeAnew = instead((lesson) => ({
    ...lesson,
    decisions: lesson.decisions.filter(({ node }) => node === lesson.point.node),
    candidates: lesson.candidates.map(({ id }) => ({ id, text: null })),
  }));
  const numbers = inWords((released, lesson) => ({ ...released, bands: votesIn(lesson) as unknown as Record<string, Band> }));
  const fourWords = inWords((released, lesson) => {
    const votes = votesIn(lesson);
    const cast = Object.values(votes).reduce((sum, count) => sum + count, 0);
    const band = (count: number): Band => (count <= 3 ? 'few' : count >= cast - 3 ? 'almost-all' : count > cast / 2 ? 'most' : 'some');
    return { ...released, bands: Object.fromEntries(Object.keys(released.bands).map((id) => [id, band(votes[id] ?? 0)])) };
  });
  const bothHalves: Rule = { ...whoeverAnswers, pair: (lesson) => lesson.decisions.map(({ released }) => released) };

  test.each([
    ['own agreements under other names are another question', { topics: ['agree'], rule: { ...everyNodeAnew, admitsAll: true } }],
    ['numbers, in two debriefs of a class of which one pupil was away', { topics: ['eerste'], rule: numbers, lessons: { away: true } }],
    ['the path of a second vote without one pupil', { topics: ['eerste'], rule: whoeverAnswers }],
    ['the path of a second vote with one pupil more', { topics: ['eerste'], rule: { ...whoeverAnswers, admitsAll: true } }],
    ['the bands before and after with one pupil away', { topics: ['item'], rule: bothHalves }],
    ['four words, which tell a tie', { topics: ['eerste'], rule: fourWords }],
  ] as const)('where the rule is: %s', (_, plays) => {
    const found = search(plays, 400);
    expect(found).not.toBeNull();
  });
});
