import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns, longtext } from './schema.js';

/** How long a workspace keeps what. */
export class Retention1795938150000 implements MigrationInterface {
  /** They keep everything as long as they always did. */
  readonly olderServersGoOn = true;

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'workspaces', [longtext('retention', 'nullable')]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'workspaces', ['retention']);
  }
}
