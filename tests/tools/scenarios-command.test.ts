import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { askedFor, unknownStory } from '../../src/tools/scenarios/arguments.ts';

const asked = (...args: string[]) => askedFor(args, 'nl_NL.UTF-8');

describe('what a writer types behind the command', () => {
  test('names stories, options and a language', () => {
    expect(asked('foto', '--json', 'sticker', '--lang', 'en')).toMatchObject({ ids: ['foto', 'sticker'], json: true, lang: 'en', refusal: null });
    expect(asked()).toMatchObject({ ids: [], json: false, lang: 'nl', refusal: null });
    expect(asked('--graph', 'map', 'foto')).toMatchObject({ graph: 'map', ids: ['foto'], refusal: null });
    expect(asked('-h')).toMatchObject({ help: true, refusal: null });
  });

  test.each([
    [['--jsom'], 'De optie --jsom bestaat niet. Bedoelde je “--json”?'],
    [['--lang', 'en', '--grap', 'x'], 'The option --grap does not exist. Did you mean “--graph”?'],
    [['-z'], 'De optie -z bestaat niet.'],
    [['--graph'], 'Achter --graph hoort nog iets. Zie hieronder.'],
    [['--json=ja'], 'Achter --json hoort niets.'],
    [['--lang', 'fr'], 'De taal “fr” kan niet. Kies uit: nl, en.'],
  ])('%j gets a sentence', (args, sentence) => {
    expect(asked(...args).refusal).toBe(sentence);
  });

  test('a story that is not there gets those that are', () => {
    expect(unknownStory(['foto', 'stiker'], ['foto', 'sticker'], 'nl')).toBe(
      'Er is geen verhaal “stiker”. Bedoelde je “sticker”? De verhalen zijn: foto, sticker.',
    );
    expect(unknownStory(['foto'], ['foto', 'sticker'], 'nl')).toBeNull();
  });
});

test('a wrong option says so with the help behind it, without a stack', () => {
  const command = join(import.meta.dirname, '../../src/tools/scenarios/scenarios.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, '--stroy', 'foto'], { encoding: 'utf8', env: { LANG: 'nl_NL.UTF-8' } });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr.split('\n')[0]).toBe('De optie --stroy bestaat niet.');
  expect(stderr).toContain('npm run scenarios -- foto sticker');
  expect(stderr).not.toMatch(/\n {4}at |node:internal|Error/);
});
