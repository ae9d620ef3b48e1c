import type { z } from 'zod';
import type { StoryLang } from '../../locales/languages.ts';
import { BASE_STORY_LANG, forEveryReader, inEveryStoryLanguage, STORY_LANGS, TRANSLATIONS } from '../../locales/story-languages.ts';
import { checkCautions } from '../check/caution.ts';
import { checkAgreements, checkCitations } from '../check/citation.ts';
import { complaintsOf } from '../check/complaint.ts';
import { checkBefore, checkDecisions, checkForeseenOnce, checkTold, checkVersions } from '../check/decision.ts';
import type { Diagnosis, StoryFile } from '../check/diagnosis.ts';
import { checkFacts } from '../check/facts.ts';
import { checkJunctions, checkWalk } from '../check/junctions.ts';
import { checkLength } from '../check/length.ts';
import { checkMinutes } from '../check/minutes.ts';
import { checkPedagogy } from '../check/pedagogy.ts';
import { checkReferences } from '../check/reference.ts';
import { checkPlayed } from '../check/sequence.ts';
import { checkLong, checkShortEnds } from '../check/short.ts';
import { checkTranslation } from '../check/translation.ts';
import { checkUntranslated } from '../check/untranslated.ts';
import { type Walk, walk } from '../check/walk.ts';
import { checkWording } from '../check/wording.ts';
import { readDocument, type YamlFile } from '../schema/document.ts';
import { checkLive } from '../schema/live-chat.ts';
import { Structure } from '../schema/schema.ts';
import { Aftercare, Agreements, Help, Items, type SharedContent, Sources } from '../schema/shared-content.ts';
import { Texts } from '../schema/texts.ts';
import { hasShortWay } from './length.ts';
import { compile, type StoryMachine } from './machine.ts';
import { type Story, versionOf } from './story.ts';

const failed = (file: YamlFile) => file.diagnoses.some((diagnosis) => diagnosis.severity === 'error');

function parse<T>(file: YamlFile, schema: z.ZodType<T>): T | null {
  if (failed(file)) return null;
  const result = schema.safeParse(file.value);
  if (result.success) return result.data;
  for (const { code, path, message } of complaintsOf(result.error.issues, { schema, value: file.value, written: file.written }))
    file.note(code, path, message);
  return null;
}

function found(files: readonly YamlFile[]): Diagnosis[] {
  return files.flatMap((file) => file.diagnoses.toSorted((a, b) => a.line - b.line || a.column - b.column));
}

/** The files that all stories share, beside their folders. */
export const SHARED_FILES = ['sources', 'help', 'agreements', 'items', 'aftercare'] as const;

export function readSharedContent(files: Record<(typeof SHARED_FILES)[number], StoryFile>): { shared: SharedContent | null; diagnoses: Diagnosis[] } {
  const documents = {
    sources: readDocument(files.sources),
    help: readDocument(files.help),
    agreements: readDocument(files.agreements),
    items: readDocument(files.items),
    aftercare: readDocument(files.aftercare),
  };
  const sources = parse(documents.sources, Sources);
  const help = parse(documents.help, Help);
  const agreements = parse(documents.agreements, Agreements);
  const items = parse(documents.items, Items);
  const aftercare = parse(documents.aftercare, Aftercare);
  if (sources && agreements) checkAgreements(agreements, sources, documents.agreements.note);
  const all = Object.values(documents);
  const whole = sources && help && agreements && items && aftercare && !all.some(failed);
  return { shared: whole ? { sources, help, agreements, items, aftercare } : null, diagnoses: found(all) };
}

const isComplete = (texts: Record<StoryLang, Texts | null>): texts is Record<StoryLang, Texts> => STORY_LANGS.every((lang) => texts[lang] !== null);

export type StoryFiles = Record<'structure' | StoryLang, StoryFile>;

/** What a story must not say, without walking through it. */
export function readCautions(files: StoryFiles): Diagnosis[] {
  const structure = parse(readDocument(files.structure), Structure);
  const documents = STORY_LANGS.map((lang) => [lang, readDocument(files[lang])] as const);
  for (const [lang, document] of documents) {
    const texts = parse(document, Texts);
    if (structure && texts) checkCautions(structure, texts, lang, document.note);
  }
  return found(documents.map(([, document]) => document));
}

/** The story is null exactly where a diagnosis is an error; one that is withheld is read, for its writer alone. It was walked to be diagnosed: who wants the ways through it need not walk again. */
export type StoryReading = { story: Story; walked: Walk; diagnoses: Diagnosis[] } | { story: null; walked: null; diagnoses: Diagnosis[] };

export function readStory(files: StoryFiles, shared: SharedContent): StoryReading {
  const documents = { structure: readDocument(files.structure), ...inEveryStoryLanguage((lang) => readDocument(files[lang], { prose: true })) };
  const all = Object.values(documents);
  const structure = parse(documents.structure, Structure);
  const parsed = inEveryStoryLanguage((lang) => parse(documents[lang], Texts));
  const texts = isComplete(parsed) ? parsed : null;
  let machine: StoryMachine | null = null;
  let walked: Walk | null = null;
  if (structure) {
    const { note } = documents.structure;
    const absent = checkReferences(structure, note);
    checkDecisions(structure, note);
    checkLive(structure, note);
    checkVersions(structure, note);
    checkLong(structure, note);
    checkCitations(structure, shared, note);
    checkJunctions(structure, note);
    if (!failed(documents.structure)) {
      checkPedagogy(structure, note);
      machine = compile(structure);
      walked = walk({ structure });
      checkWalk(structure, walked, note);
      // What must hold on every way must hold for a class that goes the short way too, from the start or from anywhere.
      const every = hasShortWay(structure) && walked.loops.length === 0 && !walked.over ? walk({ structure }, 'any') : walked;
      if (!walked.over && !every.over) {
        checkBefore(structure, every, note);
        checkPlayed(structure, every, note);
        checkTold(structure, every, note);
        checkForeseenOnce(structure, every, note);
        // Without the Dutch texts nobody knows which scenes look back.
        const dutch = parsed[BASE_STORY_LANG];
        if (dutch) checkFacts(structure, every, dutch, note);
      }
    }
    if (texts) checkWording(structure, texts, { structure: note, ...inEveryStoryLanguage((lang) => documents[lang].note) }, absent);
    for (const lang of STORY_LANGS) {
      const own = parsed[lang];
      if (!own) continue;
      checkLength(structure, own, documents[lang].note);
      checkCautions(structure, own, lang, documents[lang].note);
    }
    if (texts) {
      for (const lang of TRANSLATIONS) {
        checkTranslation(structure.id, texts[BASE_STORY_LANG], texts[lang], documents[lang].note);
        checkUntranslated(texts[BASE_STORY_LANG], texts[lang], documents[lang].note);
      }
    }
    if (texts && walked && !all.some(failed)) {
      const short = hasShortWay(structure) ? walk({ structure }, 'short') : null;
      checkMinutes(structure, texts[BASE_STORY_LANG], walked, short, note);
      if (short) checkShortEnds(structure, walked, short, note);
    }
  }
  if (!structure || !texts || !machine || !walked || all.some(failed)) return { story: null, walked: null, diagnoses: found(all) };
  const version = versionOf([files.structure.text, ...STORY_LANGS.map((lang) => files[lang].text)]);
  return {
    story: { structure, texts: forEveryReader(texts), machine, version, beside: { items: shared.items, agreements: shared.agreements } },
    walked,
    diagnoses: found(all),
  };
}
