import { orderResource } from '../orders/order.resource.js';
import { and, type Condition } from '../resource/condition.js';
import { type Caller, scopeCondition } from '../store/caller.js';
import type { Read } from '../store/reading.js';
import { ORDER_STATUSES, shownStatus } from './order-statuses.js';

/** How many orders there are with each status, and altogether; with one query. */
export async function orderCounts(where: Condition, { scope }: Caller, read: Read) {
  const { sql, params } = and([scopeCondition(orderResource, scope), where]);
  const rows = await read(
    `SELECT o.code, t.fulfillmentStatus, COUNT(*) FROM orders t LEFT JOIN statuses o ON o.pk = t.orderStatusPk
      WHERE ${sql} GROUP BY o.code, t.fulfillmentStatus`,
    params,
  );
  const counts = new Map<number, number>();
  for (const [code, fulfillment, count] of rows) {
    const id = shownStatus(code as string | null, fulfillment as string);
    counts.set(id, (counts.get(id) ?? 0) + Number(count));
  }
  return {
    statuses: ORDER_STATUSES.map(({ id, name }) => ({
      id,
      name,
      system_label: name,
      custom_label: name,
      system_description: '',
      count: counts.get(id) ?? 0,
      sort_order: id,
    })),
    count: [...counts.values()].reduce((sum, count) => sum + count, 0),
  };
}
