import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns, flag, longtext } from './schema.js';

/** Messages that a shop asks for by its API, whatever its rules say, and what it adds to one. */
export class RequestedMessages1795928400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'messages', [flag('requested', 0), longtext('comment', 'nullable')]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'messages', ['requested', 'comment']);
  }
}
