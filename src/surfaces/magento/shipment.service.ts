import { and, condition } from '../../core/metadata/condition.js';
import { iriOf } from '../../core/metadata/resource.js';
import { parseWriteInput } from '../../core/store/write-input.js';
import { addressColumns } from '../../modules/addresses/address-columns.js';
import { isCancelled } from '../../modules/orders/cancelled.js';
import { orderItemResource } from '../../modules/orders/order-items/order-item.resource.js';
import { orderResource } from '../../modules/orders/order.resource.js';
import { statusCode } from '../../modules/orders/status-code.js';
import { additionalTrackBody } from '../../modules/shipments/additional-track.js';
import { effectiveTrackingNumber } from '../../modules/shipments/effective-tracking-number.js';
import { trackingNumberColumns } from '../../modules/shipments/shared-tracking-number.js';
import { shipmentResource } from '../../modules/shipments/shipment.resource.js';
import { workspaceResource } from '../../modules/workspaces/workspace.resource.js';
import type { BoundStore } from '../shared/bound-store.js';
import { holdOrder } from '../shared/hold-order.js';
import type { OrderRow } from '../shared/rows.js';
import type { ShopUnit } from '../shared/shop-units.js';
import type { AddTrack } from './dto/add-track.dto.js';
import type { CreateShipment } from './dto/create-shipment.dto.js';
import { cannotShip, orderNotFound, shipmentNotFound } from './errors.js';
import { namedOrder, orderPkOf } from './find-order.js';
import { findShipment } from './find-shipment.js';
import { type AllocatedItem, allocateItems } from './item-allocation.js';
import { isShipment } from './shipment.filters.js';
import type { KnownRows } from './shipment.presenter.js';
import { type Track, trackBody, trackColumns, tracksFrom, tracksOf } from './track.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { ShipmentOrder } from '../../modules/shipments/shipment-order.entity.js';

const shipmentOrders = sqlNames(ShipmentOrder);

/** A shipment that was written, by its key, with what is at hand to answer it. */
export interface WrittenShipment {
  readonly pk: number;
  readonly known?: KnownRows;
}

/** A unit of work in a store. */
export interface StoreUnit extends ShopUnit {
  readonly store: BoundStore;
}

/**
 * Makes a shipment of what is left of an order, with a further shipment for each further track.
 * @throws NotFound, BadInput, Violations.
 */
export async function createShipment(sent: CreateShipment, unit: StoreUnit): Promise<WrittenShipment> {
  const { writer, transaction } = unit;
  const orderPk = await orderPkOf(sent, unit.rows);
  const held = await holdOrder(orderPk, writer, transaction);
  if (!held) throw orderNotFound();
  const { orderItems } = held;
  const order = namedOrder([held.order], sent);
  if (isCancelled(await statusCode(order, transaction))) throw cannotShip();
  const allocated = allocateItems(orderItems, sent.items);
  const [track, ...further] = tracksOf(sent);
  const receiver = { workspacePk: unit.store.workspacePk, orderPks: [orderPk] };
  const place = await trackingNumberColumns(track?.number ?? null, receiver, transaction);
  const body = {
    ...bodyFor(order, unit.store),
    shipmentItems: allocated.map(shipmentItem),
    ...(track ? trackBody(track, place) : {}),
  };
  const { pk } = await writer.create(shipmentResource, parseWriteInput(shipmentResource, body, 'post'), {
    columns: {
      comments: sent.comment ?? null,
      ...(track ? trackColumns(track, place) : { trackingCarrier: '' }),
    },
  });
  for (const each of further) {
    const its = await trackingNumberColumns(each.number, receiver, transaction);
    const child = { ...bodyFor(order, unit.store), ...trackBody(each, its) };
    await writer.create(shipmentResource, parseWriteInput(shipmentResource, child, 'post'), {
      columns: { ...trackColumns(each, its), parentPk: pk },
    });
  }
  return { pk, known: { orders: new Map([[pk, order]]), orderItems } };
}

const shipmentItem = ({ orderItem, qty }: AllocatedItem): object => ({
  orderItem: iriOf(orderItemResource, orderItem.id),
  qty,
});

/** Characters of a shipment's e-mail address at most; an order's may be longer. */
const EMAIL_LIMIT = 255;

/** What a shipment has from its order. */
function bodyFor(order: OrderRow, store: BoundStore): object {
  const email = order.email ?? '';
  return {
    workspace: iriOf(workspaceResource, store.workspaceId),
    orders: [iriOf(orderResource, order.id)],
    email: email.length > EMAIL_LIMIT ? null : order.email,
    phoneNumber: order.phoneNumber,
    address: addressColumns(order, 'shippingAddress'),
  };
}

/**
 * Adds tracks to a shipment: as its own number where it has none, else as further shipments of the same orders.
 * @throws NotFound, BadInput, Violations.
 */
export async function addTracks(sent: AddTrack, unit: StoreUnit): Promise<WrittenShipment> {
  const { store, rows } = unit;
  const { pk } = await findShipment(sent, store.workspacePk, rows);
  for (const track of tracksFrom(sent)) await addTrack(track, pk, unit);
  return { pk };
}

async function addTrack(track: Track, pk: number, { store, writer, transaction }: StoreUnit): Promise<void> {
  // held, so that of two tracks at once only one becomes its own number
  const [shipment] = await writer.find(shipmentResource, and([isShipment, condition('t.pk = ?', pk)]));
  if (!shipment) throw shipmentNotFound();
  const links = await transaction.rows<{ orderPk: number }>(
    `SELECT ${shipmentOrders.orderPk} AS orderPk FROM ${shipmentOrders.table} WHERE ${shipmentOrders.shipmentPk} = ?`,
    [pk],
  );
  const orderPks = links.map(({ orderPk }) => orderPk);
  if (effectiveTrackingNumber(shipment) === null) {
    const place = await trackingNumberColumns(
      track.number,
      { workspacePk: store.workspacePk, orderPks, pk },
      transaction,
    );
    // a carrier that was chosen for no number is not this one's
    const forgotten = shipment.originCarrier === null ? {} : { originCarrier: null };
    const input = parseWriteInput(shipmentResource, { ...forgotten, ...trackBody(track, place) }, 'put');
    await writer.update(shipmentResource, shipment.id, input, {
      columns: trackColumns(track, place),
    });
    return;
  }
  const place = await trackingNumberColumns(
    track.number,
    { workspacePk: store.workspacePk, orderPks },
    transaction,
  );
  const workspace = iriOf(workspaceResource, store.workspaceId);
  const body = {
    ...(await additionalTrackBody(shipment, (resource, where) => writer.find(resource, where))),
    workspace,
    ...trackBody(track, place),
  };
  await writer.create(shipmentResource, parseWriteInput(shipmentResource, body, 'post'), {
    columns: { ...trackColumns(track, place), parentPk: pk },
  });
}
