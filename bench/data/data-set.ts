import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { startMariadb, type MariadbServer } from '../servers/mariadb.js';
import { ROOT, built } from '../paths.js';
import { say } from '../report/say.js';
import { load } from './load.js';
import { writeGroup } from './rows.js';
import { lineOf, TABLE_NAMES } from './tables.js';

const DAY = 86_400_000;
/** Running clocks would count too far in data that is older. */
const LONGEST = 30 * DAY;

const SAMPLED = 30;
const SAMPLE_NOW = Date.UTC(2026, 0, 1);

export const DATABASE = 'bench';

/** What is known of a loaded data directory. */
export interface Manifest {
  readonly shipments: number;
  /** The moment for which the data was made, in milliseconds since 1970. */
  readonly now: number;
  /** Tells data that was made otherwise. */
  readonly maker: string;
  /** The hash of each migration that has run, by its file. */
  readonly migrations: Readonly<Record<string, string>>;
  readonly loadSeconds: number;
  readonly rows: Readonly<Record<string, number>>;
}

export interface DataSet extends Manifest {
  readonly server: MariadbServer;
  /** `mysql://…/bench` */
  readonly url: string;
}

/** A running MariaDB with the data set: the kept one, where its migrations are still the same, or a new one. */
export async function openDataSet(shipments: number): Promise<DataSet> {
  const directory = join(ROOT, 'var', `bench-${shipments}`);
  const dataDirectory = join(directory, 'data');
  const file = join(directory, 'manifest.json');
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : undefined;
  const why = whyNot(kept, shipments);
  if (why !== undefined) {
    say(`Loading ${shipments.toLocaleString('en')} shipments into ${directory}: ${why}.`);
    await rm(directory, { recursive: true, force: true });
    await fill(dataDirectory, file, shipments);
  }
  const server = await startMariadb('as in production', dataDirectory);
  const url = `${server.url}/${DATABASE}`;
  let manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  const migrations = migrationHashes();
  if (Object.keys(migrations).length > Object.keys(manifest.migrations).length) {
    say('Running new migrations on the kept data.');
    await migrate(url);
    await analyze(url);
    manifest = { ...manifest, migrations };
    await writeFile(file, JSON.stringify(manifest, undefined, 2));
  }
  await warm(url);
  return { ...manifest, server, url };
}

/** Why kept data is of no use; undefined when it is. */
function whyNot(kept: Manifest | undefined, shipments: number): string | undefined {
  if (!kept) return 'there is none yet';
  if (kept.shipments !== shipments || kept.maker !== makerHash()) return 'the kept data was made otherwise';
  if (Date.now() - kept.now > LONGEST) return 'the kept data is more than a month old';
  const now = migrationHashes();
  const isChanged = Object.entries(kept.migrations).some(([name, hash]) => now[name] !== hash);
  return isChanged ? 'a migration has changed' : undefined;
}

async function fill(dataDirectory: string, file: string, shipments: number): Promise<void> {
  const began = Date.now();
  const now = began - (began % DAY);
  const server = await startMariadb('to load', dataDirectory);
  try {
    const connection = await createConnection(server.url);
    await connection.query(`CREATE DATABASE ${DATABASE} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    await connection.end();
    const url = `${server.url}/${DATABASE}`;
    await migrate(url);
    await load(url, { shipments, now });
    await predict(url);
    const rows = await analyze(url);
    const loadSeconds = Math.round((Date.now() - began) / 1000);
    const manifest: Manifest = {
      shipments,
      now,
      maker: makerHash(),
      migrations: migrationHashes(),
      loadSeconds,
      rows,
    };
    await writeFile(file, JSON.stringify(manifest, undefined, 2));
    say(`Loaded in ${loadSeconds} s.`);
  } finally {
    await server.stop();
  }
}

/** Counts transit times, and predicts what is under way; the benchmark's days do not pass, so nothing is due afterwards. */
async function predict(url: string): Promise<void> {
  const env = { PATH: process.env.PATH, DATABASE_URL: url };
  await promisify(execFile)(process.execPath, [built('src/cli.js'), 'predictions:rebuild'], { env });
  const connection = await createConnection(url);
  await connection.query('UPDATE delivery_predictions SET lookAt = NULL');
  await connection.end();
}

async function migrate(url: string): Promise<void> {
  const env = { PATH: process.env.PATH, DATABASE_URL: url };
  await promisify(execFile)(process.execPath, [built('src/cli.js'), 'migrate'], { env });
}

/** Tells the optimiser what is there. @returns the rows by table. */
async function analyze(url: string): Promise<Record<string, number>> {
  const connection = await createConnection(url);
  const rows: Record<string, number> = {};
  const [tables] = await connection.query<RowDataPacket[]>('SHOW TABLES');
  for (const table of tables.map((each) => String(Object.values(each)[0])))
    await connection.query(`ANALYZE TABLE ${table}`);
  for (const table of TABLE_NAMES) {
    const [[count]] = await connection.query<RowDataPacket[]>(`SELECT COUNT(*) AS n FROM ${table}`);
    rows[table] = Number(count?.n);
  }
  await connection.end();
  return rows;
}

/** Reads the tables of the measured requests into memory, rows and indexes, as they are on a server that has been running. */
async function warm(url: string): Promise<void> {
  const connection = await createConnection(url);
  for (const table of [
    'shipments',
    'shipment_orders',
    'shipment_items',
    'shipment_order_numbers',
    'tracking_number_parts',
    'order_items',
  ]) {
    const [keys] = await connection.query<RowDataPacket[]>(`SHOW INDEX FROM ${table} WHERE Seq_in_index = 1`);
    for (const key of keys)
      await connection.query(`SELECT COUNT(*) FROM ${table} FORCE INDEX (\`${key.Key_name}\`)`);
  }
  await connection.end();
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

function migrationHashes(): Record<string, string> {
  const folder = built('src/migrations');
  const files = readdirSync(folder).filter((name) => /^\d+.*\.js$/.test(name));
  return Object.fromEntries(
    files.sort().map((name) => [name, hashOf(readFileSync(join(folder, name), 'utf8'))]),
  );
}

/** Some groups as they would be made now: the data is the same when they are. */
function makerHash(): string {
  const made: string[] = [];
  for (let group = 0; group < SAMPLED; group++)
    writeGroup(group * 7, { shipments: SAMPLED * 70, now: SAMPLE_NOW }, (table, row) =>
      made.push(table, lineOf(row)),
    );
  return hashOf(made.join());
}
