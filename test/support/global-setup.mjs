// @ts-check
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildClient,
  buildDashboard,
  buildIfStale,
  needsBuild,
  needsClient,
  needsDashboard,
} from './build.mjs';
import { findMariadbd, startMariadb } from './mariadb-server.mjs';

/**
 * What Jest tells of a run: its root, and what the paths of the wanted files match.
 * @typedef {object} Run
 * @property {string} rootDir
 * @property {{ toExecutor(options: { rootDir: string }): { isMatch(path: string): boolean } }} testPathPatterns
 */

/**
 * Starts the MariaDB server of this test run, and builds `dist` when a wanted test runs it.
 * @param {Run} run
 */
export default async function globalSetup(run) {
  delete process.env.TEST_BUILD;
  delete process.env.TEST_MARIADB_URL;
  await Promise.all([startDatabase(), build(run)]);
}

/** @param {Run} run */
async function build({ rootDir, testPathPatterns }) {
  const patterns = testPathPatterns.toExecutor({ rootDir });
  const wanted = readdirSync(join(rootDir, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.spec.ts'))
    .map((name) => join(rootDir, 'test', name))
    .filter((path) => patterns.isMatch(path));
  if (needsDashboard(wanted)) await buildDashboard();
  if (!needsBuild(wanted)) return;
  await buildIfStale();
  if (needsClient(wanted)) await buildClient();
  process.env.TEST_BUILD = 'current';
}

/** WAYBILL_TEST_DATABASES=sqlite or mariadb limits the run to one database. */
async function startDatabase() {
  const wanted = process.env.WAYBILL_TEST_DATABASES ?? '';
  if (!['', 'sqlite', 'mariadb'].includes(wanted)) {
    throw new Error(`WAYBILL_TEST_DATABASES must be sqlite or mariadb, not "${wanted}".`);
  }
  if (wanted === 'sqlite') return;
  if (findMariadbd()) {
    const server = await startMariadb();
    process.env.TEST_MARIADB_URL = server.url;
    Object.assign(globalThis, { stopMariadb: server.stop });
    return;
  }
  const advice = 'mariadbd was not found; install it with: apt-get install mariadb-server';
  if (process.env.CI === 'true' || wanted === 'mariadb') throw new Error(advice);
  console.log(`Skipping the MariaDB half of the tests: ${advice}`);
}
