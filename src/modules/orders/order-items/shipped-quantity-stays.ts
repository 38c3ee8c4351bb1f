import { lockOrders } from '../recount-orders.js';
import { orderItemIsWritten } from './held-order-items.js';
import type { Validator } from '../../../core/metadata/resource.js';
import { CODE, type Violation } from '../../../core/metadata/violation.js';
import type { OrderItem } from './order-item.entity.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { ShipmentItem } from '../../shipments/shipment-items/shipment-item.entity.js';

const shipmentItems = sqlNames(ShipmentItem);

/**
 * What is in shipments has been ordered: `fulfilledQty` is never below the sum of the item's shipment items, and `qty`
 * never below `fulfilledQty`. A client may set `fulfilledQty` higher, for what was shipped outside.
 */
export const shippedQuantityStays: Validator<OrderItem> = async ({ kind, before, after }, transaction) => {
  await lockOrders([(after ?? before)?.orderPk ?? 0], transaction);
  if (before) orderItemIsWritten(before.pk, transaction);
  if (!after) return [];
  const violations: Violation[] = [];
  if (kind === 'update' && after.fulfilledQty !== before?.fulfilledQty) {
    const [sum] = await transaction.rows<{ qty: number | string }>(
      `SELECT COALESCE(SUM(${shipmentItems.qty}), 0) AS qty
        FROM ${shipmentItems.table}
        WHERE ${shipmentItems.orderItemPk} = ?`,
      [after.pk],
    );
    const shipped = Number(sum?.qty);
    if (after.fulfilledQty < shipped) {
      violations.push({
        propertyPath: 'fulfilledQty',
        message: `This value should be ${shipped} or more: so many are in shipments.`,
        code: CODE.fulfilled,
        payload: { shippedQty: shipped },
      });
    }
  }
  if (after.qty < after.fulfilledQty) {
    violations.push({
      propertyPath: 'qty',
      message: `This value should be ${after.fulfilledQty} or more: so many are fulfilled.`,
      code: CODE.fulfilled,
      payload: { fulfilledQty: after.fulfilledQty },
    });
  }
  return violations;
};
