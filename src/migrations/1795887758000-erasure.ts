import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  addColumns,
  ascii,
  createIndexes,
  createTables,
  dropColumns,
  dropIndexes,
  dropTables,
  int,
  longtext,
  moment,
  pk,
  type TableSketch,
} from './schema.js';

const erasures: TableSketch = {
  name: 'erasures',
  columns: [
    pk,
    int('workspacePk', 'nullable'),
    ascii('entity', 40),
    ascii('itemId', 36),
    longtext('person', 'nullable'),
    moment('dueAt'),
    moment('createdAt'),
  ],
  indexes: { IX_erasures_dueAt: ['dueAt'], IX_erasures_workspace: ['workspacePk'] },
  foreignKeys: {},
};

const ITEM_INDEX = 'IX_idempotency_keys_item';

/** Which item a kept answer tells of, and what of persons has to go. */
export class Erasure1795887758000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'idempotency_keys', [
      int('workspacePk', 'nullable'),
      ascii('entity', 40, 'nullable'),
      int('itemPk', 'nullable'),
    ]);
    await createIndexes(runner, 'idempotency_keys', { [ITEM_INDEX]: ['workspacePk', 'entity', 'itemPk'] });
    await createTables(runner, [erasures]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, [erasures.name]);
    await dropIndexes(runner, 'idempotency_keys', [ITEM_INDEX]);
    await dropColumns(runner, 'idempotency_keys', ['workspacePk', 'entity', 'itemPk']);
  }
}
