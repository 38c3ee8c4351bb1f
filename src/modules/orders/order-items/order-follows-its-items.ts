import { recountOrder } from '../recount-orders.js';
import type { AfterWrite } from '../../../core/metadata/resource.js';
import type { OrderItem } from './order-item.entity.js';

/** An order's fulfilment follows from its items. */
export const orderFollowsItsItems: AfterWrite<OrderItem> = ({ before, after }, transaction) => {
  const changed = before?.qty !== after?.qty || before?.fulfilledQty !== after?.fulfilledQty;
  if (changed) recountOrder((after ?? before)?.orderPk ?? 0, transaction);
};
