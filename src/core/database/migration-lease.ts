import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { QueryRunner } from 'typeorm';
import { failureOf } from './failures.js';
import type { OwnConnection } from './own-connection.js';

/** Milliseconds of silence after which whoever migrates is taken for dead, and how often a living one speaks. */
export const LEASE_TIMEOUT_MS = 20_000;
const SPEAKS_EVERY = 4000;
const LOOKS_EVERY = 300;
/** How often the log says that this process still waits. */
const SAYS_SO_EVERY = 30_000;

/** Another process has taken over: this one was silent for too long. */
export class LeaseLost extends Error {
  override name = 'LeaseLost';
  constructor() {
    super('Another process has taken the migrations over.');
  }
}

interface LeaseRow {
  readonly holder: string;
  readonly server: string;
  readonly beat: number;
}

/** The right to change the tables, which one process at a time has. */
export interface MigrationLease {
  /** @throws LeaseLost. */
  assertHeld(): void;
  release(): Promise<void>;
}

const lockOf = (holder: string): string => `waybill ${holder}`;

/**
 * Waits until this process is the one that changes the tables. The right is a row, which all nodes of a cluster see: its
 * holder counts it up, and a row that stands still for `SILENCE`, by the watch of who waits, is free; no two clocks are
 * compared. On the server that the holder is connected to, a lock of its connection tells at once that it has died.
 * `changes` is the connection on which the tables are changed: what a dead process has begun there ends before its lock.
 */
export async function leaseMigrations(changes: QueryRunner, beats: OwnConnection): Promise<MigrationLease> {
  const holder = randomUUID();
  await makeRow(beats);
  // behind a proxy, the two connections may lead to two nodes: the lock is on one, and others are asked for theirs on the other
  const [lockedOn, askedOn] = [await serverOf(changes), await serverOf(beats)];
  await changes.query('SELECT GET_LOCK(?, 0)', [lockOf(holder)]);
  const waiting = new Waiting();
  for (;;) {
    const [row] = await beats.query<LeaseRow>(
      'SELECT holder, server, beat FROM migration_lease WHERE name = 1',
    );
    if (
      row &&
      (await isFree(row, askedOn, beats, waiting)) &&
      (await take(row, { holder, server: lockedOn }, beats))
    )
      break;
    await pause(LOOKS_EVERY);
  }
  return held(holder, changes, beats);
}

/** What is to be seen of the holder while it is waited for. */
class Waiting {
  private readonly logger = new Logger('migrations');
  private since = performance.now();
  private seen = '';
  private said: number | undefined;

  /** Whether the row has stood still for too long. */
  isSilent({ holder, beat }: LeaseRow): boolean {
    const now = performance.now();
    const seen = `${holder} ${beat}`;
    if (seen !== this.seen) [this.seen, this.since] = [seen, now];
    if (now - this.since > LEASE_TIMEOUT_MS) return true;
    if (this.said === undefined || now - this.said > SAYS_SO_EVERY) {
      this.said = now;
      this.logger.log('another process changes the tables; waiting for it');
    }
    return false;
  }
}

async function isFree(
  row: LeaseRow,
  server: string,
  beats: OwnConnection,
  waiting: Waiting,
): Promise<boolean> {
  if (row.holder === '') return true;
  if (row.server === server) {
    const [lock] = await beats.query<{ free: unknown }>('SELECT IS_FREE_LOCK(?) AS free', [
      lockOf(row.holder),
    ]);
    if (Number(lock?.free) === 1) return true;
  }
  return waiting.isSilent(row);
}

async function take(
  { holder, beat }: LeaseRow,
  mine: { readonly holder: string; readonly server: string },
  beats: OwnConnection,
): Promise<boolean> {
  try {
    const affected = await beats.run(
      'UPDATE migration_lease SET holder = ?, server = ?, beat = beat + 1 WHERE name = 1 AND holder = ? AND beat = ?',
      [mine.holder, mine.server, holder, beat],
    );
    return affected === 1;
  } catch (error) {
    // on another node somebody was a moment earlier
    if (failureOf(error).kind === 'collision') return false;
    throw error;
  }
}

/** The table and its row, made by whoever comes first; others find them. */
async function makeRow(beats: OwnConnection): Promise<void> {
  await again(() =>
    beats.run(
      `CREATE TABLE IF NOT EXISTS migration_lease (name int NOT NULL PRIMARY KEY,
        holder varchar(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        server varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, beat int NOT NULL) ENGINE=InnoDB`,
    ),
  );
  await again(() =>
    beats.run("INSERT IGNORE INTO migration_lease (name, holder, server, beat) VALUES (1, '', '', 0)"),
  );
}

/** What tells a server from the other nodes of its cluster. */
async function serverOf(connection: { query(sql: string): Promise<object[]> }): Promise<string> {
  const [place] = await connection.query("SELECT CONCAT_WS(' ', @@hostname, @@port, @@datadir) AS place");
  const [node] = await connection.query("SHOW GLOBAL STATUS LIKE 'wsrep_gcomm_uuid'");
  return createHash('sha1')
    .update(JSON.stringify([place, node]))
    .digest('hex');
}

/** Nodes that do the same at once give one of them up. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 10 || failureOf(error).kind !== 'collision') throw error;
      await pause(Math.random() * 200 * attempt);
    }
  }
}

function held(holder: string, changes: QueryRunner, beats: OwnConnection): MigrationLease {
  let spoke = performance.now();
  let isLost = false;
  const speak = async (): Promise<void> => {
    const began = performance.now();
    const affected = await beats.run(
      'UPDATE migration_lease SET beat = beat + 1 WHERE name = 1 AND holder = ?',
      [holder],
    );
    if (affected === 0) isLost = true;
    else spoke = began;
  };
  // what fails is tried again; in the end the lease is lost
  const timer = setInterval(() => void speak().catch(() => undefined), SPEAKS_EVERY);
  return {
    assertHeld: () => {
      if (isLost || performance.now() - spoke > LEASE_TIMEOUT_MS - SPEAKS_EVERY) throw new LeaseLost();
    },
    release: async () => {
      clearInterval(timer);
      await beats
        .run("UPDATE migration_lease SET holder = '' WHERE name = 1 AND holder = ?", [holder])
        .catch(() => undefined);
      await changes.query('SELECT RELEASE_LOCK(?)', [lockOf(holder)]).catch(() => undefined);
    },
  };
}
