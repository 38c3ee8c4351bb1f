import { randomUUID } from 'node:crypto';
import { insertInto } from '../database/insert.js';
import type { Database } from '../database/database.js';
import type { Transaction } from '../resource/transaction.js';
import { hashOf, isSecret, randomText } from './secrets.js';

/** What a program signs in with; the secret is known only now. */
export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** A new client of a user; bound to a workspace, it sees nothing else. */
export async function createClient(
  client: { readonly name: string; readonly userPk: number; readonly workspacePk: number | null },
  transaction: Transaction,
): Promise<Credentials> {
  const credentials = { clientId: `${randomUUID()}_${randomText(20)}`, clientSecret: randomText(52) };
  await insertInto(transaction, 'oauth_clients', {
    id: randomUUID(),
    name: client.name,
    publicId: credentials.clientId,
    secretHash: hashOf(credentials.clientSecret),
    userPk: client.userPk,
    workspacePk: client.workspacePk,
    createdAt: transaction.moment,
  });
  return credentials;
}

export interface SignedInClient {
  readonly pk: number;
  readonly userId: string;
  readonly userEmail: string;
}

/** The client that these credentials belong to. */
export async function findClient(
  { clientId, clientSecret }: Credentials,
  database: Database,
): Promise<SignedInClient | undefined> {
  const [row] = await database.read(
    'SELECT c.pk, c.secretHash, u.id, u.email FROM oauth_clients c JOIN users u ON u.pk = c.userPk WHERE c.publicId = ? AND c.revokedAt IS NULL',
    [clientId],
  );
  if (!row) return undefined;
  const [pk, secretHash, userId, userEmail] = row as [number, string, string, string];
  return isSecret(clientSecret, secretHash) ? { pk, userId, userEmail } : undefined;
}
