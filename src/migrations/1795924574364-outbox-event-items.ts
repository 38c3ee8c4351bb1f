import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createIndexes, dropIndexes } from './schema.js';

const indexes = { IX_outbox_events_item: ['itemId'] };

/** What has become of one item is looked up by its id. */
export class OutboxEventItems1795924574364 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createIndexes(runner, 'outbox_events', indexes);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropIndexes(runner, 'outbox_events', Object.keys(indexes));
  }
}
