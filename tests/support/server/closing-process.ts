import fs, { writeSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import { randomFrom } from '../random.ts';
import { ClosingSchool, close, SEATS, vote } from './closing-lesson.ts';

// Classes vote and say here what was acknowledged. Then their votes close, some together and some one after the other, until this
// process kills itself before one of its calls of the database or of the key file (`calls`: how many come before it). See tests/server/closing-kill.test.ts.
const [file = '', seed = '', classes = '', calls = ''] = process.argv.slice(2);
const random = randomFrom(Number(seed));
let left = Number.POSITIVE_INFINITY;

const counting = <Call extends (...args: never[]) => unknown>(call: Call): Call =>
  new Proxy(call, {
    apply: (target, self, args) => {
      if (left === 0) process.kill(process.pid, 'SIGKILL');
      left -= 1;
      return Reflect.apply(target, self, args);
    },
  });
DatabaseSync.prototype.exec = counting(DatabaseSync.prototype.exec);
StatementSync.prototype.run = counting(StatementSync.prototype.run);
StatementSync.prototype.get = counting(StatementSync.prototype.get);
// The keys of the rounds are written so.
fs.writeSync = counting(fs.writeSync);
fs.fdatasync = counting(fs.fdatasync);
syncBuiltinESMExports();

const school = new ClosingSchool(file);
const lessons = await Promise.all(
  Array.from({ length: Number(classes) }, async (_, number) => {
    const stream = `lesson-${number}`;
    const lesson = await school.openVote(stream, SEATS);
    writeSync(1, `${JSON.stringify({ stream, ...(await vote(lesson, random)) })}\n`);
    return lesson;
  }),
);
left = Number(calls);
const closed: Promise<unknown>[] = [];
for (const lesson of lessons) {
  closed.push(close(lesson));
  for (let turns = random.below(3); turns > 0; turns--) await new Promise((turn) => setImmediate(turn));
}
await Promise.all(closed);
// A close is answered before its result is there.
while (lessons.some(({ lesson }) => lesson.round !== null)) await new Promise((turn) => setImmediate(turn));
// How many calls it takes depends on how many closes share a transaction.
process.kill(process.pid, 'SIGKILL');
