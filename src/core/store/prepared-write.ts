import type { Reference, Resource } from '../metadata/resource.js';
import type { Transaction } from '../metadata/transaction.js';
import type { Caller } from './caller.js';
import type { AsyncValidation } from './store-options.js';
import type { Resolution } from './upsert.js';
import { parseWriteInput, type WriteInput } from './write-input.js';
import type { Writer } from './writer.js';

/** A body of a POST that has been read, and looked at outside of any unit of work. */
export interface PreparedWrite {
  readonly input: WriteInput;
  /** The body as it changes an item that is there. */
  readonly update?: WriteInput | undefined;
  readonly validation?: AsyncValidation | undefined;
}

/** Looks at a body before its unit of work begins. @throws Violations. */
export type ValidateAsync = (
  resource: Resource,
  body: unknown,
  caller: Caller,
) => Promise<AsyncValidation | undefined>;

/** @throws BadInput, Violations. */
export async function prepareWrite(
  resource: Resource,
  body: unknown,
  { caller, resolution }: { readonly caller: Caller; readonly resolution: Resolution | undefined },
  validateAsync: ValidateAsync,
): Promise<PreparedWrite> {
  const input = parseWriteInput(resource, body, 'post');
  const update = resolution === 'merge-duplicates' ? parseWriteInput(resource, body, 'put') : undefined;
  return { input, update, validation: await validateAsync(resource, body, caller) };
}

/**
 * Makes the item of a body; with a resolution changes or leaves the one that is there already, whose workspace is held.
 * @throws as `Writer.create` and `Writer.update`.
 */
export async function performWrite(
  resource: Resource,
  { input, update, validation }: PreparedWrite,
  resolution: Resolution | undefined,
  { writer, transaction }: { readonly writer: Writer; readonly transaction: Transaction },
): Promise<{ readonly reference: Reference; readonly isNew: boolean }> {
  const done = resolution
    ? await writer.upsert(resource, input, update)
    : { reference: await writer.create(resource, input), isNew: true };
  await validation?.afterWrite?.(transaction);
  return done;
}
