import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { Dto, Field, fieldsOf, type Reader } from '../../../core/http/dto/dto.js';
import { parseDatetime, parseMoment } from '../../../core/metadata/datetime.js';
import { BadInput } from '../../../core/metadata/errors.js';
import { listFrom } from '../../../core/metadata/fields/simple.js';
import { LAST_PAGE } from '../../../core/query/pagination.js';
import { QueryString } from '../../../core/query/query-string.js';
import { isEmpty, jsonObject } from '../../shared/lenient-values.js';
import { sortsOf } from '../../shared/mapping.js';
import { invalid } from '../errors.js';
import { shipmentPkIn } from '../increment-id.js';
import { key } from '../schema-helpers.js';
import { SHIPMENT } from '../shipment.mapping.js';
import { AliasOf, Flag, Key, MagentoBody, NO_KEY, OneOf, Positive, textFrom, trimmed } from './fields.js';
import { OrderId, OrderIncrementId } from './references.js';

const MAX_PAGE_SIZE = 200;
const PAGE_SIZE_ALIASES = ['page_size', 'per_page', 'pageSize'] as const;
const ID_ALIASES = ['shipment_id', 'entity_id'] as const;

/** What lists are sorted by: SQL over the table `t`. */
export const SORTS = sortsOf(SHIPMENT);

/** The keys in numbers of shipments: of a list, or of text with commas, as many as a page has. @throws BadInput. */
const incrementIds: Reader = (value, path) => {
  if (isEmpty(value)) return undefined;
  const texts = typeof value === 'object' ? listFrom(value, path) : [value];
  const numbers = texts.flatMap((each) => textFrom(each, path).split(','));
  const pks = new Set(numbers.map((each) => shipmentPkIn(each.trim()) ?? NO_KEY));
  if (pks.size > MAX_PAGE_SIZE) throw invalid(path);
  return [...pks];
};

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const SECOND = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;

/** A moment in stored form: where a date begins or ends, which is a whole day, or a second; UTC. @throws BadInput. */
const CreatedAt = (end: 'from' | 'to', description: string): PropertyDecorator => {
  const [time, fraction] = end === 'from' ? ['00:00:00', '000000'] : ['23:59:59', '999999'];
  const read: Reader = (value, path) => {
    const text = trimmed(value, path);
    if (text === undefined) return undefined;
    const isWritten = (DATE.test(text) || SECOND.test(text)) && parseDatetime(text) !== undefined;
    const moment = isWritten ? text : /^\d+$/.test(text) ? parseMoment(text)?.slice(0, 19) : undefined;
    if (moment === undefined) throw invalid(path);
    return `${DATE.test(moment) ? `${moment} ${time}` : moment}.${fraction}`;
  };
  const schema = {
    type: 'string',
    pattern: '^(\\d{4}-\\d{2}-\\d{2}( \\d{2}:\\d{2}:\\d{2})?|\\d{9,13})$',
    description,
    examples: ['2026-05-07', '2026-05-07 10:00:00', '1778148000'],
  };
  return Field(read, schema, IsOptional());
};

/** What a list may be asked for, in the query or in a JSON body. */
@Dto({ name: 'ListRequest' })
export class ListShipments extends MagentoBody {
  @Key({ ...key('One shipment; also as `shipment_id` or `entity_id`.', 789), aliases: ID_ALIASES })
  readonly id?: number;

  @Field(
    incrementIds,
    {
      type: 'string',
      description: `One shipment; several with commas, ${MAX_PAGE_SIZE} at most, are a list.`,
      examples: ['100000078'],
    },
    IsOptional(),
  )
  readonly increment_id?: readonly number[];

  @OrderId()
  readonly order_id?: number;

  @OrderIncrementId()
  readonly order_increment_id?: string;

  @CreatedAt('from', 'Made then or later, UTC; or Unix seconds.')
  readonly created_from?: string;

  @CreatedAt('to', 'Made then or earlier, UTC, or Unix seconds; a date is that whole day.')
  readonly created_to?: string;

  @OneOf(Object.keys(SORTS), { description: 'What the list is sorted by.' })
  readonly sort!: string;

  @OneOf(['asc', 'desc'], { description: 'Which way.', ignoresCase: true })
  readonly direction!: 'asc' | 'desc';

  @Positive({ max: LAST_PAGE, default: 1, description: 'Which page.' })
  readonly page!: number;

  @Positive({
    aliases: PAGE_SIZE_ALIASES,
    max: MAX_PAGE_SIZE,
    default: 20,
    description: 'How many a page has at most; also as `page_size`, `per_page` or `pageSize`.',
  })
  readonly limit!: number;

  @AliasOf('limit', { type: 'integer', minimum: 1, maximum: MAX_PAGE_SIZE })
  readonly page_size?: never;

  @AliasOf('limit', { type: 'integer', minimum: 1, maximum: MAX_PAGE_SIZE })
  readonly per_page?: never;

  @AliasOf('limit', { type: 'integer', minimum: 1, maximum: MAX_PAGE_SIZE })
  readonly pageSize?: never;

  @Flag({ description: 'Counts, and tells the totals.' })
  readonly include_pagination!: boolean;
}

/** Names of which one replaces the others. */
const GROUPS = [
  ['id', ...ID_ALIASES],
  ['limit', ...PAGE_SIZE_ALIASES],
];

/** What a list is asked for in the query and in the body together; where both have a field, the query wins. */
export const ListParameters = createParamDecorator((_: unknown, context: ExecutionContext): object => {
  const { url, body } = context.switchToHttp().getRequest<FastifyRequest>();
  const sent = body === undefined ? {} : jsonObject(body);
  if (!sent) throw new BadInput('The body must be a JSON object');
  const query = QueryString.of(url);
  const names = [...fieldsOf(ListShipments).map(({ name }) => name), ...ID_ALIASES];
  const valueIn = (name: string): unknown => query.scalar(name) ?? query.list(name);
  const isInQuery = (name: string): boolean =>
    (GROUPS.find((group) => group.includes(name)) ?? [name]).some((each) => !isEmpty(valueIn(each)));
  return Object.fromEntries(
    names.map((name) => [
      name,
      isInQuery(name) ? valueIn(name) : Object.hasOwn(sent, name) ? sent[name] : undefined,
    ]),
  );
});
