import { Answered, MOMENT, TEXT_OR_NULL } from '../../../core/http/dto/answers.js';
import { Dto } from '../../../core/http/dto/dto.js';
import { toMilliseconds, toStored, toWire } from '../../../core/metadata/datetime.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { OauthGrant } from './oauth-grant.entity.js';
import { OauthClient } from './oauth-client.entity.js';

const oauthGrants = sqlNames(OauthGrant);
const g = sqlNames(OauthGrant, 'g');
const c = sqlNames(OauthClient, 'c');
const oauthClients = sqlNames(OauthClient);

/** Where a user is signed in: a browser, or a program that has shown a code from an e-mail. */
@Dto({ name: 'Session' })
export class Session {
  @Answered({ type: 'string', format: 'uuid' })
  readonly id!: string;

  @Answered({ type: 'string', enum: ['browser', 'program'] })
  readonly kind!: 'browser' | 'program';

  @Answered({ ...TEXT_OR_NULL, description: 'What a browser says that it is.' })
  readonly userAgent!: string | null;

  @Answered(MOMENT)
  readonly createdAt!: string;

  @Answered(MOMENT)
  readonly expiresAt!: string;

  @Answered({ type: 'boolean', description: 'The one that asks.' })
  readonly isCurrent!: boolean;
}

/** A client that a user has let in. */
@Dto({ name: 'App' })
export class App {
  @Answered({ type: 'string', description: 'Its `publicId`.' })
  readonly client!: string;

  @Answered({ ...TEXT_OR_NULL, examples: ['Stock keeper'] })
  readonly name!: string | null;

  @Answered({ type: 'array', items: { type: 'string' } })
  readonly scopes!: readonly string[];

  @Answered({ ...MOMENT, description: 'When the user said yes.' })
  readonly createdAt!: string;

  @Answered(MOMENT)
  readonly expiresAt!: string;
}

/** More than anybody has. */
const MAX_ROWS = 500;

const SESSIONS = `${oauthGrants.userPk} = ? AND ${oauthGrants.clientPk} IS NULL AND ${oauthGrants.revokedAt} IS NULL AND ${oauthGrants.id} IS NOT NULL`;

/** The sessions of a user, the newest first. `current`: the key of the grant that asks. */
export async function sessionsOf(
  userPk: number,
  { current, tokenTtl }: { readonly current: number | undefined; readonly tokenTtl: number },
  transaction: Transaction,
): Promise<Session[]> {
  const rows = await transaction.rows<{
    pk: number;
    id: string;
    codeHash: string | null;
    userAgent: string | null;
    createdAt: string;
    expiresAt: string;
  }>(
    `SELECT ${oauthGrants.pk}, ${oauthGrants.id}, ${oauthGrants.codeHash}, ${oauthGrants.userAgent}, ${oauthGrants.createdAt}, ${oauthGrants.expiresAt}
      FROM ${oauthGrants.table}
      WHERE ${SESSIONS} AND ${oauthGrants.expiresAt} > ? ORDER BY ${oauthGrants.pk} DESC LIMIT ${MAX_ROWS}`,
    [userPk, transaction.moment],
  );
  return rows
    .map(({ pk, id, codeHash, userAgent, createdAt, expiresAt }) => {
      const kind = codeHash === null ? ('program' as const) : ('browser' as const);
      // a program has one token and nothing that gets the next
      const end = kind === 'browser' ? expiresAt : toStored(toMilliseconds(createdAt) + tokenTtl * 1000);
      return { id, kind, userAgent, createdAt, expiresAt: end, isCurrent: pk === current };
    })
    .filter(({ expiresAt }) => expiresAt > transaction.moment)
    .map((each) => ({ ...each, createdAt: toWire(each.createdAt), expiresAt: toWire(each.expiresAt) }));
}

/** Ends sessions of a user: one, or all but the one that asks. @returns how many there were. */
export async function endSessions(
  userPk: number,
  which: { readonly id: string } | { readonly but: number | undefined },
  transaction: Transaction,
): Promise<number> {
  const [sql, param] =
    'id' in which ? [`${oauthGrants.id} = ?`, which.id] : [`${oauthGrants.pk} <> ?`, which.but ?? 0];
  const { affected } = await transaction.run(
    `UPDATE ${oauthGrants.table} SET ${oauthGrants.revokedAt} = ? WHERE ${SESSIONS} AND ${sql}`,
    [transaction.moment, userPk, param],
  );
  return affected;
}

/** What a user has let in, the newest first. */
export async function appsOf(userPk: number, transaction: Transaction): Promise<App[]> {
  const rows = await transaction.rows<{
    client: string;
    name: string | null;
    scopes: string | null;
    createdAt: string;
    expiresAt: string;
  }>(
    `SELECT ${c.publicId} AS client, ${c.name} AS name, ${g.scopes} AS scopes, ${g.createdAt} AS createdAt, ${g.expiresAt} AS expiresAt
      FROM ${g.table} JOIN ${c.table} ON ${c.pk} = ${g.clientPk}
      WHERE ${g.userPk} = ? AND ${g.codeUsedAt} IS NOT NULL AND ${g.revokedAt} IS NULL AND ${g.expiresAt} > ?
        AND ${c.revokedAt} IS NULL ORDER BY ${g.pk} DESC LIMIT ${MAX_ROWS}`,
    [userPk, transaction.moment],
  );
  const apps = new Map<string, App>();
  for (const { client, name, scopes, createdAt, expiresAt } of rows) {
    const newer = apps.get(client);
    apps.set(client, {
      client,
      name,
      scopes: [...new Set([...(newer?.scopes ?? []), ...(scopes ?? '').split(' ')])].filter(Boolean),
      createdAt: toWire(createdAt),
      expiresAt: newer && newer.expiresAt > toWire(expiresAt) ? newer.expiresAt : toWire(expiresAt),
    });
  }
  return [...apps.values()];
}

/** Ends everything that a user has given to a client. @returns how much there was. */
export async function endApp(userPk: number, client: string, transaction: Transaction): Promise<number> {
  const { affected } = await transaction.run(
    `UPDATE ${oauthGrants.table}
      SET ${oauthGrants.revokedAt} = ?
      WHERE ${oauthGrants.userPk} = ? AND ${oauthGrants.codeHash} IS NOT NULL AND ${oauthGrants.revokedAt} IS NULL
      AND ${oauthGrants.clientPk} IN (SELECT ${oauthClients.pk} FROM ${oauthClients.table} WHERE ${oauthClients.publicId} = ?)`,
    [transaction.moment, userPk, client],
  );
  return affected;
}
