import type { ChoiceId, Instant, Letter, NodeId } from '../identity.ts';
import type { DecidedBy, Released } from '../released.ts';
import type { Person } from '../scene.ts';
import type { ViewHeader } from './header.ts';
import type { AgreementLine, HelpLine } from './lines.ts';
import type { ForeseenResult, HeldResult } from './vote.ts';

export interface SourceLine {
  title: string;
  year: string;
  lines: string;
}
export interface ReportChoice {
  id: ChoiceId;
  letter: Letter;
  text: string;
  short: string;
  now: string;
  later: string;
  taken: boolean;
  /** Not asked: the story went on like this by itself. */
  went: boolean;
  lookedAt: boolean;
}
export interface ReportStep {
  node: NodeId;
  title: string;
  as: Person | null;
  question: string;
  choices: ReportChoice[];
  by: DecidedBy | null;
  released: Released | null;
}
/** Bold, dotted, dashed and thin in the drawing: what the class took, where the story went on without asking it, what it also looked at, and what it did not see. */
export type MapWay = 'taken' | 'not-asked' | 'looked-at' | 'open';
export interface MapNode {
  id: NodeId;
  kind: 'decision' | 'end';
  title: string;
  way: MapWay;
}
export interface MapEdge {
  from: NodeId;
  to: NodeId;
  letter: Letter;
  text: string;
  way: MapWay;
}
/** A story without its scenes: decisions, and what follows from their choices. The first node is where it begins. */
export interface PathMap {
  nodes: MapNode[];
  edges: MapEdge[];
}
/** What a kept question asks about: what we think of it, what we thought to do, what we did, what we thought of each other. */
type Asks = 'disapproval' | 'prediction' | 'act' | 'estimate';
export interface GapResult extends HeldResult {
  asks: Asks | null;
}
export interface DebriefView extends ViewHeader {
  role: 'debrief';
  story: { id: string; title: string; tagline: string; about: string; band: string };
  /** When the lesson was made. */
  date: Instant;
  ended: boolean;
  cast: Person[];
  steps: ReportStep[];
  map: PathMap;
  /** Of each prediction that was told: what happened, and whether the class saw it coming. */
  foreseen: ({ node: NodeId; title: string } & ForeseenResult)[];
  /** Kept results that were told, each group as it was told together; disapproval before behaviour. `note`: what they may not be taken for. */
  gaps: { node: NodeId; title: string; results: GapResult[]; note: string | null }[];
  /** What happened, in the words of the story's end. */
  ending: string | null;
  talking: { question: string; note: string; sources: SourceLine[] }[];
  facts: { text: string; sources: SourceLine[] }[];
  say: string[];
  dontSay: string[];
  followUp: string[];
  /** What the class agreed on, in the teacher's order. */
  agreements: AgreementLine[];
  /** Agreements that fit the story, for a class that has none yet. */
  suggestions: string[];
  help: HelpLine[];
  sources: SourceLine[];
  deletesAt: Instant;
}
