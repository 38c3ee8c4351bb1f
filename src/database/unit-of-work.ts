import { setTimeout as pause } from 'node:timers/promises';
import type { QueryRunner } from 'typeorm';
import type { Stored } from '../resource/condition.js';
import { toStored } from '../resource/datetime.js';
import { Collision, Unavailable } from '../resource/errors.js';
import type { SqlDialect } from '../resource/field.js';
import type { Transaction } from '../resource/transaction.js';
import { failureOf } from './failures.js';

const ATTEMPTS = 8;

/** Does the work, and again when the database gave it up for other writers, with growing random pauses. */
export async function persistently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const { kind } = failureOf(error);
      if (kind === 'unavailable') throw new Unavailable();
      if (kind !== 'collision') throw error;
      if (attempt === ATTEMPTS) throw new Collision();
      await pause(Math.random() * 10 * 2 ** attempt);
    }
  }
}

/** A transaction over TypeORM's query runner, between its BEGIN and COMMIT. */
export class UnitOfWork implements Transaction {
  private readonly last = new Map<string, () => Promise<void>>();

  constructor(
    private readonly runner: QueryRunner,
    readonly dialect: SqlDialect,
    now: number,
    readonly moment = toStored(now),
  ) {}

  async rows<T>(sql: string, params: readonly Stored[] = []): Promise<T[]> {
    return (await this.runner.query(sql, [...params])) as T[];
  }

  async run(sql: string, params: readonly Stored[] = []): Promise<{ affected: number; insertId: number }> {
    const result = await this.runner.query(sql, [...params], true);
    const raw = result.raw as { affectedRows?: number; insertId?: number } | number;
    return typeof raw === 'object' && raw !== null
      ? { affected: raw.affectedRows ?? 0, insertId: raw.insertId ?? 0 }
      : { affected: result.affected ?? 0, insertId: Number(raw) };
  }

  beforeCommit(key: string, work: () => Promise<void>): void {
    this.last.delete(key);
    this.last.set(key, work);
  }

  /** Does what was put off; that may put off more. */
  async finish(): Promise<void> {
    for (const [key, work] of this.last) {
      this.last.delete(key);
      await work();
    }
  }
}
