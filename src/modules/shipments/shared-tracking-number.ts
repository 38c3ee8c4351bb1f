import { randomUUID } from 'node:crypto';
import { Checkpoint } from './checkpoints/checkpoint.entity.js';
import { isIn, type Stored } from '../../core/metadata/condition.js';
import { toMilliseconds } from '../../core/metadata/datetime.js';
import { Violations } from '../../core/metadata/errors.js';
import type { AfterWrite } from '../../core/metadata/resource.js';
import type { Transaction } from '../../core/metadata/transaction.js';
import { CODE, type Violation } from '../../core/metadata/violation.js';
import { addRows, updateRow } from '../../core/store/row-changes.js';
import type { ColumnsOf } from '../../core/store/rows.js';
import { applyToShipment } from '../tracking/apply-updates.js';
import { TransitLimits } from '../../config/transit-limits.js';
import { Shipment } from './shipment.entity.js';
import { writeParts } from './tracking-number-parts.js';
import { selectList, sqlNames } from '../../core/database/sql-names.js';
import { ShipmentOrder } from './shipment-order.entity.js';

const shipments = sqlNames(Shipment);
const shipmentOrders = sqlNames(ShipmentOrder);
const checkpointsTable = sqlNames(Checkpoint);

/*
 * Two orders of a store may travel in one parcel. A tracking number is one shipment's in its workspace; a shipment of
 * another order that a shop gives the same number has it as `sharedNumber`. It hears all news of the number, no provider is
 * asked for it, and it gets the number when the shipment that has it goes, or gets another.
 */

/** Where a number is kept of a shipment. */
export type TrackingNumberColumns = Pick<Shipment, 'trackingNumber' | 'sharedNumber'>;

/** Which shipment gets a number: `pk` of one that is there, and the orders that are in it. */
interface NumberTarget {
  readonly workspacePk: number;
  readonly orderPks: readonly number[];
  readonly pk?: number;
}

/**
 * Where a shop's number belongs: its own, or shared with a shipment of another order. A number that another shipment of the
 * same order has, or one of no order, is its own, which the unique rule refuses.
 */
export async function trackingNumberColumns(
  number: string | null,
  { workspacePk, orderPks, pk }: NumberTarget,
  transaction: Transaction,
): Promise<TrackingNumberColumns> {
  const own = { trackingNumber: number, sharedNumber: null };
  if (number === null) return own;
  const [holder] = await transaction.rows<{ pk: number }>(
    `SELECT ${shipments.pk} AS pk
      FROM ${shipments.table}
      WHERE ${shipments.workspacePk} = ? AND ${shipments.trackingNumber} = ?${transaction.dialect.forUpdate}`,
    [workspacePk, number],
  );
  if (!holder || holder.pk === pk) return own;
  const shared = { trackingNumber: null, sharedNumber: number };
  const sharers = await sharersOf(workspacePk, number, transaction);
  if (sharers.some((sharer) => sharer.pk === pk)) return shared;
  const of = isIn(
    'shipmentPk',
    [holder, ...sharers].map((each) => each.pk),
  );
  const links = await transaction.rows<{ orderPk: number }>(
    `SELECT ${shipmentOrders.orderPk} AS orderPk FROM ${shipmentOrders.table} WHERE ${of.sql}`,
    of.params,
  );
  const isOfOthers = links.length > 0 && !links.some(({ orderPk }) => orderPks.includes(orderPk));
  return isOfOthers ? shared : own;
}

/**
 * Does a shop's unit of work, and once more when a unit of another request has taken the number meanwhile: what was free
 * when it looked is shared then.
 */
export async function retryWhenNumberIsTaken<T>(unit: () => Promise<T>): Promise<T> {
  try {
    return await unit();
  } catch (error) {
    // a shop's own words for it have the rule's as their cause
    const refusal = error instanceof Violations ? error : (error as Error).cause;
    if (!(refusal instanceof Violations) || !refusal.violations.some(isNumberTaken)) throw error;
    return unit();
  }
}

const isNumberTaken = ({ propertyPath, code }: Violation): boolean =>
  propertyPath === 'trackingNumber' && code === CODE.notUnique;

const sharersOf = (
  workspacePk: number,
  number: string,
  transaction: Transaction,
): Promise<ColumnsOf<Shipment>[]> =>
  transaction.rows(
    `SELECT ${selectList(Shipment)}
      FROM ${shipments.table}
      WHERE ${shipments.sharedNumber} = ? AND ${shipments.workspacePk} = ?
      ORDER BY ${shipments.pk}${transaction.dialect.forUpdate}`,
    [number, workspacePk],
  );

/** A shipment that shares a number learns what is known of it; one that gives its number up passes it on. */
export const numberIsShared: AfterWrite<Shipment> = async ({ before, after }, transaction) => {
  const had = before?.trackingNumber ?? null;
  if (before && had !== null && had !== (after?.trackingNumber ?? null))
    await passOn(had, before.workspacePk, transaction);
  const shared = after?.sharedNumber ?? null;
  if (after && shared !== null && shared !== (before?.sharedNumber ?? null))
    await copyTrackingState(after, shared, transaction);
};

/** The oldest of those that share a number has it from now on, with everything that it has heard. */
async function passOn(number: string, workspacePk: number, transaction: Transaction): Promise<void> {
  const [heir] = await sharersOf(workspacePk, number, transaction);
  if (!heir) return;
  const { moment } = transaction;
  const set = { trackingNumber: number, sharedNumber: null, nextCheckAt: moment, updatedAt: moment };
  await updateRow(Shipment, heir, set, transaction);
  await writeParts([{ pk: heir.pk, workspacePk, trackingNumber: number }], transaction);
}

const COPIED_COLUMNS = ['checkpointDate', 'status', 'info', 'location', 'rel'] as const;

async function copyTrackingState(
  shipment: Shipment,
  number: string,
  transaction: Transaction,
): Promise<void> {
  const [holder] = await transaction.rows<Shipment>(
    `SELECT ${shipments.pk} AS pk, ${shipments.destinationCarrier} AS destinationCarrier, ${shipments.originCountryIso2} AS originCountryIso2,
        ${shipments.destinationCountryIso2} AS destinationCountryIso2, ${shipments.expectedDeliveryDate} AS expectedDeliveryDate,
        ${shipments.firstExpectedDeliveryDate} AS firstExpectedDeliveryDate
      FROM ${shipments.table} WHERE ${shipments.workspacePk} = ? AND ${shipments.trackingNumber} = ?`,
    [shipment.workspacePk, number],
  );
  if (!holder) return;
  const checkpoints = await transaction.rows<Checkpoint>(
    `SELECT ${COPIED_COLUMNS.map((column) => `${column} AS ${column}`).join(', ')}
      FROM ${checkpointsTable.table}
      WHERE ${checkpointsTable.shipmentPk} = ?
      ORDER BY ${checkpointsTable.pk}`,
    [holder.pk],
  );
  await addRows(
    transaction,
    Checkpoint,
    ['id', 'workspacePk', 'shipmentPk', 'createdAt', ...COPIED_COLUMNS],
    checkpoints.map((each): Stored[] => [
      randomUUID(),
      shipment.workspacePk,
      shipment.pk,
      transaction.moment,
      ...COPIED_COLUMNS.map((column) => each[column]),
    ]),
  );
  const update = {
    destinationCarrier: holder.destinationCarrier ?? undefined,
    originCountryIso2: holder.originCountryIso2 ?? undefined,
    destinationCountryIso2: holder.destinationCountryIso2 ?? undefined,
    expectedDeliveryDate: holder.expectedDeliveryDate ?? undefined,
    firstExpectedDeliveryDate: holder.firstExpectedDeliveryDate ?? undefined,
    checkpoints: [],
  };
  const now = toMilliseconds(transaction.moment);
  await applyToShipment(shipment.pk, update, { transaction, limits: new TransitLimits(), now });
}
