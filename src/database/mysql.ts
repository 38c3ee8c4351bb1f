import type { Pool } from 'mysql2';
import type { DataSource } from 'typeorm';
import type { Stored } from '../resource/condition.js';
import { Unavailable } from '../resource/errors.js';
import type { Row } from '../resource/field.js';
import type { Transaction } from '../resource/transaction.js';
import type { Clock } from './clock.js';
import type { Database } from './database.js';
import { MYSQL } from './dialect.js';
import { failureOf } from './failures.js';
import { persistently, UnitOfWork } from './unit-of-work.js';

/** Reads go to TypeORM's own pool as plain SQL; units of work use its query runners. */
export class MysqlDatabase implements Database {
  readonly dialect = MYSQL;
  private readonly pool: Pool;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {
    this.pool = (dataSource.driver as unknown as { pool: Pool }).pool;
  }

  read(sql: string, params: readonly Stored[]): Promise<Row[]> {
    return new Promise((resolve, reject) => {
      this.pool.query({ sql, values: params as Stored[], rowsAsArray: true }, (error, rows) => {
        if (!error) resolve(rows as Row[]);
        else reject(failureOf(error).kind === 'unavailable' ? new Unavailable() : error);
      });
    });
  }

  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return persistently(async () => {
      const runner = this.dataSource.createQueryRunner();
      try {
        await runner.startTransaction('READ COMMITTED');
        const unit = new UnitOfWork(runner, MYSQL, this.clock.now());
        const result = await work(unit);
        await unit.finish();
        await runner.commitTransaction();
        return result;
      } catch (error) {
        if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
        throw error;
      } finally {
        await runner.release();
      }
    });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
