import { setTimeout as pause } from 'node:timers/promises';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { Api } from './api.js';
import { measureBulk } from './bulk.js';
import { CASES, type Case, type Opponent, writesOf } from './cases.js';
import { assertSame } from './check.js';
import { openDataSet, type DataSet } from './data/data-set.js';
import { LARGE } from './data/layout.js';
import { restore } from './data/restore.js';
import { credentialsOf } from './data/tenants.js';
import { measureIngest } from './ingest.js';
import type { Requests } from './load/job.js';
import { Load } from './load/load.js';
import { measure, type Contestant, type Measured } from './measure.js';
import type { Options } from './options.js';
import { smallResults, type CaseResult, type Results } from './report/results.js';
import { say } from './report/say.js';
import { atMost, judge } from './report/verdicts.js';
import { startLimit, startPaginate, startWaybill } from './servers/all.js';
import type { NodeServer } from './servers/node-server.js';
import { cpuOf } from './servers/proc.js';
import { targetsOfDataSet, targetsOfServer, type Targets } from './targets.js';
import { measureExport, measureStart } from './whole-process.js';

type Findings = Omit<Results, 'date' | 'command' | 'machine' | 'node' | 'rounds' | 'seconds'>;

const CSV_MEMORY = 64;
const START = 2;

/** Everything, on a data set of the benchmark's own. */
export async function measureAll(options: Options): Promise<Findings> {
  const data = await openDataSet(options.shipments);
  const load = new Load();
  const others = [new Load(), new Load()] as const;
  const wants = (name: string): boolean => options.only?.has(name) ?? true;
  const servers: NodeServer[] = [];
  const started = async (starting: Promise<NodeServer>): Promise<NodeServer> => {
    const server = await starting;
    servers.push(server);
    return server;
  };
  try {
    await restore(data.url, data.shipments);
    const start = wants('start') ? await measureStart(data.url, options.rounds) : undefined;
    const waybill = await started(startWaybill(data.url));
    const limit = await started(startLimit(data.url));
    const paginate = await started(startPaginate(data.url));
    const api = await Api.signIn(waybill.url, credentialsOf(LARGE));
    const targets = await targetsOfDataSet(api, data.shipments);
    const ingest = wants('ingest') ? await measureIngest(data.server.url) : undefined;
    const exported = wants('csv') ? await measureExport(data.url, targets, options.rounds) : undefined;
    const bulk = wants('bulk') ? await measureBulk(data.server.url, load, options) : [];
    const opponents = {
      limit,
      'limit with COUNT': limit,
      'nestjs-paginate': paginate,
      'GROUP BY': limit,
      quiet: waybill,
    };
    const databaseCpu = (): number | undefined => cpuOf(data.server.pid);
    const cases: CaseResult[] = [];
    for (const each of CASES.filter(({ name }) => wants(name))) {
      const requests = await each.requests(targets, api);
      if (!requests) continue;
      say(`${each.title} …`);
      await check(each, requests, waybill, limit, data);
      const ours: Contestant = {
        name: 'waybill',
        url: waybill.url,
        requests,
        server: waybill,
        databaseCpu,
        ...(each.writes !== undefined && {
          beside: [
            { requests: writesOf(targets, api), rate: each.writes, connections: WRITERS, load: others[0] },
          ],
        }),
        ...((requests.bodies || each.writes !== undefined) && { takeBack: deleting(api) }),
        ...(each.neighbours && {
          beside: each
            .neighbours(targets, api)
            .map((neighbour, at) => ({ ...neighbour, load: others[at] ?? others[0] })),
          takeBack: () => restoreWhenIdle(data),
        }),
      };
      const theirs = each.against.map((name): Contestant => {
        const server = opponents[name];
        const takeBack = requests.bodies && (() => restore(data.url, data.shipments));
        const adapted = requestsOf(name, each, requests, targets);
        return { name, url: server.url, server, requests: adapted, databaseCpu, takeBack };
      });
      const effort = { ...options, connections: each.connections };
      cases.push(
        resultOf(each, await measure([ours, ...theirs], effort, load, each.rows), cases, data.shipments),
      );
      await restore(data.url, data.shipments);
    }
    return {
      mariadb: await versionOf(data.url),
      shipments: data.shipments,
      rows: data.rows,

      loadSeconds: data.loadSeconds,
      cases: [...cases, ...bulk],
      ...(exported && {
        export: {
          ...exported,
          verdict: atMost(`grows < ${CSV_MEMORY} MiB`, CSV_MEMORY, exported.growth, ' MiB'),
        },
      }),
      ...(ingest && { ingest }),
      ...(start && {
        start: { ...start, verdict: atMost(`< ${START} s`, START, start.milliseconds / 1000, ' s') },
      }),
    };
  } finally {
    load.stop();
    for (const other of others) other.stop();
    for (const server of servers) await server.stop();
    await data.server.stop();
  }
}

/** Any other server, with whatever it holds. */
export async function measureAgainst(
  options: Options,
  { url, workspace, ...credentials }: NonNullable<Options['against']>,
): Promise<Findings> {
  const load = new Load();
  try {
    const api = await Api.signIn(url, credentials);
    const targets = await targetsOfServer(api, workspace);
    const cases: CaseResult[] = [];
    const alone = CASES.filter(({ writes, neighbours }) => writes === undefined && !neighbours);
    for (const each of alone.filter(({ name }) => options.only?.has(name) ?? true)) {
      const requests = await each.requests(targets, api);
      if (!requests?.paths.length || requests.bodies?.length === 0) continue;
      say(`${each.title} …`);
      const contestant: Contestant = {
        name: 'waybill',
        url,
        requests,
        ...(requests.bodies && { takeBack: deleting(api) }),
      };
      const effort = { ...options, connections: each.connections };
      cases.push(resultOf(each, await measure([contestant], effort, load, each.rows), cases));
    }
    return { against: url, cases };
  } finally {
    load.stop();
  }
}

function requestsOf(name: Opponent, each: Case, requests: Requests, targets: Targets): Requests {
  if (name === 'nestjs-paginate') {
    return { ...requests, headers: {}, paths: each.paginated?.(targets) ?? [] };
  }
  if (name === 'GROUP BY') return { ...requests, paths: each.grouped?.() ?? [] };
  const headers = { ...requests.headers, ...each.hint };
  if (name === 'limit' || name === 'quiet') return { ...requests, headers };
  const counted = requests.paths.map((path) => `${path}${path.includes('?') ? '&' : '?'}count=1`);
  return { ...requests, headers, paths: counted };
}

/** Both answer the same before they are measured. */
async function check(
  each: Case,
  requests: Requests,
  waybill: NodeServer,
  limit: NodeServer,
  data: DataSet,
): Promise<void> {
  if (!each.against.includes('limit')) return;
  const { method, paths, bodies } = requests;
  const ask = async (server: NodeServer, more: Readonly<Record<string, string>> = {}): Promise<string> => {
    const body = bodies?.[0]?.replaceAll('{unique}', `${Date.now()}`);
    const headers = { ...requests.headers, ...more };
    const answer = await fetch(`${server.url}${paths[0]}`, {
      method,
      headers,
      ...(body !== undefined && { body }),
    });
    const text = await answer.text();
    if (!answer.ok)
      throw new Error(`${each.name}: ${method} ${paths[0]}: ${answer.status} ${text.slice(0, 300)}`);
    return text;
  };
  const ours = await ask(waybill);
  if (bodies) await restore(data.url, data.shipments);
  assertSame(each.name, method, ours, await ask(limit, each.hint));
  if (bodies) await restore(data.url, data.shipments);
}

const AT_ONCE = 8;

/** Connections of a client that writes meanwhile: it sends at its rate, however long an answer takes. */
const WRITERS = 8;

/** Takes back what imports have left when the last statement has ended: whoever is measured next finds it quiet. */
async function restoreWhenIdle({ url, shipments }: DataSet): Promise<void> {
  const connection = await createConnection(url);
  const busy =
    "SELECT 1 FROM information_schema.processlist WHERE command = 'Query' AND id <> CONNECTION_ID()";
  const isBusy = async (): Promise<boolean> => (await connection.query<RowDataPacket[]>(busy))[0].length > 0;
  for (let quiet = 0; quiet < QUIET; quiet = (await isBusy()) ? 0 : quiet + 1) await pause(LOOK_AGAIN);
  await connection.end();
  await restore(url, shipments);
}

/** So many looks in a row, so many milliseconds apart, find nothing under way. */
const QUIET = 10;
const LOOK_AGAIN = 20;

/** Deletes what POSTs have made through the API, so that whatever a server keeps beside its rows stays right. */
const deleting =
  (api: Api) =>
  async (made: readonly string[]): Promise<void> => {
    const left = [...made];
    const work = async (): Promise<void> => {
      for (let path = left.pop(); path !== undefined; path = left.pop()) {
        const answer = await api.send('DELETE', path);
        await answer.arrayBuffer();
        if (!answer.ok && answer.status !== 404) throw new Error(`DELETE ${path}: ${answer.status}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  };

function resultOf(
  { name, title, bounds }: Case,
  measured: ReadonlyMap<string, Measured>,
  before: readonly CaseResult[],
  shipments = 0,
): CaseResult {
  const servers = Object.fromEntries(measured) as CaseResult['servers'];
  const small = shipments > 10_000 ? smallResults() : undefined;
  const waybillOf = (cases: readonly CaseResult[], of: string): Measured | undefined =>
    cases.find((each) => each.name === of)?.servers.waybill;
  const then = small && waybillOf(small.cases, name);
  const growth = then && servers.waybill && servers.waybill.p50 / then.p50;
  const evidence = { servers, growth, ofCase: (of: string) => waybillOf(before, of) };
  return {
    name,
    title,
    servers,
    ...(growth === undefined ? {} : { growth }),
    verdicts: bounds.map((bound) => judge(bound, evidence)),
  };
}

async function versionOf(url: string): Promise<string> {
  const connection = await createConnection(url);
  const [[row]] = await connection.query<RowDataPacket[]>('SELECT VERSION() AS version');
  await connection.end();
  return String(row?.version);
}
