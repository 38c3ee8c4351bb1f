import { Logger } from '@nestjs/common';
import { traceStatement } from '../tracing/tracing.js';
import type { Metrics, PoolState } from '../metrics/metrics.js';

const STATEMENT = /^\s*\(?(\w+)/;
/** Characters of a statement in the log; its values are question marks. */
const SHOWN = 2000;

/** Measures what goes to the database, and logs what is slow with the request that it was for. */
export class QueryWatch {
  private readonly logger = new Logger('database');

  /** `slow`: milliseconds from which a query is logged; 0 is never. `system`: what traces call the database. */
  constructor(
    private readonly metrics: Pick<Metrics, 'queried' | 'waited' | 'watchPool'>,
    private readonly slow: number,
    private readonly system: 'mariadb' | 'sqlite' = 'sqlite',
  ) {}

  /** A statement that began at a moment of `performance.now()` has ended. */
  ended(sql: string, began: number, request: string | undefined): void {
    const milliseconds = performance.now() - began;
    traceStatement(sql, this.system, began);
    this.metrics.queried(STATEMENT.exec(sql)?.[1]?.toLowerCase() ?? 'other', milliseconds / 1000);
    if (this.slow === 0 || milliseconds < this.slow) return;
    this.logger.warn({
      msg: 'slow query',
      milliseconds: Math.round(milliseconds),
      request,
      sql: sql.replace(/\s+/g, ' ').slice(0, SHOWN),
    });
  }

  waited(began: number): void {
    this.metrics.waited((performance.now() - began) / 1000);
  }

  pool(stateNow: () => PoolState): void {
    this.metrics.watchPool(stateNow);
  }
}

/** Where nobody looks: commands, tests of the database alone. */
export const UNWATCHED = new QueryWatch({ queried: () => {}, waited: () => {}, watchPool: () => {} }, 0);
