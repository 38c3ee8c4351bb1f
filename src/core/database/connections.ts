import { Logger } from '@nestjs/common';
import type { Pool, PoolConnection } from 'mysql2';
import type { PoolState } from '../metrics/metrics.js';
import { Unavailable } from '../metadata/errors.js';
import { type Bounds, within } from './bounds.js';
import { availably, codeOf } from './failures.js';
import { Turns } from './turns.js';

/** What a connection is wanted for. */
export type Use = 'read' | 'write';

/** How long a connection that nobody uses may take to show that it lives, when the process ends. */
const LAST_PING = 500;

/** The lists in which mysql2 keeps the connections of a pool; it has no other way to tell. */
interface Lists {
  readonly _allConnections: ListOf<PoolConnection>;
  readonly _freeConnections: ListOf<PoolConnection>;
  readonly _connectionQueue: { readonly length: number };
}

interface ListOf<T> {
  readonly length: number;
  get(index: number): T;
}

const listed = <T>(list: ListOf<T>): T[] =>
  Array.from({ length: list.length }, (_, index) => list.get(index));

/**
 * The connections of TypeORM's pool, each for a while. Reads never have all of them and writes never have all of them,
 * so that neither stands still when the others wait for a table that somebody has locked. Tenants take turns at them.
 */
export class Connections {
  private readonly logger = new Logger('database');
  private readonly places: Readonly<Record<Use, Turns>>;

  constructor(
    private readonly pool: Pool,
    size: number,
    private readonly bounds: Bounds,
  ) {
    const share = size - (size === 1 ? 0 : Math.ceil(size / 5));
    this.places = { read: new Turns(share), write: new Turns(share) };
  }

  /** @throws Unavailable when there is none in time, or none can be made, for whatever reason. */
  async take(use: Use, tenant: string | undefined): Promise<PoolConnection> {
    const asked = performance.now();
    await availably(() => this.places[use].take(tenant, this.bounds.wait));
    let isLate = false;
    try {
      return await within<PoolConnection>(
        Math.max(1, this.bounds.wait - (performance.now() - asked)),
        (done) =>
          this.pool.getConnection((error, connection) => {
            if (isLate) connection?.release();
            else done(error, connection);
          }),
        () => (isLate = true),
      );
    } catch (error) {
      this.places[use].give(tenant);
      throw new Unavailable(codeOf(error));
    }
  }

  give(connection: PoolConnection, use: Use, tenant: string | undefined): void {
    connection.release();
    this.places[use].give(tenant);
  }

  /** A connection did not answer; those that wait beside it lead to the same silence. */
  silent(connection: PoolConnection): void {
    const idle = listed(this.lists._freeConnections);
    this.logger.warn(`the database did not answer in time; leaving ${idle.length + 1} connections`);
    for (const each of [connection, ...idle]) each.destroy();
  }

  get state(): PoolState {
    const { _allConnections: all, _freeConnections: free, _connectionQueue: queue } = this.lists;
    const waiting = queue.length + this.places.read.length + this.places.write.length;
    return { busy: all.length - free.length, idle: free.length, waiting };
  }

  /** Leaves connections that would keep the pool from ending. */
  async close(): Promise<void> {
    const idle = new Set(listed(this.lists._freeConnections));
    for (const each of listed(this.lists._allConnections)) if (!idle.has(each)) each.destroy();
    await Promise.allSettled(
      [...idle].map((each) =>
        within<void>(
          LAST_PING,
          (done) => each.ping((error) => done(error)),
          () => each.destroy(),
        ),
      ),
    );
  }

  private get lists(): Lists {
    return this.pool as unknown as Lists;
  }
}
