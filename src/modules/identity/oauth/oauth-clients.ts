import { randomUUID } from 'node:crypto';
import { insertInto } from '../../../core/database/insert.js';
import type { Database } from '../../../core/database/database.js';
import type { Row } from '../../../core/metadata/field.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import { foldValue } from '../../../core/metadata/fold.js';
import { type OAuthScope, parseOAuthScopes, DEFAULT_OAUTH_SCOPES } from '../../../core/http/oauth-scopes.js';
import { toMilliseconds, toStored } from '../../../core/metadata/datetime.js';
import { emailKey } from '../../../core/metadata/identity.js';
import { DASHBOARD_CLIENT, SYSTEM_USER } from './dashboard-client.js';
import { OauthGrant } from './oauth-grant.entity.js';
import { hashOf, isSecret, randomText } from './secrets.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { Membership } from '../teams/membership.entity.js';
import { OauthClient } from './oauth-client.entity.js';
import { Workspace } from '../../workspaces/workspace.entity.js';
import { User } from '../users/user.entity.js';

const memberships = sqlNames(Membership);
const oauthClients = sqlNames(OauthClient);
const workspaces = sqlNames(Workspace);
const c = sqlNames(OauthClient, 'c');
const g = sqlNames(OauthGrant, 'g');
const u = sqlNames(User, 'u');

/** What a program signs in with; the secret is known only now. */
export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Both live in `[a-z0-9_-]`: clients lower-case them and strip everything else. */
export const newCredentials = (): Credentials => ({
  clientId: `${randomUUID()}_${randomText(20)}`,
  clientSecret: randomText(52),
});

/** A new client of a user; bound to a workspace, it sees nothing else. */
export async function createClient(
  client: {
    readonly name: string;
    readonly userPk: number;
    readonly workspacePk: number | null;
    /** Without them it may do what tenants' clients do. */
    readonly rights?: readonly OAuthScope[] | undefined;
  },
  transaction: Transaction,
): Promise<Credentials> {
  const credentials = newCredentials();
  await insertInto(transaction, OauthClient, {
    id: randomUUID(),
    name: client.name,
    nameFolded: foldValue(client.name, 255),
    publicId: credentials.clientId,
    secretHash: hashOf(credentials.clientSecret),
    userPk: client.userPk,
    workspacePk: client.workspacePk,
    scopes: client.rights?.join(' ') ?? null,
    createdAt: transaction.moment,
  });
  return credentials;
}

/**
 * Clients and store tokens that are bound to a team's workspaces were made on the command line and have no maker: they stay
 * when the member goes who is there for them, and the team's first owner is from then on.
 */
export async function handOverClients(
  userPk: number,
  teamPk: number,
  transaction: Transaction,
): Promise<void> {
  const [owner] = await transaction.rows<{ userPk: number }>(
    `SELECT ${memberships.userPk}
      FROM ${memberships.table}
      WHERE ${memberships.teamPk} = ? AND ${memberships.role} = 'owner'
      ORDER BY ${memberships.pk} LIMIT 1`,
    [teamPk],
  );
  if (!owner) return;
  await transaction.run(
    `UPDATE ${oauthClients.table} SET ${oauthClients.userPk} = ?
      WHERE ${oauthClients.userPk} = ? AND ${oauthClients.workspacePk} IN (SELECT ${workspaces.pk} FROM ${workspaces.table} WHERE ${workspaces.teamPk} = ?)`,
    [owner.userPk, userPk, teamPk],
  );
}

/** A client that has registered itself and that nobody has let in for so long is forgotten. */
const UNUSED_LIFE_MS = 7 * 86_400_000;

/** Deletes clients that have registered themselves and are of no use, so many at a time. */
export async function forgetUnusedClients(transaction: Transaction, limit: number): Promise<void> {
  const old = toStored(toMilliseconds(transaction.moment) - UNUSED_LIFE_MS);
  const unused = `SELECT ${c.pk} FROM ${c.table} JOIN ${u.table} ON ${u.pk} = ${c.userPk}
    WHERE ${u.emailKey} = ? AND ${c.publicId} <> ? AND ${c.createdAt} <= ?
    AND NOT EXISTS (SELECT 1 FROM ${g.table} WHERE ${g.clientPk} = ${c.pk}) ORDER BY ${c.pk} LIMIT ${limit}`;
  await transaction.run(
    `DELETE FROM ${oauthClients.table} WHERE ${oauthClients.pk} IN (SELECT pk FROM (${unused}) AS unused)`,
    [emailKey(SYSTEM_USER), DASHBOARD_CLIENT, old],
  );
}

/** Columns of the client with just this id: MySQL takes blanks at the end of texts for nothing. */
async function clientRow(columns: string, clientId: string, database: Database): Promise<Row | undefined> {
  const [row] = await database.read(
    `SELECT ${c.publicId}, ${columns} FROM ${c.table} JOIN ${u.table} ON ${u.pk} = ${c.userPk}
      WHERE ${c.publicId} = ? AND ${c.revokedAt} IS NULL`,
    [clientId],
  );
  return row?.[0] === clientId ? row.slice(1) : undefined;
}

export interface SignedInClient {
  readonly pk: number;
  /** Its `publicId`. */
  readonly id: string;
  readonly userPk: number;
  readonly userId: string;
  readonly userEmail: string;
  /** What it may do, where that was said. */
  readonly scopes: string | null;
}

/** The client that these credentials belong to. */
export async function findClient(
  { clientId, clientSecret }: Credentials,
  database: Database,
): Promise<SignedInClient | undefined> {
  const row = await clientRow(
    `${c.pk}, ${c.secretHash}, ${u.pk}, ${u.id}, ${u.email}, ${c.scopes}`,
    clientId,
    database,
  );
  if (!row) return undefined;
  const [pk, secretHash, userPk, userId, userEmail, scopes] = row as [
    number,
    string,
    number,
    string,
    string,
    string | null,
  ];
  return isSecret(clientSecret, secretHash)
    ? { pk, id: clientId, userPk, userId, userEmail, scopes }
    : undefined;
}

/** The client with this id that needs no secret. */
export async function findPublicClient(clientId: string, database: Database): Promise<number | undefined> {
  const [pk, isPublic] = (await clientRow(`${c.pk}, ${c.isPublic}`, clientId, database)) ?? [];
  return isPublic ? (pk as number) : undefined;
}

/** A client that wants to be let in. */
export interface Applicant {
  readonly pk: number;
  readonly name: string;
  readonly redirectUris: readonly string[];
  readonly rights: readonly OAuthScope[];
  readonly isPublic: boolean;
  /** It is the dashboard that this server serves: signing in is all that it asks for. */
  readonly isDashboard: boolean;
}

/** The client that asks a user to let it in. What only operators give is never asked for. */
export async function findApplicant(clientId: string, database: Database): Promise<Applicant | undefined> {
  const row = await clientRow(
    `${c.pk}, ${c.name}, ${c.redirectUris}, ${c.scopes}, ${c.isPublic}`,
    clientId,
    database,
  );
  if (!row) return undefined;
  const [pk, name, redirectUris, scopes, isPublic] = row as [
    number,
    string | null,
    string | null,
    string | null,
    number,
  ];
  const may = parseOAuthScopes(scopes);
  return {
    pk,
    name: name ?? clientId,
    redirectUris: redirectUris === null ? [] : (JSON.parse(redirectUris) as string[]),
    rights: DEFAULT_OAUTH_SCOPES.filter((right) => may.has(right)),
    isPublic: Boolean(isPublic),
    isDashboard: clientId === DASHBOARD_CLIENT,
  };
}
