import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  ascii,
  createTables,
  dropTables,
  int,
  longtext,
  moment,
  pk,
  text,
  type TableSketch,
} from './schema.js';

const entries: TableSketch = {
  name: 'audit_entries',
  columns: [
    pk,
    ascii('id', 36),
    int('teamPk'),
    int('workspacePk', 'nullable'),
    int('userPk', 'nullable'),
    text('client', 255, 'nullable'),
    ascii('action', 20),
    ascii('entity', 40),
    ascii('itemId', 36, 'nullable'),
    text('title', 255, 'nullable'),
    longtext('fields', 'nullable'),
    ascii('role', 20, 'nullable'),
    moment('createdAt'),
  ],
  indexes: {
    UQ_audit_entries_id: ['id'],
    IX_audit_entries_team: ['teamPk', 'createdAt'],
    IX_audit_entries_user: ['userPk'],
    IX_audit_entries_workspace: ['workspacePk'],
  },
  foreignKeys: {
    FK_audit_entries_team: ['teamPk', 'teams', 'CASCADE'],
    FK_audit_entries_workspace: ['workspacePk', 'workspaces', 'SET NULL'],
    FK_audit_entries_user: ['userPk', 'users', 'SET NULL'],
  },
};

/** Who has changed what of a team. */
export class AuditLog1795938120760 implements MigrationInterface {
  /** They write no entries, which is all that they miss. */
  readonly olderServersGoOn = true;

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, [entries]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, [entries.name]);
  }
}
