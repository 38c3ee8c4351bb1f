import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, ascii, dropColumns } from './schema.js';

/** What becomes of a line of an import whose item is there already. */
export class ImportResolution1795927505664 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'imports', [ascii('resolution', 20, 'nullable')]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'imports', ['resolution']);
  }
}
