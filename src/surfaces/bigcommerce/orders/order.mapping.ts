import { sqlNames } from '../../../core/database/sql-names.js';
import { Order } from '../../../modules/orders/order.entity.js';
import { constant, type Mapping, ref } from '../../shared/mapping.js';
import type { OrderRow } from '../../shared/rows.js';
import { rfc2822 } from '../formats.js';
import { ID, moment, only, text, WHOLE } from '../schema-helpers.js';
import type { PresentedAddress } from './address.mapping.js';
import { linked } from './linked.js';
import { type AmountRows, AMOUNTS } from './order-amounts.js';
import { FIRST_CHANNEL, PLAIN_MAPPING } from './order-details.js';
import { customStatus, ORDER_STATUSES, type OwnStatus, statusName } from './order-statuses.js';
import type { OrderTotals } from './order-totals.js';

/** What an order is shown from. */
export interface OrderRows extends AmountRows {
  readonly order: OrderRow;
  readonly totals: OrderTotals;
  /** Its own status, and the id of the one that it is shown with. */
  readonly status: OwnStatus | undefined;
  readonly statusId: number;
  /** How many addresses it is shipped to. */
  readonly addresses: number;
  readonly billing: PresentedAddress;
  /** The URL of the store's `/v2`. */
  readonly base: string;
}

const t = sqlNames(Order, 't');

/** SQL over the table `t`. */
export const CUSTOMER_ID = `COALESCE(${t.customerId}, 0)`;
export const CHANNEL_ID = `COALESCE(${t.channelId}, ${FIRST_CHANNEL})`;

/** An order as BigCommerce shows it. */
export const ORDER = {
  id: { schema: { ...ID, examples: [120] }, value: ({ order }) => order.pk, sortBy: t.pk },
  customer_id: {
    schema: { ...WHOLE, description: "The shop's own number of its customer; 0 of a guest." },
    value: ({ order }) => order.customerId ?? 0,
    sortBy: CUSTOMER_ID,
  },
  date_created: {
    schema: moment(),
    value: ({ order }) => rfc2822(order.createdAt),
    sortBy: t.createdAt,
  },
  date_modified: {
    schema: moment(),
    value: ({ order }) => rfc2822(order.updatedAt),
    sortBy: t.updatedAt,
  },
  date_shipped: {
    schema: moment('When its first shipment was made; empty before.'),
    value: ({ totals: { shippedAt } }) => (shippedAt === null ? '' : rfc2822(shippedAt)),
  },
  status_id: {
    schema: {
      ...WHOLE,
      maximum: ORDER_STATUSES.length - 1,
      description: ORDER_STATUSES.map(({ id, name }) => `${id} ${name}`).join(', '),
      examples: [11],
    },
    value: ({ statusId }) => statusId,
  },
  status: {
    schema: text('The name of the status.', 'Awaiting Fulfillment'),
    value: ({ statusId }) => statusName(statusId),
  },
  custom_status: {
    schema: text("What the shop itself calls the order's status.", 'In the works'),
    value: ({ status, statusId }) => customStatus(status, statusId),
  },
  ...AMOUNTS,
  items_total: {
    schema: { ...WHOLE, description: 'How many were ordered.' },
    value: ({ totals }) => totals.items,
  },
  items_shipped: {
    schema: { ...WHOLE, description: 'How many of them are shipped.' },
    value: ({ totals }) => totals.shipped,
  },
  currency_code: { schema: text('ISO 4217.', 'USD'), value: ({ order }) => order.currency ?? '' },
  default_currency_code: { schema: text('The same.', 'USD'), value: ({ order }) => order.currency ?? '' },
  order_is_digital: constant(only(false), false),
  shipping_address_count: { schema: WHOLE, value: ({ addresses }) => addresses },
  is_deleted: {
    schema: { type: 'boolean', description: 'It is put away: in no list unless it is asked for.' },
    value: ({ order }) => order.archivedAt !== null,
  },
  external_order_id: {
    schema: text("The order's number.", '100042'),
    value: ({ order }) => order.orderNumber ?? '',
  },
  external_id: constant({ type: 'null' }, null),
  channel_id: {
    schema: { ...WHOLE, description: 'The channel that it was sold by.' },
    value: ({ order }) => order.channelId ?? FIRST_CHANNEL,
    sortBy: CHANNEL_ID,
  },
  payment_method: {
    schema: text('How it is paid, as the shop calls it.', 'Cash'),
    value: ({ order }) => order.paymentMethod ?? '',
  },
  payment_status: constant(only(''), ''),
  staff_notes: {
    schema: text('For the shop alone.', 'Fragile'),
    value: ({ order }) => order.staffNotes ?? '',
  },
  customer_message: {
    schema: text('What the customer said.', 'Please ring twice'),
    value: ({ order }) => order.customerMessage ?? '',
  },
  ...PLAIN_MAPPING,
  billing_address: { schema: ref('Address'), value: ({ billing }) => billing },
  products: {
    schema: ref('Linked'),
    value: ({ order, base }) => linked(`/orders/${order.pk}/products`, base),
  },
  shipping_addresses: {
    schema: ref('Linked'),
    value: ({ order, base }) => linked(`/orders/${order.pk}/shipping_addresses`, base),
  },
  coupons: {
    schema: ref('Linked'),
    value: ({ order, base }) => linked(`/orders/${order.pk}/coupons`, base),
  },
} satisfies Mapping<OrderRows>;
