import { merchantTrackingNumbers } from '../../../modules/reference-data/carriers/parse-tracking-numbers.js';
import { condition } from '../../../core/metadata/condition.js';
import { iriOf } from '../../../core/metadata/resource.js';
import { effectiveTrackingNumber } from '../../../modules/shipments/effective-tracking-number.js';
import { additionalTrackBody } from '../../../modules/shipments/additional-track.js';
import { trackingNumberColumns } from '../../../modules/shipments/shared-tracking-number.js';
import { shipmentResource } from '../../../modules/shipments/shipment.resource.js';
import { parseWriteInput } from '../../../core/store/write-input.js';
import type { ShipmentRow } from '../../shared/rows.js';
import { workspaceResource } from '../../../modules/workspaces/workspace.resource.js';
import { withMappedErrors } from './error-mapper.js';
import type { OrderUnit } from './shipment.service.js';
import { Shipment } from '../../../modules/shipments/shipment.entity.js';
import { sqlNames } from '../../../core/database/sql-names.js';

const t = sqlNames(Shipment, 't');

/** What a shop has written as a tracking number, as it is kept: the shipment's own number, and those of further parcels. */
export function splitTrackingNumbers(written: string): {
  readonly own: string | null;
  readonly further: readonly string[];
} {
  const [own = null, ...further] = merchantTrackingNumbers(written) ?? [];
  return { own, further };
}

/**
 * A further parcel, of a field with several numbers, is a shipment without items and with an empty `writtenNumber`. It is
 * tracked for itself, and this surface shows it by its number in that field alone.
 */
export const IS_OWN_PARCEL = `(${t.writtenNumber} IS NULL OR ${t.writtenNumber} <> '')`;

const numberOf = (parcel: ShipmentRow): string => effectiveTrackingNumber(parcel) ?? '';

const additionalOf = (pk: number, { writer }: OrderUnit): Promise<ShipmentRow[]> =>
  writer.find(shipmentResource, condition(`${t.parentPk} = ? AND ${t.writtenNumber} = ''`, pk));

/** Deletes the further parcels of a shipment whose numbers are in its field no longer. */
export async function removeAdditional(
  pk: number,
  numbers: readonly string[],
  unit: OrderUnit,
): Promise<void> {
  const there = await additionalOf(pk, unit);
  for (const parcel of there.filter((each) => !numbers.includes(numberOf(each))))
    await unit.writer.removeRow(shipmentResource, parcel);
}

/** Makes the further parcels of a shipment that are not there yet. @throws InvalidField. */
export async function addAdditional(pk: number, numbers: readonly string[], unit: OrderUnit): Promise<void> {
  if (numbers.length === 0) return;
  const { writer, rows, workspaceId } = unit;
  const there = (await additionalOf(pk, unit)).map(numberOf);
  const [shipment] = await rows(shipmentResource, condition('t.pk = ?', pk));
  if (!shipment) return;
  const { trackingCarrier = null, shippingProvider = null, originCarrier, carrierIsDetected } = shipment;
  const body = {
    ...(await additionalTrackBody(shipment, rows)),
    workspace: iriOf(workspaceResource, workspaceId),
    ...(carrierIsDetected === 0 && originCarrier !== null ? { originCarrier } : {}),
  };
  for (const number of numbers.filter((each) => !there.includes(each))) {
    const { trackingNumber, sharedNumber } = await numberPlace(number, unit);
    const input = parseWriteInput(shipmentResource, { ...body, trackingNumber }, 'post');
    const columns = { parentPk: pk, sharedNumber, writtenNumber: '', trackingCarrier, shippingProvider };
    await withMappedErrors([], () => writer.create(shipmentResource, input, { columns }));
  }
}

/** Where a number of a shipment of the unit's order is kept; `pk`: of one that is there. */
export const numberPlace = (
  number: string | null,
  { order, transaction }: OrderUnit,
  pk?: number,
): ReturnType<typeof trackingNumberColumns> =>
  trackingNumberColumns(
    number,
    {
      workspacePk: order.workspacePk,
      orderPks: [order.pk],
      ...(pk === undefined ? {} : { pk }),
    },
    transaction,
  );
