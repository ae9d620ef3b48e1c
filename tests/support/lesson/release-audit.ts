/** Every way in which `voters` voters can divide over `options` options. */
export function* divisions(voters: number, options: number): Generator<number[]> {
  if (options === 1) {
    yield [voters];
    return;
  }
  for (let first = 0; first <= voters; first++) for (const rest of divisions(voters - first, options - 1)) yield [first, ...rest];
}

export interface Violation {
  output: string;
  known: number[];
  option: number;
  why: 'nobody else chose it' | 'everybody else chose it' | 'only one or two others chose it';
}

/**
 * What can voters who pool their own votes learn of the others? For every output that `outputs` may give (several where a lot
 * decides) and every coalition of at most `coalition` of the `voters`: for each option it must stay possible that somebody else chose
 * it and that not everybody else did, and nobody may be certain that only one or two others did.
 */
export function audit(outputs: (votes: number[]) => string[], voters: number, options: number, coalition: number): Violation[] {
  const behind = new Map<string, number[][]>();
  for (const votes of divisions(voters, options)) {
    for (const output of new Set(outputs(votes))) {
      const known = behind.get(output);
      if (known) known.push(votes);
      else behind.set(output, [votes]);
    }
  }
  const violations: Violation[] = [];
  for (const [output, all] of behind) {
    for (let size = 0; size <= Math.min(coalition, voters - 1); size++) {
      for (const known of divisions(size, options)) {
        const least = Array<number>(options).fill(Number.POSITIVE_INFINITY);
        const most = Array<number>(options).fill(-1);
        for (const votes of all) {
          if (votes.some((count, option) => count < (known[option] as number))) continue;
          votes.forEach((count, option) => {
            const others = count - (known[option] as number);
            least[option] = Math.min(least[option] as number, others);
            most[option] = Math.max(most[option] as number, others);
          });
        }
        // No votes of this kind give this output.
        if (most[0] === -1) continue;
        for (let option = 0; option < options; option++) {
          const [min, max] = [least[option] as number, most[option] as number];
          const add = (why: Violation['why']) => violations.push({ output, known, option, why });
          if (max < 1) add('nobody else chose it');
          else if (min > voters - size - 1) add('everybody else chose it');
          else if (min >= 1 && max <= 2) add('only one or two others chose it');
        }
      }
    }
  }
  return violations;
}
