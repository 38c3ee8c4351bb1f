import { orderResource } from '../orders/order.resource.js';
import { and, type Condition } from '../resource/condition.js';
import { type Caller, scopeCondition } from '../store/caller.js';
import type { Row } from '../resource/field.js';
import type { Counting } from '../store/figures.js';
import { ORDER_STATUSES, shownStatus } from './order-statuses.js';

/** How many orders there are with each status, and altogether; with one query. */
export function orderCounts(where: Condition, { scope }: Caller): Counting<ReturnType<typeof tell>> {
  const { sql, params } = and([scopeCondition(orderResource, scope), where]);
  return {
    columns: 'o.code, t.fulfillmentStatus, COUNT(*)',
    rest: {
      sql: `FROM orders t LEFT JOIN statuses o ON o.pk = t.orderStatusPk
        WHERE ${sql} GROUP BY o.code, t.fulfillmentStatus`,
      params,
    },
    tell,
  };
}

function tell(rows: readonly Row[]) {
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
