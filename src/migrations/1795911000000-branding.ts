import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, type ColumnSketch, dropColumns, int, longtext } from './schema.js';

const columns: readonly ColumnSketch[] = [
  longtext('branding', 'nullable'),
  int('linksExpireAfterDays', 'nullable'),
];

/** Tracking pages look as their workspace wants, and their links may expire. */
export class Branding1795911000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'tracking_pages', columns);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(
      runner,
      'tracking_pages',
      columns.map(({ name }) => name),
    );
  }
}
