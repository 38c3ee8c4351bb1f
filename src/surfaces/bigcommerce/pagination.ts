import type { FastifyRequest } from 'fastify';
import { LAST_PAGE } from '../../core/query/pagination.js';
import type { ParameterObject } from '../../core/openapi/types.js';
import { QueryString } from '../../core/query/query-string.js';
import { wholeNumber } from '../shared/lenient-values.js';
import { InvalidField, PageTooLong } from './errors.js';

/** Which part of a list is wanted. */
export interface Pagination {
  /** From 1. */
  readonly page: number;
  readonly limit: number;
  readonly offset: number;
}

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 250;

/** The parameters of a list, in the OpenAPI document. */
export const PAGING: readonly ParameterObject[] = [
  {
    name: 'page',
    in: 'query',
    description: 'Which page, from 1.',
    required: false,
    schema: { type: 'integer', minimum: 1, default: 1 },
  },
  {
    name: 'limit',
    in: 'query',
    description: 'How many results a page has.',
    required: false,
    schema: { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT },
  },
];

/** `?page=2&limit=250`. @throws InvalidField, PageTooLong. */
export function paginationOf(request: FastifyRequest): Pagination {
  const query = QueryString.of(request.url);
  const page = positiveIn(query, 'page') ?? 1;
  const limit = positiveIn(query, 'limit') ?? DEFAULT_LIMIT;
  if (limit > MAX_LIMIT) throw new PageTooLong(MAX_LIMIT);
  return { page, limit, offset: (page - 1) * limit };
}

function positiveIn(query: QueryString, name: string): number | undefined {
  const text = query.scalar(name) ?? '';
  if (text === '') return undefined;
  const value = wholeNumber(text) ?? 0;
  if (value < 1 || value > LAST_PAGE)
    throw new InvalidField(name, 'The value must be a whole number, 1 or more.');
  return value;
}
