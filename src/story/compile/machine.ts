import { assign, initialTransition, setup, transition } from 'xstate';
import type { Value } from '../schema/scalars.ts';
import type { Structure, Way, When } from '../schema/schema.ts';

export type Variables = Record<string, Value>;
/** Where a story is. Never a junction: those are passed at once. A `bySize` is passed by the lesson, which knows its class. */
export interface StoryPoint {
  node: string;
  variables: Variables;
}
export type StoryEvent = { type: 'NEXT' } | { type: 'CHOOSE'; choice: string } | { type: 'BY_SIZE'; way: string };

export function holds(when: When | undefined, variables: Variables): boolean {
  return Object.entries(when ?? {}).every(([name, wanted]) =>
    Array.isArray(wanted) ? wanted.includes(variables[name]!) : variables[name] === wanted,
  );
}

const base = setup({
  types: {} as { context: Variables; events: StoryEvent; input: Variables },
  guards: {
    chosen: ({ event }, params: { choice: string }) => event.type === 'CHOOSE' && event.choice === params.choice,
    way: ({ event }, params: { way: string }) => event.type === 'BY_SIZE' && event.way === params.way,
    holds: ({ context }, params: { when: When }) => holds(params.when, context),
  },
  actions: { set: assign((_, params: Variables) => params) },
});
type Config = Parameters<typeof base.createMachine>[0];
export type StoryMachine = ReturnType<typeof base.createMachine>;

export const targetOf = (way: Way): string => ('else' in way ? way.else : way.to);

function stateOf(node: Structure['nodes'][string]) {
  if ('end' in node) return { type: 'final' };
  if ('vote' in node) {
    const choices = node.vote.choices.map(({ id, to, set }) => ({
      guard: { type: 'chosen', params: { choice: id } },
      target: to,
      reenter: true,
      actions: set ? [{ type: 'set', params: set }] : [],
    }));
    return { on: { CHOOSE: choices } };
  }
  if ('junction' in node) {
    const ways = node.junction.map((way) =>
      'else' in way ? { target: way.else } : { guard: { type: 'holds', params: { when: way.when } }, target: way.to },
    );
    return { always: ways };
  }
  if ('bySize' in node) {
    const ways = node.bySize.map((way) => ({
      guard: { type: 'way', params: { way: way.id } },
      target: targetOf(way),
      reenter: true,
      actions: way.set ? [{ type: 'set', params: way.set }] : [],
    }));
    return { on: { BY_SIZE: ways } };
  }
  return { on: { NEXT: { target: node.next, reenter: true } } };
}

export function initialVariables(structure: Structure): Variables {
  return Object.fromEntries(
    Object.entries(structure.variables).map(([name, variable]) => [name, 'boolean' in variable ? variable.boolean : variable.initial]),
  );
}

/** Compiles a checked story: one state a node. */
export function compile(structure: Structure): StoryMachine {
  const states = Object.fromEntries(Object.entries(structure.nodes).map(([id, node]) => [id, stateOf(node)]));
  return base.createMachine({
    id: structure.id,
    initial: structure.start,
    context: ({ input }) => ({ ...initialVariables(structure), ...input }),
    states,
  } as Config);
}

const pointOf = ({ value, context }: ReturnType<StoryMachine['resolveState']>): StoryPoint => ({ node: String(value), variables: context });

/** `chosen`: variables that the teacher set before, such as the version. */
export function begin(machine: StoryMachine, chosen: Variables = {}): StoryPoint {
  return pointOf(initialTransition(machine, chosen)[0]);
}

/** Null: not possible here. */
export function advance(machine: StoryMachine, point: StoryPoint, event: StoryEvent): StoryPoint | null {
  const here = machine.resolveState({ value: point.node, context: point.variables });
  if (here.status !== 'active' || !here.can(event)) return null;
  return pointOf(transition(machine, here, event)[0]);
}
