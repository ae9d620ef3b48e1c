import type { ChoiceId, Letter } from '../../protocol/identity.ts';
import type { Arms, DecidedBy, Foreseen, Released } from '../../protocol/released.ts';
import type { DebriefView } from '../../protocol/views/debrief.ts';
import { recordSchema } from './record-schema.ts';

/** What a teacher may download: released results and the story's own words, and nothing about how the lesson went. */
interface RecordedChoice {
  id: ChoiceId;
  letter: Letter;
  text: string;
  chosen: boolean;
  lookedAt: boolean;
}
export interface RecordedQuestion {
  id: string;
  kind: 'decision' | 'kept';
  title: string;
  question: string;
  as: string | null;
  decidedBy: DecidedBy | null;
  released: Released | null;
  conditions: Arms | null;
  choices: RecordedChoice[];
}
export interface DebriefRecord {
  format: 'wat-doe-jij/debrief';
  version: 1;
  schema: typeof recordSchema;
  language: string;
  story: { id: string; title: string; ages: string };
  playedOn: string;
  questions: RecordedQuestion[];
  ending: string | null;
  /** What somebody in the story did, and whether the class saw it coming. */
  predictions: { id: string; title: string; question: string; happened: string; foreseen: Foreseen }[];
  agreements: string[];
  sources: { title: string; year: string; lines: string }[];
}

/** The day in this device's time zone. */
export function dayOf(at: number): string {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Copied field by field, so that a field that the view gets later is not exported unnoticed. */
function copyOf(released: Released | null): Released | null {
  switch (released?.shown) {
    case 'bands':
      return { shown: 'bands', bands: { ...released.bands }, path: released.path };
    case 'path':
      return { shown: 'path', path: released.path };
    case 'alike':
    case 'nothing':
    case 'incomplete':
      return { shown: released.shown };
    default:
      return null;
  }
}

export function recordOf(view: DebriefView): DebriefRecord {
  const kept = new Set(view.gaps.flatMap(({ results }) => results.map(({ vote }) => vote.node)));
  const decisions = view.steps
    .filter(({ node }) => !kept.has(node))
    .map(
      ({ node, title, as, question, by, released, choices }): RecordedQuestion => ({
        id: node,
        kind: 'decision',
        title,
        question,
        as: as?.name ?? null,
        decidedBy: by,
        released: copyOf(released),
        conditions: null,
        choices: choices.map(({ id, letter, text, taken, lookedAt }) => ({ id, letter, text, chosen: taken, lookedAt })),
      }),
    );
  const keptQuestions = view.gaps.flatMap(({ title, results }) =>
    results.map(
      ({ vote, released, arms }): RecordedQuestion => ({
        id: vote.node,
        kind: 'kept',
        title,
        question: vote.question,
        as: vote.as?.person.name ?? null,
        decidedBy: null,
        released: copyOf(released),
        conditions: arms ? { few: { ...arms.few }, many: { ...arms.many } } : null,
        choices: vote.choices.map(({ id, letter, text }) => ({ id, letter, text, chosen: false, lookedAt: false })),
      }),
    ),
  );
  return {
    format: 'wat-doe-jij/debrief',
    version: 1,
    schema: recordSchema,
    language: view.lang,
    story: { id: view.story.id, title: view.story.title, ages: view.story.band },
    playedOn: dayOf(view.date),
    questions: [...decisions, ...keptQuestions],
    ending: view.ending,
    predictions: view.foreseen.map(({ node, title, question, came, foreseen }) => ({ id: node, title, question, happened: came.text, foreseen })),
    agreements: view.agreements.map(({ text }) => text),
    sources: view.sources.map(({ title, year, lines }) => ({ title, year, lines })),
  };
}

export const jsonOf = (view: DebriefView): string => `${JSON.stringify(recordOf(view), null, 2)}\n`;
