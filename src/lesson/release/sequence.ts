import { type Division, divisions, poolings } from './audit.ts';

/**
 * What several results tell together. A curious teacher who knows who is in the room may guess that all pupils choose the same whenever they are
 * asked the same. Then every class that one can imagine is the choice of one pupil, who may be away now and then, and a division of the others.
 */
export interface ImaginedClass {
  /** An option, or as many as there are options: "Ik kijk mee". */
  one: number;
  /** How many of the others choose each option; the last of them watch. */
  others: Division;
}

/** Every class of so many pupils, asked something with so many options. */
export function* imaginedClasses(pupils: number, options: number): Generator<ImaginedClass> {
  for (const others of divisions(pupils - 1, options + 1)) for (let one = 0; one <= options; one++) yield { one, others };
}

/** What is certain: of the one pupil, or of everybody else. */
export interface Certainty {
  who: 'the one' | 'everybody else';
  choice: number;
  /** What those chose who pool their own votes. */
  known: Division;
}

/** The choice that all share, or null. */
function shared(choices: readonly number[]): number | null {
  const [first, ...more] = choices;
  return first !== undefined && more.every((choice) => choice === first) ? first : null;
}

/** The only option that so many can have chosen, or null. */
const onlyOne = (division: Division): number | null => {
  const chosen = division.flatMap((count, option) => (count > 0 ? [option] : []));
  return chosen.length === 1 ? (chosen[0] ?? null) : null;
};

/** What somebody learns who knows that the class is one of these, with at most `coalition` others who tell what they chose; null: nothing for certain. */
export function certaintyOf(classes: readonly ImaginedClass[], pupils: number, coalition: number): Certainty | null {
  const kinds = classes[0]?.others.length ?? 1;
  for (const known of poolings(coalition, pupils, kinds)) {
    const possible = classes.filter(({ others }) => others.every((count, option) => count >= (known[option] ?? 0)));
    const one = shared(possible.map((imagined) => imagined.one));
    if (one !== null) return { who: 'the one', choice: one, known };
    const rest = possible.map(({ others }) => onlyOne(others.map((count, option) => count - (known[option] ?? 0))));
    const all = rest.includes(null) ? null : shared(rest.map((option) => option ?? -1));
    if (all !== null) return { who: 'everybody else', choice: all, known };
  }
  return null;
}
