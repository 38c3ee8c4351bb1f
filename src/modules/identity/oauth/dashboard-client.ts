import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { foldValue } from '../../../core/metadata/fold.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { emailKey } from '../../../core/metadata/identity.js';
import { User } from '../users/user.entity.js';
import { OauthClient } from './oauth-client.entity.js';
import { hashOf, randomText } from './secrets.js';

const users = sqlNames(User);
const oauthClients = sqlNames(OauthClient);

/** The `publicId` of the first-party client: the dashboard that this server itself serves. Others are random. */
export const DASHBOARD_CLIENT = 'waybill-dashboard';

/** Where the dashboard is. */
export const DASHBOARD_PATH = '/app';

/** Where the dashboard's authorization comes back to. */
export const CALLBACK_PATH = '/oauth/v2/session/callback';

/** Nobody's address: the user that the installation's own clients belong to. */
export const SYSTEM_USER = 'dashboard@localhost';

/**
 * Where the dashboard may be sent back to: this server by its public name, and by the name under which the browser has
 * reached it. A page elsewhere cannot choose the Host header of its visitors.
 */
export function dashboardRedirectUris(request: FastifyRequest, publicUrl: string): readonly string[] {
  return [...new Set([publicUrl, originOf(request, publicUrl)])].map((origin) => origin + CALLBACK_PATH);
}

/** Scheme, name and port by which a browser has reached this server. */
export function originOf({ host, protocol }: FastifyRequest, publicUrl: string): string {
  const own = new URL(publicUrl);
  // behind a proxy that ends TLS, the request itself has come without it
  return host === own.host ? publicUrl : `${protocol}://${host}`;
}

/** The key of the user that clients belong to which are nobody's; it is in no team, so they see nothing by themselves. */
export async function systemUser(transaction: Transaction): Promise<number> {
  const { moment, dialect } = transaction;
  const key = emailKey(SYSTEM_USER);
  await transaction.run(
    `${dialect.insertOrIgnore} INTO ${users.table} (${users.id}, ${users.email}, ${users.emailKey},
      ${users.emailVerified}, ${users.createdAt}, ${users.updatedAt}) VALUES (?, ?, ?, 0, ?, ?)`,
    [randomUUID(), SYSTEM_USER, key, moment, moment],
  );
  // a reading that locks also sees what another process has made meanwhile
  const sql = `SELECT ${users.pk} AS pk FROM ${users.table} WHERE ${users.emailKey} = ?${dialect.forUpdate}`;
  const [user] = await transaction.rows<{ pk: number }>(sql, [key]);
  return (user as { pk: number }).pk;
}

/** The key of the dashboard's client, which is made when it is first needed. Nobody knows a secret of it. */
export async function dashboardClient(transaction: Transaction): Promise<number> {
  const { moment, dialect } = transaction;
  const find = async (lock: string): Promise<number | undefined> => {
    const sql = `SELECT ${oauthClients.pk} AS pk FROM ${oauthClients.table} WHERE ${oauthClients.publicId} = ?${lock}`;
    return (await transaction.rows<{ pk: number }>(sql, [DASHBOARD_CLIENT]))[0]?.pk;
  };
  const known = await find('');
  if (known !== undefined) return known;
  const userPk = await systemUser(transaction);
  const name = 'Dashboard';
  await transaction.run(
    `${dialect.insertOrIgnore} INTO ${oauthClients.table} (${oauthClients.id}, ${oauthClients.name},
      ${oauthClients.nameFolded}, ${oauthClients.publicId}, ${oauthClients.secretHash}, ${oauthClients.userPk},
      ${oauthClients.createdAt})
      VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [randomUUID(), name, foldValue(name, 255), DASHBOARD_CLIENT, hashOf(randomText(52)), userPk, moment],
  );
  // a reading that locks also sees what another process has made meanwhile
  return (await find(dialect.forUpdate)) as number;
}
