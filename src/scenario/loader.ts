import type { z } from 'zod';
import type { Diagnosis, StoryFile } from './diagnosis.ts';
import { readDocument, type YamlFile } from './document.ts';
import { compile } from './machine.ts';
import { Agreements, Help, type Shelf, Sources, Structure, Texts } from './schema.ts';
import { versionOf, type Story } from './story.ts';

export type { Diagnosis, StoryFile } from './diagnosis.ts';

function parse<T>(file: YamlFile, schema: z.ZodType<T>): T | null {
  if (file.diagnoses.length > 0) return null;
  const result = schema.safeParse(file.value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) file.note('schema', issue.path as (string | number)[], { nl: issue.message, en: issue.message });
  return null;
}

export function readShelf(files: { sources: StoryFile; help: StoryFile; agreements: StoryFile }): { shelf: Shelf | null; diagnoses: Diagnosis[] } {
  const documents = { sources: readDocument(files.sources), help: readDocument(files.help), agreements: readDocument(files.agreements) };
  const sources = parse(documents.sources, Sources);
  const help = parse(documents.help, Help);
  const agreements = parse(documents.agreements, Agreements);
  const diagnoses = Object.values(documents).flatMap((document) => document.diagnoses);
  return { shelf: sources && help && agreements ? { sources, help, agreements } : null, diagnoses };
}

/** The story is null exactly where a diagnosis is an error. */
export function readStory(files: { structure: StoryFile; nl: StoryFile; en: StoryFile }, _shelf: Shelf): { story: Story | null; diagnoses: Diagnosis[] } {
  const documents = { structure: readDocument(files.structure), nl: readDocument(files.nl), en: readDocument(files.en) };
  const structure = parse(documents.structure, Structure);
  const nl = parse(documents.nl, Texts);
  const en = parse(documents.en, Texts);
  const diagnoses = Object.values(documents).flatMap((document) => document.diagnoses);
  if (!structure || !nl || !en) return { story: null, diagnoses };
  const version = versionOf([files.structure.text, files.nl.text, files.en.text]);
  return { story: { structure, texts: { nl, en }, machine: compile(structure), version }, diagnoses };
}
