import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { CONFIG, type Config } from '../../../config/config.js';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { Authenticator, type AuthenticatedRequest } from '../../../core/http/authenticator.js';
import { OPERATION_LIMIT } from '../../../core/http/body-limits.js';
import { Answered, MOMENT, TEXT_OR_NULL } from '../../../core/http/dto/answers.js';
import { Dto } from '../../../core/http/dto/dto.js';
import { Choice, Text } from '../../../core/http/dto/fields.js';
import { routeOptions } from '../../../core/http/route-options.js';
import { toWire } from '../../../core/metadata/datetime.js';
import { Forbidden, NotFound } from '../../../core/metadata/errors.js';
import { assertFewerThan } from '../../../core/metadata/quota.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import { Operation, Operations } from '../../../core/openapi/operation.js';
import { parseOAuthScopes } from '../../../core/http/oauth-scopes.js';
import { actsAsUser, type Caller } from '../../../core/store/caller.js';
import { isUuid } from '../../../core/store/references.js';
import { isAtLeast, roleIn } from '../../../core/store/roles.js';
import { recordAuditEntry } from '../../../modules/audit-log/record-audit-entry.js';
import { OauthClient } from '../../../modules/identity/oauth/oauth-client.entity.js';
import { User } from '../../../modules/identity/users/user.entity.js';
import { Workspace } from '../../../modules/workspaces/workspace.entity.js';
import { storeUrl } from '../store-reader.js';
import { STORE_SCOPES, type StoreScope } from './store-scopes.js';
import { StoreToken } from './store-token.entity.js';
import { createStoreToken } from './store-tokens.js';

const c = sqlNames(OauthClient, 'c');
const s = sqlNames(StoreToken, 's');
const workspaces = sqlNames(Workspace);
const clients = sqlNames(OauthClient);

const SCOPES = Object.keys(STORE_SCOPES) as readonly StoreScope[];
const SCOPE = { description: '`modify` reads and writes, `read-only` reads: BigCommerce’s names.' };

/** A token as lists have it: what opens the store is shown to nobody again. */
@Dto({ name: 'StoreToken' })
class StoreTokenAnswer {
  @Answered({ type: 'string', format: 'uuid' })
  readonly id!: string;

  @Answered({ ...TEXT_OR_NULL, description: 'What it is for.' })
  readonly name!: string | null;

  @Answered({ type: 'string', enum: [...SCOPES], ...SCOPE })
  readonly scope!: StoreScope;

  @Answered(MOMENT)
  readonly createdAt!: string;
}

@Dto({ name: 'NewStoreToken' })
class NewStoreTokenAnswer extends StoreTokenAnswer {
  @Answered({ type: 'string', description: 'What goes into `X-Auth-Token`. It is in this answer alone.' })
  readonly token!: string;

  @Answered({ type: 'string', description: 'The name of the store in paths.' })
  readonly storeHash!: string;

  @Answered({ type: 'string', format: 'uri', description: 'The address under which the store is.' })
  readonly url!: string;
}

@Dto({ name: 'StoreTokenToMake' })
class StoreTokenToMake {
  @Choice(SCOPES, { required: true, ...SCOPE })
  readonly scope!: StoreScope;

  @Text({ max: 255, description: 'What it is for.', examples: ['Warehouse app'] })
  readonly name?: string;
}

interface ManagedStore {
  readonly pk: number;
  readonly teamPk: number;
  readonly storeHash: string;
}

/** Tokens with which BigCommerce's clients open a workspace. Owners and admins of its team make and end them. */
@routeOptions({ limit: OPERATION_LIMIT })
@Operations({
  tag: {
    name: 'StoreTokens',
    description: 'Tokens with which clients of BigCommerce’s API open a workspace as a store.',
  },
  path: {
    id: { description: 'The id of the workspace.', format: 'uuid' },
    token: { description: 'The id of the token.', format: 'uuid' },
  },
})
@Controller('/workspaces/:id/store_tokens')
export class StoreTokensController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    private readonly authenticator: Authenticator,
  ) {}

  @Get()
  @Operation({
    id: 'getStoreTokens',
    summary: 'The store tokens of a workspace',
    description: "They open the BigCommerce API of the workspace's store.",
    answer: {
      description: 'All of them, the newest first, without what opens the store.',
      body: [StoreTokenAnswer],
    },
    errors: [404],
  })
  list(
    @Param('id') id: string,
    @Req() { caller }: AuthenticatedRequest,
  ): Promise<readonly StoreTokenAnswer[]> {
    return this.database.transaction(async (transaction) => {
      const { pk } = await managedStore(id, caller, transaction);
      return tokensOf(pk, transaction);
    });
  }

  @Post()
  @Operation({
    id: 'postStoreToken',
    summary: 'Makes a token for a workspace’s store',
    description:
      'It stands for a client of the workspace, acts for whoever makes it and counts as a client of theirs.',
    answer: { description: 'The token, which is shown only now.', body: NewStoreTokenAnswer },
    errors: [404, 429],
  })
  make(
    @Param('id') id: string,
    @Body() { scope, name }: StoreTokenToMake,
    @Req() { caller }: AuthenticatedRequest,
  ): Promise<NewStoreTokenAnswer> {
    const { userPk, may } = caller;
    return this.database.transaction(async (transaction) => {
      const store = await managedStore(id, caller, transaction);
      if (!STORE_SCOPES[scope].every((right) => may?.has(right) ?? true)) throw new Forbidden();
      const owned = {
        owner: User,
        ownerPk: userPk,
        from: `${clients.table} WHERE ${clients.userPk} = ? AND ${clients.revokedAt} IS NULL`,
        params: [userPk],
      };
      await assertFewerThan(this.config.quotas.clients, 'clients', owned, transaction);
      const { id: tokenId, token } = await createStoreToken(
        { userPk, workspacePk: store.pk, scope, ...(name === undefined ? {} : { name }) },
        transaction,
      );
      await audit(store, 'create', { id: tokenId, name: name ?? null }, caller, transaction);
      const made = (await tokensOf(store.pk, transaction)).find((each) => each.id === tokenId);
      return {
        ...(made as StoreTokenAnswer),
        token,
        storeHash: store.storeHash,
        url: storeUrl(this.config, store),
      };
    });
  }

  @Delete(':token')
  @HttpCode(204)
  @Operation({
    id: 'deleteStoreToken',
    summary: 'Ends a token of a workspace’s store',
    description: 'Programs that have it are answered 401 from the next request on.',
    answer: 'Nothing opens the store by it any more.',
    errors: [404],
  })
  async end(
    @Param('id') id: string,
    @Param('token') tokenId: string,
    @Req() { caller }: AuthenticatedRequest,
  ): Promise<void> {
    await this.database.transaction(async (transaction) => {
      const store = await managedStore(id, caller, transaction);
      const tokens = await tokensOf(store.pk, transaction);
      const found = tokens.find((each) => each.id === tokenId.toLowerCase());
      if (!found) throw new NotFound();
      await audit(store, 'delete', found, caller, transaction);
      await transaction.run(`DELETE FROM ${clients.table} WHERE ${clients.id} = ?`, [tokenId.toLowerCase()]);
    });
    this.authenticator.forget();
  }
}

const audit = (
  { pk, teamPk }: ManagedStore,
  action: 'create' | 'delete',
  token: { readonly id: string; readonly name: string | null },
  caller: Caller,
  transaction: Transaction,
): Promise<void> =>
  recordAuditEntry(
    {
      teamPks: [teamPk],
      workspacePk: pk,
      entity: 'store_tokens',
      action,
      itemId: token.id,
      title: token.name,
    },
    caller,
    transaction,
  );

/** A workspace that the caller sees and whose tokens its user manages. @throws NotFound, Forbidden. */
async function managedStore(id: string, { scope }: Caller, transaction: Transaction): Promise<ManagedStore> {
  const [store] = isUuid(id)
    ? await transaction.rows<ManagedStore>(
        `SELECT ${workspaces.pk}, ${workspaces.storeHash}, ${workspaces.teamPk} FROM ${workspaces.table} WHERE ${workspaces.id} = ?`,
        [id.toLowerCase()],
      )
    : [];
  const seen = scope.readable ?? scope;
  if (!store || !seen.workspaces.has(store.pk)) throw new NotFound();
  if (!actsAsUser(scope) || !isAtLeast(roleIn(seen, store.teamPk), 'admin')) throw new Forbidden();
  return store;
}

async function tokensOf(workspacePk: number, transaction: Transaction): Promise<readonly StoreTokenAnswer[]> {
  const rows = await transaction.rows<{
    readonly id: string;
    readonly name: string | null;
    readonly scopes: string | null;
    readonly createdAt: string;
  }>(
    `SELECT ${c.id}, ${c.name}, ${c.scopes}, ${c.createdAt} FROM ${s.table} JOIN ${c.table} ON ${c.pk} = ${s.clientPk}
      WHERE ${c.workspacePk} = ? AND ${c.revokedAt} IS NULL ORDER BY ${s.pk} DESC`,
    [workspacePk],
  );
  return rows.map(({ id, name, scopes, createdAt }) => ({
    id,
    name,
    scope: parseOAuthScopes(scopes).has('write') ? 'modify' : 'read-only',
    createdAt: toWire(createdAt),
  }));
}
