import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { chromium, type Page } from 'playwright-core';
import { DataSource } from 'typeorm';
import { AppModule } from '../../src/app/app.module.js';
import { readConfig } from '../../src/config/config.js';
import { DATABASE, type Database } from '../../src/core/database/database.js';
import { makeDemo } from '../../src/demo/make-demo.js';
import { createSignInCode } from '../../src/modules/identity/tenants/create-tenant.js';
import { openDataSet } from '../data/data-set.js';
import { LARGE } from '../data/layout.js';
import { idOf } from '../data/seed.js';
import { median } from '../measure.js';
import { say } from '../report/say.js';
import { startWaybill } from '../servers/all.js';
import {
  BOUNDS,
  filterTime,
  firstScript,
  firstVisit,
  largestPaint,
  type Scrolled,
  scrollPlainList,
  scrollRows,
} from './measures.js';

/*
 * The dashboard in Chromium, against the compiled server: on the demo, or on the benchmark's own data.
 *
 *     npm run bench:web
 *     npm run bench:web -- --shipments 1000000
 */

const TRIES = 5;
const KIB = 1024;

const { values: options } = parseArgs({ options: { shipments: { type: 'string' } } });

interface Prepared {
  readonly url: string;
  readonly workspace: string;
  /** Of the demo, to add shipments with. */
  readonly client?: { readonly clientId: string; readonly clientSecret: string };
  readonly signInCode: string;
  readonly stop: () => Promise<void>;
}

/** Does something with the server's own database connection. */
async function withDatabase<T>(
  url: string,
  work: (database: Database, dataSource: DataSource) => Promise<T>,
): Promise<T> {
  const config = readConfig({ DATABASE_URL: url, DEMO: '0', LOG_LEVEL: 'silent' });
  const context = await NestFactory.createApplicationContext(
    AppModule.of({ ...config, worker: false }, 5000),
    {
      logger: false,
      abortOnError: false,
    },
  );
  try {
    return await work(context.get<Database>(DATABASE), context.get(DataSource));
  } finally {
    await context.close();
  }
}

async function demo(directory: string): Promise<Prepared> {
  const url = `sqlite:${join(directory, 'demo.sqlite')}`;
  const made = await withDatabase(url, makeDemo);
  if (!made) throw new Error('The database was not empty.');
  return {
    url,
    workspace: made.workspaces[0]?.id ?? '',
    client: made,
    signInCode: made.signInCode,
    stop: () => Promise.resolve(),
  };
}

/** Test parcels of several statuses beside the demo's own, so that there are as many rows as are scrolled. */
async function fill(url: string, { workspace, client }: Prepared): Promise<void> {
  const credentials = {
    grant_type: 'client_credentials',
    client_id: client?.clientId ?? '',
    client_secret: client?.clientSecret ?? '',
  };
  const answer = await fetch(`${url}/oauth/v2/token`, {
    method: 'POST',
    body: new URLSearchParams(credentials),
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  const digits = ['102', '102', '204', '404', '200', '200', '418', '202', '410', '302'];
  const lines = Array.from({ length: BOUNDS.rows }, (_, n) =>
    JSON.stringify({
      workspace: `/workspaces/${workspace}`,
      trackingNumber: `TM${digits[n % digits.length]}BENCH${n}TM`,
      orderNumbers: [`BENCH-${n}`],
      email: `customer${n}@example.com`,
      address: { firstName: 'Ada', lastName: `Byron ${n}`, city: 'London', countryIso2: 'GB' },
    }),
  );
  const made = await fetch(`${url}/shipments`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
    body: lines.join('\n'),
  });
  const failed = (await made.text())
    .split('\n')
    .filter((line) => line !== '' && !line.includes('"status":201'));
  if (failed.length > 0) throw new Error(`Not all shipments were made: ${failed[0] ?? ''}`);
  // what follows from them is done, so that the measures are of the dashboard alone
  await pause(10_000);
}

async function dataSet(shipments: number): Promise<Prepared> {
  const { url, server } = await openDataSet(shipments);
  const user = idOf('user', LARGE);
  const signInCode = await withDatabase(url, (database) =>
    database.transaction((transaction) => createSignInCode(user, transaction)),
  );
  return { url, workspace: idOf('workspace', LARGE), signInCode, stop: () => server.stop() };
}

interface Finding {
  readonly what: string;
  readonly found: string;
  readonly bound: string;
  readonly isKept: boolean;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const milliseconds = (value: number): string => `${Math.round(value)} ms`;

async function measure(page: Page, shipments: string): Promise<readonly Finding[]> {
  await firstVisit(page, shipments);
  const script = await firstScript(page, shipments);
  const paints: number[] = [];
  const filters: number[] = [];
  const answers: number[] = [];
  for (let attempt = 0; attempt < TRIES; attempt++) {
    paints.push(await largestPaint(page, shipments));
    const { all, api } = await filterTime(page, shipments, 'In transit');
    filters.push(all - api);
    answers.push(api);
  }
  const scrolls: Scrolled[] = [];
  for (let attempt = 0; attempt < TRIES; attempt++)
    scrolls.push(await scrollRows(page, shipments, BOUNDS.rows));
  const dropped = scrolls.map((each) => each.dropped);
  const rows = Math.min(...scrolls.map((each) => each.rows));
  const heap = Math.max(...scrolls.map((each) => each.heap));
  const floor = await scrollPlainList(page, BOUNDS.rows);
  return [
    {
      what: 'JavaScript of the first load, gzip',
      found: `${Math.round(script / 1000)} kB`,
      bound: `${BOUNDS.script / 1000} kB`,
      isKept: script <= BOUNDS.script,
    },
    {
      what: 'Largest Contentful Paint of the shipments, median',
      found: milliseconds(median(paints)),
      bound: milliseconds(BOUNDS.largestPaint),
      isKept: median(paints) <= BOUNDS.largestPaint,
    },
    {
      what: `changed filter to painted rows, beyond the API's ${milliseconds(median(answers))}, median`,
      found: milliseconds(median(filters)),
      bound: milliseconds(BOUNDS.filter),
      isKept: median(filters) <= BOUNDS.filter,
    },
    {
      what: `frames dropped while ${rows} rows are scrolled, median of ${dropped.map(percent).join(', ')} (a plain list of as many: ${percent(floor)})`,
      found: percent(median(dropped)),
      bound: `${BOUNDS.droppedFrames * 100} %`,
      isKept: median(dropped) <= BOUNDS.droppedFrames,
    },
    {
      what: 'heap after that',
      found: `${Math.round(heap / KIB / KIB)} MiB`,
      bound: `${BOUNDS.heap / KIB / KIB} MiB`,
      isKept: heap <= BOUNDS.heap,
    },
  ];
}

const directory = await mkdtemp(join(tmpdir(), 'waybill-bench-web-'));
const prepared = await (options.shipments ? dataSet(Number(options.shipments)) : demo(directory));
try {
  const server = await startWaybill(prepared.url);
  const context = await chromium.launchPersistentContext(join(directory, 'chromium'), {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    if (!options.shipments) await fill(server.url, prepared);
    await page.goto(`${server.url}/oauth/v2/session/demo/${prepared.signInCode}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const findings = await measure(page, `${server.url}/app/w/${prepared.workspace}/shipments`);
    say(`On ${options.shipments ? `${options.shipments} shipments` : 'the demo'}:`);
    for (const { what, found, bound, isKept } of findings)
      say(`${isKept ? 'kept' : 'NOT KEPT'}  ${what}: ${found} (at most ${bound})`);
    if (findings.some(({ isKept }) => !isKept)) process.exitCode = 1;
  } finally {
    await context.close();
    await server.stop();
  }
} finally {
  await prepared.stop();
  await rm(directory, { recursive: true, force: true });
}
