import { orderItemResource } from '../../../modules/orders/order-items/order-item.resource.js';
import { orderResource } from '../../../modules/orders/order.resource.js';
import { and, condition, isIn } from '../../../core/metadata/condition.js';
import { NotFound } from '../../../core/metadata/errors.js';
import { iriOf } from '../../../core/metadata/resource.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import { shipmentResource } from '../../../modules/shipments/shipment.resource.js';
import { merchantTrackingNumber } from '../../../modules/shipments/merchant-carrier.js';
import { parseWriteInput } from '../../../core/store/write-input.js';
import { workspaceResource } from '../../../modules/workspaces/workspace.resource.js';
import {
  addAdditional,
  removeAdditional,
  splitTrackingNumbers,
  numberPlace,
} from './additional-tracking-numbers.js';
import { keepShippedStatus, shippedStatusFollows } from '../orders/order-statuses.js';
import { addressWith, otherAddress, receiverOf } from './shipment-address.js';
import type { NewShipment, ShipmentChange, ShipmentFields, ShipmentItem } from './shipment.dto.js';
import { withMappedErrors } from './error-mapper.js';
import { itemsOf, ofOrder } from './shipment.queries.js';
import { carrierCodeOf, changedCarrier } from './carrier-mapping.js';
import { InvalidField, UnwritableField } from '../errors.js';
import type { HeldOrder } from '../../shared/hold-order.js';
import type { OrderItemRow, OrderRow, ShipmentRow } from '../../shared/rows.js';
import type { ShopUnit } from '../../shared/shop-units.js';
import { addressesOfOrder, type OrderAddresses } from '../orders/order-address.queries.js';
import { presentShipments } from './shipment.presenter.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { ShipmentOrder } from '../../../modules/shipments/shipment-order.entity.js';

const links = sqlNames(ShipmentOrder);

/** A unit of work on an order of a store; it reads as the unit sees it. */
export interface OrderUnit extends ShopUnit {
  readonly order: OrderRow;
  readonly workspaceId: string;
}

/** Makes a shipment; the order, which is held, becomes (partially) shipped with it. @throws InvalidField. */
export async function createShipment(
  sent: NewShipment,
  unit: OrderUnit & HeldOrder,
): Promise<WrittenShipment> {
  const { order, orderItems, writer, rows, transaction } = unit;
  const addresses = await addressesOfOrder(order, rows);
  const address = addressWith(sent.order_address_id, addresses);
  const names = { provider: sent.shipping_provider ?? '', carrier: sent.tracking_carrier ?? '' };
  const carrier = carrierCodeOf(names);
  const numbers = splitTrackingNumbers(sent.tracking_number ?? '');
  const place = await numberPlace(numbers.own, unit);
  const body = {
    workspace: iriOf(workspaceResource, unit.workspaceId),
    orders: [iriOf(orderResource, order.id)],
    shipmentItems: sent.items.map((item) => shipmentItemBodyOf(item, orderItems)),
    ...(carrier === undefined ? {} : { originCarrier: carrier }),
    trackingNumber: place.trackingNumber,
    ...receiverOf(address, order),
  };
  const columns = {
    ...columnsOf(sent),
    shippingProvider: names.provider,
    trackingCarrier: names.carrier,
    orderAddressPk: address.pk,
    sharedNumber: place.sharedNumber,
  };
  const { pk } = await withMappedErrors(sent.items, () =>
    writer.create(shipmentResource, parseWriteInput(shipmentResource, body, 'post'), { columns }),
  );
  shippedStatusFollows(order.pk, unit);
  await transaction.finish();
  await addAdditional(pk, numbers.further, unit);
  return writtenShipment(pk, unit, addresses);
}

/** A shipment that was written, by its key, and as it is answered. */
interface WrittenShipment {
  readonly pk: number;
  readonly shipment: object;
}

/** A shipment as the unit sees it. */
async function writtenShipment(
  pk: number,
  { order, rows }: OrderUnit,
  addresses: OrderAddresses,
): Promise<WrittenShipment> {
  const written = await rows(shipmentResource, condition('t.pk = ?', pk));
  const [shipment] = await presentShipments(written, order, rows, addresses);
  if (!shipment) throw new NotFound();
  return { pk, shipment };
}

/** Changes what was sent of a shipment, and nothing else. @throws NotFound, UnwritableField, InvalidField. */
export async function updateShipment(
  pk: number,
  change: ShipmentChange,
  unit: OrderUnit,
): Promise<WrittenShipment> {
  const { order, writer, rows, transaction } = unit;
  const shipment = await findShipment(pk, unit);
  if (change.items) await assertUnchanged(change.items, shipment, unit);
  // the number that is shown may be sent back, though no shop has written it
  const isShown = change.tracking_number === (merchantTrackingNumber(shipment) ?? '');
  const sent = isShown ? { ...change, tracking_number: undefined } : change;
  const addresses = await addressesOfOrder(order, rows);
  const address = otherAddress(shipment, sent.order_address_id, addresses);
  const names = changedCarrier(shipment, sent);
  const numbers = sent.tracking_number === undefined ? undefined : splitTrackingNumbers(sent.tracking_number);
  if (numbers) await removeAdditional(pk, numbers.further, unit);
  const place = numbers && (await numberPlace(numbers.own, unit, pk));
  const body = {
    ...(names && { originCarrier: carrierCodeOf(names) ?? null }),
    ...(place && { trackingNumber: place.trackingNumber }),
    ...(address && receiverOf(address, order)),
  };
  const columns = {
    ...columnsOf(sent),
    ...(names && { shippingProvider: names.provider, trackingCarrier: names.carrier }),
    ...(address && { orderAddressPk: address.pk }),
    ...(place && { sharedNumber: place.sharedNumber }),
  };
  const input = parseWriteInput(shipmentResource, body, 'put');
  await withMappedErrors([], () => writer.updateRow(shipmentResource, shipment, input, { columns }));
  if (numbers) await addAdditional(pk, numbers.further, unit);
  await transaction.finish();
  return writtenShipment(pk, unit, addresses);
}

/** @throws UnwritableField when what was sent is not what is in the shipment of the order. */
async function assertUnchanged(
  sent: readonly ShipmentItem[],
  shipment: ShipmentRow,
  { order, rows }: OrderUnit,
): Promise<void> {
  const inside = new Map<number, number>();
  for (const { orderItemPk, qty } of await rows(...itemsOf([shipment], order)))
    inside.set(orderItemPk, (inside.get(orderItemPk) ?? 0) + qty);
  const isSame =
    sent.length === inside.size &&
    sent.every(({ order_product_id, quantity }) => inside.get(order_product_id) === quantity);
  if (!isSame) throw new UnwritableField('items');
}

/**
 * Deletes a shipment, or all of an order, which is held: what others have made of it meanwhile goes as well. What is in them
 * may be shipped again. @throws NotFound.
 */
export async function removeShipments(pk: number | undefined, unit: OrderUnit & HeldOrder): Promise<void> {
  const { order, writer, transaction } = unit;
  const found =
    pk === undefined ? await writer.find(shipmentResource, ofOrder(order)) : [await findShipment(pk, unit)];
  for (const orderPk of await ordersIn(found, transaction)) await keepShippedStatus(orderPk, order, unit);
  const keys = new Set<number | null>(found.map((each) => each.pk));
  // further tracks go with the shipment that has the items
  for (const shipment of found.filter(({ parentPk }) => !keys.has(parentPk)))
    await writer.removeRow(shipmentResource, shipment);
}

/** The orders of which something is in shipments, in the order of their keys. */
async function ordersIn(shipments: readonly ShipmentRow[], transaction: Transaction): Promise<number[]> {
  const linked = isIn(
    links.shipmentPk,
    shipments.map(({ pk }) => pk),
  );
  const rows = await transaction.rows<{ orderPk: number }>(
    `SELECT DISTINCT ${links.orderPk} FROM ${links.table} WHERE ${linked.sql} ORDER BY ${links.orderPk}`,
    linked.params,
  );
  return rows.map(({ orderPk }) => orderPk);
}

async function findShipment(pk: number, { order, writer }: OrderUnit): Promise<ShipmentRow> {
  const [shipment] = await writer.find(shipmentResource, and([condition('t.pk = ?', pk), ofOrder(order)]));
  if (!shipment) throw new NotFound();
  return shipment;
}

function shipmentItemBodyOf(
  { order_product_id, quantity }: ShipmentItem,
  orderItems: readonly OrderItemRow[],
): { orderItem: string; qty: number } {
  const product = orderItems.find(({ pk }) => pk === order_product_id);
  if (!product) throw new InvalidField('order_product_id', 'The order has no product with this id.');
  return { orderItem: iriOf(orderItemResource, product.id), qty: quantity };
}

/** Columns that TrackMage's bodies do not have; empty text takes back what was said. */
function columnsOf(sent: Partial<ShipmentFields>): Partial<ShipmentRow> {
  const { tracking_number, tracking_link, shipping_method, comments, merchant_shipping_cost } = sent;
  return {
    ...(tracking_number !== undefined && { writtenNumber: tracking_number || null }),
    ...(tracking_link !== undefined && { trackingLink: tracking_link || null }),
    ...(shipping_method !== undefined && { shippingMethod: shipping_method || null }),
    ...(comments !== undefined && { comments: comments || null }),
    ...(merchant_shipping_cost !== undefined && { merchantShippingCost: merchant_shipping_cost || null }),
  };
}
