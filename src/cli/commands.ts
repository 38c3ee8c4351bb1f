import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AppModule } from '../app.module.js';
import type { Config } from '../config.js';
import { dataSourceOptions } from '../data-source-options.js';
import { DATABASE, type Database } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { demoNotice } from '../demo/demo-notice.js';
import { makeDemo } from '../demo/make-demo.js';
import { createClient, type Credentials } from '../oauth/oauth-clients.js';
import { createTenant, type Tenant } from '../tenants/create-tenant.js';
import { emailFrom, nameFrom, workspaceIdFrom } from './wrong-use.js';

/** The options of a command line, as `parseArgs` reads them. */
export interface Values {
  readonly [option: string]: string | boolean | (string | boolean)[] | undefined;
}

export interface Command {
  readonly usage: string;
  readonly summary: string;
  readonly options: Readonly<Record<string, { type: 'string' | 'boolean'; multiple?: boolean }>>;
  /** What is to be done; wrong values throw before anything is. @returns what is printed. */
  readonly prepare: (values: Values) => (config: Config) => Promise<string>;
}

const text = (value: Values[string]): string | undefined => (typeof value === 'string' ? value : undefined);

const tenantCreate: Command = {
  usage: 'tenant:create --team <name> --email <address> --workspace <title>… [--json]',
  summary: 'Makes a team with workspaces, its owner, and a client that sees all of it.',
  options: {
    team: { type: 'string' },
    email: { type: 'string' },
    workspace: { type: 'string', multiple: true },
    json: { type: 'boolean' },
  },
  prepare: ({ team, email, workspace, json }) => {
    const titles = Array.isArray(workspace) ? workspace : [undefined];
    const request = {
      team: nameFrom('team', text(team)),
      email: emailFrom('email', text(email)),
      workspaces: titles.map((title) => nameFrom('workspace', text(title))),
    };
    return async (config) => {
      const tenant = await onDatabase(config, (database) =>
        database.transaction((transaction) => createTenant(request, transaction)),
      );
      return json === true ? JSON.stringify(tenant) : readable(tenant);
    };
  },
};

const clientCreate: Command = {
  usage: 'client:create --workspace <id or IRI> --name <name> [--json]',
  summary: 'Makes a client that sees one workspace and nothing else.',
  options: { workspace: { type: 'string' }, name: { type: 'string' }, json: { type: 'boolean' } },
  prepare: ({ workspace, name, json }) => {
    const id = workspaceIdFrom('workspace', text(workspace));
    const named = nameFrom('name', text(name));
    return async (config) => {
      const client = await onDatabase(config, (database) => clientOf(id, named, database));
      return json === true ? JSON.stringify(client) : secrets(client).join('\n');
    };
  },
};

const migrateNow: Command = {
  usage: 'migrate',
  summary: 'Brings the tables up to date, which every start does as well.',
  options: {},
  prepare: () => async (config) => {
    const dataSource = await new DataSource(dataSourceOptions(config)).initialize();
    try {
      const names = await migrate(dataSource);
      return names.length === 0
        ? 'The tables are up to date.'
        : names.map((name) => `Ran ${name}.`).join('\n');
    } finally {
      await dataSource.destroy();
    }
  },
};

const demo: Command = {
  usage: 'demo',
  summary: 'Makes the demo team in a database that holds no team.',
  options: {},
  prepare: () => async (config) => {
    const tenant = await onDatabase(config, makeDemo);
    if (!tenant) throw new Error('The database holds a team already; the demo is for an empty one.');
    return demoNotice(tenant, config.publicUrl).trim();
  },
};

export const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['tenant:create', tenantCreate],
  ['client:create', clientCreate],
  ['migrate', migrateNow],
  ['demo', demo],
]);

/** Work on the configured database, with its tables up to date, beside servers that may be running on it. */
async function onDatabase<T>(
  config: Config,
  work: (database: Database, dataSource: DataSource) => Promise<T>,
): Promise<T> {
  const quiet = { logger: false, abortOnError: false } as const;
  const context = await NestFactory.createApplicationContext(AppModule.of(config), quiet);
  try {
    return await work(context.get<Database>(DATABASE), context.get(DataSource));
  } finally {
    await context.close();
  }
}

/** A client bound to a workspace, of the first owner of its team. @throws when there is no such workspace. */
function clientOf(workspaceId: string, name: string, database: Database): Promise<Credentials> {
  return database.transaction(async (transaction) => {
    const [found] = await transaction.rows<{ workspacePk: number; userPk: number | null }>(
      `SELECT w.pk AS workspacePk, m.userPk AS userPk FROM workspaces w
        LEFT JOIN memberships m ON m.teamPk = w.teamPk AND m.role = 'owner'
        WHERE w.id = ? ORDER BY m.pk LIMIT 1`,
      [workspaceId],
    );
    if (!found) throw new Error(`There is no workspace with the id ${workspaceId}.`);
    const { workspacePk, userPk } = found;
    if (userPk === null) throw new Error('The team of this workspace has no owner.');
    return createClient({ name, userPk, workspacePk }, transaction);
  });
}

const secrets = ({ clientId, clientSecret }: Credentials): string[] => [
  `client id      ${clientId}`,
  `client secret  ${clientSecret}   (shown only now)`,
];

const readable = (tenant: Tenant): string =>
  [
    `team           ${tenant.teamId}`,
    `user           ${tenant.userId}`,
    ...secrets(tenant),
    ...tenant.workspaces.map(
      ({ id, title, storeHash }) => `workspace      ${id}   ${title} (store ${storeHash})`,
    ),
  ].join('\n');
