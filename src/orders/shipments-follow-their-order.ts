import { recordChange } from '../outbox/changes.js';
import { isIn } from '../resource/condition.js';
import { Violations } from '../resource/errors.js';
import type { Effect } from '../resource/resource.js';
import type { Transaction } from '../resource/transaction.js';
import {
  joinOrderNumbers,
  normaliseOrderNumber,
  splitOrderNumbers,
  tooManyNumbers,
} from '../shipments/order-numbers.field.js';
import { writeOrderNumbers } from '../shipments/order-numbers-follow-orders.js';
import type { Shipment } from '../shipments/shipment.entity.js';
import { recountOrder } from './orders-are-recounted.js';
import type { Order } from './order.entity.js';

/** `shipments` of an order links and unlinks; the shipments gain and lose the order's number. */
export const shipmentsFollowTheirOrder: Effect<Order> = async ({ after, references }, transaction) => {
  const sent = references.get('shipments');
  if (!after || !sent) return;
  const rows = await transaction.rows<{ shipmentPk: number }>(
    'SELECT shipmentPk FROM shipment_orders WHERE orderPk = ?',
    [after.pk],
  );
  const linked = new Set(rows.map((row) => row.shipmentPk));
  const wanted = new Set(sent.map((shipment) => shipment.pk));
  const number = normaliseOrderNumber(after.orderNumber ?? '');
  for (const pk of [...linked].filter((each) => !wanted.has(each))) {
    await transaction.run('DELETE FROM shipment_orders WHERE orderPk = ? AND shipmentPk = ?', [after.pk, pk]);
    await renumber(pk, (numbers) => numbers.filter((each) => each !== number), transaction);
  }
  for (const pk of [...wanted].filter((each) => !linked.has(each))) {
    await transaction.run('INSERT INTO shipment_orders (orderPk, shipmentPk) VALUES (?, ?)', [after.pk, pk]);
    await renumber(pk, (numbers) => (number === '' ? numbers : [...numbers, number]), transaction);
  }
  recountOrder(after.pk, transaction);
};

async function renumber(
  shipmentPk: number,
  change: (numbers: readonly string[]) => readonly string[],
  transaction: Transaction,
): Promise<void> {
  const where = isIn('pk', [shipmentPk]);
  const [shipment] = await transaction.rows<Pick<Shipment, 'pk' | 'workspacePk' | 'orderNumbers'>>(
    `SELECT pk, workspacePk, orderNumbers FROM shipments WHERE ${where.sql}${transaction.dialect.forUpdate}`,
    where.params,
  );
  if (!shipment) return;
  const stored = joinOrderNumbers(change(splitOrderNumbers(shipment.orderNumbers)));
  if (stored === shipment.orderNumbers) return;
  const [refusal] = tooManyNumbers(splitOrderNumbers(stored), 'orderNumbers');
  if (refusal) throw new Violations([{ ...refusal, propertyPath: 'shipments' }]);
  await transaction.run('UPDATE shipments SET orderNumbers = ?, updatedAt = ? WHERE pk = ?', [
    stored,
    transaction.moment,
    shipmentPk,
  ]);
  const { workspacePk } = shipment;
  const columns = ['orderNumbers'];
  recordChange({ entity: 'shipments', event: 'update', pk: shipmentPk, workspacePk, columns }, transaction);
  await writeOrderNumbers(shipment, splitOrderNumbers(stored), true, transaction);
}
