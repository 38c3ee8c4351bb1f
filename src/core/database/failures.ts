import { Unavailable } from '../metadata/errors.js';
import { type FailureKind, failureKindOf } from './failure-codes.js';

/** What a driver's error means to a request. */
export type Failure =
  | { readonly kind: FailureKind }
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

/** The connection has ended, or its node is outside of its cluster's primary component: another may do the same. */
const LOST = new Set<unknown>([
  'ECONNABORTED',
  'ECONNRESET',
  'EPIPE',
  'PROTOCOL_CONNECTION_LOST',
  1047,
  1053,
  1152,
  1158,
  1159,
  1160,
  1161,
  1927,
  2006,
  2013,
]);

const NO_TABLE = /\bno such table: /;

const MYSQL_DUPLICATE = /for key '(?:[^'.]+\.)?([^']+)'/;
const SQLITE_DUPLICATE = /UNIQUE constraint failed: (.+)$/;

/** Of a duplicate: the violated index by name (MySQL), or its columns as `table.column, …` (SQLite). */
export function failureOf(error: unknown): Failure {
  if (typeof error !== 'object' || error === null) return { kind: 'other' };
  const failed: DriverError = error;
  const { code, errno, message: text, fatal } = failed.driverError ?? failed;
  const message = typeof text === 'string' ? text : '';
  const kind = failureKindOf(errno) ?? failureKindOf(code);
  if (kind !== undefined) return { kind };
  if (fatal === true || NO_TABLE.test(message)) return { kind: 'unavailable' };
  const duplicate = (errno === 1062 ? MYSQL_DUPLICATE : SQLITE_DUPLICATE).exec(message);
  return duplicate?.[1] === undefined ? { kind: 'other' } : { kind: 'duplicate', index: duplicate[1] };
}

/** Whether a statement was not done because of the connection that it was sent on; of a COMMIT nobody knows. */
export const isOfConnection = (error: unknown): boolean =>
  LOST.has(errnoOf(error)) || LOST.has(codeOf(error)) || isUnsent(error);

/** mysql2 says no more than that it is fatal of what is asked on a connection that has ended. */
const isUnsent = (error: unknown): boolean =>
  (error as DriverError | undefined)?.fatal === true && codeOf(error) === undefined;

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
