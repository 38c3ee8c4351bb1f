import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  bigint,
  createTables,
  dropTables,
  int,
  longtext,
  moment,
  primary,
  type TableSketch,
} from './schema.js';

const workspaceChanges: TableSketch = {
  name: 'workspace_changes',
  columns: [
    primary(int('workspacePk')),
    primary(int('slot')),
    primary(bigint('version')),
    primary(int('part')),
    longtext('content'),
    moment('createdAt'),
  ],
  indexes: { IX_workspace_changes_createdAt: ['createdAt'] },
  foreignKeys: {},
};

/** What units of work have changed in a workspace, for some minutes: totals that were counted before become those of now. */
export class WorkspaceChanges1795912000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, [workspaceChanges]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['workspace_changes']);
  }
}
