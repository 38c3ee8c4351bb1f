import { isIn } from '../../../core/metadata/condition.js';
import { addressColumns } from '../../../modules/addresses/address-columns.js';
import { statusResource } from '../../../modules/orders/statuses/status.resource.js';
import { present } from '../../shared/mapping.js';
import type { OrderRow } from '../../shared/rows.js';
import type { Reads } from '../store-reader.js';
import { presentAddress } from './address.mapping.js';
import { addressesOf } from './order-address.queries.js';
import { amountsOf } from './order-amounts.js';
import { detailsOf } from './order-details.js';
import { shownStatus } from './order-statuses.js';
import { type TotalsOf, totalsOf } from './order-totals.js';
import { ORDER, type OrderRows } from './order.mapping.js';

/** Orders as they are answered, in their order. `base`: the URL of the store's `/v2`; `known`: their totals, where they are at hand. */
export async function presentOrders(
  orders: readonly OrderRow[],
  { rows, sql }: Reads,
  base: string,
  known?: TotalsOf,
): Promise<object[]> {
  if (orders.length === 0) return [];
  const said = orders.map(({ orderStatusPk }) => orderStatusPk ?? 0);
  const statuses = await rows(statusResource, isIn('t.pk', [...new Set(said)]));
  const statusOf = new Map(statuses.map((status) => [status.pk, status]));
  const addresses = await addressesOf(orders, rows);
  const pks = orders.map(({ pk }) => pk);
  const totalsOfOrder = known ?? (await totalsOf(pks, sql));
  return orders.map((order) => {
    const status = statusOf.get(order.orderStatusPk ?? 0);
    const totals = totalsOfOrder(order.pk);
    const details = detailsOf(order);
    return present<OrderRows>(ORDER, {
      order,
      totals,
      status,
      statusId: shownStatus(status?.code ?? null, order.fulfillmentStatus),
      addresses: addresses(order).length,
      billing: presentAddress(addressColumns(order, 'billingAddress'), order.email, order.phoneNumber),
      details,
      amounts: amountsOf(order, details, totals),
      base,
    });
  });
}
