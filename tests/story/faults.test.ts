import { describe, expect, test } from 'vitest';
import { type Code, numberOf } from '../../src/story/check/codes.ts';
import { dutch, english, readFullStory, structure } from '../support/lesson/full-story.ts';
import { mutate } from '../support/lesson/small-story.ts';

/**
 * What somebody does wrong who writes for the first time, in a story that gets no word at all: exactly what is said of it, the place
 * where it begins (a piece of the changed file), and what the sentence tells to type.
 */
const files = { structure, nl: dutch, en: english };
type File = keyof typeof files;
type Said = [code: Code, at: string, says: string, elsewhere?: File];
type Fault = [claim: string, file: File, from: string, to: string, ...said: Said[]];

const title = 'title: Avond';
const line = 'b1: Het is stil bij de fietsen.';
const choice = 'text: Ik app hem alleen';

const yaml: Fault[] = [
  ['a remark in a text', 'nl', line, 'b1: Het is stil #fietsen.', ['cut-text', '#fietsen', "'Het is stil #fietsen.'"]],
  ['a remark behind one word', 'nl', title, 'title: Avond #1', ['cut-text', '#1', "'Avond #1'"]],
  ['a remark between brackets', 'nl', choice, 'text: Ik app #hem', ['cut-text', '#hem', "'Ik app #hem'"]],
  ['a text that begins with *', 'nl', line, 'b1: *Stil* bij de fietsen.', ['special-start', '*Stil*', "'*Stil* bij de fietsen.'"]],
  ['a text that is bold in a chat', 'nl', line, 'b1: **Stil**', ['special-start', '**Stil**', "'**Stil**'"]],
  ['a text that begins with @', 'nl', 'm1: Wat is dit?', 'm1: @Kaan wat is dit?', ['special-start', '@Kaan', "'@Kaan wat is dit?'"]],
  ['a text that begins with &', 'nl', line, 'b1: &Het is stil', ['special-start', '&Het', "'&Het is stil'"]],
  ['a text that begins with %', 'nl', line, 'b1: %50 is weg', ['special-start', '%50', "'%50 is weg'"]],
  ['a text that begins with `', 'nl', line, 'b1: `Stil` is het', ['special-start', '`Stil`', "'`Stil` is het'"]],
  ['a text that begins with !', 'nl', line, 'b1: !Stil', ['special-start', '!Stil', "'!Stil'"]],
  ['a text that begins with |', 'nl', line, 'b1: | Stil', ['special-start', '| Stil', "'| Stil'"]],
  ['a text that begins with >', 'nl', line, 'b1: > Stil', ['special-start', '> Stil', "'> Stil'"]],
  ['a text that begins with [ and ]', 'nl', line, 'b1: [Stil] bij de fietsen', ['special-start', '[Stil]', "'[Stil] bij de fietsen'"]],
  ['a text that begins with { and }', 'nl', line, 'b1: {lacht} Stil', ['special-start', '{lacht}', "'{lacht} Stil'"]],
  ['a text that begins with a hyphen', 'nl', line, 'b1: - Stil', ['special-start', '- Stil', "'- Stil'"]],
  ['a text that begins with ?', 'nl', line, 'b1: ? Stil', ['special-start', '? Stil', "'? Stil'"]],
  ['a colon in a text', 'nl', line, 'b1: Kaan zegt: kom mee', ['colon-in-text', 'Kaan zegt', "'Kaan zegt: kom mee'"]],
  ['a colon at the end of a text', 'nl', line, 'b1: Kaan zegt het zo:', ['colon-in-text', 'Kaan zegt', "'Kaan zegt het zo:'"]],
  ['a colon in a text between brackets', 'nl', choice, 'text: Ik zeg: kom mee', ['colon-in-text', 'Ik zeg: kom', "'Ik zeg: kom mee'"]],
  ['a colon in a list of texts', 'nl', '[Een bord.]', '[Nodig: een bord.]', ['colon-in-text', 'Nodig: een', "'Nodig: een bord.'"]],
  ['a comma in a text between brackets', 'nl', choice, 'text: Ik app hem, denk ik', ['comma-in-text', 'Ik app hem, denk', "'Ik app hem, denk ik'"]],
  [
    'a forgotten comma',
    'structure',
    'kind: open\n      seconds: 60',
    'kind: open seconds: 60',
    ['colon-in-text', 'open seconds: 60', 'open seconds'],
  ],
  ['a forgotten comma between brackets', 'structure', 'id: app, role', 'id: app role', ['colon-in-text', 'app role', 'komma voor']],
  ['’s Avonds at the start', 'nl', line, "b1: 's Avonds is het stil.", ['open-quote', "'s Avonds", `"'s Avonds is het stil."`]],
  ['’t between brackets', 'nl', choice, "text: 't Is stil", ['open-quote', "'t Is", `"'t Is stil"`]],
  ['’t between brackets, and another ’ behind it', 'nl', choice, "text: 't Zijn foto's", ['open-quote', "'t Zijn", `"'t Zijn foto's"`]],
  ['an apostrophe between single marks', 'nl', line, "b1: 'Foto's zijn weg'", ['after-quote', "'Foto's", '"Foto\'s zijn weg"']],
  ['a quoted word at the start', 'nl', line, 'b1: "Nee" zegt hij', ['after-quote', '"Nee"', `'"Nee" zegt hij'`]],
  ['marks between marks', 'nl', line, 'b1: "Hij zegt "nee" tegen mij"', ['after-quote', '"Hij zegt', `'Hij zegt "nee" tegen mij'`]],
  ['a mark that never closes', 'nl', line, 'b1: "Het is stil', ['open-quote', '"Het is stil', "'Het is stil'"]],
  ['a mark that never closes in a list', 'structure', "['S2:7-9']", "['S2:7-9]", ['open-quote', "'S2:7-9]", "'S2:7-9'"]],
  ['a mark that never closes between brackets', 'nl', choice, 'text: "Ik app hem', ['open-quote', '"Ik app hem', "'Ik app hem'"]],
  ['a backslash between double marks', 'nl', line, 'b1: "Kijk in C:\\zien"', ['backslash', '\\zien', "'Kijk in C:\\zien'"]],
  ['a tab', 'nl', `    ${line}`, `\t${line}`, ['tab', '\tb1', 'twee spaties']],
  ['a tab behind spaces', 'structure', '    next: weer', '  \tnext: weer', ['tab', '\tnext', 'twee spaties']],
  ['a line too far to the left', 'structure', '      light: dusk', '     light: dusk', ['indentation', 'light: dusk', 'precies onder']],
  ['a line too far to the right', 'structure', '      light: dusk', '        light: dusk', ['indentation', 'light: dusk', 'precies onder']],
  [
    'a list item too far to the right',
    'structure',
    '        - { copies: 9',
    '          - { copies: 9',
    ['indentation', '- { copies: 9', 'precies onder'],
  ],
  [
    'a list item too far to the left',
    'structure',
    '        - { copies: 9',
    '       - { copies: 9',
    ['indentation', '- { copies: 9', 'precies onder'],
  ],
  ['a { that never closes', 'structure', 'count: 3, when: { version: clip } }', 'count: 3', ['open-bracket', '{ react', '} ontbreekt']],
  ['a [ that never closes', 'structure', 'agreements: [1, 2, 3]', 'agreements: [1, 2, 3', ['open-bracket', '[1, 2, 3', '] ontbreekt']],
  ['a text that looks like an open list', 'nl', line, 'b1: [lacht Het is stil', ['open-bracket', '[lacht', "'[lacht Het is stil'"]],
  [
    'a } too many',
    'structure',
    'when: { stil: true }, to: avond }',
    'when: { stil: true } }, to: avond }',
    ['extra-bracket', '}, to: avond', 'te veel'],
  ],
  ['a ] too many', 'structure', 'agreements: [1, 2, 3]', 'agreements: [1, 2, 3]]', ['extra-bracket', ']\nfacts', 'te veel']],
  ['no space behind a colon', 'structure', 'minutes: 5', 'minutes:5', ['missing-space', ':5', 'minutes: 5']],
  ['no space behind a colon between brackets', 'nl', choice, 'text:Ik app hem', ['missing-space', ':Ik app', 'text: Ik app hem']],
  [
    'no space behind a hyphen',
    'structure',
    '        - say: b1',
    '        -say: b1',
    ['missing-space', 'beats:\n        -say', 'streepje hoort een spatie'],
  ],
  [
    'no space behind one hyphen of several',
    'structure',
    '        - { react: m1',
    '        -{ react: m1',
    ['missing-space', '-{ react', 'streepje van een lijst hoort een spatie'],
  ],
  [
    'no space behind one hyphen of a beat',
    'structure',
    '        - { copies: 9, of: t1 }',
    '        -copies: 9',
    ['missing-space', '-copies', 'hoort een spatie'],
  ],
  [
    'no space behind the first hyphen',
    'structure',
    '        - { tile: voice',
    '        -{ tile: voice',
    ['missing-space', '-{ tile', 'hoort een spatie'],
  ],
  [
    'a hyphen that is forgotten at first',
    'structure',
    '        - { tile: voice, who: kaan, text: t1, copies: 2 }',
    '        say: t1',
    ['indentation', 'say: t1', 'ontbreekt een streepje'],
  ],
  [
    'a hyphen that is forgotten',
    'structure',
    '        - { copies: 9, of: t1 }',
    '        copies: 9',
    ['indentation', 'copies: 9', 'ontbreekt een streepje'],
  ],
  [
    'marks between marks, with a comma between brackets',
    'nl',
    choice,
    'text: "Sorry, "er was geen plek" in de auto."',
    ['after-quote', '"Sorry', `'Sorry, "er was geen plek" in de auto.'`],
  ],
  ['a > before a quoted text', 'nl', line, 'b1: > "Stil"', ['special-start', '> "Stil"', `'> "Stil"'`]],
  ['a quoted text that goes on to the left', 'nl', line, 'b1: "Het is stil\nbij de fietsen."', ['indentation', 'bij de fietsen', 'op één regel']],
  ['a line without a colon', 'nl', line, `${line}\n    en koud`, ['loose-line', 'en koud', 'naam: en koud']],
  ['a text that goes on to the left', 'nl', line, 'b1: Het is stil\nbij de fietsen.', ['loose-line', 'bij de fietsen', 'achter de tekst']],
  [
    'a space of a word processor',
    'structure',
    '      light: dusk',
    '\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0light: dusk',
    ['odd-space', '\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0light', 'gewone spatie'],
  ],
  ['three hyphens', 'structure', 'nodes:\n', '---\nnodes:\n', ['second-document', '---', 'Haal die regel weg']],
  ['a letter that is whole', 'nl', line, 'b1: Eén is stil.'],
  ['a letter that did break', 'nl', line, 'b1: EÃ©n is stil.', ['garbled-text', 'Ã©', 'opnieuw']],
  ['a name twice', 'structure', 'cast:\n', 'cast:\n  fem: { look: nova }\n', ['duplicate-id', 'fem: { look: lotte', '“fem”']],
  ['a text twice', 'nl', line, `${line}\n    b1: Nog iets.`, ['duplicate-id', 'b1: Nog', '“b1”']],
  ['two mistakes: only the first', 'nl', `    ${line}`, '    b1: *Stil*\n\tb2: "x', ['special-start', '*Stil*', "'*Stil*'"]],
];

const joined: Fault[] = [
  [
    'two lines that became one',
    'structure',
    '{ look: lotte }\nchats:',
    '{ look: lotte } chats:',
    ['loose-line', 'chats:', '“chats:” op een eigen regel'],
  ],
  ['a condition without a value', 'structure', 'set: { stil: true }', 'set: { stil }', ['missing-colon', 'stil },', 'stil: …']],
  ['a condition with =', 'structure', 'set: { stil: true }', 'set: { stil = true }', ['missing-colon', 'stil = true', 'stil: true']],
  [
    'a name without its colon',
    'structure',
    'id: nep, role: stay-out, to: tegel',
    'id: nep, role: stay-out, to tegel',
    ['missing-colon', 'to tegel', 'to: tegel'],
  ],
  [
    'a comma forgotten at the end of a line',
    'structure',
    "  f1: ['S1:5']",
    '  f1: { a: klas\n    b: [D] }',
    ['missing-comma', 'klas\n    b', '“klas”'],
  ],
  [
    'a comma forgotten behind a quoted text',
    'nl',
    '{ question: Wat ziet Kaan?, note',
    '{ question: "Wat ziet Kaan?" note',
    ['missing-comma', 'note: Laat ze raden', '“note”'],
  ],
  [
    'a list item without braces',
    'structure',
    '[{ text: gehoord, value',
    '[text: gehoord, { value',
    ['colon-in-text', 'text: gehoord', 'Zet er dan { } om'],
  ],
  [
    'a comma in a list of texts',
    'nl',
    '[Een bord.]',
    '[Een bord, als het kan.]',
    ['comma-in-text', 'Een bord, als', "'Een bord, als het kan.'"],
    ['missing-text', 'needs:', 'het Engels 1', 'en'],
  ],
  ['a list that begins with a comma', 'structure', 'agreements: [1, 2, 3]', 'agreements: [, 1, 2, 3]', ['extra-comma', ', 1, 2, 3]', 'te veel']],
  ['two commas in a list', 'nl', '[Een bord.]', '[Een bord.,, Stoelen.]', ['extra-comma', ', Stoelen.]', 'te veel']],
  ['a comma behind a {', 'structure', '{ boolean: false }', '{, boolean: false }', ['extra-comma', ', boolean', 'te veel']],
  ['a question mark alone', 'nl', 'text: Ik app hem alleen', 'text: ?', ['special-start', '?, short: App', "'?'"]],
];

const format: Fault[] = [
  ['a list without brackets', 'structure', 'themes: [group-chat]', 'themes: group-chat', ['wrong-type', 'themes:', 'Zet er [ ] omheen']],
  ['numbers without commas', 'structure', 'agreements: [1, 2, 3]', 'agreements: [1 2 3]', ['wrong-type', '1 2 3', '1, 2, 3']],
  ['a text in the structure', 'structure', '- say: b1', '- say: Het is stil bij de fietsen.', ['wrong-form', 'say: Het', 'Zet die in nl.yaml']],
  ['a band with spaces', 'structure', 'id: vol\nband: 12-14', 'id: vol\nband: 12 - 14', ['not-an-option', 'band: 12 -', '“12-14”']],
  ['the language in Dutch', 'nl', 'language: nl', 'taal: nl', ['unknown-key', 'taal:', '“language”']],
  ['a question in Dutch', 'nl', 'as: Jij bent Fem\n    question', 'as: Jij bent Fem\n    vraag', ['misnamed-text', 'vraag:', '“question”']],
  ['an empty file', 'nl', dutch, '', ['empty-file', '', 'README']],
  ['a file of remarks', 'structure', structure, '# nog niets\n', ['empty-file', '', 'README']],
  ['a file that is a list', 'nl', dutch, '- Avond\n- Einde\n', ['not-a-block', '- Avond', 'naam en een dubbele punt']],
  ['a file that is a text', 'nl', dutch, 'Het verhaal begint.\n', ['not-a-block', 'Het verhaal', 'naam en een dubbele punt']],
  ['a number as a text', 'nl', 'short: Appen', 'short: 08', ['unquoted-value', 'short: 08', "'08'"]],
  ['yes or no as a text', 'nl', line, 'b1: true', ['unquoted-value', 'b1: true', "'true'"]],
  ['an hour with a point', 'nl', '    b1: Het', '    time: 8.30\n    b1: Het', ['unquoted-value', 'time: 8.30', "'8.30'"]],
  ['nothing behind a name', 'nl', line, 'b1:', ['empty-value', 'b1:', 'leeg']],
  ['a text of nothing', 'nl', line, "b1: ''", ['empty-value', "b1: ''", 'Vul hem in']],
  ['ja where true belongs', 'structure', 'held: true\n      drawing', 'held: ja\n      drawing', ['not-an-option', 'held: ja', 'Typ true, zonder']],
  [
    'true between marks',
    'structure',
    'held: true\n      drawing',
    "held: 'true'\n      drawing",
    ['not-an-option', "held: 'true'", 'Typ true, zonder'],
  ],
  ['no where false belongs', 'structure', 'stil: { boolean: false }', 'stil: { boolean: no }', ['wrong-type', 'boolean: no', 'Typ false, zonder']],
  ['a number between marks', 'structure', 'minutes: 5', "minutes: '5'", ['wrong-type', 'minutes:', 'Typ 5, zonder']],
  ['a choice that sets a variable to ja', 'structure', 'set: { stil: true }', 'set: { stil: ja }', ['unknown-value', 'stil: ja', 'Typ true, zonder']],
  ['a date in Dutch', 'structure', "on: '2026-11-21'", 'on: 21-11-2026', ['wrong-form', 'on: 21', '2026-01-31']],
  ['smart quotes around a date', 'structure', "on: '2026-11-21'", 'on: ‘2026-11-21’', ['smart-quotes', 'on: ‘', 'rechte']],
  ['smart quotes around a source', 'structure', "['S1:5']", '[‘S1:5’]', ['smart-quotes', '‘S1:5’', 'rechte']],
  ['smart quotes around a name', 'structure', 'as: fem', 'as: “fem”', ['smart-quotes', 'as: “fem”', 'rechte']],
  ['a text where a list belongs', 'nl', 'still: [Je kunt nog bellen.]', 'still: Je kunt nog bellen.', ['wrong-type', 'still:', 'eigen regel']],
  [
    'hyphens without a space',
    'nl',
    'still: [Je kunt nog bellen.]',
    'still:\n      -Je kunt nog bellen.',
    ['missing-space', 'still:', 'streepje hoort een spatie'],
  ],
  ['a key with a typing error', 'structure', 'light: dusk', 'ligth: dusk', ['unknown-key', 'ligth:', '“light”']],
  ['a key with a capital', 'structure', 'light: dusk', 'Light: dusk', ['unknown-key', 'Light:', '“light”']],
  ['a key in Dutch', 'structure', 'minutes: 5', 'minuten: 5', ['unknown-key', 'minuten:', '“minutes”']],
  ['a beat of no kind', 'structure', '- say: b1', '- sayy: b1', ['unknown-key', 'sayy:', '“say”']],
  ['a title with a typing error', 'nl', title, 'tilte: Avond', ['unknown-key', 'tilte:', '“title”']],
  ['a key of a choice', 'nl', 'short: Appen', 'shrt: Appen', ['unknown-key', 'shrt:', '“short”']],
  ['a place with a typing error', 'structure', 'place: bikeshed', 'place: bikeshd', ['not-an-option', 'place: bikeshd', '“bikeshed”']],
  [
    'a role with a typing error',
    'structure',
    'id: app, role: private-help',
    'id: app, role: privat-help',
    ['not-an-option', 'role: privat', '“private-help”'],
  ],
  ['a look that is not there', 'structure', 'look: lotte', 'look: lote', ['not-an-option', 'look: lote', '“lotte”']],
  ['an emoji that is not there', 'structure', 'emoji: eyes', 'emoji: eye', ['not-an-option', 'emoji: eye,', '“eyes”']],
  ['an emoji that is pasted', 'structure', 'emoji: eyes', 'emoji: 😂', ['not-an-option', 'emoji: 😂', 'Typ de naam: face-with-tears-of-joy']],
  ['an emoji that is pasted, and has no drawing', 'structure', 'emoji: eyes', 'emoji: 🦄', ['not-an-option', 'emoji: 🦄', '--pictures']],
  ['a name with capitals, used everywhere', 'structure', 'variables:\n', 'Variables:\n', ['unknown-key', 'Variables:', '“variables”']],
  ['a name with a capital', 'structure', 'as: fem', 'as: Fem', ['wrong-form', 'as: Fem', '“fem”']],
  ['a name with a space', 'structure', 'next: slot', 'next: het slot', ['wrong-form', 'next: het slot', '“het-slot”']],
  [
    'a vote with a next, and more that is wrong in it',
    'structure',
    structure.slice(structure.indexOf('seconds: 60'), structure.indexOf('  uitslag:')),
    structure
      .slice(structure.indexOf('seconds: 60'), structure.indexOf('  uitslag:'))
      .replace('      tie: lot\n', '')
      .replace('{ stil: true }, now: [D], later: [D] }\n', '{ stil: true }, now: D, later: D }\n    next: slot\n'),
    ['missing-key', 'vote:\n      as: fem', '“tie” ontbreekt'],
    ['wrong-type', 'now: D,', 'Zet er [ ] omheen'],
    ['wrong-type', 'later: D }', 'Zet er [ ] omheen'],
    ['unknown-key', 'next: slot\n  uitslag', 'heeft geen next'],
  ],
  [
    'a scene that leads nowhere',
    'structure',
    '        - say: b1\n    next: einde',
    '        - say: b1',
    ['missing-key', 'avond:\n', 'de naam van een scène'],
  ],
  ['a message of nobody', 'structure', 'message: m1, who: fem', 'message: m1', ['missing-key', '{ message: m1', 'iemand uit cast']],
  [
    'an end that is only true',
    'structure',
    'end: { debrief: true, help: true }',
    'end: true',
    ['wrong-type', 'end: true', '{ debrief: …, help: … }'],
  ],
  [
    'a next that stands in its scene',
    'structure',
    '        - say: b1\n    next: einde',
    '        - say: b1\n      next: einde',
    ['unknown-key', 'next: einde\n  einde', 'recht onder “scene”'],
  ],
  [
    'beats that stand beside their scene',
    'structure',
    '      beats:\n        - say: b1',
    '    beats:\n      - say: b1',
    ['unknown-key', 'beats:\n      - say', 'hoort in “scene”'],
  ],
  [
    'a condition on a line that is always true',
    'structure',
    '- say: b1',
    '- { say: b1, when: { stil: [true, false] } }',
    ['always-true', 'stil: [true', '“stil” kan niets anders zijn'],
  ],
  [
    'a condition of a junction that is always true',
    'structure',
    'when: { stil: true }, to: avond',
    'when: { stil: [false, true] }, to: avond',
    ['always-true', 'stil: [false', 'Haal deze voorwaarde weg'],
  ],
  [
    'a condition with all values, about a message that not every class sees',
    'structure',
    'count: 3, when: { version: clip }',
    'count: 3, when: { version: [clip, beeld] }',
    ['always-true', 'version: [clip, beeld] }', 'clip, beeld'],
  ],
  ['a number for a name', 'structure', 'next: slot', 'next: 7', ['wrong-form', 'next: 7', 'kleine letters']],
];

const names: Fault[] = [
  [
    'a scene that was taken away',
    'structure',
    '  avond:\n    scene:\n      place: bikeshed\n      light: dusk\n      standing: []\n      beats:\n        - say: b1\n    next: einde\n',
    '',
    ['unknown-node', 'to: avond', 'Kies een naam'],
  ],
  ['a next that leads nowhere', 'structure', 'next: weer', 'next: wer', ['unknown-node', 'next: wer', '“weer”']],
  [
    'a choice that leads nowhere',
    'structure',
    'role: private-help, to: uitslag',
    'role: private-help, to: uitslga',
    ['unknown-node', 'to: uitslga', '“uitslag”'],
  ],
  ['a start that is not there', 'structure', 'start: gok', 'start: gokk', ['unknown-node', 'start: gokk', '“gok”']],
  ['a node whose own name is misspelt', 'structure', '  uitslag:\n', '  uitslga:\n', ['unknown-node', 'uitslga:', 'op 3 plekken']],
  ['a node that does not exist at all', 'structure', 'next: weer', 'next: zolder', ['unknown-node', 'next: zolder', 'Kies een naam']],
  ['shoes of nobody', 'structure', 'as: fem', 'as: femm', ['unknown-cast', 'as: femm', '“fem”']],
  ['somebody who writes and is misspelt', 'structure', 'who: kaan', 'who: kaaan', ['unknown-cast', 'who: kaaan', '“kaan”']],
  ['somebody of the cast who is misspelt', 'structure', '  fem: { look', '  fme: { look', ['unknown-cast', 'fme: {', 'op 2 plekken']],
  ['a chat that is misspelt', 'structure', 'chat: klas', 'chat: klass', ['unknown-chat', 'chat: klass', '“klas”']],
  [
    'a variable that is misspelt where it is set',
    'structure',
    'set: { stil: true }',
    'set: { stiil: true }',
    ['unknown-variable', 'stiil:', '“stil”'],
  ],
  [
    'a variable that is misspelt where it is asked for',
    'structure',
    'when: { stil: true }',
    'when: { still: true }',
    ['unknown-variable', 'still: true', '“stil”'],
  ],
  [
    'a variable that is misspelt where it is made',
    'structure',
    '  stil: { boolean',
    '  stli: { boolean',
    ['unknown-variable', 'stli:', 'op 2 plekken'],
  ],
  [
    'a value that is misspelt',
    'structure',
    'count: 3, when: { version: clip }',
    'count: 3, when: { version: clpi }',
    ['unknown-value', 'version: clpi', '“clip”'],
  ],
  ['a tile that is misspelt', 'structure', 'text: t1, copies: 2', 'text: tt1, copies: 2', ['unknown-tile', 'of: t1 }', '“tt1”']],
  [
    'a reaction to a message that is misspelt',
    'structure',
    'react: m1',
    'react: mm1',
    ['unknown-message', 'react: mm1', 'Het bericht “mm1” bestaat niet'],
  ],
  [
    'a reaction to a message that was deleted',
    'structure',
    '        - { react: m1',
    '        - { delete: m1 }\n        - { react: m1',
    ['unknown-message', 'react: m1', 'al verwijderd'],
  ],
  ['a second vote on a vote that is misspelt', 'structure', 'again: gok', 'again: gook', ['unknown-vote', 'again: gook', '“gok”']],
  ['a result that is misspelt', 'structure', 'results: [gok, weer]', 'results: [gok, wer]', ['unknown-vote', 'wer]', '“weer”']],
  ['a text that is misspelt in the story', 'structure', '- say: b1', '- say: bb1', ['misnamed-text', 'say: bb1', '“b1”']],
  ['a text that is misspelt in Dutch', 'nl', '    m1: Wat', '    mm1: Wat', ['misnamed-text', 'mm1: Wat', '“m1”']],
  ['a note that is misspelt', 'nl', '    note: Rustig aan.', '    nte: Rustig aan.', ['misnamed-text', 'nte: Rustig', '“note”']],
  ['a scene that is misspelt in Dutch', 'nl', '  avond:\n', '  avnod:\n', ['misnamed-text', 'avnod:', '“avond”']],
  ['a choice that is misspelt in the story', 'structure', 'id: samen', 'id: saamen', ['misnamed-text', 'id: saamen', '“samen”']],
  ['a choice that is misspelt in Dutch', 'nl', '      samen: {', '      smaen: {', ['misnamed-text', 'smaen:', '“samen”']],
  ['a choice that stands twice', 'structure', 'id: samen', 'id: app', ['duplicate-id', 'id: app, role: involve', '“app” staat hier twee keer']],
  [
    'a choice that stands twice, of a question that is asked again',
    'structure',
    'id: nep, role: stay-out, to: tegel',
    'id: echt, role: stay-out, to: tegel',
    ['duplicate-id', 'id: echt, role: stay-out, to: tegel, now: [D], later: [D] }\n  tegel', '“echt” staat hier twee keer'],
  ],
  ['a choice that all languages call otherwise', 'structure', 'id: samen', 'id: bellen', ['misnamed-text', 'id: bellen', '“samen”']],
  ['a text that stands twice', 'structure', '{ text: gelezen', '{ text: gehoord', ['duplicate-id', '{ bars', '“gehoord”']],
  ['a first value that cannot be', 'structure', 'initial: clip', 'initial: film', ['unknown-value', 'initial: film', 'clip, beeld']],
  [
    'a variable of another kind than its uses',
    'structure',
    'stil: { boolean: false }',
    'stil: { integer: [0, 3], initial: 0 }',
    ['unknown-value', 'stil: true }, now', 'Ook op 1 andere plek'],
  ],
  [
    'a range that begins with its end',
    'structure',
    'stil: { boolean: false }',
    'stil: { integer: [3, 0], initial: 0 }',
    ['unknown-value', 'integer: [3', '[0, 3]'],
  ],
  ['a scene that lost its chat', 'structure', '      chat: klas\n', '', ['no-chat', '{ tile: voice', 'Zet chat: bij de scène']],
  [
    'an end that became a talk',
    'structure',
    'end: { debrief: true, help: true }',
    'reflect: {}\n    next: slot',
    ['without-end', 'nodes:', 'geen einde'],
  ],
  [
    'a vote that became a talk',
    'structure',
    structure.slice(structure.indexOf('    vote:\n      as: fem'), structure.indexOf('  uitslag:')),
    '    reflect: {}\n    next: uitslag\n',
    ['never-set', 'stil:', 'Geen keuze'],
    ['other-kind', 'reflect: {}', 'Maak hier weer een vote van'],
  ],
  [
    'an end that nobody comes to, and that has no texts yet',
    'structure',
    '  einde:\n',
    '  anders:\n    end: { debrief: true, help: true }\n  einde:\n',
    ['unreachable', 'anders:', 'Geen enkele weg'],
  ],
  [
    'a talk that has no texts yet',
    'structure',
    '    next: einde\n  einde:\n',
    '    next: praten\n  praten:\n    reflect: {}\n    next: einde\n  einde:\n',
    ['missing-text', 'nodes:', 'in nl.yaml en en.yaml', 'nl'],
  ],
  ['a name in small letters', 'nl', '  fem: Fem', '  fem: fem', ['small-name', 'fem: fem', 'hoofdletter: Fem']],
  ['two people who are called the same', 'nl', '  fem: Fem', '  fem: Kaan', ['duplicate-id', 'fem: Kaan', 'allebei “Kaan”']],
  ['somebody who is misspelt in Dutch', 'nl', '  fem: Fem', '  femm: Fem', ['misnamed-text', 'femm: Fem', '“fem”']],
];

const placeOf = (text: string, piece: string) => {
  const before = text.slice(0, text.indexOf(piece)).split('\n');
  if (!text.includes(piece)) throw new Error(`"${piece}" is not in the text`);
  return { line: before.length, column: before.at(-1)!.length + 1 };
};

/** Changed Dutch makes its translation stale; that is not what these are about. */
const diagnosed = (texts: Partial<typeof files>) => readFullStory(texts).diagnoses.filter(({ code }) => code !== 'stale-translation');

const check = ([, file, from, to, ...said]: Fault) => {
  const text = mutate(files[file], from, to);
  const found = diagnosed({ [file]: text });
  const short = { structure: 'story', nl: 'nl', en: 'en' };
  expect(found.map(({ code, file: where, line, column }) => ({ code, where, line, column }))).toEqual(
    said.map(([code, at, , elsewhere]) => ({
      code,
      where: `scenarios/vol/${short[elsewhere ?? file]}.yaml`,
      ...placeOf(elsewhere ? files[elsewhere] : text, at),
    })),
  );
  found.forEach(({ code, message }, index) => {
    expect(message.nl).toContain(said[index]![2]);
    expect(message.en).not.toBe(message.nl);
    for (const sentence of Object.values(message)) expect(sentence).not.toMatch(/undefined|\[object|null|Invalid input/);
    expect(numberOf(code)).toMatch(/^WDJ\d{3}$/);
  });
};

describe('as YAML:', () => test.each(yaml)('%s', (...fault) => check(fault)));

describe('between brackets:', () => test.each(joined)('%s', (...fault) => check(fault)));
describe('as the format:', () => test.each(format)('%s', (...fault) => check(fault)));
describe('as a name:', () => test.each(names)('%s', (...fault) => check(fault)));
test('a name of the sources is said once, however often somebody is called so', () => {
  const nl = dutch.replaceAll('Kaan', 'Zayn');
  expect(nl.split('Zayn').length).toBeGreaterThan(3);
  expect(diagnosed({ nl }).map(({ code, line, column }) => ({ code, line, column }))).toEqual([{ code: 'real-name', ...placeOf(nl, 'kaan: Zayn') }]);
});
