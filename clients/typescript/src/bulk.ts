import type { Violation } from './errors.js';

/** What became of one of many items. */
export interface BulkLine {
  /** Which it was, counted from 1. */
  readonly line: number;
  /** As of a single POST: 201, 200 where it was there already, 400. */
  readonly status: number;
  /** The IRI of the item. */
  readonly '@id'?: string;
  /** Why it was refused. */
  readonly 'hydra:description'?: string;
  readonly violations?: readonly Violation[];
  /** What was done otherwise than the item has it. */
  readonly warnings?: readonly string[];
}

export interface BulkOptions {
  /** Items that are there already are changed, or stay as they are; without it they are refused. */
  readonly resolution?: 'merge-duplicates' | 'ignore-duplicates';
  /** Either all are written or none. */
  readonly transaction?: boolean;
  /** The same key and items within 24 hours go on where an earlier attempt ended. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

export const preferOf = ({ resolution, transaction }: BulkOptions): Record<string, string> => {
  const preferences = [
    ...(resolution ? [`resolution=${resolution}`] : []),
    ...(transaction ? ['transaction=all'] : []),
  ];
  return preferences.length > 0 ? { Prefer: preferences.join(', ') } : {};
};

/** Items as NDJSON: an array as text, which can be sent again; what is still being made as a stream. */
export function ndjsonOf(
  items: Iterable<unknown> | AsyncIterable<unknown>,
): string | ReadableStream<Uint8Array> {
  if (Array.isArray(items)) return items.map((each) => `${JSON.stringify(each)}\n`).join('');
  const encoder = new TextEncoder();
  const iterator = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  return new ReadableStream({
    async pull(controller) {
      const next: IteratorResult<unknown, unknown> = await iterator.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(`${JSON.stringify(next.value)}\n`));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
