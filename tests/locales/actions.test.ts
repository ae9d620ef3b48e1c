import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LANGS, type Lang } from '../../src/locales/languages.ts';

const read = (lang: Lang, page: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`../../src/locales/${lang}/${page}.json`, import.meta.url), 'utf8'));

/** What a teacher does, by the texts of all buttons, keys and dialogs that do it. */
const ACTIONS: Record<string, readonly `${'desk' | 'stage' | 'debrief'} ${string}`[]> = {
  'go on': ['desk next.onward', 'stage control.next'],
  'hold a scene': ['desk hold', 'stage control.hold'],
  'play on': ['desk resume', 'stage control.resume'],
  rest: ['desk paused.on', 'stage control.calm'],
  'end rest': ['desk next.paused', 'stage paused.back'],
  'go past a vote': ['desk skip.open', 'stage count.skip'],
  'to the end of a scene': ['desk scene.toEnd'],
  'back to a decision': ['desk back.open', 'stage closing.decisions'],
  'vote again': ['desk revote.go', 'desk back.vote'],
  'count the pupils': ['desk next.count', 'desk room.countOpen', 'stage control.count'],
  'take a phone out': ['desk room.remove', 'stage count.remove'],
  'remove silent seats': ['desk room.silent', 'stage count.silent'],
  'pair a device': ['desk offer.open', 'stage pairing.title', 'stage help.offer'],
  'this screen only': ['desk board.here', 'desk story.alone'],
  'open the debrief': ['desk next.debrief', 'desk more.debrief', 'stage afterwards.debrief'],
  'to the lessons': ['desk next.start', 'desk more.leave', 'desk desk.toStart', 'debrief sheet.back'],
  'finish the lesson': ['desk next.end', 'desk more.end', 'stage closing.end'],
  'delete the lesson': ['desk more.delete', 'debrief keep.deleteNow'],
  'ask about deleting': ['desk more.deleteTitle', 'desk lessons.deleteTitle', 'debrief keep.sure'],
  'yes, delete': ['desk more.deleteYes', 'desk lessons.deleteYes', 'debrief keep.yes'],
  print: ['desk sheet.print', 'debrief sheet.print'],
  'not after all': ['desk cancel', 'stage count.back', 'stage pick.back', 'debrief cancel'],
};

test.each(LANGS)('in %s an action has one name wherever it is offered, and no other action has that name', (lang) => {
  const pages = { desk: read(lang, 'desk'), stage: read(lang, 'stage'), debrief: read(lang, 'debrief') };
  const nameOf = (text: string) => {
    const [page, key] = text.split(' ') as ['desk' | 'stage' | 'debrief', string];
    return pages[page][key];
  };
  const names = Object.entries(ACTIONS).map(([action, texts]) => ({ action, names: [...new Set(texts.map(nameOf))] }));
  expect(names.filter(({ names: its }) => its.length > 1 || its[0] === undefined)).toEqual([]);
  const all = names.flatMap(({ names: its }) => its);
  expect(all.filter((name, at) => all.indexOf(name) !== at)).toEqual([]);
});
