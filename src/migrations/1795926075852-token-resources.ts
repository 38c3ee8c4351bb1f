import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, ascii, dropColumns } from './schema.js';

/** Tokens of a grant may be for one part of the server alone. */
export class TokenResources1795926075852 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'oauth_grants', [ascii('resource', 100, 'nullable')]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'oauth_grants', ['resource']);
  }
}
