import { LANGS } from '../../locales/languages.ts';
import { BANDS, DECIDED_BY, FORESEEN } from '../../protocol/released.ts';

const text = (description: string) => ({ type: 'string', description });
const perhaps = (description: string) => ({ type: ['string', 'null'], description });
const flag = (description: string) => ({ type: 'boolean', description });
const object = (description: string, properties: Record<string, object>) => ({
  type: 'object',
  description,
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});
const shown = (word: string, properties: Record<string, object>) => object(`What was released: ${word}.`, { shown: { const: word }, ...properties });
const bands = { type: 'object', additionalProperties: { enum: BANDS } };
const path = text('The choice that the class follows, by its id.');

/** Goes along with every download, so that the file explains itself. */
export const recordSchema = object('A debrief of “Wat doe jij?”: what was released of a lesson, and nothing about one pupil.', {
  format: { const: 'wat-doe-jij/debrief' },
  version: { const: 1, description: 'Raised when a reader of the older form could misunderstand.' },
  schema: { type: 'object', description: 'This description (JSON Schema, draft 2020-12).' },
  language: text(`The language of all texts: ${LANGS.join(' or ')}.`),
  story: object('The story that was played.', { id: text('Its id.'), title: text('Its title.'), ages: text('For which ages, as 12-14.') }),
  playedOn: { ...text('The day on which the lesson was made.'), pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  questions: {
    type: 'array',
    description: 'The questions in the order of the lesson; kept ones that were told together come last.',
    items: object('One question.', {
      id: text('Its id in the story.'),
      kind: { enum: ['decision', 'kept'], description: 'A decision moved the story on. A kept result was told later.' },
      title: text('Where in the story.'),
      question: text('What was asked.'),
      as: perhaps('In whose shoes the class stood; null: its own.'),
      decidedBy: {
        enum: [...DECIDED_BY, null],
        description: 'Who took the path; not-asked: the question was left out and the story went on by itself; null: not decided, or not a decision.',
      },
      released: {
        description:
          'What everybody saw: bands (few: 0-3, some: 4 to half, about-half: of two choices, at most one vote from half, most: more than half, almost-all: all but 3 at most), or the path alone, or nothing. Alike: the second half of a question before and after, where nothing changed much. Incomplete: asked again, and not everybody who answered the first time answered now. Null: no vote, or replaced by a second vote.',
        anyOf: [
          { type: 'null' },
          shown('nothing', {}),
          shown('incomplete', {}),
          shown('alike', {}),
          shown('path', { path }),
          shown('bands', { bands, path }),
        ],
      },
      conditions: {
        description: 'Of a live chat with two conditions: bands for those who saw few readers and those who saw many. Null: none, or not told.',
        anyOf: [{ type: 'null' }, object('Both conditions.', { few: bands, many: bands })],
      },
      choices: {
        type: 'array',
        description: 'In the order of this lesson.',
        items: object('One choice.', {
          id: text('Its id in the story.'),
          letter: { enum: ['A', 'B', 'C', 'D'], description: 'As on the board.' },
          text: text('As on the board.'),
          chosen: flag('The class took this way. Of a question that was not asked, none.'),
          lookedAt: flag('The class looked at this way too.'),
        }),
      },
    }),
  },
  ending: perhaps('How the story ended; null: not yet.'),
  predictions: {
    type: 'array',
    description: 'What somebody in the story did, after the class had guessed. Written since the second edition.',
    items: object('One prediction.', {
      id: text('Where the board told it, by its id in the story.'),
      title: text('Where in the story.'),
      question: text('What was asked.'),
      happened: text('What happened.'),
      foreseen: { enum: FORESEEN, description: 'Whether the class saw it coming: seen, other (it expected something else), or untold.' },
    }),
  },
  agreements: { type: 'array', items: { type: 'string' }, description: 'What the class agreed on.' },
  sources: {
    type: 'array',
    description: 'What the story and its talking points cite. Written since the second edition.',
    items: object('One document.', {
      title: text('Its title.'),
      year: text('Its year.'),
      lines: text('The lines that are cited, in the library of sources.'),
    }),
  },
});
