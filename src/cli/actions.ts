import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type INestApplicationContext, Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app/app.module.js';
import type { StoreScope } from '../surfaces/bigcommerce/auth/store-scopes.js';
import { createStoreToken } from '../surfaces/bigcommerce/auth/store-tokens.js';
import type { Config } from '../config/config.js';
import { dataSourceOptions } from '../app/data-source-options.js';
import { connect } from '../core/database/connect.js';
import { DATABASE, type Database } from '../core/database/database.js';
import { Encryption } from '../core/database/encryption.js';
import { InstallationSecret } from '../core/database/installation-secret.js';
import { migrate } from '../core/database/migrate.js';
import { reencrypt, type Reencrypted } from '../core/database/reencrypt.js';
import { demoNotice } from '../demo/demo-notice.js';
import { makeDemo } from '../demo/make-demo.js';
import { Metrics } from '../core/metrics/metrics.js';
import { CONNECT_TIMEOUT_MS, inContext, onDatabase } from './in-context.js';
import { startTracing } from '../app/start-tracing.js';
import { serveWorker } from './worker-server.js';
import { createLogger } from '../app/logger.js';
import { productionWarnings } from '../config/production.js';
import { boundStop } from '../app/process-end.js';
import {
  type AuditEvent,
  recordAuditEntry,
  teamOfWorkspace,
} from '../modules/audit-log/record-audit-entry.js';
import { rebuildFigures, type Rebuilt } from '../modules/analytics/rebuild-figures.js';
import { createClient, type Credentials } from '../modules/identity/oauth/oauth-clients.js';
import type { OAuthScope } from '../core/http/oauth-scopes.js';
import { condition } from '../core/metadata/condition.js';
import { Clock } from '../core/database/clock.js';
import type { BacktestResult } from '../modules/predictions/backtest.js';
import { PredictionsService } from '../modules/predictions/predictions.service.js';
import { rebuildWorkspace, type Rebuilt as RebuiltPredictions } from '../modules/predictions/rebuild.js';
import { backtestWorkspaces } from '../modules/predictions/replayed-shipments.js';
import type { Transaction } from '../core/metadata/transaction.js';
import {
  createOperator,
  createTenant,
  giveTrackingPages,
  type Tenant,
  type TenantRequest,
} from '../modules/identity/tenants/create-tenant.js';
import { sqlNames } from '../core/database/sql-names.js';
import { Membership } from '../modules/identity/teams/membership.entity.js';
import { Workspace } from '../modules/workspaces/workspace.entity.js';

export * from './data-actions.js';

const w = sqlNames(Workspace, 'w');
const workspaces = sqlNames(Workspace);
const m = sqlNames(Membership, 'm');

/** A team with its workspaces, its owner, and a client that sees all of it. */
export const newTenant = (config: Config, request: TenantRequest): Promise<Tenant> =>
  onDatabase(config, (database) =>
    database.transaction(async (transaction) => {
      const tenant = await createTenant(request, transaction);
      await giveTrackingPages(tenant.workspaces, transaction);
      return tenant;
    }),
  );

/** A client bound to a workspace, of the first owner of its team. @throws when there is no such workspace. */
export const newClient = (
  config: Config,
  workspaceId: string,
  name: string,
  rights?: readonly OAuthScope[],
): Promise<Credentials> =>
  onDatabase(config, (database) =>
    database.transaction(async (transaction) => {
      const { workspacePk, userPk } = await ownedWorkspace(workspaceId, transaction);
      await auditOperator('oauth_clients', workspacePk, name, transaction);
      return createClient({ name, userPk, workspacePk, rights }, transaction);
    }),
  );

/** A token that opens a workspace as BigCommerce's store, and the store's name. @throws as `newClient`. */
export const newStoreToken = (
  config: Config,
  workspaceId: string,
  scope: StoreScope,
): Promise<{ token: string; storeHash: string }> =>
  onDatabase(config, (database) =>
    database.transaction(async (transaction) => {
      const { workspacePk, userPk, storeHash } = await ownedWorkspace(workspaceId, transaction);
      await auditOperator('store_tokens', workspacePk, null, transaction);
      const { token } = await createStoreToken({ userPk, workspacePk, scope }, transaction);
      return { token, storeHash };
    }),
  );

/** Writes into the team's log what the operator has made on the command line. */
async function auditOperator(
  entity: AuditEvent['entity'],
  workspacePk: number,
  title: string | null,
  transaction: Transaction,
): Promise<void> {
  const teamPks = await teamOfWorkspace(workspacePk, transaction);
  await recordAuditEntry({ teamPks, workspacePk, entity, action: 'create', title }, undefined, transaction);
}

/** A workspace, with the first owner of its team. */
async function ownedWorkspace(
  id: string,
  transaction: Transaction,
): Promise<{ workspacePk: number; storeHash: string; userPk: number }> {
  const [found] = await transaction.rows<{ workspacePk: number; storeHash: string; userPk: number | null }>(
    `SELECT ${w.pk} AS workspacePk, ${w.storeHash} AS storeHash, ${m.userPk} AS userPk FROM ${w.table}
      LEFT JOIN ${m.table} ON ${m.teamPk} = ${w.teamPk} AND ${m.role} = 'owner'
      WHERE ${w.id} = ? ORDER BY ${m.pk} LIMIT 1`,
    [id],
  );
  if (!found) throw new Error(`There is no workspace with the id ${id}.`);
  const { userPk } = found;
  if (userPk === null) throw new Error('The team of this workspace has no owner.');
  return { ...found, userPk };
}

/** A client that pushes tracking updates to all tenants, of a user who is in no team. */
export const newOperator = (config: Config, name: string): Promise<Credentials> =>
  onDatabase(config, (database) => database.transaction((transaction) => createOperator(name, transaction)));

/** Brings the tables up to date. @returns the names of the migrations that it ran. */
export async function migrateTables(config: Config): Promise<string[]> {
  Logger.overrideLogger(false);
  const dataSource = await connect(dataSourceOptions(config), CONNECT_TIMEOUT_MS);
  try {
    return await migrate(dataSource);
  } finally {
    await dataSource.end();
  }
}

/** The demo team, and how to use it. @throws when the database holds a team. */
export async function newDemo(config: Config): Promise<string> {
  if (config.isProduction) throw new Error('There is no demo with NODE_ENV=production.');
  const tenant = await onDatabase(config, (database, dataSource) =>
    makeDemo(database, dataSource, config.publicUrl),
  );
  if (!tenant) throw new Error('The database holds a team already; the demo is for an empty one.');
  return demoNotice(tenant, config.publicUrl).trim();
}

/** What a change of the secrets has done. */
export interface Rotation extends Reencrypted {
  /** Until when signatures of the secret before are good; null when none was changed. */
  readonly formerUntil: string | null;
}

/** See `InstallationSecret.rotate` and `reencrypt`; servers on the database notice within seconds. */
export async function rotateSecrets(config: Config): Promise<Rotation> {
  return inContext(config, async (context) => {
    const installation = context.get(InstallationSecret);
    const until = await installation.rotate();
    const result = await reencrypt(context.get<Database>(DATABASE), context.get(Encryption));
    if (result.unreadable === 0) await installation.forget();
    return {
      formerUntil: until === undefined ? null : `${until.slice(0, 19).replace(' ', 'T')}Z`,
      ...result,
    };
  });
}

/** See `rebuildFigures`. */
export const rebuildAnalytics = (config: Config): Promise<Rebuilt> =>
  onDatabase(config, (database) => rebuildFigures(database, config.transitLimits));

/** Of one workspace, or of all of them: replays their deliveries, see `backtest`. @throws when there is no such workspace. */
export const backtestPredictions = (
  config: Config,
  workspaceId: string | undefined,
  limit: number,
): Promise<readonly BacktestResult[]> =>
  inContext(config, async (context) => {
    const database = context.get<Database>(DATABASE);
    const workspacePks = await workspaceKeys(workspaceId, database);
    return backtestWorkspaces(workspacePks, limit, context.get(Clock).now(), database);
  });

/** Of one workspace, or of all of them: makes the histograms anew, see `rebuildWorkspace`. @throws as `backtestPredictions`. */
export const rebuildPredictions = (
  config: Config,
  workspaceId: string | undefined,
): Promise<RebuiltPredictions> =>
  inContext(config, async (context) => {
    const database = context.get<Database>(DATABASE);
    const all = { shipments: 0, histograms: 0, differences: 0 };
    const predictions = context.get(PredictionsService);
    for (const pk of await workspaceKeys(workspaceId, database)) {
      const rebuilt = await rebuildWorkspace(pk, database, context.get(Clock));
      all.shipments += rebuilt.shipments;
      all.histograms += rebuilt.histograms;
      all.differences += rebuilt.differences;
    }
    while ((await predictions.fold()) > 0);
    return all;
  });

async function workspaceKeys(id: string | undefined, database: Database): Promise<number[]> {
  const where = id === undefined ? condition('1 = 1') : condition(`${workspaces.id} = ?`, id);
  const rows = await database.read(
    `SELECT ${workspaces.pk} FROM ${workspaces.table} WHERE ${where.sql} ORDER BY ${workspaces.pk}`,
    where.params,
  );
  if (id !== undefined && rows.length === 0) throw new Error(`There is no workspace ${id}.`);
  return rows.map(([pk]) => pk as number);
}

/** Does what is done behind requests, until the process is told to stop. @returns what is said then. */
export async function runWorker(config: Config): Promise<string> {
  boundStop(config.stopTimeout);
  if (config.tracing) await startTracing();
  const stopSignal = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => resolve());
  });
  const context = await NestFactory.createApplicationContext(AppModule.of({ ...config, worker: true }), {
    logger: createLogger(config),
    abortOnError: false,
  });
  for (const warning of productionWarnings(config)) new Logger('production').warn(warning);
  const server = await watchedBy(context, config);
  new Logger('worker').log('waiting for changes');
  // nothing else keeps a process alive that only waits
  const waiting = setInterval(() => undefined, 2 ** 30);
  await stopSignal;
  clearInterval(waiting);
  await context.close();
  server.close();
  server.closeAllConnections();
  return 'The worker has stopped.';
}

/** Lets the worker be watched on a port of its own. */
async function watchedBy(context: INestApplicationContext, config: Config): Promise<Server> {
  const worker = {
    database: context.get<Database>(DATABASE),
    metrics: context.get(Metrics),
    metricsToken: config.metricsToken,
  };
  try {
    const server = await serveWorker(worker, config.workerPort, config.host);
    const { port } = server.address() as AddressInfo;
    new Logger('worker').log(`health and metrics on port ${port}`);
    return server;
  } catch (error) {
    await context.close();
    throw error;
  }
}
