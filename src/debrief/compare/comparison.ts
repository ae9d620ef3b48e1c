import type { ChoiceId, NodeId } from '../../protocol/identity.ts';
import type { Band, Released } from '../../protocol/released.ts';
import type { DebriefView } from '../../protocol/views/debrief.ts';

/**
 * Two lessons side by side tell less than each of them alone (proved in tests/debrief/comparison.test.ts).
 * Two classes: bands. The same class twice: the paths, and a change only where it is large. Otherwise a
 * pupil who was there only once, in a class where nobody else changed, would have given the choice away.
 */
export type Relation = 'two-classes' | 'same-class';
export type Change = 'more' | 'less' | 'alike' | 'unknown';

type Bands = Record<ChoiceId, Band>;

/** Where no more than a path was released there is nothing to compare. */
export const bandsOf = (released: Released | null): Bands | null => (released?.shown === 'bands' ? released.bands : null);

const large = (band: Band | undefined) => band === 'most' || band === 'almost-all';

export function changeOf(before: Band | undefined, after: Band | undefined): Change {
  if (before === undefined || after === undefined) return 'unknown';
  if (before === 'few' && large(after)) return 'more';
  return large(before) && after === 'few' ? 'less' : 'alike';
}

export interface ComparedChoice {
  id: ChoiceId;
  text: string;
  /** Whether the class took it, in the one lesson and in the other. */
  taken: [boolean, boolean];
  /** In two classes; null where nothing was released. */
  bands: [Band | null, Band | null] | null;
  /** In the same class twice. */
  change: Change | null;
}
export interface ComparedQuestion {
  node: NodeId;
  title: string;
  question: string;
  choices: ComparedChoice[];
}

/** The questions that were released in both lessons. */
export function compare(one: DebriefView, other: DebriefView, relation: Relation): ComparedQuestion[] {
  if (one.story.id !== other.story.id) return [];
  return one.steps.flatMap((step) => {
    const twin = other.steps.find((candidate) => candidate.node === step.node);
    // What one of them was not asked, it did not choose.
    if (!twin || step.by === 'not-asked' || twin.by === 'not-asked') return [];
    const [mine, theirs] = [bandsOf(step.released), bandsOf(twin.released)];
    const choices = step.choices.map(({ id, text, taken }): ComparedChoice => {
      const alsoTaken = twin.choices.find((choice) => choice.id === id)?.taken ?? false;
      return {
        id,
        text,
        taken: [taken, alsoTaken],
        bands: relation === 'two-classes' ? [mine?.[id] ?? null, theirs?.[id] ?? null] : null,
        change: relation === 'same-class' ? changeOf(mine?.[id], theirs?.[id]) : null,
      };
    });
    return [{ node: step.node, title: step.title, question: step.question, choices }];
  });
}
