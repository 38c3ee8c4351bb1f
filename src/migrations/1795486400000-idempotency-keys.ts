import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ascii, createTables, dropTables, int, longtext, moment, pk, type TableSketch } from './schema.js';

const idempotencyKeys: TableSketch = {
  name: 'idempotency_keys',
  columns: [
    pk,
    int('clientPk'),
    ascii('name', 255),
    ascii('fingerprint', 64),
    ascii('claim', 36),
    moment('claimedUntil'),
    int('status', 'nullable'),
    longtext('answer', 'nullable'),
    moment('createdAt'),
  ],
  indexes: {
    UQ_idempotency_keys_name: ['clientPk', 'name'],
    IX_idempotency_keys_createdAt: ['createdAt'],
  },
  foreignKeys: {},
};

/** POSTs that clients may send again. */
export class IdempotencyKeys1795486400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, [idempotencyKeys]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, [idempotencyKeys.name]);
  }
}
