import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { stageView } from '../../src/lesson/views/views.ts';
import type { StageScreen, StageView } from '../../src/protocol/views/stage.ts';
import { type Command, commandFor, leavesScreen } from '../../src/stage/shell/commands.ts';
import { CLICKER, type Meaning } from '../../src/stage/shell/keys.ts';
import { LONGEST_BURST_MS, MOMENT_MS, Pace } from '../../src/stage/shell/pace.ts';
import { aClass, type Class } from '../support/lesson/class.ts';
import { petje, shared } from '../support/lesson/petje.ts';
import { around } from '../support/lesson/views-of.ts';

const viewOf = (room: Class) => stageView({ story: petje, shared }, room.lesson, around(room));
const pressed = (room: Class, key: string) => commandFor(key, viewOf(room));
const onward = (view: StageView): Command => ({ command: 'intent', intent: { type: 'lesson.next', screenRevision: view.screenRevision } });

const FORWARD = ['PageDown', 'ArrowRight', 'ArrowDown'];
const BACK = ['PageUp', 'ArrowLeft', 'ArrowUp'];
const REST = ['b', 'B', '.'];
/** Keys of a clicker that are the browser's or the computer's own. */
const NOT_OURS = ['Tab', 'Escape', 'AudioVolumeUp', 'AudioVolumeDown', 'AudioVolumeMute', 'Shift', 'F5'];

/** Every screen that the board can show, as a class comes to it. */
const talked = () => aClass({ seats: 7 }).reaches('together');
const SCREENS: Partial<Record<StageScreen['kind'], () => Class>> = {
  lobby: () => aClass(),
  scene: () => aClass().next(),
  question: () => aClass().reaches('question'),
  vote: () => aClass().opens(),
  recount: () => aClass({ seats: 23 }).opens().joins(2).closes(),
  hands: () => aClass().does({ type: 'mode.set', mode: 'hands' }).reaches('hands'),
  together: talked,
  'too-few': () => aClass().votes('a', 7).closes(),
  teacherDecides: () => aClass().does({ type: 'mode.set', mode: 'mixed' }).votes('a', 24).closes().next().next().next().next(),
  talk: () => aClass().votes('a', 24).closes().votes('x', 24).closes(),
  reveal: () => aClass().votes('a', 24).closes(),
  reflect: () => aClass().votes('a', 24).closes().votes('x', 24).closes().reaches('reflect'),
  end: () => aClass().votes('a', 24).closes().votes('x', 24).closes().reaches('end'),
  over: () => aClass().does({ type: 'lesson.end' }),
};
const screens = Object.entries(SCREENS);

describe('the keys of a clicker', () => {
  test.each(screens)('on the screen %s are three, whichever of its keys the clicker sends', (kind, room) => {
    const view = viewOf(room());
    expect(view.screen.kind).toBe(kind);
    const commands = (keys: string[]) => new Set(keys.map((key) => JSON.stringify(commandFor(key, view))));
    expect(commands([...FORWARD, ' ', 'Enter']).size).toBe(1);
    expect(commands(BACK).size).toBe(1);
    expect([...commands([...REST, 'r'])]).toEqual([JSON.stringify(kind === 'over' ? null : { command: 'paused' })]);
    expect([...commands(NOT_OURS)]).toEqual(['null']);
    // Where the class looks at another path, there is a way back without a desk.
    const back = commandFor('PageUp', { ...view, detour: true });
    if (CLICKER[view.screen.kind].back === 'return') expect(back).toEqual({ command: 'return' });
  });

  test.each(screens)('during a rest over the screen %s end it, and do nothing else', (kind, room) => {
    if (kind === 'over') return;
    const view = { ...viewOf(room()), paused: true };
    expect(new Set([...FORWARD, ...REST, ' ', 'Enter'].map((key) => commandFor(key, view)?.command))).toEqual(new Set(['paused']));
    for (const key of [...BACK, '1', '2', 'a', 'c']) expect(commandFor(key, view)).toBe(null);
  });

  test('no letter is a choice: digits, a touch and the frame are', () => {
    const view = viewOf(talked());
    for (const letter of 'aAbBcCdD') expect(commandFor(letter, view)).toEqual('bB'.includes(letter) ? { command: 'paused' } : null);
    expect(commandFor('2', view)).toEqual({ command: 'choose', choice: 1 });
    expect(commandFor('4', view)).toBe(null);
    expect(commandFor('1', viewOf(aClass().opens()))).toBe(null);
  });

  test('a lesson goes on with forward alone, except where something has to be asked first', () => {
    const asks = screens.flatMap(([kind, room]) => {
      const view = viewOf(room());
      const command = commandFor('PageDown', view);
      return JSON.stringify(command) === JSON.stringify(onward(view)) ? [] : [[kind, command?.command]];
    });
    expect(Object.fromEntries(asks)).toEqual({
      recount: 'count',
      together: 'choose',
      'too-few': 'choose',
      teacherDecides: 'choose',
      end: 'closing',
      over: 'afterwards',
    });
    const handsDown = SCREENS.hands?.().next().next().next();
    expect(handsDown && pressed(handsDown, 'PageDown')).toEqual({ command: 'handsDown' });
  });

  test('are as the table in the documentation says', () => {
    const rows = Object.entries(CLICKER).map(([situation, { forward, back }]) => `| ${situation} | ${SAYS[forward]} | ${SAYS[back]} |`);
    const readme = readFileSync(new URL('../../src/stage/README.md', import.meta.url), 'utf8');
    expect(readme.match(/^\| (?!on the board|---|key).* \| .* \| .* \|$/gm)).toEqual(rows);
  });
});

const SAYS: Record<Meaning, string> = {
  onward: 'on',
  count: 'opens the count',
  again: 'the newest line once more; pressed again at once, the line before it',
  choose: 'frames the first choice; then asks about the one in the frame',
  otherChoice: 'frames the next choice, round and round',
  closing: 'asks: agreements, back to a decision, end the lesson',
  afterwards: 'asks: debrief, teacher’s page',
  resume: 'ends the rest',
  press: 'presses the button that has the focus',
  nextButton: 'to the next button, round and round',
  return: 'during a look at another path: asks whether to go back',
  nothing: 'nothing',
};

describe('a burst of presses', () => {
  /** What each press of forward does where every press that is taken brings the next dialog or screen at once; `PageUp` is only a press. */
  const taken = (presses: [at: number, key?: string][], framesFirst = false): number[] => {
    const pace = new Pace();
    pace.came(0);
    let frame = !framesFirst;
    return presses.flatMap(([at, key = 'forward']) => {
      pace.press(key, at);
      if (key !== 'forward' || !pace.takes(at)) return [];
      if (frame) pace.came(at);
      frame = true;
      return [at];
    });
  };
  const LONG = 10_000;

  test.each([1, 50, 200, MOMENT_MS - 1])('%i ms apart takes one step and no second one', (gap) => {
    const presses = Math.min(12, Math.floor(LONGEST_BURST_MS / gap));
    const burst = Array.from({ length: presses }, (_, index): [number] => [LONG + index * gap]);
    expect(taken(burst)).toEqual([LONG]);
    // The frame of a choice, then its question, and not the answer.
    expect(taken(burst, true)).toEqual([LONG, LONG + gap]);
    // The key has been up for a moment.
    expect(taken([...burst, [LONG + presses * gap + MOMENT_MS]])).toEqual([LONG, LONG + presses * gap + MOMENT_MS]);
  });

  test('that never ends gets on all the same, one step in some two seconds', () => {
    const presses = Array.from({ length: 20 }, (_, index): [number] => [LONG + index * 450]);
    expect(taken(presses)).toEqual([0, 2250, 4500, 6750].map((later) => LONG + later));
  });

  test('of a key that is held down takes one step, however long', () => {
    const pace = new Pace();
    pace.press('forward', LONG);
    pace.came(LONG);
    for (let at = LONG + 30; at < LONG + 10_000; at += 30) {
      pace.press('forward', at, true);
      expect(pace.takes(at)).toBe(false);
    }
  });

  test('is judged by when it was pressed, however late it is heard', () => {
    const pace = new Pace();
    pace.came(LONG);
    pace.press('forward', LONG + 100);
    // The board was busy until LONG + 700.
    expect(pace.takes(LONG + 100)).toBe(false);
  });

  test('that began before something came presses nothing in it, also where somebody else brought it', () => {
    const pace = new Pace();
    pace.press('forward', LONG);
    pace.came(LONG + 100);
    pace.press('forward', LONG + 200);
    expect(pace.takes(LONG + 200)).toBe(false);
    pace.press('forward', LONG + 300 + MOMENT_MS);
    expect(pace.takes(LONG + 300 + MOMENT_MS)).toBe(true);
  });

  test('that waited while the board was drawing is as old as it is', () => {
    const pace = new Pace();
    pace.press('forward', LONG);
    pace.came(LONG + 2000);
    pace.press('forward', LONG + 900);
    expect(pace.takes(LONG + 900)).toBe(false);
  });

  test('is ended by another key, and a finger that presses again at another place means it', () => {
    expect(taken([[LONG], [LONG + 100, 'back'], [LONG + 200]])).toEqual([LONG, LONG + 200]);
    const pace = new Pace();
    pace.point(1, LONG);
    pace.came(LONG);
    pace.point(2, LONG + 100);
    expect(pace.isBurst(LONG + 100)).toBe(true);
    pace.point(1, LONG + 200);
    expect(pace.isBurst(LONG + 200)).toBe(false);
  });

  test('leaves no screen and asks nothing, but a scene goes on line by line', () => {
    for (const [kind, room] of screens) {
      const view = viewOf(room());
      const command = commandFor('PageDown', view);
      expect([kind, command && leavesScreen(command, view)]).toEqual([kind, kind !== 'scene']);
      for (const key of ['b', 'm', 'i', 'PageUp']) {
        const other = commandFor(key, view);
        expect([kind, key, other !== null && leavesScreen(other, view)]).toEqual([kind, key, false]);
      }
    }
  });
});

describe('a teacher with the board alone', () => {
  test.each([' ', 'Enter', 'ArrowRight', 'PageDown'])('counts again with %j where more phones have joined', (key) => {
    const room = aClass({ seats: 20, headCount: 20 }).joins(1);
    expect(pressed(room, key)).toEqual({ command: 'count' });
    expect(pressed(room.does({ type: 'headcount.confirm', count: 21 }), key)).toEqual(onward(viewOf(room)));
    room.opens().joins(1).closes();
    expect(room.lesson.phase).toBe('recount');
    expect(pressed(room, key)).toEqual({ command: 'count' });
  });

  test('is asked to count before a vote that could have no result, and may count at any time where a phone is too many', () => {
    const room = aClass({ seats: 20 }).reaches('question');
    expect(pressed(room, 't')).toBe(null);
    expect(pressed(room.joins(1), 'PageDown')).toEqual({ command: 'count' });
    expect(pressed(room, 't')).toEqual({ command: 'count' });
    expect(pressed(room.does({ type: 'headcount.confirm', count: 21 }), 'PageDown')).toEqual(onward(viewOf(room)));
    expect(pressed(aClass({ seats: 20 }).next().joins(1), 'PageDown')).toEqual(onward(viewOf(aClass({ seats: 20 }).next())));
  });
});
