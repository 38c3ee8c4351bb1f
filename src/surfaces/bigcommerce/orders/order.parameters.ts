import type { ParameterObject, Schema } from '../../../core/openapi/types.js';
import { SORTS } from './order.filters.js';

const inQuery = (
  name: string,
  description: string,
  schema: Schema = { type: 'integer' },
): ParameterObject => ({
  name,
  in: 'query',
  description,
  required: false,
  schema,
});

const TEXT: Schema = { type: 'string' };
const MOMENT: Schema = { type: 'string', examples: ['Wed, 13 Mar 2019 16:35:37 +0000'] };

/** What chooses orders. */
export const ORDER_FILTERS: readonly ParameterObject[] = [
  inQuery('min_id', 'Orders with this id or a later one.'),
  inQuery('max_id', 'Orders with this id or an earlier one.'),
  inQuery('min_total', 'Orders with this total or more.', TEXT),
  inQuery('max_total', 'Orders with this total or less.', TEXT),
  inQuery('customer_id', 'Orders of this customer; 0: of guests.'),
  inQuery('email', 'Orders with this e-mail address.', TEXT),
  inQuery('external_order_id', 'Orders with this number.', TEXT),
  inQuery('payment_method', 'Orders that are paid in this way, as the shop calls it.', TEXT),
  inQuery('channel_id', 'Orders of this channel.'),
  inQuery('cart_id', 'Orders of a cart: there are none.', TEXT),
  inQuery('status_id', 'Orders that are shown with this status.'),
  inQuery('min_date_created', 'Made then or later: RFC 2822, ISO 8601 or Unix seconds.', MOMENT),
  inQuery('max_date_created', 'Made then or earlier: RFC 2822, ISO 8601 or Unix seconds.', MOMENT),
  inQuery('min_date_modified', 'Changed then or later: RFC 2822, ISO 8601 or Unix seconds.', MOMENT),
  inQuery('max_date_modified', 'Changed then or earlier: RFC 2822, ISO 8601 or Unix seconds.', MOMENT),
  inQuery('is_deleted', 'Only what is put away; otherwise only what is not.', {
    type: 'boolean',
    default: false,
  }),
];

/** In which order. */
export const ORDER_SORT = inQuery(
  'sort',
  `By which field, with :asc or :desc: ${Object.keys(SORTS).join(', ')}.`,
  {
    type: 'string',
    default: 'id:asc',
    examples: ['date_created:desc'],
  },
);
