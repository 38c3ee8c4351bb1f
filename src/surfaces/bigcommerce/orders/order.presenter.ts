import { isIn } from '../../../core/metadata/condition.js';
import { statusResource } from '../../../modules/orders/statuses/status.resource.js';
import type { OrderRow } from '../../shared/rows.js';
import { rfc2822 } from '../formats.js';
import { addressColumns } from '../../../modules/addresses/address-columns.js';
import { addressesOf, presentAddress } from './order-address.queries.js';
import { presentAmounts } from './order-amounts.js';
import { detailsOf, FIRST_CHANNEL, shownFields } from './order-details.js';
import { customStatus, type OwnStatus, shownStatus, statusName } from './order-statuses.js';
import { type OrderTotals, type TotalsOf, totalsOf } from './order-totals.js';
import type { Reads } from '../store-reader.js';

/** Where more of an order is: its URL, and the same below `/v2`. */
export interface Linked {
  readonly url: string;
  readonly resource: string;
}

/** What belongs to an order but is not in its row. */
interface Beside extends OrderTotals {
  readonly status: OwnStatus | undefined;
  readonly addresses: number;
}

/** An order as BigCommerce shows it. */
export type PresentedOrder = ReturnType<typeof presentOrder>;

/** Orders in BigCommerce's words, in their order. `base`: the URL of the store's `/v2`; `known`: their totals, where they are at hand. */
export async function presentOrders(
  orders: readonly OrderRow[],
  { rows, sql }: Reads,
  base: string,
  known?: TotalsOf,
): Promise<PresentedOrder[]> {
  if (orders.length === 0) return [];
  const said = orders.map(({ orderStatusPk }) => orderStatusPk ?? 0);
  const statuses = await rows(statusResource, isIn('t.pk', [...new Set(said)]));
  const statusOf = new Map(statuses.map((status) => [status.pk, status]));
  const addresses = await addressesOf(orders, rows);
  const pks = orders.map(({ pk }) => pk);
  const totals = known ?? (await totalsOf(pks, sql));
  return orders.map((order) => {
    const pk = order.pk;
    const status = statusOf.get(order.orderStatusPk ?? 0);
    return presentOrder(order, { ...totals(pk), status, addresses: addresses(order).length }, base);
  });
}

function presentOrder(order: OrderRow, beside: Beside, base: string) {
  const [id, { status, shippedAt }] = [order.pk, beside];
  const statusId = shownStatus(status?.code ?? null, order.fulfillmentStatus);
  const currency = order.currency ?? '';
  return {
    id,
    customer_id: order.customerId ?? 0,
    date_created: rfc2822(order.createdAt),
    date_modified: rfc2822(order.updatedAt),
    date_shipped: shippedAt === null ? '' : rfc2822(shippedAt),
    status_id: statusId,
    status: statusName(statusId),
    custom_status: customStatus(status, statusId),
    ...presentAmounts(order, beside),
    items_total: beside.items,
    items_shipped: beside.shipped,
    currency_code: currency,
    default_currency_code: currency,
    order_is_digital: false,
    shipping_address_count: beside.addresses,
    is_deleted: order.archivedAt !== null,
    external_order_id: order.orderNumber ?? '',
    external_id: null,
    channel_id: order.channelId ?? FIRST_CHANNEL,
    payment_method: order.paymentMethod ?? '',
    payment_status: '',
    staff_notes: order.staffNotes ?? '',
    customer_message: order.customerMessage ?? '',
    ...shownFields(detailsOf(order)),
    billing_address: presentAddress(addressColumns(order, 'billingAddress'), order.email, order.phoneNumber),
    products: linked(`/orders/${id}/products`, base),
    shipping_addresses: linked(`/orders/${id}/shipping_addresses`, base),
    coupons: linked(`/orders/${id}/coupons`, base),
  };
}

/** A place below the URL of the store's `/v2`. */
export const linked = (resource: string, base: string): Linked => ({ url: `${base}${resource}`, resource });
