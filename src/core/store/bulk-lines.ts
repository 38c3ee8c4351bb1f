import { ClientError } from '../metadata/errors.js';
import type { Transaction } from '../metadata/transaction.js';
import type { LineOutcome } from './unit-of-lines.js';
import type { Resolution } from './upsert.js';

/** A line of a bulk write: the body of a POST, or why it could not be read. */
export type Line =
  | { readonly body: unknown; readonly refusal?: undefined }
  | { readonly body?: undefined; readonly refusal: ClientError };

/** What became of a line. */
export type LineResult = LineOutcome<{
  readonly status: 200 | 201;
  readonly iri: string;
  /** What the client may want to know of it, in sentences of ASCII. */
  readonly remarks?: readonly string[];
}>;

/** What became of some lines; `done` lines of the same call were before them. */
export type RecordLines = (
  results: readonly LineResult[],
  done: number,
  transaction: Transaction,
) => Promise<void>;

/** What the lines of a bulk write ask for together. */
export interface BulkOptions {
  /** The id of the subscriber that is not told. */
  readonly excludedSubscriber?: string | undefined;
  /** What becomes of a line whose item is there already. */
  readonly resolution?: Resolution | undefined;
  /** Told of what became of lines when it is kept. */
  readonly kept?: ((results: readonly LineResult[]) => void) | undefined;
  /** Either all lines are written, or none is. */
  readonly isAtomic?: boolean | undefined;
  /** Done in the unit of work of some lines; units come in the order of the lines. */
  readonly record?: RecordLines | undefined;
}

/** 424: the line itself may be right, but none is written, because another is refused. */
export class NotWritten extends ClientError {
  readonly status = 424;
  constructor() {
    super('Nothing was written, because another line is refused.');
  }
}
