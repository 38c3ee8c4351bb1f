import { randomUUID } from 'node:crypto';
import type { Clock } from '../database/clock.js';
import type { Database } from '../database/database.js';
import { isOver } from '../database/leased.js';
import { isIn, type Stored } from '../metadata/condition.js';
import { toStored } from '../metadata/datetime.js';
import type { Transaction } from '../metadata/transaction.js';

/** Where a job is: it waits, somebody is at it, it is done, it never will be, or nobody wants it any more. */
export const JOB_STATUSES = ['pending', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

/** Tables of jobs; each has the columns `status`, `claim`, `claimedUntil` and `attempts`. */
export type JobTable = 'exports' | 'imports';

/** Whose jobs share the places: the column in each table. */
export const OWNERS = { exports: 'userPk', imports: 'workspacePk' } as const satisfies Record<
  JobTable,
  string
>;

/** The right to do a job. */
export interface Job {
  readonly table: JobTable;
  /** The key of the user or workspace that it is for, see `OWNERS`. */
  readonly owner: number;
  readonly pk: number;
  readonly claim: string;
}

/** Somebody else does the job now: this process was silent for too long. */
export class JobIsLost extends Error {
  override name = 'JobIsLost';
}

/** Milliseconds for which a process may be silent before another takes its job over: it has died. */
const LEASE = 60_000;

/** How often a job is begun before it is given up. */
const ATTEMPTS = 5;

/** Columns of a new job. */
export const PENDING = { status: 'pending', claim: null, claimedUntil: null, attempts: 0 } as const;

/** Takes the next job of a table that nobody is at, but for these owners. The look beforehand needs no writer. */
export async function takeJob(
  table: JobTable,
  database: Database,
  clock: Clock,
  except: readonly number[] = [],
): Promise<Job | undefined> {
  const now = clock.now();
  const owned = isIn(OWNERS[table], except);
  const over = isOver('claimedUntil', now, LEASE);
  const free = `status IN ('pending', 'running') AND ${over.sql} AND NOT (${owned.sql})`;
  const params = [...over.params, ...owned.params];
  const look = await database.read(`SELECT pk FROM ${table} WHERE ${free} LIMIT 1`, params);
  if (look.length === 0) return undefined;
  return database.transaction(async (transaction) => {
    const [row] = await transaction.rows<{ pk: number; owner: number }>(
      `SELECT pk, ${OWNERS[table]} AS owner FROM ${table} WHERE ${free} ORDER BY pk LIMIT 1${transaction.dialect.forUpdateUnlessLocked}`,
      params,
    );
    if (!row) return undefined;
    const job = { table, ...row, claim: randomUUID() };
    await transaction.run(
      `UPDATE ${table} SET status = 'running', claim = ?, claimedUntil = ?, attempts = attempts + 1 WHERE pk = ?`,
      [job.claim, toStored(now + LEASE), row.pk],
    );
    return job;
  });
}

/** Goes on with a job for another while, with what it has come to. @throws JobIsLost. */
export async function holdJob(
  job: Job,
  columns: Readonly<Record<string, Stored>>,
  { transaction, clock }: { readonly transaction: Transaction; readonly clock: Clock },
): Promise<void> {
  await set(job, { ...columns, claimedUntil: toStored(clock.now() + LEASE) }, transaction);
}

/** Ends a job. @throws JobIsLost. */
export function endJob(
  job: Job,
  status: 'done' | 'failed',
  columns: Readonly<Record<string, Stored>>,
  transaction: Transaction,
): Promise<void> {
  return set(job, { ...columns, status, claim: null, claimedUntil: null }, transaction);
}

/** Ends a job that nobody is to go on with; whoever is at it finds that out with its next step. @returns whether there was anything to end. */
export async function cancelJob(
  table: JobTable,
  pk: number,
  columns: Readonly<Record<string, Stored>>,
  transaction: Transaction,
): Promise<boolean> {
  const set = Object.keys(columns).map((name) => `${name} = ?, `);
  const { affected } = await transaction.run(
    `UPDATE ${table} SET ${set.join('')}status = 'cancelled', claim = NULL, claimedUntil = NULL
      WHERE pk = ? AND status IN ('pending', 'running')`,
    [...Object.values(columns), pk],
  );
  return affected > 0;
}

/** Gives a job back, to be done by anybody: this process ends. */
export async function releaseJob({ table, pk, claim }: Job, database: Database): Promise<void> {
  await database.transaction((transaction) =>
    transaction.run(
      `UPDATE ${table} SET status = 'pending', claim = NULL, claimedUntil = NULL, attempts = attempts - 1 WHERE pk = ? AND claim = ?`,
      [pk, claim],
    ),
  );
}

/** Whether a job has been begun so often that once more makes no sense. */
export async function isGivenUp({ table, pk }: Job, database: Database): Promise<boolean> {
  const [row] = await database.read(`SELECT attempts FROM ${table} WHERE pk = ?`, [pk]);
  return row !== undefined && (row[0] as number) >= ATTEMPTS;
}

async function set(
  { table, pk, claim }: Job,
  columns: Readonly<Record<string, Stored>>,
  transaction: Transaction,
): Promise<void> {
  const names = Object.keys(columns);
  const { affected } = await transaction.run(
    `UPDATE ${table} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE pk = ? AND claim = ?`,
    [...Object.values(columns), pk, claim],
  );
  if (affected === 0) throw new JobIsLost();
}
