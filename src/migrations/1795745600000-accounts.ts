import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { foldValue } from '../core/metadata/fold.js';
import {
  addColumns,
  ascii,
  counter,
  createTables,
  dropColumns,
  dropTables,
  flag,
  int,
  longtext,
  moment,
  pk,
  type TableSketch,
  text,
} from './schema.js';

const grants: TableSketch = {
  name: 'oauth_grants',
  columns: [
    pk,
    int('clientPk', 'nullable'),
    int('userPk'),
    ascii('scopes', 100, 'nullable'),
    ascii('codeHash', 64, 'nullable'),
    ascii('codeChallenge', 128, 'nullable'),
    longtext('redirectUri', 'nullable'),
    moment('codeExpiresAt', 'nullable'),
    moment('codeUsedAt', 'nullable'),
    moment('revokedAt', 'nullable'),
    moment('expiresAt'),
    moment('createdAt'),
  ],
  indexes: {
    UQ_oauth_grants_codeHash: ['codeHash'],
    IX_oauth_grants_client: ['clientPk'],
    IX_oauth_grants_user: ['userPk'],
    IX_oauth_grants_expiresAt: ['expiresAt'],
  },
  foreignKeys: {
    FK_oauth_grants_client: ['clientPk', 'oauth_clients', 'CASCADE'],
    FK_oauth_grants_user: ['userPk', 'users', 'CASCADE'],
  },
};

const refreshTokens: TableSketch = {
  name: 'oauth_refresh_tokens',
  columns: [pk, int('grantPk'), ascii('tokenHash', 64), moment('usedAt', 'nullable'), moment('expiresAt')],
  indexes: {
    UQ_oauth_refresh_tokens_tokenHash: ['tokenHash'],
    IX_oauth_refresh_tokens_grant: ['grantPk'],
    IX_oauth_refresh_tokens_expiresAt: ['expiresAt'],
  },
  foreignKeys: { FK_oauth_refresh_tokens_grant: ['grantPk', 'oauth_grants', 'CASCADE'] },
};

const emailCodes: TableSketch = {
  name: 'email_codes',
  columns: [
    pk,
    int('userPk'),
    int('teamPk', 'nullable'),
    ascii('role', 20, 'nullable'),
    ascii('codeHash', 64),
    moment('expiresAt'),
    moment('createdAt'),
  ],
  indexes: {
    UQ_email_codes_codeHash: ['codeHash'],
    IX_email_codes_user: ['userPk', 'teamPk'],
    IX_email_codes_team: ['teamPk'],
    IX_email_codes_expiresAt: ['expiresAt'],
  },
  foreignKeys: {
    FK_email_codes_user: ['userPk', 'users', 'CASCADE'],
    FK_email_codes_team: ['teamPk', 'teams', 'CASCADE'],
  },
};

const attempts: TableSketch = {
  name: 'attempts',
  columns: [pk, ascii('name', 80), counter('number'), moment('until')],
  indexes: { UQ_attempts_name: ['name'], IX_attempts_until: ['until'] },
  foreignKeys: {},
};

const mails: TableSketch = {
  name: 'mails',
  columns: [pk, ascii('id', 36), longtext('content'), counter('tries'), moment('dueAt'), moment('createdAt')],
  indexes: { UQ_mails_id: ['id'], IX_mails_dueAt: ['dueAt'] },
  foreignKeys: {},
};

const userColumns = [ascii('passwordHash', 255, 'nullable'), ascii('timezone', 64, 'nullable')];
const clientColumns = [text('nameFolded', 255, 'nullable'), flag('isPublic', 0)];

/** Passwords, grants, codes by e-mail, and what goes out by e-mail. */
export class Accounts1795745600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'users', userColumns);
    await addColumns(runner, 'oauth_clients', clientColumns);
    const clients = (await runner.query('SELECT pk, name FROM oauth_clients WHERE name IS NOT NULL')) as {
      pk: number;
      name: string;
    }[];
    for (const { pk: key, name } of clients) {
      await runner.query('UPDATE oauth_clients SET nameFolded = ? WHERE pk = ?', [foldValue(name, 255), key]);
    }
    await createTables(runner, [grants, refreshTokens, emailCodes, attempts, mails]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, [mails.name, attempts.name, emailCodes.name, refreshTokens.name, grants.name]);
    await dropColumns(
      runner,
      'oauth_clients',
      clientColumns.map(({ name }) => name),
    );
    await dropColumns(
      runner,
      'users',
      userColumns.map(({ name }) => name),
    );
  }
}
