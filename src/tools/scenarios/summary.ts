import type { StoryLang } from '../../locales/languages.ts';
import { numberOf } from '../../story/check/codes.ts';
import type { Diagnosis } from '../../story/check/diagnosis.ts';
import type { Report } from '../../story/report/report.ts';
import { RARE } from '../../story/report/seen.ts';

type Spread = Report['minutes'];
const whole = ({ least, median, most }: Spread) => [least, median, most].map((value) => String(Math.round(value)));

const WORDS = {
  nl: {
    severity: { error: 'fout', withheld: 'mag niet in de klas', warning: 'let op' },
    size: ({ coverage, states }: Report) =>
      `${coverage.scenes.length} scènes, ${coverage.votes.length} stemmingen met ${coverage.choices.length} keuzes, ${coverage.arms.length} takken van splitsingen, ${coverage.ends.length} eindes: alles is te bereiken (${states} toestanden)`,
    paths: ({ paths, decisions, minutes, shortMinutes, words }: Report) => {
      const [few, , many] = whole(decisions);
      const [short, usual, long] = whole(minutes);
      const [little, middle, much] = whole(words);
      return `${paths} wegen van ${few === many ? few : `${few} tot ${many}`} keuzes; ${short}–${usual}–${long} minuten${shortMinutes ? `, kort ${whole(shortMinutes).join('–')},` : ''} en ${little}–${middle}–${much} woorden (minst, midden, meest)`;
    },
    reading: ({ reading }: Report) =>
      `leesbaarheid ${Math.round(reading.douma)} (Flesch–Douma; boven 80 is makkelijk); ${reading.meanSentence.toFixed(1)} woorden per zin, de langste ${reading.longestSentence.words}: “${reading.longestSentence.text}”`,
    choice: ({ longestChoice: { text, characters, lines } }: Report) =>
      `langste keuze: ${characters} letters, ${lines} ${lines === 1 ? 'regel' : 'regels'} op een telefoon${lines > 2 ? ' (te lang)' : ''}: “${text}”`,
    translation: { fresh: 'de vertaling is bij', stale: 'de vertaling is verouderd', unmarked: 'van de vertaling is niet bekend of ze bij is' },
    alike: (node: string, choices: string[]) =>
      `[${node}] wat de klas hier kiest, maakt nooit meer verschil tussen ${choices.join(', ')}: hetzelfde verhaal, voorgoed. Geef een ervan een eigen scène, of laat een variabele het onthouden`,
    rare: (count: number, least: string[]) =>
      `als klassen zomaar kiezen, zien minder dan ${100 * RARE} van de 100 klassen ${count === 1 ? 'deze scène of regel' : `elk van ${count} scènes en regels`}: ${least.join(', ')}${count > least.length ? ', …' : ''}`,
    end: 'kortste weg naar einde',
    fine: 'geen fouten',
    withheld: 'je kunt het oefenen, maar zo staat het niet in de lijst voor docenten',
    total: (errors: number, warnings: number) =>
      `${errors} ${errors === 1 ? 'fout' : 'fouten'}, ${warnings} ${warnings === 1 ? 'waarschuwing' : 'waarschuwingen'}`,
    noStory: (id: string) => `Er is geen verhaal “${id}” zonder fouten.`,
  },
  en: {
    severity: { error: 'error', withheld: 'not for a class', warning: 'warning' },
    size: ({ coverage, states }: Report) =>
      `${coverage.scenes.length} scenes, ${coverage.votes.length} votes with ${coverage.choices.length} choices, ${coverage.arms.length} arms of junctions, ${coverage.ends.length} ends: all can be reached (${states} states)`,
    paths: ({ paths, decisions, minutes, shortMinutes, words }: Report) => {
      const [few, , many] = whole(decisions);
      const [short, usual, long] = whole(minutes);
      const [little, middle, much] = whole(words);
      return `${paths} paths of ${few === many ? few : `${few} to ${many}`} choices; ${short}–${usual}–${long} minutes${shortMinutes ? `, short ${whole(shortMinutes).join('–')},` : ''} and ${little}–${middle}–${much} words (least, median, most)`;
    },
    reading: ({ reading }: Report) =>
      `Dutch readability ${Math.round(reading.douma)} (Flesch–Douma; above 80 is easy); ${reading.meanSentence.toFixed(1)} words a sentence, the longest ${reading.longestSentence.words}: “${reading.longestSentence.text}”`,
    choice: ({ longestChoice: { text, characters, lines } }: Report) =>
      `longest choice: ${characters} letters, ${lines} ${lines === 1 ? 'line' : 'lines'} on a phone${lines > 2 ? ' (too long)' : ''}: “${text}”`,
    translation: {
      fresh: 'the translation is up to date',
      stale: 'the translation is stale',
      unmarked: 'whether the translation is up to date is not known',
    },
    alike: (node: string, choices: string[]) =>
      `[${node}] what the class chooses here never makes a difference between ${choices.join(', ')}: the same story, for good. Give one of them a scene of its own, or let a variable remember it`,
    rare: (count: number, least: string[]) =>
      `where classes choose at random, fewer than ${100 * RARE} of 100 classes see ${count === 1 ? 'this scene or line' : `each of ${count} scenes and lines`}: ${least.join(', ')}${count > least.length ? ', …' : ''}`,
    end: 'shortest way to the end',
    fine: 'no errors',
    withheld: 'you can rehearse it, but like this it is not in the teachers’ list',
    total: (errors: number, warnings: number) =>
      `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
    noStory: (id: string) => `There is no story “${id}” without errors.`,
  },
};
export const words = (lang: StoryLang) => WORDS[lang];

export const percentage = (share: number, lang: StoryLang) =>
  share.toLocaleString(lang, { style: 'percent', maximumFractionDigits: share < 0.1 ? 1 : 0 });

/** The scenes that few classes see, and the lines that few see of a scene that more come to: those that the fewest see, with where all stand. */
function rareLine({ seen }: Report, lang: StoryLang): string[] {
  const scenes = seen
    .filter(({ share }) => share < RARE)
    .map(({ id, title, share }) => ({ share, said: `[${id}] “${title}” ${percentage(share, lang)}` }));
  const lines = seen
    .filter(({ share }) => share >= RARE)
    .flatMap(({ id, lines: own }) =>
      own.filter(({ share }) => share < RARE).map(({ text, share }) => ({ share, said: `[${id}] “${text}” ${percentage(share, lang)}` })),
    );
  const rare = [...scenes, ...lines].sort((a, b) => a.share - b.share);
  const least = rare.slice(0, 4).map(({ said }) => said);
  return rare.length === 0 ? [] : [WORDS[lang].rare(rare.length, least)];
}

/** An editor's problem matcher reads `file:line:column` at the start of each. */
export function diagnosisLines(diagnoses: readonly Diagnosis[], lang: StoryLang): string[] {
  return diagnoses.map(
    ({ file, line, column, severity, code, node, message }) =>
      `${file}:${line}:${column} ${WORDS[lang].severity[severity]} ${numberOf(code)}${node === null ? '' : ` [${node}]`} ${message[lang]}`,
  );
}

export function reportLines(report: Report, lang: StoryLang): string[] {
  const texts = WORDS[lang];
  return [
    texts.size(report),
    texts.paths(report),
    texts.reading(report),
    texts.choice(report),
    texts.translation[report.translation],
    ...report.alike.map(({ node, choices }) => texts.alike(node, choices)),
    ...rareLine(report, lang),
    ...report.coverage.ends.map(({ title, version, choices }) => {
      const taken = [...(version === null ? [] : [version]), ...choices.map(({ node, choice }) => `${node}: ${choice}`)];
      return `${texts.end} “${title}”: ${taken.join(', ')}`;
    }),
  ].map((line) => `  ${line}`);
}
