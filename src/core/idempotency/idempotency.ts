import { randomUUID } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Clock } from '../database/clock.js';
import type { Encryption } from '../database/encryption.js';
import type { Database, Origin } from '../database/database.js';
import { failureOf } from '../database/failures.js';
import { insertInto } from '../database/insert.js';
import { hasEnded } from '../database/leased.js';
import { toStored } from '../metadata/datetime.js';
import { changesOf } from '../outbox/change-set.js';
import { ClientError, Collision } from '../metadata/errors.js';
import type { Transaction } from '../metadata/transaction.js';
import { type FailedLine, type LineAnswer, lineAnswersOf, LineLog, refusedLinesOf } from './line-log.js';
import { IdempotencyKey } from './idempotency-key.entity.js';
import { sqlNames } from '../database/sql-names.js';

const keys = sqlNames(IdempotencyKey);

const DAY = 86_400_000;

/** How long a request may be at it, in milliseconds, before another may take over: its process has died. */
export const CLAIM_MS = 60_000;
/** Milliseconds between two attempts to give a claim back. */
const RELEASE_AGAIN = 500;

/** Old keys that are removed in one unit of work. */
const CLEANUP_BATCH_SIZE = 500;

/** The right to do a request and to record its answer. */
export interface Claim {
  readonly pk: number;
  readonly claim: string;
  /** Lines that an earlier attempt has done; see `LineLog`. */
  readonly position: number;
  /** For whom the request is. */
  readonly origin: Origin;
}

/** An answer that is given again: whatever the first one was. */
export interface Recorded {
  readonly status: number;
  readonly content: unknown;
}

/** A recorded answer, with the key of its row. */
export interface RecordedAnswer extends Recorded {
  readonly pk: number;
}

/** 422: the key was used for something else. */
export class KeyReused extends ClientError {
  readonly status = 422;
  constructor() {
    super('The Idempotency-Key was used for another request within the last 24 hours.');
  }
}

/** 409: the first request with the key has not been answered yet. */
export class KeyBusy extends ClientError {
  readonly status = 409;
  override readonly headers = { 'Retry-After': '1' };
  constructor() {
    super('A request with this Idempotency-Key is still running. Please try again.');
  }
}

const ERASED = 'What was answered has been erased, together with what it told of.';
const UNREADABLE = 'What was answered cannot be read any more.';

/** An answer as it is kept. */
interface Kept {
  readonly pk: number;
  readonly status: number;
  readonly answer: string | null;
}

/** Whose keys they are. */
export interface KeyHolder extends Origin {
  readonly clientPk: number;
}

interface StoredKey {
  readonly pk: number;
  readonly fingerprint: string;
  readonly claim: string;
  readonly claimedUntil: string;
  readonly position: number;
  readonly status: number | null;
  readonly answer: string | null;
  readonly createdAt: string;
}

/** Requests by their keys, kept in the database for 24 hours: the same on all processes, and after a restart. */
export class Idempotency {
  /** Claims of requests that ended while the database was away. */
  private readonly unreleased = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly encryption: Pick<Encryption, 'encryptBytes' | 'decryptBytes'>,
  ) {}

  /**
   * `duration`: how long the request may take, in milliseconds, before another may take over.
   * @returns the right to go on, or what was answered. @throws KeyReused, KeyBusy.
   */
  async begin(
    caller: KeyHolder,
    name: string,
    fingerprint: string,
    duration: number,
  ): Promise<Claim | RecordedAnswer> {
    const begin = (): Promise<Claim | Kept> =>
      this.database.transaction(
        (transaction) => this.claim(caller, name, fingerprint, duration, transaction),
        caller,
      );
    try {
      return await this.opened(await begin());
    } catch (error) {
      // another request with the key was a moment earlier; now it can be seen
      if (failureOf(error).kind !== 'duplicate') throw error;
      return this.opened(await begin());
    }
  }

  private async opened(begun: Claim | Kept): Promise<Claim | RecordedAnswer> {
    if ('claim' in begun) return begun;
    const { pk, status, answer } = begun;
    if (answer === null) return { pk, status: 410, content: { message: ERASED } };
    // older versions kept answers as they were
    const isSealed = answer.startsWith('v1:');
    const bytes = isSealed ? await this.encryption.decryptBytes(answer) : Buffer.from(answer, 'base64');
    if (!bytes) return { pk, status: 410, content: { message: UNREADABLE } };
    return { pk, status, content: JSON.parse(inflateRawSync(bytes).toString()) as unknown };
  }

  /** Records an answer, in the unit of work of what it tells of. @throws Collision when another request has taken over. */
  async complete(
    { pk, claim }: Pick<Claim, 'pk' | 'claim'>,
    { status, content }: Recorded,
    transaction: Transaction,
  ): Promise<void> {
    const answer = this.encryption.encryptBytes(deflateRawSync(JSON.stringify(content)));
    const about = changesOf(transaction).all[0];
    const { affected } = await transaction.run(
      `UPDATE ${keys.table} SET ${keys.status} = ?, ${keys.answer} = ?, ${keys.workspacePk} = ?, ${keys.entity} = ?, ${keys.itemPk} = ? WHERE ${keys.pk} = ? AND ${keys.claim} = ? AND ${keys.status} IS NULL`,
      [status, answer, about?.workspacePk ?? null, about?.entity ?? null, about?.pk ?? null, pk, claim],
    );
    if (affected === 0) throw new Collision();
  }

  /** How far the claimed request has come with its lines. */
  logOf(claim: Claim): LineLog {
    return new LineLog(claim, this, this.database);
  }

  /** The lines that an answered request had refused. */
  refusedOf({ pk }: RecordedAnswer): Promise<FailedLine[]> {
    return refusedLinesOf(pk, this.database);
  }

  /** The answers to the lines of an answered request. */
  lineAnswersOf({ pk }: RecordedAnswer): Promise<LineAnswer[]> {
    return lineAnswersOf(pk, this.database);
  }

  /** Records an answer that wrote nothing. */
  async completeAlone(claim: Claim, recorded: Recorded): Promise<void> {
    await this.database.transaction(
      (transaction) => this.complete(claim, recorded, transaction),
      claim.origin,
    );
  }

  /** Says that a request with many lines has done so many of them, in the unit of work of the last. @throws Collision when another request has taken over. */
  async advance(
    { pk, claim }: Claim,
    { position, duration }: { readonly position: number; readonly duration: number },
    transaction: Transaction,
  ): Promise<void> {
    const { affected } = await transaction.run(
      `UPDATE ${keys.table} SET ${keys.position} = ?, ${keys.claimedUntil} = ? WHERE ${keys.pk} = ? AND ${keys.claim} = ?`,
      [position, toStored(this.clock.now() + duration), pk, claim],
    );
    if (affected === 0) throw new Collision();
  }

  /** Gives a claim back when the database is there again; until then this process takes it over when it is asked. */
  releaseLater(claim: Claim, tries = 0): void {
    this.unreleased.add(claim.claim);
    const retry = async (): Promise<void> => {
      try {
        await this.release(claim);
      } catch {
        if (tries * RELEASE_AGAIN < CLAIM_MS) return this.releaseLater(claim, tries + 1);
      }
      this.unreleased.delete(claim.claim);
    };
    setTimeout(() => void retry(), RELEASE_AGAIN).unref();
  }

  /** Gives a claim back: the request was not done, or not to its end, and may be sent again. */
  async release({ pk, claim, origin }: Claim): Promise<void> {
    const those = `WHERE ${keys.pk} = ? AND ${keys.claim} = ? AND ${keys.status} IS NULL`;
    await this.database.transaction(async (transaction) => {
      await transaction.run(`DELETE FROM ${keys.table} ${those} AND ${keys.position} = 0`, [pk, claim]);
      await transaction.run(`UPDATE ${keys.table} SET ${keys.claimedUntil} = ? ${those}`, [
        toStored(this.clock.now()),
        pk,
        claim,
      ]);
    }, origin);
  }

  /**
   * Nobody is at the request any more: its claim has run out, was given by a clock that was ahead, or is one that this
   * process could not give back. What such a claim has still under way holds its row, or cannot complete without it.
   */
  private isFree({ claim, claimedUntil }: StoredKey, now: number): boolean {
    return this.unreleased.has(claim) || hasEnded(claimedUntil, now, CLAIM_MS);
  }

  private async claim(
    caller: KeyHolder,
    name: string,
    fingerprint: string,
    duration: number,
    transaction: Transaction,
  ): Promise<Claim | Kept> {
    const { clientPk } = caller;
    const now = this.clock.now();
    const [row] = await transaction.rows<StoredKey>(
      `SELECT ${keys.pk}, ${keys.fingerprint}, ${keys.claim}, ${keys.claimedUntil}, ${keys.position}, ${keys.status}, ${keys.answer}, ${keys.createdAt} FROM ${keys.table} WHERE ${keys.clientPk} = ? AND ${keys.name} = ?${transaction.dialect.forUpdate}`,
      [clientPk, name],
    );
    const claim = { claim: randomUUID(), claimedUntil: toStored(now + duration) };
    if (row && row.createdAt > toStored(now - DAY)) {
      if (row.fingerprint !== fingerprint) throw new KeyReused();
      if (row.status !== null) return { pk: row.pk, status: row.status, answer: row.answer };
      if (!this.isFree(row, now)) throw new KeyBusy();
      await transaction.run(
        `UPDATE ${keys.table} SET ${keys.claim} = ?, ${keys.claimedUntil} = ? WHERE ${keys.pk} = ?`,
        [claim.claim, claim.claimedUntil, row.pk],
      );
      return { pk: row.pk, claim: claim.claim, position: row.position, origin: caller };
    }
    if (row) await transaction.run(`DELETE FROM ${keys.table} WHERE ${keys.pk} = ?`, [row.pk]);
    const created = { clientPk, name, fingerprint, ...claim, createdAt: toStored(now) };
    const pk = await insertInto(transaction, IdempotencyKey, created);
    return { pk, claim: claim.claim, position: 0, origin: caller };
  }

  /** Removes what is older than 24 hours. */
  async clean(): Promise<void> {
    const old = `SELECT ${keys.pk} FROM ${keys.table} WHERE ${keys.createdAt} <= ? ORDER BY ${keys.createdAt} LIMIT ${CLEANUP_BATCH_SIZE}`;
    for (let isLeft = true; isLeft;)
      isLeft = await this.database.transaction(async (transaction) => {
        const before = [toStored(this.clock.now() - DAY)];
        const sql = `DELETE FROM ${keys.table} WHERE ${keys.pk} IN (SELECT ${keys.pk} FROM (${old}) old)`;
        return (await transaction.run(sql, before)).affected === CLEANUP_BATCH_SIZE;
      });
  }
}
