import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, ascii, dropColumns } from './schema.js';

const TABLES = ['outbox_events', 'mails'];

/** What is done later belongs to the trace of the request that began it. */
export class TraceContext1795938600000 implements MigrationInterface {
  readonly olderServersGoOn = true;

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await addColumns(runner, table, [ascii('traceparent', 55, 'nullable')]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await dropColumns(runner, table, ['traceparent']);
  }
}
