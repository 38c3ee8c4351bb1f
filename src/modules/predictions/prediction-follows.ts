import { insertAll } from '../../core/database/insert.js';
import type { Change } from '../../core/metadata/resource.js';
import { type Transaction, unitKey } from '../../core/metadata/transaction.js';
import type { ColumnsOf } from '../../core/store/rows.js';
import type { Shipment } from '../shipments/shipment.entity.js';
import { PredictionQueue } from './prediction-queue.entity.js';

/** The columns that predictions and histograms depend on. */
const COLUMNS = [
  'trackingStatus',
  'lastStatusUpdate',
  'shippedAt',
  'expectedDeliveryDate',
  'firstExpectedDeliveryDate',
  'deliveredAt',
  'punctuality',
  'originCarrier',
  'originCountryIso2',
  'destinationCountryIso2',
  'address.countryIso2',
  'address.postcode',
] as const satisfies readonly (keyof ColumnsOf<Shipment>)[];

/** Whether two states of a shipment may have different predictions. */
export const mayChangePrediction = (
  before: Readonly<ColumnsOf<Shipment>>,
  after: Readonly<ColumnsOf<Shipment>>,
): boolean => COLUMNS.some((column) => after[column] !== before[column]);

interface QueuedShipment {
  readonly pk: number;
  readonly workspacePk: number;
}

const QUEUED = unitKey(() => new Map<number, QueuedShipment>());

/**
 * A shipment's prediction is made anew, and what it adds to the histograms is brought up to date, when the unit is kept. Units
 * only insert, so writers do not meet.
 */
export function predictionFollows({ pk, workspacePk }: QueuedShipment, transaction: Transaction): void {
  transaction.get(QUEUED).set(pk, { pk, workspacePk });
  transaction.beforeCommit('predictions', async () => {
    const queued = [...transaction.get(QUEUED).values()];
    transaction.set(QUEUED, new Map());
    await insertAll(
      transaction,
      PredictionQueue,
      ['workspacePk', 'shipmentKey'],
      queued.map((each) => [each.workspacePk, each.pk]),
    );
  });
}

/** Whether a carrier has said anything of a shipment with this status. */
export const isReported = (status: string | null | undefined): boolean => (status ?? 'no_info') !== 'no_info';

/** A shipment that is made, or of which no carrier has said anything, has no prediction that could change. */
export function shipmentIsPredicted(change: Change<Readonly<Shipment>>, transaction: Transaction): void {
  // rows have the columns of the address by their paths
  const { before, after } = change as unknown as Change<Readonly<ColumnsOf<Shipment>>>;
  if (!before || (!isReported(before.trackingStatus) && !isReported(after?.trackingStatus))) return;
  if (!after || mayChangePrediction(before, after)) predictionFollows(before, transaction);
}
