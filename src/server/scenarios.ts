/** The writers' command: checks every story in scenarios/ and says how big it is. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Diagnosis } from '../scenario/diagnosis.ts';
import { routeMinutes } from '../scenario/duration.ts';
import { words } from '../scenario/length.ts';
import type { Story } from '../scenario/story.ts';
import { ROUTES, walk } from '../scenario/walk.ts';
import { readLibrary } from './library.ts';

type Language = 'nl' | 'en';

const say = {
  nl: {
    severity: { error: 'fout', warning: 'let op' },
    fine: 'geen fouten',
    size: (scenes: number, votes: number, ends: number, states: number) =>
      `${scenes} scènes, ${votes} stemmingen, ${ends} ${ends === 1 ? 'einde' : 'eindes'}, ${states} toestanden`,
    paths: (count: number, decisions: string, least: string, median: string, most: string) =>
      `${count} wegen van ${decisions} keuzes; geschat ${least} tot ${most} minuten, meestal ${median}`,
    many: (count: number) => `${count} wegen: te veel om een voor een af te spelen`,
    longest: (text: string, count: number) => `langste keuze (${count} woorden): “${text}”`,
    total: (errors: number, warnings: number) =>
      `${errors} ${errors === 1 ? 'fout' : 'fouten'}, ${warnings} ${warnings === 1 ? 'waarschuwing' : 'waarschuwingen'}`,
  },
  en: {
    severity: { error: 'error', warning: 'warning' },
    fine: 'no errors',
    size: (scenes: number, votes: number, ends: number, states: number) =>
      `${scenes} scenes, ${votes} votes, ${ends} ${ends === 1 ? 'end' : 'ends'}, ${states} states`,
    paths: (count: number, decisions: string, least: string, median: string, most: string) =>
      `${count} paths of ${decisions} choices; about ${least} to ${most} minutes, mostly ${median}`,
    many: (count: number) => `${count} paths: too many to play one by one`,
    longest: (text: string, count: number) => `longest choice (${count} words): “${text}”`,
    total: (errors: number, warnings: number) =>
      `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
  },
};

function report(diagnoses: readonly Diagnosis[], lang: Language) {
  for (const { file, line, column, severity, node, message } of diagnoses) {
    console.log(`${file}:${line}:${column} ${say[lang].severity[severity]}${node === null ? '' : ` [${node}]`} ${message[lang]}`);
  }
}

function measure(story: Story, lang: Language) {
  const walked = walk(story);
  const nodes = Object.values(story.structure.nodes);
  const votes = nodes.filter((node) => 'vote' in node).length;
  console.log(`  ${say[lang].size(nodes.filter((node) => 'scene' in node).length, votes, walked.ends.size, walked.states)}`);
  if (walked.count > ROUTES) console.log(`  ${say[lang].many(walked.count)}`);
  else {
    const minutes: number[] = [];
    const decisions = new Set<number>();
    for (const route of walked.paths()) {
      minutes.push(routeMinutes(story, route));
      decisions.add(route.choices.length);
    }
    minutes.sort((a, b) => a - b);
    const [least, median, most] = [minutes[0], minutes[Math.floor(minutes.length / 2)], minutes.at(-1)].map((value) =>
      String(Math.round(value ?? 0)),
    );
    const [fewest, mostChoices] = [Math.min(...decisions), Math.max(...decisions)];
    console.log(`  ${say[lang].paths(walked.count, fewest === mostChoices ? `${fewest}` : `${fewest}–${mostChoices}`, least!, median!, most!)}`);
  }
  const texts = Object.values(story.texts[lang].nodes).flatMap((node) => Object.values(node.choices ?? {}).map((choice) => choice.text));
  const longest = texts.toSorted((a, b) => words(b) - words(a))[0];
  if (longest) console.log(`  ${say[lang].longest(longest, words(longest))}`);
}

const { values } = parseArgs({ options: { lang: { type: 'string' } } });
const wanted = values.lang ?? process.env.LANG?.slice(0, 2);
const lang: Language = wanted === 'en' ? 'en' : 'nl';

const library = await readLibrary(fileURLToPath(new URL('../../scenarios', import.meta.url))).catch((error: Error) => {
  if (!Array.isArray(error.cause)) throw error;
  report(error.cause as Diagnosis[], lang);
  process.exit(1);
});
for (const [id, story] of library.stories) {
  console.log(`${id}: ${say[lang].fine}`);
  report(library.warnings.get(id) ?? [], lang);
  measure(story, lang);
}
for (const { id, diagnoses } of library.broken) {
  console.log(`${id}:`);
  report(diagnoses, lang);
}
const all = [...[...library.warnings.values()].flat(), ...library.broken.flatMap(({ diagnoses }) => diagnoses)];
const errors = all.filter(({ severity }) => severity === 'error').length;
console.log(say[lang].total(errors, all.length - errors));
process.exitCode = errors > 0 ? 1 : 0;
