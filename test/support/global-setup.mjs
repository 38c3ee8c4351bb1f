// @ts-check
import { findMariadbd, startMariadb } from './mariadb-server.mjs';

/** Starts the MariaDB server of this test run; WAYBILL_TEST_DATABASES=sqlite or mariadb limits the run to one. */
export default async function globalSetup() {
  delete process.env.TEST_MARIADB_URL;
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
