import { Unavailable } from '../metadata/errors.js';

/** What a driver's error means to a request. */
export type Failure =
  | { readonly kind: 'collision' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'duplicate'; readonly index: string }
  | { readonly kind: 'other' };

interface DriverError {
  readonly code?: unknown;
  readonly errno?: unknown;
  readonly message?: unknown;
  readonly sqlMessage?: unknown;
  /** mysql2: the connection is gone, whatever the code. */
  readonly fatal?: unknown;
  readonly driverError?: DriverError;
}

/** Deadlock, lock wait, Galera's certification failures, snapshot conflicts: the work may be done again. */
const COLLISIONS = new Set<unknown>([
  1205,
  1213,
  1020,
  1180,
  3101,
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
  'SQLITE_LOCKED',
]);

/** A row that is referred to has been deleted a moment ago. */
const GONE = new Set<unknown>([1452, 'SQLITE_CONSTRAINT_FOREIGNKEY']);

/** The database cannot be reached, or takes no statements at the moment: it is for its operator to mend. */
const UNAVAILABLE = new Set<unknown>([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'POOL_CLOSED',
  // full, damaged, or a table missing
  1021,
  1030,
  1034,
  1049,
  1114,
  1146,
  1194,
  1195,
  1932,
  // too many connections, of all or of this user; no right to come in
  1040,
  1041,
  1044,
  1045,
  1129,
  1130,
  1142,
  1203,
  1226,
  1698,
  3118,
  4151,
  // shutting down, killed, or ended by its own bound
  1053,
  1077,
  1079,
  1317,
  1927,
  1969,
  3024,
  4031,
  // a node outside of its cluster's primary component
  1047,
  // takes no writes
  1290,
  1792,
  1836,
  3032,
  3100,
  // the connection
  1152,
  1153,
  1158,
  1159,
  1160,
  1161,
  2006,
  2013,
]);

/** The file is full, damaged, not writable, gone. */
const SQLITE_UNAVAILABLE =
  /^SQLITE_(FULL|CORRUPT|NOTADB|IOERR|CANTOPEN|READONLY|PERM|AUTH|NOMEM|PROTOCOL|NOLFS)/;
const NO_TABLE = /\bno such table: /;

const MYSQL_DUPLICATE = /for key '(?:[^'.]+\.)?([^']+)'/;
const SQLITE_DUPLICATE = /UNIQUE constraint failed: (.+)$/;

/** Of a duplicate: the violated index by name (MySQL), or its columns as `table.column, …` (SQLite). */
export function failureOf(error: unknown): Failure {
  if (typeof error !== 'object' || error === null) return { kind: 'other' };
  const failed: DriverError = error;
  const { code, errno, message: text, fatal } = failed.driverError ?? failed;
  const message = typeof text === 'string' ? text : '';
  if (COLLISIONS.has(errno) || COLLISIONS.has(code)) return { kind: 'collision' };
  if (GONE.has(errno) || GONE.has(code)) return { kind: 'gone' };
  if (UNAVAILABLE.has(errno) || UNAVAILABLE.has(code) || fatal === true) return { kind: 'unavailable' };
  if (SQLITE_UNAVAILABLE.test(String(code)) || NO_TABLE.test(message)) return { kind: 'unavailable' };
  const duplicate = (errno === 1062 ? MYSQL_DUPLICATE : SQLITE_DUPLICATE).exec(message);
  return duplicate?.[1] === undefined ? { kind: 'other' } : { kind: 'duplicate', index: duplicate[1] };
}

/** Does something with the database. @throws Unavailable when it is not there for it. */
export async function availably<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw failureOf(error).kind === 'unavailable' ? new Unavailable(codeOf(error)) : error;
  }
}

/** What a driver calls an error: it carries nothing of what a client sent. */
export function codeOf(error: unknown): string | undefined {
  const { code, driverError } = (error ?? {}) as DriverError;
  const named = driverError?.code ?? code;
  return typeof named === 'string' ? named : undefined;
}

/** The number that MariaDB or MySQL gives an error. */
export function errnoOf(error: unknown): unknown {
  const { errno, driverError } = (error ?? {}) as { errno?: unknown; driverError?: DriverError };
  return driverError?.errno ?? errno;
}

/** An error's stack, for the log. A database's words may carry what a client sent, so its code stands for them. */
export function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof Unavailable) return `${error.stack}\n(${error.reason ?? 'no reason'})`;
  const { driverError, sqlMessage }: DriverError = error;
  const stack = error.stack ?? error.message;
  if (driverError === undefined && sqlMessage === undefined) return stack;
  const { code }: DriverError = driverError ?? error;
  return stack.replace(error.message, () => String(code));
}
