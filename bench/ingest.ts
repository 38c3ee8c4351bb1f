import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createConnection } from 'mysql2/promise';
import { Api } from './api.js';
import { built } from './paths.js';
import { startWaybill } from './servers/all.js';

export interface Ingest {
  readonly updates: number;
  readonly updatesPerSecond: number;
  /** MiB: what the process had before, and how much more it had at most. */
  readonly memory: number;
  readonly growth: number;
}

const UPDATES = 100_000;
const IN_A_REQUEST = 1000;
/** Requests that are under way at the same time. */
const AT_ONCE = 4;
const DATABASE = 'ingest';
const DAY = 86_400_000;

/** Pushes news of 100,000 parcels, each with three checkpoints, to a server on a database that holds just these. */
export async function measureIngest(serverUrl: string): Promise<Ingest> {
  const url = `${serverUrl}/${DATABASE}`;
  const connection = await createConnection(serverUrl);
  await connection.query(`DROP DATABASE IF EXISTS ${DATABASE}`);
  await connection.query(`CREATE DATABASE ${DATABASE} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  try {
    await cli(url, 'tenant:create', '--team', 'Feed', '--email', 'feed@example.com', '--workspace', 'Shop');
    const credentials = JSON.parse(
      await cli(url, 'client:create', '--operator', '--name', 'Feed', '--json'),
    ) as {
      clientId: string;
      clientSecret: string;
    };
    await connection.query(
      `INSERT INTO ${DATABASE}.shipments (id, workspacePk, trackingNumber, trackingStatus, orderNumbers, originCarrier,
          trackedSince, createdAt, updatedAt)
        SELECT UUID(), 1, CONCAT('FEED', 1000000 + seq), 'no_info', '', 'ups', NOW(6), NOW(6), NOW(6)
        FROM ${DATABASE}.seq_1_to_${UPDATES}`,
    );
    return await pushAll(url, credentials);
  } finally {
    await connection.query(`DROP DATABASE ${DATABASE}`);
    await connection.end();
  }
}

async function pushAll(
  url: string,
  credentials: { readonly clientId: string; readonly clientSecret: string },
): Promise<Ingest> {
  const server = await startWaybill(url);
  try {
    const api = await Api.signIn(server.url, credentials);
    await push(api, []);
    const memory = server.memory()?.now ?? 0;
    server.forgetPeak();
    const requests = Array.from({ length: UPDATES / IN_A_REQUEST }, (_, at) => at * IN_A_REQUEST);
    const began = performance.now();
    const worker = async (): Promise<void> => {
      for (let first = requests.shift(); first !== undefined; first = requests.shift()) {
        const updates = Array.from({ length: IN_A_REQUEST }, (_, at) => updateOf((first ?? 0) + at + 1));
        const accepted = await push(api, updates);
        if (accepted !== IN_A_REQUEST) throw new Error(`${IN_A_REQUEST - accepted} updates were refused.`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    const seconds = (performance.now() - began) / 1000;
    const growth = (server.memory()?.peak ?? memory) - memory;
    return { updates: UPDATES, updatesPerSecond: UPDATES / seconds, memory, growth };
  } finally {
    await server.stop();
  }
}

async function push(api: Api, updates: readonly object[]): Promise<number> {
  const answer = await api.send('POST', '/tracking_updates', {
    body: JSON.stringify(updates),
    headers: { 'content-type': 'application/json' },
  });
  if (!answer.ok) throw new Error(`POST /tracking_updates: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { accepted: number }).accepted;
}

function updateOf(index: number): object {
  const at = (days: number): string => new Date(Date.now() - days * DAY).toISOString();
  return {
    trackingNumber: `FEED${1_000_000 + index}`,
    originCarrier: 'ups',
    originCountryIso2: 'DE',
    destinationCountryIso2: 'FR',
    checkpoints: [
      { date: at(3), status: 'pre_transit', info: 'Shipment information received', location: 'Hamburg' },
      { date: at(2), status: 'in_transit', info: 'Accepted by the carrier', location: 'Hamburg' },
      { date: at(1), status: 'in_transit', info: 'Arrived at the sorting centre', location: 'Kassel' },
    ],
  };
}

async function cli(url: string, ...command: string[]): Promise<string> {
  const env = { ...process.env, DATABASE_URL: url };
  const { stdout } = await promisify(execFile)(process.execPath, [built('src/cli.js'), ...command], { env });
  return stdout;
}
