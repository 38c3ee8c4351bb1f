import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  addColumns,
  type ColumnSketch,
  counter,
  createTables,
  dropColumns,
  dropTables,
  int,
  longtext,
  moment,
  pk,
  type TableSketch,
} from './schema.js';

const IMPORTS: readonly ColumnSketch[] = [
  { ...int('rowCount'), nullable: true },
  counter('updatedCount'),
  moment('startedAt', 'nullable'),
  longtext('header', 'nullable'),
];

const refusedLines: TableSketch = {
  name: 'import_refused_lines',
  columns: [
    pk,
    int('importPk'),
    int('workspacePk'),
    int('line'),
    longtext('reason', 'nullable'),
    longtext('cells', 'nullable'),
    moment('createdAt'),
  ],
  indexes: {
    IX_import_refused_lines_import: ['importPk'],
    IX_import_refused_lines_workspace: ['workspacePk'],
    IX_import_refused_lines_createdAt: ['createdAt'],
  },
  foreignKeys: { FK_import_refused_lines_import: ['importPk', 'imports', 'CASCADE'] },
};

/** How far an import has come of how many rows, and the rows that were refused as they were sent. */
export class ImportProgress1795912343303 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'imports', IMPORTS);
    await createTables(runner, [refusedLines]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, [refusedLines.name]);
    await dropColumns(
      runner,
      'imports',
      IMPORTS.map(({ name }) => name),
    );
  }
}
