import { randomUUID } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  addColumns,
  ascii,
  createIndexes,
  createTables,
  dropColumns,
  dropIndexes,
  dropTables,
  flag,
  longtext,
  moment,
  pk,
  type TableSketch,
  text,
} from './schema.js';

const clientColumns = [flag('isMadeByUser', 0)];
const grantColumns = [ascii('id', 36, 'nullable'), text('userAgent', 255, 'nullable')];
const grantIndexes = { UQ_oauth_grants_id: ['id'] };
const membershipColumns = [moment('demotedAt', 'nullable')];
const exportColumns = [longtext('teams', 'nullable')];

const revokedTokens: TableSketch = {
  name: 'oauth_revoked_tokens',
  columns: [pk, ascii('tokenHash', 64), moment('expiresAt')],
  indexes: {
    UQ_oauth_revoked_tokens_tokenHash: ['tokenHash'],
    IX_oauth_revoked_tokens_expiresAt: ['expiresAt'],
  },
  foreignKeys: {},
};

/** Rows of one step. */
const BATCH = 500;

/** Whose clients are, random ids by which tokens name grants, tokens that have been revoked, and what exports tell of. */
export class Clients1795884613000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'oauth_clients', clientColumns);
    // the command line binds clients to a workspace, or leaves out what they may do, or gives operators' rights
    await runner.query(
      "UPDATE oauth_clients SET isMadeByUser = 1 WHERE workspacePk IS NULL AND scopes IS NOT NULL AND scopes <> 'tracking:write'",
    );
    await addColumns(runner, 'oauth_grants', grantColumns);
    await nameGrants(runner);
    await createIndexes(runner, 'oauth_grants', grantIndexes);
    await addColumns(runner, 'memberships', membershipColumns);
    await addColumns(runner, 'exports', exportColumns);
    await createTables(runner, [revokedTokens]);
  }

  async down(runner: QueryRunner): Promise<void> {
    const names = (columns: readonly { readonly name: string }[]): string[] =>
      columns.map(({ name }) => name);
    await dropTables(runner, [revokedTokens.name]);
    await dropColumns(runner, 'exports', names(exportColumns));
    await dropColumns(runner, 'memberships', names(membershipColumns));
    await dropIndexes(runner, 'oauth_grants', Object.keys(grantIndexes));
    await dropColumns(runner, 'oauth_grants', names(grantColumns));
    await dropColumns(runner, 'oauth_clients', names(clientColumns));
  }
}

/** Each grant gets its id; those that have one keep it. */
async function nameGrants(runner: QueryRunner): Promise<void> {
  for (;;) {
    const rows = (await runner.query(
      `SELECT pk FROM oauth_grants WHERE id IS NULL ORDER BY pk LIMIT ${BATCH}`,
    )) as { pk: number }[];
    for (const { pk: key } of rows)
      await runner.query('UPDATE oauth_grants SET id = ? WHERE pk = ?', [randomUUID(), key]);
    if (rows.length < BATCH) return;
  }
}
