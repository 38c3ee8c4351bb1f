import { orderResource } from '../../../modules/orders/order.resource.js';
import { and, type Condition, isNever } from '../../../core/metadata/condition.js';
import type { Row } from '../../../core/metadata/field.js';
import { type Caller, scopeCondition } from '../../../core/store/caller.js';
import type { AggregateQuery } from '../../../core/store/aggregate-cache.js';
import { present } from '../../shared/mapping.js';
import { STATUS_COUNT, type StatusRows } from './order-status.mapping.js';
import { shownStatus } from './order-statuses.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { Order } from '../../../modules/orders/order.entity.js';
import { Status } from '../../../modules/orders/statuses/status.entity.js';

const t = sqlNames(Order, 't');
const o = sqlNames(Status, 'o');

/** How many orders are shown with a status, by its id. */
type Counts = ReadonlyMap<number, number>;

/** Counts orders by what they are shown with, with one query. */
export function orderCounts(where: Condition, { scope }: Caller): AggregateQuery<Counts> {
  const all = and([scopeCondition(orderResource, scope), where]);
  return {
    isEmpty: isNever(all),
    columns: `${o.code}, ${t.fulfillmentStatus}, COUNT(*)`,
    from: {
      sql: `FROM ${t.table} LEFT JOIN ${o.table} ON ${o.pk} = ${t.orderStatusPk}
        WHERE ${all.sql} GROUP BY ${o.code}, ${t.fulfillmentStatus}`,
      params: all.params,
    },
    toValue: countsIn,
  };
}

function countsIn(rows: readonly Row[]): Counts {
  const counts = new Map<number, number>();
  for (const [code, fulfillment, count] of rows) {
    const id = shownStatus(code as string | null, fulfillment as string);
    counts.set(id, (counts.get(id) ?? 0) + Number(count));
  }
  return counts;
}

/** How many orders there are with each status, by its place in lists, and altogether. */
export const presentCounts = (counts: Counts, statuses: readonly StatusRows[]): object => ({
  statuses: [...statuses]
    .sort((one, other) => one.status.order - other.status.order)
    .map((each) => present(STATUS_COUNT, { ...each, count: counts.get(each.status.id) ?? 0 })),
  count: [...counts.values()].reduce((sum, count) => sum + count, 0),
});
