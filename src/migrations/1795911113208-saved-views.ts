import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  ascii,
  createTables,
  dropTables,
  flag,
  int,
  longtext,
  moment,
  pk,
  text,
  type TableSketch,
} from './schema.js';

const savedViews: TableSketch = {
  name: 'saved_views',
  columns: [
    pk,
    ascii('id', 36),
    int('workspacePk'),
    int('userPk'),
    ascii('entity', 20),
    text('name', 255, 'nullable'),
    text('nameFolded', 255, 'nullable'),
    longtext('query', 'nullable'),
    flag('shared', 0),
    moment('createdAt'),
    moment('updatedAt'),
  ],
  indexes: {
    UQ_saved_views_id: ['id'],
    IX_saved_views_entity: ['workspacePk', 'entity', 'nameFolded'],
    IX_saved_views_user: ['userPk'],
  },
  foreignKeys: {
    FK_saved_views_workspace: ['workspacePk', 'workspaces', 'CASCADE'],
    FK_saved_views_user: ['userPk', 'users', 'CASCADE'],
  },
};

/** Queries of lists under names. */
export class SavedViews1795911113208 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, [savedViews]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, [savedViews.name]);
  }
}
