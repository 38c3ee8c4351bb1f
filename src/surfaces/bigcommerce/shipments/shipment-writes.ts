import { orderItemResource } from '../../../modules/orders/order-items/order-item.resource.js';
import { orderResource } from '../../../modules/orders/order.resource.js';
import { and, condition, isIn } from '../../../core/metadata/condition.js';
import { NotFound } from '../../../core/metadata/errors.js';
import { iriOf } from '../../../core/metadata/resource.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import { shipmentResource } from '../../../modules/shipments/shipment.resource.js';
import { merchantTrackingNumber } from '../../../modules/shipments/merchant-carrier.js';
import { parseWriteInput } from '../../../core/store/write-input.js';
import type { ReadRows } from '../../../core/store/rows.js';
import type { Writer } from '../../../core/store/writer.js';
import { workspaceResource } from '../../../modules/workspaces/workspace.resource.js';
import { addFurther, dropFurther, numbersIn, placeIn } from './further-numbers.js';
import { keepShippedStatus, shippedStatusFollows } from '../orders/order-statuses.js';
import { addressWith, otherAddress, receiverOf } from './shipment-address.js';
import type { newShipmentIn, SentItem, SentShipment, ShipmentChange } from './shipment-body.js';
import { inShopWords } from './shipment-refusals.js';
import { itemsOf, ofOrder } from './shipment-rows.js';
import { meantCarrier, otherWords } from './shipment-words.js';
import { InvalidField, UnwritableField } from '../store-errors.js';
import type { OrderItemRow, OrderRow, ShipmentRow } from '../../shared/rows.js';

/** A unit of work on an order of a store. */
export interface OrderUnit {
  readonly order: OrderRow;
  readonly workspaceId: string;
  readonly writer: Writer;
  readonly transaction: Transaction;
  /** Reads as the unit sees it. */
  readonly read: ReadRows;
}

/** Makes a shipment; the order becomes (partially) shipped with it. @returns its key. @throws InvalidField. */
export async function createShipment(
  sent: ReturnType<typeof newShipmentIn>,
  unit: OrderUnit,
): Promise<number> {
  const { order, writer, transaction } = unit;
  const products = await holdProducts(unit);
  const address = await addressWith(sent.orderAddressId, unit);
  const words = { provider: sent.shippingProvider ?? '', carrier: sent.trackingCarrier ?? '' };
  const carrier = meantCarrier(words);
  const numbers = numbersIn(sent.trackingNumber ?? '');
  const place = await placeIn(numbers.own, unit);
  const body = {
    workspace: iriOf(workspaceResource, unit.workspaceId),
    orders: [iriOf(orderResource, order.id)],
    shipmentItems: sent.items.map((item) => bodyOf(item, products)),
    ...(carrier === undefined ? {} : { originCarrier: carrier }),
    trackingNumber: place.trackingNumber,
    ...receiverOf(address, order),
  };
  const columns = {
    ...columnsOf(sent),
    shippingProvider: words.provider,
    trackingCarrier: words.carrier,
    orderAddressPk: address.pk,
    sharedNumber: place.sharedNumber,
  };
  const { pk } = await inShopWords(sent.items, () =>
    writer.create(shipmentResource, parseWriteInput(shipmentResource, body, 'post'), { columns }),
  );
  await transaction.finish();
  await addFurther(pk, numbers.further, unit);
  await shippedStatusFollows(order.pk, writer, transaction);
  return pk;
}

/** Changes what was sent of a shipment, and nothing else. @throws NotFound, UnwritableField, InvalidField. */
export async function changeShipment(id: number, change: ShipmentChange, unit: OrderUnit): Promise<void> {
  const { order, writer, transaction } = unit;
  const shipment = await shipmentWith(id, unit);
  if (change.items) await assertInside(change.items, shipment, unit);
  // the number that is shown may be sent back, though no shop has written it
  const isShown = change.trackingNumber === (merchantTrackingNumber(shipment) ?? '');
  const sent = isShown ? { ...change, trackingNumber: undefined } : change;
  const address = await otherAddress(shipment, sent.orderAddressId, unit);
  const words = otherWords(shipment, sent);
  const numbers = sent.trackingNumber === undefined ? undefined : numbersIn(sent.trackingNumber);
  if (numbers) await dropFurther(id, numbers.further, unit);
  const place = numbers && (await placeIn(numbers.own, unit, id));
  const body = {
    ...(words && { originCarrier: meantCarrier(words) ?? null }),
    ...(place && { trackingNumber: place.trackingNumber }),
    ...(address && receiverOf(address, order)),
  };
  const columns = {
    ...columnsOf(sent),
    ...(words && { shippingProvider: words.provider, trackingCarrier: words.carrier }),
    ...(address && { orderAddressPk: address.pk }),
    ...(place && { sharedNumber: place.sharedNumber }),
  };
  const input = parseWriteInput(shipmentResource, body, 'put');
  await inShopWords([], () => writer.update(shipmentResource, shipment.id, input, { columns }));
  if (numbers) await addFurther(id, numbers.further, unit);
  await transaction.finish();
}

/** @throws UnwritableField when what was sent is not what is in the shipment of the order. */
async function assertInside(
  sent: readonly SentItem[],
  shipment: ShipmentRow,
  { order, read }: OrderUnit,
): Promise<void> {
  const inside = new Map<number, number>();
  for (const { orderItemPk, qty } of await read(...itemsOf([shipment], order)))
    inside.set(orderItemPk, (inside.get(orderItemPk) ?? 0) + qty);
  const isSame =
    sent.length === inside.size &&
    sent.every(({ orderProductId, quantity }) => inside.get(orderProductId) === quantity);
  if (!isSame) throw new UnwritableField('items');
}

/** Deletes a shipment, or all of an order; what is in them may be shipped again. @throws NotFound. */
export async function removeShipments(id: number | undefined, unit: OrderUnit): Promise<void> {
  const { order, writer, transaction } = unit;
  // whoever ships something of the order is waited for, and what they have made goes as well
  await holdProducts(unit);
  const found =
    id === undefined ? await writer.find(shipmentResource, ofOrder(order)) : [await shipmentWith(id, unit)];
  for (const pk of await ordersIn(found, transaction)) await keepShippedStatus(pk, writer, transaction);
  const keys = new Set<number | null>(found.map(({ pk }) => pk));
  // further tracks go with the shipment that has the items
  for (const shipment of found.filter(({ parentPk }) => !keys.has(parentPk)))
    await writer.remove(shipmentResource, shipment.id);
}

/** The orders of which something is in shipments, in the order of their keys. */
async function ordersIn(shipments: readonly ShipmentRow[], transaction: Transaction): Promise<number[]> {
  const linked = isIn(
    'shipmentPk',
    shipments.map(({ pk }) => pk),
  );
  const rows = await transaction.rows<{ orderPk: number }>(
    `SELECT DISTINCT orderPk FROM shipment_orders WHERE ${linked.sql} ORDER BY orderPk`,
    linked.params,
  );
  return rows.map(({ orderPk }) => orderPk);
}

/** The order's products by their keys; held, so that requests for one order come one after the other. */
async function holdProducts({ order, writer }: OrderUnit): Promise<ReadonlyMap<number, OrderItemRow>> {
  const rows = await writer.find(orderItemResource, condition('t.orderPk = ?', order.pk));
  return new Map(rows.map((row) => [row.pk, row]));
}

async function shipmentWith(id: number, { order, writer }: OrderUnit): Promise<ShipmentRow> {
  const [shipment] = await writer.find(shipmentResource, and([condition('t.pk = ?', id), ofOrder(order)]));
  if (!shipment) throw new NotFound();
  return shipment;
}

function bodyOf(
  { orderProductId, quantity }: SentItem,
  products: ReadonlyMap<number, OrderItemRow>,
): { orderItem: string; qty: number } {
  const product = products.get(orderProductId);
  if (!product) throw new InvalidField('order_product_id', 'The order has no product with this id.');
  return { orderItem: iriOf(orderItemResource, product.id), qty: quantity };
}

/** Columns that TrackMage's bodies do not have. */
function columnsOf(sent: SentShipment): Partial<ShipmentRow> {
  const { trackingNumber, trackingLink, shippingMethod, comments, merchantShippingCost } = sent;
  const columns: Partial<ShipmentRow> = {};
  if (trackingNumber !== undefined) columns.writtenNumber = trackingNumber || null;
  if (trackingLink !== undefined) columns.trackingLink = trackingLink || null;
  if (shippingMethod !== undefined) columns.shippingMethod = shippingMethod || null;
  if (comments !== undefined) columns.comments = comments || null;
  if (merchantShippingCost !== undefined) columns.merchantShippingCost = merchantShippingCost || null;
  return columns;
}
