import type { Value } from '../schema/scalars.ts';
import type { Structure, When } from '../schema/schema.ts';

/** Whether a variable can be nothing else than these values. */
export function isAlways({ variables }: Structure, name: string, wanted: When[string]): boolean {
  const variable = variables[name];
  if (!variable || !Array.isArray(wanted)) return false;
  const named = new Set<Value>(wanted);
  if ('boolean' in variable) return named.has(true) && named.has(false);
  if ('enum' in variable) return variable.enum.every((one) => named.has(one));
  const [least, most] = variable.integer;
  return [...named].filter((one) => typeof one === 'number' && one >= least && one <= most).length > most - least;
}
