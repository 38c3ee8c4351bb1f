import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  addColumns,
  counter,
  createTables,
  dropColumns,
  dropTables,
  int,
  longtext,
  pk,
  type TableSketch,
} from './schema.js';

const refusedLines: TableSketch = {
  name: 'idempotency_refused_lines',
  columns: [pk, int('keyPk'), int('line'), longtext('refusal')],
  indexes: { IX_idempotency_refused_lines_key: ['keyPk'] },
  foreignKeys: { FK_idempotency_refused_lines_key: ['keyPk', 'idempotency_keys', 'CASCADE'] },
};

/** How far a request with many lines has come, and which of them were refused. */
export class LineLog1795884123000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'idempotency_keys', [counter('position')]);
    await createTables(runner, [refusedLines]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, [refusedLines.name]);
    await dropColumns(runner, 'idempotency_keys', ['position']);
  }
}
