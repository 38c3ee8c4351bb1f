import type { DataSource } from 'typeorm';
import type { Database } from '../core/database/database.js';
import { sqlNames } from '../core/database/sql-names.js';
import { Tables } from '../core/database/tables.js';
import { toMilliseconds } from '../core/metadata/datetime.js';
import type { Transaction } from '../core/metadata/transaction.js';
import type { Caller } from '../core/store/caller.js';
import { Writer } from '../core/store/writer.js';
import {
  createSignInCode,
  createTenant,
  giveTrackingPages,
  type Tenant,
} from '../modules/identity/tenants/create-tenant.js';
import type { Branding } from '../modules/tracking-pages/branding/branding.js';
import { TrackingPage } from '../modules/tracking-pages/tracking-page.entity.js';
import { Workspace } from '../modules/workspaces/workspace.entity.js';
import { dateItems } from './backdate.js';
import { tellCustomers } from './messages.js';
import { ordersOf } from './orders.js';
import { Random } from './random.js';
import { SHOPS } from './shops.js';
import { writeOrder } from './write-order.js';
import { OauthClient } from '../modules/identity/oauth/oauth-client.entity.js';
import { Setting } from '../core/database/setting.entity.js';
import { Team } from '../modules/identity/teams/team.entity.js';
import { User } from '../modules/identity/users/user.entity.js';

const t = sqlNames(Team, 't');
const w = sqlNames(Workspace, 'w');
const c = sqlNames(OauthClient, 'c');
const teamsTable = sqlNames(Team);
const usersTable = sqlNames(User);
const settings = sqlNames(Setting);

const pages = sqlNames(TrackingPage);
const workspaces = sqlNames(Workspace);

/** With this one every tracking status occurs. */
export const SEED = 5275;

const EMAIL = 'demo@example.com';

/** What was made, and how somebody gets in. */
export interface Demo extends Tenant {
  /** Signs a browser in to the dashboard, once. */
  readonly signInCode: string;
}

/**
 * A team with two shops, their orders of the last 90 days and about 300 shipments, the same everywhere but for the ids.
 * @param publicUrl where customers reach the server.
 * @returns undefined when the database holds a team already.
 */
export async function makeDemo(
  database: Database,
  dataSource: DataSource,
  publicUrl = 'http://localhost:3000',
): Promise<Demo | undefined> {
  const [team] = await database.read(`SELECT ${teamsTable.pk} FROM ${teamsTable.table} LIMIT 1`, []);
  if (team) return undefined;
  const demo = await database.transaction(async (transaction) => {
    await lockDemo(transaction);
    const teams = await transaction.rows(`SELECT ${teamsTable.pk} FROM ${teamsTable.table} LIMIT 1`);
    if (teams.length > 0) return undefined;
    const titles = SHOPS.map(({ title }) => title);
    const request = { team: 'Demo team', email: EMAIL, workspaces: titles };
    const tenant = await createTenant(request, transaction);
    await giveTrackingPages(tenant.workspaces, transaction);
    for (const [index, { branding }] of SHOPS.entries())
      await brand(tenant.workspaces[index], branding, transaction);
    const tables = new Tables(dataSource, database.dialect);
    const writer = new Writer(tables, transaction, await callerOf(tenant, transaction));
    const random = new Random(SEED);
    for (const [index, shop] of SHOPS.entries()) {
      const workspace = `/workspaces/${tenant.workspaces[index]?.id}`;
      for (const order of ordersOf(shop, toMilliseconds(transaction.moment), random))
        await writeOrder(order, { shop, workspace, writer, transaction });
    }
    await dateItems(transaction);
    return { ...tenant, signInCode: await createSignInCode(tenant.userId, transaction) };
  });
  // afterwards, so that what was made above is no news
  await database.transaction(async (transaction) => {
    for (const { id, storeHash } of demo?.workspaces ?? [])
      await tellCustomers(id, `${publicUrl}/public/tracking_pages/${storeHash}`, transaction);
  });
  return demo;
}

/** Gives a workspace's tracking pages their looks. */
async function brand(
  workspace: Tenant['workspaces'][number] | undefined,
  branding: Branding,
  transaction: Transaction,
): Promise<void> {
  await transaction.run(
    `UPDATE ${pages.table} SET ${pages.branding} = ?
      WHERE ${pages.workspacePk} = (SELECT ${workspaces.pk} FROM ${workspaces.table} WHERE ${workspaces.id} = ?)`,
    [JSON.stringify(branding), workspace?.id ?? ''],
  );
}

/** Whether the database still has the demo's owner. */
export async function holdsDemo(database: Database): Promise<boolean> {
  return (
    (
      await database.read(`SELECT ${usersTable.pk} FROM ${usersTable.table} WHERE ${usersTable.email} = ?`, [
        EMAIL,
      ])
    ).length > 0
  );
}

/** Of several processes that start at once, one goes on and the others wait here until it has committed. */
async function lockDemo(transaction: Transaction): Promise<void> {
  const { insertOrIgnore, forUpdate } = transaction.dialect;
  await transaction.run(
    `${insertOrIgnore} INTO ${settings.table} (${settings.name}, ${settings.content}) VALUES (?, ?)`,
    ['demo', ''],
  );
  await transaction.rows(
    `SELECT ${settings.name} FROM ${settings.table} WHERE ${settings.name} = ?${forUpdate}`,
    ['demo'],
  );
}

/** The client that was made with the team: it sees all of it. */
async function callerOf(tenant: Tenant, transaction: Transaction): Promise<Caller> {
  const rows = await transaction.rows<{
    pk: number;
    id: string;
    teamPk: number;
    userPk: number;
    clientPk: number;
  }>(
    `SELECT ${w.pk} AS pk, ${w.id} AS id, ${w.teamPk} AS teamPk, ${c.userPk} AS userPk, ${c.pk} AS clientPk
      FROM ${t.table} JOIN ${w.table} ON ${w.teamPk} = ${t.pk} JOIN ${c.table} ON ${c.publicId} = ? WHERE ${t.id} = ?`,
    [tenant.clientId, tenant.teamId],
  );
  const [{ userPk, clientPk, teamPk }] = rows as [(typeof rows)[0]];
  const workspaces = new Map(rows.map((row) => [row.pk, row.teamPk]));
  const workspaceIds = new Map(rows.map((row) => [row.id, row.pk]));
  return { clientPk, userPk, scope: { teams: new Set([teamPk]), workspaces, workspaceIds } };
}
