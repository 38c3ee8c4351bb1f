import { isIn } from '../../../core/metadata/condition.js';
import { statusResource } from '../../../modules/orders/statuses/status.resource.js';
import type { Columns } from '../../../core/store/rows.js';
import { rfc2822 } from '../dates.js';
import { addressColumns } from '../../../modules/addresses/address-columns.js';
import { addressesOf, shopAddress } from './order-addresses.js';
import { shownAmounts } from './order-amounts.js';
import { detailsOf, FIRST_CHANNEL, shownFields } from './order-details.js';
import { customStatus, type OwnStatus, shownStatus, statusName } from './order-statuses.js';
import { type OrderSums, sumsOf } from './order-sums.js';
import type { Reads } from '../store-reads.js';

/** Where more of an order is: its URL, and the same below `/v2`. */
export interface Linked {
  readonly url: string;
  readonly resource: string;
}

/** What belongs to an order but is not in its row. */
interface Beside extends OrderSums {
  readonly status: OwnStatus | undefined;
  readonly addresses: number;
}

/** An order as BigCommerce shows it. */
export type OrderAnswer = ReturnType<typeof orderAnswer>;

/** Orders in BigCommerce's words, in their order. `base`: the URL of the store's `/v2`. */
export async function orderAnswers(
  orders: readonly Columns[],
  { rows, sql }: Reads,
  base: string,
): Promise<OrderAnswer[]> {
  if (orders.length === 0) return [];
  const said = orders.map(({ orderStatusPk }) => orderStatusPk ?? 0);
  const statuses = await rows(statusResource, isIn('t.pk', [...new Set(said)]));
  const statusOf = new Map(statuses.map((status) => [status.pk, status as unknown as OwnStatus]));
  const addresses = await addressesOf(orders, rows);
  const sumOf = await sumsOf(
    orders.map(({ pk }) => pk as number),
    sql,
  );
  return orders.map((order) => {
    const pk = order.pk as number;
    const status = statusOf.get(order.orderStatusPk ?? 0);
    return orderAnswer(order, { ...sumOf(pk), status, addresses: addresses(order).length }, base);
  });
}

function orderAnswer(order: Columns, beside: Beside, base: string) {
  const [id, { status, shippedAt }] = [order.pk as number, beside];
  const statusId = shownStatus(status?.code ?? null, order.fulfillmentStatus as string);
  const currency = (order.currency ?? '') as string;
  return {
    id,
    customer_id: (order.customerId ?? 0) as number,
    date_created: rfc2822(order.createdAt as string),
    date_modified: rfc2822(order.updatedAt as string),
    date_shipped: shippedAt === null ? '' : rfc2822(shippedAt),
    status_id: statusId,
    status: statusName(statusId),
    custom_status: customStatus(status, statusId),
    ...shownAmounts(order, beside),
    items_total: beside.items,
    items_shipped: beside.shipped,
    currency_code: currency,
    default_currency_code: currency,
    order_is_digital: false,
    shipping_address_count: beside.addresses,
    is_deleted: order.archivedAt !== null,
    external_order_id: (order.orderNumber ?? '') as string,
    external_id: null,
    channel_id: (order.channelId ?? FIRST_CHANNEL) as number,
    payment_method: (order.paymentMethod ?? '') as string,
    payment_status: '',
    staff_notes: (order.staffNotes ?? '') as string,
    customer_message: (order.customerMessage ?? '') as string,
    ...shownFields(detailsOf(order)),
    billing_address: shopAddress(
      addressColumns(order, 'billingAddress'),
      order.email as string | null,
      order.phoneNumber as string | null,
    ),
    products: linked(`/orders/${id}/products`, base),
    shipping_addresses: linked(`/orders/${id}/shipping_addresses`, base),
    coupons: linked(`/orders/${id}/coupons`, base),
  };
}

/** A place below the URL of the store's `/v2`. */
export const linked = (resource: string, base: string): Linked => ({ url: `${base}${resource}`, resource });
