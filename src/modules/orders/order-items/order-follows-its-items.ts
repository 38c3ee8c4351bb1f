import { recountOrder } from '../recount-orders.js';
import type { AfterWrite } from '../../../core/metadata/resource.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import { newRow } from '../../../core/store/row-changes.js';
import type { ColumnsOf } from '../../../core/store/rows.js';
import { Order } from '../order.entity.js';
import type { OrderItem } from './order-item.entity.js';

/** An order's fulfilment follows from its items. */
export const orderFollowsItsItems: AfterWrite<OrderItem> = ({ before, after }, transaction) => {
  if (!before && after && isNothingNew(after, transaction)) return;
  const changed = before?.qty !== after?.qty || before?.fulfilledQty !== after?.fulfilledQty;
  if (changed) recountOrder((after ?? before)?.orderPk ?? 0, transaction);
};

/** An item of which nothing is fulfilled, of an order that is new and of which nothing is either. */
const isNothingNew = ({ fulfilledQty, orderPk }: ColumnsOf<OrderItem>, transaction: Transaction): boolean =>
  fulfilledQty === 0 && newRow(Order, orderPk, transaction)?.fulfillmentStatus === 'not_fulfilled';
