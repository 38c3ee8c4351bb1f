import { isIn } from '../resource/condition.js';
import type { Rule } from '../resource/resource.js';
import type { Transaction } from '../resource/transaction.js';
import type { Order } from './order.entity.js';

/** Holds orders until the unit ends; whoever changes what an order counts takes it first, in the order of their keys. */
export async function lockOrders(pks: readonly number[], transaction: Transaction): Promise<void> {
  if (pks.length === 0) return;
  const where = isIn('pk', pks);
  await transaction.rows(
    `SELECT pk FROM orders WHERE ${where.sql} ORDER BY pk${transaction.dialect.forUpdate}`,
    where.params,
  );
}

/**
 * Brings what an order tells of its items and shipments up to date, once, at the end of the unit: `fulfillmentStatus`
 * (fulfilled when no item waits, partial when some do) and `shipmentsWithoutTrackingCount`.
 */
export function recountOrder(orderPk: number, transaction: Transaction): void {
  transaction.beforeCommit(`order ${orderPk}`, async () => {
    await lockOrders([orderPk], transaction);
    await transaction.run(
      `UPDATE orders SET
        fulfillmentStatus = (
          SELECT CASE WHEN COALESCE(SUM(i.fulfilledQty), 0) = 0 THEN 'not_fulfilled'
            WHEN SUM(CASE WHEN i.fulfilledQty < i.qty THEN 1 ELSE 0 END) = 0 THEN 'fulfilled' ELSE 'partial' END
          FROM order_items i WHERE i.orderPk = orders.pk),
        shipmentsWithoutTrackingCount = (
          SELECT COUNT(*) FROM shipment_orders l JOIN shipments s ON s.pk = l.shipmentPk
          WHERE l.orderPk = orders.pk AND s.trackingNumber IS NULL)
      WHERE pk = ?`,
      [orderPk],
    );
  });
}

/** A new order has nothing in shipments. */
export const startsUnfulfilled: Rule<Order> = ({ kind, after }) => {
  if (kind === 'create' && after) after.fulfillmentStatus = 'not_fulfilled';
  return [];
};
