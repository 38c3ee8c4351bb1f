import { randomBytes } from 'node:crypto';
import { StoreToken } from './store-token.entity.js';
import { Inject, Injectable } from '@nestjs/common';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { insertInto } from '../../../core/database/insert.js';
import { createClient } from '../../../modules/identity/oauth/oauth-clients.js';
import { hashOf } from '../../../modules/identity/oauth/secrets.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import type { BoundStore } from '../../shared/bound-store.js';
import { STORE_SCOPES, type StoreScope } from './store-scopes.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { OauthClient } from '../../../modules/identity/oauth/oauth-client.entity.js';
import { Workspace } from '../../../modules/workspaces/workspace.entity.js';

const t = sqlNames(StoreToken, 't');
const c = sqlNames(OauthClient, 'c');
const w = sqlNames(Workspace, 'w');
const clients = sqlNames(OauthClient);

/** Whom a token is for. */
export interface NewStoreToken {
  readonly userPk: number;
  readonly workspacePk: number;
  readonly scope: StoreScope;
  /** What it is for. */
  readonly name?: string;
}

/** A token, and the id by which it can be ended. */
interface MadeStoreToken {
  readonly id: string;
  /** 43 url-safe characters that are known only now. */
  readonly token: string;
}

/** A token for a workspace's store, which acts for a user. */
export async function createStoreToken(
  { userPk, workspacePk, scope, name = `Store token (${scope})` }: NewStoreToken,
  transaction: Transaction,
): Promise<MadeStoreToken> {
  const { clientId } = await createClient(
    { name, userPk, workspacePk, rights: STORE_SCOPES[scope] },
    transaction,
  );
  const [client] = await transaction.rows<{ pk: number; id: string }>(
    `SELECT ${clients.pk}, ${clients.id} FROM ${clients.table} WHERE ${clients.publicId} = ?`,
    [clientId],
  );
  const token = randomBytes(32).toString('base64url');
  await insertInto(transaction, StoreToken, {
    tokenHash: hashOf(token),
    clientPk: client?.pk ?? null,
    createdAt: transaction.moment,
  });
  return { id: client?.id ?? '', token };
}

/** A workspace as a store, and the client that a token of it stands for. */
export interface OpenStore extends BoundStore {
  readonly clientPk: number;
  /** Its name in paths. */
  readonly storeHash: string;
}

const KNOWN_LIMIT = 10_000;

/** Which store a token opens. None of it ever changes, so it is remembered; what the client may do is asked elsewhere. */
@Injectable()
export class StoreTokens {
  private readonly known = new Map<string, OpenStore>();

  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async storeOf(token: string): Promise<OpenStore | undefined> {
    const hash = hashOf(token);
    const known = this.known.get(hash);
    if (known) return known;
    const found = await this.find(hash);
    if (!found) return undefined;
    if (this.known.size >= KNOWN_LIMIT) this.known.delete(this.known.keys().next().value ?? '');
    this.known.set(hash, found);
    return found;
  }

  /** The token's client is no more. */
  forget(token: string): void {
    this.known.delete(hashOf(token));
  }

  private async find(hash: string): Promise<OpenStore | undefined> {
    const [row] = await this.database.read(
      `SELECT ${t.clientPk}, ${w.pk}, ${w.id}, ${w.storeHash} FROM ${t.table}
        JOIN ${c.table} ON ${c.pk} = ${t.clientPk} JOIN ${w.table} ON ${w.pk} = ${c.workspacePk}
        WHERE ${t.tokenHash} = ?`,
      [hash],
    );
    if (!row) return undefined;
    const [clientPk, workspacePk, workspaceId, storeHash] = row as [number, number, string, string];
    return { clientPk, workspacePk, workspaceId, storeHash };
  }
}
