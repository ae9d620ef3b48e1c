import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { connect } from '../../client/connection.ts';
import { BASE_LANG } from '../../locales/languages.ts';
import type { StoryCatalogue } from '../../protocol/catalogue.ts';
import { PROTOCOL_VERSION } from '../../protocol/identity.ts';
import type { LessonKeys } from '../../protocol/new-lesson.ts';
import type { DeskView } from '../../protocol/views/desk.ts';
import { bot } from '../crowd/bot.ts';
import { hesitation, reads } from '../crowd/pupil.ts';
import { nodeOn } from '../dev/dev-drive.ts';
import { pressAt } from './rehearsal.ts';

const USAGE = 'npm run rehearse -- STORY [--seats 28] [--quick] [--by-hand]';
const stop = (sentence: string): never => {
  console.error(sentence);
  process.exit(2);
};
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seats: { type: 'string', default: '28' }, quick: { type: 'boolean', default: false }, 'by-hand': { type: 'boolean', default: false } },
});
const seats = Number(values.seats);
const story = positionals[0] ?? '';
if (!story || !Number.isInteger(seats) || seats < 1 || seats > 60) stop(USAGE);

const data = mkdtempSync(join(tmpdir(), 'rehearsal-'));
/** A page of this rehearsal's server that makes its tab the board: a board takes its key from no address. */
const DOOR = ['dist/rehearsal.html', 'dist/rehearsal.js'] as const;
const server = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/server/main.ts', '--rehearsal'], {
  env: { ...process.env, DATA_DIR: data, PORT: process.env.PORT ?? '0', TEACHER_CODE: '', PUBLIC_URL: '', HOST: '127.0.0.1' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
function end(code: number): never {
  server.kill();
  for (const left of [data, ...DOOR]) rmSync(left, { recursive: true, force: true });
  process.exit(code);
}
process.on('SIGINT', () => end(0));
process.on('SIGTERM', () => end(0));
server.once('exit', (code) => end(code ?? 1));

let said = '';
server.stdout.setEncoding('utf8');
while (!/http:\S+\/docent/.test(said)) said += (await once(server.stdout, 'data'))[0];
const origin = new URL(/http:\S+(?=\/docent)/.exec(said)?.[0] ?? '').origin;

const catalogue: StoryCatalogue = await (await fetch(`${origin}/api/stories`)).json();
if (!catalogue.stories.some(({ id }) => id === story)) {
  console.error(`There is no story "${story}". There are: ${catalogue.stories.map(({ id }) => id).join(', ')}.`);
  end(2);
}
const response = await fetch(`${origin}/api/lessons`, {
  method: 'POST',
  headers: { 'content-type': 'application/json', origin },
  body: JSON.stringify({ scenario: story, lang: BASE_LANG }),
});
const keys: LessonKeys = await response.json();
const open = (path: string, token: string) => `${origin}${path}#${new URLSearchParams({ lesson: keys.lesson, token })}`;
const boardKey = JSON.stringify(JSON.stringify({ lesson: keys.lesson, token: keys.stage }));
writeFileSync(DOOR[0], '<!doctype html><script src="/rehearsal.js"></script>');
writeFileSync(DOOR[1], `sessionStorage.setItem('stage-admission', ${boardKey}); location.replace('/bord');`);
const desk = connect<DeskView>({ v: PROTOCOL_VERSION, lang: BASE_LANG, role: 'desk', lesson: keys.lesson, token: keys.desk }, origin);
while (!desk.view) await wait(20);
const { code } = desk.view;
console.log(`
  A rehearsal of "${desk.view.story.title}" with ${seats} made-up pupils. Open these beside each other:

  Board:       ${origin}/rehearsal.html
  A phone:     ${origin}/#${code}
  Debrief:     ${open('/nabespreking', keys.debrief)}

  ${values['by-hand'] ? 'You press on yourself, on the board: space or the arrow keys.' : 'It plays by itself; on the board you may press on sooner.'} Stop with Ctrl+C.
`);

const pupils = Array.from({ length: seats }, () => {
  const pupil = bot(origin, code, {
    opened: (_, vote) => void wait(hesitation()).then(vote),
    chats: (chat, tell) => void reads(chat, tell, () => pupil.now()),
  });
  return pupil;
});
while (desk.view.seats < seats) await wait(100);
await desk.ask({ type: 'headcount.confirm', count: seats + 2 });

let shown = '';
let since = performance.now();
for (;;) {
  const { view } = desk;
  const { screen, screenRevision } = view;
  const place = `${screen.kind} ${nodeOn(screen) ?? ''}`.trim();
  if (`${screenRevision} ${place}` !== shown) {
    shown = `${screenRevision} ${place}`;
    since = performance.now();
    console.log(`  ${new Date().toTimeString().slice(0, 8)}  ${place}`);
  }
  if (screen.kind === 'over') break;
  const press = values['by-hand'] ? null : pressAt(view, desk.now(), performance.now() - since, values.quick);
  if (press) {
    const answer = await desk.ask(press);
    if (!answer.ok && !['moment-passed', 'not-now'].includes(answer.refusal)) {
      console.error(`  The lesson said no: ${answer.refusal}`);
      end(1);
    }
  }
  await wait(200);
}
for (const pupil of pupils) pupil.leave();
console.log('\n  The lesson is over. The debrief stays open until you stop with Ctrl+C.');
