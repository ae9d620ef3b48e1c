/** Votes for each option, in the order of the options: one way in which a class can have voted. */
export type Division = number[];

/** What may be published of votes: several outputs where a lot decides. */
type Outputs = (votes: Division) => string[];

export interface Violation {
  output: string;
  /** What those who pool their own votes chose. */
  known: Division;
  option: number;
  why: 'nobody else chose it' | 'everybody else chose it' | 'only one or two others chose it';
}

/** Every way in which `voters` voters can divide over `options` options. */
export function* divisions(voters: number, options: number): Generator<number[]> {
  if (options === 1) {
    yield [voters];
    return;
  }
  for (let first = 0; first <= voters; first++) for (const rest of divisions(voters - first, options - 1)) yield [first, ...rest];
}

/** Every class that fits what is published, by output. */
export function classesBehind(outputs: Outputs, voters: number, options: number): Map<string, Division[]> {
  const behind = new Map<string, Division[]>();
  for (const votes of divisions(voters, options)) {
    for (const output of new Set(outputs(votes))) {
      const known = behind.get(output);
      if (known) known.push(votes);
      else behind.set(output, [votes]);
    }
  }
  return behind;
}

/** What voters who pool their own votes may have chosen: nobody, one of them, and so on up to `most`. */
export function* poolings(most: number, voters: number, options: number): Generator<number[]> {
  for (let size = 0; size <= Math.min(most, voters - 1); size++) yield* divisions(size, options);
}

/** Of the classes that fit, those in which somebody chose what the ones who pool their votes know that they chose. */
export const classesWith = (classes: readonly Division[], known: Division): Division[] =>
  classes.filter((votes) => votes.every((count, option) => count >= (known[option] ?? 0)));

export interface Range {
  least: number;
  most: number;
}

/** How many of the others can have chosen each option. */
export const othersIn = (classes: readonly Division[], known: Division): Range[] =>
  known.map((own, option) => {
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const votes of classes) {
      const others = (votes[option] ?? 0) - own;
      least = Math.min(least, others);
      most = Math.max(most, others);
    }
    return { least, most };
  });

/** What is certain about `others` voters, of whom so many can have chosen an option: nothing, or too much. */
function certainty({ least, most }: Range, others: number): Violation['why'] | null {
  if (most < 1) return 'nobody else chose it';
  if (least > others - 1) return 'everybody else chose it';
  return least >= 1 && most <= 2 ? 'only one or two others chose it' : null;
}

/** What voters who pool their own votes learn of the others from one output. */
export function violationsOf(output: string, classes: readonly Division[], voters: number, options: number, coalition: number): Violation[] {
  const violations: Violation[] = [];
  for (const known of poolings(coalition, voters, options)) {
    const possible = classesWith(classes, known);
    if (possible.length === 0) continue;
    const others = voters - known.reduce((sum, own) => sum + own, 0);
    othersIn(possible, known).forEach((range, option) => {
      const why = certainty(range, others);
      if (why) violations.push({ output, known, option, why });
    });
  }
  return violations;
}

/**
 * What can voters who pool their own votes learn of the others? For every output that `outputs` may give and every coalition of at most
 * `coalition` of the `voters`: for each option it must stay possible that somebody else chose it and that not everybody else did, and nobody
 * may be certain that only one or two others did.
 */
export const audit = (outputs: Outputs, voters: number, options: number, coalition: number): Violation[] =>
  [...classesBehind(outputs, voters, options)].flatMap(([output, classes]) => violationsOf(output, classes, voters, options, coalition));

/** Whether the most chosen option of a class shares its place. */
export const isTie = (votes: Division): boolean => {
  const most = Math.max(...votes);
  return votes.filter((count) => count === most).length > 1;
};

/** The outputs from which one could be certain that it was a tie. */
export const ties = (outputs: Outputs, voters: number, options: number): string[] =>
  [...classesBehind(outputs, voters, options)].filter(([, classes]) => classes.every(isTie)).map(([output]) => output);
