import { isTrackingNumber } from '../reference-data/carriers/normalize-tracking-number.js';
import { condition, isIn } from '../../core/metadata/condition.js';
import { Violations } from '../../core/metadata/errors.js';
import { iriOf, type Reference } from '../../core/metadata/resource.js';
import type { Transaction } from '../../core/metadata/transaction.js';
import { CODE, type Violation } from '../../core/metadata/violation.js';
import { orderResource } from '../orders/order.resource.js';
import { shipmentItemResource } from './shipment-items/shipment-item.resource.js';
import { ShipmentItem } from './shipment-items/shipment-item.entity.js';
import { parseWriteInput } from '../../core/store/write-input.js';
import { isOf } from '../../core/store/children.js';
import type { Writer } from '../../core/store/writer.js';
import { splitOrderNumbers } from './order-numbers.field.js';
import { shipmentResource } from './shipment.resource.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { Shipment } from './shipment.entity.js';
import { ShipmentOrder } from './shipment-order.entity.js';
import { Order } from '../orders/order.entity.js';

const shipmentsTable = sqlNames(Shipment);
const shipmentItems = sqlNames(ShipmentItem);
const l = sqlNames(ShipmentOrder, 'l');
const o = sqlNames(Order, 'o');
const t = sqlNames(Shipment, 't');

/** Which shipment goes, and into which one: the one that has the number in the same workspace. */
export interface MergeRequest {
  readonly shipmentId: string;
  /** In capitals, without blanks. */
  readonly trackingNumber: string;
}

/**
 * Moves what is in a shipment, its orders and its order numbers to the shipment with a tracking number, and deletes it.
 * What both have of an order item is added up. Everything goes through the rules of its own resource.
 * @returns the shipment that stays. @throws NotFound when there is no such shipment, Violations.
 */
export async function mergeShipments(
  { shipmentId, trackingNumber }: MergeRequest,
  writer: Writer,
  transaction: Transaction,
): Promise<Reference> {
  const gone = await writer.lock(shipmentResource, shipmentId);
  const [found] = isTrackingNumber(trackingNumber)
    ? await transaction.rows<{ id: string }>(
        `SELECT ${shipmentsTable.id}
          FROM ${shipmentsTable.table}
          WHERE ${shipmentsTable.workspacePk} = ? AND ${shipmentsTable.trackingNumber} = ?`,
        [gone.workspacePk, trackingNumber],
      )
    : [];
  if (!found) throw new Violations([NUMBER_NOT_FOUND]);
  if (found.id === gone.id) throw new Violations([IS_OWN_NUMBER]);
  const kept = await writer.lock(shipmentResource, found.id);
  await moveItems(gone, kept, writer, transaction);
  await moveOrders(gone, kept, writer, transaction);
  await moveTracks(gone, kept, writer);
  await writer.remove(shipmentResource, gone.id);
  return kept;
}

type MovedItem = Pick<ShipmentItem, 'id' | 'shipmentPk' | 'orderItemPk' | 'qty'>;

/** An item that nothing is added to keeps its id. */
async function moveItems(
  gone: Reference,
  kept: Reference,
  writer: Writer,
  transaction: Transaction,
): Promise<void> {
  const items = await transaction.rows<MovedItem>(
    `SELECT ${shipmentItems.id}, ${shipmentItems.shipmentPk}, ${shipmentItems.orderItemPk}, ${shipmentItems.qty}
      FROM ${shipmentItems.table}
      WHERE ${shipmentItems.shipmentPk} IN (?, ?)
      ORDER BY ${shipmentItems.pk}${transaction.dialect.forUpdate}`,
    [gone.pk, kept.pk],
  );
  const there = new Map(
    items.filter((item) => item.shipmentPk === kept.pk).map((item) => [item.orderItemPk, item]),
  );
  for (const item of items.filter(({ shipmentPk }) => shipmentPk === gone.pk)) {
    const same = there.get(item.orderItemPk);
    if (same) {
      const qty = same.qty + item.qty;
      await writer.remove(shipmentItemResource, item.id);
      await writer.update(shipmentItemResource, same.id, new Map([['qty', qty]]));
      there.set(item.orderItemPk, { ...same, qty });
    } else {
      await writer.update(shipmentItemResource, item.id, new Map(), {
        references: new Map([['shipment', kept]]),
      });
      there.set(item.orderItemPk, item);
    }
  }
}

async function moveOrders(
  gone: Reference,
  kept: Reference,
  writer: Writer,
  transaction: Transaction,
): Promise<void> {
  const both = [kept.pk, gone.pk];
  const linked = isIn(l.shipmentPk, both);
  const orders = await transaction.rows<{ id: string }>(
    `SELECT ${o.id} AS id FROM ${l.table} JOIN ${o.table} ON ${o.pk} = ${l.orderPk}
      WHERE ${linked.sql}
      ORDER BY ${o.pk}`,
    linked.params,
  );
  const of = isIn('pk', both);
  const shipments = await transaction.rows<{ pk: number; orderNumbers: string }>(
    `SELECT ${shipmentsTable.pk}, ${shipmentsTable.orderNumbers} FROM ${shipmentsTable.table} WHERE ${of.sql}`,
    of.params,
  );
  const numbersOf = (pk: number): string[] =>
    splitOrderNumbers(shipments.find((shipment) => shipment.pk === pk)?.orderNumbers ?? '');
  const body = {
    orders: [...new Set(orders.map(({ id }) => iriOf(orderResource, id)))],
    orderNumbers: both.flatMap(numbersOf),
  };
  await writer.update(shipmentResource, kept.id, parseWriteInput(shipmentResource, body, 'put'));
}

/** Further tracks go to what is kept, or where that is a further track itself. */
async function moveTracks(gone: Reference, kept: Reference, writer: Writer): Promise<void> {
  const [row] = await writer.find(shipmentResource, condition(`${t.pk} = ?`, kept.pk));
  const own = row?.parentPk ?? null;
  const root = own === null || own === gone.pk ? kept.pk : own;
  for (const track of await writer.find(shipmentResource, isOf('parent', gone.pk))) {
    const parentPk = track.pk === root ? null : root;
    await writer.update(shipmentResource, track.id, new Map(), { columns: { parentPk } });
  }
}

const NUMBER_NOT_FOUND: Violation = {
  propertyPath: 'trackingNumber',
  message: 'No shipment of the same workspace has this tracking number.',
  code: CODE.choice,
};

const IS_OWN_NUMBER: Violation = {
  propertyPath: 'trackingNumber',
  message: 'This is the tracking number of the shipment itself.',
  code: CODE.choice,
};
