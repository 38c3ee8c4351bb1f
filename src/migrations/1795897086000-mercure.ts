import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, createIndexes, dropColumns, dropIndexes, moment } from './schema.js';

/** Events are kept in one order for those who listen to a workspace. */
export class Mercure1795897086000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'outbox_subscriptions', [moment('followedUntil', 'nullable')]);
    await addColumns(runner, 'outbox_events', [
      { name: 'position', type: 'bigint', nullable: true, default: 0 },
    ]);
    await createIndexes(runner, 'outbox_events', {
      IX_outbox_events_message: ['message'],
      IX_outbox_events_position: ['position'],
      IX_outbox_events_feed: ['workspacePk', 'position'],
    });
    await dropIndexes(runner, 'outbox_events', ['IX_outbox_events_workspace']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await createIndexes(runner, 'outbox_events', { IX_outbox_events_workspace: ['workspacePk'] });
    await dropIndexes(runner, 'outbox_events', [
      'IX_outbox_events_feed',
      'IX_outbox_events_position',
      'IX_outbox_events_message',
    ]);
    await dropColumns(runner, 'outbox_events', ['position']);
    await dropColumns(runner, 'outbox_subscriptions', ['followedUntil']);
  }
}
