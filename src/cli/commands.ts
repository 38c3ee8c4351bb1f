import type { Config } from '../config/config.js';
import type { Credentials } from '../modules/identity/oauth/oauth-clients.js';
import type { Tenant } from '../modules/identity/tenants/create-tenant.js';
import type { Rotation } from './actions.js';
import type { BacktestResult, Score } from '../modules/predictions/backtest.js';
import { type Command, text } from './command.js';
import { DATA_COMMANDS } from './data-commands.js';
import {
  parseCount,
  parseEmail,
  parseName,
  parseRights,
  parseStoreScope,
  parseWorkspaceId,
  UsageError,
} from './cli-options.js';

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
      team: parseName('team', text(team)),
      email: parseEmail('email', text(email)),
      workspaces: titles.map((title) => parseName('workspace', text(title))),
    };
    return async ({ newTenant }, config) => {
      const tenant = await newTenant(config, request);
      return json === true ? JSON.stringify(tenant) : tenantText(tenant);
    };
  },
};

const clientCreate: Command = {
  usage: 'client:create (--workspace <id or IRI> | --operator) --name <name> [--scope <scope>…] [--json]',
  summary: "Makes a client that sees one workspace, or an operator's, which pushes tracking updates to all.",
  options: {
    workspace: { type: 'string' },
    operator: { type: 'boolean' },
    name: { type: 'string' },
    scope: { type: 'string', multiple: true },
    json: { type: 'boolean' },
  },
  prepare: ({ workspace, operator, name, scope, json }) => {
    const isOperator = operator === true;
    if (isOperator && workspace !== undefined)
      throw new UsageError('--operator sees no workspace: leave --workspace out.');
    const id = isOperator ? undefined : parseWorkspaceId('workspace', text(workspace));
    const named = parseName('name', text(name));
    const rights = parseRights('scope', Array.isArray(scope) ? scope.map(String) : undefined, isOperator);
    return async ({ newClient, newOperator }, config) => {
      const client = await (id === undefined
        ? newOperator(config, named)
        : newClient(config, id, named, rights));
      return json === true ? JSON.stringify(client) : credentialLines(client).join('\n');
    };
  },
};

const storeTokenCreate: Command = {
  usage: 'store-token:create --workspace <id or IRI> --scope <modify|read-only> [--json]',
  summary: "Makes a token for clients of BigCommerce's v2 API, which sees one workspace as its store.",
  options: {
    workspace: { type: 'string' },
    scope: { type: 'string' },
    json: { type: 'boolean' },
  },
  prepare: ({ workspace, scope, json }) => {
    const id = parseWorkspaceId('workspace', text(workspace));
    const chosen = parseStoreScope('scope', text(scope));
    return async ({ newStoreToken }, config) => {
      const { token, storeHash } = await newStoreToken(config, id, chosen);
      return json === true ? JSON.stringify({ token }) : storeTokenText(token, storeHash, config);
    };
  },
};

const migrate: Command = {
  usage: 'migrate',
  summary: 'Brings the tables up to date, which every start does as well.',
  options: {},
  prepare:
    () =>
    async ({ migrateTables }, config) => {
      const names = await migrateTables(config);
      return names.map((name) => `Ran ${name}.`).join('\n') || 'The tables are up to date.';
    },
};

const demo: Command = {
  usage: 'demo',
  summary: 'Makes the demo team in a database that holds no team.',
  options: {},
  prepare:
    () =>
    ({ newDemo }, config) =>
      newDemo(config),
};

const secretsRotate: Command = {
  usage: 'secrets:rotate [--json]',
  summary:
    'Has a new secret sign tokens where the database keeps it, and encrypts all that is encrypted with the key of now; servers go on.',
  options: { json: { type: 'boolean' } },
  prepare:
    ({ json }) =>
    async ({ rotateSecrets }, config) => {
      const rotation = await rotateSecrets(config);
      return json === true ? JSON.stringify(rotation) : rotationText(rotation);
    },
};

const analyticsRebuild: Command = {
  usage: 'analytics:rebuild [--json]',
  summary: 'Computes again what analytics counts of shipments, from their checkpoints; servers go on.',
  options: { json: { type: 'boolean' } },
  prepare:
    ({ json }) =>
    async ({ rebuildAnalytics }, config) => {
      const rebuilt = await rebuildAnalytics(config);
      const { shipments, changed } = rebuilt;
      return json === true
        ? JSON.stringify(rebuilt)
        : `${shipments} shipments were looked at, ${changed} of them had other figures.`;
    },
};

const worker: Command = {
  usage: 'worker',
  summary:
    'Does what is done behind requests: webhooks, mail, exports, tracking. Servers with WORKER=0 leave it all to it.',
  options: {},
  prepare:
    () =>
    ({ runWorker }, config) =>
      runWorker(config),
};

const predictionsBacktest: Command = {
  usage: 'predictions:backtest [--workspace <id or IRI>] [--last <deliveries>] [--json]',
  summary:
    'Replays deliveries in their order, 20000 of each workspace where nothing is said, and compares what would have been predicted with the median of all and with the carriers’ dates.',
  options: { workspace: { type: 'string' }, last: { type: 'string' }, json: { type: 'boolean' } },
  prepare: ({ workspace, last, json }) => {
    const id = workspace === undefined ? undefined : parseWorkspaceId('workspace', text(workspace));
    const limit = parseCount('last', text(last), 20_000);
    return async ({ backtestPredictions }, config) => {
      const results = await backtestPredictions(config, id, limit);
      return json === true ? JSON.stringify(results) : backtestText(results);
    };
  },
};

const predictionsRebuild: Command = {
  usage: 'predictions:rebuild [--workspace <id or IRI>] [--json]',
  summary:
    'Makes the histograms of transit times anew from the shipments, in batches, while servers go on, and predicts what is under way.',
  options: { workspace: { type: 'string' }, json: { type: 'boolean' } },
  prepare: ({ workspace, json }) => {
    const id = workspace === undefined ? undefined : parseWorkspaceId('workspace', text(workspace));
    return async ({ rebuildPredictions }, config) => {
      const rebuilt = await rebuildPredictions(config, id);
      const { shipments, histograms, differences } = rebuilt;
      return json === true
        ? JSON.stringify(rebuilt)
        : `Read ${shipments} shipments into ${histograms} histograms; ${differences} differences were mended.`;
    };
  },
};

export const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['tenant:create', tenantCreate],
  ['client:create', clientCreate],
  ['store-token:create', storeTokenCreate],
  ...DATA_COMMANDS,
  ['secrets:rotate', secretsRotate],
  ['analytics:rebuild', analyticsRebuild],
  ['predictions:backtest', predictionsBacktest],
  ['predictions:rebuild', predictionsRebuild],
  ['worker', worker],
  ['migrate', migrate],
  ['demo', demo],
]);

const days = ({ error, late, predictions }: Score): string =>
  predictions === 0
    ? '-'.padStart(18)
    : `${error.toFixed(2).padStart(7)} ${`${(100 * late).toFixed(1)} %`.padStart(10)}`;

/** Mean absolute errors in days, and the shares that came later than predicted. */
const backtestText = (results: readonly BacktestResult[]): string =>
  [
    `${'predicted at'.padEnd(13)}${'parcels'.padStart(9)}${'Waybill: MAE, late'.padStart(20)}${'in 80 %'.padStart(10)}${'median of all'.padStart(20)}${'with a date'.padStart(13)}${'Waybill'.padStart(20)}${'carrier'.padStart(20)}`,
    ...results.map(
      ({ moment, ours, coverage, median, carrier, oursWithDate }) =>
        `${moment.padEnd(13)}${String(ours.predictions).padStart(9)}  ${days(ours)}${`${(100 * coverage).toFixed(1)} %`.padStart(10)}  ${days(median)}${String(carrier.predictions).padStart(13)}  ${days(oursWithDate)}  ${days(carrier)}`,
    ),
  ].join('\n');

const credentialLines = ({ clientId, clientSecret }: Credentials): string[] => [
  `client id      ${clientId}`,
  `client secret  ${clientSecret}   (shown only now)`,
];

const rotationText = ({ formerUntil, changed, unreadable }: Rotation): string =>
  [
    formerUntil === null
      ? 'JWT_SECRET signs, from the environment.'
      : `What the secret of before has signed is good until ${formerUntil}; run this again afterwards to drop it.`,
    `Encrypted ${changed} values anew.`,
    ...(unreadable === 0 ? [] : [`${unreadable} values cannot be read with any key that is known here.`]),
  ].join('\n');

const storeTokenText = (token: string, storeHash: string, { publicUrl }: Config): string =>
  [
    `token          ${token}   (shown only now)`,
    `send it as     X-Auth-Token: ${token}`,
    `store          ${publicUrl}/stores/${storeHash}/v2`,
  ].join('\n');

const tenantText = (tenant: Tenant): string =>
  [
    `team           ${tenant.teamId}`,
    `user           ${tenant.userId}`,
    ...credentialLines(tenant),
    ...tenant.workspaces.map(
      ({ id, title, storeHash }) => `workspace      ${id}   ${title} (store ${storeHash})`,
    ),
  ].join('\n');
