import { closeSync, fdatasyncSync, fstatSync, openSync, writeSync } from 'node:fs';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Instant } from '../../protocol/identity.ts';
import type { Entry, Position } from '../../session/journal.ts';
import { KeyFile, SLOTS } from './key-file.ts';
import { type Opened, open, seal } from './sealing.ts';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS sealed (position INTEGER PRIMARY KEY, slot INTEGER NOT NULL, record BLOB NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS rounds (slot INTEGER PRIMARY KEY, lesson TEXT NOT NULL, round TEXT NOT NULL, UNIQUE (lesson, round)) STRICT;
`;

interface Round {
  lesson: string;
  name: string;
  /** The place of its key in the key file. */
  slot: number;
  /** What every record is bound to: the lesson, the round, and its position in the last eight bytes. */
  bound: Buffer;
}
interface Written extends Opened {
  position: Position;
  round: Round;
}

const POSITION_BYTES = 8;
function roundAt(slot: number, lesson: string, name: string): Round {
  return { lesson, name, slot, bound: Buffer.from(`${lesson}\0${name}\0${'\0'.repeat(POSITION_BYTES)}`) };
}

/**
 * The ballots in the database, each sealed with its round's key. What the disk keeps of a row that was deleted (in the log, in free blocks,
 * in a copy) says nothing any more once the key is replaced. Writing and destroying happen within a transaction of the caller, who then says
 * how that went.
 */
export class SealedBallots {
  readonly #db: DatabaseSync;
  readonly #keys: KeyFile;
  readonly #rounds = new Map<string, Map<string, Round>>();
  readonly #free: number[] = [];
  /** By lesson and id. An index of them on disk would be written with every vote, and is as good as random. */
  readonly #known = new Map<string, Map<string, { position: Position; round: Round }>>();
  readonly #sql: Record<'insert' | 'ofRound' | 'drop' | 'open' | 'end', StatementSync>;
  /** Of the transaction that runs. */
  #opened: Round[] = [];
  #written: { lesson: string; id: string }[] = [];
  #destroyed: Round[] = [];
  #newest: { position: Position; at: Instant } = { position: 0, at: 0 };

  /** `db` is open, and nobody else's; the keys stand in `${file}-keys`. */
  constructor(db: DatabaseSync, file: string) {
    this.#db = db;
    db.exec(SCHEMA);
    const inUse = db.prepare('SELECT slot, lesson, round FROM rounds').all();
    for (const { slot, lesson, round } of inUse) this.#remember(roundAt(Number(slot), String(lesson), String(round)));
    const slots = new Set(inUse.map(({ slot }) => Number(slot)));
    for (let slot = SLOTS - 1; slot >= 0; slot--) if (!slots.has(slot)) this.#free.push(slot);
    this.#keys = new KeyFile(`${file}-keys`, slots);
    this.#sql = {
      insert: db.prepare('INSERT INTO sealed (position, slot, record) VALUES (?, ?, ?)'),
      ofRound: db.prepare('SELECT position, record FROM sealed WHERE slot = ? AND position > ? ORDER BY position'),
      drop: db.prepare('DELETE FROM sealed WHERE slot = ?'),
      open: db.prepare('INSERT INTO rounds (slot, lesson, round) VALUES (?, ?, ?)'),
      end: db.prepare('DELETE FROM rounds WHERE slot = ?'),
    };
    this.#read();
    this.#takeOver(file);
  }

  /** Of all ballots. */
  get newest(): Readonly<{ position: Position; at: Instant }> {
    return this.#newest;
  }

  positionOf(lesson: string, id: string): Position | undefined {
    return this.#known.get(lesson)?.get(id)?.position;
  }

  /** The ballots of a lesson after this position, in any order. Who has used their bytes wipes them. */
  after(lesson: string, from: Position): Entry[] {
    return [...(this.#rounds.get(lesson)?.values() ?? [])].flatMap((round) =>
      this.#recordsOf(round, from).map(({ position, id, at, body }): Entry => ({ kind: 'ballot', round: round.name, position, id, at, body })),
    );
  }

  /** Whether this round has a key or can get one. */
  hasRoom(lesson: string, name: string): boolean {
    return this.#free.length > 0 || this.#rounds.get(lesson)?.has(name) === true;
  }

  write(lesson: string, name: string, position: Position, ballot: Opened): void {
    const round = this.#rounds.get(lesson)?.get(name) ?? this.#openRound(lesson, name);
    round.bound.writeDoubleLE(position, round.bound.length - POSITION_BYTES);
    this.#sql.insert.run(position, round.slot, seal(this.#keys.key(round.slot), round.bound, ballot));
    this.#know(round, position, ballot.id);
    this.#written.push({ lesson, id: ballot.id });
  }

  destroyRound(lesson: string, name: string): void {
    const round = this.#rounds.get(lesson)?.get(name);
    if (!round) return;
    this.#sql.drop.run(round.slot);
    this.#sql.end.run(round.slot);
    this.#forgetRound(round);
    this.#destroyed.push(round);
  }

  destroyLesson(lesson: string): void {
    for (const name of [...(this.#rounds.get(lesson)?.keys() ?? [])]) this.destroyRound(lesson, name);
  }

  /**
   * Before the commit: a key is in its file before the first ballot that needs it, and a key that the disk refused to destroy is gone before anything
   * else is written. Throws where the disk refuses; the next call tries again.
   */
  writeKeys(): void {
    this.#keys.write();
  }

  /** The file of the keys, where it must be synced. */
  get unsynced(): readonly number[] {
    return this.#keys.isChanged ? [this.#keys.file] : [];
  }

  /** After `writeKeys` that file was synced. */
  keysSynced(): void {
    this.#keys.synced();
  }

  /** The result is on disk: now the keys of what was destroyed go, from memory at once and from the file by `writeKeys`. */
  committed(): void {
    for (const { lesson, name, slot } of this.#destroyed) {
      this.#keys.replace(slot);
      this.#free.push(slot);
      const known = this.#known.get(lesson);
      for (const [id, { round }] of known ?? []) if (round.name === name && round.slot === slot) known?.delete(id);
      if (known?.size === 0) this.#known.delete(lesson);
    }
    this.#settle();
  }

  rolledBack(): void {
    for (const { lesson, id } of this.#written) this.#known.get(lesson)?.delete(id);
    for (const round of this.#opened) {
      this.#forgetRound(round);
      this.#free.push(round.slot);
    }
    for (const round of this.#destroyed) if (!this.#opened.includes(round)) this.#remember(round);
    this.#settle();
  }

  close(): void {
    this.#keys.close();
  }

  #settle(): void {
    this.#opened = [];
    this.#written = [];
    this.#destroyed = [];
  }

  #openRound(lesson: string, name: string): Round {
    const slot = this.#free.pop();
    if (slot === undefined) throw new Error(`${SLOTS} rounds are open`);
    this.#keys.replace(slot);
    const round = roundAt(slot, lesson, name);
    this.#opened.push(round);
    this.#remember(round);
    this.#sql.open.run(slot, lesson, name);
    return round;
  }

  #remember(round: Round): void {
    const rounds = this.#rounds.get(round.lesson) ?? new Map<string, Round>();
    this.#rounds.set(round.lesson, rounds.set(round.name, round));
  }

  #forgetRound({ lesson, name }: Round): void {
    const rounds = this.#rounds.get(lesson);
    rounds?.delete(name);
    if (rounds?.size === 0) this.#rounds.delete(lesson);
  }

  #know(round: Round, position: Position, id: string): void {
    const known = this.#known.get(round.lesson) ?? new Map<string, { position: Position; round: Round }>();
    this.#known.set(round.lesson, known.set(id, { position, round }));
  }

  #recordsOf(round: Round, from: Position): Written[] {
    return this.#sql.ofRound.all(round.slot, from).flatMap((row) => {
      const position = Number(row.position);
      round.bound.writeDoubleLE(position, round.bound.length - POSITION_BYTES);
      const opened = open(this.#keys.key(round.slot), round.bound, row.record as Uint8Array);
      return opened ? [{ ...opened, position, round }] : [];
    });
  }

  /** What does not open (the key file was lost, or a copy came back without it) says nothing to anybody, and goes with the round at its close. */
  #read(): void {
    for (const rounds of this.#rounds.values())
      for (const round of rounds.values())
        for (const { position, id, at, body } of this.#recordsOf(round, 0)) {
          this.#know(round, position, id);
          this.#newest = { position: Math.max(this.#newest.position, position), at: Math.max(this.#newest.at, at) };
          body.fill(0);
        }
    const { position } = this.#db.prepare('SELECT max(position) AS position FROM sealed').get() ?? {};
    this.#newest.position = Math.max(this.#newest.position, Number(position ?? 0));
  }

  /**
   * The first edition wrote ballots as they were. They are sealed, and what can still be reached of their bytes is overwritten: the pages where they
   * stood (`secure_delete`) and the log. What it destroyed before that is out of reach.
   */
  #takeOver(file: string): void {
    if (!this.#db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'ballots'").get()) return;
    this.#db.exec('BEGIN IMMEDIATE');
    for (const { position, lesson, round, id, at, body } of this.#db.prepare('SELECT * FROM ballots ORDER BY position').iterate()) {
      this.write(String(lesson), String(round), Number(position), { id: String(id), at: Number(at), body: body as Uint8Array });
      this.#newest = { position: Math.max(this.#newest.position, Number(position)), at: Math.max(this.#newest.at, Number(at)) };
    }
    this.#db.exec('DROP TABLE ballots');
    this.#keys.sync();
    this.#db.exec('COMMIT');
    this.committed();
    this.#db.prepare('PRAGMA wal_checkpoint(RESTART)').get();
    overwrite(`${file}-wal`);
  }
}

/** What stood in this file can be read nowhere where a block is written where it stood. */
function overwrite(path: string): void {
  const file = openSync(path, 'r+');
  const noughts = Buffer.alloc(65_536);
  for (let at = 0, { size } = fstatSync(file); at < size; at += noughts.length) writeSync(file, noughts, 0, Math.min(noughts.length, size - at), at);
  fdatasyncSync(file);
  closeSync(file);
}
