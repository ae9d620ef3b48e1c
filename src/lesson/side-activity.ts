import type { Lang } from '../locales/languages.ts';
import type { ChoiceId, NodeId } from '../protocol/identity.ts';
import { advance, type StoryEvent, type StoryPoint } from '../story/compile/machine.ts';
import type { Story } from '../story/compile/story.ts';
import type { Node } from '../story/schema/schema.ts';
import type { Texts } from '../story/schema/texts.ts';
import type { Lesson } from './state.ts';
import { t } from './texts.ts';

/**
 * What a class is asked beside its story: single questions before and after it, and its own agreements. They are nodes like
 * the story's, with a dot in the id so that no author's id is ever the same. From the last one the lesson goes back to `lesson.returnPoint`.
 */
type SideActivity = { kind: 'before' | 'after' | 'pair'; item: string } | { kind: 'agree'; candidates: string[] };

const SECONDS = { item: 30, agree: 60 };
const OPTIONS = ['yes', 'no'];

export function sideActivityOf(node: NodeId): SideActivity | null {
  const dot = node.indexOf('.');
  if (dot < 0) return null;
  const kind = node.slice(0, dot);
  const rest = node.slice(dot + 1);
  if (kind === 'before' || kind === 'after' || kind === 'pair') return { kind, item: rest };
  return kind === 'agree' ? { kind, candidates: rest.split('.') } : null;
}

/** One half of a before-and-after pair: never told by number, and never without the other half. */
export const isItem = (node: NodeId) => ['before', 'after'].includes(sideActivityOf(node)?.kind ?? '');
export const pairOf = (node: NodeId) => ['before', 'after'].map((kind) => kind + node.slice(node.indexOf('.')));
export const isPair = (node: NodeId) => sideActivityOf(node)?.kind === 'pair';
export const isAgreement = (node: NodeId) => sideActivityOf(node)?.kind === 'agree';
export const agreeNode = (candidates: readonly { id: string }[]) => `agree.${candidates.map(({ id }) => id).join('.')}`;

/** The node of the story, or the question beside it. */
export function nodeOf(story: Story, id: NodeId): Node {
  const activity = sideActivityOf(id);
  if (!activity) return story.structure.nodes[id] as Node;
  if (activity.kind === 'pair') return { results: [`before.${activity.item}`, `after.${activity.item}`], next: '' };
  const choice = (option: string) => ({ id: option, role: 'help' as const, to: '', now: ['D' as const], later: ['D' as const] });
  const rules = { tie: 'lot', few: 'teacher' } as const;
  if (activity.kind === 'agree') return { vote: { ...rules, kind: 'open', seconds: SECONDS.agree, choices: activity.candidates.map(choice) } };
  const again = activity.kind === 'after' ? { again: `before.${activity.item}` } : {};
  return { vote: { ...rules, ...again, kind: 'guarded', seconds: SECONDS.item, held: true, choices: OPTIONS.map(choice) } };
}

/** Whether this node is a vote with this choice. */
export function hasChoice(story: Story, id: NodeId, choice: ChoiceId): boolean {
  const node = nodeOf(story, id);
  return 'vote' in node && node.vote.choices.some((candidate) => candidate.id === choice);
}

type NodeTexts = Texts['nodes'][string];

/** The note under every pair: what the pair does not show. */
export const provesNothing = (lang: Lang) => t(lang, 'side.proves');

export function nodeTexts(story: Story, lang: Lang, id: NodeId): NodeTexts {
  const activity = sideActivityOf(id);
  if (!activity) return story.texts[lang].nodes[id] ?? { title: '' };
  if (activity.kind === 'agree') {
    const bank = story.beside?.agreements ?? {};
    const face = (text: string) => ({ text, short: text, now: '', later: '' });
    const choices = Object.fromEntries(activity.candidates.map((candidate) => [candidate, face(bank[candidate]?.[lang] ?? '')]));
    return { title: t(lang, 'side.agree'), question: t(lang, 'side.question'), choices } as unknown as NodeTexts;
  }
  const item = story.beside?.items[activity.item]?.[lang];
  if (activity.kind === 'pair') return { title: item?.question ?? '' } as NodeTexts;
  const choices = Object.fromEntries(OPTIONS.map((option) => [option, { ...item?.[option as 'yes' | 'no'], now: '', later: '' }]));
  return { title: t(lang, `side.${activity.kind}`), note: t(lang, 'side.note'), question: item?.question ?? '', choices } as unknown as NodeTexts;
}

/** Those of which the class answered the first half with enough votes, and is still the same; nobody else can be asked the second. */
function answeredBefore(lesson: Lesson): string[] {
  const isAnswered = (item: string) => lesson.decisions.some(({ node, released }) => node === `before.${item}` && released?.shown === 'bands');
  const areHere = (item: string) => (lesson.answered[`before.${item}`] ?? []).every((seat) => lesson.seats[seat]?.removed === false);
  return lesson.items.filter((item) => isAnswered(item) && areHere(item));
}

/** The first question beside the story of this kind, or null where there is none to ask. */
export function firstSideActivity(lesson: Lesson, kind: 'before' | 'after'): StoryPoint | null {
  const asked = (item: string) => lesson.decisions.some(({ node }) => node === `${kind}.${item}`);
  const item = (kind === 'before' ? lesson.items : answeredBefore(lesson)).find((candidate) => !asked(candidate));
  return item === undefined ? null : { node: `${kind}.${item}`, variables: lesson.point.variables };
}

function afterSideActivity(lesson: Lesson, { node, variables }: StoryPoint): StoryPoint {
  const home = lesson.returnPoint ?? lesson.point;
  const activity = sideActivityOf(node);
  if (!activity || activity.kind === 'agree') return home;
  const items = activity.kind === 'before' ? lesson.items : answeredBefore(lesson);
  const next = items[items.indexOf(activity.item) + 1];
  if (next !== undefined) return { node: `${activity.kind}.${next}`, variables };
  return activity.kind === 'after' ? { node: `pair.${items[0]}`, variables } : home;
}

/** Where the lesson goes from here; null: not possible. */
export function onwardFrom(story: Story, lesson: Lesson, point: StoryPoint, event: StoryEvent): StoryPoint | null {
  return sideActivityOf(point.node) ? afterSideActivity(lesson, point) : advance(story.machine, point, event);
}
