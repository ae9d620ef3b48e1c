/** The writers' command: checks the stories in scenarios/, says how big they are, and draws them. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StoryLang } from '../../locales/languages.ts';
import { BASE_STORY_LANG, TRANSLATIONS } from '../../locales/story-languages.ts';
import { type Library, readLibrary, storyFolders } from '../../server/library.ts';
import { numberOf } from '../../story/check/codes.ts';
import { type Diagnosis, isReleasable } from '../../story/check/diagnosis.ts';
import { hashOf } from '../../story/check/translation.ts';
import type { Walk } from '../../story/check/walk.ts';
import { reportOf } from '../../story/report/report.ts';
import { askedFor, USAGE, unknownStory } from './arguments.ts';
import { checkSpelling } from './spelling.ts';
import { diagnosisLines, reportLines, words } from './summary.ts';

const root = fileURLToPath(new URL('../../../scenarios', import.meta.url));

/** For a program that reads the report, each diagnosis with its number. */
const numbered = (diagnoses: readonly Diagnosis[]) => diagnoses.map((diagnosis) => ({ number: numberOf(diagnosis.code), ...diagnosis }));

function print(library: Library, walks: ReadonlyMap<string, Walk>, json: boolean, lang: StoryLang) {
  const all = [...[...library.warnings.values()].flat(), ...library.broken.flatMap(({ diagnoses }) => diagnoses)];
  const errors = all.filter(({ severity }) => severity !== 'warning').length;
  if (json) {
    const stories = [...library.stories].map(([id, story]) => ({
      ...reportOf(story, lang, walks.get(id)),
      diagnoses: numbered(library.warnings.get(id) ?? []),
    }));
    const broken = library.broken.map(({ id, diagnoses }) => ({ id, diagnoses: numbered(diagnoses) }));
    console.log(JSON.stringify({ errors, warnings: all.length - errors, stories, broken }, null, 2));
  } else {
    for (const [id, story] of library.stories) {
      const found = library.warnings.get(id) ?? [];
      console.log(`${id}: ${isReleasable(found) ? words(lang).fine : words(lang).withheld}`);
      for (const line of [...diagnosisLines(found, lang), ...reportLines(reportOf(story, lang, walks.get(id)), lang)]) console.log(line);
    }
    for (const { id, diagnoses } of library.broken) console.log([`${id}:`, ...diagnosisLines(diagnoses, lang)].join('\n'));
    console.log(words(lang).total(errors, all.length - errors));
  }
  process.exitCode = errors > 0 ? 1 : 0;
}

/** Where the dictionaries are: a school's installation has none. */
async function addSpelling(library: Library) {
  try {
    for (const [id, { texts }] of library.stories) {
      const known = library.warnings.get(id) ?? [];
      // A line that is still in the other language is one mistake, not one a word.
      const foreign = new Set(known.flatMap(({ code, file, line }) => (code === 'untranslated' ? [`${file}:${line}`] : [])));
      const spelt = await checkSpelling(texts, join(root, id), `scenarios/${id}`);
      library.warnings.set(id, [...known, ...spelt.filter(({ file, line }) => !foreign.has(`${file}:${line}`))]);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
  }
}

async function draw(library: Library, walks: ReadonlyMap<string, Walk>, folder: string, lang: StoryLang) {
  // Only here: a server in a school draws nothing, and may be installed without it.
  const { drawStory } = await import('./graph.ts');
  await mkdir(folder, { recursive: true });
  for (const [id, story] of library.stories) {
    const path = join(folder, `${id}.svg`);
    await writeFile(path, drawStory(story, lang, walks.get(id)));
    console.log(path);
  }
  // Of a story with an error there is nothing to draw, and the writer must hear why.
  for (const { id, diagnoses } of library.broken) console.error([`${id}:`, ...diagnosisLines(diagnoses, lang)].join('\n'));
  if (library.broken.length > 0) process.exitCode = 1;
}

/** Writes into every translation from which texts it was made, and leaves everything else in that file as it is. */
async function mark(library: Library, id: string, lang: StoryLang) {
  const story = library.stories.get(id);
  if (!story) {
    console.error(words(lang).noStory(id));
    process.exitCode = 1;
    return;
  }
  for (const translation of TRANSLATIONS) {
    const path = join(root, id, `${translation}.yaml`);
    const text = (await readFile(path, 'utf8')).replace(/^translatedFrom:.*\r?\n/m, '');
    await writeFile(
      path,
      text.replace(/^language:.*$/m, (line) => `${line}\ntranslatedFrom: ${hashOf(story.texts[BASE_STORY_LANG])}`),
    );
    console.log(path);
  }
}

const asked = askedFor(process.argv.slice(2), process.env.LANG);
const { lang } = asked;
const ids = asked.translated === undefined ? asked.ids : [asked.translated, ...asked.ids];
const refusal = asked.refusal ?? unknownStory(ids, storyFolders(root), lang);

if (asked.help) console.log(USAGE[lang]);
else if (refusal !== null) {
  console.error(`${refusal}\n\n${USAGE[lang]}`);
  process.exitCode = 1;
} else if (asked.schema) {
  // Only here, as are the pictures and the graph: what a check does not need is not read for it.
  const { SCHEMAS, schemaText } = await import('./story-schema.ts');
  for (const [file, schema] of Object.entries(SCHEMAS)) await writeFile(join(root, file), schemaText(schema));
} else if (asked.pictures) {
  // Only here: nobody else needs the drawings.
  const { picturesPage } = await import('./pictures.ts');
  const page = join(root, 'pictures.html');
  await writeFile(page, picturesPage(lang, '../assets/sounds'));
  console.log(page);
} else {
  const walks = new Map<string, Walk>();
  const library = await readLibrary(root, ids.length > 0 ? ids : undefined, walks).catch((error: Error) => {
    if (!Array.isArray(error.cause)) throw error;
    const diagnoses = error.cause as Diagnosis[];
    const nothing = { errors: diagnoses.length, warnings: 0, stories: [], broken: [{ id: 'scenarios', diagnoses: numbered(diagnoses) }] };
    console.log(asked.json ? JSON.stringify(nothing, null, 2) : diagnosisLines(diagnoses, lang).join('\n'));
    process.exit(1);
  });
  if (asked.translated !== undefined) await mark(library, asked.translated, lang);
  else if (asked.graph !== undefined) await draw(library, walks, asked.graph, lang);
  else {
    await addSpelling(library);
    print(library, walks, asked.json, lang);
  }
}
