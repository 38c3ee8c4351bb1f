import { type Config, ConfigError, type DatabaseConfig } from '../config/config.js';
import { codeOf, errnoOf } from '../core/database/failures.js';
import { NewerDatabase } from '../core/database/newer-database.js';

/**
 * Why the process cannot start, in a sentence for whoever runs it; undefined for what nobody foresaw, whose stack is wanted.
 * `config` is there once it could be read.
 */
export function startProblem(error: unknown, config: Config | undefined): string | undefined {
  if (error instanceof ConfigError || error instanceof NewerDatabase) return error.message;
  if (!config) return undefined;
  const { syscall, port, hostname } = (error ?? {}) as NodeJS.ErrnoException & {
    readonly port?: number;
    readonly hostname?: string;
  };
  const isListening = syscall === 'listen' || (syscall === 'getaddrinfo' && hostname === config.host);
  const ofListening = isListening ? listenProblem(codeOf(error), port, config) : undefined;
  return ofListening ?? databaseProblem(error, config.database);
}

function listenProblem(
  code: string | undefined,
  taken: number | undefined,
  { port, workerPort, host }: Config,
): string | undefined {
  const variable = taken === workerPort && taken !== port ? 'WORKER_PORT' : 'PORT';
  if (code === 'EADDRINUSE')
    return `Port ${taken} of ${host} is in use: end the process that listens there, or set ${variable} to another one.`;
  if (code === 'EACCES')
    return `This user may not listen on port ${taken}: set ${variable} to one above 1023, and let a proxy have that one.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST is ${host}, which is no address of this machine.`;
  return undefined;
}

const databaseProblem = (error: unknown, database: DatabaseConfig): string | undefined =>
  database.kind === 'sqlite' ? fileProblem(error, database.path) : serverProblem(error, database);

/** By the codes of SQLite and of the file system. */
function fileProblem(error: unknown, path: string): string | undefined {
  const code = codeOf(error) ?? '';
  const file = `The file ${path} of DATABASE_URL`;
  if (/^(EACCES|EPERM|EROFS|SQLITE_READONLY|SQLITE_PERM)/.test(code))
    return `${file} cannot be written: it and its folder must belong to the user that runs Waybill (${code}).`;
  if (/^(ENOENT|ENOTDIR|EISDIR|EEXIST|SQLITE_CANTOPEN)/.test(code))
    return `${file} cannot be opened (${code}).`;
  if (code === 'SQLITE_NOTADB') return `${file} is no SQLite database: move it away, or name another one.`;
  if (/^SQLITE_(CORRUPT|IOERR)/.test(code)) return `${file} is damaged: restore a backup (${code}).`;
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') return `${file} cannot grow: the disk is full.`;
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return `${file} is held by another process.`;
  return undefined;
}

type Server = Extract<DatabaseConfig, { readonly kind: 'mysql' }>;

/** By the numbers of MariaDB and MySQL, and the codes of the driver. */
function serverProblem(error: unknown, { user, host, port, database }: Server): string | undefined {
  const code = codeOf(error) ?? '';
  const server = `The database server at ${host}:${port}`;
  switch (errnoOf(error)) {
    case 1045:
    case 1698:
      return `${server} refuses the user "${user}": check the user and the password in DATABASE_URL.`;
    case 1044:
    case 1142:
    case 1227:
      return `${server} gives the user "${user}" no right to the database "${database}": GRANT ALL ON it.`;
    case 1049:
      return `${server} has no database "${database}": CREATE DATABASE it with CHARACTER SET utf8mb4.`;
    case 1290:
    case 1792:
    case 1836:
      return `${server} takes no writes, and the tables have to be brought up to date (${code}).`;
    case 1021:
    case 1114:
      return `${server} has no room left on its disk (${code}).`;
  }
  if (/^HANDSHAKE_|SSL|TLS|CERT|SELF_SIGNED/.test(code))
    return `The connection to ${host}:${port} cannot be encrypted as DATABASE_URL asks with ssl=true (${code}).`;
  if (/^E[A-Z]+$|^PROTOCOL_/.test(code)) return `${server} cannot be reached (${code}).`;
  return undefined;
}
