import { and, condition, isIn, or, type Condition } from '../resource/condition.js';
import {
  AWAITING_FULFILLMENT,
  foldedCodes,
  CONCLUSIVE,
  ORDER_STATUSES,
  PARTIALLY_SHIPPED,
  SHIPPED,
} from './order-statuses.js';

/** Which orders `t` are shown with a status: the same answer that `shownStatus` gives for each. */
export function statusIs(id: number): Condition {
  if (id === SHIPPED) return or([isSaid([id]), and([isBeforeShipping, isFulfilled('fulfilled')])]);
  if (CONCLUSIVE.includes(id)) return isSaid([id]);
  const isWaiting = isFulfilled('not_fulfilled');
  if (id === PARTIALLY_SHIPPED)
    return and([isBeforeShipping, or([isFulfilled('partial'), and([isSaid([id]), isWaiting])])]);
  if (id === AWAITING_FULFILLMENT) return and([isWaiting, or([isSaid([id]), isNot(isSaid(ALL))])]);
  return and([isSaid([id]), isWaiting]);
}

const ALL: readonly number[] = ORDER_STATUSES.map(({ id }) => id);

/** The order's own status is one of these. */
function isSaid(ids: readonly number[]): Condition {
  const { sql, params } = isIn('s.codeFolded', ids.flatMap(foldedCodes));
  return condition(`EXISTS (SELECT 1 FROM statuses s WHERE s.pk = t.orderStatusPk AND ${sql})`, ...params);
}

const isNot = ({ sql, params }: Condition): Condition => condition(`NOT ${sql}`, ...params);

const isFulfilled = (status: string): Condition => condition('t.fulfillmentStatus = ?', status);

const isBeforeShipping = isNot(isSaid(CONCLUSIVE));
