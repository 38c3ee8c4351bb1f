import { addressColumns } from '../addresses/address-columns.js';
import { orderResource } from '../orders/order.resource.js';
import { and, condition } from '../resource/condition.js';
import { iriOf } from '../resource/resource.js';
import { splitOrderNumbers } from '../shipments/order-numbers.field.js';
import { shipmentResource } from '../shipments/shipment.resource.js';
import { deserialize } from '../store/draft.js';
import type { Columns } from '../store/rows.js';
import { workspaceResource } from '../workspaces/workspace.resource.js';
import { type Writing } from './create-shipment.js';
import { shipmentNotFound } from './errors.js';
import { findShipment, type ShipmentNames, shipmentNamesIn } from './find-shipment.js';
import { isShipment } from './list-request.js';
import { fieldsOf, NamedValues } from './named-values.js';
import { type Track, trackBody, trackColumns, trackFrom } from './tracks.js';

/** A track, and the shipment that it is for. */
export interface NewTrack extends ShipmentNames {
  readonly track: Track;
}

/** @throws BadInput. */
export function newTrackIn(sent: unknown): NewTrack {
  const values = new NamedValues(fieldsOf(sent));
  return { ...shipmentNamesIn(values, true), track: trackFrom(values) };
}

/**
 * Adds a track to a shipment: as its own number where it has none, else as a further shipment of the same orders.
 * @returns the shipment's key. @throws NotFound, BadInput, Violations.
 */
export async function addTrack({ track, ...names }: NewTrack, writing: Writing): Promise<number> {
  const { store, writer, rows } = writing;
  const found = await findShipment(names, store.pk, rows);
  // held, so that of two tracks at once only one becomes its own number
  const [shipment] = await writer.find(
    shipmentResource,
    and([isShipment, condition('t.pk = ?', found.pk as number)]),
  );
  if (!shipment) throw shipmentNotFound();
  const pk = shipment.pk as number;
  if (shipment.trackingNumber === null) {
    // a carrier that was chosen for no number is not this one's
    const forgotten = shipment.originCarrier === null ? {} : { originCarrier: null };
    const draft = deserialize(shipmentResource, { ...forgotten, ...trackBody(track) }, 'put');
    await writer.update(shipmentResource, shipment.id as string, draft, { columns: trackColumns(track) });
    return pk;
  }
  const body = { ...(await bodyLike(shipment, writing)), ...trackBody(track) };
  await writer.create(shipmentResource, deserialize(shipmentResource, body, 'post'), {
    columns: { ...trackColumns(track), parentPk: pk },
  });
  return pk;
}

/** What a further track has from its shipment. */
async function bodyLike(shipment: Columns, { store, rows }: Writing): Promise<object> {
  const linked = condition(
    't.pk IN (SELECT l.orderPk FROM shipment_orders l WHERE l.shipmentPk = ?)',
    shipment.pk as number,
  );
  const orders = await rows(orderResource, linked);
  return {
    workspace: iriOf(workspaceResource, store.id),
    orders: orders.map((order) => iriOf(orderResource, order.id as string)),
    orderNumbers: splitOrderNumbers(shipment.orderNumbers as string),
    email: shipment.email,
    phoneNumber: shipment.phoneNumber,
    address: addressColumns(shipment, 'address'),
  };
}
