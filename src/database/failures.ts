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
  1047,
  1180,
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
  'SQLITE_LOCKED',
]);

/** A row that is referred to has been deleted a moment ago. */
const GONE = new Set<unknown>([1452, 'SQLITE_CONSTRAINT_FOREIGNKEY']);

const UNAVAILABLE = new Set<unknown>([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'PROTOCOL_CONNECTION_LOST',
  'POOL_CLOSED',
  1040,
  1053,
  1927,
  2006,
  2013,
]);

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
  const duplicate = (errno === 1062 ? MYSQL_DUPLICATE : SQLITE_DUPLICATE).exec(message);
  return duplicate?.[1] === undefined ? { kind: 'other' } : { kind: 'duplicate', index: duplicate[1] };
}

/** An error's stack, for the log. A database's words may carry what a client sent, so its code stands for them. */
export function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { driverError, sqlMessage }: DriverError = error;
  const stack = error.stack ?? error.message;
  if (driverError === undefined && sqlMessage === undefined) return stack;
  const { code }: DriverError = driverError ?? error;
  return stack.replace(error.message, () => String(code));
}
