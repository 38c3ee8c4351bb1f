import { and, condition, isIn, or, type Condition } from '../../../core/metadata/condition.js';
import {
  AWAITING_FULFILLMENT,
  foldedCodes,
  CONCLUSIVE,
  ORDER_STATUSES,
  PARTIALLY_SHIPPED,
  SHIPPED,
} from './order-statuses.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { Order } from '../../../modules/orders/order.entity.js';
import { Status } from '../../../modules/orders/statuses/status.entity.js';

const t = sqlNames(Order, 't');
const s = sqlNames(Status, 's');

/** Which orders `t` of a store are shown with a status: the same answer that `shownStatus` gives for each. */
export function statusIs(id: number, storePk: number): Condition {
  const isSaid = says([id], storePk);
  const isBeforeShipping = saysNone(CONCLUSIVE, storePk);
  if (id === SHIPPED) return or([isSaid, and([isBeforeShipping, isFulfilled('fulfilled')])]);
  if (CONCLUSIVE.includes(id)) return isSaid;
  const isWaiting = isFulfilled('not_fulfilled');
  if (id === PARTIALLY_SHIPPED)
    return and([isBeforeShipping, or([isFulfilled('partial'), and([isSaid, isWaiting])])]);
  if (id === AWAITING_FULFILLMENT) return and([isWaiting, or([isSaid, saysNone(ALL, storePk)])]);
  return and([isSaid, isWaiting]);
}

const ALL: readonly number[] = ORDER_STATUSES.map(({ id }) => id);

/** The store's own statuses that stand for some of BigCommerce's; looked up once, not for each order. */
function statuses(ids: readonly number[], storePk: number): Condition {
  const codes = isIn(s.codeFolded, ids.flatMap(foldedCodes));
  return {
    sql: `(SELECT ${s.pk} FROM ${s.table} WHERE ${s.workspacePk} = ? AND ${s.entity} = 'orders' AND ${codes.sql})`,
    params: [storePk, ...codes.params],
  };
}

/** The order's own status is one of these. */
function says(ids: readonly number[], storePk: number): Condition {
  const { sql, params } = statuses(ids, storePk);
  return condition(`${t.orderStatusPk} IN ${sql}`, ...params);
}

/** The order has no status of its own, or another one. */
function saysNone(ids: readonly number[], storePk: number): Condition {
  const { sql, params } = statuses(ids, storePk);
  return condition(`COALESCE(${t.orderStatusPk}, 0) NOT IN ${sql}`, ...params);
}

const isFulfilled = (status: string): Condition => condition(`${t.fulfillmentStatus} = ?`, status);
