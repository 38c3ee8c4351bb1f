import { createConnection } from 'mysql2/promise';
import { MOST_ITEMS } from './layout.js';
import { VENDOR_QTY } from './rows.js';

/** Takes back what POSTs have left: rows above the data set's own, and what was taken from the vendor orders. */
export async function restore(url: string, shipments: number): Promise<void> {
  const connection = await createConnection(url);
  await connection.query('DELETE FROM shipment_items WHERE pk > ?', [shipments * MOST_ITEMS]);
  await connection.query('DELETE FROM tracking_number_parts WHERE shipmentPk > ?', [shipments]);
  await connection.query('DELETE FROM shipments WHERE pk > ?', [shipments]);
  await connection.query(
    `UPDATE orders o JOIN order_items i ON i.orderPk = o.pk SET i.fulfilledQty = 0, o.fulfillmentStatus = 'not_fulfilled'
      WHERE o.orderType = 'vendor' AND i.qty = ? AND i.fulfilledQty > 0`,
    [VENDOR_QTY],
  );
  await connection.end();
}
