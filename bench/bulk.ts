import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { Api } from './api.js';
import type { Credentials } from './data/tenants.js';
import { idIn } from './limit-writes.js';
import type { Load } from './load/load.js';
import { median, type Measured } from './measure.js';
import { built } from './paths.js';
import type { CaseResult } from './report/results.js';
import { say } from './report/say.js';
import { atLeast } from './report/verdicts.js';
import { startLimit, startWaybill } from './servers/all.js';
import type { NodeServer } from './servers/node-server.js';

/**
 * Many writes in one request: Waybill in turn with a hand-written loader and with one client that sends the same lines one
 * by one, each into a workspace of its own that is empty.
 */

const LINES = 10_000;
const WARM_UP = 2000;
const OF_LOADER = 0.35;
const OF_SINGLE = 15;
const DATABASE = 'bulk';
const NDJSON = 'application/x-ndjson';

interface Kind {
  readonly path: '/shipments' | '/orders';
  readonly title: string;
  readonly body: (workspace: string, at: number | string) => object;
  /** The same lines as CSV. */
  readonly csv?: { readonly header: string; readonly line: (workspace: string, at: number) => string };
  /** The tables in which it leaves rows, with what joins them to a workspace. */
  readonly tables: Readonly<Record<string, string>>;
}

const ADDRESS = { firstName: 'Zoë', lastName: 'Müller', city: 'Köln', postcode: '50667', countryIso2: 'DE' };
const OWN = 'workspacePk = ?';

const SHIPMENTS: Kind = {
  path: '/shipments',
  title: 'shipments',
  body: (workspace, at) => ({
    workspace,
    trackingNumber: `BULK${at}`,
    originCarrier: 'usps',
    orderNumbers: [`B-${at}`],
    email: `zoe.muller.${at}@example.com`,
    address: { ...ADDRESS, addressLine1: `Lindenstraße ${at}` },
  }),
  csv: {
    header:
      'workspace,trackingNumber,originCarrier,orderNumbers,email,address.addressLine1,address.firstName,address.lastName,' +
      'address.city,address.postcode,address.countryIso2',
    line: (workspace, at) =>
      `${workspace},BULK${at},usps,B-${at},zoe.muller.${at}@example.com,Lindenstraße ${at},${Object.values(ADDRESS).join()}`,
  },
  tables: {
    shipments: OWN,
    shipment_order_numbers: OWN,
    tracking_number_parts: OWN,
  },
};

const ORDERS: Kind = {
  path: '/orders',
  title: 'orders with 3 items each',
  body: (workspace, at) => ({
    workspace,
    orderNumber: `B-${at}`,
    subtotal: '59.70',
    total: '64.60',
    currency: 'EUR',
    email: `zoe.muller.${at}@example.com`,
    shippingAddress: { ...ADDRESS, addressLine1: `Lindenstraße ${at}` },
    items: [1, 2, 3].map((item) => ({
      productName: `Green tea ${item}`,
      productSku: `TEA-${item}`,
      qty: item,
      price: '9.95',
      rowTotal: (item * 9.95).toFixed(2),
    })),
  }),
  tables: { orders: OWN, order_items: OWN },
};

interface Turn {
  readonly name: 'ndjson' | 'csv' | 'single' | 'loader';
  /** Writes the lines into an empty workspace. @returns lines a second. */
  readonly run: (workspace: string, lines: number) => Promise<number>;
}

/** All kinds of lines, on a database that holds just these. */
export async function measureBulk(
  serverUrl: string,
  load: Load,
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
): Promise<CaseResult[]> {
  const url = `${serverUrl}/${DATABASE}`;
  const connection = await createConnection(serverUrl);
  await connection.query(`DROP DATABASE IF EXISTS ${DATABASE}`);
  await connection.query(`CREATE DATABASE ${DATABASE} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  const servers: NodeServer[] = [];
  try {
    await connection.query(`USE ${DATABASE}`);
    const { credentials, workspaces } = await tenant(url, 8 * (rounds + 1));
    const waybill = await startWaybill(url);
    servers.push(waybill);
    const limit = await startLimit(url);
    servers.push(limit);
    const api = await Api.signIn(waybill.url, credentials);
    const results: CaseResult[] = [];
    for (const kind of [SHIPMENTS, ORDERS]) {
      say(`${LINES.toLocaleString('en')} ${kind.title} in bulk …`);
      const turns = turnsOf(kind, { api, limit, load, seconds });
      const rates = new Map<Turn['name'], number[]>(turns.map(({ name }) => [name, []]));
      for (let round = 0; round <= rounds; round++) {
        const isWarmUp = round === 0;
        const written = new Map<Turn['name'], string>();
        for (const { name, run } of turns) {
          const workspace = workspaces.pop() as string;
          const rate = await run(workspace, isWarmUp ? WARM_UP : LINES);
          written.set(name, workspace);
          if (!isWarmUp) rates.get(name)?.push(rate);
        }
        if (isWarmUp) await assertSameRows(connection, kind, written);
      }
      results.push(...resultsOf(kind, rates));
    }
    return results;
  } finally {
    for (const server of servers) await server.stop();
    await connection.query(`DROP DATABASE ${DATABASE}`);
    await connection.end();
  }
}

interface Servers {
  readonly api: Api;
  readonly limit: NodeServer;
  readonly load: Load;
  readonly seconds: number;
}

function turnsOf(kind: Kind, { api, limit, load, seconds }: Servers): Turn[] {
  const { path, body, csv } = kind;
  const all = (workspace: string, lines: number): string =>
    Array.from({ length: lines }, (_, at) => `${JSON.stringify(body(workspace, at))}\n`).join('');
  const ndjson =
    (url: string): Turn['run'] =>
    async (workspace, lines) => {
      const text = all(workspace, lines);
      return timed(lines, async () => {
        const headers = { ...api.headers, 'content-type': NDJSON };
        const answer = await fetch(url + path, { method: 'POST', headers, body: text });
        const made = (await answer.text()).split('"status":201').length - 1;
        if (made !== lines) throw new Error(`POST ${url}${path}: ${made} of ${lines} lines were written.`);
      });
    };
  const turns: Turn[] = [
    {
      name: 'single',
      run: async (workspace) => {
        const bodies = [JSON.stringify(body(workspace, '{unique}'))];
        const requests = { method: 'POST', paths: [path], headers: api.headers, bodies } as const;
        const job = { url: api.url, requests, connections: 1, until: { seconds } };
        return (await load.run(job)).requestsPerSecond;
      },
    },
    { name: 'loader', run: ndjson(limit.url) },
    { name: 'ndjson', run: ndjson(api.url) },
  ];
  if (csv)
    turns.push({
      name: 'csv',
      run: async (workspace, lines) => {
        const rows = Array.from({ length: lines }, (_, at) => csv.line(workspace, at));
        const text = [csv.header, ...rows].join('\n');
        return timed(lines, async () => {
          const headers = { 'content-type': 'text/csv' };
          const answer = await api.send('POST', path, { body: text, headers });
          const told = await answer.text();
          if (!told.includes(`"created":${lines},`))
            throw new Error(`POST ${path} as CSV: ${told.slice(0, 300)}`);
        });
      },
    });
  return turns;
}

async function timed(lines: number, work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (lines * 1000) / (performance.now() - began);
}

function resultsOf(kind: Kind, rates: ReadonlyMap<Turn['name'], readonly number[]>): CaseResult[] {
  const rateOf = (name: Turn['name']): number => median(rates.get(name) ?? []);
  const count = LINES.toLocaleString('en');
  return (['ndjson', 'csv'] as const)
    .filter((name) => rates.has(name))
    .map((name) => ({
      name: `bulk-${kind.path.slice(1)}-${name}`,
      title: `${count} ${kind.title}, ${name === 'csv' ? 'CSV' : 'NDJSON'}`,
      servers: { waybill: measuredOf(rates.get(name)), limit: measuredOf(rates.get('loader')) },
      verdicts: [
        atLeast(`≥ ${OF_LOADER} of a loader`, OF_LOADER, rateOf(name) / rateOf('loader')),
        atLeast(`≥ ${OF_SINGLE} of single POSTs`, OF_SINGLE, rateOf(name) / rateOf('single')),
      ],
    }));
}

/** Of requests with so many lines each: how long a request takes is how long all lines take. */
function measuredOf(rates: readonly number[] = []): Measured {
  const round = (rate: number): Measured['rounds'][number] => ({
    answers: 1,
    connections: 1,
    requestsPerSecond: rate / LINES,
    p50: (LINES * 1000) / rate,
    p95: (LINES * 1000) / rate,
    p99: (LINES * 1000) / rate,
  });
  const rate = median(rates);
  const { requestsPerSecond, p50, p95, p99 } = round(rate);
  return { requestsPerSecond, p50, p95, p99, rowsPerSecond: rate, rounds: rates.map(round) };
}

/** Characters before the first that differs. */
const SHOWN = 60;

const WITHOUT = new Set(['pk', 'id', 'workspacePk', 'createdAt', 'updatedAt', 'shipmentPk', 'orderPk']);

/** @throws when two have not left the same rows: then they would not have done the same work. */
async function assertSameRows(
  connection: Connection,
  { tables }: Kind,
  written: ReadonlyMap<Turn['name'], string>,
): Promise<void> {
  for (const [table, where] of Object.entries(tables)) {
    const rowsOf = async (name: Turn['name']): Promise<string[] | undefined> => {
      const workspace = written.get(name);
      if (workspace === undefined) return undefined;
      const [rows] = await connection.query<RowDataPacket[]>(
        `SELECT * FROM ${table} WHERE ${where.replace('?', '(SELECT pk FROM workspaces WHERE id = ?)')}`,
        [idIn(workspace)],
      );
      const plain = (row: RowDataPacket): string =>
        JSON.stringify(
          Object.entries(row)
            .filter(([column]) => !WITHOUT.has(column))
            .map(([column, value]) => [column, value instanceof Date ? 'a moment' : (value as unknown)]),
        );
      return rows.map(plain).sort();
    };
    const theirs = await rowsOf('loader');
    for (const name of ['ndjson', 'csv'] as const) {
      const ours = await rowsOf(name);
      const at = ours?.findIndex((row, place) => row !== theirs?.[place]);
      if (!ours || (ours.length === theirs?.length && at === -1)) continue;
      const [one, other] = [ours[at ?? 0] ?? '', theirs?.[at ?? 0] ?? ''];
      const from = Math.max(0, [...one].findIndex((letter, place) => letter !== other[place]) - SHOWN);
      throw new Error(
        `${table} differs.\n  Waybill, ${name}: ${ours.length} rows, …${one.slice(from, from + 3 * SHOWN)}\n` +
          `  loader: ${theirs?.length} rows, …${other.slice(from, from + 3 * SHOWN)}`,
      );
    }
  }
}

async function tenant(
  url: string,
  workspaces: number,
): Promise<{ credentials: Credentials; workspaces: string[] }> {
  const titles = Array.from({ length: workspaces }, (_, at) => ['--workspace', `Shop ${at}`]).flat();
  const options = ['--team', 'Bulk', '--email', 'bulk@example.com', ...titles, '--json'];
  const env = { ...process.env, DATABASE_URL: url };
  const args = [built('src/cli.js'), 'tenant:create', ...options];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env });
  const made = JSON.parse(stdout) as Credentials & {
    readonly workspaces: readonly { readonly id: string }[];
  };
  return { credentials: made, workspaces: made.workspaces.map(({ id }) => `/workspaces/${id}`) };
}
