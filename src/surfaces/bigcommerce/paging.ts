import type { FastifyRequest } from 'fastify';
import { LAST_PAGE } from '../../core/query/pagination.js';
import { QueryString } from '../../core/query/query-string.js';
import { wholeNumber } from '../shared/lenient-values.js';
import { InvalidField, PageTooLong } from './store-errors.js';

/** Which part of a list is wanted. */
export interface Paging {
  /** From 1. */
  readonly page: number;
  readonly limit: number;
  readonly offset: number;
}

export const USUAL_LIMIT = 50;
export const LONGEST_PAGE = 250;

/** `?page=2&limit=250`. @throws InvalidField, PageTooLong. */
export function pagingOf(request: FastifyRequest): Paging {
  const query = QueryString.of(request.url);
  const page = positiveIn(query, 'page') ?? 1;
  const limit = positiveIn(query, 'limit') ?? USUAL_LIMIT;
  if (limit > LONGEST_PAGE) throw new PageTooLong(LONGEST_PAGE);
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
