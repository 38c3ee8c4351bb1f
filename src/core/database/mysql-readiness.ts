import type { DataSource } from 'typeorm';
import { Unavailable } from '../metadata/errors.js';
import { availably, errnoOf } from './failures.js';
import { type OwnConnection, ownConnection } from './own-connection.js';
import { sqlNames } from './sql-names.js';
import { Setting } from './setting.entity.js';

const settings = sqlNames(Setting);

/** Milliseconds for connecting, and for each statement. */
const BOUND = 2000;

const LOCK_WAIT_TIMEOUT = 1205;

/** Whether MariaDB or MySQL does what requests need; the connection is kept from one question to the next. */
export class MysqlReadiness {
  private connection: OwnConnection | undefined;
  private underWay: Promise<void> | undefined;

  constructor(private readonly dataSource: DataSource) {}

  /** Whoever asks at the same time gets the same answer. @throws Unavailable. */
  assert(): Promise<void> {
    this.underWay ??= availably(() => this.ask()).finally(() => (this.underWay = undefined));
    return this.underWay;
  }

  close(): void {
    this.connection?.close();
  }

  private async ask(): Promise<void> {
    try {
      const connection = await this.connected();
      await this.assertTables(connection);
      await connection.query(`SELECT ${settings.name} FROM ${settings.table} LIMIT 1`);
      await assertWritable(connection);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  private async connected(): Promise<OwnConnection> {
    if (this.connection?.isOpen) return this.connection;
    const connection = await ownConnection(this.dataSource, BOUND);
    await connection.run('SET SESSION lock_wait_timeout = 1, innodb_lock_wait_timeout = 1');
    this.connection = connection;
    return connection;
  }

  /** By their names alone: a table that somebody has locked is there. */
  private async assertTables(connection: OwnConnection): Promise<void> {
    const rows = await connection.query<{ name: string }>(
      'SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()',
    );
    const there = new Set(rows.map(({ name }) => name));
    if (this.dataSource.entityMetadatas.some(({ tableName }) => !there.has(tableName)))
      throw new Unavailable('a table is missing');
  }
}

/** A server that takes no writes refuses this one, which changes nothing. A backup may hold all tables for a while. */
async function assertWritable(connection: OwnConnection): Promise<void> {
  try {
    await connection.run(`DELETE FROM ${settings.table} WHERE ${settings.name} = ''`);
  } catch (error) {
    if (errnoOf(error) !== LOCK_WAIT_TIMEOUT) throw error;
  }
}
