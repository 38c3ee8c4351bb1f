import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, ascii, dropColumns, text } from './schema.js';

const columns = [text('invitedEmail', 255, 'nullable'), ascii('invitedId', 36, 'nullable')];

/** What a team sees of those whom it has invited: what it has written itself, and nothing of their accounts. */
export class InvitedAs1795887258000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'email_codes', columns);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(
      runner,
      'email_codes',
      columns.map(({ name }) => name),
    );
  }
}
