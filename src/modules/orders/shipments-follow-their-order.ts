import type { AfterWrite, BeforeDelete } from '../../core/metadata/resource.js';
import type { Transaction } from '../../core/metadata/transaction.js';
import { touch } from '../../core/store/touch.js';
import {
  linkOrders,
  linkShipmentsByNumber,
  changeOrderNumbers,
  unlinkOrder,
} from '../shipments/link-orders.js';
import { normaliseOrderNumber } from '../shipments/order-numbers.field.js';
import { orderIsRenumbered, recountOrder } from './recount-orders.js';
import type { Order } from './order.entity.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { ShipmentOrder } from '../shipments/shipment-order.entity.js';

const shipmentOrders = sqlNames(ShipmentOrder);

/** `shipments` of an order links and unlinks; the shipments gain and lose the order's number. */
export const shipmentsFollowTheirOrder: AfterWrite<Order> = async ({ after, references }, transaction) => {
  const sent = references.get('shipments');
  if (!after || !sent) return;
  const linked = new Set(await shipmentsOf(after.pk, transaction));
  const wanted = new Set(sent.map((shipment) => shipment.pk));
  const number = normaliseOrderNumber(after.orderNumber ?? '');
  const { workspacePk } = after;
  for (const pk of [...linked].filter((each) => !wanted.has(each))) {
    await unlinkOrder({ pk, workspacePk }, after.pk, transaction);
    await changeOrderNumbers(
      pk,
      'shipments',
      (numbers) => numbers.filter((each) => each !== number),
      transaction,
    );
  }
  for (const pk of [...wanted].filter((each) => !linked.has(each))) {
    await linkOrders({ pk, workspacePk }, [after.pk], transaction);
    if (number !== '')
      await changeOrderNumbers(pk, 'shipments', (numbers) => [...numbers, number], transaction);
  }
  recountOrder(after.pk, transaction);
};

const shipmentsOf = async (orderPk: number, transaction: Transaction): Promise<number[]> => {
  const rows = await transaction.rows<{ shipmentPk: number }>(
    `SELECT ${shipmentOrders.shipmentPk}
      FROM ${shipmentOrders.table}
      WHERE ${shipmentOrders.orderPk} = ?
      ORDER BY ${shipmentOrders.shipmentPk}`,
    [orderPk],
  );
  return rows.map(({ shipmentPk }) => shipmentPk);
};

/**
 * A new order finds the shipments that have its number already. One whose number becomes another takes its shipments
 * along, and finds those with the new number.
 */
export const shipmentsFollowTheOrdersNumber: AfterWrite<Order> = ({ before, after }, transaction) => {
  const was = normaliseOrderNumber(before?.orderNumber ?? '');
  const number = normaliseOrderNumber(after?.orderNumber ?? '');
  if (!after || was === number) return;
  const { pk, workspacePk } = after;
  orderIsRenumbered(pk, transaction);
  transaction.beforeCommit(`number of order ${pk}`, async () => {
    if (before)
      for (const each of await shipmentsOf(pk, transaction))
        await changeOrderNumbers(
          each,
          'orderNumber',
          (numbers) => inPlaceOf(was, number, numbers),
          transaction,
        );
    await linkShipmentsByNumber(workspacePk, number, transaction);
  });
};

const inPlaceOf = (was: string, is: string, numbers: readonly string[]): string[] =>
  [...numbers.map((each) => (each === was ? is : each)), is].filter((each) => each !== '');

/** When a shipment was ordered is another moment once one of its orders has gone, though no row of it changes. */
export const shipmentsLoseTheirOrder: BeforeDelete<Order> = async ({ before }, transaction) => {
  const { workspacePk } = before;
  for (const pk of await shipmentsOf(before.pk, transaction))
    touch('shipments', { pk, workspacePk }, [], transaction);
};
