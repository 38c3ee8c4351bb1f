// @ts-check
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createConnection } from 'mysql2/promise';

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 10_000;
/** A server whose data is kept writes it out first. */
const KEPT_STOP_TIMEOUT_MS = 300_000;

/** Waits for its standard input to close, which happens when this process dies in whatever way. */
const CLEAN_UP_AFTER_PARENT = 'read -r _; kill "$3" "$1" 2>/dev/null; rm -rf "$2"';

/** For data that nobody needs after a crash. */
export const FAST = [
  '--innodb-flush-log-at-trx-commit=0',
  '--innodb-doublewrite=0',
  '--innodb-buffer-pool-size=256M',
  '--loose-innodb-flush-method=nosync',
  '--loose-debug-no-sync',
];

/**
 * A running throw-away server.
 * @typedef {object} MariadbServer
 * @property {string} url `mysql://root@127.0.0.1:<port>`, without a database and without a password
 * @property {number | undefined} pid
 * @property {() => Promise<void>} stop ends the server and removes its directory
 */

/**
 * The path of the installed `mariadbd`, or undefined.
 * @returns {string | undefined}
 */
export function findMariadbd() {
  return findProgram('mariadbd');
}

/**
 * @typedef {object} MariadbOptions
 * @property {string} [dataDirectory] where the data is kept when the server ends; it is made when it is missing.
 * Without it the data goes into a fresh temporary directory and away with it.
 * @property {readonly string[]} [settings] the server's options; by default durability is off
 * @property {number} [port] by default any that is free
 */

/**
 * Starts MariaDB on a free port of 127.0.0.1. The server also ends, and the temporary directory goes, when the calling
 * process dies without calling `stop`.
 * @param {MariadbOptions} [options]
 * @returns {Promise<MariadbServer>}
 */
export async function startMariadb(options = {}) {
  const mariadbd = findMariadbd();
  const installer = findProgram('mariadb-install-db');
  if (!mariadbd || !installer) throw new Error('mariadbd is not installed (apt-get install mariadb-server).');

  const directory = await mkdtemp(join(tmpdir(), 'waybill-mariadb-'));
  try {
    return await startIn(directory, mariadbd, installer, options);
  } catch (error) {
    await rm(directory, { recursive: true, force: true });
    throw error;
  }
}

/**
 * @param {string} directory
 * @param {string} mariadbd
 * @param {string} installer
 * @param {MariadbOptions} options
 * @returns {Promise<MariadbServer>}
 */
async function startIn(directory, mariadbd, installer, options) {
  const dataDirectory = options.dataDirectory ?? join(directory, 'data');
  const logFile = join(directory, 'error.log');
  const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];
  if (!existsSync(dataDirectory)) {
    await mkdir(dataDirectory, { recursive: true });
    await promisify(execFile)(installer, [
      '--no-defaults',
      ...asRoot,
      `--datadir=${dataDirectory}`,
      `--tmpdir=${directory}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      '--skip-name-resolve',
    ]);
  }

  const port = options.port ?? (await freePort());
  const server = spawn(
    mariadbd,
    [
      '--no-defaults',
      ...asRoot,
      `--datadir=${dataDirectory}`,
      `--tmpdir=${directory}`,
      `--socket=${join(directory, 'mariadb.sock')}`,
      `--pid-file=${join(directory, 'mariadb.pid')}`,
      `--log-error=${logFile}`,
      '--bind-address=127.0.0.1',
      `--port=${port}`,
      '--skip-name-resolve',
      '--skip-log-bin',
      '--max-connections=300',
      ...(options.settings ?? FAST),
    ],
    { stdio: 'ignore' },
  );
  await once(server, 'spawn');
  const signal = options.dataDirectory === undefined ? '-KILL' : '-TERM';
  const watchdog = spawn(
    '/bin/sh',
    ['-c', CLEAN_UP_AFTER_PARENT, 'sh', String(server.pid), directory, signal],
    { stdio: ['pipe', 'ignore', 'ignore'], detached: true },
  );
  server.unref();
  watchdog.unref();

  async function stop() {
    await end(server, options.dataDirectory === undefined ? STOP_TIMEOUT_MS : KEPT_STOP_TIMEOUT_MS);
    await rm(directory, { recursive: true, force: true });
    watchdog.kill();
  }

  const url = `mysql://root@127.0.0.1:${port}`;
  try {
    await untilItAnswers(url, server);
  } catch (error) {
    const log = await readFile(logFile, 'utf8').catch(() => '');
    await stop();
    throw new Error(`MariaDB did not start:\n${log.slice(-2000)}`, { cause: error });
  }
  return { url, pid: server.pid, stop };
}

/**
 * The path of an installed program, or undefined.
 * @param {string} name
 */
export function findProgram(name) {
  const directories = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/libexec'];
  return directories.map((directory) => join(directory, name)).find((path) => existsSync(path));
}

/**
 * A port of 127.0.0.1 that nobody listens on.
 * @returns {Promise<number>}
 */
export async function freePort() {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  listener.close();
  await once(listener, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free TCP port on 127.0.0.1.');
  return address.port;
}

/**
 * @param {string} url
 * @param {import('node:child_process').ChildProcess} server
 */
async function untilItAnswers(url, server) {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    try {
      const connection = await createConnection(url);
      return await connection.end();
    } catch (error) {
      if (hasEnded(server) || Date.now() > deadline) throw error;
      await sleep(50);
    }
  }
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @param {number} patience milliseconds until it is killed
 */
async function end(server, patience) {
  if (hasEnded(server)) return;
  const ended = once(server, 'exit');
  server.ref();
  server.kill('SIGTERM');
  const killing = setTimeout(() => server.kill('SIGKILL'), patience);
  await ended;
  clearTimeout(killing);
}

/** @param {import('node:child_process').ChildProcess} server */
function hasEnded(server) {
  return server.exitCode !== null || server.signalCode !== null;
}
