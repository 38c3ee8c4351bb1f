import type { Transaction } from '../metadata/transaction.js';
import type { Violation } from '../metadata/violation.js';
import type { Json } from '../serializer/reader.js';
import type { Caller } from './caller.js';
import type { Resolution } from './upsert.js';

/** What an existing item must be for a write to go on; it reads the item as it is now, and throws when it is not. */
export type Precondition = (read: (ld: boolean) => Promise<Json>) => Promise<void>;

/** Values that are shown once, by field: secrets that are kept as a hash. */
export type Shown = Readonly<Record<string, string>>;

/** Whom the events of a change are sent to. */
export interface EventOptions {
  /** The id of the subscriber that need not know, because it asks for the change. */
  readonly excludedSubscriber?: string | undefined;
}

/** How an item is deleted. */
export interface RemoveOptions extends EventOptions {
  /** What came with the item goes with it. */
  readonly withData?: boolean;
}

/** What was found out about a body before its unit of work. */
export interface AsyncValidation {
  readonly violations: readonly Violation[];
  /** What follows in the unit, after the row has been written. */
  readonly afterWrite?: (transaction: Transaction) => Promise<void>;
}

/** What speaks against a body that only the world outside knows. */
export type AsyncValidator = (body: unknown, caller: Caller) => Promise<AsyncValidation>;

/** Which of many rows: `order` is SQL over the table `t`, never of a client's words. */
export interface Slice {
  readonly order?: string;
  readonly limit?: number;
  readonly offset?: number;
}

export interface WriteOptions extends EventOptions {
  readonly ld: boolean;
  readonly precondition?: Precondition | undefined;
  /** Hears sentences that the client may want to know, when all is kept. */
  readonly remark?: ((sentence: string) => void) | undefined;
  /** What becomes of a body whose item is there already. */
  readonly resolution?: Resolution | undefined;
  /** Others of the same client that come at the same time may be written in the same unit of work. */
  readonly gathers?: boolean;
  /** The body is a merge patch of the item as it is. */
  readonly merge?: boolean;
  /**
   * Done in the same unit of work as the write, with its answer, and what only this answer shows besides. `isNew`: the item
   * was not there before.
   */
  readonly record?:
    ((transaction: Transaction, item: Json, shown: Shown, isNew: boolean) => Promise<void>) | undefined;
}
