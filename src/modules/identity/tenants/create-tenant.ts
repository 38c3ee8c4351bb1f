import { randomUUID } from 'node:crypto';
import { insertInto } from '../../../core/database/insert.js';
import { dashboardClient } from '../oauth/dashboard-client.js';
import { authorize } from '../oauth/grants.js';
import { createClient, type Credentials } from '../oauth/oauth-clients.js';
import { DEFAULT_OAUTH_SCOPES } from '../../../core/http/oauth-scopes.js';
import { foldValue } from '../../../core/metadata/fold.js';
import { emailKey } from '../../../core/metadata/identity.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import { createDefaultStatuses } from '../../orders/statuses/default-statuses.js';
import { newStoreHash } from '../../workspaces/has-a-store-hash.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { Workspace } from '../../workspaces/workspace.entity.js';
import { User } from '../users/user.entity.js';
import { Team } from '../teams/team.entity.js';
import { Membership } from '../teams/membership.entity.js';
import { TrackingPage } from '../../tracking-pages/tracking-page.entity.js';

const workspacesTable = sqlNames(Workspace);
const users = sqlNames(User);

export interface TenantRequest {
  readonly team: string;
  readonly email: string;
  readonly workspaces: readonly string[];
}

export interface Tenant extends Credentials {
  readonly teamId: string;
  readonly userId: string;
  readonly workspaces: readonly { readonly id: string; readonly title: string; readonly storeHash: string }[];
}

/** A team with its workspaces, a user who owns it (the one with this address, or a new one), and a client of that user. */
export async function createTenant(
  { team, email, workspaces }: TenantRequest,
  transaction: Transaction,
): Promise<Tenant> {
  const stamps = { createdAt: transaction.moment, updatedAt: transaction.moment };
  const user = await userWith(email, transaction);
  const teamId = randomUUID();
  const teamPk = await insertInto(transaction, Team, {
    id: teamId,
    name: team,
    nameFolded: foldValue(team, 255),
    ...stamps,
  });
  await insertInto(transaction, Membership, {
    userPk: user.pk,
    teamPk,
    role: 'owner',
    createdAt: transaction.moment,
  });
  const made: { id: string; title: string; storeHash: string }[] = [];
  for (const title of workspaces) {
    const workspace = { id: randomUUID(), title, storeHash: newStoreHash() };
    const workspacePk = await insertInto(transaction, Workspace, {
      ...workspace,
      titleFolded: foldValue(title, 255),
      teamPk,
      ...stamps,
    });
    await createDefaultStatuses(workspacePk, transaction);
    made.push(workspace);
  }
  const credentials = await createClient({ name: team, userPk: user.pk, workspacePk: null }, transaction);
  return { teamId, userId: user.id, ...credentials, workspaces: made };
}

/** Gives workspaces their first tracking page, which the WooCommerce plugin asks for: each under its store's name. */
export async function giveTrackingPages(
  workspaces: Tenant['workspaces'],
  transaction: Transaction,
): Promise<void> {
  const { moment } = transaction;
  for (const { id, title, storeHash } of workspaces) {
    const [workspace] = await transaction.rows<{ pk: number }>(
      `SELECT ${workspacesTable.pk} FROM ${workspacesTable.table} WHERE ${workspacesTable.id} = ?`,
      [id],
    );
    if (!workspace) continue;
    const page = await insertInto(transaction, TrackingPage, {
      id: randomUUID(),
      workspacePk: workspace.pk,
      title,
      subdomain: storeHash,
      createdAt: moment,
      updatedAt: moment,
    });
    await transaction.run(
      `UPDATE ${workspacesTable.table}
      SET ${workspacesTable.defaultTrackingPagePk} = ?
      WHERE ${workspacesTable.pk} = ?`,
      [page, workspace.pk],
    );
  }
}

/** Milliseconds for which a link that signs in to the demo works. */
const DEMO_LINK_LIFE = 24 * 3_600_000;

/** A code that signs a browser in to the dashboard as this user, once: for the demo alone. */
export async function createSignInCode(userId: string, transaction: Transaction): Promise<string> {
  const [user] = await transaction.rows<{ pk: number }>(
    `SELECT ${users.pk} FROM ${users.table} WHERE ${users.id} = ?`,
    [userId],
  );
  return authorize(
    {
      clientPk: await dashboardClient(transaction),
      userPk: (user as { pk: number }).pk,
      rights: DEFAULT_OAUTH_SCOPES,
      redirectUri: null,
      codeChallenge: null,
      codeLife: DEMO_LINK_LIFE,
    },
    transaction,
  );
}

/** Nobody's address: the user behind operators' clients. */
const OPERATOR = 'operator@localhost';

/** A client that pushes tracking updates to all tenants, of a user who is in no team. */
export async function createOperator(name: string, transaction: Transaction): Promise<Credentials> {
  const user = await userWith(OPERATOR, transaction);
  return createClient({ name, userPk: user.pk, workspacePk: null, rights: ['tracking:write'] }, transaction);
}

async function userWith(email: string, transaction: Transaction): Promise<{ pk: number; id: string }> {
  const key = emailKey(email);
  const [known] = await transaction.rows<{ pk: number; id: string }>(
    `SELECT ${users.pk}, ${users.id} FROM ${users.table} WHERE ${users.emailKey} = ?`,
    [key],
  );
  if (known) return known;
  const id = randomUUID();
  const { moment } = transaction;
  const row = { id, email, emailKey: key, emailVerified: 1, createdAt: moment, updatedAt: moment };
  return { id, pk: await insertInto(transaction, User, row) };
}
