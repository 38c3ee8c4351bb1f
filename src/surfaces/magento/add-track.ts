import { and, condition } from '../../core/metadata/condition.js';
import { iriOf } from '../../core/metadata/resource.js';
import { furtherParcelOf } from '../../modules/shipments/further-parcel.js';
import { heldNumber } from '../../modules/shipments/held-number.js';
import { placeOf } from '../../modules/shipments/shared-number.js';
import type { ShopWords } from '../../modules/shipments/shop-words.js';
import { shipmentResource } from '../../modules/shipments/shipment.resource.js';
import { deserialize } from '../../core/store/draft.js';
import type { Columns } from '../../core/store/rows.js';
import { workspaceResource } from '../../modules/workspaces/workspace.resource.js';
import { type Writing } from './create-shipment.js';
import { shipmentNotFound } from './errors.js';
import { findShipment, type ShipmentNames, shipmentNamesIn } from './find-shipment.js';
import { isShipment } from './list-request.js';
import { fieldsOf, NamedValues } from './named-values.js';
import { type Track, trackBody, trackColumns, tracksFrom } from './tracks.js';

/** Tracks of one field, and the shipment that they are for. */
export interface NewTracks extends ShipmentNames {
  readonly tracks: readonly Track[];
}

/** @throws BadInput. */
export function newTracksIn(sent: unknown): NewTracks {
  const values = new NamedValues(fieldsOf(sent));
  return { ...shipmentNamesIn(values, true), tracks: tracksFrom(values) };
}

/**
 * Adds tracks to a shipment: as its own number where it has none, else as further shipments of the same orders.
 * @returns the shipment's key. @throws NotFound, BadInput, Violations.
 */
export async function addTracks({ tracks, ...names }: NewTracks, writing: Writing): Promise<number> {
  const { store, rows } = writing;
  const found = await findShipment(names, store.pk, rows);
  for (const track of tracks) await addTrack(track, found.pk as number, writing);
  return found.pk as number;
}

async function addTrack(
  track: Track,
  pk: number,
  { store, writer, rows, transaction }: Writing,
): Promise<void> {
  // held, so that of two tracks at once only one becomes its own number
  const [shipment] = await writer.find(shipmentResource, and([isShipment, condition('t.pk = ?', pk)]));
  if (!shipment) throw shipmentNotFound();
  const links = await transaction.rows<{ orderPk: number }>(
    'SELECT orderPk AS orderPk FROM shipment_orders WHERE shipmentPk = ?',
    [pk],
  );
  const orderPks = links.map(({ orderPk }) => orderPk);
  if (heldNumber(shipment as ShopWords & Columns) === null) {
    const place = await placeOf(track.number, { workspacePk: store.pk, orderPks, pk }, transaction);
    // a carrier that was chosen for no number is not this one's
    const forgotten = shipment.originCarrier === null ? {} : { originCarrier: null };
    const draft = deserialize(shipmentResource, { ...forgotten, ...trackBody(track, place) }, 'put');
    await writer.update(shipmentResource, shipment.id as string, draft, {
      columns: trackColumns(track, place),
    });
    return;
  }
  const place = await placeOf(track.number, { workspacePk: store.pk, orderPks }, transaction);
  const workspace = iriOf(workspaceResource, store.id);
  const body = { ...(await furtherParcelOf(shipment, rows)), workspace, ...trackBody(track, place) };
  await writer.create(shipmentResource, deserialize(shipmentResource, body, 'post'), {
    columns: { ...trackColumns(track, place), parentPk: pk },
  });
}
