import { BadInput } from '../metadata/errors.js';
import { parseNumber } from '../metadata/fields/number.js';
import type { Parameter } from '../metadata/filter.js';
import type { QueryString } from './query-string.js';

export const DEFAULT_ITEMS = 30;
export const MAX_ITEMS = 500;
/** Nobody has so many pages; the rows before a later one could not be counted exactly. */
export const LAST_PAGE = 1_000_000_000_000;

/** Which rows of a collection a request wants. */
export interface Pagination {
  /** From 1. */
  readonly page: number;
  readonly itemsPerPage: number;
}

export const PAGINATION_PARAMETERS: readonly Parameter[] = [
  {
    name: 'page',
    property: 'page',
    type: 'integer',
    default: 1,
    minimum: 1,
    description: 'Which page, from 1.',
  },
  {
    name: 'itemsPerPage',
    property: 'itemsPerPage',
    type: 'integer',
    default: DEFAULT_ITEMS,
    minimum: 0,
    maximum: MAX_ITEMS,
    description:
      'How many members a page has; 0 answers the total alone. `all`, for `text/csv` only, answers every row.',
  },
];

/** `page` and `itemsPerPage`. @throws BadInput with API Platform's sentences when they make no sense. */
export function paginationOf(query: QueryString): Pagination {
  const page = pageOf(query.scalar('page'));
  const itemsPerPage = itemsOf(query.scalar('itemsPerPage'));
  if (itemsPerPage === 0 && page > 1)
    throw new BadInput('Page should not be greater than 1 if limit is equal to 0');
  if (page * itemsPerPage > Number.MAX_SAFE_INTEGER) throw new BadInput('Page parameter is too large.');
  return { page, itemsPerPage };
}

function pageOf(text: string | undefined): number {
  if (text === undefined) return 1;
  const page = Math.trunc(parseNumber(text) ?? 0);
  if (page < 1) throw new BadInput('Page should not be less than 1');
  if (!Number.isSafeInteger(page)) throw new BadInput('Page parameter is too large.');
  return page;
}

function itemsOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_ITEMS;
  const limit = parseNumber(text);
  if (limit === undefined) throw new BadInput('Limit should be a number between 0 and 500');
  if (limit < 0) throw new BadInput('Limit should not be less than 0');
  return Math.min(Math.trunc(limit), MAX_ITEMS);
}
