import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DatabaseConfig } from '../../config/config.js';

export type MysqlConfig = Extract<DatabaseConfig, { kind: 'mysql' }>;

/** Programs that do the same, the first that is installed. */
const DUMP = ['mariadb-dump', 'mysqldump'];
const CLIENT = ['mariadb', 'mysql'];

const PRIVATE = 0o600;

/** What a program of the database's writes when it fails, in characters. */
const MAX_ERROR_LENGTH = 500;

/**
 * Writes all tables as SQL, as they are at one moment, without holding up anybody. The bytes go into `into`.
 * @throws when the tool is not installed, or fails.
 */
export const dump = (config: MysqlConfig, into: Writable): Promise<void> =>
  withOptions(config, (options) =>
    runTool(
      DUMP,
      [
        options,
        '--single-transaction',
        '--quick',
        '--no-tablespaces',
        '--skip-lock-tables',
        '--hex-blob',
        config.database,
      ],
      async (child) => pipeline(child.stdout as Readable, into),
    ),
  );

/** Runs the SQL of a dump. @throws as `dump`. */
export const load = (config: MysqlConfig, from: Readable): Promise<void> =>
  withOptions(config, (options) =>
    runTool(CLIENT, [options, '--batch', config.database], async (child) => {
      child.stdout?.resume();
      await pipeline(from, child.stdin as Writable);
    }),
  );

/** The password is in a file that this user alone reads, and never in a list of processes. */
async function withOptions<T>(config: MysqlConfig, work: (option: string) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'waybill-options-'));
  const file = join(directory, 'client.cnf');
  const { host, port, user, password, ssl } = config;
  const lines = [
    '[client]',
    `host=${quoted(host)}`,
    `port=${port}`,
    'protocol=tcp',
    `user=${quoted(user)}`,
    `password=${quoted(password ?? '')}`,
    'default-character-set=utf8mb4',
    // MariaDB's name of it, and MySQL's
    ...(ssl ? ['loose-ssl', 'loose-ssl-mode=REQUIRED'] : []),
  ];
  try {
    await writeFile(file, `${lines.join('\n')}\n`, { mode: PRIVATE });
    return await work(`--defaults-file=${file}`);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

async function runTool(
  names: readonly string[],
  args: readonly string[],
  talk: (child: ChildProcess) => Promise<void>,
): Promise<void> {
  for (const name of names) {
    const child = spawn(name, args, { stdio: 'pipe' });
    try {
      await once(child, 'spawn');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue;
      throw error;
    }
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (said.length < MAX_ERROR_LENGTH) said += text;
    });
    const ended = once(child, 'close') as Promise<[code: number | null]>;
    const talked = await talk(child).then(
      () => undefined,
      (error: unknown) => error,
    );
    const [code] = await ended;
    if (code === 0 && talked === undefined) return;
    if (code === 0) throw talked;
    throw new Error(`${name} failed: ${said.trim().slice(0, MAX_ERROR_LENGTH) || `code ${code}`}`);
  }
  throw new Error(`${names.join(' or ')} is not installed.`);
}
