import type { Lang } from '../locales/languages.ts';
import { AGREEMENT_LENGTH, CANDIDATES, MOST_AGREEMENTS } from '../protocol/limits.ts';
import type { RefusalCode } from '../protocol/refusals.ts';
import { tidyText } from '../protocol/typed-text.ts';
import type { AgreementLine } from '../protocol/views/lines.ts';
import type { Story } from '../story/compile/story.ts';
import type { SharedContent } from '../story/schema/shared-content.ts';
import type { Agreement } from './state.ts';

/** The teacher's own have an id that no number of the bank is. */
const OWN = /^own-\d{1,3}$/;

function textRefusal(story: Story, agreements: readonly Agreement[]): RefusalCode | null {
  const bank = story.beside?.agreements ?? {};
  if (agreements.some(({ id, text }) => !Object.hasOwn(bank, id) && !(OWN.test(id) && text !== null))) return 'agreement-unknown';
  // Whoever proposes one tidies it before. What an earlier edition accepted is still accepted.
  const untidy = (text: string) => /[\p{Cc}\p{Cf}]/u.test(text) && tidyText(text) !== text;
  const wrong = (text: string) => text.trim() !== text || text.length === 0 || text.length > AGREEMENT_LENGTH || untidy(text);
  return agreements.some(({ text }) => text !== null && wrong(text)) ? 'agreement-long' : null;
}

const doubled = (agreements: readonly Agreement[]) => new Set(agreements.map(({ id }) => id)).size < agreements.length;

/** Why the class cannot choose between these, or null. */
export function candidatesRefusal(story: Story, candidates: readonly Agreement[]): RefusalCode | null {
  if (candidates.length < CANDIDATES.least || candidates.length > CANDIDATES.most || doubled(candidates)) return 'agreements-number';
  return textRefusal(story, candidates);
}

/** Why this cannot be what the class agreed on, or null. */
export function agreementRefusal(story: Story, agreements: readonly Agreement[]): RefusalCode | null {
  if (agreements.length > MOST_AGREEMENTS) return 'agreements-full';
  if (doubled(agreements)) return 'agreements-number';
  return textRefusal(story, agreements);
}

export function agreementLines(shared: SharedContent, lang: Lang, agreements: readonly Agreement[]): AgreementLine[] {
  return agreements.map(({ id, text }) => ({ id, text: text ?? shared.agreements[id]?.[lang] ?? '' }));
}

/** Those of the bank that fit the story and were not agreed on yet. */
export function agreementCandidates(shared: SharedContent, story: Story, lang: Lang, agreed: readonly Agreement[]): AgreementLine[] {
  const open = story.structure.agreements.map(String).filter((id) => !agreed.some((one) => one.id === id));
  return open.flatMap((id) => (shared.agreements[id] ? [{ id, text: shared.agreements[id][lang] }] : []));
}

export function agreementTexts(shared: SharedContent, story: Story, lang: Lang): string[] {
  return story.structure.agreements.flatMap((number) => shared.agreements[String(number)]?.[lang] ?? []);
}
