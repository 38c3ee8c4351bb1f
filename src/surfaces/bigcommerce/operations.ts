import { ASKED } from '../../core/openapi/headers.js';
import type { OperationOptions, OperationsOptions } from '../../core/openapi/operation.js';
import type { ParameterObject, Schema } from '../../core/openapi/types.js';
import { ref } from '../shared/mapping.js';
import { PAGING } from './pagination.js';
import { ID } from './schema-helpers.js';

// How operations of a store are documented.

const EXAMPLE: Schema = { ...ID, examples: [120] };

/** The parameters of paths. */
export const PATH = {
  store_hash: {
    type: 'string',
    description: "The store's name: a workspace's `storeHash`.",
    examples: ['q0v5k8d2n7r3m1st'],
  },
  order_id: { ...EXAMPLE, description: 'The order.' },
  address_id: { ...EXAMPLE, description: 'The address.' },
  product_id: { ...EXAMPLE, description: 'The line of the order.' },
  shipment_id: { ...ID, description: 'The shipment.' },
} as const satisfies OperationsOptions['path'];

/** `ShippingAddress` as a `shipping address`. */
const nounOf = (schema: string): string => schema.replace(/\B[A-Z]/g, ' $&').toLowerCase();

type Options = Omit<Partial<OperationOptions>, 'description'> &
  Partial<Pick<OperationOptions, 'description'>>;

/** One thing; `schema`: the name of its schema. */
export const single = (
  id: string,
  summary: string,
  schema: Schema,
  more: Options = {},
): OperationOptions => ({
  id,
  summary,
  description: 'There is a 404 where the store has nothing with these ids.',
  answer: { description: 'What was asked for.', body: schema },
  ...more,
});

/** How many there are. */
export const count = (id: string, summary: string, more: Options = {}): OperationOptions => ({
  id,
  summary,
  description: 'All of them, whatever pages and filters the list has.',
  answer: { description: 'How many there are.', body: ref('Count') },
  ...more,
});

/** A list is never empty: where there is nothing there is no body. */
export const list = (
  id: string,
  summary: string,
  schema: string,
  parameters: readonly ParameterObject[] = [],
  more: Options = {},
): OperationOptions => ({
  id,
  summary,
  description: 'A page at a time; a page with nothing on it is a 204 without a body.',
  parameters: [...PAGING, ...parameters],
  answer: { description: 'A page of the list.', body: [ref(schema)] },
  answers: { 204: { description: 'There is none, or none on this page.' } },
  errors: [413],
  ...more,
});

/** What nobody here has any of. */
export const noneOf = (id: string, summary: string, more: Options = {}): OperationOptions => ({
  id,
  summary,
  description: 'There are none.',
  status: 204,
  answer: 'There are none.',
  ...more,
});

/** A POST, which is done once for each `Idempotency-Key`. */
export const create = (
  id: string,
  summary: string,
  body: NonNullable<OperationOptions['body']>,
  schema: string,
  more: Options = {},
): OperationOptions => ({
  id,
  summary,
  description: 'With an `Idempotency-Key` it is done once, however often it is sent.',
  parameters: [ASKED.idempotencyKey],
  body,
  answer: { description: `The new ${nounOf(schema)}.`, body: ref(schema), headers: ['Idempotency-Replayed'] },
  errors: [409, 422],
  ...more,
});

/** A PUT. */
export const change = (
  id: string,
  summary: string,
  body: NonNullable<OperationOptions['body']>,
  schema: string,
  more: Options = {},
): OperationOptions => ({
  id,
  summary,
  description: 'What the body leaves out stays as it is.',
  body,
  answer: { description: `The ${nounOf(schema)}.`, body: ref(schema) },
  errors: [409],
  ...more,
});

/** A DELETE; `answer`: what comes of it. */
export const remove = (
  id: string,
  summary: string,
  description: string,
  answer: string,
): OperationOptions => ({ id, summary, description, status: 204, answer, errors: [409] });
